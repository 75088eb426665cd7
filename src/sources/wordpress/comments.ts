import type { Comment, Page, Story } from '../../model/index.js';
import { compact } from '../../kit/compact.js';
import { Problem } from '../../kit/problem.js';
import { safeUrl } from '../../kit/urls.js';
import { paragraphs } from '../paragraphs.js';
import { fields, id, items, many, type Fields } from '../shape.js';
import type { Answer, Ask, CommentQuery, Params } from '../source.js';
import { html, totalOf, zoned } from './shape.js';

// The comments on WordPress' posts, which are named by their ids here.

/** A comment as WordPress lists and stores it. */
export function comment(from: Fields): Comment | undefined {
  const [key, parent] = [id(from.id), id(from.parent)];
  return key
    ? compact<Comment>({
        id: key,
        story: id(from.post) ?? '',
        parent: parent === '0' ? undefined : parent,
        author: html(from.author_name) ?? '',
        authorUrl: safeUrl(from.author_url),
        text: paragraphs(fields(from.content).rendered),
        posted: zoned(from.date, from.date_gmt) ?? '',
        // Whoever is not signed in is shown no others.
        status: 'approved',
        url: safeUrl(from.link),
      })
    : undefined;
}

/**
 * How many comments posts have, by their ids: in one request while these comments fit into one answer, else in one for
 * each post. Undefined where the site keeps it to itself.
 */
async function counts(posts: readonly string[], ask: Ask): Promise<ReadonlyMap<string, number | undefined>> {
  const answer = (post: string, per_page: number): Promise<Answer | undefined> =>
    ask.get('/wp/v2/comments', { post, per_page, _fields: 'post' }).catch((error: unknown) => {
      // One post that is locked by a password locks the question about all.
      if (error instanceof Problem && error.kind === 'http' && !error.retryable) return undefined;
      throw error;
    });
  const together = posts.length > 1 ? await answer(posts.join(','), 100) : undefined;
  const list = many(together?.data, (from) => id(from.post));
  if (together && totalOf(together.headers) === list.length)
    return new Map(posts.map((post) => [post, list.filter((one) => one === post).length]));
  const alone = await Promise.all(posts.map((post) => answer(post, 1)));
  return new Map(posts.map((post, index) => [post, alone[index] && totalOf(alone[index].headers)]));
}

/** The stories with their numbers of comments. Nobody may ask about those behind a password. */
export async function counted(
  stories: readonly (Story | undefined)[],
  ask: Ask,
): Promise<(Story | undefined)[]> {
  const open = stories.flatMap((one) => (one && !one.subscribersOnly ? one.id : []));
  const numbers = open.length ? await counts([...new Set(open)], ask) : new Map<string, undefined>();
  return stories.map((one) => one && compact<Story>({ ...one, commentCount: numbers.get(one.id) }));
}

/** A page of comments, and how many pages and comments there are. */
async function page(
  params: Params,
  ask: Ask,
): Promise<{ found: Comment[]; pages: number; total: number | undefined }> {
  const { data, headers } = await ask.get('/wp/v2/comments', {
    ...params,
    _fields: 'id,post,parent,author_name,author_url,date,date_gmt,content,link',
  });
  return {
    found: items(data, 'comments', comment),
    pages: Number(headers.get('X-WP-TotalPages') || NaN),
    total: totalOf(headers),
  };
}

/** How deep WordPress lets a site set answers in; what REST takes may go deeper. */
const deepest = 10;

/** All answers to these comments, the answers to these, and so on. */
async function answersTo(
  post: string,
  comments: readonly Comment[],
  ask: Ask,
  levels = deepest,
): Promise<Comment[]> {
  if (!comments.length || !levels) return [];
  const parents = comments.map((one) => one.id);
  const answers: Comment[] = [];
  for (let number = 1, last = 1; number <= last && number <= 10; number++) {
    const { found, pages } = await page(
      { post, parent: parents.join(','), order: 'asc', per_page: 100, page: number },
      ask,
    );
    answers.push(...found.filter(({ parent }) => parent && parents.includes(parent)));
    last = pages;
  }
  return [...answers, ...(await answersTo(post, answers, ask, levels - 1))];
}

/** The first comment of the thread that a comment belongs to, where there is one. */
async function rootOf(post: string, key: string, ask: Ask): Promise<Comment[]> {
  let root: Comment[] = [];
  for (let above: string | undefined = key, steps = 0; above && steps < deepest; steps++) {
    const { found }: { found: Comment[] } = await page({ post, include: above }, ask);
    if (found.length) root = found;
    above = found[0]?.parent;
  }
  return root;
}

/** Comments by threads: each begins with one whose parent is not among them. */
function threadsOf(comments: readonly Comment[]): Comment[][] {
  const under = (one: Comment): Comment[] => [
    one,
    ...comments.filter(({ parent }) => parent === one.id).flatMap(under),
  ];
  return comments.filter(({ parent }) => !comments.some((one) => one.id === parent)).map(under);
}

const unknown = (): Problem => new Problem('http', 'No such comment', 404, 'rest_comment_invalid_id');

/** One page of a post's discussion, or one thread of it. */
export async function commentsOn(
  post: string,
  { order, limit, cursor, thread }: CommentQuery,
  ask: Ask,
): Promise<Page<Comment>> {
  const [at, long] = cursor?.split(' ') ?? [];
  const number = Number(at ?? 1);
  const next = (more: boolean, kind: string): string | undefined =>
    more ? `${number + 1}${kind}` : undefined;
  // Most discussions come whole in one answer; a long one is asked for by its threads.
  const all = long ? undefined : await page({ post, order: 'asc', per_page: 100 }, ask);
  if (all && !(all.pages > 1)) {
    const threads = threadsOf(all.found);
    if (order === 'newest') threads.reverse();
    const shown = thread
      ? threads.filter((one) => one.some(({ id: key }) => key === thread))
      : threads.slice((number - 1) * limit, number * limit);
    if (thread && !shown.length) throw unknown();
    return compact<Page<Comment>>({
      items: shown.flat(),
      next: next(!thread && number * limit < threads.length, ''),
      total: all.total,
    });
  }
  const { found, pages } = thread
    ? { found: await rootOf(post, thread, ask), pages: 1 }
    : await page(
        { post, parent: 0, order: order === 'newest' ? 'desc' : 'asc', per_page: limit, page: number },
        ask,
      );
  if (thread && !found.length) throw unknown();
  return compact<Page<Comment>>({
    items: threadsOf([...found, ...(await answersTo(post, found, ask))]).flat(),
    next: next(number < pages, ' long'),
    total: all?.total,
  });
}
