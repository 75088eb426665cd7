import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createApi } from '../../demo/api/server.js';
import { type Answer, expectProblem, idsOf, SITE, startTestApi, type TestApi, walk } from './support.js';

describe('comments', () => {
  let api: TestApi;
  let readers = 0;
  before(async () => {
    api = await startTestApi();
  });
  after(() => api.close());

  /** A comment by a reader who was never here. */
  const comment = (fields: Record<string, unknown> = {}) => ({
    story: '104',
    name: 'Ines',
    email: `reader-${++readers}@example.org`,
    text: 'Well said.',
    ...fields,
  });
  const post = (fields: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
    api.post('/v1/comments', comment(fields), headers);
  const stored = async () =>
    (await api.database.query<{ id: string }>('select id::text as id from comments')).length;

  describe('reading', () => {
    it('answers approved comments, newest first, with placeholders for removed ones that were answered', async () => {
      const { json } = await api.ask('/v1/comments?story=101');
      assert.deepEqual(json, {
        items: [
          {
            id: '4',
            story: '101',
            parent: '3',
            posted: '2026-06-12T10:03:00.000Z',
            url: `${SITE}/world/harbour#comment-4`,
            author: 'Cy',
            text: 'That was rude.',
            status: 'approved',
          },
          {
            id: '3',
            story: '101',
            posted: '2026-06-12T10:02:00.000Z',
            url: `${SITE}/world/harbour#comment-3`,
            author: '',
            text: '',
            status: 'removed',
          },
          {
            id: '2',
            story: '101',
            parent: '1',
            posted: '2026-06-12T10:01:00.000Z',
            url: `${SITE}/world/harbour#comment-2`,
            author: 'Ben',
            text: 'Second.',
            status: 'approved',
          },
          {
            id: '1',
            story: '101',
            posted: '2026-06-12T10:00:00.000Z',
            url: `${SITE}/world/harbour#comment-1`,
            author: 'Mina',
            authorUrl: 'https://mina.example/',
            text: 'First.',
            status: 'approved',
          },
        ],
        total: 3,
      });
    });

    it('takes a story’s id, slug and address', async () => {
      for (const story of ['102', 'weather', encodeURIComponent(`${SITE}/world/weather?x=1#y`)]) {
        assert.deepEqual(idsOf(await api.ask(`/v1/comments?story=${story}`)), ['7'], story);
      }
      expectProblem(await api.ask('/v1/comments?story=nowhere'), 404, 'not-found');
    });

    it('pages in both orders, each comment once', async () => {
      for (const order of ['newest', 'oldest']) {
        const whole = idsOf(await api.ask(`/v1/comments?story=101&order=${order}`));
        const pages = await walk(api, `/v1/comments?story=101&order=${order}&limit=1`);
        assert.deepEqual(pages.flatMap(idsOf), whole);
        assert.deepEqual(whole, order === 'newest' ? ['4', '3', '2', '1'] : ['1', '2', '3', '4']);
      }
    });

    it('counts in one go, in the order asked, without the unknown', async () => {
      assert.deepEqual((await api.ask('/v1/comment-counts?stories=103,999,101')).json.items, [
        { story: '103', count: 0 },
        { story: '101', count: 3 },
      ]);
    });

    for (const path of [
      '/v1/comments',
      '/v1/comments?story=',
      '/v1/comments?story=101&order=best',
      '/v1/comments?story=101&limit=0',
      '/v1/comments?story=101&page=2',
      '/v1/comment-counts',
      '/v1/comment-counts?stories=harbour',
      `/v1/comment-counts?stories=${'1,'.repeat(100)}1`,
    ]) {
      it(`refuses ${path.slice(0, 60)}`, async () => {
        expectProblem(await api.ask(path), 400, 'validation');
      });
    }
  });

  describe('posting', () => {
    it('stores a comment and answers it, with all but the e-mail address', async () => {
      const fields = comment({
        parent: undefined,
        website: 'https://ines.example',
        text: '  One.\r\n\r\nTwo.  ',
      });
      const { status, headers, json, text } = await api.post('/v1/comments', fields);
      assert.equal(status, 201);
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.ok(Math.abs(Date.now() - Date.parse(json.posted)) < 60_000);
      assert.deepEqual(json, {
        id: json.id,
        story: '104',
        posted: json.posted,
        url: `${SITE}/world/election#comment-${json.id}`,
        author: 'Ines',
        authorUrl: 'https://ines.example/',
        text: 'One.\n\nTwo.',
        status: 'approved',
      });
      const list = await api.ask('/v1/comments?story=104');
      assert.deepEqual(list.json.items[0], json);
      assert.ok(![text, list.text].join().includes(fields.email));
    });

    it('numbers comments on from the seeded ones', async () => {
      assert.ok(Number((await post()).json.id) > 7);
    });

    it('takes an answer to a comment, and a story by slug and address', async () => {
      const { json } = await post({ story: 'harbour', parent: '1' });
      assert.deepEqual([json.story, json.parent], ['101', '1']);
      assert.equal((await post({ story: `${SITE}/world/harbour` })).json.story, '101');
    });

    it('holds back what more than one link is in, and what is said on a moderated story', async () => {
      const links = 'See https://a.example and www.b.example';
      for (const [fields, status] of [
        [{ text: 'See https://a.example' }, 'approved'],
        [{ text: links }, 'held'],
        [{ story: '102' }, 'held'],
      ] as const) {
        const { json } = await post(fields);
        assert.equal(json.status, status);
        const shown = idsOf(await api.ask(`/v1/comments?story=${json.story}&limit=100`));
        assert.equal(shown.includes(json.id), status === 'approved');
      }
    });

    it('refuses with the reason, and stores nothing', async () => {
      const before = await stored();
      for (const [fields, status, kind, headers] of [
        [{ story: '103' }, 403, 'comments-closed'],
        [{ story: 'nowhere' }, 404, 'not-found'],
        [{ parent: '999' }, 422, 'parent-gone'],
        [{ parent: '1' }, 422, 'parent-gone'],
        [{ story: '101', parent: '3' }, 422, 'parent-gone'],
        [{ story: '101', parent: '6' }, 422, 'parent-gone'],
        [{ homepage2: 'https://spam.example' }, 422, 'spam'],
        [{ seconds: 0 }, 422, 'spam'],
        [{ seconds: 1 }, 422, 'spam'],
        [{ story: '103' }, 403, 'comments-closed', { 'Idempotency-Key': 'closed' }],
      ] as const) {
        expectProblem(await post(fields, headers), status, kind);
      }
      assert.equal(await stored(), before);
    });

    it('takes what a person has taken time for, and what a publisher’s check left', async () => {
      const challenge = Object.fromEntries(
        Array.from({ length: 10 }, (_, no) => [`f${no}`, 'x'.repeat(4000)]),
      );
      for (const fields of [{ seconds: 2 }, { seconds: 86_400, challenge }, { challenge: {} }]) {
        const { status, text } = await post(fields);
        assert.equal(status, 201, text);
        assert.ok(!/seconds|challenge/.test(text));
      }
    });

    it('knows what was already said', async () => {
      const fields = comment();
      assert.equal((await api.post('/v1/comments', fields)).status, 201);
      expectProblem(await api.post('/v1/comments', { ...fields, text: `${fields.text} ` }), 409, 'duplicate');
      const shouted = { ...fields, email: fields.email.toUpperCase() };
      expectProblem(await api.post('/v1/comments', shouted), 409, 'duplicate');
      assert.equal((await api.post('/v1/comments', { ...fields, story: '105' })).status, 201);
    });

    it('slows down who posts too fast, says for how long, and lets them go on', async () => {
      const fields = comment();
      const say = (text: string) => api.post('/v1/comments', { ...fields, text });
      for (const text of ['one', 'two', 'three', 'four', 'five']) assert.equal((await say(text)).status, 201);
      const refused = await say('six');
      expectProblem(refused, 429, 'too-fast');
      const wait = Number(refused.headers.get('retry-after'));
      assert.ok(wait > 0 && wait <= 60, String(wait));
      assert.equal((await post({ text: 'six' })).status, 201, 'another reader');
      await api.database.query(
        `update comments set posted = posted - interval '61 seconds' where email = $1 and text = 'one'`,
        [fields.email],
      );
      assert.equal((await say('six')).status, 201);
    });

    const long = 'x'.repeat(5001);
    for (const [name, fields, field] of [
      ['no name', { name: undefined }, 'name'],
      ['an empty name', { name: ' ' }, 'name'],
      ['an invisible name', { name: '\u200b' }, 'name'],
      ['a name of two lines', { name: 'a\nb' }, 'name'],
      ['a long name', { name: 'x'.repeat(101) }, 'name'],
      ['a name that is a list', { name: ['Ines'] }, 'name'],
      ['no e-mail address', { email: undefined }, 'email'],
      ['a wrong e-mail address', { email: 'ines' }, 'email'],
      ['two e-mail addresses', { email: 'a@example.org,b@example.org' }, 'email'],
      ['a header in an e-mail address', { email: 'a@example.org\nBcc: b@example.org' }, 'email'],
      ['a long e-mail address', { email: `${'x'.repeat(190)}@example.org` }, 'email'],
      ['a script as website', { website: 'javascript:alert(1)' }, 'website'],
      ['a website without scheme', { website: 'example.org' }, 'website'],
      ['a website with a password', { website: 'https://a:b@example.org' }, 'website'],
      ['no text', { text: undefined }, 'text'],
      ['an empty text', { text: '\n \t' }, 'text'],
      ['an invisible text', { text: '\u200b\u2060' }, 'text'],
      ['a long text', { text: long }, 'text'],
      ['a text with NUL', { text: 'a\0b' }, 'text'],
      ['half a character', { text: 'a\ud800b' }, 'text'],
      ['a text that is a number', { text: 5 }, 'text'],
      ['a text that is an object', { text: { a: 1 } }, 'text'],
      ['null', { website: null }, 'website'],
      ['a parent that is no id', { parent: 'first' }, 'parent'],
      ['a parent that is a number', { parent: 1 }, 'parent'],
      ['no story', { story: undefined }, 'story'],
      ['a story that is a list', { story: ['104'] }, 'story'],
      ['an unknown field', { status: 'approved' }, 'status'],
      ['an own __proto__', JSON.parse('{"__proto__": {"text": "x"}}'), '__proto__'],
      ['a key with a space', { idempotencyKey: 'a b' }, 'idempotencyKey'],
      ['less than no time', { seconds: -1 }, 'seconds'],
      ['half a second', { seconds: 2.5 }, 'seconds'],
      ['seconds that are a text', { seconds: '12' }, 'seconds'],
      ['a check that is a text', { challenge: 'token' }, 'challenge'],
      ['a check that is a list', { challenge: ['token'] }, 'challenge'],
      ['a check of numbers', { challenge: { token: 5 } }, 'challenge.token'],
      ['a check of long texts', { challenge: { token: 'x'.repeat(4001) } }, 'challenge.token'],
      [
        'a check of many fields',
        { challenge: Object.fromEntries(Array.from({ length: 11 }, (_, no) => [`f${no}`, 'x'])) },
        'challenge',
      ],
    ] as const) {
      it(`refuses ${name}`, async () => {
        const before = await stored();
        const body = JSON.stringify({ ...comment(), ...fields });
        const named = name === 'an own __proto__' ? body.replace('{', '{"__proto__":{},') : body;
        assert.deepEqual(expectProblem(await api.post('/v1/comments', named), 400, 'validation'), [field]);
        assert.equal(await stored(), before);
      });
    }

    it('takes as much as it says', async () => {
      const { status, json } = await post({ name: 'n'.repeat(100), text: ` ${'😀'.repeat(5000)} ` });
      assert.equal(status, 201);
      assert.equal([...json.text].length, 5000);
    });

    for (const [name, body] of [
      ['no JSON', '{'],
      ['nothing', ''],
      ['null', 'null'],
      ['a list', '[]'],
      ['a word', '"text"'],
      ['deep nesting', '['.repeat(30_000)],
      ['deep nesting that is closed', `{"text":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
    ] as const) {
      it(`refuses a body of ${name}`, async () => {
        expectProblem(await api.post('/v1/comments', body), 400, 'validation');
      });
    }

    it('refuses a body that is not UTF-8', async () => {
      const answer = await api.ask('/v1/comments', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: Buffer.from(JSON.stringify(comment({ text: 'café' })), 'latin1'),
      });
      assert.deepEqual(expectProblem(answer, 400, 'validation'), ['body']);
    });

    it('refuses other kinds of content', async () => {
      for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/jsonp', '']) {
        const answer = await post({}, { 'Content-Type': type });
        expectProblem(answer, 415, 'unsupported-media-type');
      }
      assert.equal((await post({}, { 'Content-Type': 'Application/JSON; charset=utf-8' })).status, 201);
    });

    it('refuses more than 64 kB, however it comes', async () => {
      const body = JSON.stringify(comment({ text: 'x'.repeat(64 * 1024) }));
      expectProblem(await api.post('/v1/comments', body), 413, 'too-large');
      const streamed = await api.ask('/v1/comments', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: new Blob([body]).stream(),
        duplex: 'half',
      });
      expectProblem(streamed, 413, 'too-large');
    });
  });

  describe('an idempotency key', () => {
    const send = (fields: object, key: string) =>
      api.post('/v1/comments', fields, { 'Idempotency-Key': key });

    it('makes the same comment one comment, with one answer', async () => {
      const fields = comment();
      const first = await send(fields, 'one');
      const before = await stored();
      const second = await send(fields, 'one');
      const tidied = await send({ ...fields, story: 'election', text: ` ${fields.text}\n` }, 'one');
      const asField = await api.post('/v1/comments', { ...fields, idempotencyKey: 'one' });
      assert.equal(first.status, 201);
      for (const again of [second, tidied, asField]) {
        assert.deepEqual([again.status, again.json], [201, first.json]);
      }
      assert.equal(await stored(), before);
    });

    it('gives that answer whatever happened since', async () => {
      const fields = comment({ story: '102' });
      const first = await send(fields, 'moderated');
      await api.database.query(`update comments set status = 'removed' where id = $1::bigint`, [
        first.json.id,
      ]);
      await api.database.query(`update stories set comments = 'closed' where id = '102'`);
      assert.deepEqual((await send(fields, 'moderated')).json, first.json);
      await api.database.query(`update stories set comments = 'moderated' where id = '102'`);
    });

    it('knows a comment that comes later, and with another token', async () => {
      const fields = comment();
      const first = await send({ ...fields, seconds: 20, challenge: { token: 'a' } }, 'later');
      for (const more of [{ seconds: 95, challenge: { token: 'b' } }, { challenge: {} }, {}]) {
        const again = await send({ ...fields, ...more }, 'later');
        assert.deepEqual([again.status, again.json], [201, first.json]);
      }
    });

    it('is good for one content', async () => {
      const fields = comment();
      await send(fields, 'used');
      for (const change of [
        { text: 'Other.' },
        { name: 'Other' },
        { story: '101' },
        { email: 'other@example.org' },
      ]) {
        expectProblem(await send({ ...fields, ...change }, 'used'), 422, 'idempotency-key-reused');
      }
    });

    it('lets a reader say the same twice, when a new one says that it is meant', async () => {
      const fields = comment();
      const first = await send(fields, 'first');
      const second = await send(fields, 'second');
      assert.equal(second.status, 201);
      assert.notEqual(second.json.id, first.json.id);
    });

    it('is free again when the comment was refused', async () => {
      const fields = comment({ story: '103' });
      expectProblem(await send(fields, 'refused'), 403, 'comments-closed');
      assert.equal((await send({ ...fields, story: '104' }, 'refused')).status, 201);
    });

    it('holds when everything comes at the same moment', async () => {
      const before = await stored();
      const fields = comment();
      const answers = await Promise.all(Array.from({ length: 10 }, () => send(fields, 'at-once')));
      assert.deepEqual([...new Set(answers.map(({ status }) => status))], [201]);
      assert.equal(new Set(answers.map(({ json }) => json.id)).size, 1);
      const rivals = await Promise.all(Array.from({ length: 10 }, () => send(comment(), 'rivals')));
      const statuses = rivals.map(({ status }) => status).sort();
      assert.deepEqual(statuses, [201, ...Array<number>(9).fill(422)]);
      assert.equal(await stored(), before + 2);
    });

    it('is refused when it is no key', async () => {
      assert.deepEqual(expectProblem(await send(comment(), 'k'.repeat(201)), 400, 'validation'), [
        'Idempotency-Key',
      ]);
    });
  });

  describe('a form posted without JavaScript', () => {
    const HTML = { Accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8' };
    const postForm = (fields: Record<string, string>, headers: Record<string, string> = HTML) =>
      api.postForm(
        '/v1/comments',
        { ...comment(), parent: '', website: '', homepage2: '', ...fields },
        headers,
      );

    function expectPage(answer: Answer, status: number): string {
      assert.equal(answer.status, status, answer.text);
      assert.equal(answer.headers.get('content-type'), 'text/html; charset=UTF-8');
      assert.equal(answer.headers.get('cache-control'), 'no-store');
      assert.match(answer.headers.get('content-security-policy')!, /^default-src 'none'; style-src 'self';/);
      return answer.text;
    }

    it('leads back to the story', async () => {
      const { status, headers } = await postForm({ story: 'harbour' });
      assert.equal(status, 303);
      assert.match(
        headers.get('location')!,
        /^https:\/\/news\.example\/world\/harbour\?comment=approved#comment-\d+$/,
      );
      const held = await postForm({ story: '102' });
      assert.match(held.headers.get('location')!, /\/world\/weather\?comment=held#comment-\d+$/);
    });

    it('leads to the same place when it is sent twice', async () => {
      const fields = { ...comment(), idempotencyKey: 'form' };
      const [first, second] = await Promise.all([postForm(fields), postForm(fields)]);
      assert.equal(first.status, 303);
      assert.equal(second.headers.get('location'), first.headers.get('location'));
    });

    it('is answered in JSON to a program', async () => {
      assert.equal((await postForm({}, { Accept: 'application/json' })).status, 201);
      expectProblem(await postForm({ story: '103' }, { Accept: '*/*' }), 403, 'comments-closed');
    });

    it('is given back with its text when it is refused', async () => {
      const text = 'A long thought,\nnot to be lost.';
      for (const [fields, status] of [
        [{ text, name: '' }, 400],
        [{ text, story: '103' }, 403],
        [{ text, story: 'nowhere' }, 404],
        [{ text, parent: '999' }, 422],
        [{ text, homepage2: 'x' }, 422],
      ] as const) {
        const page = expectPage(await postForm(fields), status);
        assert.match(page, /<textarea[^>]*>\s*A long thought,\n?\r?\nnot to be lost\.<\/textarea>/);
        assert.ok(!page.includes('@example.org'), 'the e-mail address stays out of every answer');
      }
    });

    it('says what is wrong, and forgets a key that is spent', async () => {
      assert.match(
        expectPage(await postForm({ email: 'ines' }), 400),
        /<li>email must be an e-mail address<\/li>/,
      );
      const fields = { ...comment(), idempotencyKey: 'spent' };
      await postForm(fields);
      const page = expectPage(await postForm({ ...fields, text: 'Changed.' }), 422);
      assert.match(page, /name="idempotencyKey" value=""/);
      assert.match(expectPage(await postForm({ idempotencyKey: 'kept', name: '' }), 400), /value="kept"/);
    });

    it('runs nothing that was typed into it', async () => {
      const attack = `</textarea><script>alert(1)</script>"'><img src=x onerror=alert(1)>`;
      const page = expectPage(
        await postForm({
          text: attack,
          name: attack,
          website: attack,
          story: attack,
          parent: attack,
          [attack]: attack,
        }),
        400,
      );
      assert.ok(!/<script|<img/.test(page), page);
      assert.equal(page.match(/<\/textarea>/g)?.length, 1);
      assert.ok(page.includes('&lt;/textarea&gt;&lt;script&gt;'));
    });

    it('may tell its time and carry a check, as text', async () => {
      for (const [fields, status, said] of [
        [{ seconds: '12', 'challenge[token]': 'abc', 'challenge[a b]': '' }, 303, ''],
        [{ seconds: '' }, 303, ''],
        [{ seconds: '1' }, 422, 'Nobody writes that fast'],
        [{ seconds: 'soon' }, 400, 'seconds must be integer'],
        [{ seconds: '-3' }, 400, 'seconds must be'],
        [{ challenge: 'abc' }, 400, 'challenge must be object'],
        [{ 'challenge[token]': 'x'.repeat(4001) }, 400, 'challenge.token must not have more'],
        [{ 'name[first]': 'Ines' }, 400, 'name[first] is not known here'],
      ] as const) {
        const answer = await postForm(fields);
        assert.equal(answer.status, status, JSON.stringify(fields));
        assert.ok(answer.text.includes(said), answer.text);
      }
    });

    it('refuses a field given twice', async () => {
      const answer = await api.ask('/v1/comments', {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
        body: `${new URLSearchParams(comment())}&text=again`,
      });
      assert.deepEqual(expectProblem(answer, 400, 'validation'), ['text']);
    });

    it('says where the text is when it is too large to be read', async () => {
      const page = expectPage(await postForm({ text: 'x'.repeat(65 * 1024) }), 413);
      assert.match(page, /Go back/);
    });
  });
});

describe('a publisher’s own check', () => {
  let api: TestApi;
  before(async () => {
    api = await startTestApi();
  });
  after(() => api.close());

  it('is asked before a comment is stored, with its fields and the address, but not for a second try', async () => {
    const asked: unknown[] = [];
    const app = createApi({
      database: api.database,
      siteOrigin: SITE,
      publicOrigin: api.origin,
      pictures: '/nowhere',
      moderationToken: 'token',
      passesChallenge: (fields, address) => {
        asked.push([fields, address]);
        return Promise.resolve(fields.token === 'good' && asked.length === 1);
      },
    });
    const send = async (fields: object, key: string) => {
      const body = { story: '104', name: 'Ines', email: 'ines@example.org', text: 'Well said.', ...fields };
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key };
      const response = await app.request(
        '/v1/comments',
        { method: 'POST', headers, body: JSON.stringify(body) },
        { incoming: { socket: { remoteAddress: '192.0.2.7' } } },
      );
      return { status: response.status, json: (await response.json()) as { id: string; type: string } };
    };
    const first = await send({ challenge: { token: 'good' } }, 'one');
    assert.equal(first.status, 201);
    const again = await send({ challenge: { token: 'good' } }, 'one');
    assert.deepEqual([again.status, again.json.id], [201, first.json.id]);
    for (const fields of [{ challenge: { token: 'bad' } }, {}]) {
      const refused = await send(fields, 'two');
      assert.deepEqual([refused.status, refused.json.type], [422, '/problems/spam']);
    }
    assert.deepEqual(asked, [
      [{ token: 'good' }, '192.0.2.7'],
      [{ token: 'bad' }, '192.0.2.7'],
      [{}, '192.0.2.7'],
    ]);
    assert.equal((await api.ask('/v1/comments?story=104')).json.total, 1);
  });
});
