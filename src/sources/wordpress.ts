import type { Author, Page, Picture, Quote, Story, Term } from '../model/index.js';
import { storyRef, type StoryRef } from '../kit/refs.js';
import { plainText } from '../kit/plain-text.js';
import { compact } from '../kit/compact.js';
import { Problem } from '../kit/problem.js';
import { safeUrl } from '../kit/urls.js';
import { count, fields, id, items, many, text, type Fields } from './shape.js';
import type { Ask, Detail, Source } from './source.js';
import { comments, counts } from './wordpress-comments.js';
import { html, totalOf, zoned } from './wordpress-shape.js';

// WordPress' own REST API, `https://example.org/wp-json`.

// `_embedded` comes only when `_links` and `_embedded` are named among the fields.
const teaser =
  'id,slug,link,date,date_gmt,modified,modified_gmt,title,excerpt,comment_status,_links,_embedded';
const embed = 'author,wp:featuredmedia,wp:term';

const term = (from: Fields): Term | undefined => {
  const name = html(from.name);
  return name && id(from.id) ? compact<Term>({ id: id(from.id), name, url: safeUrl(from.link) }) : undefined;
};

// Where a site hides its users, an error object stands in the author's place.
const author = (from: Fields): Author | undefined => {
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

/** Quotations in a body: pull quotes and block quotes, the speaker named in `cite`. */
function quotes(body: string): Quote[] {
  return [...body.matchAll(/<blockquote\b[^>]*>([^]*?)<\/blockquote>/gi)].flatMap(([, inner = '']) => {
    const [cite, by] = /<cite\b[^>]*>([^]*?)<\/cite>/i.exec(inner) ?? ['', ''];
    const words = plainText(inner.replace(cite, ''));
    return words ? compact<Quote>({ text: words, by: html(by) }) : [];
  });
}

function story(from: Fields): Story | undefined {
  const [key, url] = [id(from.id), safeUrl(from.link)];
  const headline = html(fields(from.title).rendered);
  if (!key || !url || !headline) return undefined;
  const embedded = fields(from._embedded);
  const [categories, tags] = Array.isArray(embedded['wp:term']) ? (embedded['wp:term'] as unknown[]) : [];
  const section = many(categories, term)[0];
  const published = zoned(from.date, from.date_gmt);
  const updated = zoned(from.modified, from.modified_gmt);
  const body = text(fields(from.content).rendered);
  return compact<Story>({
    id: key,
    slug: text(from.slug),
    url,
    headline,
    kicker: section?.name,
    // Themes cut an excerpt with "[…]" or a link "Continue reading …": to a reader both are an ellipsis.
    standfirst: html(fields(from.excerpt).rendered)?.replace(/\s*(\[…\]|(… )?Continue reading\b.*)$/, ' …'),
    authors: many(embedded.author, author),
    published,
    updated: String(from.modified_gmt) > String(from.date_gmt) ? updated : undefined,
    picture: many(embedded['wp:featuredmedia'], media)[0],
    section,
    tags: many(tags, term),
    comments: from.comment_status === 'closed' ? 'closed' : undefined,
    quotes: body === undefined ? undefined : quotes(body),
    body,
  });
}

/** A slug as people write it: WordPress gives all but Latin letters in per cent signs. */
function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

/** The slug at the end of a permalink, or the id of a plain one (`?p=12`). */
function permalink(link: string): StoryRef | undefined {
  if (!URL.canParse(link, 'http://_')) return undefined;
  const url = new URL(link, 'http://_');
  const plain = url.searchParams.get('p');
  const value = plain ?? url.pathname.split('/').filter(Boolean).pop();
  return value ? { kind: plain ? 'id' : 'slug', value } : undefined;
}

async function byRefs(refs: readonly StoryRef[], detail: Detail, ask: Ask): Promise<(Story | undefined)[]> {
  const known = refs
    .map((ref) => (ref.kind === 'url' ? permalink(ref.value) : ref))
    .map((ref) => ref && { ...ref, value: decoded(ref.value) });
  const read = async (param: 'include' | 'slug', kind: StoryRef['kind']): Promise<Story[]> => {
    const values = known.flatMap((ref) => (ref?.kind === kind ? ref.value : []));
    if (!values.length) return [];
    const { data } = await ask.get('/wp/v2/posts', {
      [param]: values.join(','),
      per_page: 100,
      _fields: detail === 'quotes' || detail === 'whole' ? `${teaser},content` : teaser,
      _embed: embed,
    });
    return items(data, 'posts', story);
  };
  const [ids, slugs] = await Promise.all([read('include', 'id'), read('slug', 'slug')]);
  return known.map((ref) =>
    ref?.kind === 'id'
      ? ids.find((one) => one.id === ref.value)
      : slugs.find((one) => decoded(one.slug ?? '') === ref?.value),
  );
}

async function page(
  params: Record<string, string | number | undefined>,
  limit: number,
  cursor: string | undefined,
  ask: Ask,
): Promise<Page<Story>> {
  const number = Number(cursor ?? 1);
  const { data, headers } = await ask
    .get('/wp/v2/posts', { ...params, per_page: limit, page: cursor, _fields: teaser, _embed: embed })
    .catch((error: unknown) => {
      // Past the last page; anything else that is wrong with a question is wrong on the first.
      if (cursor && error instanceof Problem && error.status === 400)
        return { data: [], headers: new Headers() };
      throw error;
    });
  return compact<Page<Story>>({
    items: items(data, 'posts', story),
    next: number < Number(headers.get('X-WP-TotalPages')) ? String(number + 1) : undefined,
    total: totalOf(headers),
  });
}

/** The number that WordPress' lists filter by, for the slug that people know. */
async function number(
  kind: 'categories' | 'tags' | 'users',
  slug: string,
  ask: Ask,
): Promise<string | undefined> {
  if (/^\d+$/.test(slug)) return slug;
  const { data } = await ask.get(`/wp/v2/${kind}`, { slug, _fields: 'id' });
  return many(data, (from) => id(from.id))[0];
}

/** The id of a story's post. */
async function postOf(story: string, ask: Ask): Promise<string> {
  const ref = storyRef(story);
  const post = ref.kind === 'id' ? ref.value : (await byRefs([ref], 'teaser', ask))[0]?.id;
  if (!post) throw new Problem('http', 'No such story', 404);
  return post;
}

const wordpress: Source = {
  name: 'wordpress',

  async stories(refs, detail, ask) {
    const found = await byRefs(refs, detail, ask);
    if (detail !== 'counted') return found;
    const numbers = await counts([...new Set(found.flatMap((one) => one?.id ?? []))], ask);
    return found.map((one) => one && compact<Story>({ ...one, commentCount: numbers.get(one.id) }));
  },

  async list({ from, of = '', limit, cursor }, ask) {
    if (from === 'latest') return page({}, limit, cursor, ask);
    if (from === 'search') return page({ search: of, orderby: 'relevance' }, limit, cursor, ask);
    if (from === 'related') {
      const [known] = of ? await byRefs([storyRef(of)], 'teaser', ask) : [];
      if (!known) return page({}, limit, cursor, ask);
      const [name, terms] = known.tags?.length
        ? (['tags', known.tags] as const)
        : (['categories', known.section ? [known.section] : []] as const);
      const ids = terms.map((one) => one.id).join(',') || undefined;
      return page({ [name]: ids, exclude: known.id }, limit, cursor, ask);
    }
    const kinds = { section: 'categories', author: 'users', tag: 'tags' } as const;
    const found = await number(kinds[from], of, ask);
    if (!found) return { items: [] };
    return page({ [from === 'author' ? 'author' : kinds[from]]: found }, limit, cursor, ask);
  },

  async comments(query, ask) {
    return comments(await postOf(query.story, ask), query, ask);
  },

  async postComment(sent, _key, ask) {
    const { postComment } = await import('./wordpress-posting.js');
    return postComment(await postOf(sent.story, ask), sent, ask);
  },

  async handover(sent, ask) {
    const { handover } = await import('./wordpress-posting.js');
    return handover(await postOf(sent.story, ask), sent, ask);
  },
};

export default wordpress;
