import { plainText } from '../kit/plain-text.js';
import { count, text } from './shape.js';
import type { Ask } from './source.js';

// How WordPress writes things down, and where its REST is.

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

/** As people write it: WordPress gives all but Latin letters in per cent signs. */
export function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** What an address in a site's REST, or the site's own, tells of it. */
export interface Site {
  /** Where its REST begins. */
  readonly root: string;
  /** The address of its front page, without a slash at its end. */
  readonly home: string;
  /** The kind of posts, as REST names it. */
  readonly type: string;
  /** The post, where the address is that of one. */
  readonly post: string | undefined;
}

export function siteOf(api: string): Site {
  const [route = '', type = 'posts', post] = /\/wp\/v2(?:\/([\w-]+))?(?:\/(\d+))?/.exec(decoded(api)) ?? [];
  const plain = route ? decoded(api).replace(route, '') : api;
  const named = route || /rest_route=|\/wp-json\b/.test(api) || plain === ownRest();
  const root = named ? plain : `${plain}/wp-json`;
  return { root, home: root.replace(/(\/index\.php)?(\/?\?.*|\/[^/]*)$/, ''), type, post };
}

/** The REST that the page names, where sites rename it. */
const ownRest = (): string | undefined =>
  typeof document === 'undefined'
    ? undefined
    : document
        .querySelector<HTMLLinkElement>('link[rel="https://api.w.org/"][href]')
        ?.href.replace(/\/+$/, '');

/** The same from a site's REST on, wherever in it the API's address points. */
export function rest(ask: Ask): Ask {
  const { root } = siteOf(ask.api);
  const at = (path: string): string =>
    path.startsWith('http')
      ? path
      : root.includes('rest_route=')
        ? root.replace(/(rest_route=)[^&]*/, (_, name: string) => name + path)
        : root + path;
  return {
    ...ask,
    api: root,
    get: (path, params) => ask.get(at(path), params),
    post: (path, ...sent) => ask.post(at(path), ...sent),
    once: (key, load) => ask.once(key, (shared) => load(rest(shared))),
  };
}
