import * as fc from 'fast-check';
import { Problem } from '../../src/kit/problem.js';
import type { Story } from '../../src/model/index.js';
import ghost from '../../src/sources/ghost.js';
import type { Ask, Detail, ListQuery } from '../../src/sources/source.js';
import { toldByTags, tellingTags } from '../../src/sources/auto.js';
import { expect, faulty, impatiently, patient, problemOf } from '../content/support.js';
import type { Answer } from '../tools/faulty-client.js';
import { apiKey, idsOf, json, listed, postsOf, recorded, refused, site, type Json } from './ghost-records.js';

type Given = string | Answer | Promise<Answer>;

const [FISH, UNITED, OPERA] = [
  '6b043e7f5da2a64f1042bcd0',
  '6b043e7f5da2a64f1042bcca',
  '6b043e7f5da2a64f1042bcc4',
];
const BRIDGE = '6b043e795da2a64f1042bc11';
const bridge = 'harbour-bridge-opens-after-nine-years';
const home = 'http://127.0.0.1:8641';

/** Asks for stories one after the other; the answers are given in this order. */
async function read(refs: readonly string[], answers: readonly Given[], detail: Detail = 'teaser') {
  const { client, asked } = await site(answers);
  const stories = await Promise.all(refs.map((ref) => client.story(ref, detail, patient())));
  return { stories, asked: await asked() };
}

/** The record of a post, changed like this, as it arrives. */
async function arrival(changes: Json, detail: Detail = 'teaser'): Promise<Story | undefined> {
  const post = { ...(await postsOf('023'))[0], ...changes };
  return (await read([BRIDGE], [listed('posts', [post])], detail)).stories[0];
}

