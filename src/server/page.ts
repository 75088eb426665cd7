import { html, parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { ContentApi } from '../content/content-api.js';
import { safeUrl } from '../kit/urls.js';
import type { Messages } from '../kit/words/say.js';
import { toldByTags, type Tag, type Told } from '../sources/auto.js';

export type PageNode = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** What elements would ask of the page that they stand in, told from its HTML. */
export interface Page {
  /** All elements of HTML, in order; what stands in a template is not there. */
  readonly elements: readonly PageNode[];
  /** The address that it goes by. */
  readonly url: string | undefined;
  /** What its addresses start from. */
  readonly base: string | undefined;
  /** The API that it names for all elements. */
  readonly named: ContentApi | undefined;
  /** The API that its head tells of. */
  readonly told: Told | undefined;
  /** The publisher's words for all elements. */
  readonly words: Messages;
  /** Search engines are told about an article. */
  readonly tellsArticle: boolean;
  /** Before the end of the body, where there is one. */
  readonly bodyEnd: number | undefined;
}

export const attribute = (node: PageNode, name: string): string | undefined =>
  node.attrs.find((one) => one.name === name)?.value;

export const childrenOf = (node: PageNode): readonly PageNode[] =>
  node.childNodes.filter((one): one is PageNode => 'tagName' in one);

const textOf = (node: PageNode): string =>
  node.childNodes.map((one) => ('value' in one ? one.value : '')).join('');

/** The element that it stands in. */
export const parentOf = (node: PageNode): PageNode | undefined =>
  node.parentNode && 'tagName' in node.parentNode ? node.parentNode : undefined;

function elementsOf(root: Node): PageNode[] {
  const found: PageNode[] = [];
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('tagName' in node && node.namespaceURI === html.NS.HTML) found.push(node);
    if ('childNodes' in node)
      for (let i = node.childNodes.length; i--;) waiting.push(node.childNodes[i] as Node);
  }
  return found;
}

const isWords = (node: PageNode): boolean =>
  node.tagName === 'script' &&
  attribute(node, 'type')?.toLowerCase() === 'application/json' &&
  attribute(node, 'data-news-messages') !== undefined;

/** The words in these scripts, the last first; what is no JSON is left to the browser to warn of. */
function wordsIn(scripts: readonly PageNode[]): Messages {
  let words: Messages = {};
  for (const script of scripts)
    try {
      words = { ...words, ...(JSON.parse(textOf(script)) as Messages) };
    } catch {
      continue;
    }
  return words;
}

/** The publisher's words inside an element. */
export const ownWords = (node: PageNode): Messages => wordsIn(childrenOf(node).filter(isWords));

const asTag = (node: PageNode): Tag => ({
  localName: node.tagName,
  getAttribute: (name) => attribute(node, name) ?? null,
});

/** The one script that may carry the page's settings: a bundle goes by any name. */
const isOurs = (node: PageNode): boolean =>
  node.tagName === 'script' &&
  !!attribute(node, 'src') &&
  attribute(node, 'data-api') !== undefined &&
  (attribute(node, 'type') === 'module' || /standfirst/i.test(attribute(node, 'src') ?? ''));

/**
 * Reads a page.
 * @param address where it is, as far as that is known
 */
export function readPage(text: string, address: string | undefined): Page {
  const elements = elementsOf(parse(text, { sourceCodeLocationInfo: true }));
  const named = (name: string): PageNode[] => elements.filter(({ tagName }) => tagName === name);
  const links = named('link');
  const scripts = named('script');

  const here = address?.replace(/#.*/, '');
  const baseHref = named('base').find((one) => attribute(one, 'href') !== undefined);
  const start = (baseHref && safeUrl(attribute(baseHref, 'href'), here)) ?? here;
  const canonical = links.find(
    (one) => attribute(one, 'href') && /(^|\s)canonical(\s|$)/i.test(attribute(one, 'rel') ?? ''),
  );
  const url = (canonical && safeUrl(attribute(canonical, 'href'), start)) ?? here;
  const base = start ?? url;

  const script = scripts.find(isOurs);
  const metas = named('meta');
  const setting = (name: string): string | undefined =>
    (script && attribute(script, `data-${name}`)) ??
    attribute(metas.find((one) => attribute(one, 'name') === `news-${name}`) ?? nobody, 'content');
  const api = setting('api');

  const end = named('body').at(-1)?.sourceCodeLocation?.endTag?.startOffset;
  return {
    elements,
    url,
    base,
    named: api ? { api, source: setting('source') ?? 'auto', apiKey: setting('api-key') } : undefined,
    told: base ? toldByTags([...links, ...scripts].map(asTag), base) : undefined,
    words: wordsIn(scripts.filter((one) => isWords(one) && !parentOf(one)?.tagName.includes('-'))),
    tellsArticle: scripts.some(
      (one) =>
        attribute(one, 'type')?.toLowerCase() === 'application/ld+json' &&
        /"@type"\s*:\s*\[?\s*"\w*(Article|Posting)"/.test(textOf(one)),
    ),
    bodyEnd: end !== undefined && /^<\/body/i.test(text.slice(end, end + 6)) ? end : undefined,
  };
}

const nobody = { attrs: [] } as unknown as PageNode;
