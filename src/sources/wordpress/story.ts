import type { Author, Picture, Story, Term } from '../../model/index.js';
import { compact } from '../../kit/compact.js';
import { safeUrl } from '../../kit/urls.js';
import { count, fields, id, isFields, many, text, type Fields } from '../shape.js';
import { html, zoned } from './shape.js';

// A post of WordPress, of whatever kind, as a story.

export const term = (from: Fields): Term | undefined => {
  const name = html(from.name);
  return name && id(from.id) ? compact<Term>({ id: id(from.id), name, url: safeUrl(from.link) }) : undefined;
};

/** The terms that a post is filed under, of all taxonomies. */
export function termsOf(from: Fields): Fields[] {
  const terms = fields(from._embedded)['wp:term'];
  return Array.isArray(terms) ? terms.flat().filter(isFields) : [];
}

const termsIn = (from: Fields, taxonomy: string): Term[] =>
  many(termsOf(from), (one) => (one.taxonomy === taxonomy ? term(one) : undefined));

// Where a site hides its users, an error object stands in the author's place.
export const author = (from: Fields): Author | undefined => {
  const name = html(from.name);
  return name
    ? compact<Author>({ id: id(from.id), name, bio: html(from.description), url: safeUrl(from.link) })
    : undefined;
};

function media(from: Fields): Picture | undefined {
  const details = fields(from.media_details);
  const src = safeUrl(from.source_url);
  if (!src || from.media_type === 'file') return undefined;
  const [width, height] = [count(details.width), count(details.height)];
  // A cropped size (thumbnail) shows another picture: only sizes of the same shape may stand in for it.
  const sizes = Object.values(fields(details.sizes)).flatMap((size) => {
    const { source_url, ...its } = fields(size);
    const url = safeUrl(source_url);
    const [w, h] = [Number(id(its.width)), Number(id(its.height))];
    const same = width && height && w && Math.abs((h / w) * width - height) < width / 50;
    return url && same ? `${url} ${w}w` : [];
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

/** Whether there is more in it than WordPress' own teaser: a body, or what plugins, themes and other kinds of posts add. */
export const isMore = (from: Fields): boolean =>
  !!from.content ||
  many(from.authors, (one) => one).length > 0 ||
  termsOf(from).some(({ taxonomy }) => taxonomy !== 'category' && taxonomy !== 'post_tag') ||
  !!text(fields(from.excerpt).rendered)?.includes('<a ');

/** @param home address of the site, where readers sign in */
export function story(from: Fields, home: string): Story | undefined {
  const [key, url] = [id(from.id), safeUrl(from.link)];
  const headline = html(fields(from.title).rendered);
  if (!key || !url || !headline) return undefined;
  const [section] = termsIn(from, 'category');
  const excerpt = fields(from.excerpt);
  const locked = excerpt.protected === true;
  const body = text(fields(from.content).rendered);
  return compact<Story>({
    id: key,
    slug: text(from.slug),
    url,
    headline,
    kicker: section?.name,
    // Where WordPress cuts.
    standfirst: html(excerpt.rendered)?.replace(/\s*\[(…|\.{3})\]$/, ' …'),
    authors: many(fields(from._embedded).author, author),
    published: zoned(from.date, from.date_gmt),
    updated:
      (text(from.modified_gmt) ?? '') > (text(from.date_gmt) ?? '')
        ? zoned(from.modified, from.modified_gmt)
        : undefined,
    picture: many(fields(from._embedded)['wp:featuredmedia'], media)[0],
    section,
    tags: termsIn(from, 'post_tag'),
    // Behind a password nothing can be read here, and nothing be said.
    subscribersOnly: locked || undefined,
    comments: locked || from.comment_status === 'closed' ? 'closed' : undefined,
    signInUrl: `${home}/wp-login.php?redirect_to=${encodeURIComponent(url)}`,
    body,
  });
}
