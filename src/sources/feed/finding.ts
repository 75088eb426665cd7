import type { Story } from '../../model/index.js';
import { compact } from '../../kit/compact.js';
import type { StoryRef } from '../../kit/refs.js';
import { safeUrl } from '../../kit/urls.js';
import { quotes, unlessIn } from '../body.js';
import type { ListQuery } from '../source.js';
import { slug } from './story.js';
import { found, related } from './words.js';

/** An address by which others write it: without its scheme, `www.`, fragment, trailing slash and what counts clicks. */
function address(value: string, base?: string): string | undefined {
  const told = safeUrl(value, base);
  if (!told) return undefined;
  const { host, pathname, searchParams } = new URL(told);
  const query = [...searchParams].filter(([name]) => !/^(utm_.*|ref|fbclid|gclid)$/.test(name));
  const path = host.replace(/^www\./, '') + pathname.replace(/\/+$/, '');
  return `${path}?${String(new URLSearchParams(query))}`.toLowerCase();
}

/** A slug as addresses have it: letters may stand in per cent signs. */
const inPath = (name: string): string => new URL(`http://_/${name}`).pathname.toLowerCase();

/** Finds stories by all that they may be called; WordPress tells a post's number in its guid. */
export function byName(stories: readonly Story[], base: string): (ref: StoryRef) => Story | undefined {
  const names = new Map<string | undefined, Story>();
  for (const story of [...stories].reverse()) {
    const { id, slug, url } = story;
    const post = /[?&](p=\d+)$/.exec(id)?.[1];
    for (const name of [post, slug && inPath(slug), address(id), address(url), id]) names.set(name, story);
  }
  names.delete(undefined);
  return ({ kind, value }) =>
    names.get(value) ??
    (kind === 'url'
      ? names.get(address(value, base))
      : (names.get(`p=${value}`) ?? names.get(inPath(value))));
}

/** Those with an author or a tag of that name, as people write it or as it stands in an address. */
function named(stories: readonly Story[], by: ListQuery['from'], name: string): readonly Story[] {
  const sought = slug(name);
  return stories.filter(({ authors = [], tags = [] }) =>
    (by === 'author' ? authors : tags).some((one) => slug(one.name) === sought),
  );
}

/**
 * The stories that answer a question for more than the latest.
 * @param known the story that others are to be related to
 */
export const answering = (
  stories: readonly Story[],
  from: ListQuery['from'],
  of: string,
  known: Story | undefined,
): readonly Story[] =>
  from === 'search'
    ? found(stories, of)
    : from === 'related'
      ? related(stories, known)
      : named(stories, from, of);

/** A story with its quotes; what its body says or shows itself does not come twice. */
export function whole(story: Story): Story {
  const { body = '', standfirst, picture } = story;
  return compact<Story>({
    ...story,
    quotes: quotes(body),
    standfirst: unlessIn(body, standfirst),
    picture: picture && body.includes(new URL(picture.src).pathname) ? undefined : picture,
  });
}
