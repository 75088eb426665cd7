import type { Comment, NewComment, Story } from '../../src/model/index.js';
import type { Detail, ListQuery } from '../../src/sources/source.js';
import type { Answer } from '../tools/faulty-client.js';
import {
  expect,
  impatiently,
  patient,
  problemOf,
  scriptedApi,
  stories as numbered,
} from '../content/support.js';

const whole: Required<Story> = {
  id: '7',
  slug: 'summit',
  url: 'https://news.example/2021/06/summit',
  headline: 'Ministers agree on <water>',
  kicker: 'Summit',
  standfirst: 'After nine nights & nine days.',
  label: 'analysis',
  authors: [
    {
      id: '3',
      name: 'Ada Okafor',
      role: 'Diplomatic editor',
      bio: 'Writes from Geneva.',
      url: 'https://news.example/ada',
      portrait: { src: 'https://cdn.example/ada.jpg', alt: 'Ada' },
      staff: false,
      lang: 'en',
    },
  ],
  published: '2021-06-12T08:00:00+05:00',
  updated: '2021-06-12T09:30:00+05:00',
  picture: {
    src: 'https://cdn.example/a.jpg',
    srcset: 'https://cdn.example/a-300.jpg 300w, https://cdn.example/a.jpg 1200w',
    width: 1200,
    height: 800,
    alt: 'A table',
    caption: 'The table.',
    credit: 'Bo',
  },
  section: { id: '2', name: 'World', url: 'https://news.example/world' },
  tags: [{ id: '9', name: 'water', url: 'https://news.example/tag/water' }],
  lang: 'en',
  live: true,
  subscribersOnly: true,
  readingMinutes: 4,
  commentCount: 12,
  comments: 'sign-in',
  signInUrl: 'https://news.example/sign-in',
  quotes: [
    {
      text: 'Enough.',
      by: 'Ana',
      role: 'Mayor',
      via: 'told the Post',
      url: 'https://post.example/1',
      portrait: { src: 'https://cdn.example/ana.jpg' },
      lang: 'pt',
    },
  ],
  corrections: [{ date: '2021-06-13T08:00:00+05:00', note: 'A name was wrong.' }],
  body: '<p>Whole.</p>',
};

const least = { id: '7', url: 'https://news.example/7', headline: 'Least' };

const rest = (...answers: Answer[]) => scriptedApi(answers, '/v1', 'rest');

/** Stories as the API gives them, and as they arrive. */
async function readAll(given: readonly object[]): Promise<readonly Partial<Story>[]> {
  const { client } = await rest({ body: { items: given.map((one) => ({ ...least, ...one })) } });
  return (await client.list({ from: 'latest', limit: given.length }, patient())).items;
}

const read = async (given: object): Promise<Partial<Story>> => (await readAll([given]))[0]!;

/** What a publisher is warned of meanwhile. */
async function warnings(work: () => Promise<unknown>): Promise<string[]> {
  const said: string[] = [];
  const own = console.warn;
  console.warn = (...words: unknown[]) => said.push(words.join(' '));
  try {
    await work();
  } finally {
    console.warn = own;
  }
  return said;
}

