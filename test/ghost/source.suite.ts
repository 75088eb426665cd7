import { strict as assert } from 'node:assert';
import { suite, test } from 'node:test';
import type { Comment, Page, Story } from '../../src/model/index.js';
import { counts, key, posts, Reader, site, url } from './reader.js';

// What the source makes of a Ghost site, asked from a page on another origin.

const reader = Reader.forSuite();
const { latest, open, gated, discussed } = site;
const ids = (stories: readonly (Story | null | undefined)[]): (string | undefined)[] =>
  stories.map((story) => story?.id);
const idsOf = (all: readonly { id: string }[]): string[] => all.map(({ id }) => id);

async function list(query: object, config?: object): Promise<Page<Story>> {
  const { value, problem } = await reader.ask<Page<Story>>('list', [{ limit: 3, ...query }], config);
  assert.equal(problem, undefined);
  return value;
}

async function stories(refs: readonly string[], detail = 'teaser'): Promise<readonly (Story | undefined)[]> {
  const { value, problem } = await reader.ask<Story[]>(
    'story',
    refs.map((ref) => [ref, detail]),
  );
  assert.equal(problem, undefined);
  return value;
}

suite('lists of a Ghost site', () => {
  test('has posts to read', () => {
    assert.ok(open, 'the site has no post that all may read and that shares a tag with another');
  });

  test('the latest come in order, with texts, addresses and a total', async () => {
    const { items, total } = await list({ from: 'latest', limit: 5 });
    assert.deepEqual(ids(items), idsOf(latest.slice(0, 5)));
    assert.ok(total && total >= items.length);
    for (const [index, one] of items.entries()) {
      assert.equal(one.headline, latest[index]!.title.trim());
      assert.equal(one.url, latest[index]!.url);
      assert.equal(one.body, undefined);
    }
  });

  test('a long one comes in pages, and ends', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page: Page<Story> = await list({ from: 'latest', limit: 50, cursor });
      seen.push(...idsOf(page.items));
      cursor = page.next;
    } while (cursor && seen.length < 500);
    const { total } = await list({ from: 'latest' });
    assert.equal(new Set(seen).size, seen.length);
    assert.equal(seen.length, Math.min(total!, Math.max(500, seen.length)));
    const past = await list({ from: 'latest', cursor: '9999' });
    assert.deepEqual([past.items, past.next], [[], undefined]);
  });

  test('those of a tag and an author are theirs', async () => {
    for (const [from, filter, of] of [
      ['section', 'tag', open.tags[0]!.slug],
      ['tag', 'tag', open.tags[0]!.slug],
      ['author', 'author', open.authors[0]!.slug],
    ] as const) {
      const { items } = await list({ from, of });
      assert.deepEqual(ids(items), idsOf(await posts({ filter: `${filter}:${of}`, limit: '3' })));
      assert.notEqual(items.length, 0);
    }
    assert.deepEqual((await list({ from: 'tag', of: 'no-such-tag-here' })).items, []);
  });

  test('related stories share a tag before others do not, and are as many as were asked for', async () => {
    const limit = Math.min(8, latest.length - 1);
    const { items } = await list({ from: 'related', of: open.url, limit });
    assert.equal(new Set(ids(items)).size, limit);
    assert.ok(!ids(items).includes(open.id));
    const own = open.tags.map(({ slug }) => slug);
    const shares = items.map(({ tags = [] }) => tags.some((tag) => own.includes(tag.id)));
    assert.equal(shares[0], true);
    assert.deepEqual(
      shares,
      [...shares].sort((a, b) => Number(b) - Number(a)),
    );
    const partners = await list({ from: 'related', of: 'https://partner.example/of-another-site/' });
    assert.deepEqual(ids(partners.items), idsOf(latest.slice(0, 3)));
  });

  test('a search finds a headline by its words, and nothing by nonsense', async () => {
    const words = open.title.split(/\s+/).slice(0, 3).join(' ').toUpperCase();
    const { items } = await list({ from: 'search', of: words, limit: 50 });
    assert.ok(
      ids(items).includes(open.id),
      `"${words}" finds ${items.map(({ headline }) => headline).join()}`,
    );
    assert.deepEqual((await list({ from: 'search', of: 'zzzqqqxx' })).items, []);
  });

  test('a search for signs of the filter is a search for signs', async () => {
    for (const of of [
      "'",
      '"',
      "x',id:-'1",
      ')+(',
      '[',
      ']',
      '\\',
      "\\'",
      '%',
      '~',
      ':',
      ',',
      '+id:-1',
      '🐟',
      'a"b',
    ])
      assert.ok(Array.isArray((await list({ from: 'search', of })).items), of);
  });
});