describe('stories of a Ghost site', () => {
  impatiently();

  it('are asked for by id in one simple request, without their bodies, and keep their order', async () => {
    const { client, log } = await site(['003']);
    const refs = [OPERA, FISH, UNITED, FISH];
    const found = await Promise.all(refs.map((ref) => client.story(ref, 'teaser', patient())));
    expect(idsOf(found)).to.deep.equal(refs);
    const arrivals = await log();
    expect(arrivals.map(({ method }) => method)).to.deep.equal(['GET']);
    const { pathname, searchParams } = new URL(arrivals[0]!.path, 'http://_');
    // Without the slash at its end Ghost sends the browser on.
    expect(pathname).to.match(/\/ghost\/api\/content\/posts\/$/);
    expect([...searchParams.keys()]).to.deep.equal(['key', 'filter', 'limit', 'fields', 'include']);
    expect(searchParams.get('key')).to.equal(apiKey);
    expect(searchParams.get('filter')).to.equal(`id:['${OPERA}','${FISH}','${UNITED}']`);
    expect(searchParams.get('fields')!.split(',')).to.include('comments').and.not.include('html');
    expect(arrivals[0]!.headers).not.to.have.property('cookie');
  });

  it('arrive as our own', async () => {
    const { stories, asked } = await read([BRIDGE], ['023'], 'whole');
    const { body, ...rest } = stories[0]!;
    expect(asked).to.deep.equal([`GET ?filter=id:['${BRIDGE}']&limit=100`]);
    expect(body).to.match(/^<p>Paragraph 1 of <em>/);
    const picture = (width: string): string => `${home}/content/images/${width}2026/11/story-0.png`;
    expect(rest).to.deep.equal({
      id: BRIDGE,
      slug: bridge,
      url: `${home}/${bridge}/`,
      headline: 'Harbour bridge opens after nine years',
      kicker: 'World',
      standfirst: 'Hand-written excerpt 0 & more',
      authors: [{ id: 'olga', name: 'Olga Owner', url: `${home}/author/olga/` }],
      published: '2025-03-01T07:00:00.000+00:00',
      updated: '2026-11-23T13:24:09.000+00:00',
      picture: {
        src: picture(''),
        srcset: [600, 1000, 1600].map((width) => `${picture(`size/w${width}/`)} ${width}w`).join(', '),
        alt: 'Alt text 0',
      },
      section: { id: 'world', name: 'World', url: `${home}/tag/world/` },
      tags: [{ id: 'world', name: 'World', url: `${home}/tag/world/` }],
      readingMinutes: 0,
      comments: 'sign-in',
      signInUrl: `${home}/${bridge}/#/portal/signin`,
    } satisfies Omit<Story, 'body'>);
  });

  it('are found by slug and by address, whatever hangs on it', async () => {
    for (const ref of [
      bridge,
      `${home}/${bridge}/`,
      `${home}/${bridge}`,
      `${home}/2025/03/${bridge}/?ref=newsletter&utm_source=x#comments`,
      `https://partner.example/${bridge}/`,
      `/${bridge}/`,
    ]) {
      const { stories, asked } = await read([ref], ['024']);
      expect(idsOf(stories), ref).to.deep.equal([BRIDGE]);
      expect(asked).to.deep.equal([`GET ?filter=slug:['${bridge}']&limit=100`]);
    }
  });

  it('are found by id and by slug at once', async () => {
    const [post] = await postsOf('023');
    const { stories, asked } = await read(
      [bridge, FISH, BRIDGE, `${home}/${bridge}/`],
      [listed('posts', [post, ...(await postsOf('003'))])],
    );
    expect(idsOf(stories)).to.deep.equal([BRIDGE, FISH, BRIDGE, BRIDGE]);
    expect(asked).to.deep.equal([`GET ?filter=id:['${FISH}','${BRIDGE}'],slug:['${bridge}']&limit=100`]);
  });

  it('come without those that the site does not know', async () => {
    const unknown = '0123456789abcdef01234567';
    const { stories } = await read([UNITED, unknown, 'no-such', FISH], ['003']);
    expect(idsOf(stories)).to.deep.equal([UNITED, undefined, undefined, FISH]);
  });

  it('cannot be named by what means something in a filter', async () => {
    const hostile = [
      "x'+id:-'1",
      'a,b',
      '](',
      "'",
      '\\',
      '%',
      'http://[',
      'x y',
      '',
      '/',
      'javascript:alert(1)',
    ];
    const { stories, asked } = await read([...hostile, UNITED], ['003']);
    expect(idsOf(stories)).to.deep.equal([...hostile.map(() => undefined), UNITED]);
    expect(asked).to.deep.equal([`GET ?filter=id:['${UNITED}']&limit=100`]);
    expect(await read(hostile, [])).to.deep.equal({ stories: hostile.map(() => undefined), asked: [] });
  });

  it('are asked for in hundreds', async () => {
    const refs = Array.from({ length: 101 }, (_, index) => index.toString(16).padStart(24, 'a'));
    const { asked } = await read(refs, ['016', '016']);
    expect(asked.map((question) => question.match(/'[\da-f]{24}'/g)?.length).sort()).to.deep.equal([1, 100]);
  });

  it('have their titles as they are, and captions as text', async () => {
    const { stories } = await read([FISH], ['003']);
    expect(stories[0]?.headline).to.equal('Fish & chips: <em>the</em> 5 < 7 question 🐟 (part 3)');
    const changed = await arrival({ feature_image_caption: 'Photo: <i>J. Doe</i> &amp; Co' });
    expect(changed?.picture?.caption).to.equal('Photo: J. Doe & Co');
  });

  it('show readers no tag of the editors', async () => {
    const [world] = (await postsOf('023'))[0]!.tags as Json[];
    const own = { ...world, name: '#front', slug: 'hash-front', visibility: 'internal' };
    const story = await arrival({ tags: [own, world] });
    expect(story).not.to.have.any.keys('section', 'kicker');
    expect(story?.tags?.map(({ id }) => id)).to.deep.equal(['world']);
  });

  it('have the beginning of the text where nobody wrote an excerpt, unless they come whole', async () => {
    // 500 characters, the last word cut.
    const text = `${'ninety words '.repeat(38)}and so`;
    const changes = { custom_excerpt: null, excerpt: text };
    const teaser = await arrival({ ...changes, html: undefined });
    expect(teaser?.standfirst).to.equal(`${'ninety words '.repeat(38)}and …`);
    expect(await arrival(changes, 'whole')).not.to.have.property('standfirst');
    expect((await arrival({ ...changes, excerpt: 'Short.', html: undefined }))?.standfirst).to.equal(
      'Short.',
    );
  });

  it('have pictures in sizes only where Ghost makes them', async () => {
    const picture = async (src: string) => (await arrival({ feature_image: src }))?.picture;
    for (const src of [
      `${home}/content/images/2026/11/map.svg`,
      `${home}/content/images/size/w300/2026/11/a.png`,
      'https://images.unsplash.com/photo.jpg?w=2000',
      'https://other.example/content/images/2026/11/a.jpg',
      'http://127.0.0.1:864/content/images/2026/11/a.jpg',
    ])
      expect(await picture(src)).to.deep.equal({ src, alt: 'Alt text 0' });
    expect(await picture('javascript:alert(1)')).to.equal(undefined);
  });

  it('are marked, and have no body, where only members may read them', async () => {
    for (const record of ['025', '026']) {
      const [post] = await postsOf(record);
      const { stories } = await read([post!.id as string], [record], 'whole');
      expect(stories[0]).to.include({ subscribersOnly: true, comments: 'sign-in' });
      expect(stories[0]).not.to.have.any.keys('body', 'standfirst');
    }
    // Some of it may be open.
    expect(await arrival({ visibility: 'paid' })).to.have.property('subscribersOnly', true);
    expect(await arrival({})).not.to.have.property('subscribersOnly');
  });

  it('are updated when that was later than their publishing', async () => {
    const published_at = '2026-11-23T13:24:09.000+00:00';
    // Publishing sets both, one a moment after the other.
    const moment = '2026-11-23T13:24:09.400+00:00';
    expect(await arrival({ published_at, updated_at: moment })).not.to.have.property('updated');
    const updated_at = '2026-11-23T14:00:00.000+00:00';
    expect(await arrival({ published_at, updated_at })).to.include({
      published: published_at,
      updated: updated_at,
    });
  });

  it('lead to no page that is not there', async () => {
    const [olga] = (await postsOf('023'))[0]!.authors as Json[];
    const story = await arrival({
      authors: [{ ...olga, url: `${home}/404/`, profile_image: `${home}/o.png` }],
    });
    expect(story?.authors).to.deep.equal([
      { id: 'olga', name: 'Olga Owner', portrait: { src: `${home}/o.png` } },
    ]);
    expect(
      await arrival({ url: `${home}/404/` }).catch((error: unknown) => (error as Problem).kind),
    ).to.equal('parse');
  });

  it('have their quotes where these are asked for', async () => {
    const html = '<p>x</p><blockquote>We had <b>no</b> water. <cite>Ada &amp; Bo</cite></blockquote>';
    expect((await arrival({ html }, 'quotes'))?.quotes).to.deep.equal([
      { text: 'We had no water.', by: 'Ada & Bo' },
    ]);
    expect((await arrival({ html: '' }, 'quotes'))?.quotes).to.deep.equal([]);
    expect(await arrival({ html }, 'whole')).not.to.have.property('quotes');
  });

  it('keep the links of their bodies as the publisher has set them', async () => {
    const { stories } = await read([BRIDGE], ['023'], 'whole');
    expect(stories[0]?.body).to.contain('https://example.org/0/0?ref=127.0.0.1');
  });

  it('say who may comment, as far as the site tells', async () => {
    const own = async (changes: Json): Promise<Story | undefined> => {
      const post = { ...(await postsOf('023'))[0], ...changes };
      const { client } = await site([listed('posts', [post])], { origin: location.origin });
      return client.story(BRIDGE, 'teaser', patient());
    };
    const signInUrl = `${home}/${bridge}/#/portal/signin`;
    for (const [changes, elsewhere, here] of [
      [{ comments: true }, 'sign-in', 'open'],
      [{ comments: false }, 'closed', 'closed'],
      // It says so of each story that only members may read.
      [{ comments: false, access: false }, 'sign-in', undefined],
      [{ comments: undefined }, undefined, undefined],
    ] as const)
      for (const [story, comments] of [
        [await arrival(changes), elsewhere],
        [await own(changes), here],
      ] as const)
        expect([story?.comments, story?.signInUrl], JSON.stringify(changes)).to.deep.equal([
          comments,
          comments === 'closed' ? undefined : signInUrl,
        ]);
  });
});

