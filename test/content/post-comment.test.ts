import type { NewComment } from '../../src/model/index.js';
import { mayArrive, postComment, type Refused } from '../../src/content/post-comment.js';
import type { Answer } from '../tools/faulty-client.js';
import { expect, impatiently, scriptedApi } from './support.js';

const comment: NewComment = { story: '7', name: 'Ada', email: 'a@b.example', text: 'Well put' };

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

/** One try with an API that answers so. */
async function tried(answer: Answer, { sent = comment, unsure = false } = {}) {
  const { api, log } = await scriptedApi([answer]);
  const outcome = await postComment({ api, source: 'rest' }, sent, 'the-key', unsure);
  const posts = (await log()).filter(({ method }) => method === 'POST');
  return { outcome, posts };
}

describe('one try to post a comment', () => {
  impatiently();

  it('sends what the reader wrote, once, under its key', async () => {
    const { outcome, posts } = await tried(stored);
    expect(outcome).to.deep.equal({ comment: stored.body });
    expect(posts).to.have.length(1);
    expect(JSON.parse(posts[0]!.body)).to.deep.equal(comment);
    expect(posts[0]!.headers['idempotency-key']).to.equal('the-key');
  });

  it('sends whom it answers, and what tells a reader from a robot', async () => {
    const more = { parent: '12', seconds: 31, challenge: { token: 'x' } };
    const { posts } = await tried(stored, { sent: { ...comment, ...more, trap: 'https://spam.example' } });
    expect(JSON.parse(posts[0]!.body)).to.deep.equal({
      ...comment,
      ...more,
      homepage2: 'https://spam.example',
    });
  });

  it('tells a comment that waits for a moderator', async () => {
    const { outcome } = await tried({ ...stored, body: { ...stored.body, status: 'held' } });
    expect(outcome).to.have.nested.property('comment.status', 'held');
  });

  it('takes `duplicate` for a yes where an earlier try got no answer, and for a no else', async () => {
    const answer = problem(409, 'duplicate');
    expect((await tried(answer, { unsure: true })).outcome).to.deep.equal({});
    expect((await tried(answer)).outcome).to.have.property('reason', 'duplicate');
  });

  it('passes on how long the API wants to be left in peace', async () => {
    const headers = { 'Retry-After': '7', 'Access-Control-Expose-Headers': 'Retry-After' };
    const { outcome } = await tried({ status: 429, headers });
    expect(outcome).to.include({ reason: 'too-fast', wait: 7_000 });
  });

  for (const [answer, reason, again] of [
    [problem(403, 'comments-closed'), 'closed', false],
    [problem(409, 'duplicate'), 'duplicate', false],
    [problem(422, 'spam'), 'spam', false],
    [problem(422, 'parent-gone'), 'parent-gone', false],
    [problem(429, 'too-fast'), 'too-fast', true],
    [problem(401, 'sign-in'), 'sign-in', false],
    [problem(400, 'validation', 'email must be an e-mail address.'), 'refused', false],
    [problem(404, 'not-found'), 'refused', false],
    [problem(413, 'too-large'), 'refused', false],
    [problem(415, 'unsupported-media-type'), 'refused', false],
    [problem(422, 'idempotency-key-reused'), 'refused', false],
    [{ status: 429, body: 'Slow down' }, 'too-fast', true],
    [{ status: 403, body: '<!doctype html>' }, 'refused', false],
    [{ status: 408, body: '' }, 'unreachable', true],
    [problem(500, 'internal'), 'unreachable', true],
    [{ status: 200, body: '<!doctype html>' }, 'unreachable', true],
  ] as const)
    it(`${answer.status} ${/[\w-]+(?=",)/.exec(answer.body)?.[0] ?? ''} is ${reason}${again ? ', and may arrive later' : ''}`, async () => {
      const { outcome, posts } = await tried(answer);
      expect(outcome).to.have.property('reason', reason);
      if ('headers' in answer)
        expect(outcome).to.have.property('message', (JSON.parse(answer.body) as { detail: string }).detail);
      expect(mayArrive(outcome as Refused)).to.equal(again);
      expect(posts).to.have.length(1);
    });

  it('a connection that breaks is no answer, and neither is none', async () => {
    const { outcome } = await tried({ close: true });
    expect(outcome).to.have.property('reason', 'unreachable');
    expect(mayArrive(outcome as Refused)).to.equal(true);
  });

  it('says that the reader is offline', async () => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    try {
      expect((await tried({ close: true })).outcome).to.have.property('reason', 'offline');
    } finally {
      delete (navigator as { onLine?: unknown }).onLine;
    }
  });

  it('an address that is none takes no comments', async () => {
    const outcome = await postComment({ api: 'ftp://a.example', source: 'rest' }, comment, 'k', false);
    expect(outcome).to.have.property('reason', 'no-comments');
  });
});
