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
export const tellingTags = 'link[rel][href]';

const addresses: readonly (readonly [source: string, pattern: RegExp])[] = [
  ['wordpress', /\/wp-json(\/|$)|[?&]rest_route=/],
];

/** The kind of API that an address belongs to, as far as the address tells. */
export function toldByAddress(api: string): Told | undefined {
  const own = [...ownSources.values()].find(({ match }) => match?.(api));
  const source = own?.name ?? addresses.find(([, pattern]) => pattern.test(api))?.[0];
  return source ? { source, api, why: 'told from the address' } : undefined;
}

/** The content API that a page names by its tags: WordPress' own. */
export function toldByTags(tags: Iterable<Tag>, base: string): Told | undefined {
  for (const tag of tags) {
    const rel = tag.getAttribute('rel')?.toLowerCase().split(/\s+/) ?? [];
    const address = tag.getAttribute('href');
    if (rel.includes('https://api.w.org/') && address && URL.canParse(address, base))
      return {
        source: 'wordpress',
        api: new URL(address, base).href.replace(/\/+$/, ''),
        why: '<link rel="https://api.w.org/">',
      };
  }
  return undefined;
}

/** The content API that this page names. */
export const toldByDocument = (): Told | undefined =>
  toldByTags(document.querySelectorAll(tellingTags), document.baseURI);