describe('a story of the publisher’s own API', () => {
  impatiently();

  it('arrives whole', async () => {
    expect(await read(whole)).to.deep.equal(whole);
  });

  it('may be no more than id, address and headline', async () => {
    expect(await read({})).to.deep.equal({ ...least, authors: [], tags: [], quotes: [] });
    expect(await read({ id: 7, headline: '  Least  ' })).to.include(least);
  });

  it('loses what has the wrong type, and nothing else', async () => {
    const all = [null, 7, {}, [], [null], ['x'], true, '', { name: 5 }, [{ name: 5 }]];
    const rest = Object.keys(whole).filter((name) => !(name in least));
    const read = await readAll(all.map((wrong) => Object.fromEntries(rest.map((name) => [name, wrong]))));
    for (const [index, wrong] of all.entries()) {
      const { readingMinutes, commentCount, live, subscribersOnly, corrections, ...story } = read[index]!;
      expect(story, JSON.stringify(wrong)).to.deep.equal({ ...least, authors: [], tags: [], quotes: [] });
      expect([readingMinutes, commentCount]).to.deep.equal(wrong === 7 ? [7, 7] : [undefined, undefined]);
      expect([live, subscribersOnly]).to.deep.equal(wrong === true ? [true, true] : [undefined, undefined]);
      expect(corrections).to.deep.equal(Array.isArray(wrong) ? [] : undefined);
    }
  });

  it('has no number that cannot be', async () => {
    for (const story of await readAll(
      [-1, null, '4'].map((no) => ({ readingMinutes: no, commentCount: no })),
    ))
      expect(story).not.to.have.any.keys('readingMinutes', 'commentCount');
    expect(await read({ commentCount: 0 })).to.have.property('commentCount', 0);
  });

  it('has no label and no state of comments that we do not know', async () => {
    expect(await read({ label: 'toString', comments: 'maybe' })).not.to.have.any.keys('label', 'comments');
  });

  it('leads nowhere but to the web', async () => {
    const all = [
      'javascript:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      '/relative',
    ];
    const stories = await readAll(
      all.map((bad) => ({
        authors: [{ name: 'Ada', url: bad, portrait: { src: bad } }],
        picture: { src: bad, srcset: `${bad} 300w` },
        section: { id: '2', name: 'World', url: bad },
        tags: [{ id: '9', name: 'water', url: bad }],
        quotes: [{ text: 'Enough.', url: bad, portrait: { src: bad } }],
      })),
    );
    for (const [index, bad] of all.entries())
      expect(stories[index], bad).to.deep.equal({
        ...least,
        authors: [{ name: 'Ada' }],
        section: { id: '2', name: 'World' },
        tags: [{ id: '9', name: 'water' }],
        quotes: [{ text: 'Enough.' }],
      });
  });

  it('has only those sizes of its picture that come from the web', async () => {
    const src = 'https://cdn.example/a.jpg';
    const sets = [
      ['https://cdn.example/1.jpg 300w, javascript:alert(1) 600w', 'https://cdn.example/1.jpg 300w'],
      [
        'https://cdn.example/1.jpg 1x,https://cdn.example/2.jpg 1.5x',
        'https://cdn.example/1.jpg 1x, https://cdn.example/2.jpg 1.5x',
      ],
      ['https://cdn.example/w=1,h=2.jpg 300w', 'https://cdn.example/w=1,h=2.jpg 300w'],
      ['https://cdn.example/1.jpg 300w onerror=x, data:x 2x', 'https://cdn.example/1.jpg 300w'],
      ['https://cdn.example/1.jpg wide', undefined],
      [['https://cdn.example/1.jpg'], undefined],
    ] as const;
    const stories = await readAll(sets.map(([srcset]) => ({ picture: { src, srcset } })));
    for (const [index, [srcset, kept]] of sets.entries())
      expect(stories[index]?.picture?.srcset?.trim(), String(srcset)).to.equal(kept);
  });

  it('is left out, with one warning, where it lacks what it must have', async () => {
    const broken = [
      { ...least, id: undefined },
      { ...least, headline: '  ' },
      { ...least, url: 'javascript:alert(1)' },
      null,
      7,
      [least],
    ];
    const { client } = await rest({ body: { items: [...broken, least] } });
    const said = await warnings(async () => {
      const { items } = await client.list({ from: 'latest', limit: 7 }, patient());
      expect(items.map(({ headline }) => headline)).to.deep.equal(['Least']);
    });
    expect(said).to.deep.equal([
      'NEWS-SHAPE: 6 of 7 stories were left out: a field they must have is missing.',
    ]);
  });

  it('is a failure where none of them can be read', async () => {
    const { client } = await rest({ body: { items: [null, { id: '1' }] } });
    const problem = await problemOf(client.list({ from: 'latest', limit: 2 }, patient()));
    expect(problem.kind).to.equal('parse');
    expect(problem.message).to.contain('stories lack what they must have');
  });
});

describe('a list of the publisher’s own API', () => {
  impatiently();

  for (const body of ['null', '[]', '7', '"x"', 'true', '{}', '{"items": {}}', '{"items": null}', ''])
    it(`is none when the answer is ${body || 'empty'}`, async () => {
      const { client, log } = await rest({ body });
      const problem = await problemOf(client.list({ from: 'latest', limit: 4 }, patient()));
      expect([problem.kind, problem.retryable]).to.deep.equal(['parse', false]);
      expect(problem.message).to.equal('The answer holds no list of stories');
      expect(await log()).to.have.length(1);
    });

  for (const [query, address] of [
    [{ from: 'latest', limit: 4 }, '?limit=4'],
    [{ from: 'section', of: 'world', limit: 4 }, '?section=world&limit=4'],
    [{ from: 'author', of: 'ada', limit: 4 }, '?author=ada&limit=4'],
    [{ from: 'tag', of: 'water', limit: 4 }, '?tag=water&limit=4'],
    [{ from: 'related', of: '7', limit: 4 }, '?related=7&limit=4'],
    [{ from: 'related', of: '/summit', limit: 4 }, `?related=${location.origin}/summit&limit=4`],
    [{ from: 'related', limit: 4 }, '?limit=4'],
  ] satisfies [ListQuery, string][])
    it(`asks for ${address}`, async () => {
      const { client, asked } = await rest({ body: { items: [] } });
      expect(await client.list(query, patient())).to.deep.equal({ items: [] });
      expect(await asked()).to.deep.equal([`GET /stories${address}`]);
    });

  it('goes on by the cursor that the API gave, until there is none', async () => {
    const { client, asked } = await rest(
      { body: { items: [least], next: 'abc', total: 2 } },
      { body: { items: [least], next: 7, total: '2' } },
    );
    const query = { from: 'latest', limit: 1 } as const;
    const first = await client.list(query, patient());
    expect([first.next, first.total]).to.deep.equal(['abc', 2]);
    const second = await client.list({ ...query, cursor: first.next! }, patient());
    expect(second).not.to.have.any.keys('next', 'total');
    expect(await asked()).to.deep.equal(['GET /stories?limit=1', 'GET /stories?limit=1&cursor=abc']);
  });

  it('is the latest where the API does not know the story that it should be related to', async () => {
    const { client, asked } = await rest({ status: 404, body: {} }, { body: { items: [least] } });
    const { items } = await client.list({ from: 'related', of: 'elsewhere', limit: 4 }, patient());
    expect(items).to.have.length(1);
    expect(await asked()).to.deep.equal(['GET /stories?related=elsewhere&limit=4', 'GET /stories?limit=4']);
  });

  it('is a failure where the API does not know the section', async () => {
    const { client, log } = await rest({ status: 404, body: { detail: 'No such section.' } });
    const problem = await problemOf(client.list({ from: 'section', of: 'moon', limit: 4 }, patient()));
    expect([problem.status, problem.message]).to.deep.equal([404, 'No such section.']);
    expect(await log()).to.have.length(1);
  });
});

