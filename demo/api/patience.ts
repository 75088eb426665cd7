import type { Queries } from './database.js';
import { Problem } from './problems.js';

/** How many comments one reader may leave, or report, in how long. */
export interface PostLimit {
  readonly count: number;
  readonly seconds: number;
}

/** Refuses a sender whose last posts came too fast, and says for how long. */
export async function expectPatience(
  queries: Queries,
  table: 'comments' | 'reports',
  { count, seconds }: PostLimit,
  sender: string,
): Promise<void> {
  const since = new Date(Date.now() - seconds * 1000);
  const recent = await queries.query<{ posted: Date }>(
    `select posted from ${table} where sender = $1 and posted > $2 order by posted desc limit $3`,
    [sender, since.toISOString(), count],
  );
  const oldest = recent[count - 1];
  if (!oldest) return;
  const wait = Math.max(1, Math.ceil((oldest.posted.getTime() - since.getTime()) / 1000));
  throw new Problem('too-fast', `Too many ${table} at once; please wait ${wait} seconds.`, [], {
    'Retry-After': String(wait),
  });
}
