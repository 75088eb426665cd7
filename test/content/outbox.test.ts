import type { NewComment } from '../../src/model/index.js';
import type { ContentApi } from '../../src/content/content-api.js';
import { hear, resume, send, withdraw, writtenAt, type Outcome } from '../../src/content/outbox.js';
import { change, type Entry } from '../../src/content/outbox-store.js';
import { mark, wayOf } from '../../src/content/outbox-watch.js';
import { randomKey } from '../../src/kit/keys.js';
import type { Answer, Arrival } from '../tools/faulty-client.js';
import { Clock } from '../elements/support/clock.js';
import { pretend } from '../elements/support/pretend.js';
import { emptyOutbox, entries } from './outbox-support.js';
import { expect, impatiently, later, scriptedApi } from './support.js';

const comment = (text = 'Well put'): NewComment => ({
  story: '7',
  name: 'Ada',
  email: 'a@b.example',
  text,
});

const stored = {
  status: 201,
  body: { id: '31', story: '7', author: 'Ada', text: 'Well put', posted: '2021-06-12T08:00:00Z', status: 'approved' },
} satisfies Answer; // prettier-ignore

const problem = (status: number, type: string, headers = {}): Answer => ({
  status,
  headers: { 'Content-Type': 'application/problem+json', ...headers },
  body: { type: `/problems/${type}`, title: 'Title', status, detail: 'As the API says.' },
});

/** An API that answers so, and what goes to it. */
async function outbox(...answers: Answer[]) {
  const { api, log, script } = await scriptedApi(answers);
  const config: ContentApi = { api, source: 'rest' };
  return {
    config,
    way: wayOf(config),
    log,
    script,
    send: (key = randomKey(), text?: string, unsure = false, place = 'here') =>
      send(config, place, key, comment(text), unsure),
    posts: async (): Promise<Arrival[]> => (await log()).filter(({ method }) => method === 'POST'),
  };
}

/** What becomes of a key. */
const told = (key: string): Promise<Outcome> =>
  new Promise((resolve) => {
    const deaf = hear((one, outcome) => {
      if (one !== key) return;
      deaf();
      resolve(outcome);
    });
  });

/** An entry as another tab has left it. */
async function left(entry: Partial<Entry> & { key: string; way: string }): Promise<void> {
  mark.set(entry.way, true);
  await change((box) => {
    box.set(entry.key, {
      place: 'here',
      comment: comment(),
      made: Date.now(),
      tries: 1,
      unsure: true,
      after: 0,
      due: 0,
      ...entry,
    });
  });
}

