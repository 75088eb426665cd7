import type { Story } from '../../model/index.js';
import { compact } from '../../kit/compact.js';
import { Problem } from '../../kit/problem.js';
import { askMembers } from './site.js';
import { count, type Fields } from '../shape.js';
import type { Ask } from '../source.js';

/** How many comments posts have, by their ids; without those of which the site does not tell. */
export async function counts(posts: readonly string[], ask: Ask): Promise<ReadonlyMap<string, number>> {
  if (!posts.length) return new Map();
  const told = await askMembers('comments/counts', ask, { ids: posts.join(',') }).catch(
    (error: unknown): Fields => {
      // A private site, or one from before Ghost had comments.
      if (error instanceof Problem && error.kind === 'http' && !error.retryable) return {};
      throw error;
    },
  );
  return new Map(
    posts.flatMap((post) => {
      const number = count(told[post]);
      return number === undefined ? [] : [[post, number] as const];
    }),
  );
}

/** The same stories with the numbers of their comments. Where these are closed, Ghost counts them all the same. */
export async function counted(
  stories: readonly (Story | undefined)[],
  ask: Ask,
): Promise<(Story | undefined)[]> {
  const open = stories.flatMap((one) => (one && one.comments !== 'closed' ? one.id : []));
  const numbers = await counts([...new Set(open)], ask);
  return stories.map((one) => one && compact<Story>({ ...one, commentCount: numbers.get(one.id) }));
}
