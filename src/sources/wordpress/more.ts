import type { Author, Story } from '../../model/index.js';
import { compact } from '../../kit/compact.js';
import { quotes, unlessIn } from '../body.js';
import { fields, many, text, type Fields } from '../shape.js';
import type { Found } from './posts.js';
import { html } from './shape.js';
import type { Site } from './site.js';
import { author, term, termsOf } from './story.js';

// What plugins and themes add to posts, and what bodies hold: loaded where a post has any of it.

const users = (from: Fields): Fields[] => many(fields(from._embedded).author, (one) => one);

/** The terms by which plugins note down several authors. */
const isAuthor = ({ taxonomy }: Fields): boolean => taxonomy === 'author';

/** What a post is filed under: its section, and its tags; other kinds of posts may have other taxonomies for them. */
export function filed(from: Fields): { section: Fields[]; tags: Fields[] } {
  const terms = termsOf(from).filter((one) => !isAuthor(one));
  const names = terms.map(({ taxonomy }) => taxonomy);
  const first = names.includes('category') ? 'category' : names.find((name) => name !== 'post_tag');
  const second = names.includes('post_tag') ? 'post_tag' : names.find((name) => name !== first);
  const of = (name: unknown): Fields[] => terms.filter(({ taxonomy }) => taxonomy === name);
  return { section: first ? of(first) : [], tags: second ? of(second) : [] };
}

/** PublishPress Authors adds a field to posts; where each author's page is stands elsewhere. */
const byField = (from: Fields): Author[] =>
  many(from.authors, (one) =>
    author({
      ...termsOf(from)
        .filter(isAuthor)
        .find(({ id }) => id === one.term_id),
      ...users(from).find(({ id }) => id === one.user_id),
      ...one,
      name: one.display_name,
    }),
  );

/** Co-Authors Plus adds terms that hold logins, and tells the names for one post at a time (since its version 3.6). */
async function byTerms(from: Fields, post: string, { get }: Site): Promise<Author[]> {
  const slugs = termsOf(from)
    .filter(isAuthor)
    .map(({ slug }) => text(slug) ?? '');
  const alone = slugs.join() === `cap-${text(users(from)[0]?.slug)}`;
  if (alone || !slugs.some((slug) => slug.startsWith('cap-'))) return [];
  return get('/coauthors/v1/coauthors', { post_id: post }).then(
    ({ data }) =>
      many(data, (one) =>
        author({ ...one, name: one.display_name, description: fields(one.description).rendered }),
      ),
    () => [],
  );
}

/**
 * An excerpt as its reader meets it. Themes put a link at its end, in their language: it goes, and leaves an ellipsis
 * where the excerpt ends in the middle.
 */
function withoutLink(excerpt: string, url: string): string | undefined {
  const at = excerpt.lastIndexOf('<a ');
  const [link, href] =
    /^<a\b[^>]*?href=["']?([^"'\s>]*)[^]*?<\/a>(\s|<\/\w+>)*$/i.exec(excerpt.slice(at)) ?? [];
  const before = link && html(excerpt.slice(0, at));
  const cut = /\s*(\[(…|\.{3})\]|…|\.{3})$/;
  const isMore = before && (cut.test(before) || href === url || /more-link|>Continue reading\b/.test(link));
  if (!isMore) return undefined;
  return /[.!?]["”’»)]*$/.test(before) && !cut.test(before) ? before : `${before.replace(cut, '')} …`;
}

/** The story, with all that its post tells. */
export async function more({ story, from, ...rest }: Found, site: Site): Promise<Found> {
  const authors = byField(from);
  if (!authors.length) authors.push(...(await byTerms(from, story.id, site)));
  const { body } = story;
  const standfirst = withoutLink(text(fields(from.excerpt).rendered) ?? '', story.url) ?? story.standfirst;
  const { section, tags } = filed(from);
  const [first] = many(section, term);
  const whole = compact<Story>({
    ...story,
    kicker: first?.name,
    section: first,
    tags: many(tags, term),
    authors: authors.length ? authors : story.authors,
    standfirst: body === undefined ? standfirst : unlessIn(body, standfirst),
    quotes: body === undefined ? undefined : quotes(body),
  });
  return { story: whole, from, ...rest };
}
