import type { Author, Picture, Quote, Story, Term } from '../model/index.js';
import { compact } from '../kit/compact.js';
import { plainText } from '../kit/plain-text.js';
import { safeUrl } from '../kit/urls.js';
import { count, fields, id, isFields, many, text, type Fields } from './shape.js';
import { decoded, html, zoned } from './wordpress-shape.js';

// A post of WordPress, of whatever kind, as a story.

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const term = (from: Fields): Term | undefined => {
  const name = html(from.name);
  return name && id(from.id) ? compact<Term>({ id: id(from.id), name, url: safeUrl(from.link) }) : undefined;
};

/** What a post is filed under in one taxonomy. */
export interface Filing {
  readonly taxonomy: string | undefined;
  /** What lists are filtered by. */
  readonly param: string | undefined;
  readonly terms: readonly Term[];
}

/** A post's section, and the tags that it shares with others; a kind of posts may have others for both. */
export function filings(from: Fields): { section: Filing | undefined; tags: Filing | undefined } {
  const links = list(fields(from._links)['wp:term']);
  const all = list(fields(from._embedded)['wp:term'])
    .map((terms, index) => ({
      taxonomy: text(fields(list(terms)[0]).taxonomy),
      param: /([\w-]+)[?&]post=/.exec(decoded(text(fields(links[index]).href) ?? ''))?.[1],
      terms: many(terms, term),
    }))
    .filter(({ taxonomy, terms }) => terms.length && taxonomy !== 'author');
  const of = (name: string): Filing | undefined => all.find(({ taxonomy }) => taxonomy === name);
  const section = of('category') ?? all.find(({ taxonomy }) => taxonomy !== 'post_tag');
  return { section, tags: of('post_tag') ?? all.find((one) => one !== section) };
}

/** Someone as WordPress or a plugin lists them. */
export const author = (from: Fields): Author | undefined => {
  const name = html(from.display_name ?? from.name);
  const { rendered = from.description } = fields(from.description);
  return name
    ? compact<Author>({ id: id(from.id), name, bio: html(rendered), url: safeUrl(from.link) })
    : undefined;
};

/**
 * Who wrote a post; undefined where it must be asked for. A site that hides its users has an error object in the
 * author's place. Plugins for several authors make them terms of a taxonomy "author":
 * - PublishPress Authors adds a field `authors` (src/modules/rest-api/rest-api.php) to posts; its terms have their names.
 * - The terms of Co-Authors Plus (php/class-coauthors-plus.php, `update_author_term`) have but the login of each, and
 *   "cap-" before the slug.
 */
function authors(from: Fields): Author[] | undefined {
  const embedded = fields(from._embedded);
  const users = list(embedded.author).filter(isFields);
  const terms = list(embedded['wp:term'])
    .flatMap(list)
    .filter(isFields)
    .filter(({ taxonomy }) => taxonomy === 'author');
  const told = many(from.authors, (one) =>
    author({
      ...terms.find((known) => known.id === one.term_id),
      ...users.find((known) => known.id === one.user_id),
      ...one,
    }),
  );
  if (told.length) return told;
  if (!terms.some(({ slug }) => text(slug)?.startsWith('cap-'))) return many(terms.length ? terms : users, author);
  return terms.length === 1 && terms[0]?.slug === `cap-${String(users[0]?.slug)}` ? many(users, author) : undefined;
}

function media(from: Fields): Picture | undefined {
  const details = fields(from.media_details);
  const src = safeUrl(from.source_url);
  if (!src || from.media_type === 'file') return undefined;
  const [width, height] = [count(details.width), count(details.height)];
  // A cropped size (thumbnail) shows another picture: only sizes of the same shape may stand in for it.
  const sizes = Object.values(fields(details.sizes)).flatMap((size) => {
    const { source_url, width: w, height: h } = fields(size);
    const url = safeUrl(source_url);
    const same =
      width && height && Number(w) && Math.abs((Number(h) / Number(w)) * width - height) < width / 50;
    return url && same ? `${url} ${Number(w)}w` : [];
  });
  return compact<Picture>({
    src,
    srcset: sizes.length ? [...new Set([...sizes, `${src} ${width}w`])].join(', ') : undefined,
    width,
    height,
    alt: text(from.alt_text),
    caption: html(fields(from.caption).rendered),
  });
}

/**
 * An excerpt as its reader meets it. WordPress cuts with "[…]", and themes put a link at the end, in their language:
 * both are an ellipsis, but for the link after a whole sentence.
 */
function standfirst(excerpt: string, link: string): string | undefined {
  const at = excerpt.lastIndexOf('<a ');
  const [more = '', target] =
    /^<a [^>]*?href=["']?([^"'\s>]*)[^]*?<\/a>(?:\s|<\/\w+>)*$/i.exec(excerpt.slice(at)) ?? [];
  const before = html(excerpt.slice(0, at));
  const cut = before?.replace(/\s*\[?(…|\.{3})\]?$/, ' …');
  if (!more || !cut || (cut === before && target !== link && !/\bmore-link\b|>Continue reading\b/.test(more)))
    return html(excerpt)?.replace(/\s*\[(…|\.{3})\]$/, ' …');
  return /\p{P}$/u.test(cut) ? cut : `${cut} …`;
}

/** Quotations in a body: pull quotes and block quotes, the speaker named in `cite`. */
function quotes(body: string): Quote[] {
  return [...body.matchAll(/<blockquote\b[^>]*>([^]*?)<\/blockquote>/gi)].flatMap(([, inner = '']) => {
    const [cite, by] = /<cite\b[^>]*>([^]*?)<\/cite>/i.exec(inner) ?? ['', ''];
    const words = plainText(inner.replace(cite, ''));
    return words ? compact<Quote>({ text: words, by: html(by) }) : [];
  });
}

/** @param home of the site, where readers sign in */
export function story(from: Fields, home: string): Story | undefined {
  const [key, url] = [id(from.id), safeUrl(from.link)];
  const headline = html(fields(from.title).rendered);
  if (!key || !url || !headline) return undefined;
  const { section, tags } = filings(from);
  const body = text(fields(from.content).rendered);
  return compact<Story>({
    id: key,
    slug: text(from.slug),
    url,
    headline,
    kicker: section?.terms[0]?.name,
    standfirst: standfirst(text(fields(from.excerpt).rendered) ?? '', url),
    authors: authors(from),
    published: zoned(from.date, from.date_gmt),
    updated: String(from.modified_gmt) > String(from.date_gmt) ? zoned(from.modified, from.modified_gmt) : undefined,
    picture: many(fields(from._embedded)['wp:featuredmedia'], media)[0],
    section: section?.terms[0],
    tags: tags?.terms ?? [],
    comments: from.comment_status === 'closed' ? 'closed' : undefined,
    signInUrl: `${home}/wp-login.php?redirect_to=${encodeURIComponent(url)}`,
    quotes: body === undefined ? undefined : quotes(body),
    body,
  });
}
