import * as fc from 'fast-check';
import { Problem } from '../../src/kit/problem.js';
import type { Comment, NewComment } from '../../src/model/index.js';
import { comments as commentsOn } from '../../src/sources/ghost/comments.js';
import type { Ask, CommentQuery } from '../../src/sources/source.js';
import { expect, faulty, impatiently, patient, problemOf } from '../content/support.js';
import type { Answer } from '../tools/faulty-client.js';
import { commentsOf, json, listed, recorded, refused, site, type Json } from './ghost-records.js';

type Given = string | Answer | Promise<Answer>;

const BRIDGE = '6b043e795da2a64f1042bc11';
const ROOT = '6b043e8d5da2a64f1042bd06';
const REPLY = '6b043e8d5da2a64f1042bd07';
const ONWARD = '6b043e8e5da2a64f1042bd08';
const newest = 'created_at+desc,+id+desc';
const oldest = 'created_at+asc,+id+asc';
const off = refused(405, 'MethodNotAllowedError', 'Comments are not enabled for this site.');

const ends = (items: readonly Comment[] = []): string => items.map(({ id }) => id.slice(-2)).join(' ');

describe('the discussion on a Ghost site', () => {
  impatiently();
  const discuss = async (query: Partial<CommentQuery>, ...answers: Given[]) => {
    const { client, asked, log } = await site(answers);
    const page = await client.comments({ story: BRIDGE, order: 'newest', limit: 15, ...query }, patient());
    return { page: page!, asked: await asked(), log: await log() };
  };
  const root = async (): Promise<Json> => (await commentsOf('057'))[0]!;

  it('comes in one simple request, its answers in their threads, with its total', async () => {
    const { page, asked, log } = await discuss({}, '057');
    expect(ends(page.items)).to.equal('06 07 08 09 0a 0b 0c 0d');
    expect([page.total, page.next]).to.deep.equal([8, undefined]);
    expect(asked).to.deep.equal([`GET comments/post/${BRIDGE}/?limit=15&order=${newest}`]);
    expect(log.map(({ method }) => method)).to.deep.equal(['GET']);
    expect((await discuss({ order: 'oldest' }, '057')).asked[0]).to.contain(oldest);
    const found = await discuss({ story: 'harbour-bridge-opens-after-nine-years' }, '024', '057');
    expect(found.asked[1]).to.equal(asked[0]);
  });

  it('arrives as our own', async () => {
    const { items } = (await discuss({}, '057')).page;
    expect(items[0]).to.deep.equal({
      id: ROOT,
      story: BRIDGE,
      author: 'Maria Sand',
      text: 'I drove over it this morning. Took 4 minutes!\n\nSecond paragraph',
      posted: '2026-11-23T13:24:29.000Z',
      status: 'approved',
    });
    // A reply to the story's comment, and one to that reply.
    expect(items.slice(1, 3).map(({ parent }) => parent)).to.deep.equal([ROOT, REPLY]);
  });

  it('keeps line breaks and paragraphs, and no script', async () => {
    const one = { ...(await root()), replies: [], count: { replies: 0 } };
    const texts = [
      ['<p>One<br />two &amp; three</p><p>Four</p>', 'One\ntwo & three\n\nFour'],
      ['<blockquote>Quoted</blockquote>Answered', 'Quoted\n\nAnswered'],
      ['<ul><li>a</li><li>b</li></ul>', 'a\n\nb'],
      ['<p><img src=x onerror=alert(1)>Bad<script>alert(1)</script></p>', 'Bad'],
    ] as const;
    const { page } = await discuss(
      {},
      listed(
        'comments',
        texts.map(([html], index) => ({ ...one, id: String(index), html })),
      ),
    );
    expect(page.items.map(({ text }) => text)).to.deep.equal(texts.map(([, text]) => text));
  });

  it('keeps the place of what was taken down, and does not count it', async () => {
    const [hidden, deleted] = [(await commentsOf('065'))[0], (await commentsOf('066'))[0]];
    const { page } = await discuss({}, listed('comments', [hidden, deleted, await root()]));
    expect(page.items.slice(0, 3).map(({ status, text }) => [status, text])).to.deep.equal([
      ['removed', ''],
      ['removed', ''],
      ['approved', page.items[2]!.text],
    ]);
    expect(page.total).to.equal(8);
    // Whoever wrote it has no name, or is no member any more.
    expect(page.items[1]!.author).to.equal('');
  });

  it('has comments by nobody', async () => {
    const [nameless] = await commentsOf('073');
    const { page } = await discuss(
      {},
      listed('comments', [nameless, { ...nameless, id: 'x', member: null }]),
    );
    expect(page.items.map(({ author, status }) => [author, status])).to.deep.equal([
      ['', 'approved'],
      ['', 'approved'],
    ]);
  });

  it('goes on page by page; its total is asked for once, because Ghost counts threads', async () => {
    const page = async (number: number): Promise<Answer> => ({
      ...(await recorded('059')),
      body: {
        comments: await commentsOf('059'),
        meta: { pagination: { page: number, pages: 5, total: 25 } },
      },
    });
    const post = '6b043e7a5da2a64f1042bc19';
    const first = await discuss({ story: post, limit: 5, order: 'oldest' }, page(1), '067');
    expect([first.page.next, first.page.total]).to.deep.equal(['2', 25]);
    expect(first.asked).to.deep.equal([
      `GET comments/post/${post}/?limit=5&order=${oldest}`,
      `GET comments/counts/?ids=${post}`,
    ]);
    const second = await discuss({ story: post, limit: 5, order: 'oldest', cursor: '2' }, '059');
    expect(second.asked).to.deep.equal([`GET comments/post/${post}/?limit=5&page=2&order=${oldest}`]);
    expect([ends(second.page.items), second.page.next]).to.deep.equal(['15 16 17 18 19', '3']);
    expect((await discuss({ story: post, cursor: '5' }, page(5))).page).not.to.have.property('next');
  });

  it('has all answers, also where the site brings the first few only', async () => {
    const replies = (await commentsOf('057'))[0]!.replies as Json[];
    const few = { ...(await root()), replies: replies.slice(0, 3) };
    const { page, asked } = await discuss(
      {},
      listed('comments', [few]),
      listed('comments', replies.slice(0, 4), { pages: 2 }),
      listed('comments', replies.slice(4), { page: 2, pages: 2 }),
    );
    expect(ends(page.items)).to.equal('06 07 08 09 0a 0b 0c 0d');
    expect(asked.slice(1)).to.deep.equal(
      [1, 2].map((number) => `GET comments/${ROOT}/replies/?limit=100&page=${number}&order=${oldest}`),
    );
  });

  it('ends, though a site answers without end', async () => {
    const endless = listed('comments', await commentsOf('064'), { pages: 1e9 });
    const { asked } = await discuss(
      {},
      listed('comments', [{ ...(await root()), count: { replies: 1e9 } }]),
      ...Array.from({ length: 12 }, () => endless),
    );
    expect(asked).to.have.length(11);
  });

  it('shows an answer to what is gone as one to the thread', async () => {
    const thread = await root();
    const replies = (thread.replies as Json[]).filter(({ id }) => id !== REPLY);
    const { page } = await discuss({}, listed('comments', [{ ...thread, replies, count: { replies: 6 } }]));
    expect(page.items.find(({ id }) => id === ONWARD)?.parent).to.equal(ROOT);
  });

  it('can be asked for one thread, by any comment in it', async () => {
    for (const [thread, first] of [
      [ROOT, '063'],
      [REPLY, listed('comments', [(await commentsOf('064'))[0]])],
    ] as const) {
      const { page, asked } = await discuss({ thread, limit: 1 }, first, '057');
      expect(ends(page.items)).to.equal('06 07 08 09 0a 0b 0c 0d');
      expect(page).not.to.have.any.keys('next', 'total');
      expect(asked).to.deep.equal([
        `GET comments/${thread}/`,
        `GET comments/post/${BRIDGE}/?filter=id:'${ROOT}'`,
      ]);
    }
  });

  it('has no thread of another story, none that is gone, and none of another name', async () => {
    const missing = async (thread: string, ...answers: Given[]) =>
      (await problemOf(discuss({ thread }, ...answers))).status;
    expect(await missing(ROOT, '063', '061')).to.equal(404);
    expect(await missing(ROOT, '078')).to.equal(404);
    for (const thread of ['12', '../posts', `${ROOT}'`]) expect(await missing(thread)).to.equal(404);
  });

  it('is empty where nobody has said anything, and where the site has turned comments off', async () => {
    expect((await discuss({}, '061')).page).to.deep.equal({ items: [], total: 0 });
    expect((await discuss({}, off)).page).to.deep.equal({ items: [], total: 0 });
  });

  it('is a failure that says so where the site does not know the story, or fails', async () => {
    expect((await problemOf(discuss({ story: 'elsewhere' }, '016'))).status).to.equal(404);
    const down = Array.from({ length: 3 }, () => ({ status: 503 }));
    expect((await problemOf(discuss({}, ...down))).status).to.equal(503);
    for (const body of ['{"comments":[', '<html>', '{}', '{"comments":[{}]}'])
      expect((await problemOf(discuss({}, { body }))).kind, body).to.equal('parse');
  });

  it('is not waited for by one who leaves', async () => {
    const { client, log } = await site([{ delay: 60_000 }]);
    const leaving = new AbortController();
    const waiting = client.comments({ story: BRIDGE, order: 'newest', limit: 5 }, leaving.signal);
    await log({ arrived: 1 });
    leaving.abort(new Error('left'));
    expect(await waiting.catch(String)).to.equal('Error: left');
    await log({ aborted: 1 });
  });

  it('cannot be reported to the moderators', async () => {
    expect(await (await site([])).client.canReport()).to.equal(false);
  });

  it('leaves out what is of a wrong type, or says that it failed', async () => {
    const thread = await root();
    const fields = [...Object.keys(thread), 'replies.0'];
    const sound = async (data: unknown, query: Partial<CommentQuery>): Promise<void> => {
      const ask = { api: faulty.origin, get: () => Promise.resolve({ data, headers: new Headers() }) };
      try {
        const { items, total = 0 } = await commentsOn(
          BRIDGE,
          { story: BRIDGE, order: 'newest', limit: 5, ...query },
          ask as unknown as Ask,
        );
        expect(total).to.be.a('number');
        const before = new Set<string | undefined>([undefined]);
        for (const { id, parent, author, text, posted } of items) {
          for (const one of [id, author, text, posted]) expect(one).to.be.a('string');
          expect(before.has(parent)).to.equal(true);
          before.add(id);
        }
      } catch (error) {
        expect(error).to.be.instanceOf(Problem);
      }
    };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...fields), fc.jsonValue(), async (name, value) => {
        const changed = structuredClone(thread);
        const [outer = '', inner] = name.split('.');
        if (inner) (changed[outer] as unknown[])[0] = value;
        else changed[outer] = value;
        for (const query of [{}, { thread: ROOT }]) {
          await sound({ comments: [changed, value], meta: { pagination: { pages: value } } }, query);
          await sound({ comments: value, meta: value }, query);
          await sound(value, query);
        }
      }),
      { numRuns: 200 },
    );
  });
});

