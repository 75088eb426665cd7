import { plainText } from '../kit/plain-text.js';
import { count, text } from './shape.js';

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
  if (Number.isNaN(minutes)) return undefined;
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${here}${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}
