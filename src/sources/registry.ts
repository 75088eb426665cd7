import { Problem } from '../kit/problem.js';
import { toldByAddress, toldByDocument, type Told } from './auto.js';
import { definedSoon, ownSources } from './define-source.js';
import type { Source } from './source.js';

// Only the kind of API in use is downloaded: each is a chunk of its own.
const loaders = {
  // A name such as "constructor" is none of these.
  __proto__: null,
  rest: () => import('./rest.js'),
  wordpress: () => import('./wordpress.js'),
  ghost: () => import('./ghost.js'),
  'json-feed': () => import('./json-feed.js'),
  rss: () => import('./rss.js'),
} as unknown as Record<string, () => Promise<{ default: Source }>>;

/** Kinds of API that are known without a page's own. */
export const sourceNames = (): readonly string[] => Object.keys(loaders);

/** The names that `source` takes. */
const names = (): string => ['auto', ...Object.keys(loaders), ...ownSources.keys()].join(', ');

/** Which kind of API an address belongs to, and what told so: the address, or the page whose own API it is. */
export function kindOf(api: string, byPage: Told | null | undefined = toldByDocument()): Told {
  const base = api.replace(/\/+$/, '');
  return (
    toldByAddress(base) ??
    (byPage?.api === base ? byPage : undefined) ?? { source: 'rest', api, why: 'nothing else was told' }
  );
}

/**
 * The source of that name.
 * @throws {Problem} `config`, when there is none
 */
export async function loadSource(name: string, api: string): Promise<Source> {
  const kind = name === 'auto' ? kindOf(api).source : name;
  const load = !ownSources.has(kind) && loaders[kind];
  if (load) return (await load()).default;
  const own = await definedSoon(kind);
  if (!own) throw new Problem('config', `source="${kind}" is not known; use one of: ${names()}`);
  return own;
}
