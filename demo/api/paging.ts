import { createHash } from 'node:crypto';
import { Problem } from './problems.js';

/** Where a page ended: the sort key of its last item. Lists that have no score put 0. */
export interface Place {
  readonly score: string;
  readonly at: Date;
  readonly id: string;
}

const digest = (question: string) => createHash('sha256').update(question).digest('hex').slice(0, 8);

/** A cursor holds a place and the question it belongs to. */
function writeCursor(question: string, { score, at, id }: Place): string {
  return Buffer.from([digest(question), score, at.getTime(), id].join(':')).toString('base64url');
}

/** The place that a cursor names; undefined without one. */
export function readCursor(question: string, cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const text = Buffer.from(cursor, 'base64url').toString('latin1');
  const match = /^([0-9a-f]{8}):(\d{1,6}(?:\.\d{1,6})?):(-?\d{1,14}):(\d{1,15})$/.exec(text);
  if (!match || match[1] !== digest(question)) {
    throw Problem.fields([
      { field: 'cursor', reason: 'must be the `next` of an earlier page of the same list' },
    ]);
  }
  return { score: match[2]!, at: new Date(Number(match[3])), id: match[4]! };
}

/** One page, from rows of which one more was asked for than fits. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  question: string,
  place: (row: Row) => Place,
  item: (row: Row) => Item,
): { items: Item[]; next?: string } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(item),
    ...(rows.length > limit && last && { next: writeCursor(question, place(last)) }),
  };
}
