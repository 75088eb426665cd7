import { createHash } from 'node:crypto';
import type { Comment, Page } from '../../src/model/index.js';
import type { Queries } from './database.js';
import { pageOf, readCursor } from './paging.js';
import { Problem } from './problems.js';
import { present, type Site } from './site.js';
import { findStory, storyUrl } from './stories.js';

/** How many comments one reader may leave in how long. */
export interface PostLimit {
  readonly count: number;
  readonly seconds: number;
}

/** A reader's comment as it is sent. */
export interface Submission {
  readonly story: string;
  readonly parent?: string;
  readonly name: string;
  readonly email: string;
  readonly website?: string;
  readonly text: string;
  /** The trap: filled by robots only. */
  readonly homepage2?: string;
}

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

function commentOf(row: CommentRow, page: string): Comment {
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
}

/** A story's approved comments, and in the place of what was taken down after it was answered, a placeholder. */
export async function listComments(site: Site, query: CommentQuery): Promise<Page<Comment>> {
  const story = await findStory(site, query.story);
  const question = `comments ${story.id} ${query.order}`;
  const after = readCursor(question, query.cursor);
  const [compare, direction] = query.order === 'newest' ? ['<', 'desc'] : ['>', 'asc'];
  const rows = await site.database.query<CommentRow>(
    `with recursive shown as (
       select id, parent from comments where story = $1 and status = 'approved'
       union
       select c.id, c.parent from comments c join shown on c.id = shown.parent)
     select ${commentColumns(`case c.status when 'approved' then 'approved' else 'removed' end`)}
     from comments c
     where c.id in (select id from shown)
       and ($2::timestamptz is null or (c.posted, c.id) ${compare} ($2, $3::bigint))
     order by c.posted ${direction}, c.id ${direction}
     limit $4`,
    [story.id, after?.at.toISOString() ?? null, after?.id ?? null, query.limit + 1],
  );
  const page = storyUrl(site, story);
  return {
    ...pageOf(
      rows,
      query.limit,
      question,
      (row) => ({ score: '0', at: row.posted, id: row.id }),
      (row) => commentOf(row, page),
    ),
    total: (await countsOf(site, [story.id]))[0]!.count,
  };
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

const hash = (...parts: readonly unknown[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

const linksIn = (text: string) => text.match(/https?:\/\/|\bwww\./gi)?.length ?? 0;

/**
 * Stores a comment and gives it back with the page of its story. The same comment sent again under its key gives the
 * same answer, and stores nothing.
 */
export async function postComment(
  site: Site,
  limit: PostLimit,
  submission: Submission,
  key: string | undefined,
  address: string,
): Promise<{ readonly comment: Comment; readonly page: string }> {
  if (submission.homepage2 !== undefined) {
    throw new Problem('spam', 'The field homepage2 must stay empty; nothing was stored.');
  }
  const story = await findStory(site, submission.story);
  const { parent, name, text } = submission;
  const email = submission.email.toLowerCase();
  const website = submission.website === undefined ? null : new URL(submission.website).href;
  const fingerprint = hash(story.id, parent ?? null, name, email, website, text);
  const sender = hash(email, address);
  const page = storyUrl(site, story);

  const row = await site.database.transaction(async (transaction) => {
    // The posts of one reader take turns, so that each sees what the one before it stored.
    await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [email]);
    const earlier = key === undefined ? undefined : await underKey(transaction, key, fingerprint);
    if (earlier) return earlier;

    if (story.comments === 'closed')
      throw new Problem('comments-closed', 'This story takes no more comments.');
    if (parent !== undefined) await expectParent(transaction, story.id, parent);
    if (key === undefined) await expectNew(transaction, story.id, email, text);
    await expectPatience(transaction, limit, sender);

    const status = story.comments === 'moderated' || linksIn(text) > 1 ? 'held' : 'approved';
    const [stored] = await transaction.query<CommentRow>(
      `insert into comments as c (story, parent, author, email, website, text, posted, status, posted_status,
         idempotency_key, fingerprint, sender)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10, $11)
       on conflict (idempotency_key) do nothing
       returning ${commentColumns()}`,
      [
        story.id,
        parent ?? null,
        name,
        email,
        website,
        text,
        new Date().toISOString(),
        status,
        key ?? null,
        fingerprint,
        sender,
      ],
    );
    // Only another reader can have taken the key since it was looked for.
    return stored ?? keyReused();
  });
  return { comment: commentOf(row, page), page };
}

function keyReused(): never {
  throw new Problem(
    'idempotency-key-reused',
    'Another comment was sent under this idempotency key; a comment that was changed needs a new one.',
  );
}

async function underKey(queries: Queries, key: string, fingerprint: string): Promise<CommentRow | undefined> {
  const [row] = await queries.query<CommentRow & { readonly fingerprint: string }>(
    `select ${commentColumns('c.posted_status')}, c.fingerprint from comments c
     where c.idempotency_key = $1`,
    [key],
  );
  return row && row.fingerprint !== fingerprint ? keyReused() : row;
}

async function expectParent(queries: Queries, story: string, parent: string): Promise<void> {
  const [found] = await queries.query(
    `select from comments where id = $1::bigint and story = $2 and status = 'approved'`,
    [parent, story],
  );
  if (!found)
    throw new Problem('parent-gone', 'The comment that this one answers is not on this story any more.');
}

async function expectNew(queries: Queries, story: string, email: string, text: string): Promise<void> {
  const [found] = await queries.query('select from comments where story = $1 and email = $2 and text = $3', [
    story,
    email,
    text,
  ]);
  if (found) throw new Problem('duplicate', 'You have already said exactly this here.');
}

async function expectPatience(
  queries: Queries,
  { count, seconds }: PostLimit,
  sender: string,
): Promise<void> {
  const since = new Date(Date.now() - seconds * 1000);
  const recent = await queries.query<{ posted: Date }>(
    'select posted from comments where sender = $1 and posted > $2 order by posted desc limit $3',
    [sender, since.toISOString(), count],
  );
  const oldest = recent[count - 1];
  if (!oldest) return;
  const wait = Math.max(1, Math.ceil((oldest.posted.getTime() - since.getTime()) / 1000));
  throw new Problem('too-fast', `Too many comments at once; please wait ${wait} seconds.`, [], {
    'Retry-After': String(wait),
  });
}