describe('the outbox', () => {
  impatiently();
  beforeEach(emptyOutbox);

  it('has the comment before the first byte leaves, and nothing of it when the API has said yes', async () => {
    const { config, posts } = await outbox(stored);
    const key = randomKey();
    let seen: Entry | undefined;
    const watching: ContentApi = {
      ...config,
      request: async (url, init) => {
        [seen] = await entries();
        return fetch(url, init);
      },
    };
    expect(await send(watching, 'here', key, comment(), false)).to.deep.equal({ comment: stored.body });
    expect(seen).to.deep.include({ key, place: 'here', comment: comment(), tries: 1 });
    expect(await entries()).to.deep.equal([]);
    expect(mark.is(wayOf(watching))).to.equal(false);
    expect((await posts())[0]!.headers['idempotency-key']).to.equal(key);
  });

  it('makes the reference of its story whole: it may be sent from another page', async () => {
    const { config, posts } = await outbox(stored);
    await send(config, 'here', randomKey(), { ...comment(), story: '/2021/06/summit' }, false);
    expect(JSON.parse((await posts())[0]!.body)).to.have.property(
      'story',
      new URL('/2021/06/summit', location.href).href,
    );
  });

  for (const [how, lost, reason] of [
    ['the connection breaks', { close: true }, 'unreachable'],
    ['the server fails', problem(503, 'internal'), 'unreachable'],
    ['the reader is too fast', problem(429, 'too-fast'), 'too-fast'],
  ] as const)
    it(`keeps it when ${how}, and sends it by itself under the same key`, async () => {
      const { send, posts, way } = await outbox(lost, stored);
      const key = randomKey();
      const clock = new Clock();
      expect(await send(key)).to.include({ reason, kept: true });
      expect(mark.is(way)).to.equal(true);
      const [entry] = await entries();
      expect(entry).to.deep.include({ key, tries: 1, unsure: reason === 'unreachable', lease: undefined });
      expect(entry!.due - Date.now()).to.be.within(0, 2_000);
      const outcome = told(key);
      await later(2_000, async () => {
        clock.pass(2_000);
        expect(await outcome).to.deep.equal({ comment: stored.body });
      });
      expect((await posts()).map(({ headers }) => headers['idempotency-key'])).to.deep.equal([key, key]);
      expect(await entries()).to.deep.equal([]);
      expect(mark.is(way)).to.equal(false);
    });

  it('waits longer from try to try, up to five minutes', async () => {
    const { config, way } = await outbox(...Array.from({ length: 12 }, () => ({ status: 503 })));
    const clock = new Clock();
    const key = randomKey();
    await left({ key, way });
    const pauses: number[] = [];
    for (let tries = 0; tries < 12; tries++) {
      await resume(config);
      pauses.push(((await entries())[0]!.due - Date.now()) / 1_000);
    }
    clock.pass(0);
    // Between half of it and all of it.
    for (const [index, pause] of pauses.entries()) {
      const whole = Math.min(2 * 2 ** (index + 1), 300);
      expect(pause, String(pauses)).to.be.within(whole / 2 - 1, whole);
    }
  });

  it('obeys Retry-After, also when the network is back; but not against the reader', async () => {
    const headers = { 'Retry-After': '60', 'Access-Control-Expose-Headers': 'Retry-After' };
    const { send, config, posts } = await outbox(problem(503, 'busy', headers), stored);
    const key = randomKey();
    await send(key);
    await resume(config);
    expect(await posts()).to.have.length(1);
    await later(59_000, () => resume(config));
    expect(await posts()).to.have.length(1);
    expect(await send(key)).to.have.property('comment');
  });

  it('sends the next ones once the first has gone through, in the order in which they were written', async () => {
    // The others' own times to come, half a second later, are no part of this.
    new Clock(500);
    const { config, way, posts, script } = await outbox({ close: true });
    for (const [index, text] of ['one', 'two', 'three'].entries())
      await left({ key: `z${3 - index}-${way}`, way, made: Date.now() + index, comment: comment(text) });
    await resume(config);
    expect(await posts(), 'a dead API is asked once').to.have.length(1);
    await script([stored, stored, stored]);
    await resume(config);
    const texts = (await posts()).map(({ body }) => (JSON.parse(body) as NewComment).text);
    expect(texts).to.deep.equal(['one', 'one', 'two', 'three']);
  });

  it('is sent by elements with the same way to the API only', async () => {
    const { config, way, posts } = await outbox(stored);
    await left({ key: randomKey(), way });
    for (const other of [
      { ...config, source: 'wordpress' },
      { ...config, apiKey: 'k' },
      { ...config, credentials: 'include' as const },
      { ...config, request: fetch },
    ])
      await resume(other);
    expect(await posts()).to.be.empty;
    await resume({ ...config, api: `${config.api}/` });
    expect(await posts()).to.have.length(1);
  });

  describe('with several tabs', () => {
    it('leaves alone what another one sends, until it must have gone', async () => {
      const { config, way, posts } = await outbox(stored);
      const until = Date.now() + 25_000;
      await left({ key: randomKey(), way, lease: { owner: 'another tab', until } });
      await resume(config);
      expect(await posts()).to.be.empty;
      await later(25_001, () => resume(config));
      expect(await posts()).to.have.length(1);
    });

    it('the reader who presses the button waits for the other one, and learns what became of it', async () => {
      const { send, way, posts } = await outbox(stored);
      const key = randomKey();
      await left({ key, way, lease: { owner: 'another tab', until: Date.now() + 25_000 } });
      const outcome = send(key);
      // The other tab has had its yes.
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await posts()).to.be.empty;
      await withdraw(key);
      expect(await outcome).to.have.property('comment');
      expect((await posts()).map(({ headers }) => headers['idempotency-key'])).to.deep.equal([key]);
    });

    it('an API that knows no keys says `duplicate` then, which is a yes', async () => {
      const { send, way } = await outbox(problem(409, 'duplicate'));
      const key = randomKey();
      await left({ key, way, lease: { owner: 'another tab', until: Date.now() + 25_000 } });
      const outcome = send(key);
      await withdraw(key);
      expect(await outcome).to.deep.equal({});
    });

    it('a clock that was set back holds nothing up', async () => {
      const { config, way, posts } = await outbox(stored);
      await left({ key: randomKey(), way, lease: { owner: 'another tab', until: Date.now() + 9e9 } });
      await later(-9e9, () => resume(config));
      await resume(config);
      expect(await posts()).to.have.length(1);
    });
  });

  it('sends once what is wanted twice at the same time', async () => {
    const { send, config, posts } = await outbox({ ...stored, delay: 50 });
    const key = randomKey();
    const [one, other] = await Promise.all([send(key), send(key), resume(config)]);
    expect(one).to.deep.equal(other);
    expect(await posts()).to.have.length(1);
  });

  it('is tried once more when the network comes back while it is tried in vain', async () => {
    const { config, way, posts } = await outbox({ close: true, delay: 100 }, stored);
    const key = randomKey();
    await left({ key, way });
    const begun = performance.now();
    const round = resume(config);
    void resume(config);
    pretend(performance, 'now', () => begun + 600);
    void resume(config);
    await round;
    expect((await posts()).map(({ headers }) => headers['idempotency-key'])).to.deep.equal([key, key]);
    expect(await entries()).to.deep.equal([]);
  });

  it('is not tried twice because several elements hear that the network is back', async () => {
    const { config, way, posts } = await outbox({ close: true, delay: 100 }, stored);
    await left({ key: randomKey(), way });
    await Promise.all([resume(config), resume(config), resume(config)]);
    expect(await posts()).to.have.length(1);
  });

  it('puts the note back that something waits, where it was lost', async () => {
    const { way } = await outbox();
    await left({ key: randomKey(), way });
    mark.set(way, false);
    expect(await writtenAt('here')).to.have.length(1);
    expect(mark.is(way)).to.equal(true);
  });

  it('keeps a final no until it was seen, and sends it no more', async () => {
    const { config, way, posts } = await outbox(problem(403, 'comments-closed'));
    const key = randomKey();
    await left({ key, way, unsure: false });
    await resume(config);
    await resume(config);
    expect(await posts()).to.have.length(1);
    const [entry] = await writtenAt('here');
    expect(entry!.refused).to.deep.include({ reason: 'closed', sure: true });
    expect(mark.is(way)).to.equal(true);
    await withdraw(key);
    await resume(config);
    expect(mark.is(way)).to.equal(false);
  });

  it('is not sure of a no after a try that got no answer', async () => {
    const { send } = await outbox({ close: true }, problem(403, 'closed'));
    const key = randomKey();
    await send(key);
    expect(await send(key)).to.include({ reason: 'closed', sure: false });
  });

  it('takes `duplicate` for a yes where an answer was lost, though a hasty try was refused since', async () => {
    const { send } = await outbox({ close: true }, problem(429, 'too-fast'), problem(409, 'duplicate'));
    const key = randomKey();
    await send(key);
    expect(await send(key)).to.have.property('reason', 'too-fast');
    expect(await send(key)).to.deep.equal({});
  });

  it('what is withdrawn while it is under way may arrive, and is not sent again', async () => {
    const { send, config, posts } = await outbox({ ...problem(503, 'x'), delay: 50 });
    const key = randomKey();
    const outcome = send(key);
    while (!(await entries())[0]?.lease);
    await withdraw(key);
    // The reader's own press goes on.
    expect(await outcome).to.have.property('reason', 'unreachable');
    await resume(config);
    expect(await posts()).to.have.length(1);
    expect(await entries()).to.deep.equal([]);
  });

  it('keeps nothing longer than a month', async () => {
    const { config, way, posts } = await outbox();
    await left({ key: randomKey(), way, made: Date.now() - 31 * 86_400_000 });
    await resume(config);
    expect(await entries()).to.deep.equal([]);
    expect(await posts()).to.be.empty;
    expect(mark.is(way)).to.equal(false);
  });

  describe('where the browser keeps nothing', () => {
    for (const [how, spoil] of [
      [
        'databases are denied',
        () =>
          pretend(IDBDatabase.prototype, 'transaction', () => {
            throw new DOMException('denied', 'InvalidStateError');
          }),
      ],
      [
        'the disk is full',
        () =>
          pretend(IDBObjectStore.prototype, 'put', function (this: IDBObjectStore) {
            this.transaction.abort();
          }),
      ],
    ] as const)
      it(`${how}: sends from memory by itself, and says that the page has to stay`, async () => {
        const { send, config, posts } = await outbox({ close: true }, stored);
        spoil();
        const key = randomKey();
        expect(await send(key)).to.include({ reason: 'unreachable', kept: false });
        const outcome = told(key);
        await resume(config);
        expect(await outcome).to.deep.equal({ comment: stored.body });
        const sent = (await posts()).map(({ headers }) => headers['idempotency-key']);
        expect(sent).to.deep.equal([key, key]);
      });

    it('only the note beside it is lost: says that the page has to stay', async () => {
      const { send } = await outbox({ close: true });
      pretend(Storage.prototype, 'setItem', () => {
        throw new DOMException('full', 'QuotaExceededError');
      });
      expect(await send()).to.include({ reason: 'unreachable', kept: false });
    });

    it('a page that cannot read the database leaves the note beside it to those that can', async () => {
      const { config, way, posts } = await outbox(stored);
      await left({ key: randomKey(), way });
      const { transaction } = IDBDatabase.prototype;
      IDBDatabase.prototype.transaction = () => {
        throw new DOMException('denied', 'InvalidStateError');
      };
      try {
        await resume(config);
      } finally {
        IDBDatabase.prototype.transaction = transaction;
      }
      expect(mark.is(way)).to.equal(true);
      await resume(config);
      expect(await posts()).to.have.length(1);
    });

    it('what memory held goes to the database when that can be written again', async () => {
      const { send, way } = await outbox({ close: true });
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (this: IDBObjectStore) {
        this.transaction.abort();
        return {} as never;
      };
      const key = randomKey();
      try {
        await send(key);
      } finally {
        IDBObjectStore.prototype.put = put;
      }
      expect(await change((box) => box.has(key))).to.deep.equal({ value: true, kept: true });
      expect(mark.is(way)).to.equal(true);
    });
  });
});
