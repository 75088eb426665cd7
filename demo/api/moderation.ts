import { createHash, timingSafeEqual } from 'node:crypto';
import type { Page } from '../../src/model/index.js';
import { commentColumns, type CommentRow, commentUrl } from './comments.js';
import { pageOf, readCursor } from './paging.js';
import { Problem } from './problems.js';
import { present, type Site } from './site.js';
import { storyUrl } from './stories.js';

const STATUS_AFTER = { approve: 'approved', hold: 'held', reject: 'rejected', remove: 'removed' } as const;

type Status = CommentRow['status'];

/** The one token that there is belongs to this name. */
const MODERATOR = 'moderator';

/** A comment as a moderator sees it: with its text, whatever its status. */
export interface ModeratedComment {
  readonly id: string;
  readonly story: string;
  /** The story's. */
  readonly headline: string;
  readonly parent?: string;
  readonly author: string;
  readonly authorUrl?: string;
  readonly text: string;
  readonly posted: string;
  readonly status: Status;
  readonly url: string;
  readonly lang?: string;
}

export interface Decision {
  readonly id: string;
  readonly comment: string;
  readonly decision: keyof typeof STATUS_AFTER;
  readonly by: string;
  readonly at: string;
  readonly from: Status;
  readonly to: Status;
  readonly note?: string;
}

/** Lets a request pass that carries the moderator's token. */
export function expectModerator(token: string, authorization: string | undefined): void {
  // Hashes are of one length, which timingSafeEqual asks for.
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const given = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
  if (!timingSafeEqual(digest(given), digest(token))) {
    throw new Problem('unauthorized', 'Send the moderator’s token as “Authorization: Bearer …”.', [], {
      'WWW-Authenticate': 'Bearer',
    });
  }
}

export async function listModeratedComments(
  site: Site,
  query: { readonly status: Status; readonly limit: number; readonly cursor?: string },
): Promise<Page<ModeratedComment>> {
  const question = `moderation ${query.status}`;
  const after = readCursor(question, query.cursor);
  const rows = await site.database.query<CommentRow & { headline: string; section: string; slug: string }>(
    `select ${commentColumns()}, s.headline, s.section, s.slug
     from comments c join stories s on s.id = c.story
     where c.status = $1 and ($2::timestamptz is null or (c.posted, c.id) < ($2, $3::bigint))
     order by c.posted desc, c.id desc
     limit $4`,
    [query.status, after?.at.toISOString() ?? null, after?.id ?? null, query.limit + 1],
  );
  const [count] = await site.database.query<{ total: number }>(
    'select count(*)::int as total from comments where status = $1',
    [query.status],
  );
  return {
    ...pageOf(
      rows,
      query.limit,
      question,
      (row) => ({ score: '0', at: row.posted, id: row.id }),
      ({ section, slug, website, posted, ...row }) =>
        present<ModeratedComment>({
          ...row,
          authorUrl: website,
          posted: posted.toISOString(),
          url: commentUrl(storyUrl(site, { section, slug }), row.id),
        }),
    ),
    total: count!.total,
  };
}

interface DecisionRow extends Omit<Decision, 'at' | 'note'> {
  readonly at: Date;
  readonly note: string | null;
}

const DECISION = `id::text as id, comment::text as comment, decision, decided_by as by, decided_at as at,
  from_status as "from", to_status as "to", note`;

const decisionOf = ({ at, ...row }: DecisionRow): Decision =>
  present<Decision>({ ...row, at: at.toISOString() });

const noComment = (id: string) => new Problem('not-found', `There is no comment with the id ${id}.`);

/** Decides about a comment, and records who changed what, when and why. */
export async function decide(
  site: Site,
  id: string,
  { decision, note }: { readonly decision: Decision['decision']; readonly note?: string },
): Promise<Decision> {
  return site.database.transaction(async (transaction) => {
    const [comment] = await transaction.query<{ status: Status }>(
      'select status from comments where id = $1::bigint for update',
      [id],
    );
    if (!comment) throw noComment(id);
    const to = STATUS_AFTER[decision];
    await transaction.query('update comments set status = $2 where id = $1::bigint', [id, to]);
    const [row] = await transaction.query<DecisionRow>(
      `insert into decisions (comment, decision, decided_by, decided_at, from_status, to_status, note)
       values ($1::bigint, $2, $3, now(), $4, $5, $6) returning ${DECISION}`,
      [id, decision, MODERATOR, comment.status, to, note ?? null],
    );
    return decisionOf(row!);
  });
}

/** What was decided about a comment, oldest first. */
export async function listDecisions(
  site: Site,
  id: string,
): Promise<{ readonly items: readonly Decision[] }> {
  const [comment] = await site.database.query('select from comments where id = $1::bigint', [id]);
  if (!comment) throw noComment(id);
  const rows = await site.database.query<DecisionRow>(
    `select ${DECISION} from decisions where comment = $1::bigint order by decisions.id`,
    [id],
  );
  return { items: rows.map(decisionOf) };
}