suite('stories of a Ghost site', () => {
  test('are found by id, slug and address, in the order asked for', async () => {
    const [first, second] = [latest[0]!, latest.at(-1)!];
    const refs = [
      second.id,
      first.slug,
      'no-such-story',
      `${second.url}?ref=news#comments`,
      "x'+id:-'1",
      first.id,
    ];
    assert.deepEqual(ids(await stories(refs)), [
      second.id,
      first.id,
      undefined,
      second.id,
      undefined,
      first.id,
    ]);
  });

  test('have their bodies where they come whole', async () => {
    const [one] = await stories([open.id], 'whole');
    assert.equal(one?.body, open.html.trim());
  });

  test('have none where only members may read', { skip: !gated && 'the site has no such post' }, async () => {
    const [one] = await stories([gated!.id], 'whole');
    assert.deepEqual([one?.subscribersOnly, one?.body, one?.comments], [true, undefined, 'sign-in']);
  });

  test('have the numbers of their comments', async () => {
    const all = latest.slice(0, 10);
    const told = await counts(idsOf(all));
    for (const one of await stories(idsOf(all), 'counted'))
      if (one?.comments !== 'closed') assert.equal(one?.commentCount, told[one!.id]);
  });

  test('are a question for the publisher without a key, or with a wrong one', async () => {
    const missing = await reader.ask('list', [{ from: 'latest', limit: 3 }], { apiKey: '' });
    assert.equal(missing.problem?.kind, 'config');
    const wrong = await reader.ask('list', [{ from: 'latest', limit: 3 }], { apiKey: '0'.repeat(26) });
    assert.deepEqual(
      [wrong.problem?.status, wrong.problem?.reason, wrong.problem?.message],
      [401, 'UNKNOWN_CONTENT_API_KEY', 'Unknown Content API Key'],
    );
  });

  test('come from the address of the site, too', async () => {
    const { items } = await list({ from: 'latest' }, { api: url, source: 'ghost', apiKey: key });
    assert.deepEqual(ids(items), idsOf(latest.slice(0, 3)));
  });
});

suite('comments of a Ghost site', () => {
  const talk = async (query: object = {}): Promise<Page<Comment>> => {
    const { value, problem } = await reader.ask<Page<Comment>>('comments', [
      { story: discussed.id, order: 'oldest', limit: 100, ...query },
    ]);
    assert.equal(problem, undefined);
    return value;
  };
  const approved = ({ items }: Page<Comment>): number =>
    items.filter(({ status }) => status === 'approved').length;

  test('come in threads, as many as the site counts', async () => {
    const page = await talk();
    const told = (await counts([discussed.id]))[discussed.id];
    assert.equal(page.total, told);
    if (!page.next) assert.equal(approved(page), told);
    const before = new Set<string>();
    for (const { id, parent, text, status } of page.items) {
      assert.ok(!parent || before.has(parent), `${id} answers ${parent}`);
      if (status === 'approved') assert.doesNotMatch(text, /<\/?p>/);
      before.add(id);
    }
  });

  test('come page by page, none twice and none left out', async () => {
    const whole = await talk();
    const paged: Comment[] = [];
    let cursor: string | undefined;
    do {
      const page = await talk({ limit: 2, cursor });
      if (!cursor) assert.equal(page.total, whole.total);
      paged.push(...page.items);
      cursor = page.next;
    } while (cursor && paged.length < 100);
    assert.deepEqual(idsOf(paged), idsOf(whole.items.slice(0, paged.length)));
    if (!whole.next && paged.length < 100) assert.equal(paged.length, whole.items.length);
  });

  test('can be had thread by thread, by any comment in one, on their own story only', async () => {
    const { items } = await talk();
    const reply = items.find(({ parent }) => parent);
    for (const one of [items[0], reply])
      if (one) {
        const { items: thread } = await talk({ thread: one.id });
        assert.equal(thread[0]?.parent, undefined);
        assert.ok(idsOf(thread).includes(one.id));
      }
    const [other] = latest.filter(({ id }) => id !== discussed.id);
    const question = { story: other!.id, order: 'oldest', limit: 5, thread: items[0]?.id ?? 'none' };
    assert.equal((await reader.ask('comments', [question])).problem?.status, 404);
  });

  test('are not taken from another origin: the reader has to sign in', async () => {
    const before = await counts([open.id]);
    const comment = { story: open.id, name: 'Tove', email: 'tove@example.org', text: 'From elsewhere.' };
    const { problem } = await reader.ask('postComment', [comment, 'key']);
    assert.deepEqual([problem?.status, problem?.reason], [401, 'sign-in']);
    assert.deepEqual(await counts([open.id]), before);
  });
});
