import type {
  Author,
  Correction,
  Page,
  Picture,
  Quote,
  Story,
  StoryLabel,
  Term,
} from '../../src/model/index.js';
import type { ContentAuthor, ContentPicture, ContentQuote } from './content.js';
import { pageOf, readCursor } from './paging.js';
import { Problem } from './problems.js';
import { present, type Site } from './site.js';

export interface StoryQuery {
  readonly ids?: readonly string[];
  readonly slugs?: readonly string[];
  readonly url?: readonly string[];
  readonly detail?: 'whole';
  readonly section?: string;
  readonly author?: string;
  readonly tag?: string;
  readonly q?: string;
  readonly related?: string;
  readonly exclude?: readonly string[];
  readonly limit: number;
  readonly cursor?: string;
}

interface StoryRow {
  readonly id: string;
  readonly slug: string;
  readonly section: { readonly slug: string; readonly name: string };
  readonly headline: string;
  readonly kicker: string | null;
  readonly standfirst: string | null;
  readonly label: StoryLabel | null;
  readonly lang: string;
  readonly published: string;
  readonly published_at: Date;
  readonly updated: string | null;
  readonly picture: ContentPicture | null;
  readonly live: boolean;
  readonly subscribers_only: boolean;
  readonly comments: 'open' | 'closed' | 'moderated';
  readonly quotes: readonly ContentQuote[] | null;
  readonly reading_minutes: number;
  readonly authors: readonly ContentAuthor[];
  readonly tags: readonly { readonly slug: string; readonly name: string }[];
  readonly comment_count: number;
  /** Of whole stories only, as the body. */
  readonly corrections?: readonly Correction[] | null;
  readonly body?: string;
}

const TEASER = `
  s.id, s.slug, s.headline, s.kicker, s.standfirst, s.label, s.lang, s.published, s.published_at, s.updated,
  s.picture, s.live, s.subscribers_only, s.comments, s.quotes, s.reading_minutes,
  (select jsonb_build_object('slug', slug, 'name', name) from sections where slug = s.section) as section,
  (select coalesce(jsonb_agg(to_jsonb(a) order by sa.position), '[]')
     from story_authors sa join authors a on a.slug = sa.author where sa.story = s.id) as authors,
  (select coalesce(jsonb_agg(to_jsonb(t) order by st.position), '[]')
     from story_tags st join tags t on t.slug = st.tag where st.story = s.id) as tags,
  (select count(*)::int from comments c where c.story = s.id and c.status = 'approved') as comment_count`;

const WHOLE = `${TEASER}, s.body, s.corrections`;

const pictureOf = (
  site: Site,
  file: string | null | undefined,
  about: Omit<Picture, 'src'> = {},
): Picture | undefined => (file ? { src: `${site.publicOrigin}/pictures/${file}`, ...about } : undefined);

const sectionOf = (site: Site, { slug, name }: { slug: string; name: string }): Term => ({
  id: slug,
  name,
  url: `${site.siteOrigin}/${slug}`,
});

const tagOf = (site: Site, { slug, name }: { slug: string; name: string }): Term => ({
  id: slug,
  name,
  url: `${site.siteOrigin}/tags/${encodeURIComponent(slug)}`,
});

const authorOf = (site: Site, { slug, portrait, ...author }: ContentAuthor): Author =>
  present<Author>({
    id: slug,
    ...author,
    url: `${site.siteOrigin}/authors/${slug}`,
    portrait: pictureOf(site, portrait),
  });

const quoteOf = (site: Site, { portrait, ...quote }: ContentQuote): Quote =>
  present<Quote>({ ...quote, portrait: pictureOf(site, portrait) });

/** The address of a story's page. */
export const storyUrl = (site: Site, story: { readonly section: string; readonly slug: string }): string =>
  `${site.siteOrigin}/${story.section}/${story.slug}`;

function storyOf(site: Site, row: StoryRow): Story {
  const { file, ...picture } = row.picture ?? { file: null };
  return present<Story>({
    id: row.id,
    slug: row.slug,
    url: storyUrl(site, { section: row.section.slug, slug: row.slug }),
    headline: row.headline,
    kicker: row.kicker,
    standfirst: row.standfirst,
    label: row.label,
    lang: row.lang,
    authors: row.authors.map((author) => authorOf(site, author)),
    published: row.published,
    updated: row.updated === row.published ? null : row.updated,
    picture: pictureOf(site, file, picture),
    section: sectionOf(site, row.section),
    tags: row.tags.map((tag) => tagOf(site, tag)),
    live: row.live,
    subscribersOnly: row.subscribers_only,
    readingMinutes: row.reading_minutes,
    commentCount: row.comment_count,
    // That a moderator reads first is no reason to keep readers from writing.
    comments: row.comments === 'moderated' ? 'open' : row.comments,
    quotes: row.quotes?.map((quote) => quoteOf(site, quote)),
    corrections: row.corrections,
    body: row.body,
  });
}

