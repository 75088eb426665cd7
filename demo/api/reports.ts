import { expectPatience, type PostLimit } from './patience.js';
import { Problem } from './problems.js';
import type { Site } from './site.js';

/** What a reader gets who told the moderators. */
export interface Report {
  readonly comment: string;
}

/** Tells the moderators about a comment that readers see. The same sender counts once, however often they tell. */
export async function reportComment(
  site: Site,
  limit: PostLimit,
  id: string,
  { reason }: { readonly reason?: string },
  sender: string,
): Promise<Report> {
  return site.database.transaction(async (transaction) => {
    await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [sender]);
    const [comment] = await transaction.query<{ id: string }>(
      `select id::text as id from comments where id = $1::bigint and status = 'approved'`,
      [id],
    );
    if (!comment) throw new Problem('not-found', `There is no comment with the id ${id}.`);
    const [told] = await transaction.query('select from reports where comment = $1::bigint and sender = $2', [
      id,
      sender,
    ]);
    if (!told) {
      await expectPatience(transaction, 'reports', limit, sender);
      await transaction.query(
        'insert into reports (comment, sender, posted, reason) values ($1::bigint, $2, $3, $4)',
        [id, sender, new Date().toISOString(), reason ?? null],
      );
    }
    return { comment: comment.id };
  });
}
