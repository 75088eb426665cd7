import type { Page, Story } from '../../model/index.js';
import { compact } from '../../kit/compact.js';
import { Problem } from '../../kit/problem.js';
import { fields, id, many, text, type Fields } from '../shape.js';
import type { ListQuery, Params } from '../source.js';
import { filed } from './more.js';
import { known, read, type Found } from './posts.js';
import { decoded, totalOf } from './shape.js';
import type { Site } from './site.js';

// Lists of a site's stories.

async function page(params: Params, { limit, cursor }: ListQuery, site: Site): Promise<Page<Story>> {
  const number = Number(cursor ?? 1);
  const asked = read(site.type, { ...params, per_page: limit, page: cursor }, site);
  const { found, headers } = await asked.catch((error: unknown) => {
    // Past the last page; anything else that is wrong with a question is wrong on the first.
    if (cursor && error instanceof Problem && error.status === 400)
      return { found: [], headers: new Headers() };
    throw error;
  });
  return compact<Page<Story>>({
    items: found.map((one) => one.story),
    next: number < Number(headers.get('X-WP-TotalPages')) ? String(number + 1) : undefined,
    total: totalOf(headers),
  });
}

const params = { section: 'categories', tag: 'tags', author: 'author' } as const;

/** What lists are filtered by: by number, where people know the slug. Undefined where the site does not know it. */
async function filedUnder(from: keyof typeof params, slug: string, site: Site): Promise<Params | undefined> {
  const param = params[from];
  if (/^\d+$/.test(slug)) return { [param]: slug };
  const { data } = await site.get(`/wp/v2/${from === 'author' ? 'users' : param}`, { slug, _fields: 'id' });
  const [number] = many(data, (one) => id(one.id));
  return number ? { [param]: number } : undefined;
}

/** The same for the terms of one taxonomy, which a post's links name. */
function filedLike(from: Fields, [first, ...others]: readonly Fields[]): Params | undefined {
  const links = many(fields(from._links)['wp:term'], (link) => link);
  const { href } = links.find(({ taxonomy }) => taxonomy === first?.taxonomy) ?? {};
  const [, param] = /([\w-]+)[?&]post=/.exec(decoded(text(href) ?? '')) ?? [];
  return first && param ? { [param]: [first, ...others].map((one) => id(one.id)).join() } : undefined;
}

/** So many of the newest are asked for in each empty place, where some of them may be of the section. */
const choice = 4;

/**
 * Those that share tags, else the section; filled up with the newest, those of the section first. A cursor names the
 * stories on the pages before.
 */
async function related(
  { story, from, type }: Found,
  { limit, cursor }: ListQuery,
  site: Site,
): Promise<Page<Story>> {
  const { section, tags } = filed(from);
  // Pages are no news.
  const kind = type === 'pages' ? site.type : type;
  const shown = cursor?.split(',') ?? [story.id];
  const others = async (like: Params, per_page: number): Promise<Story[]> => {
    const { found } = await read(kind, { ...like, exclude: shown.join(), per_page }, site);
    return found.map((one) => one.story).filter((one) => !shown.includes(one.id));
  };
  const like = filedLike(from, tags.length ? tags : section);
  const near = like ? await others(like, limit) : [];
  shown.push(...near.map((one) => one.id));
  const missing = limit - near.length;
  const asked = tags.length && section.length ? missing * choice : missing + 1;
  const newest = missing > 0 ? await others({}, Math.min(100, asked)) : [];
  const isNear = (one: Story): boolean => one.section?.id === story.section?.id;
  const rest = [...newest.filter(isNear), ...newest.filter((one) => !isNear(one))].slice(0, missing);
  shown.push(...rest.map((one) => one.id));
  return compact<Page<Story>>({
    items: [...near, ...rest],
    next: !missing || newest.length > rest.length ? shown.join() : undefined,
  });
}

export async function list(query: ListQuery, site: Site): Promise<Page<Story>> {
  const { from, of = '' } = query;
  const about = from === 'related' && of ? await known(of, site) : undefined;
  if (about) return related(about, query, site);
  if (from === 'latest' || from === 'related') return page({}, query, site);
  if (from === 'search') return page({ search: of, orderby: 'relevance' }, query, site);
  const filter = await filedUnder(from, of, site);
  return filter ? page(filter, query, site) : { items: [] };
}
