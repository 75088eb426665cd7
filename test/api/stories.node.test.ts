import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { storeStory } from '../../demo/api/seed.js';
import { expectProblem, idsOf, SITE, startTestApi, type TestApi, walk } from './support.js';

describe('stories', () => {
  let api: TestApi;
  before(async () => {
    api = await startTestApi();
  });
  after(() => api.close());

  it('answers a teaser with all that the content says', async () => {
    const [teaser] = (await api.ask('/v1/stories?ids=101')).json.items;
    const picture = `${api.origin}/pictures`;
    const ada = {
      id: 'ada-reyes',
      name: 'Ada Reyes',
      role: 'Harbour reporter',
      bio: 'Ada Reyes writes about ships.',
      url: `${SITE}/authors/ada-reyes`,
      portrait: { src: `${picture}/ada.svg` },
      staff: true,
    };
    assert.deepEqual(teaser, {
      id: '101',
      slug: 'harbour',
      url: `${SITE}/world/harbour`,
      headline: 'Harbour opens again',
      kicker: 'Ports',
      standfirst: 'After a week of storms the boats go out.',
      label: 'analysis',
      lang: 'en',
      authors: [
        ada,
        { id: 'guest', name: 'Guést Writer', url: `${SITE}/authors/guest`, staff: false, lang: 'fr' },
      ],
      published: '2026-06-12T09:30:00+02:00',
      updated: '2026-06-12T10:30:00+02:00',
      picture: {
        src: `${picture}/harbour.svg`,
        width: 1200,
        height: 800,
        alt: 'A harbour',
        caption: 'The mole',
        credit: 'Drawn by us',
      },
      section: { id: 'world', name: 'World', url: `${SITE}/world` },
      tags: [
        { id: 'ports', name: 'Ports', url: `${SITE}/tags/ports` },
        { id: 'weather', name: 'Weather', url: `${SITE}/tags/weather` },
      ],
      live: false,
      subscribersOnly: false,
      readingMinutes: 1,
      commentCount: 3,
      comments: 'open',
      quotes: [
        {
          text: 'We sail at dawn.',
          by: 'Jo Marsh',
          role: 'Skipper',
          via: 'told us',
          portrait: { src: `${picture}/ada.svg` },
        },
      ],
    });
  });

  it('leaves out what there is nothing to say about', async () => {
    const [teaser] = (await api.ask('/v1/stories?ids=103')).json.items;
    for (const name of ['kicker', 'label', 'updated', 'picture', 'quotes', 'corrections', 'body']) {
      assert.ok(!(name in teaser), name);
    }
    assert.deepEqual([teaser.live, teaser.subscribersOnly, teaser.comments], [true, true, 'closed']);
  });

  it('shows a moderated story as open', async () => {
    assert.equal((await api.ask('/v1/stories?ids=102')).json.items[0].comments, 'open');
  });

  it('answers the whole story, body and corrections and all', async () => {
    const { json } = await api.ask('/v1/stories/101');
    assert.match(json.body, /^<p>The <strong>east-quay<\/strong> crane moved first.<\/p>\n<h2>/);
    assert.match(json.body, /Boats &amp; nets/);
    assert.deepEqual(json.corrections, [
      { date: '2026-06-13T08:00:00+02:00', note: 'The mole is 300 metres long.' },
    ]);
    expectProblem(await api.ask('/v1/stories/999'), 404, 'not-found');
  });

  it('answers the stories named, in the order asked, and leaves out the unknown', async () => {
    assert.deepEqual(idsOf(await api.ask('/v1/stories?ids=103,999,101')), ['103', '101']);
    const mixed = `/v1/stories?slugs=tram,nowhere&url=${SITE}/world/weather&ids=104,103&url=${SITE}/city/khabren`;
    const answer = await api.ask(mixed);
    assert.deepEqual(idsOf(answer), ['103', '102', '105', '104']);
    assert.equal(answer.json.total, 4);
    assert.deepEqual(idsOf(await api.ask('/v1/stories?ids=999')), []);
  });

  it('answers named stories whole where that is asked for', async () => {
    const { json } = await api.ask('/v1/stories?slugs=tram&ids=999,101&detail=whole');
    for (const story of json.items)
      assert.deepEqual(story, (await api.ask(`/v1/stories/${story.id}`)).json, story.id);
    assert.deepEqual(
      json.items.map((story: { id: string; corrections?: unknown[] }) => [
        story.id,
        story.corrections?.length,
      ]),
      [
        ['103', undefined],
        ['101', 1],
      ],
    );
    const byUrl = await api.ask(`/v1/stories?url=${SITE}/world/harbour&detail=whole`);
    assert.match(byUrl.json.items[0].body, /crane moved first/);
  });

  it('takes an address with a slash, a query or a fragment, and none of another site', async () => {
    for (const url of ['/world/weather/', '/world/weather?utm=1', '/world/weather#comment-7']) {
      assert.deepEqual(
        idsOf(await api.ask(`/v1/stories?url=${encodeURIComponent(SITE + url)}`)),
        ['102'],
        url,
      );
    }
    for (const url of ['https://other.example/world/weather', `${SITE}/city/weather`, `${SITE}/weather`]) {
      assert.deepEqual(idsOf(await api.ask(`/v1/stories?url=${encodeURIComponent(url)}`)), [], url);
    }
  });

  it('finds the lead at the front page', async () => {
    assert.deepEqual(idsOf(await api.ask(`/v1/stories?url=${SITE}/`)), ['101']);
    assert.deepEqual(idsOf(await api.ask(`/v1/stories?url=${SITE}`)), ['101']);
  });

  it('takes 100 references, all kinds together, and no more', async () => {
    const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index + 100)).join();
    assert.equal((await api.ask(`/v1/stories?ids=${ids(100)}`)).status, 200);
    expectProblem(await api.ask(`/v1/stories?ids=${ids(101)}`), 400, 'validation');
    expectProblem(await api.ask(`/v1/stories?ids=${ids(100)}&slugs=tram`), 400, 'validation');
  });

  it('lists the latest, and those of a section, an author or a tag, newest first', async () => {
    assert.deepEqual(idsOf(await api.ask('/v1/stories')), ['101', '102', '103', '105', '104']);
    assert.deepEqual(idsOf(await api.ask('/v1/stories?section=world')), ['101', '102', '104']);
    assert.deepEqual(idsOf(await api.ask('/v1/stories?author=guest')), ['101', '103', '105']);
    assert.deepEqual(idsOf(await api.ask('/v1/stories?tag=weather')), ['101', '102']);
    assert.deepEqual(idsOf(await api.ask(`/v1/stories?tag=${encodeURIComponent('دنیا')}`)), ['105']);
    assert.deepEqual((await api.ask('/v1/stories?tag=nothing')).json, { items: [], total: 0 });
  });

  it('leaves out what is excluded, and does not count it', async () => {
    const answer = await api.ask('/v1/stories?section=world&exclude=102,999');
    assert.deepEqual(idsOf(answer), ['101', '104']);
    assert.equal(answer.json.total, 2);
  });

  it('finds words, phrases and beginnings', async () => {
    const found = async (q: string) => idsOf(await api.ask(`/v1/stories?q=${encodeURIComponent(q)}`));
    assert.deepEqual(await found('harbour opens'), ['101']);
    assert.deepEqual(await found('HARB'), ['101']);
    assert.deepEqual(await found('harb opens'), [], 'only the last word may be unfinished');
    assert.deepEqual(await found('east-qu'), ['101']);
    assert.deepEqual(await found('"never sleeps"'), ['103']);
    assert.deepEqual(await found('"sleeps never"'), []);
    assert.deepEqual(await found('tram or calm'), ['102', '103']);
    assert.deepEqual(await found('ports -tram'), ['101', '102']);
    assert.deepEqual(await found('reyes calm'), ['102'], 'an author’s name');
    assert.deepEqual(await found('خبر'), ['105']);
    for (const odd of ['!!!', "'", "a' | 'b", ':*', '\\', '-"a b', '(', "it's", '<->', '"', '-', '%']) {
      assert.ok(Array.isArray(await found(odd)), odd);
    }
  });

  it('ranks a headline above a body', async () => {
    assert.equal(idsOf(await api.ask('/v1/stories?q=week'))[0], '102');
  });

  it('relates by tags, then section, then time, and never a story to itself', async () => {
    for (const story of ['101', 'harbour', encodeURIComponent(`${SITE}/world/harbour`)]) {
      assert.deepEqual(
        idsOf(await api.ask(`/v1/stories?related=${story}`)),
        ['102', '103', '104', '105'],
        story,
      );
    }
    expectProblem(await api.ask('/v1/stories?related=nowhere'), 404, 'not-found');
  });

  it('pages through every kind of list, each story once', async () => {
    for (const question of ['?', '?section=world&', '?related=101&', '?q=ports&', '?exclude=103&']) {
      const whole = await api.ask(`/v1/stories${question}limit=100`);
      const pages = await walk(api, `/v1/stories${question}limit=1`);
      assert.deepEqual(pages.flatMap(idsOf), idsOf(whole), question);
      assert.ok(pages.every(({ json }) => json.total === whole.json.total));
      assert.equal(whole.json.next, undefined);
    }
  });

  it('names the next page in a Link header too', async () => {
    const first = await api.ask('/v1/stories?section=world&limit=2');
    const [, next] = /^<(.*)>; rel="next"$/.exec(first.headers.get('link')!)!;
    assert.equal(next, `/v1/stories?section=world&limit=2&cursor=${first.json.next}`);
    const second = await api.ask(next);
    assert.deepEqual(idsOf(second), ['104']);
    assert.equal(second.headers.get('link'), null);
  });

  it('takes a cursor only where it comes from', async () => {
    const { next } = (await api.ask('/v1/stories?section=world&limit=1')).json;
    const made = (text: string) => Buffer.from(text).toString('base64url');
    for (const path of [
      `/v1/stories?section=city&cursor=${next}`,
      `/v1/stories?cursor=${next}`,
      `/v1/comments?story=101&cursor=${next}`,
      `/v1/stories?section=world&cursor=${next}x`,
      `/v1/stories?section=world&cursor=${made('nonsense')}`,
      `/v1/stories?section=world&cursor=${made('{"a":1}')}`,
    ]) {
      assert.deepEqual(expectProblem(await api.ask(path), 400, 'validation'), ['cursor'], path);
    }
  });

  it('lists sections in their order, authors and tags by name', async () => {
    assert.deepEqual((await api.ask('/v1/sections')).json.items, [
      { id: 'world', name: 'World', url: `${SITE}/world` },
      { id: 'city', name: 'City', url: `${SITE}/city` },
    ]);
    assert.deepEqual(idsOf(await api.ask('/v1/authors')), ['ada-reyes', 'guest']);
    assert.deepEqual(idsOf(await api.ask('/v1/tags')), ['ports', 'weather', 'دنیا']);
  });

  for (const [query, field] of [
    ['ids=', 'ids.0'],
    ['ids=abc', 'ids.0'],
    ['ids=101,,102', 'ids.1'],
    ['ids=101&ids=102', 'ids'],
    ['slugs=a/b', 'slugs.0'],
    ['url=weather', 'url.0'],
    ['url=javascript:alert(1)', 'url.0'],
    ['section=', 'section'],
    ['section=a%00b', 'section'],
    ['q=', 'q'],
    ['q=%20', 'q'],
    ['q=a%00b', 'q'],
    [`q=${'a'.repeat(201)}`, 'q'],
    ['related=a%20b', 'related'],
    ['related=a%00b', 'related'],
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=ten', 'limit'],
    ['limit=1e1', 'limit'],
    ['limit=99999999999999999999', 'limit'],
    ['cursor=%3D', 'cursor'],
    ['exclude=x', 'exclude.0'],
    ['section=world&tag=ports', 'tag'],
    ['ids=101&q=tram', 'q'],
    ['ids=101&exclude=101', 'exclude'],
    ['ids=101&detail=teaser', 'detail'],
    ['detail=whole', 'detail'],
    ['section=world&detail=whole', 'detail'],
    ['sectoin=world', 'sectoin'],
    ['__proto__=1', '__proto__'],
    ['constructor=1', 'constructor'],
  ] as const) {
    it(`refuses ?${query.slice(0, 40)}, naming ${field}`, async () => {
      assert.deepEqual(expectProblem(await api.ask(`/v1/stories?${query}`), 400, 'validation'), [field]);
    });
  }

  it('neither repeats nor skips when the list grows while it is read', async () => {
    const first = await api.ask('/v1/stories?limit=2');
    await storeStory(api.database, {
      id: '200',
      slug: 'breaking',
      section: 'world',
      headline: 'Breaking',
      standfirst: 'Just in.',
      authors: [],
      published: '2026-06-20T09:30:00+02:00',
      tags: [],
      comments: 'open',
      body: 'News.',
    });
    const second = await api.ask(`/v1/stories?limit=3&cursor=${first.json.next}`);
    assert.deepEqual([...idsOf(first), ...idsOf(second)], ['101', '102', '103', '105', '104']);
    assert.equal(idsOf(await api.ask('/v1/stories'))[0], '200');
    await api.database.query(`delete from stories where id = '200'`);
  });
});
