import type { Comment, Page } from '../../model/index.js';
import { compact } from '../../kit/compact.js';
import { Problem } from '../../kit/problem.js';
import { counts } from './counts.js';
import { askMembers, isId } from './site.js';
import { paragraphs } from '../paragraphs.js';
import { count, fields, id, items, many, text, type Fields } from '../shape.js';
import type { Ask, CommentQuery, Params } from '../source.js';

// The comments on a Ghost site's posts, two levels deep: a reply to a reply is in the same thread, and names it.

/** One that was taken down has no words. */
export const comment = (from: Fields, post: string): Comment | undefined => {
  const key = id(from.id);
  return key
    ? compact<Comment>({
        id: key,
        story: post,
        parent: id(from.in_reply_to_id) ?? id(from.parent_id),
        author: text(fields(from.member).name) ?? '',
        text: paragraphs(from.html),
        posted: text(from.created_at) ?? '',
        status: text(from.html) ? 'approved' : 'removed',
      })
    : undefined;
};

/** Several comments may be of the same second. */
export const order = { newest: 'created_at desc, id desc', oldest: 'created_at asc, id asc' } as const;

const nowhere = (): Problem => new Problem('http', 'No such comment', 404);

/** Path of a comment, whose name may come from the page's address. */
export function placeOf(key: string): string {
  if (!isId(key)) throw nowhere();
  return `comments/${key}`;
}

/** A page of comments as they came, and how many pages there are. */
export async function read(
  path: string,
  ask: Ask,
  params?: Params,
): Promise<{ found: Fields[]; pages: number }> {
  const data = await askMembers(path, ask, params);
  const { pages } = fields(fields(data.meta).pagination);
  return {
    found: items(data.comments, 'comments', (from) => (id(from.id) ? from : undefined)),
    pages: count(pages) ?? 1,
  };
}

/** All replies in a thread, oldest first. */
async function repliesTo(root: Fields, ask: Ask): Promise<Fields[]> {
  const replies = many(root.replies, (from) => from);
  // Some versions bring the first few only.
  if (replies.length >= (count(fields(root.count).replies) ?? 0)) return replies;
  const all: Fields[] = [];
  for (let page = 1, last = 1; page <= last && page <= 10; page++) {
    const { found, pages } = await read(`${placeOf(id(root.id) ?? '')}/replies`, ask, {
      limit: 100,
      page,
      order: order.oldest,
    });
    all.push(...found);
    last = pages;
  }
  return all;
}

/** A thread as a list: what each answers stands before it. */
async function thread(root: Fields, post: string, ask: Ask): Promise<Comment[]> {
  const first = comment({ ...root, parent_id: null, in_reply_to_id: null }, post);
  if (!first) return [];
  const replies = (await repliesTo(root, ask)).flatMap((from) => comment(from, post) ?? []);
  const seen = new Set<string>();
  return [
    first,
    ...replies.map((reply) => {
      const parent = reply.parent && seen.has(reply.parent) ? reply.parent : first.id;
      seen.add(reply.id);
      return { ...reply, parent };
    }),
  ];
}

/** The thread that a comment belongs to. Ghost gives any comment by its id, and does not say on which post it is. */
async function threadOf(key: string, post: string, ask: Ask): Promise<Fields[]> {
  const [one] = (await read(placeOf(key), ask)).found;
  const root = id(one?.parent_id) ?? key;
  const { found } = await read(`comments/post/${post}`, ask, { filter: `id:'${root}'` });
  if (!found.length) throw nowhere();
  return found;
}

/** One page of a post's discussion, or one thread of it. */
export async function comments(post: string, query: CommentQuery, ask: Ask): Promise<Page<Comment>> {
  const { limit, cursor } = query;
  try {
    const { found, pages } = query.thread
      ? { found: await threadOf(query.thread, post, ask), pages: 1 }
      : await read(`comments/post/${post}`, ask, { limit, page: cursor, order: order[query.order] });
    const at = Number(cursor ?? 1);
    const [numbers, ...threads] = await Promise.all([
      // Ghost's own total is that of the threads.
      pages > 1 && !cursor ? counts([post], ask) : undefined,
      ...found.map((root) => thread(root, post, ask)),
    ]);
    const all = threads.flat();
    const whole = pages <= 1 && !query.thread;
    return compact<Page<Comment>>({
      items: all,
      next: at < pages ? String(at + 1) : undefined,
      total: whole ? all.filter(({ status }) => status === 'approved').length : numbers?.get(post),
    });
  } catch (error) {
    // The site has comments turned off.
    if (error instanceof Problem && error.status === 405) return { items: [], total: 0 };
    throw error;
  }
}
