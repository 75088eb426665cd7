import type { Author, Comment, Correction, Page, Quote, Story, StoryLabel, Term } from '../model/index.js';
import type { StoryRef } from '../kit/refs.js';
import { compact } from '../kit/compact.js';
import { Problem } from '../kit/problem.js';
import { safeUrl } from '../kit/urls.js';
import { count, fields, id, items, many, picture, text, type Fields } from './shape.js';
import type { Source } from './source.js';

// Standfirst's own REST API, described by an OpenAPI document (demo/api/openapi.yaml): its JSON has the model's names.

const labels: readonly StoryLabel[] = [
  'news', 'opinion', 'analysis', 'review', 'explainer', 'interview', 'fact-check', 'sponsored',
]; // prettier-ignore

const term = (from: Fields): Term | undefined => {
  const name = text(from.name);
  return name ? compact<Term>({ id: id(from.id) ?? name, name, url: safeUrl(from.url) }) : undefined;
};

const author = (from: Fields): Author | undefined => {
  const name = text(from.name);
  return name
    ? compact<Author>({
        id: id(from.id),
        name,
        role: text(from.role),
        bio: text(from.bio),
        url: safeUrl(from.url),
        portrait: picture(from.portrait),
        staff: from.staff === false ? false : undefined,
        lang: text(from.lang),
      })
    : undefined;
};

const quote = (from: Fields): Quote | undefined => {
  const words = text(from.text);
  return words
    ? compact<Quote>({
        text: words,
        by: text(from.by),
        role: text(from.role),
        via: text(from.via),
        url: safeUrl(from.url),
        portrait: picture(from.portrait),
        lang: text(from.lang),
      })
    : undefined;
};

const correction = (from: Fields): Correction | undefined => {
  const [date, note] = [text(from.date), text(from.note)];
  return date && note ? { date, note } : undefined;
};

function story(from: Fields): Story | undefined {
  const [key, url, headline] = [id(from.id), safeUrl(from.url), text(from.headline)];
  return key && url && headline
    ? compact<Story>({
        id: key,
        slug: text(from.slug),
        url,
        headline,
        kicker: text(from.kicker),
        standfirst: text(from.standfirst),
        label: labels.find((label) => label === from.label),
        authors: many(from.authors, author),
        published: text(from.published),
        updated: text(from.updated),
        picture: picture(from.picture),
        section: term(fields(from.section)),
        tags: many(from.tags, term),
        lang: text(from.lang),
        live: from.live === true || undefined,
        subscribersOnly: from.subscribersOnly === true || undefined,
        readingMinutes: count(from.readingMinutes),
        commentCount: count(from.commentCount),
        comments: (['open', 'closed', 'sign-in'] as const).find((state) => state === from.comments),
        signInUrl: safeUrl(from.signInUrl),
        quotes: many(from.quotes, quote),
        corrections: Array.isArray(from.corrections) ? many(from.corrections, correction) : undefined,
        body: text(from.body),
      })
    : undefined;
}

function comment(from: Fields): Comment | undefined {
  const [key, status] = [id(from.id), text(from.status)];
  if (!key || (status !== 'approved' && status !== 'held' && status !== 'removed')) return undefined;
  return compact<Comment>({
    id: key,
    story: id(from.story) ?? '',
    parent: id(from.parent),
    author: text(from.author) ?? '',
    authorUrl: safeUrl(from.authorUrl),
    text: text(from.text) ?? '',
    posted: text(from.posted) ?? '',
    status,
    url: safeUrl(from.url),
    lang: text(from.lang),
  });
}

const matches = (ref: StoryRef, found: Story): boolean =>
  ref.value === (ref.kind === 'id' ? found.id : ref.kind === 'slug' ? found.slug : found.url);

const rest: Source = {
  name: 'rest',
  inTeasers: ['quotes', 'counted'],

  async stories(refs, detail, ask) {
    const of = (kind: StoryRef['kind']): string[] =>
      refs.filter((ref) => ref.kind === kind).map((ref) => ref.value);
    const list = (values: string[]): string | undefined => values.join(',') || undefined;
    // An address may hold a comma, so each is a parameter of its own.
    const { data } = await ask.get('/stories', {
      ids: list(of('id')),
      slugs: list(of('slug')),
      url: of('url'),
      detail: detail === 'whole' ? detail : undefined,
    });
    const found = items(fields(data).items, 'stories', story);
    return refs.map((ref) => found.find((one) => matches(ref, one)));
  },

  async list(query, ask) {
    const page = async (params: Record<string, string | undefined>) => {
      const { data } = await ask.get('/stories', { ...params, limit: query.limit, cursor: query.cursor });
      const { next, total } = fields(data);
      return compact<{ items: Story[]; next?: string; total?: number }>({
        items: items(fields(data).items, 'stories', story),
        next: text(next),
        total: count(total),
      });
    };
    try {
      const name = query.from === 'search' ? 'q' : query.from;
      return await page(name === 'latest' ? {} : { [name]: query.of });
    } catch (error) {
      // A page whose story this API does not know has no relatives here: show what is new.
      if (query.from === 'related' && error instanceof Problem && error.status === 404) return page({});
      throw error;
    }
  },

  async comments({ story: about, order, limit, cursor, thread }, ask) {
    const { data } = await ask.get('/comments', {
      story: about,
      threads: 'true',
      ...(thread ? { thread } : { order, limit, cursor }),
    });
    const { next, total } = fields(data);
    return compact<Page<Comment>>({
      items: items(fields(data).items, 'comments', comment),
      next: text(next),
      total: count(total),
    });
  },

  async reportComment(about, ask) {
    await ask.post(`/comments/${encodeURIComponent(about)}/reports`, {});
  },

  async postComment({ trap, ...sent }, key, ask) {
    const body = { ...sent, ...(trap && { homepage2: trap }) };
    const { data } = await ask.post('/comments', body, { 'Idempotency-Key': key });
    const stored = comment(fields(data));
    if (!stored) throw new Problem('parse', 'The answer is no comment');
    return stored;
  },
};

export default rest;
