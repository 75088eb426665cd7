import type { Author, Story, Term } from '../../model/index.js';
import { compact } from '../../kit/compact.js';
import { excerpt } from '../../kit/excerpt.js';
import { plainText } from '../../kit/plain-text.js';
import { safeUrl } from '../../kit/urls.js';
import { dateOf } from './date.js';
import { count, id, many, picture, text, type Fields } from '../shape.js';

// A feed's item has JSON Feed's names, whatever the feed was written in; texts are HTML.

/** The words of a text, without case, accents and vowel signs. */
export const wordsOf = (value: string): string[] =>
  value
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** A name as it stands in an address. */
export const slug = (name: string): string => wordsOf(name).join('-');

/** The text of a field that holds HTML. */
const html = (value: unknown): string | undefined => text(plainText(text(value) ?? ''));

/** HTML that shows this text. */
export const escaped = (value: string): string =>
  value.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The first picture in a body; those of one pixel count readers, those of WordPress' emoji are letters. */
const firstPicture = (body: string): string =>
  plainText(
    /<img\b(?![^<>]*?(?:(?:width|height)=["']?[01]\b|smiley))[^<>]*?\ssrc=["']([^"']+)/i.exec(body)?.[1] ??
      '',
  );

/** Without what WordPress and its plugins set after what they cut off. */
const shortened = (summary: string): string =>
  excerpt(
    summary
      .slice(0, 999)
      .replace(/\s*The post .* (appeared first|first appeared) on .*$/, '')
      .replace(/\s*(\[…\]|(… )?Continue reading\b.*)$/, ' …'),
    400,
  );

/** @param base what relative addresses start from */
export function story(from: Fields, base: string): Story | undefined {
  const url = safeUrl(from.url, base);
  const body = text(from.content_html) ?? text(from.summary) ?? '';
  const words = shortened(html(from.summary) ?? plainText(body));
  // Some feeds are of notes without a headline.
  const headline = html(from.title) ?? excerpt(words, 80);
  if (!url?.startsWith('http') || !headline) return undefined;
  const [published, updated] = [dateOf(text(from.date_published)), dateOf(text(from.date_modified))];
  const tags = (Array.isArray(from.tags) ? (from.tags as unknown[]) : [])
    .flatMap((tag) => html(tag) ?? [])
    .map((name) => compact<Term>({ id: slug(name), name }));
  const comments = count(from._comments);
  return compact<Story>({
    id: id(from.id) ?? url,
    slug: /([^/]+)\/*$/.exec(new URL(url).pathname)?.[1],
    url,
    headline,
    kicker: tags[0]?.name,
    standfirst: text(words),
    authors: many(from.authors, ({ name, url: at, avatar }) =>
      html(name)
        ? compact<Author>({
            name: html(name),
            url: safeUrl(at, base),
            portrait: picture({ src: avatar }, base),
          })
        : undefined,
    ),
    published: published ?? updated,
    updated: published && published !== updated ? updated : undefined,
    picture: picture(from.image, base) ?? picture({ src: firstPicture(body) }, url),
    section: tags[0],
    tags,
    lang: text(from.language),
    commentCount: comments,
    // There is no way to comment; but where the feed counts comments, there is one on the story's page.
    comments: comments === undefined ? 'closed' : undefined,
    body: text(body),
  });
}
