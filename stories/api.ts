import { html, type TemplateResult } from 'lit';
import type { RequestFunction } from '../src/content/content-api.js';
import '../src/elements/provider/define.js';
import type { Comment, NewComment, Story } from '../src/model/index.js';
import { stories } from './fixtures.js';

// Content APIs that behave in one certain way each: they stand in for `fetch`, as a publisher's own function would.

const json = (value: unknown, status = 200, headers: HeadersInit = {}): Promise<Response> =>
  Promise.resolve(new Response(JSON.stringify(value), { status, headers }));

/** Answers as the API of demo/api/openapi.yaml does. */
export const knows =
  (known: readonly Story[] = stories): RequestFunction =>
  (url) => {
    const { pathname, searchParams: query } = new URL(url);
    if (!pathname.endsWith('/stories')) return json({ title: 'Not found' }, 404);
    const named = (name: string): string[] => (query.get(name) ?? '').split(',');
    const [ids, slugs, urls] = [named('ids'), named('slugs'), query.getAll('url')];
    if (query.has('ids') || query.has('slugs') || urls.length)
      return json({
        items: known.filter(
          ({ id, slug = '', url: address }) =>
            ids.includes(id) || slugs.includes(slug) || urls.includes(address),
        ),
      });
    const [section, author, tag] = ['section', 'author', 'tag'].map((name) => query.get(name));
    const words = query.get('q')?.toLowerCase() ?? '';
    const found = known.filter(
      (story) =>
        story.id !== query.get('related') &&
        (!section || story.section?.id === section) &&
        (!author || story.authors?.some(({ id }) => id === author)) &&
        (!tag || story.tags?.some(({ id }) => id === tag)) &&
        `${story.headline} ${story.standfirst}`.toLowerCase().includes(words),
    );
    const start = Number(query.get('cursor'));
    const end = start + Number(query.get('limit') ?? 20);
    return json({ items: found.slice(start, end), ...(end < found.length && { next: String(end) }) });
  };

/** Is too busy: the client waits as it is told to, for a minute in all. */
export const isBusy = (): RequestFunction => () => json({ title: 'Busy' }, 503, { 'Retry-After': '30' });

/** Fails, and the client may ask again at once. */
export const fails =
  (status = 503): RequestFunction =>
  () =>
    json({ title: 'Out of order' }, status, { 'Retry-After': '0' });

/** Answers the first request, and fails from then on. */
export const failsLater = (): RequestFunction => {
  let answer = knows();
  return (url, init) => {
    const current = answer;
    answer = fails();
    return current(url, init);
  };
};

/** Knows all stories, and does this with a comment. */
export const comments =
  (post: RequestFunction): RequestFunction =>
  (url, init) =>
    init.method === 'POST' ? post(url, init) : knows()(url, init);

/** Knows all stories, and one discussion. */
export const discusses =
  (
    known: readonly Comment[],
    post: RequestFunction = () => json({ title: 'Not found' }, 404),
  ): RequestFunction =>
  (url, init) => {
    const { pathname, searchParams: query } = new URL(url);
    if (pathname.endsWith('/reports')) return json(null);
    if (init.method === 'POST') return post(url, init);
    if (!pathname.endsWith('/comments')) return knows()(url, init);
    const threads = known
      .filter(({ parent }) => !parent)
      .map((root) => {
        const thread = [root];
        for (const one of known) if (thread.some(({ id }) => id === one.parent)) thread.push(one);
        return thread;
      });
    const named = query.get('thread');
    if (named) return json({ items: threads.find((thread) => thread.some(({ id }) => id === named)) ?? [] });
    if (query.get('order') === 'newest') threads.reverse();
    const start = Number(query.get('cursor'));
    const end = start + Number(query.get('limit'));
    const total = known.filter(({ status }) => status === 'approved').length;
    return json({
      items: threads.slice(start, end).flat(),
      total,
      ...(end < threads.length && { next: String(end) }),
    });
  };

/** Stores a comment. */
export const stores =
  (status: Comment['status']): RequestFunction =>
  (_url, { body }) => {
    const { story, name, text } = JSON.parse(body as string) as NewComment;
    const url = stories.find(({ id }) => id === story)?.url;
    const comment = { id: '99', story, author: name, text, status, posted: '2026-11-22T12:00:00+01:00' };
    return json(status === 'approved' ? { ...comment, url: `${url}#comment-99` } : comment, 201);
  };

/** Does not take a comment, and says why. */
export const refuses =
  (status: number, reason: string): RequestFunction =>
  () =>
    json({ type: `https://courier.example/problems/${reason}`, title: reason }, status);

/**
 * A part of a page with a content API of its own.
 * @param name its own in all stories: elements of one address share what came, and a comment's draft
 */
export const served = (name: string, request: RequestFunction, content: unknown): TemplateResult =>
  html`<news-provider api="https://${name}.courier.example" .request=${request}>${content}</news-provider>`;
