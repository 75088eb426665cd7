import type { Author, Page, Picture, Story, Term } from '../model/index.js';
import { compact } from '../kit/compact.js';
import { excerpt } from '../kit/excerpt.js';
import { plainText } from '../kit/plain-text.js';
import { Problem } from '../kit/problem.js';
import { storyRef, type StoryRef } from '../kit/refs.js';
import { safeUrl } from '../kit/urls.js';
import { isId, isOwn, siteOf } from './ghost/site.js';
import { count, fields, id, items, many, text, type Fields } from './shape.js';
import type { Ask, Detail, ListQuery, Params, Source } from './source.js';

// Ghost's Content API, `https://example.org/ghost/api/content`.

// Without `fields` each story comes with its body. With them there is no `primary_tag`, and no `reading_time`; tags and
// authors have their `url` because stories do.
const teaser =
  'id,slug,url,title,custom_excerpt,excerpt,published_at,updated_at,visibility,access,comments,feature_image,feature_image_alt,feature_image_caption';

/** What has no page of its own on the site is said to be at its 404. */
function page(value: unknown): string | undefined {
  const url = safeUrl(value);
  return url?.endsWith('/404/') ? undefined : url;
}

const term = (from: Fields): Term | undefined => {
  const [slug, name] = [text(from.slug), text(from.name)];
  // Tags whose names begin with "#" are the editors' own.
  return slug && name && from.visibility !== 'internal'
    ? compact<Term>({ id: slug, name, url: page(from.url) })
    : undefined;
};

const author = (from: Fields): Author | undefined => {
  const [name, portrait] = [text(from.name), safeUrl(from.profile_image)];
  return name
    ? compact<Author>({
        id: text(from.slug),
        name,
        bio: text(from.bio),
        url: page(from.url),
        portrait: portrait ? { src: portrait } : undefined,
      })
    : undefined;
};

function picture(from: Fields, site: string): Picture | undefined {
  const src = safeUrl(from.feature_image);
  if (!src) return undefined;
  // What Ghost stores it also serves in these widths, whatever the theme.
  const [, folder, file] = /^(.*\/content\/images\/)(?!size\/)(.*\.(?:jpe?g|png|webp))$/i.exec(src) ?? [];
  const sized = folder?.startsWith(`${new URL(site).origin}/`);
  return compact<Picture>({
    src,
    srcset: sized ? [600, 1000, 1600].map((w) => `${folder}size/w${w}/${file} ${w}w`).join(', ') : undefined,
    alt: text(from.feature_image_alt),
    caption: text(plainText(text(from.feature_image_caption) ?? '')),
  });
}

/** What an editor wrote; else the text's beginning, of which Ghost gives 500 characters, and the body tells it anyway. */
const standfirst = (from: Fields): string | undefined =>
  text(from.custom_excerpt) ??
  (text(from.html) ? undefined : text(excerpt(text(from.excerpt) ?? '', 498).replace(/\s+/g, ' ')));

/** @param own the page is one of the site's own, where a member's sign-in counts */
function story(from: Fields, own: boolean): Story | undefined {
  const [key, url, headline] = [id(from.id), page(from.url), text(from.title)];
  if (!key || !url || !headline) return undefined;
  const [published, updated] = [text(from.published_at), text(from.updated_at)];
  const section = Array.isArray(from.tags) ? term(fields(from.tags[0])) : undefined;
  // Of a story that only members may read, the site does not say whether they may comment.
  const locked = from.access === false;
  const comments =
    from.comments === false && !locked
      ? 'closed'
      : typeof from.comments !== 'boolean' || (own && locked)
        ? undefined
        : own
          ? 'open'
          : 'sign-in';
  return compact<Story>({
    id: key,
    slug: text(from.slug),
    url,
    headline,
    kicker: section?.name,
    standfirst: standfirst(from),
    authors: many(from.authors, author),
    published,
    // Publishing itself sets both, one a moment after the other.
    updated: published && updated && updated.slice(0, 16) > published.slice(0, 16) ? updated : undefined,
    picture: picture(from, url),
    section,
    tags: many(from.tags, term),
    subscribersOnly: locked || (text(from.visibility) ?? 'public') !== 'public' || undefined,
    readingMinutes: count(from.reading_time),
    comments,
    signInUrl: comments === 'closed' ? undefined : `${url}#/portal/signin`,
    body: text(from.html),
  });
}

/** Whether a name can stand in a filter without meaning anything else there. */
const isName = (name: string): boolean => /^[\w-]+$/.test(name);

/** In quotes: `2024`, `null` and `true` are names, too. */
const oneOf = (names: readonly string[]): string => `[${names.map((name) => `'${name}'`).join(',')}]`;