describe('a list of a Ghost site', () => {
  impatiently();
  const list = async (query: Partial<ListQuery> & Pick<ListQuery, 'from'>, ...answers: Given[]) => {
    const { client, asked } = await site(answers);
    const page = await client.list({ limit: 3, ...query }, patient());
    return { page, ids: idsOf(page.items), asked: await asked() };
  };

  it('has the latest, page by page, and ends', async () => {
    const first = await list({ from: 'latest' }, '003');
    expect(first.ids).to.deep.equal([FISH, UNITED, OPERA]);
    expect([first.page.next, first.page.total, first.asked]).to.deep.equal(['2', 29, ['GET ?limit=3']]);
    const last = listed('posts', await postsOf('003'), { page: 10, pages: 10, total: 29 });
    const second = await list({ from: 'latest', cursor: '10' }, last);
    expect(second.asked).to.deep.equal(['GET ?limit=3&page=10']);
    expect(second.page).not.to.have.property('next');
    // Ghost names a next page there, too.
    const { page } = await list({ from: 'latest', cursor: '99' }, '016');
    expect(page).to.deep.equal({ items: [], total: 29 });
  });

  it('is that of a section, a tag or an author', async () => {
    for (const [from, of, filter] of [
      ['section', 'world', "tag:'world'"],
      ['tag', '2024', "tag:'2024'"],
      ['author', 'olga', "author:'olga'"],
    ] as const) {
      const { asked, page } = await list({ from, of }, '003');
      expect(asked).to.deep.equal([`GET ?filter=${filter}&limit=3`]);
      expect(page.total).to.equal(29);
    }
  });

  it('is empty where nothing could be called so', async () => {
    for (const of of ["x'+tag:-'y", 'a b', '[x]', ''])
      for (const from of ['section', 'tag', 'author'] as const)
        expect(await list({ from, of })).to.deep.equal({ page: { items: [] }, ids: [], asked: [] });
  });

  it('has what a search finds: all of the words, in headlines and excerpts', async () => {
    const { asked, page } = await list({ from: 'search', of: 'harbour  bridge', cursor: '2' }, '003');
    const part = (word: string): string => `(title:~'${word}',custom_excerpt:~'${word}')`;
    expect(asked).to.deep.equal([`GET ?filter=${part('harbour')}+${part('bridge')}&limit=3&page=2`]);
    expect([page.total, page.next]).to.deep.equal([29, '3']);
    // A filter that is a single group would find everything.
    const { asked: one } = await list({ from: 'search', of: 'bridge' }, '003');
    expect(one).to.deep.equal([`GET ?filter=${part('bridge').slice(1, -1)}&limit=3`]);
  });

  it('has what a search finds, whatever signs are in it', async () => {
    for (const [of, words] of [
      ["O'Hara’s “plan”", ['O', 'Hara', 's', 'plan']],
      [`x',id:-'1`, ['x', ',id:-', '1']],
      ['a\\b (100%) [c]', ['a', 'b', '(100%)', '[c]']],
    ] as const) {
      const { asked } = await list({ from: 'search', of }, '003');
      const quoted = [...asked[0]!.matchAll(/title:~'([^'"\\]*)'/g)].map(([, word]) => word);
      expect(quoted).to.deep.equal(words);
      expect(asked[0]!.replace(/\(title:~'[^']*',custom_excerpt:~'[^']*'\)/g, 'W')).to.match(
        /^GET \?filter=W(\+W)*&limit=3$/,
      );
    }
    for (const of of ['', ' ', `'"`, '\\'])
      expect(await list({ from: 'search', of })).to.deep.equal({ page: { items: [] }, ids: [], asked: [] });
  });

  describe('that is related', () => {
    const known = (tags?: unknown): Answer | Promise<Answer> =>
      tags === undefined
        ? recorded('024')
        : postsOf('024').then(([post]) => listed('posts', [{ ...post, tags }]));
    const of = `https://partner.example/${bridge}/`;
    const asksFirst = `GET ?filter=slug:['${bridge}']&limit=100`;
    const posts = (count: number) => postsOf('003').then((all) => all.slice(0, count));

    it('shares a tag, and is not the story itself', async () => {
      const tags = [
        { slug: 'world', name: 'World' },
        { slug: 'tolls', name: 'Tolls' },
      ];
      const { ids, asked, page } = await list({ from: 'related', of }, known(tags), '003');
      expect(ids).to.have.length(3);
      expect(page.next).to.equal('2');
      expect(asked).to.deep.equal([asksFirst, `GET ?filter=tag:['world','tolls']+id:-['${BRIDGE}']&limit=3`]);
    });

    it('is filled up with the latest', async () => {
      const [one, two, three] = await postsOf('003');
      const { ids, asked, page } = await list(
        { from: 'related', of },
        known(),
        listed('posts', [two]),
        listed('posts', [one, three], { pages: 9, total: 27 }),
      );
      expect(ids).to.deep.equal([UNITED, FISH, OPERA]);
      expect(asked.slice(1)).to.deep.equal([
        `GET ?filter=tag:['world']+id:-['${BRIDGE}']&limit=3`,
        `GET ?filter=id:-['${BRIDGE}','${UNITED}']&limit=2`,
      ]);
      expect(page).not.to.have.any.keys('next', 'total');
    });

    it('is not filled up on a later page', async () => {
      const { ids, asked } = await list(
        { from: 'related', of, cursor: '2' },
        known(),
        listed('posts', await posts(1), { page: 2, pages: 2, total: 4 }),
      );
      expect(ids).to.deep.equal([FISH]);
      expect(asked).to.have.length(2);
    });

    it('is the latest for a story without tags, one that the site does not know, and a front page', async () => {
      const { asked, page } = await list({ from: 'related', of }, known([]), '003');
      expect(asked[1]).to.equal(`GET ?filter=id:-['${BRIDGE}']&limit=3`);
      expect(page.next).to.equal('2');
      // A site may have no more.
      const small = await list({ from: 'related', of }, known([]), listed('posts', await posts(1)));
      expect([small.ids, small.asked.length]).to.deep.equal([[FISH], 2]);
      const unknown = await list({ from: 'related', of }, '016', '003');
      expect(unknown.asked[1]).to.equal('GET ?limit=3');
      expect(unknown.ids).to.have.length(3);
      for (const from of ['https://partner.example/', undefined]) {
        const front = await list({ from: 'related', ...(from && { of: from }) }, '003');
        expect(front.asked).to.deep.equal(['GET ?limit=3']);
      }
    });
  });
});

describe('the numbers of comments on a Ghost site', () => {
  impatiently();
  const refs = [BRIDGE, '6b043e7a5da2a64f1042bc19', '6b043e7e5da2a64f1042bc9f'];
  const count = async (answer?: Given, changes: Json[] = []) => {
    const [post] = await postsOf('023');
    const posts = refs.map((id, index) => ({ ...post, id, ...changes[index] }));
    const { stories, asked } = await read(
      refs,
      [listed('posts', posts), ...(answer ? [answer] : [])],
      'counted',
    );
    return { counts: stories.map((story) => story?.commentCount), asked };
  };

  it('are one more request for all stories', async () => {
    const { counts, asked } = await count('067');
    expect(counts).to.deep.equal([8, 25, 0]);
    expect(asked.slice(1)).to.deep.equal([`GET comments/counts/?ids=${refs.join(',')}`]);
  });

  it('are not asked for where comments are closed', async () => {
    const closed = { comments: false };
    expect((await count('067', [closed])).counts).to.deep.equal([undefined, 25, 0]);
    const { counts, asked } = await count(undefined, [closed, closed, closed]);
    expect(counts).to.deep.equal([undefined, undefined, undefined]);
    expect(asked).to.have.length(1);
  });

  it('are unknown where the site does not tell, or tells nonsense', async () => {
    for (const answer of [
      refused(404, 'NotFoundError', 'No members'),
      refused(403, 'NoPermissionError', 'Private'),
      { body: [] },
      { body: { [refs[0]!]: '8', [refs[1]!]: -1, [refs[2]!]: null } },
    ])
      expect((await count(answer)).counts).to.deep.equal([undefined, undefined, undefined]);
  });

  it('are a failure that may pass where the site does not answer', async () => {
    const down = Array.from({ length: 3 }, () => ({ status: 503, body: '' }));
    const [post] = await postsOf('023');
    const { client } = await site([listed('posts', [post]), ...down]);
    const problem = await problemOf(client.story(BRIDGE, 'counted', patient()));
    expect([problem.status, problem.retryable]).to.deep.equal([503, true]);
  });
});

describe('the key of a Ghost site', () => {
  impatiently();
  const latest = { from: 'latest', limit: 3 } as const;

  it('is missed before anything is asked, with the remedy', async () => {
    const { client, asked } = await site([], { key: '' });
    for (const ask of [client.list(latest, patient()), client.story(BRIDGE, 'teaser', patient())]) {
      const problem = await problemOf(ask);
      expect(problem.kind).to.equal('config');
      expect(problem.message).to.match(/Content API key.*api-key/);
    }
    expect(await asked()).to.deep.equal([]);
  });

  it('is not needed for the comments on a story named by its id', async () => {
    const { client } = await site(['057'], { key: '' });
    const page = await client.comments({ story: BRIDGE, order: 'newest', limit: 15 }, patient());
    expect(page?.total).to.equal(8);
  });

  it('is called unknown where it is', async () => {
    const { client } = await site(['044']);
    const problem = await problemOf(client.list(latest, patient()));
    expect([problem.kind, problem.status, problem.reason, problem.message]).to.deep.equal([
      'http',
      401,
      'UNKNOWN_CONTENT_API_KEY',
      'Unknown Content API Key',
    ]);
  });

  it('stands in the head of each of its pages, with the address', async () => {
    const page = new DOMParser().parseFromString((await recorded('055')).body as string, 'text/html');
    const tags = (selector: string) =>
      toldByTags(page.querySelectorAll(selector), `${home}/harbour-bridge-opens-after-nine-years/`);
    const told = { source: 'ghost', api: `${home}/ghost/api/content`, apiKey: '664da2644f75227c5266d43b19' };
    // A feed is named there as well.
    expect(tags(tellingTags)).to.deep.include(told);
    expect(tags('script[data-sodo-search]')).to.deep.include(told);
    expect(tags('script[data-ghost][data-key]')).to.deep.include(told);
  });
});

describe('the address of a Ghost site', () => {
  impatiently();
  for (const [path, source, arrives] of [
    ['', 'ghost', ''],
    ['/', 'ghost', ''],
    ['/ghost/api/content', 'auto', ''],
    ['/ghost/api/content/', 'auto', ''],
    ['/news/blog', 'ghost', '/news/blog'],
    ['/news/blog/ghost/api/content/', 'auto', '/news/blog'],
  ] as const)
    it(`may be https://example.org${path}`, async () => {
      const { client, log } = await site(['023', '067'], { path, source });
      await client.story(BRIDGE, 'counted', patient());
      expect((await log()).map((one) => one.path.replace(/^\/s\/\w+|\?.*/g, ''))).to.deep.equal([
        `${arrives}/ghost/api/content/posts/`,
        `${arrives}/members/api/comments/counts/`,
      ]);
    });
});

describe('an answer of a Ghost site', () => {
  impatiently();

  it('that is no JSON, or none of its own, is a failure that says so', async () => {
    for (const body of [
      '{"posts":[{"id":',
      '<!doctype html>',
      'null',
      '[]',
      '{}',
      '{"posts":{}}',
      '{"posts":[{}]}',
    ]) {
      const { client } = await site([{ body }]);
      expect((await problemOf(client.list({ from: 'latest', limit: 3 }, patient()))).kind, body).to.equal(
        'parse',
      );
    }
  });

  it('that refuses a filter is told in its own words', async () => {
    const { client } = await site(['020']);
    const problem = await problemOf(client.list({ from: 'latest', limit: 3 }, patient()));
    expect([problem.status, problem.message]).to.deep.equal([400, 'Error parsing filter']);
  });

  it('is not waited for by one who leaves', async () => {
    const { client, log } = await site([{ delay: 60_000 }]);
    const leaving = new AbortController();
    const waiting = client.list({ from: 'related', of: bridge, limit: 3 }, leaving.signal);
    await log({ arrived: 1 });
    leaving.abort(new Error('left'));
    expect(await waiting.catch(String)).to.equal('Error: left');
    expect((await log({ aborted: 1 })).map(({ aborted }) => aborted)).to.deep.equal([true]);
  });

  describe('of wrong types', () => {
    const ask = (data: unknown): Ask =>
      ({
        api: `${faulty.origin}/ghost/api/content`,
        apiKey,
        own: true,
        get: () => Promise.resolve({ data, headers: new Headers() }),
      }) as unknown as Ask;
    const soundStory = (story: Story): void => {
      for (const name of ['id', 'url', 'headline'] as const)
        expect(story[name]).to.be.a('string').and.not.equal('');
      for (const name of [
        'slug',
        'kicker',
        'standfirst',
        'published',
        'updated',
        'body',
        'signInUrl',
      ] as const)
        if (name in story) expect(story[name], name).to.be.a('string');
      const pages = [story, story.section, ...(story.tags ?? []), ...(story.authors ?? [])].map(
        (one) => one?.url,
      );
      const { src, srcset = '' } = story.picture ?? {};
      for (const url of [...pages, src, ...srcset.split(', ')].filter(Boolean))
        expect(url).to.match(/^(https?|mailto):/);
      for (const { name } of [...story.tags!, ...story.authors!]) expect(name).to.be.a('string');
      expect(story.readingMinutes ?? 0).to.be.a('number');
      expect(story.commentCount ?? 0).to.be.a('number');
    };
    const sound = async (data: unknown): Promise<void> => {
      const given = ask(data);
      for (const question of [
        () => ghost.list({ from: 'latest', limit: 3 }, given),
        () => ghost.list({ from: 'related', of: BRIDGE, limit: 3 }, given),
        () => ghost.stories([{ kind: 'slug', value: BRIDGE }], 'counted', given),
        () => ghost.stories([{ kind: 'slug', value: BRIDGE }], 'quotes', given),
      ])
        try {
          const found = await question();
          const stories = 'items' in found ? found.items : found;
          for (const story of stories) if (story) soundStory(story);
        } catch (error) {
          expect(error).to.be.instanceOf(Problem);
        }
    };

    it('is left out, or a failure that says so, whatever field it is in', async () => {
      const [post] = await postsOf('023');
      const names = [...Object.keys(post!), 'tags.0', 'authors.0'];
      const field = fc.constantFrom(...names);
      await fc.assert(
        fc.asyncProperty(field, fc.jsonValue(), fc.jsonValue(), async (name, value, pagination) => {
          const changed = structuredClone(post!);
          const [outer = '', inner] = name.split('.');
          if (inner) (changed[outer] as unknown[])[0] = value;
          else changed[outer] = value;
          await sound({ posts: [changed, value], meta: { pagination } });
        }),
        { numRuns: 300 },
      );
    });

    it('is left out in tags and authors, field by field', async () => {
      const { posts } = await json<{ posts: Json[] }>('023');
      for (const list of ['tags', 'authors'] as const)
        for (const name of ['slug', 'name', 'url', 'visibility', 'bio', 'profile_image'])
          for (const value of [null, 7, true, '', [], {}, 'javascript:alert(1)', ['x']]) {
            const [one] = posts[0]![list] as Json[];
            await sound({ posts: [{ ...posts[0], [list]: [{ ...one, [name]: value }, null, 7] }] });
          }
    });

    it('is a failure that says so, whatever the whole is', async () => {
      await fc.assert(
        fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (whole, posts) => {
          await sound(whole);
          await sound({ posts });
          await sound({ posts: [], meta: whole });
        }),
        { numRuns: 200 },
      );
    });
  });
});
