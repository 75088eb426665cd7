import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Answer, expectProblem, idsOf, startTestApi, type TestApi, walk } from './support.js';

describe('threads', () => {
  let api: TestApi;
  before(async () => {
    api = await startTestApi();
    // 30, 31 and 33 are threads of story 104; the answer 36 is as old as what it answers, and 38 older.
    for (const [id, parent, minute, status] of [
      [30, null, 0, 'approved'],
      [31, null, 1, 'removed'],
      [32, 30, 2, 'approved'],
      [33, null, 3, 'approved'],
      [34, 31, 4, 'approved'],
      [35, 30, 5, 'approved'],
      [36, 32, 2, 'approved'],
      [37, 36, 6, 'removed'],
      [38, 37, 1, 'approved'],
      [39, 33, 7, 'held'],
      [40, null, 8, 'held'],
      [41, null, 9, 'removed'],
    ] as const) {
      await store(id, parent, minute, status);
    }
  });
  after(() => api.close());

  const store = (id: number, parent: number | null, minute: number, status = 'approved') =>
    api.database.query(
      `insert into comments (id, story, parent, author, email, text, posted, status, posted_status)
       values ($1, '104', $2, 'Ines', 'ines@example.org', 'Well said.', $3, $4, $4)`,
      [id, parent, new Date(Date.UTC(2026, 5, 12, 10, minute)).toISOString(), status],
    );
  const ask = (query = '') => api.ask(`/v1/comments?story=104&threads=true${query}`);
  const join = (answers: readonly Answer[]) => answers.map((answer) => idsOf(answer).join(' '));

  const [FIRST, SECOND, THIRD] = ['30 32 36 35 37 38', '31 34', '33'];

  it('are whole, the newest first, their answers oldest first and after what they answer', async () => {
    const { json } = await ask();
    assert.deepEqual(join([await ask()]), [`${THIRD} ${SECOND} ${FIRST}`]);
    assert.equal(json.next, undefined);
    assert.equal(json.total, 7, 'the approved ones, as ever');
  });

  it('come oldest first where that is asked for', async () => {
    assert.deepEqual(join([await ask('&order=oldest')]), [`${FIRST} ${SECOND} ${THIRD}`]);
  });

  it('keep the place of what was taken down', async () => {
    const { items } = (await ask()).json as { items: Record<string, unknown>[] };
    for (const id of ['31', '37']) {
      const found = items.find((item) => item.id === id)!;
      assert.deepEqual([found.status, found.author, found.text], ['removed', '', '']);
    }
    assert.ok(!items.some(({ id }) => ['39', '40', '41'].includes(String(id))));
  });

  it('are counted by the limit, however many comments they hold', async () => {
    assert.deepEqual(join(await walk(api, '/v1/comments?story=104&threads=true&limit=1')), [
      THIRD,
      SECOND,
      FIRST,
    ]);
    const oldest = await walk(api, '/v1/comments?story=104&threads=true&limit=2&order=oldest');
    assert.deepEqual(join(oldest), [`${FIRST} ${SECOND}`, THIRD]);
    assert.match(
      oldest[0]!.headers.get('link')!,
      /threads=true&limit=2&order=oldest&cursor=\S+>; rel="next"$/,
    );
  });

  it('neither repeat nor skip while new ones come in', async () => {
    const first = await ask('&limit=1');
    const oldest = await ask('&limit=2&order=oldest');
    await store(50, null, 20);
    await store(51, 30, 21);
    const rest = await ask(`&limit=10&cursor=${first.json.next}`);
    assert.deepEqual(join([first, rest]), [THIRD, `${SECOND} ${FIRST} 51`]);
    const newest = await ask(`&limit=10&order=oldest&cursor=${oldest.json.next}`);
    assert.deepEqual(join([newest]), [`${THIRD} 50`]);
    await api.database.query('delete from comments where id in (50, 51)');
  });

  it('can be asked for one alone, by any comment in it', async () => {
    for (const [id, expected] of [
      ['30', FIRST],
      ['38', FIRST],
      ['37', FIRST],
      ['34', SECOND],
      ['31', SECOND],
      ['33', THIRD],
    ] as const) {
      const answer = await ask(`&thread=${id}&limit=1`);
      assert.deepEqual(join([answer]), [expected], id);
      assert.deepEqual([answer.json.next, answer.json.total], [undefined, 7]);
    }
  });

  it('are not found by a comment that nobody sees, or of another story', async () => {
    for (const id of ['999', '1', '39', '40', '41']) {
      expectProblem(await ask(`&thread=${id}`), 404, 'not-found');
    }
    expectProblem(await api.ask('/v1/comments?story=nowhere&threads=true'), 404, 'not-found');
  });

  it('are not mixed up with single comments', async () => {
    const plain = ['37 35 34 33 36 32 38 31 30'];
    assert.deepEqual(join([await api.ask('/v1/comments?story=104&threads=false')]), plain);
    const { next } = (await ask('&limit=1')).json;
    for (const [query, field] of [
      ['&threads=yes', 'threads'],
      ['&threads=1', 'threads'],
      ['&threads=true&thread=first', 'thread'],
      ['&thread=30', 'thread'],
      [`&threads=true&thread=30&cursor=${next}`, 'cursor'],
      [`&cursor=${next}`, 'cursor'],
      [`&threads=true&order=oldest&cursor=${next}`, 'cursor'],
    ] as const) {
      const refused = await api.ask(`/v1/comments?story=104${query}`);
      assert.deepEqual(expectProblem(refused, 400, 'validation'), [field], query);
    }
  });
});
