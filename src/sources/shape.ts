import type { Picture } from '../model/index.js';
import { compact } from '../kit/compact.js';
import { Problem } from '../kit/problem.js';
import { safeUrl } from '../kit/urls.js';
import { warn } from '../kit/warn.js';

// What comes from an API is unknown until it has passed here. A field of the wrong type counts as left out;
// only an answer without its backbone is a failure.

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Its own fields, and none that a page has put on Object.prototype. */
export const fields = (value: unknown): Fields =>
  Object.setPrototypeOf(isFields(value) ? value : {}, null) as Fields;

export const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() ? value.trim() : undefined;

export const count = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? Math.floor(value) : undefined;

export const id = (value: unknown): string | undefined =>
  text(typeof value === 'number' ? String(value) : value);

/** The items of a list that could be read, in order. */
export const many = <T>(value: unknown, read: (item: Fields) => T | undefined): T[] =>
  (Array.isArray(value) ? value : []).filter(isFields).flatMap((item) => read(fields(item)) ?? []);

/**
 * The items of a list that the answer cannot do without.
 * @throws {Problem} `parse`, when there is no list, or nothing in it could be read
 */
export function items<T>(value: unknown, what: string, read: (item: Fields) => T | undefined): T[] {
  if (!Array.isArray(value)) throw new Problem('parse', `The answer holds no list of ${what}`);
  const found = many(value, read);
  if (value.length && !found.length)
    throw new Problem('parse', `The answer's ${what} lack what they must have`);
  if (found.length < value.length)
    warn(
      'NEWS-SHAPE',
      `${value.length - found.length} of ${value.length} ${what} were left out: a field they must have is missing.`,
    );
  return found;
}

/** A `srcset` whose addresses have all been checked. */
export function srcset(value: unknown, base?: string): string | undefined {
  const parts = (text(value) ?? '').split(/,\s+|(?<=\s[\d.]+[wx]),/).flatMap((part) => {
    const [address, size = ''] = part.trim().split(/\s+/);
    const url = safeUrl(address, base);
    return url && /^(\d+w|[\d.]+x|)$/.test(size) ? `${url} ${size}` : [];
  });
  return parts.join(', ') || undefined;
}

export function picture(value: unknown, base?: string): Picture | undefined {
  const from = fields(value);
  const src = safeUrl(from.src, base);
  return src
    ? compact<Picture>({
        src,
        srcset: srcset(from.srcset, base),
        width: count(from.width),
        height: count(from.height),
        alt: text(from.alt),
        caption: text(from.caption),
        credit: text(from.credit),
      })
    : undefined;
}
