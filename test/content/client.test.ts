import { sharedClient } from '../../src/content/client.js';
import { listQuestion, storyQuestion } from '../../src/content/questions.js';
import { expect, faulty, impatiently, methods, patient, problemOf, scriptedApi, stories } from './support.js';

const thirty = stories(30);

describe('stories asked for by many elements', () => {
  impatiently();

  it('thirty by id, slug and address within one frame are one request, and one simple one', async () => {
    const { client, log, asked } = await scriptedApi([{ body: { items: [...thirty].reverse() } }]);
    const refs = thirty.map(({ id, slug, url }, index) => [id, slug!, url][index % 3]!);
    const found = await Promise.all(refs.map((ref) => client.ask(storyQuestion(ref), patient())));
    expect(found.map((story) => story?.id)).to.deep.equal(thirty.map(({ id }) => id));
    expect(methods(await log())).to.deep.equal(['GET']);

    const of = (kind: number): string[] => refs.filter((_, index) => index % 3 === kind);
    const urls = of(2).map((url) => `url=${url}`);
    expect(await asked()).to.deep.equal([
      `GET /stories?ids=${of(0).join()}&slugs=${of(1).join()}&${urls.join('&')}`,
    ]);
  });

  it('the same one twice is asked for once, and both have it', async () => {
    const { client, asked } = await scriptedApi([{ body: { items: thirty.slice(0, 2) } }]);
    const found = await Promise.all(['2', '2', '1'].map((ref) => client.story(ref, 'teaser', patient())));
    expect(found.map((story) => story?.id)).to.deep.equal(['2', '2', '1']);
    expect(await asked()).to.deep.equal(['GET /stories?ids=2,1']);
  });

  it('quotes and teasers share one request where teasers carry the quotes', async () => {
    const story = { ...thirty[0], quotes: [{ text: 'Enough.', by: 'Ada' }] };
    const { client, asked } = await scriptedApi([{ body: { items: [story] } }]);
    const [teaser, quotes] = await Promise.all([
      client.ask(storyQuestion('1'), patient()),
      client.ask(storyQuestion('1', 'quotes'), patient()),
    ]);
    expect([teaser?.headline, quotes?.quotes]).to.deep.equal(['Story 1', [{ text: 'Enough.', by: 'Ada' }]]);
    expect(await asked()).to.deep.equal(['GET /stories?ids=1']);
  });

  it('more than a hundred are asked for a hundred at a time', async () => {
    const many = stories(201);
    const answer = { body: { items: many } };
    const { client, asked } = await scriptedApi([answer, answer, answer]);
    const found = await Promise.all(many.map(({ id }) => client.story(id, 'teaser', patient())));
    expect(found.map((story) => story?.id)).to.deep.equal(many.map(({ id }) => id));
    const sizes = (await asked()).map((question) => question.split(',').length);
    expect(sizes.sort()).to.deep.equal([1, 100, 100]);
  });

  it('one that the API does not know comes back as nothing, and keeps no other from coming', async () => {
    const { client } = await scriptedApi([{ body: { items: thirty.slice(0, 1) } }]);
    const found = await Promise.all(
      ['999', '1', 'no-such', 'https://news.example/none'].map((ref) =>
        client.story(ref, 'teaser', patient()),
      ),
    );
    expect(found.map((story) => story?.id)).to.deep.equal([undefined, '1', undefined, undefined]);
  });

  it('a failure reaches everyone who waits', async () => {
    const { client, log } = await scriptedApi([{ status: 404, body: { detail: 'Nothing here.' } }]);
    const problems = await Promise.all(
      ['1', '2'].map((ref) => problemOf(client.story(ref, 'teaser', patient()))),
    );
    expect(problems.map(({ message }) => message)).to.deep.equal(['Nothing here.', 'Nothing here.']);
    expect(await log()).to.have.length(1);
  });

  it('in another frame are another request', async () => {
    const { client, asked } = await scriptedApi([{ body: { items: thirty } }, { body: { items: thirty } }]);
    await client.story('1', 'teaser', patient());
    await client.story('2', 'teaser', patient());
    expect(await asked()).to.deep.equal(['GET /stories?ids=1', 'GET /stories?ids=2']);
  });

  it('by an address as the page writes it: relative, or in any script', async () => {
    const urdu = { ...thirty[0], url: new URL('/2021/خبر', document.baseURI).href };
    const { client, asked } = await scriptedApi([{ body: { items: [urdu] } }]);
    const found = await Promise.all(
      ['/2021/خبر', urdu.url, ` ${location.origin}/2021/خبر`].map((ref) =>
        client.story(ref, 'teaser', patient()),
      ),
    );
    expect(found.map((story) => story?.id)).to.deep.equal(['1', '1', '1']);
    expect(await asked()).to.deep.equal([`GET /stories?url=${location.origin}/2021/خبر`].map(encodedOnce));
  });
});

