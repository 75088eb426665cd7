import type { Comment, Page } from '../../src/model/index.js';
import { pageOf, readCursor } from './paging.js';
import { Problem } from './problems.js';
import { present, type Site } from './site.js';
import { findStory, storyUrl } from './stories.js';

export interface CommentRow {
  readonly id: string;
  readonly story: string;
  readonly parent: string | null;
  readonly author: string;
  readonly website: string | null;
  readonly text: string;
  readonly posted: Date;
  readonly status: 'approved' | 'held' | 'rejected' | 'removed';
  readonly lang: string | null;
}

/** The columns of a `CommentRow`; e-mail addresses stay in the database. */
export const commentColumns = (status = 'c.status') =>
  `c.id::text as id, c.story, c.parent::text as parent, c.author, c.website, c.text, c.posted, c.lang,
   ${status} as status`;

/** The address of a comment on the page of its story. */
export const commentUrl = (page: string, id: string): string => `${page}#comment-${id}`;

/** A comment as readers see it. */
export function commentOf(row: CommentRow, page: string): Comment {
  const { id, story, parent, posted } = row;
  const place = { id, story, parent, posted: posted.toISOString(), url: commentUrl(page, id) };
  if (row.status === 'approved' || row.status === 'held') {
    const { author, website: authorUrl, text, status, lang } = row;
    return present<Comment>({ ...place, author, authorUrl, text, status, lang });
  }
  return present<Comment>({ ...place, author: '', text: '', status: 'removed' });
}

export interface CommentQuery {
  readonly story: string;
  readonly order: 'newest' | 'oldest';
  readonly limit: number;
  readonly cursor?: string;
  /** Whether a page holds whole threads. */
  readonly threads: boolean;
  readonly thread?: string;
}

/** A story's approved comments, and in the place of what was taken down after it was answered, a placeholder. */
const SHOWN = `shown as (
  select id, parent from comments where story = $1 and status = 'approved'
  union
  select c.id, c.parent from comments c join shown on c.id = shown.parent)`;

const SHOWN_COLUMNS = commentColumns(`case c.status when 'approved' then 'approved' else 'removed' end`);

/** A story's comments as readers see them, one by one or by whole threads. */
export async function listComments(site: Site, query: CommentQuery): Promise<Page<Comment>> {
  expectThreads(query);
  const story = await findStory(site, query.story);
  const found = query.thread
    ? { rows: await wholeThreads(site, story.id, [await rootOf(site, story.id, query.thread)]) }
    : await pageOfComments(site, story.id, query);
  const page = storyUrl(site, story);
  return {
    items: found.rows.map((row) => commentOf(row, page)),
    ...('next' in found && { next: found.next }),
    total: (await countsOf(site, [story.id]))[0]!.count,
  };
}

function expectThreads({ threads, thread, cursor }: CommentQuery): void {
  if (thread === undefined) return;
  if (!threads) throw Problem.fields([{ field: 'thread', reason: 'is only for threads=true' }]);
  if (cursor !== undefined) {
    throw Problem.fields([{ field: 'cursor', reason: 'cannot be combined with thread' }]);
  }
}

async function pageOfComments(
  site: Site,
  story: string,
  { order, limit, cursor, threads }: CommentQuery,
): Promise<{ readonly rows: readonly CommentRow[]; readonly next?: string }> {
  const question = `${threads ? 'threads' : 'comments'} ${story} ${order}`;
  const after = readCursor(question, cursor);
  const [compare, direction] = order === 'newest' ? ['<', 'desc'] : ['>', 'asc'];
  const found = await site.database.query<CommentRow>(
    `with recursive ${SHOWN}
     select ${SHOWN_COLUMNS}
     from comments c
     where c.id in (select id from shown${threads ? ' where parent is null' : ''})
       and ($2::timestamptz is null or (c.posted, c.id) ${compare} ($2, $3::bigint))
     order by c.posted ${direction}, c.id ${direction}
     limit $4`,
    [story, after?.at.toISOString() ?? null, after?.id ?? null, limit + 1],
  );
  const { items, ...rest } = pageOf(
    found,
    limit,
    question,
    (row) => ({ score: '0', at: row.posted, id: row.id }),
    (row) => row,
  );
  const rows = threads
    ? await wholeThreads(
        site,
        story,
        items.map(({ id }) => id),
      )
    : items;
  return { rows, ...rest };
}

/** These comments in this order, each followed by all its answers, oldest first. */
async function wholeThreads(site: Site, story: string, roots: readonly string[]): Promise<CommentRow[]> {
  // Clocks may go back: an answer counts as no older than what it answers.
  return site.database.query(
    `with recursive ${SHOWN},
     thread as (
       select id, id as root, posted as at, 0 as depth from comments where id = any($2::bigint[])
       union all
       select c.id, root, greatest(c.posted, at), depth + 1
       from thread join comments c on c.parent = thread.id join shown on shown.id = c.id)
     select ${SHOWN_COLUMNS} from thread join comments c using (id)
     order by array_position($2::bigint[], root), at, depth, c.id`,
    [story, roots],
  );
}

/** The first comment of the thread that a comment belongs to. */
async function rootOf(site: Site, story: string, id: string): Promise<string> {
  const [root] = await site.database.query<{ id: string }>(
    `with recursive ${SHOWN},
     above as (
       select id, parent from shown where id = $2::bigint
       union all
       select shown.id, shown.parent from shown join above on shown.id = above.parent)
     select id::text as id from above where parent is null`,
    [story, id],
  );
  if (!root) throw new Problem('not-found', `There is no comment with the id ${id} on this story.`);
  return root.id;
}

async function countsOf(site: Site, ids: readonly string[]): Promise<{ story: string; count: number }[]> {
  return site.database.query(
    `select s.id as story, (select count(*)::int from comments where story = s.id and status = 'approved') as count
     from stories s where s.id = any($1::text[]) order by array_position($1::text[], s.id)`,
    [ids],
  );
}

/** How many approved comments stories have; unknown ones are left out. */
export async function countComments(site: Site, ids: readonly string[]) {
  return { items: await countsOf(site, ids) };
}
