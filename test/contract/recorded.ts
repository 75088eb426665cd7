import { faulty } from '../content/support.js';
import { Client } from '../../src/content/client.js';
import { ghostRules, wordpressRules, type Rule } from '../backends/rules.js';
import type { Answer } from '../tools/faulty-client.js';
import type { Site } from './site.js';

// Kinds of API by their recorded answers: which record answers which question.

interface Record_ {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a server of this folder answered, with the headers that a script may read. */
export async function recordsOf(folder: string): Promise<(id: string) => Promise<Answer>> {
  const place = `/test/backends/${folder}/`;
  const manifest = (await (await fetch(`${place}manifest.json`)).json()) as Record_[];
  const kept = ['Content-Type', 'Access-Control-Expose-Headers', 'X-WP-Total', 'X-WP-TotalPages', 'Link'];
  return async (start) => {
    const { id, status, headers, body } = manifest.find((one) => one.id.startsWith(start)) ?? {};
    if (!id || !headers) throw new Error(`${folder} has no record ${start}`);
    const own = Object.entries(headers).filter(([name]) =>
      kept.some((one) => one.toLowerCase() === name.toLowerCase()),
    );
    return {
      status: status!,
      headers: Object.fromEntries(own),
      body: await (await fetch(place + body!)).text(),
    };
  };
}

type Known = Omit<Site, 'client' | 'from'>;
type Rules = readonly (readonly [when: string, answer: Answer])[];

/** A site whose answers are known. */
export interface ScriptedSite extends Site {
  readonly rules: () => Promise<Rules>;
  /** After the origin, what the API's address is. */
  readonly path: string;
  readonly apiKey?: string;
}

/** A site that answers by rules: the first whose expression fits `METHOD path?query`. */
export function scripted(
  known: Known,
  from: string,
  rules: () => Promise<Rules>,
  { path = '', apiKey }: { path?: string; apiKey?: string } = {},
): ScriptedSite {
  return {
    ...known,
    from,
    rules,
    path,
    ...(apiKey && { apiKey }),
    async client() {
      const key = faulty.key();
      const answers = (await rules()).map(([when, answer]) => ({ ...answer, when }));
      await faulty.script(key, answers);
      return new Client({ api: `${faulty.origin}/s/${key}${path}`, source: known.source, apiKey });
    },
  };
}

/** A feed is one answer, whatever is asked. */
export const byFile =
  (path: string, type: string): (() => Promise<Rules>) =>
  async () => [['', { headers: { 'Content-Type': type }, body: await (await fetch(path)).text() }]];

const byRecords = (folder: string, rules: readonly Rule[]) => async () => {
  const record = await recordsOf(folder);
  return Promise.all(rules.map(async ([when, id]) => [when, await record(id)] as const));
};

export const wordpress = scripted(
  {
    source: 'wordpress',
    lacks: [],
    ids: ['4', '8'],
    headlines: ['Harbour bridge opens after nine years', 'Markets & money: rates held again'],
    slug: 'harbour-bridge-opens-after-nine-years',
    url: 'http://127.0.0.1:8631/2025/03/harbour-bridge-opens-after-nine-years/',
    unknown: '999999',
    section: 'world',
    author: 'ada-okafor',
    tag: 'cafe',
    search: ['bridge', 'bridge'],
    talk: ['4', 9],
    open: '4',
    page: 2,
  },
  'recorded',
  byRecords('wordpress-6.8', wordpressRules),
  { path: '/wp-json' },
);

export const ghost = scripted(
  {
    source: 'ghost',
    lacks: [],
    ids: ['6b043e7f5da2a64f1042bcd0', '6b043e7f5da2a64f1042bcca'],
    // Its editor wrote the tags as letters.
    headlines: ['Fish & chips: <em>the</em> 5 < 7 question 🐟 (part 3)', 'United lose 3–2 (part 3)'],
    slug: 'fish-chips-em-the-em-5-7-question-part-3',
    url: 'http://127.0.0.1:8641/fish-chips-em-the-em-5-7-question-part-3/',
    unknown: '0123456789abcdef01234567',
    section: 'science',
    author: 'olga',
    tag: 'technology',
    search: ['bridge', 'bridge'],
    talk: ['6b043e795da2a64f1042bc11', 8],
    open: '6b043e795da2a64f1042bc11',
    page: 3,
  },
  'recorded',
  byRecords('ghost-6.65', ghostRules),
  { apiKey: '9d9f736451d2eed387ced22cc9' },
);

/** Articles in the shape that Strapi 5 documents (docs.strapi.io/cms/api/rest), newest first. */
const articles = Array.from({ length: 5 }, (_, index) => ({
  id: 9 - index,
  documentId: `abcdefghijklmnopqrstuvw${index}`,
  title: index ? `Harbour news & more ${index}` : 'Harbour bridge opens',
  slug: `harbour-${'abcde'[index]!}`,
  description: 'After nine years.',
  publishedAt: `2026-06-1${9 - index}T08:00:00.000Z`,
  cover: { url: '/uploads/bridge.jpg', alternativeText: 'A bridge' },
  author: { name: 'Ada Okafor' },
  category: { name: 'World', slug: 'world' },
  body: '<p>It opened.</p>',
}));

const answer = (page: number, pageCount: number, data: readonly unknown[]): Answer => ({
  body: { data, meta: { pagination: { page, pageSize: 3, pageCount, total: 5 } } },
});

export const strapi = scripted(
  {
    source: 'strapi',
    lacks: ['comments', 'counts', 'posting'],
    ids: [articles[0]!.documentId, articles[1]!.documentId],
    headlines: ['Harbour bridge opens', 'Harbour news & more 1'],
    slug: 'harbour-a',
    url: 'https://news.example/stories/harbour-a',
    unknown: 'zyxwvutsrqponmlkjihgfed0',
    section: 'world',
    author: 'Ada Okafor',
    tag: 'world',
    search: ['bridge', 'bridge'],
    talk: ['', 0],
    open: '',
    page: 3,
  },
  'as documented',
  () =>
    Promise.resolve([
      ['containsi\\]=bridge', answer(1, 1, articles.slice(0, 1))],
      ['containsi\\]', answer(1, 1, [])],
      ['\\$in\\]', answer(1, 1, articles)],
      ['\\$ne\\]=abcdefghijklmnopqrstuvw0', answer(1, 1, articles.slice(1))],
      ['page\\]=2', answer(2, 2, articles.slice(3))],
      ['', answer(1, 2, articles.slice(0, 3))],
    ]),
  { path: '/strapi/api' },
);

const story = (slug: string): string => `http://127.0.0.1:8631/2025/03/${slug}-part-3/`;

export const rss = scripted(
  {
    source: 'rss',
    lacks: ['comments', 'posting'],
    ids: [story('river-floods-force-2000-from-homes'), story('opinion-stop-calling-it-a-crisis')],
    headlines: [
      'River floods force 2,000 from homes (part 3)',
      'Opinion: Stop calling it a “crisis” (part 3)',
    ],
    slug: 'river-floods-force-2000-from-homes-part-3',
    url: `${story('river-floods-force-2000-from-homes')}?utm_source=mail#top`,
    unknown: '999999',
    section: 'Business & Markets',
    author: `Chiara D'Amico`,
    tag: 'chips',
    search: ['bridge', 'Harbour bridge opens'],
    talk: [story('river-floods-force-2000-from-homes'), 0],
    open: '',
    page: 3,
  },
  'recorded',
  byFile('/test/backends/feeds/wordpress-rss.xml', 'application/rss+xml'),
  { path: '/feed/' },
);

/** As jsonfeed.org/version/1.1 has it. */
const feed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'The Quay',
  home_page_url: 'https://quay.example/',
  items: articles.map(({ documentId, title, slug, publishedAt, author, category, body }) => ({
    id: documentId,
    url: `/stories/${slug}`,
    title,
    content_html: body,
    date_published: publishedAt,
    authors: [author],
    tags: [category.name],
  })),
};

export const jsonFeed = scripted(
  {
    ...strapi,
    source: 'json-feed',
    url: 'https://quay.example/stories/harbour-a',
  },
  'as documented',
  () => Promise.resolve([['', { headers: { 'Content-Type': 'application/feed+json' }, body: feed }]]),
  { path: '/feed.json' },
);