describe('a story asked for in detail', () => {
  impatiently();
  const ask = async (detail: Detail, ...answers: object[]) => {
    const { client, asked } = await rest(...answers.map((one) => ({ body: { items: [one] } })));
    const story = await client.story('7', detail, patient());
    return { story, asked: await asked() };
  };

  it('comes whole, with body and corrections', async () => {
    const { story, asked } = await ask('whole', whole);
    expect(story).to.deep.equal(whole);
    expect(asked).to.deep.equal(['GET /stories?ids=7&detail=whole']);
  });

  it('is a teaser for all that teasers carry', async () => {
    for (const detail of ['teaser', 'quotes', 'counted'] as const)
      expect((await ask(detail, least)).asked, detail).to.deep.equal(['GET /stories?ids=7']);
  });

  it('shares one request for 50 numbers of comments with what shows teasers', async () => {
    const body = { items: numbered(50).map((one, index) => ({ ...one, commentCount: index })) };
    const { client, asked } = await rest({ body });
    const counts = numbered(50).map(({ id }) => client.story(id, 'counted', patient()));
    await client.story('3', 'teaser', patient());
    expect((await Promise.all(counts)).map((story) => story?.commentCount)).to.deep.equal(
      body.items.map(({ commentCount }) => commentCount),
    );
    expect(await asked()).to.have.length(1);
  });
});

describe('a search on the publisher’s own API', () => {
  impatiently();

  it('asks for the words as they were typed, and goes on by the cursor', async () => {
    const { client, asked } = await rest(
      { body: { items: [least], next: 'abc', total: 2 } },
      { body: { items: [] } },
    );
    const query = { from: 'search', of: 'water & "no rain"', limit: 1 } as const;
    const { items, next, total } = await client.list(query, patient());
    expect([items.length, next, total]).to.deep.equal([1, 'abc', 2]);
    await client.list({ ...query, cursor: next! }, patient());
    expect(await asked()).to.deep.equal([
      'GET /stories?q=water+&+"no+rain"&limit=1',
      'GET /stories?q=water+&+"no+rain"&limit=1&cursor=abc',
    ]);
  });
});

