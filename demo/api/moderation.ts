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
  /** How many readers have reported it since the last decision. */
  readonly reports?: number;
  /** What they wrote, oldest first. */
  readonly reasons?: readonly string[];
}

interface ModeratedRow extends CommentRow {
  readonly headline: string;
  readonly section: string;
  readonly slug: string;
  readonly reports: number;
  readonly reasons: readonly string[] | null;
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
  query: {
    readonly status: Status;
    readonly reported: boolean;
    readonly limit: number;
    readonly cursor?: string;
  },
): Promise<Page<ModeratedComment>> {
  const question = `moderation ${query.status} ${query.reported}`;
  const after = readCursor(question, query.cursor);
  const asked = `c.status = $1
    and (not $2::boolean or exists (select from reports where comment = c.id and not settled))`;
  const rows = await site.database.query<ModeratedRow>(
    `select ${commentColumns()}, s.headline, s.section, s.slug, told.*
     from comments c join stories s on s.id = c.story,
       lateral (select count(*)::int as reports, jsonb_agg(reason order by posted) filter (where reason <> '') as reasons
         from reports where comment = c.id and not settled) told
     where ${asked} and ($3::timestamptz is null or (c.posted, c.id) < ($3, $4::bigint))
     order by c.posted desc, c.id desc
     limit $5`,
    [query.status, query.reported, after?.at.toISOString() ?? null, after?.id ?? null, query.limit + 1],
  );
  const [count] = await site.database.query<{ total: number }>(
    `select count(*)::int as total from comments c where ${asked}`,
    [query.status, query.reported],
  );
  return {
    ...pageOf(
      rows,
      query.limit,
      question,
      (row) => ({ score: '0', at: row.posted, id: row.id }),
      ({ section, slug, website, posted, reports, ...row }) =>
        present<ModeratedComment>({
          ...row,
          authorUrl: website,
          posted: posted.toISOString(),
          reports: reports || null,
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
    await transaction.query('update reports set settled = true where comment = $1::bigint', [id]);
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
