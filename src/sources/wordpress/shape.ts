import { plainText } from '../../kit/plain-text.js';
import { count, text } from '../shape.js';

// How WordPress writes things down.

/** The text of a field that holds HTML, as almost every one does. */
export const html = (value: unknown): string | undefined => text(plainText(text(value) ?? ''));

/** How many there are in all, on all pages. */
export const totalOf = (headers: Headers): number | undefined =>
  count(Number(headers.get('X-WP-Total') || NaN));

/** Local time, with the zone that lies between it and the same moment in GMT. */
export function zoned(local: unknown, gmt: unknown): string | undefined {
  const [here, there] = [text(local), text(gmt)];
  const minutes = (Date.parse(`${here}Z`) - Date.parse(`${there}Z`)) / 60_000;
  if (!(Math.abs(minutes) < 24 * 60)) return undefined;
  const size = new Date(Math.abs(minutes) * 60_000).toISOString().slice(11, 16);
  return `${here}${minutes < 0 ? '-' : '+'}${size}`;
}

/** As people write it: WordPress gives all but Latin letters in per cent signs. */
export function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