/** The log is decoded once; what was encoded twice still is. */
const encodedOnce = (text: string): string => text.replace('خبر', encodeURIComponent('خبر'));

describe('equal questions', () => {
  impatiently();
  const latest = { from: 'latest', limit: 4 } as const;

  it('at the same time are one', async () => {
    const { client, log } = await scriptedApi([{ body: { items: thirty.slice(0, 4) } }]);
    const pages = await Promise.all([1, 2, 3].map(() => client.ask(listQuestion(latest), patient())));
    expect(pages.map(({ items }) => items.length)).to.deep.equal([4, 4, 4]);
    expect(await log()).to.have.length(1);
  });

  it('have equal addresses, however they were put', async () => {
    const { client, asked } = await scriptedApi([{ body: { items: [] } }, { body: { items: [] } }]);
    await client.list({ from: 'section', of: 'world', limit: 4, cursor: 'c' }, patient());
    await client.list({ cursor: 'c', limit: 4, of: 'world', from: 'section' }, patient());
    const address = 'GET /stories?section=world&limit=4&cursor=c';
    expect(await asked()).to.deep.equal([address, address]);
  });

  it('are put again once they have been answered, or have failed', async () => {
    const { client, log } = await scriptedApi([
      { status: 400, body: {} },
      { body: { items: [] } },
      { body: { items: [] } },
    ]);
    await problemOf(client.ask(listQuestion(latest), patient()));
    await client.ask(listQuestion(latest), patient());
    await client.ask(listQuestion(latest), patient());
    expect(await log()).to.have.length(3);
  });
});

describe('somebody who leaves while waiting', function () {
  // Sooner than the time limit of a request, which would end it as well.
  this.timeout(5_000);
  impatiently();
  const slow = { delay: 250, body: { items: thirty } };
  const never = { delay: 60_000 };

  for (const [what, questions] of [
    ['the same story', [storyQuestion('1'), storyQuestion('1')]],
    ['another story of the same request', [storyQuestion('1'), storyQuestion('2')]],
    [
      'the same list',
      [listQuestion({ from: 'latest', limit: 4 }), listQuestion({ from: 'latest', limit: 4 })],
    ],
  ] as const) {
    it(`does not disturb who waits for ${what}`, async () => {
      const { client, log } = await scriptedApi([slow]);
      const leaving = new AbortController();
      const left = client.ask<unknown>(questions[0], leaving.signal).catch((reason: unknown) => reason);
      const stayed = client.ask<unknown>(questions[1], patient());
      await log({ arrived: 1 });
      leaving.abort('gone');
      expect(await left).to.equal('gone');
      expect(await stayed).to.have.any.keys('headline', 'items');
      const arrivals = await log();
      expect(arrivals.map(({ aborted }) => aborted)).to.deep.equal([false]);
    });

    it(`ends the request as the last of those who wait for ${what}`, async () => {
      const { client, log } = await scriptedApi([never]);
      const controllers = [new AbortController(), new AbortController()];
      const waiting = controllers.map(({ signal }, index) =>
        client.ask<unknown>(questions[index]!, signal).catch((reason: unknown) => reason),
      );
      await log({ arrived: 1 });
      controllers[0]!.abort('first');
      expect((await log())[0]!.aborted).to.equal(false);
      controllers[1]!.abort('last');
      expect(await Promise.all(waiting)).to.deep.equal(['first', 'last']);
      expect(await log({ aborted: 1 })).to.have.length(1);
    });
  }

  it('before the frame is over asks nothing', async () => {
    const { client, asked } = await scriptedApi([{ body: { items: thirty } }]);
    const leaving = new AbortController();
    const left = client.ask(storyQuestion('1'), leaving.signal).catch((reason: unknown) => reason);
    leaving.abort('gone');
    expect(await left).to.equal('gone');
    await client.ask(storyQuestion('2'), patient());
    expect(await asked()).to.deep.equal(['GET /stories?ids=2']);
  });

  it('and comes back at once asks anew', async () => {
    const { client, log } = await scriptedApi([never, { body: { items: thirty } }]);
    const leaving = new AbortController();
    const question = listQuestion({ from: 'latest', limit: 4 });
    const left = client.ask(question, leaving.signal).catch((reason: unknown) => reason);
    await log({ arrived: 1 });
    leaving.abort('gone');
    expect((await client.ask(question, patient())).items).to.have.length(30);
    expect(await left).to.equal('gone');
  });

  it('has left already when asking: nothing is asked', async () => {
    const { client, log } = await scriptedApi([{ body: { items: thirty } }]);
    const reason = await client.ask(storyQuestion('1'), AbortSignal.abort('gone')).catch((e: unknown) => e);
    expect(reason).to.equal('gone');
    expect(await log()).to.have.length(0);
  });
});