describe('a discussion of the publisher’s own API', () => {
  impatiently();
  const said: Required<Comment> = {
    id: '31',
    story: '7',
    parent: '30',
    author: 'Ada',
    authorUrl: 'https://ada.example/',
    text: 'One.\n\nTwo.',
    posted: '2021-06-12T08:00:00+05:00',
    status: 'approved',
    url: 'https://news.example/7#comment-31',
    lang: 'en',
  };
  const query = { story: '7', order: 'newest', limit: 4 } as const;

  it('comes by whole threads, page by page', async () => {
    const { client, asked } = await rest(
      { body: { items: [said], next: 'abc', total: 9 } },
      { body: { items: [], next: 7, total: '9' } },
    );
    const first = await client.comments(query, patient());
    expect(first).to.deep.equal({ items: [said], next: 'abc', total: 9 });
    const second = await client.comments({ ...query, order: 'oldest', cursor: 'abc' }, patient());
    expect(second).to.deep.equal({ items: [] });
    expect(await asked()).to.deep.equal([
      'GET /comments?story=7&threads=true&order=newest&limit=4',
      'GET /comments?story=7&threads=true&order=oldest&limit=4&cursor=abc',
    ]);
  });

  it('gives one thread alone, with no word about order and length', async () => {
    const { client, asked } = await rest({ body: { items: [said] } });
    await client.comments({ ...query, story: '/summit', cursor: 'abc', thread: '31' }, patient());
    expect(await asked()).to.deep.equal([
      `GET /comments?story=${location.origin}/summit&threads=true&thread=31`,
    ]);
  });

  it('keeps the place of what was taken down, and loses what has the wrong type', async () => {
    const gone = { id: 32, status: 'removed', author: '', text: '', posted: 5, parent: null, url: 'data:x' };
    const { client } = await rest({ body: { items: [gone] } });
    const { items } = (await client.comments(query, patient()))!;
    expect(items).to.deep.equal([
      { id: '32', story: '', author: '', text: '', posted: '', status: 'removed' },
    ]);
  });

  it('is none when the answer holds none', async () => {
    const { client } = await rest({ body: '{}' }, { status: 404, body: { detail: 'No such comment.' } });
    const problem = await problemOf(client.comments(query, patient()));
    expect([problem.kind, problem.message]).to.deep.equal(['parse', 'The answer holds no list of comments']);
    const unknown = await problemOf(client.comments({ ...query, thread: '99' }, patient()));
    expect([unknown.status, unknown.message]).to.deep.equal([404, 'No such comment.']);
  });

  it('tells the moderators', async () => {
    const { client, log } = await rest({ status: 201, body: { comment: '3/1' } });
    expect(await client.canReport()).to.equal(true);
    await client.reportComment('3/1', patient());
    const post = (await log()).find(({ method }) => method === 'POST')!;
    expect(post.path).to.match(/\/comments\/3%2F1\/reports$/);
    expect([post.headers['content-type'], post.body]).to.deep.equal(['application/json', '{}']);
  });

  it('says when the moderators could not be told', async () => {
    const { client } = await rest({ status: 429, body: { type: '/problems/too-fast' } });
    expect((await problemOf(client.reportComment('31', patient()))).reason).to.equal('too-fast');
  });
});

describe('a comment sent to the publisher’s own API', () => {
  impatiently();
  const sent: NewComment = { story: '7', parent: '30', name: 'Ada', email: 'a@b.example', text: 'Well put' };
  const stored = {
    id: '31',
    story: '7',
    parent: '30',
    author: 'Ada',
    authorUrl: 'https://ada.example/',
    text: 'Well put',
    posted: '2021-06-12T08:00:00+05:00',
    status: 'approved',
    url: 'https://news.example/7#comment-31',
    lang: 'en',
  };

  it('goes as JSON with its key, and comes back as it was stored', async () => {
    const { client, log } = await rest({ status: 201, body: stored });
    expect(await client.postComment(sent, 'k1', patient())).to.deep.equal(stored);
    const [preflight, post] = await log();
    expect([preflight!.method, post!.method]).to.deep.equal(['OPTIONS', 'POST']);
    expect(post!.headers).to.include({ 'content-type': 'application/json', 'idempotency-key': 'k1' });
    expect(JSON.parse(post!.body)).to.deep.equal(sent);
  });

  it('brings the trap, the time and the publisher’s own check', async () => {
    const { client, log } = await rest({ status: 201, body: stored });
    const challenge = { 'cf-token': 'abc' };
    await client.postComment({ ...sent, trap: 'x', seconds: 12, challenge }, 'k1', patient());
    expect(JSON.parse((await log())[1]!.body)).to.deep.equal({
      ...sent,
      homepage2: 'x',
      seconds: 12,
      challenge,
    });
  });

  it('names its story as the page does', async () => {
    const { client, log } = await rest({ status: 201, body: stored });
    await client.postComment({ ...sent, story: '/summit' }, 'k1', patient());
    expect(JSON.parse((await log())[1]!.body)).to.have.property('story', `${location.origin}/summit`);
  });

  it('may be held, and leads nowhere but to the web', async () => {
    const held = { ...stored, status: 'held', url: 'javascript:alert(1)', authorUrl: 'data:x', parent: null };
    const { client } = await rest({ status: 201, body: held });
    const comment = await client.postComment(sent, 'k1', patient());
    expect(comment).to.include({ id: '31', status: 'held' });
    expect(comment).not.to.have.any.keys('url', 'authorUrl', 'parent');
  });

  for (const body of [{}, { ...stored, id: null }, { ...stored, status: 'published' }, [], null, 'ok'])
    it(`has not surely arrived when the answer is ${JSON.stringify(body).slice(0, 30)}`, async () => {
      const { client } = await rest({ status: 201, body: JSON.stringify(body) });
      const problem = await problemOf(client.postComment(sent, 'k1', patient()));
      expect([problem.kind, problem.message]).to.deep.equal(['parse', 'The answer is no comment']);
    });
});