/** What identifies a story by its page: "/section/slug", or the lead's id for the front page. */
async function pageOfUrl(site: Site, url: string): Promise<{ readonly path?: string; readonly id?: string }> {
  const { origin, pathname } = new URL(url);
  if (origin !== new URL(site.siteOrigin).origin) return {};
  if (pathname !== '/') return { path: pathname.replace(/\/$/, '') };
  if (site.lead !== undefined) return { id: site.lead };
  const [first] = await site.database.query<{ id: string }>(
    'select id from stories order by length(id), id limit 1',
  );
  return first ?? {};
}

const STORY_BY_REFERENCE = `select id, slug, section, comments from stories
  where id = $1 or slug = $2 or '/' || section || '/' || slug = $3`;

/** The story that a reference (id, slug or address) means; a problem when there is none. */
export async function findStory(
  site: Site,
  reference: string,
): Promise<Pick<StoryRow, 'id' | 'slug' | 'comments'> & { readonly section: string }> {
  const page = URL.canParse(reference) ? await pageOfUrl(site, reference) : {};
  const [story] = await site.database.query<Awaited<ReturnType<typeof findStory>>>(STORY_BY_REFERENCE, [
    /^\d+$/.test(reference) ? reference : (page.id ?? null),
    reference,
    page.path ?? null,
  ]);
  if (!story) throw new Problem('not-found', `There is no story “${reference}”.`);
  return story;
}

const SELECTORS = ['section', 'author', 'tag', 'q', 'related'] as const;

/** The stories named by ids, slugs and addresses, in that order of the query. */
async function namedStories(site: Site, query: StoryQuery): Promise<Page<Story>> {
  const named = Object.entries(query).flatMap(([name, values]) =>
    name === 'ids' || name === 'slugs' || name === 'url'
      ? (values as string[]).map((value) => ({ name, value }))
      : [],
  );
  if (named.length > 100)
    throw Problem.fields([{ field: 'ids', reason: 'and the others name more than 100 stories' }]);
  const references = await Promise.all(
    named.map(async ({ name, value }) =>
      name === 'ids' ? { id: value } : name === 'slugs' ? { slug: value } : await pageOfUrl(site, value),
    ),
  );
  const keys = (key: 'id' | 'slug' | 'path') =>
    references.map((reference) => (reference as Record<string, string>)[key] ?? null);
  const rows = await site.database.query<StoryRow>(
    `with asked as (
       select s.id, min(r.position) as position
       from unnest($1::text[], $2::text[], $3::text[]) with ordinality as r(id, slug, path, position)
       join stories s on s.id = r.id or s.slug = r.slug or '/' || s.section || '/' || s.slug = r.path
       group by s.id)
     select ${query.detail ? WHOLE : TEASER} from stories s join asked using (id) order by asked.position`,
    [keys('id'), keys('slug'), keys('path')],
  );
  return { items: rows.map((row) => storyOf(site, row)), total: rows.length };
}

/**
 * A search as PostgreSQL reads it, and whether its last word may be unfinished. That word's hyphens go: "east-qu"
 * has to find "east-quay", and PostgreSQL would look for "east-qu" itself too.
 */
function searchOf(q: string): { text: string; unfinished: boolean } {
  const [, before, last] = /^(.*\s|)([^\s"-][^\s"]*)$/s.exec(q.trim()) ?? [];
  if (before === undefined || last === undefined) return { text: q, unfinished: false };
  return { text: before + last.replaceAll('-', ' '), unfinished: true };
}

interface Selection {
  /** SQL that is true of the stories meant. $1 is `value`. */
  readonly where: string;
  /** SQL of a number: the higher come first, then the newest. */
  readonly score: string;
  readonly value: unknown;
}

const UNSCORED = '0';

