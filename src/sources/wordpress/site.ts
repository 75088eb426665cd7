import { Problem } from '../../kit/problem.js';
import type { Ask } from '../source.js';
import type { Feed } from './closed.js';

// Where a WordPress site is, and its REST. Publishers name either, or one kind of posts in it; pages name one post.

/** What an address in a site's REST, or the site's own, tells. */
export interface Whereabouts {
  /** Where its REST begins: paths are put after it. */
  readonly root: string;
  /** The address of its front page, without a slash at its end. */
  readonly home: string;
  /** The kind of posts, as REST names it. */
  readonly type: string;
  /** That of the post, where the address is one's. */
  readonly id: string | undefined;
}

/** A site, and what it is asked with. */
export interface Site extends Ask, Whereabouts {
  once<T>(key: string, load: (site: Site) => Promise<T>): Promise<T>;
}

const isNamed = (root: string): boolean =>
  typeof document !== 'undefined' &&
  !!document.querySelector(`link[rel="https://api.w.org/"][href="${root}/"]`);

export function whereabouts(api: string): Whereabouts {
  // Without pretty permalinks the path is a parameter: put last, as a path is.
  const address = api.replace(/%2F/gi, '/').replace(/(rest_route=[^&]*)&(.+)/, '$2&$1');
  const [, before = '', rest, v2, type = 'posts', id] =
    /^(.*?)(\/wp-json|[?&]rest_route=)?(\/wp\/v2(?:\/([\w-]+)(?:\/(\d+))?)?)?\/*$/.exec(address) ?? [];
  // Sites may give it another name than `wp-json`: then their pages tell it.
  const renamed = !rest && (v2 || isNamed(before));
  return {
    root: before + (rest ?? (renamed ? '' : '/wp-json')),
    home: before.replace(renamed ? /\/[^/]*$/ : /(\/index\.php)?\/*(\?.*)?$/, ''),
    type,
    id,
  };
}

export function siteOf(ask: Ask): Site {
  const where = whereabouts(ask.api);
  const at = (path: string): string => (path.startsWith('http') ? path : where.root + path);
  return {
    ...ask,
    ...where,
    api: where.root,
    get: (path, params) => ask.get(at(path), params),
    post: (path, ...sent) => ask.post(at(path), ...sent),
    once: (key, load) => ask.once(key, (shared) => load(siteOf(shared))),
  };
}

/** What a site answers, or its feed in place of it. */
export async function answer<T>(
  ask: Ask,
  byRest: (site: Site) => Promise<T>,
  byFeed?: (feed: Feed) => Promise<T>,
): Promise<T> {
  const site = siteOf(ask);
  try {
    return await byRest(site);
  } catch (error) {
    if (!(error instanceof Problem) || !/http|parse/.test(error.kind)) throw error;
    const { instead } = await import('./closed.js');
    return instead(error, site, byFeed);
  }
}
