import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { expectProblem, idsOf, startTestApi, type TestApi, TOKEN, walk } from './support.js';

describe('reports', () => {
  let api: TestApi;
  before(async () => {
    api = await startTestApi({ postLimit: { count: 3, seconds: 60 } });
  });
  after(() => api.close());

  const headers = { Authorization: `Bearer ${TOKEN}` };
  const report = (id: string, body: unknown = {}) => api.post(`/v1/comments/${id}/reports`, body);
  const desk = (query: string) => api.ask(`/v1/moderation/comments?${query}`, { headers });
  const reported = () => desk('status=approved&reported=true');
  const decide = (id: string, decision: string) =>
    api.post(`/v1/moderation/comments/${id}/decisions`, { decision }, headers);
  const byAnother = (id: string, sender: string, reason: string | null) =>
    api.database.query(
      'insert into reports (comment, sender, posted, reason) values ($1::bigint, $2, now(), $3)',
      [id, sender, reason],
    );
  /** As if nobody had reported anything for a while. */
  const rest = () => api.database.query(`update reports set posted = posted - interval '61 seconds'`);

  it('reach the moderators, once from each sender', async () => {
    assert.deepEqual((await reported()).json, { items: [], total: 0 });
    for (const reason of [' Rude. ', 'Very rude.']) {
      const { status, json, headers } = await report('4', { reason });
      assert.deepEqual([status, json], [201, { comment: '4' }]);
      assert.equal(headers.get('cache-control'), 'no-store');
    }
    await byAnother('4', 'another', null);
    const { items, total } = (await reported()).json;
    assert.equal(total, 1);
    assert.deepEqual([items[0].id, items[0].reports, items[0].reasons], ['4', 2, ['Rude.']]);
  });

  it('stand beside the comment in every list of the moderators, and in none of the readers', async () => {
    const { items } = (await desk('status=approved')).json;
    const counts = (items as { id: string; reports?: number }[]).map(({ id, reports }) => [id, reports]);
    assert.deepEqual(counts, [
      ['7', undefined],
      ['4', 2],
      ['2', undefined],
      ['1', undefined],
    ]);
    assert.ok(!/report|rude\./i.test((await api.ask('/v1/comments?story=102')).text));
    assert.deepEqual(idsOf(await desk('status=held&reported=true')), []);
  });

  it('page like every list', async () => {
    await byAnother('1', 'another', 'Old.');
    const asked = '/v1/moderation/comments?status=approved&reported=true&limit=1';
    const pages = await walk({ ...api, ask: (path) => api.ask(path, { headers }) }, asked);
    assert.deepEqual(pages.flatMap(idsOf), ['4', '1']);
    const cursor = pages[0]!.json.next as string;
    assert.deepEqual(expectProblem(await desk(`status=approved&cursor=${cursor}`), 400, 'validation'), [
      'cursor',
    ]);
  });

  it('are settled by a decision, and not counted again from those who told already', async () => {
    await decide('4', 'approve');
    await decide('1', 'remove');
    assert.deepEqual((await reported()).json, { items: [], total: 0 });
    assert.deepEqual((await report('4')).json, { comment: '4' });
    assert.deepEqual(idsOf(await reported()), []);
    await byAnother('4', 'a third', null);
    const { items } = (await reported()).json;
    assert.deepEqual([items[0].reports, items[0].reasons], [1, undefined]);
  });

  it('are about comments that readers see', async () => {
    for (const id of ['999', '1', '3', '5', '6']) expectProblem(await report(id), 404, 'not-found');
    expectProblem(await report('four'), 400, 'validation');
  });

  it('come from one place only so fast', async () => {
    await rest();
    for (const id of ['7', '2']) assert.equal((await report(id)).status, 201);
    const { id } = (
      await api.post('/v1/comments', { story: '104', name: 'A', email: 'a@example.org', text: 'One.' })
    ).json as { id: string };
    assert.equal((await report(id)).status, 201);
    assert.equal((await report(id)).status, 201, 'told already');
    await api.database.query(`update comments set status = 'approved' where id = 6`);
    const refused = await report('6');
    expectProblem(refused, 429, 'too-fast');
    const wait = Number(refused.headers.get('retry-after'));
    assert.ok(wait > 0 && wait <= 60, String(wait));
    await rest();
    assert.equal((await report('6')).status, 201);
  });

  it('count once when they come at the same moment', async () => {
    await rest();
    await api.database.query('delete from reports where comment = 2');
    const answers = await Promise.all(Array.from({ length: 8 }, () => report('2')));
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [201]);
    const { items } = (await reported()).json as { items: { id: string; reports: number }[] };
    assert.equal(items.find(({ id }) => id === '2')!.reports, 1);
  });

  it('do not keep where they came from', async () => {
    const rows = await api.database.query<{ sender: string }>('select sender from reports');
    assert.ok(rows.some(({ sender }) => /^[0-9a-f]{64}$/.test(sender)));
    assert.ok(!rows.some(({ sender }) => sender.includes('127.0.0.1')));
  });

  for (const [name, body, field] of [
    ['a long reason', { reason: 'x'.repeat(501) }, 'reason'],
    ['a reason with NUL', { reason: 'a\0b' }, 'reason'],
    ['a reason that is a list', { reason: ['rude'] }, 'reason'],
    ['an unknown field', { comment: '4' }, 'comment'],
    ['no JSON', '{', 'body'],
    ['a list', [], 'body'],
  ] as const) {
    it(`refuse ${name}`, async () => {
      assert.deepEqual(expectProblem(await report('4', body), 400, 'validation'), [field]);
    });
  }

  it('may come from any origin', async () => {
    const { status, headers } = await fetch(`${api.origin}/v1/comments/4/reports`, {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://paper.example',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type',
      },
    });
    assert.equal(status, 204);
    assert.equal(headers.get('access-control-allow-origin'), '*');
    assert.match(headers.get('access-control-allow-headers')!, /Content-Type/);
    expectProblem(await api.postForm('/v1/comments/4/reports', {}), 415, 'unsupported-media-type');
  });
});