async function selectionOf(site: Site, query: StoryQuery): Promise<Selection> {
  if (query.section !== undefined) return { where: 's.section = $1', score: UNSCORED, value: query.section };
  if (query.author !== undefined) {
    const where = 'exists (select from story_authors where story = s.id and author = $1)';
    return { where, score: UNSCORED, value: query.author };
  }
  if (query.tag !== undefined) {
    const where = 'exists (select from story_tags where story = s.id and tag = $1)';
    return { where, score: UNSCORED, value: query.tag };
  }
  if (query.q !== undefined) {
    const { text, unfinished } = searchOf(query.q);
    const [parsed] = await site.database.query<{ search: string }>(
      `select websearch_to_tsquery('simple', $1)::text as search`,
      [text],
    );
    const search = parsed!.search;
    return {
      where: 's.search @@ $1::tsquery',
      // A rank as a decimal of known length: what a cursor holds has to compare equal with what it was read from.
      score: 'round(ts_rank(s.search, $1::tsquery)::numeric, 6)',
      value: unfinished && search.endsWith("'") ? `${search}:*` : search,
    };
  }
  if (query.related !== undefined) {
    const { id } = await findStory(site, query.related);
    return {
      where: 's.id <> $1',
      score: `(select 2 * count(*) from story_tags own join story_tags other using (tag)
          where own.story = $1 and other.story = s.id)
        + (s.section = (select section from stories where id = $1))::int`,
      value: id,
    };
  }
  return { where: '$1::text is null', score: UNSCORED, value: null };
}

/** The stories named, whole where that is asked for, or a list of teasers, page by page. */
export async function listStories(site: Site, query: StoryQuery): Promise<Page<Story>> {
  const named = query.ids ?? query.slugs ?? query.url;
  const asked = SELECTORS.filter((name) => query[name] !== undefined);
  const misplaced = named
    ? [...asked, ...(['exclude', 'cursor'] as const).filter((name) => query[name])]
    : asked.slice(1);
  if (query.detail && !named) {
    throw Problem.fields([{ field: 'detail', reason: 'is only for stories named by ids, slugs or url' }]);
  }
  if (misplaced.length > 0) {
    const reason = `cannot be combined with ${named ? 'named stories' : asked[0]}`;
    throw Problem.fields(misplaced.map((field) => ({ field, reason })));
  }
  if (named) return namedStories(site, query);

  const question = `stories ${asked.map((name) => `${name}=${query[name]}`).join()}`;
  const after = readCursor(question, query.cursor);
  const { where, score, value } = await selectionOf(site, query);
  const condition = `${where} and s.id <> all($2::text[])`;
  const exclude = query.exclude ?? [];
  const [count] = await site.database.query<{ total: number }>(
    `select count(*)::int as total from stories s where ${condition}`,
    [value, exclude],
  );
  const rows = await site.database.query<StoryRow & { readonly score: string }>(
    `select s.score::text as score, ${TEASER}
     from (select s.*, (${score})::numeric as score from stories s where ${condition}) s
     where $3::numeric is null or (s.score, s.published_at, s.id) < ($3, $4::timestamptz, $5)
     order by s.score desc, s.published_at desc, s.id desc
     limit $6`,
    [
      value,
      exclude,
      after?.score ?? null,
      after?.at.toISOString() ?? null,
      after?.id ?? null,
      query.limit + 1,
    ],
  );
  return {
    ...pageOf(
      rows,
      query.limit,
      question,
      (row) => ({ score: row.score, at: row.published_at, id: row.id }),
      (row) => storyOf(site, row),
    ),
    total: count!.total,
  };
}

/** A whole story, with body and corrections. */
export async function getStory(site: Site, id: string): Promise<Story> {
  const [row] = await site.database.query<StoryRow>(`select ${WHOLE} from stories s where s.id = $1`, [id]);
  if (!row) throw new Problem('not-found', `There is no story with the id ${id}.`);
  return storyOf(site, row);
}

interface Listed<Item> {
  readonly items: readonly Item[];
}

export async function listSections(site: Site): Promise<Listed<Term>> {
  const rows = await site.database.query<{ slug: string; name: string }>(
    'select * from sections order by position',
  );
  return { items: rows.map((row) => sectionOf(site, row)) };
}

export async function listAuthors(site: Site): Promise<Listed<Author>> {
  const rows = await site.database.query<ContentAuthor>('select * from authors order by name, slug');
  return { items: rows.map((row) => authorOf(site, row)) };
}

export async function listTags(site: Site): Promise<Listed<Term>> {
  const rows = await site.database.query<{ slug: string; name: string }>(
    'select * from tags order by name, slug',
  );
  return { items: rows.map((row) => tagOf(site, row)) };
}
