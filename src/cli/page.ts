import { html, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { toldByAddress, toldByTags, type Tag, type Told } from '../sources/auto.js';

type Node = DefaultTreeAdapterTypes.Node;

/** What a page says about our elements, as its HTML is before any script runs. */
export interface Page {
  readonly url: string;
  /** Our script, where it can be told. */
  readonly script: { readonly url: string; readonly tag: Tag } | undefined;
  /** Names of our elements that are used, each once. */
  readonly elements: readonly string[];
  /** The content APIs that it names, the one for the whole page first. */
  readonly apis: readonly Told[];
  /** What it names in place of one, and is no address. */
  readonly slips: readonly string[];
  /** Policies in `meta` elements. */
  readonly policies: readonly string[];
}

/** No page is parsed any further, in characters: the time for hostile ones grows with the square of it. */
const longest = 1_000_000;

interface PageTag extends Tag {
  readonly inHead: boolean;
}

/** All HTML elements of a page, in order; what stands in a template is not there yet. */
function elementsOf(text: string): PageTag[] {
  const found: PageTag[] = [];
  const waiting: Node[] = [parse(text.slice(0, longest))];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('childNodes' in node) for (const child of node.childNodes.toReversed()) waiting.push(child);
    if (!('tagName' in node) || node.namespaceURI !== html.NS.HTML) continue;
    const { tagName: localName, attrs, parentNode } = node;
    found.push({
      localName,
      inHead: parentNode?.nodeName === 'head',
      getAttribute: (name) => attrs.find((one) => one.name === name)?.value ?? null,
    });
  }
  return found;
}

function absolute(address: string | null | undefined, base: string): string | undefined {
  if (!address || !URL.canParse(address, base)) return undefined;
  const { protocol, href } = new URL(address, base);
  return /^https?:$/.test(protocol) ? href : undefined;
}

// A bundle goes by any name, but its script tag may carry our attribute. Ghost's own scripts have a `data-api`, too, and
// are no modules.
const isOurs = (script: Tag): boolean =>
  /standfirst/i.test(script.getAttribute('src') ?? '') ||
  (script.getAttribute('type') === 'module' && script.getAttribute('data-api') !== null);

/** The API that an address and its page tell of; `source` may be left to us. */
function apiOf(
  api: string,
  source: string,
  apiKey: string | undefined,
  why: string,
  tags: Told | undefined,
): Told {
  if (source !== 'auto') return { api, source, apiKey, why };
  const told = toldByAddress(api) ?? (tags?.api === api ? tags : undefined);
  return {
    api,
    source: told?.source ?? 'rest',
    apiKey,
    why: `${why}; ${told?.why ?? 'nothing else was told'}`,
  };
}

/** Reads a page that came from that address. */
export function readPage(text: string, url: string): Page {
  const all = elementsOf(text);
  const named = (...names: string[]): PageTag[] => all.filter(({ localName }) => names.includes(localName));
  const base = absolute(named('base')[0]?.getAttribute('href'), url) ?? url;
  const tag = named('script').find((one) => one.getAttribute('src') && isOurs(one));
  const script = absolute(tag?.getAttribute('src'), base);
  const ours = all.filter(({ localName }) => localName.startsWith('news-'));
  const metas = named('meta');
  const byTags = toldByTags(named('link', 'script'), base);

  const apis: Told[] = [];
  const slips: string[] = [];
  type Say = (name: string) => string | null | undefined;
  const add = (say: Say, why: string): void => {
    const given = say('api');
    const api = absolute(given, base)?.replace(/\/+$/, '');
    if (given && !api) slips.push(given);
    if (api && !apis.some((one) => one.api === api))
      apis.push(apiOf(api, say('source') || 'auto', say('api-key') || undefined, why, byTags));
  };
  const ofScript: Say = (name) => tag?.getAttribute(`data-${name}`);
  const ofMeta: Say = (name) =>
    metas.find((one) => one.getAttribute('name') === `news-${name}`)?.getAttribute('content');
  add(
    (name) => ofScript(name) ?? ofMeta(name),
    ofScript('api') ? 'data-api of our script' : '<meta name="news-api">',
  );
  for (const one of ours) add((name) => one.getAttribute(name), `<${one.localName} api>`);

  return {
    url,
    script: tag && script ? { url: script, tag } : undefined,
    elements: [...new Set(ours.map(({ localName }) => localName))],
    apis: apis.length || !byTags ? apis : [byTags],
    slips,
    // HTML, "Content Security Policy state": elsewhere than in the head it has no effect.
    policies: metas
      .filter(
        (one) => one.inHead && one.getAttribute('http-equiv')?.toLowerCase() === 'content-security-policy',
      )
      .map((one) => one.getAttribute('content') ?? ''),
  };
}
