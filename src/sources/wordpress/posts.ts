import type { Story } from '../../model/index.js';
import { storyRef, type StoryRef } from '../../kit/refs.js';
import { items, many, type Fields } from '../shape.js';
import type { Detail, Params } from '../source.js';
import { decoded } from './shape.js';
import type { Site } from './site.js';
import { isMore, story } from './story.js';

// Posts, as stories.

// `_embedded` comes only when `_links` and `_embedded` are named among the fields; `authors` where a plugin adds it.
const teaser =
  'id,slug,link,date,date_gmt,modified,modified_gmt,title,excerpt,comment_status,authors,_links,_embedded';
const embed = 'author,wp:featuredmedia,wp:term';

/** A story, and the post that it was made from. */
export interface Found {
  readonly story: Story;
  readonly from: Fields;
  /** The kind of post, as REST names it. */
  readonly type: string;
}

/** What a post is asked by, and known by in the answer. */
export interface Place {
  readonly type: string;
  readonly include?: string | undefined;
  readonly slug?: string | undefined;
  is(found: Found): boolean;
  /** Looks for it where it may be else. */
  otherwise?(detail: Detail): Promise<Found | undefined> | undefined;
}

interface Answered {
  readonly found: readonly Found[];
  readonly headers: Headers;
}

/** Reads posts of one kind. */
export async function read(
  type: string,
  params: Params,
  site: Site,
  detail: Detail = 'teaser',
): Promise<Answered> {
  const { data, headers } = await site.get(`/wp/v2/${type}`, {
    ...params,
    _fields: detail === 'quotes' || detail === 'whole' ? `${teaser},content` : teaser,
    _embed: embed,
  });
  const one = (from: Fields): Found | undefined => {
    const made = story(from, site.home);
    return made && { story: made, from, type };
  };
  // What a page is named by need not be a post: sections and authors have pages, too.
  const found = type === site.type ? items(data, 'posts', one) : many(data, one);
  // What is made of more than WordPress itself tells is loaded where it is there.
  if (!found.some(({ from }) => isMore(from))) return { found, headers };
  const { more } = await import('./more.js');
  return { found: await Promise.all(found.map((one) => more(one, site))), headers };
}

function placeOf({ kind, value }: StoryRef, { type }: Site): Place {
  const slug = decoded(value);
  return kind === 'id'
    ? { type, include: value, is: ({ story }) => story.id === value }
    : { type, slug, is: ({ story }) => decoded(story.slug ?? '') === slug };
}

/** The posts that these references name, each in its place. */
export async function byRefs(
  refs: readonly StoryRef[],
  detail: Detail,
  site: Site,
): Promise<(Found | undefined)[]> {
  const places = await Promise.all(
    refs.map(async (ref) =>
      ref.kind === 'url' ? (await import('./address.js')).placeAt(ref.value, site) : placeOf(ref, site),
    ),
  );
  const readBy = async (type: string, by: 'include' | 'slug'): Promise<readonly Found[]> => {
    const values = places
      .flatMap((place) => (place?.type === type && place[by]) || [])
      // No slug has a comma or a space, and a list of none would be the list of all.
      .filter((value) => !/[\s,]/.test(value));
    if (!values.length) return [];
    const params = { [by]: values.join(), per_page: 100 };
    return (await read(type, params, site, detail)).found;
  };
  const types = [...new Set(places.flatMap((place) => place?.type ?? []))];
  const answers = types.flatMap((type) => [readBy(type, 'include'), readBy(type, 'slug')]);
  const all = (await Promise.all(answers)).flat();
  return Promise.all(
    places.map(
      async (place) =>
        place && (all.find((one) => one.type === place.type && place.is(one)) ?? place.otherwise?.(detail)),
    ),
  );
}

/** The post that a story's reference names: for all who ask about the same one. */
export const known = (story: string, site: Site): Promise<Found | undefined> =>
  site.once(`post ${story}`, async (shared) => (await byRefs([storyRef(story)], 'teaser', shared))[0]);
