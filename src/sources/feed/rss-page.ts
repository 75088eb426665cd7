import { Problem } from '../../kit/problem.js';
import { safeUrl } from '../../kit/urls.js';
import { mostItems, type FeedPage } from './feed.js';
import { escaped } from './story.js';
import { text, type Fields } from '../shape.js';
import { parser, type XmlElement } from './parser.js';

// RSS 0.9x, 1.0 and 2.0, and Atom (RFC 4287). Nobody gives their namespaces other prefixes.

const atom = 'http://www.w3.org/2005/Atom';

/** The children of one of these names, in the names' order. */
const of = (parent: XmlElement, ...names: readonly string[]): XmlElement[] =>
  names.flatMap((name) => [...parent.children].filter(({ nodeName }) => nodeName === name));

const words = (element: XmlElement | undefined): string | undefined => text(element?.textContent);

/** The first of them that says something. */
const one = (parent: XmlElement, ...names: readonly string[]): XmlElement | undefined =>
  of(parent, ...names).find(words);

/** What an element says, as HTML: RSS writes HTML as text, Atom tells how it writes. */
function html(element: XmlElement | undefined): string | undefined {
  if (element?.namespaceURI !== atom) return words(element);
  const type = element.getAttribute('type') ?? '';
  if (type.includes('xhtml')) return element.innerHTML;
  return type.includes('html') ? words(element) : escaped(words(element) ?? '');
}

/** What relative addresses in an element start from. */
const baseOf = (element: XmlElement | null, base: string): string => {
  if (!element) return base;
  const above = baseOf(element.parentElement, base);
  return safeUrl(element.getAttribute('xml:base'), above) ?? above;
};

const address = (element: XmlElement | undefined, base: string): string | undefined =>
  element && safeUrl(element.getAttribute('href') ?? words(element), baseOf(element, base));

const linkOf = (parent: XmlElement, rel: string): XmlElement | undefined =>
  of(parent, 'link', 'atom:link').find((link) => (link.getAttribute('rel') ?? 'alternate') === rel);

/** All media in an item, also those in groups; what may stand in for others comes last. */
const media = (parent: XmlElement): XmlElement[] =>
  of(parent, 'media:content', 'media:group', 'enclosure', 'media:thumbnail').flatMap((each) => [
    each,
    ...media(each),
  ]);

function pictureOf(item: XmlElement): XmlElement | undefined {
  const pictures = media(item).filter((each) =>
    /^image|\.(jpe?g|png|gif|webp|avif)\b/i.test(
      each.getAttribute('medium') ??
        each.getAttribute('type') ??
        (each.localName === 'thumbnail' ? 'image' : (each.getAttribute('url') ?? '')),
    ),
  );
  const width = (each: XmlElement): number => Number(each.getAttribute('width'));
  return pictures
    .filter(({ nodeName }) => nodeName === pictures[0]?.nodeName)
    .sort((a, b) => width(b) - width(a))[0];
}

/** In RSS an author is an e-mail address, with a name in brackets; the address is nobody's business. */
const nameOf = (author: XmlElement): string | undefined => {
  const said = words(one(author, 'name') ?? author) ?? '';
  return /\(([^()]+)\)/.exec(said)?.[1] ?? (said.includes('@') ? undefined : said);
};

/** What items take over from their feed, which is looked through once: it has as many children as items. */
interface Common {
  readonly base: string;
  readonly authors: readonly XmlElement[];
  readonly language: string | undefined;
}

/** An item with the names that JSON Feed has for it. */
function itemOf(item: XmlElement, { base, ...feed }: Common): Fields {
  const guid = one(item, 'guid', 'id');
  const name = words(guid) ?? item.getAttribute('rdf:about') ?? undefined;
  const image = pictureOf(item);
  const authors = [of(item, 'dc:creator'), of(item, 'author'), feed.authors].find(({ length }) => length);
  return {
    id: name,
    url:
      address(linkOf(item, 'alternate'), base) ??
      (guid?.getAttribute('isPermaLink') === 'false' ? undefined : name),
    title: html(one(item, 'title')),
    summary: html(one(item, 'description', 'summary')),
    content_html: html(one(item, 'content:encoded', 'content')),
    date_published: words(one(item, 'pubDate', 'published', 'dc:date')),
    date_modified: words(one(item, 'updated', 'atom:updated')),
    image: { src: image && safeUrl(image.getAttribute('url'), baseOf(image, base)) },
    authors: authors?.map((each) => ({ name: nameOf(each), url: address(one(each, 'uri'), base) })),
    tags: of(item, 'category', 'dc:subject').map(
      (each) => each.getAttribute('label') ?? each.getAttribute('term') ?? words(each),
    ),
    language: item.getAttribute('xml:lang') ?? feed.language,
    _comments: Number(words(one(item, 'slash:comments', 'thr:total')) ?? NaN),
  };
}

/** What may hold anything: comments, CDATA and processing instructions. */
const opaque = /<!--[^]*?(?:-->|$)|<!\[CDATA\[[^]*?(?:\]\]>|$)|<\?[^]*?(?:\?>|$)/g;

/** @throws {Problem} `parse` */
async function parse(xml: string, url: string): Promise<XmlElement> {
  const fail = (what: string): never => {
    throw new Problem('parse', `${url} answered ${what}`);
  };
  const bare = xml.replace(opaque, '').trim();
  if (/^<(!doctype )?html\b/i.test(bare)) fail('a web page instead of a feed');
  // Entities can be made to grow without end, and to name files.
  if (/<!(DOCTYPE|ENTITY)/i.test(bare)) fail('a feed with a document type of its own, which is not read');
  let feed = parser.xml(xml.trim());
  if (typeof feed === 'string') feed = parser.xml((await import('./rss-mending.js')).mended(xml));
  if (typeof feed === 'string') return fail(`XML with a mistake in it: ${text(feed)?.slice(0, 200)}`);
  if (!/^(rss|RDF|feed)$/.test(feed.localName)) fail('something instead of a feed');
  return feed;
}

/**
 * Reads a feed.
 * @param url where it was
 * @throws {Problem} `parse`
 */
export async function pageOf(xml: string, url: string): Promise<FeedPage> {
  const root = await parse(xml, url);
  const channels = of(root, 'channel');
  const feed = channels[0] ?? root;
  const base = address(linkOf(feed, 'alternate'), url) ?? url;
  // RSS 1.0 has them beside the channel.
  const entries = [...channels.flatMap((each) => of(each, 'item')), ...of(root, 'item', 'entry')];
  const common = {
    base,
    authors: of(feed, 'author'),
    language:
      feed.getAttribute('xml:lang') ??
      root.getAttribute('xml:lang') ??
      words(one(feed, 'language', 'dc:language')),
  };
  return {
    items: entries.slice(0, mostItems).map((entry) => itemOf(entry, common)),
    base,
    next: address(linkOf(feed, 'next'), url),
  };
}