const letter: NewComment = { story: BRIDGE, name: 'Maria', email: 'maria@example.net', text: 'hi b' };

/** Posts to a site that gives these answers in turn. */
async function post(changes: Partial<NewComment>, answers: readonly Given[], origin = location.origin) {
  const { client, asked, log } = await site(answers, { origin });
  const outcome = client.postComment({ ...letter, ...changes }, 'k', patient());
  await outcome.catch(() => undefined);
  const arrivals = await log();
  const body = arrivals.find(({ method }) => method === 'POST')?.body;
  const sent = body ? (JSON.parse(body) as { comments: Json[] }).comments : undefined;
  return { outcome, asked: await asked(), sent, arrivals };
}

describe('a comment sent to a Ghost site by a member, on its own origin', () => {
  impatiently();

  it('is stored under the member’s name', async () => {
    const { outcome, asked, sent, arrivals } = await post({ text: ' hi b ' }, ['085', '061', '071']);
    expect(await outcome).to.deep.equal({
      id: '6b043ee35da2a64f1042bd2a',
      story: BRIDGE,
      author: 'Maria Sand',
      text: ' hi b ',
      posted: '2026-11-23T13:25:55.000Z',
      status: 'approved',
    });
    expect(asked).to.deep.equal([
      'GET member/',
      `GET comments/post/${BRIDGE}/?limit=100&order=${newest}`,
      'POST comments/',
    ]);
    expect(sent).to.deep.equal([{ post_id: BRIDGE, html: '<p>hi b</p>' }]);
    expect(arrivals.at(-1)!.headers['content-type']).to.equal('application/json');
  });

  it('is text, and stays so', async () => {
    const text = 'a < b && "c"\nnext line\n\n\n<script>alert(1)</script>';
    const { sent } = await post({ text }, ['085', '061', '071']);
    expect(sent![0]!.html).to.equal(
      '<p>a &#60; b &#38;&#38; "c"<br>next line</p><p>&#60;script&#62;alert(1)&#60;/script&#62;</p>',
    );
  });

  it('answers a comment, and an answer, in the one thread that Ghost has', async () => {
    const thread = `GET comments/${ROOT}/replies/?limit=100&order=${newest}`;
    // Both are asked for at once.
    const both = async (parent: Answer): Promise<Answer> => {
      const [member, { comments }] = [await json('085'), parent.body as { comments: unknown }];
      return { body: { ...member, comments } };
    };
    const [root, reply] = [listed('comments', await commentsOf('063')), await commentsOf('064')];
    const first = await post({ parent: ROOT }, [both(root), both(root), '061', '071']);
    await first.outcome;
    expect(first.asked[2]).to.equal(thread);
    expect(first.sent).to.deep.equal([{ post_id: BRIDGE, parent_id: ROOT, html: '<p>hi b</p>' }]);

    const above = listed('comments', [reply[0]]);
    const second = await post({ parent: REPLY }, [both(above), both(above), '061', '071']);
    await second.outcome;
    expect(second.asked[2]).to.equal(thread);
    expect(second.sent).to.deep.equal([
      { post_id: BRIDGE, parent_id: ROOT, in_reply_to_id: REPLY, html: '<p>hi b</p>' },
    ]);
  });

  it('is sent once, though an earlier answer was lost', async () => {
    const mine = async (changes: Json = {}): Promise<Answer> =>
      listed('comments', [{ ...(await commentsOf('057'))[0], html: '<p>hi b</p>', replies: [], ...changes }]);
    const twice = await post({}, ['085', mine()]);
    expect((await problemOf(twice.outcome)).reason).to.equal('duplicate');
    expect(twice.sent).to.equal(undefined);
    for (const changes of [{ html: '<p>hi c</p>' }, { member: { uuid: 'other' } }, { parent_id: REPLY }])
      expect((await post({}, ['085', mine(changes), '071'])).sent).to.have.length(1);
  });

  it('is not sent while nobody is signed in', async () => {
    const { outcome, asked } = await post({}, ['086']);
    const problem = await problemOf(outcome);
    expect([problem.status, problem.reason]).to.deep.equal([401, 'sign-in']);
    expect(asked).to.deep.equal(['GET member/']);
  });

  for (const [answer, status, reason, message] of [
    ['070', 401, 'sign-in', 'Unable to find member'],
    [off, 405, 'closed', 'Comments are not enabled for this site.'],
    [
      refused(403, 'NoPermissionError', 'You do not have permission to comment on this post.'),
      403,
      'NoPermissionError',
      'You do not have permission to comment on this post.',
    ],
    ['074', 422, 'ValidationError', 'The body of a comment cannot be empty'],
    ['078', 404, 'NotFoundError', 'Comment could not be found'],
  ] as const)
    it(`is refused with ${status} ${reason}, in the site’s words`, async () => {
      const problem = await problemOf((await post({}, ['085', '061', answer])).outcome);
      expect([problem.status, problem.reason, problem.message]).to.deep.equal([status, reason, message]);
    });

  it('does not answer a comment that is gone', async () => {
    const gone = await post({ parent: ROOT }, ['078', '078']);
    expect((await problemOf(gone.outcome)).reason).to.equal('parent-gone');
    expect(gone.sent).to.equal(undefined);
    const nameless = await post({ parent: 'x' }, ['085']);
    expect((await problemOf(nameless.outcome)).reason).to.equal('parent-gone');
  });

  it('goes nowhere when the site does not know its story', async () => {
    const { outcome, asked } = await post({ story: 'elsewhere' }, ['016']);
    expect((await problemOf(outcome)).status).to.equal(404);
    expect(asked).to.have.length(1);
  });

  it('may have been stored when the site failed', async () => {
    const { outcome } = await post({}, ['085', '061', { status: 502 }]);
    expect((await problemOf(outcome)).retryable).to.equal(true);
    const nonsense = await post({}, ['085', '061', { status: 201, body: '{"comments":[]}' }]);
    expect((await problemOf(nonsense.outcome)).kind).to.equal('parse');
  });
});

describe('a comment sent to a Ghost site from another origin', () => {
  impatiently();

  it('is not sent: the sign-in does not count there', async () => {
    const { outcome, arrivals } = await post({}, ['086'], faulty.origin);
    expect((await problemOf(outcome)).reason).to.equal('sign-in');
    expect(arrivals.map(({ method }) => method)).to.deep.equal(['GET']);
    expect(arrivals[0]!.headers).not.to.have.property('cookie');
  });
});
