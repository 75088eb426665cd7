import { ownSources } from './define-source.js';

// Which kind of API it is, for `source="auto"`, and which one a page has that names none.

/** A guess, and what it rests on. */
export interface Told {
  readonly source: string;
  readonly api: string;
  readonly apiKey?: string | undefined;
  /** For the publisher: what told us. */
  readonly why: string;
}

/** An element in a page's head, in a browser or parsed elsewhere. */
export interface Tag {
  readonly localName: string;
  getAttribute(name: string): string | null;
}

/** The elements that `toldByTags` wants to see, in the page's order. */
export const tellingTags =
  'link[rel][href], script[data-ghost][data-key], script[data-sodo-search][data-key]';

const addresses: readonly (readonly [source: string, pattern: RegExp])[] = [
  ['wordpress', /\/wp-json(\/|$)|[?&]rest_route=/],
  ['ghost', /\/ghost\/api\/content(\/|$)/],
  ['json-feed', /\.json(\?|$)|\/feed\/json\/?(\?|$)|[?&]feed=json\b/],
  [
    'rss',
    /\.(xml|rss|atom|rdf)(\?|$)|\/(feed|rss|atom)(\/(rss2?|atom|rdf))?\/?(\?|$)|[?&]feed=(rss2?|atom|rdf)\b/,
  ],
];

/** The kind of API that an address belongs to, as far as the address tells. */
export function toldByAddress(api: string): Told | undefined {
  const own = [...ownSources.values()].find(({ match }) => match?.(api));
  const source = own?.name ?? addresses.find(([, pattern]) => pattern.test(api))?.[0];
  return source ? { source, api, why: 'told from the address' } : undefined;
}

const feeds: Readonly<Record<string, string>> = {
  'application/feed+json': 'json-feed',
  'application/rss+xml': 'rss',
  'application/atom+xml': 'rss',
};

/** The content API that a page names by its tags: WordPress' own, Ghost's, else its feed. */
export function toldByTags(tags: Iterable<Tag>, base: string): Told | undefined {
  const found: Record<string, Told> = {};
  const tell = (source: string, address: string | null, why: string, apiKey?: string | null): void => {
    if (!address || !URL.canParse(address, base)) return;
    const api = new URL(address, base).href.replace(/\/+$/, '');
    // The first of a kind: WordPress names the feed of the site before that of the comments.
    found[source] ??= { source, api, apiKey: apiKey ?? undefined, why };
  };
  for (const tag of tags) {
    const say = (name: string): string | null => tag.getAttribute(name);
    const rel = say('rel')?.toLowerCase().split(/\s+/) ?? [];
    if (rel.includes('https://api.w.org/')) tell('wordpress', say('href'), '<link rel="https://api.w.org/">');
    const type = say('type')?.toLowerCase() ?? '';
    const feed = rel.includes('alternate') && Object.hasOwn(feeds, type) && feeds[type];
    if (feed) tell(feed, say('href'), `<link type="${type}">`);
    const ghost = say('data-ghost') ?? say('data-sodo-search');
    if (tag.localName === 'script' && ghost)
      tell(
        'ghost',
        say('data-api') ?? `${ghost.replace(/\/*$/, '')}/ghost/api/content`,
        "Ghost's script",
        say('data-key'),
      );
  }
  return found.wordpress ?? found.ghost ?? found['json-feed'] ?? found.rss;
}

/** The content API that this page names. */
export const toldByDocument = (): Told | undefined =>
  toldByTags(document.querySelectorAll(tellingTags), document.baseURI);