describe('the client of an API', () => {
  const of = (api: string, more = {}) => sharedClient({ api, source: 'rest', ...more });

  it('is one for all who name the same API in the same way', () => {
    const own = (url: string): Promise<Response> => fetch(url);
    expect(of('https://news.example/v1')).to.equal(of('https://news.example/v1/'));
    expect(of('/v1')).to.equal(of(new URL('/v1', location.href).href));
    for (const other of [
      of('https://news.example/v2'),
      of('https://news.example/v1', { source: 'auto' }),
      of('https://news.example/v1', { apiKey: 'k' }),
      of('https://news.example/v1', { credentials: 'include' }),
      of('https://news.example/v1', { request: own }),
    ])
      expect(other).not.to.equal(of('https://news.example/v1'));
    expect(of('https://news.example/v1', { request: own })).to.equal(
      of('https://news.example/v1', { request: own }),
    );
  });

  for (const api of ['javascript:alert(1)', 'mailto:a@b.example', 'data:,x', 'http://', ' '])
    it(`is not made for ${api}`, () => {
      expect(() => of(api)).to.throw(`api="${api}" is not an http(s) address`);
    });

  it('says which kinds of API there are when it does not know one, each time it is asked', async () => {
    const client = of('https://news.example/v1', { source: 'drupal' });
    for (let time = 0; time < 2; time++) {
      const problem = await problemOf(client.story('1', 'teaser', patient()));
      expect([problem.kind, problem.retryable]).to.deep.equal(['config', false]);
      expect(problem.message).to.equal(
        'source="drupal" is not known; use one of: auto, rest, wordpress, ghost, json-feed, rss',
      );
    }
  });

  it('sends by the publisher’s own function where there is one, and with the credentials they chose', async () => {
    const { api } = await scriptedApi([]);
    const sent: [string, RequestInit][] = [];
    const request = (url: string, init: RequestInit): Promise<Response> => {
      sent.push([url, init]);
      return Promise.resolve(Response.json({ items: [] }));
    };
    const list = (more: object) =>
      of(api, { request, ...more }).list({ from: 'latest', limit: 1 }, patient());
    await list({});
    await list({ credentials: 'include' });
    await of(location.origin, { request }).list({ from: 'latest', limit: 1 }, patient());
    expect(sent.map(([url, { credentials }]) => [url, credentials])).to.deep.equal([
      [`${api}/stories?limit=1`, 'omit'],
      [`${api}/stories?limit=1`, 'include'],
      [`${location.origin}/stories?limit=1`, 'same-origin'],
    ]);
    expect(faulty.origin).not.to.equal(location.origin);
  });
});
