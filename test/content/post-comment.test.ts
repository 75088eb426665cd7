import { Draft, type CommentFields } from '../../src/content/draft.js';
import { postComment } from '../../src/content/post-comment.js';
import { randomKey } from '../../src/kit/keys.js';
import type { Answer, Arrival } from '../tools/faulty-client.js';
import { expect, impatiently, scriptedApi } from './support.js';

const fields = (text = 'Well put'): CommentFields => ({
  name: 'Ada',
  email: 'a@b.example',
  website: '',
  text,
});

const stored = {
  status: 201,
  body: {
    id: '31', story: '7', author: 'Ada', text: 'Well put', posted: '2021-06-12T08:00:00+05:00', status: 'approved',
  },
} satisfies Answer; // prettier-ignore

const problem = (status: number, type: string, detail = 'As the API says.') =>
  ({
    status,
    headers: { 'Content-Type': 'application/problem+json' },
    body: JSON.stringify({ type: `/problems/${type}`, title: 'Title', status, detail }),
  }) satisfies Answer;

/** A form, and an API that gives these answers to it. */
async function form(...answers: Answer[]) {
  const { api, log, script } = await scriptedApi(answers);
  const place = randomKey();
  let draft = new Draft(place);
  return {
    script,
    draft: () => draft,
    /** What the form's page does when it is loaded again. */
    reload: () => (draft = new Draft(place)),
    send: (sent = fields()) => postComment({ api, source: 'rest' }, draft, '7', sent),
    posts: async (): Promise<Arrival[]> => (await log()).filter(({ method }) => method === 'POST'),
    keys: async (): Promise<unknown[]> =>
      (await log()).flatMap(({ method, headers }) => (method === 'POST' ? headers['idempotency-key'] : [])),
  };
}

describe('posting a comment', () => {
  impatiently();

  it('sends what the reader wrote, once, under a key, and drops the draft', async () => {
    const { send, posts, keys, draft, reload } = await form(stored);
    draft().keep(fields());
    expect(await send()).to.deep.equal({ comment: stored.body });
    const [post, ...more] = await posts();
    expect(more).to.deep.equal([]);
    expect(JSON.parse(post!.body)).to.deep.equal({
      story: '7',
      name: 'Ada',
      email: 'a@b.example',
      text: 'Well put',
    });
    expect((await keys())[0]).to.match(/^[\da-f]{32}$/);
    expect(reload().fields).to.equal(undefined);
  });

  it('sends the website where there is one', async () => {
    const { send, posts } = await form(stored);
    await send({ ...fields(), website: 'https://ada.example' });
    expect(JSON.parse((await posts())[0]!.body)).to.have.property('website', 'https://ada.example');
  });

  it('tells a comment that waits for a moderator', async () => {
    const { send } = await form({ ...stored, body: { ...stored.body, status: 'held' } });
    expect(await send()).to.have.nested.property('comment.status', 'held');
  });

  for (const [how, lost] of [
    ['the connection breaks', { close: true }],
    ['the server fails', problem(503, 'internal')],
    ['a proxy answers with a web page', { body: '<!doctype html>' }],
  ] as const)
    it(`keeps it when ${how}, and sends it again under the same key, also after a reload`, async () => {
      const { send, keys, reload } = await form(lost, lost, stored);
      expect(await send()).to.have.property('reason', 'unreachable');
      expect(await send()).to.have.property('reason', 'unreachable');
      expect(reload().fields).to.deep.equal(fields());
      expect(await send()).to.deep.equal({ comment: stored.body });
      const sent = await keys();
      expect(sent).to.have.length(3);
      expect(new Set(sent).size).to.equal(1);
      expect(reload().fields).to.equal(undefined);
    });

  it('sends changed words under another key', async () => {
    const { send, keys } = await form({ close: true }, stored);
    await send();
    await send(fields('Well put!'));
    expect(new Set(await keys()).size).to.equal(2);
  });

  it('takes `duplicate` for a yes where an answer was lost', async () => {
    const { send, draft, reload } = await form({ close: true }, problem(409, 'duplicate'));
    await send();
    expect(await send()).to.deep.equal({});
    expect(draft().fields).to.equal(undefined);
    expect(reload().fields).to.equal(undefined);
  });

  it('takes `duplicate` for a yes where an answer was lost, and a hasty second try was refused', async () => {
    const { send } = await form({ close: true }, problem(429, 'too-fast'), problem(409, 'duplicate'));
    await send();
    expect(await send()).to.have.property('reason', 'too-fast');
    expect(await send()).to.deep.equal({});
  });

  it('takes `duplicate` for a no at the first try', async () => {
    const { send, reload } = await form(problem(409, 'duplicate'));
    expect(await send()).to.have.property('reason', 'duplicate');
    expect(reload().fields).to.deep.equal(fields());
  });

  it('takes `duplicate` for a no where each try was answered', async () => {
    const { send } = await form(problem(429, 'too-fast'), problem(409, 'duplicate'));
    await send();
    expect(await send()).to.have.property('reason', 'duplicate');
  });

  it('takes `duplicate` for a no where other words got no answer', async () => {
    const { send } = await form({ close: true }, problem(409, 'duplicate'));
    await send();
    expect(await send(fields('Well put!'))).to.have.property('reason', 'duplicate');
  });

  for (const [answer, reason] of [
    [problem(403, 'comments-closed'), 'closed'],
    [problem(409, 'duplicate'), 'duplicate'],
    [problem(422, 'spam'), 'spam'],
    [problem(422, 'parent-gone'), 'parent-gone'],
    [problem(429, 'too-fast'), 'too-fast'],
    [problem(401, 'sign-in'), 'sign-in'],
    [problem(400, 'validation', 'email must be an e-mail address.'), 'refused'],
    [problem(404, 'not-found'), 'refused'],
    [problem(413, 'too-large'), 'refused'],
    [problem(415, 'unsupported-media-type'), 'refused'],
    [problem(422, 'idempotency-key-reused'), 'refused'],
    [{ status: 429, body: 'Slow down' }, 'too-fast'],
    [{ status: 403, body: '<!doctype html>' }, 'refused'],
    [problem(500, 'internal'), 'unreachable'],
  ] as const)
    it(`keeps it when the API refuses: ${answer.status} ${/[\w-]+(?=",)/.exec(answer.body)?.[0] ?? ''} is ${reason}`, async () => {
      const { send, reload, posts } = await form(answer);
      const outcome = await send();
      expect(outcome).to.have.property('reason', reason);
      if ('headers' in answer)
        expect(outcome).to.have.property('message', (JSON.parse(answer.body) as { detail: string }).detail);
      expect(reload().fields).to.deep.equal(fields());
      expect(reload().unsureOf(fields())).to.equal(reason === 'unreachable');
      expect(await posts()).to.have.length(1);
    });

  it('says that the reader is offline', async () => {
    const { send } = await form({ close: true });
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    try {
      expect(await send()).to.have.property('reason', 'offline');
    } finally {
      delete (navigator as { onLine?: unknown }).onLine;
    }
  });

  it('goes on without storage', async () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('No.', 'QuotaExceededError');
    };
    try {
      const { send, keys } = await form({ close: true }, stored);
      await send();
      expect(await send()).to.deep.equal({ comment: stored.body });
      expect(new Set(await keys()).size).to.equal(1);
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });

  it('does not mix up two forms that are sent at the same time', async () => {
    const one = await form(stored);
    const other = await form(problem(403, 'comments-closed'));
    const [good, bad] = await Promise.all([one.send(), other.send()]);
    expect(good).to.have.property('comment');
    expect(bad).to.have.property('reason', 'closed');
  });
});