/** The id or slug that a story goes by, which in an address comes last; empty where it can have none. */
function nameOf({ value }: StoryRef): string {
  const path = value.replace(/[?#].*/, '');
  const name = path.split('/').filter(Boolean).pop() ?? '';
  return isName(name) ? name : '';
}

/** @throws {Problem} `config`, where there is no key */
async function posts(
  params: Params,
  detail: Detail,
  ask: Ask,
): Promise<{ found: Story[]; pagination: Fields }> {
  if (!ask.apiKey) throw new Problem('config', 'Ghost wants its Content API key: set api-key');
  const answer = await ask.get(`${siteOf(ask)}/ghost/api/content/posts/`, {
    key: ask.apiKey,
    ...params,
    fields: detail === 'quotes' || detail === 'whole' ? undefined : teaser,
    include: 'authors,tags',
  });
  const { posts, meta } = fields(answer.data);
  return {
    found: items(posts, 'posts', (from) => story(from, isOwn(ask))),
    pagination: fields(fields(meta).pagination),
  };
}

async function byRefs(refs: readonly StoryRef[], detail: Detail, ask: Ask): Promise<(Story | undefined)[]> {
  const names = refs.map(nameOf);
  const each = [...new Set(names)].filter(Boolean);
  const [ids, slugs] = [each.filter(isId), each.filter((name) => !isId(name))];
  const filter = [ids.length && `id:${oneOf(ids)}`, slugs.length && `slug:${oneOf(slugs)}`]
    .filter(Boolean)
    .join(',');
  if (!filter) return refs.map(() => undefined);
  const [{ found }, { isPartners }] = await Promise.all([
    posts({ filter, limit: 100 }, detail, ask),
    import('./this-page.js'),
  ]);
  return refs.map((ref, index) =>
    found.find(
      ({ id, slug, url }) =>
        // A partner's page may be called like one of the site's stories.
        [id, slug].includes(names[index]) && !isPartners(ref.value, url, ask.api),
    ),
  );
}

async function list(
  filter: string | undefined,
  { limit, cursor }: ListQuery,
  ask: Ask,
): Promise<Page<Story>> {
  const { found, pagination } = await posts({ filter, limit, page: cursor }, 'teaser', ask);
  const at = Number(cursor ?? 1);
  return compact<Page<Story>>({
    items: found,
    // Past the last page Ghost goes on to tell a next one.
    next: at < (count(pagination.pages) ?? 0) ? String(at + 1) : undefined,
    total: count(pagination.total),
  });
}

/** Those that share a tag, filled up with the latest. */
async function related(known: Story, query: ListQuery, ask: Ask): Promise<Page<Story>> {
  const others = (stories: readonly Story[]): string => `id:-${oneOf(stories.map(({ id }) => id))}`;
  const tags = known.tags?.length ? `tag:${oneOf(known.tags.map(({ id }) => id))}+` : '';
  const page = await list(tags + others([known]), query, ask);
  const limit = query.limit - page.items.length;
  if (!tags || query.cursor || page.next || limit <= 0) return page;
  const latest = await list(others([known, ...page.items]), { ...query, limit }, ask);
  return { items: [...page.items, ...latest.items] };
}

/** All of the words, in headlines and in what editors wrote under them. They are parted at what a filter's text cannot hold. */
function containing(words: string): string {
  const each = words
    .split(/[\s'"‘’“”\\]+/)
    .filter(Boolean)
    .map((word) => `title:~'${word}',custom_excerpt:~'${word}'`);
  // Ghost (6.65) does not heed a filter that is a single group.
  return each.length > 1 ? `(${each.join(')+(')})` : each.join('');
}

/** The id of a story's post. */
async function postOf(story: string, ask: Ask): Promise<string> {
  const ref = storyRef(story);
  const name = nameOf(ref);
  const post = isId(name) ? name : (await byRefs([ref], 'teaser', ask))[0]?.id;
  if (!post) throw new Problem('http', 'No such story', 404);
  return post;
}

const ghost: Source = {
  name: 'ghost',

  async stories(refs, detail, ask) {
    if (detail === 'counted') {
      const [found, { counted }] = await Promise.all([
        byRefs(refs, detail, ask),
        import('./ghost/counts.js'),
      ]);
      return counted(found, ask);
    }
    const found = await byRefs(refs, detail, ask);
    if (detail !== 'quotes') return found;
    const { quotes } = await import('./body.js');
    return found.map((one) => one && { ...one, quotes: quotes(one.body ?? '') });
  },

  async list(query, ask) {
    const { from, of = '' } = query;
    if (from === 'latest') return list(undefined, query, ask);
    if (from === 'related') {
      const [known] = of ? await byRefs([storyRef(of)], 'teaser', ask) : [];
      return known ? related(known, query, ask) : list(undefined, query, ask);
    }
    const filter =
      from === 'search' ? containing(of) : isName(of) && `${from === 'author' ? from : 'tag'}:'${of}'`;
    return filter ? list(filter, query, ask) : { items: [] };
  },

  async comments(query, ask) {
    const [post, { comments }] = await Promise.all([postOf(query.story, ask), import('./ghost/comments.js')]);
    return comments(post, query, ask);
  },

  async postComment(sent, _key, ask) {
    const [post, { postComment }] = await Promise.all([
      postOf(sent.story, ask),
      import('./ghost/posting.js'),
    ]);
    return postComment(post, sent, ask);
  },
};

export default ghost;
