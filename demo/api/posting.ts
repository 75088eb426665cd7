import { createHash } from 'node:crypto';
import type { Comment } from '../../src/model/index.js';
import { commentColumns, commentOf, type CommentRow } from './comments.js';
import type { Queries } from './database.js';
import { expectPatience, type PostLimit } from './patience.js';
import { Problem } from './problems.js';
import type { Site } from './site.js';
import { findStory, storyUrl } from './stories.js';

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
  /** How long the form was there. */
  readonly seconds?: number;
  readonly challenge?: Readonly<Record<string, string>>;
}

/**
 * Asks the maker of a publisher's check whether what it put into the form is good. A form that brought nothing is
 * judged too, by no fields.
 */
export type PassesChallenge = (
  fields: Readonly<Record<string, string>>,
  address: string,
) => boolean | Promise<boolean>;

export interface PostRules {
  readonly limit: PostLimit;
  readonly passesChallenge: PassesChallenge;
}

/** Seconds that a person needs at least. */
const FASTEST = 2;

const hash = (...parts: readonly unknown[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

const linksIn = (text: string) => text.match(/https?:\/\/|\bwww\./gi)?.length ?? 0;

/**
 * Stores a comment and gives it back with the page of its story. The same comment sent again under its key gives the
 * same answer, and stores nothing.
 */
export async function postComment(
  site: Site,
  { limit, passesChallenge }: PostRules,
  submission: Submission,
  key: string | undefined,
  address: string,
): Promise<{ readonly comment: Comment; readonly page: string }> {
  expectPerson(submission);
  const story = await findStory(site, submission.story);
  const { parent, name, text } = submission;
  const email = submission.email.toLowerCase();
  const website = submission.website === undefined ? null : new URL(submission.website).href;
  const fingerprint = hash(story.id, parent ?? null, name, email, website, text);
  const sender = hash(email, address);
  const page = storyUrl(site, story);

  const again = key === undefined ? undefined : await underKey(site.database, key, fingerprint);
  // A token is good for one look: what is stored already has passed.
  if (!again && !(await passesChallenge(submission.challenge ?? {}, address))) {
    throw new Problem('spam', 'The check against robots was not passed; nothing was stored.');
  }
  const row = await site.database.transaction(async (transaction) => {
    // The posts of one reader take turns, so that each sees what the one before it stored.
    await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [email]);
    const earlier = key === undefined ? undefined : await underKey(transaction, key, fingerprint);
    if (earlier) return earlier;

    if (story.comments === 'closed')
      throw new Problem('comments-closed', 'This story takes no more comments.');
    if (parent !== undefined) await expectParent(transaction, story.id, parent);
    if (key === undefined) await expectNew(transaction, story.id, email, text);
    await expectPatience(transaction, 'comments', limit, sender);

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

/** Robots fill in every field, at once. */
function expectPerson({ homepage2, seconds }: Submission): void {
  if (homepage2 !== undefined) {
    throw new Problem('spam', 'The field homepage2 must stay empty; nothing was stored.');
  }
  if (seconds !== undefined && seconds < FASTEST) {
    throw new Problem('spam', 'Nobody writes that fast; nothing was stored.');
  }
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
