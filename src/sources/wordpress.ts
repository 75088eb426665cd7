import type { Page, Story } from '../model/index.js';
import { storyRef, type StoryRef } from '../kit/refs.js';
import { compact } from '../kit/compact.js';
import { Problem } from '../kit/problem.js';
import { fields, id, items, many, type Fields } from './shape.js';
import type { Ask, Detail, ListQuery, Params, Source } from './source.js';
import { decoded, rest, siteOf, totalOf, type Site } from './wordpress-shape.js';
import { filings, story } from './wordpress-story.js';

// WordPress' own REST API, `https://example.org/wp-json`.

// `_embedded` comes only when `_links` and `_embedded` are named among the fields; `authors` where a plugin adds it.
const teaser =
  'id,slug,link,date,date_gmt,modified,modified_gmt,title,excerpt,comment_status,authors,_links,_embedded';
const embed = 'author,wp:featuredmedia,wp:term';

/** A story, and the post that it was made from. */
export interface Found {
  readonly story: Story;
  readonly from: Fields;
  /** The kind of post. */
  readonly type: string;
}

export type Read = (type: string, params: Params, more?: string) => Promise<{ found: Found[]; headers: Headers }>;

/** Reads posts of a site. */
const reader =
  (site: Site, ask: Ask): Read =>
  async (type, params, more = '') => {
    const { data, headers } = await ask.get(`/wp/v2/${type}`, { ...params, _fields: teaser + more, _embed: embed });
    const read = (from: Fields): Found | undefined => {
      const made = story(from, site.home);
      return made && { story: made, from, type };
    };
    // What a page says that it is need not be a post: a section and an author have pages, too.
    return { found: type === site.type ? items(data, 'posts', read) : many(data, read), headers };
  };

/** The address of a post in REST, where this page is that one's. */
function postOfPage(address: string, { home }: Site): Site | undefined {
  if (typeof document === 'undefined') return undefined;
  const linked = (rel: string): string =>
    document.querySelector<HTMLLinkElement>(`link[rel="${rel}"][href]`)?.href ?? '';
  if (![linked('canonical'), location.href.replace(/#.*/, '')].includes(address)) return undefined;
  const site = siteOf(linked('alternate"][type="application/json'));
  return site.home === home ? site : undefined;
}

/** Which question finds a post, and what its answer is known by. */
interface Place {
  readonly type: string;
  readonly by: 'include' | 'slug';
  readonly value: string;
}

function placeOf({ kind, value }: StoryRef, site: Site): Place | undefined {
  const { type } = site;
  if (kind !== 'url') return { type, by: kind === 'id' ? 'include' : 'slug', value: decoded(value) };
  const here = postOfPage(value, site);
  if (here?.post) return { type: here.type, by: 'include', value: here.post };
  if (!URL.canParse(value, 'http://_')) return undefined;
  const { searchParams, pathname } = new URL(value, 'http://_');
  // A plain permalink (`?p=12`), else the slug at the end of a pretty one.
  const plain = searchParams.get('p') ?? searchParams.get('page_id');
  const last = plain ?? pathname.split('/').filter(Boolean).pop();
  return last ? { type, by: plain ? 'include' : 'slug', value: decoded(last) } : undefined;
}

async function byRefs(
  refs: readonly StoryRef[],
  detail: Detail,
  site: Site,
  ask: Ask,
): Promise<(Found | undefined)[]> {
  const places = refs.map((ref) => placeOf(ref, site));
  const read = reader(site, ask);
  const questions = [...new Set(places.flatMap((place) => (place ? `${place.type} ${place.by}` : [])))];
  const answers = await Promise.all(
    questions.map(async (question) => {
      const [type = '', by = ''] = question.split(' ');
      const values = places.flatMap((place) => (place?.type === type && place.by === by ? place.value : []));
      const more = detail === 'quotes' || detail === 'whole' ? ',content' : '';
      return (await read(type, { [by]: values.join(','), per_page: 100 }, more)).found;
    }),
  );
  const all = answers.flat();
  const found = places.map((place) =>
    all.find(({ story: one }) => (place?.by === 'slug' ? decoded(one.slug ?? '') : one.id) === place?.value),
  );
  // TODO
  return found;
}
