import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { expectProblem, idsOf, SITE, startTestApi, type TestApi, TOKEN, walk } from './support.js';

describe('moderation', () => {
  let api: TestApi;
  before(async () => {
    api = await startTestApi();
  });
  after(() => api.close());

  const headers = { Authorization: `Bearer ${TOKEN}` };
  const queue = (query = '') => api.ask(`/v1/moderation/comments${query}`, { headers });
  const decisions = (id: string) => api.ask(`/v1/moderation/comments/${id}/decisions`, { headers });
  const decide = (id: string, body: unknown) =>
    api.post(`/v1/moderation/comments/${id}/decisions`, body, headers);
  const count = async () => (await api.ask('/v1/comment-counts?stories=101')).json.items[0].count as number;

  it('is for the moderator alone', async () => {
    const path = '/v1/moderation/comments';
    for (const Authorization of [
      '',
      'Bearer',
      'Bearer ',
      `Bearer ${TOKEN}x`,
      'Bearer wrong',
      `Basic ${TOKEN}`,
      TOKEN,
    ]) {
      const none = { Authorization };
      for (const answer of [
        await api.ask(path, { headers: none }),
        await api.ask(`${path}/6/decisions`, { headers: none }),
        await api.post(`${path}/6/decisions`, { decision: 'approve' }, none),
        await api.post(`${path}/6/decisions`, '{', none),
      ]) {
        expectProblem(answer, 401, 'unauthorized');
        assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
      }
    }
    expectProblem(await api.ask(path), 401, 'unauthorized');
    assert.deepEqual((await decisions('6')).json.items, []);
  });

  it('shows what waits, with its story, and never from a cache', async () => {
    const answer = await queue();
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.equal(answer.headers.get('etag'), null);
    assert.deepEqual(answer.json, {
      items: [
        {
          id: '6',
          story: '101',
          headline: 'Harbour opens again',
          author: 'Dee',
          text: 'Waiting.',
          posted: '2026-06-12T10:05:00.000Z',
          status: 'held',
          url: `${SITE}/world/harbour#comment-6`,
        },
      ],
      total: 1,
    });
  });

  it('shows the others by status, page by page, with texts but no e-mail address', async () => {
    const removed = await queue('?status=removed');
    assert.deepEqual(idsOf(removed), ['5', '3']);
    assert.equal(removed.json.items[1].text, 'Something rude.');
    const pages = await walk(
      { ...api, ask: (path) => api.ask(path, { headers }) },
      '/v1/moderation/comments?status=approved&limit=1',
    );
    assert.deepEqual(pages.flatMap(idsOf), ['7', '4', '2', '1']);
    assert.ok(pages.every(({ text, json }) => !text.includes('@') && json.total === 4));
    expectProblem(await queue('?status=spam'), 400, 'validation');
    expectProblem(await queue(`?status=removed&cursor=${pages[0]!.json.next}`), 400, 'validation');
  });

  it('takes decisions, shows them to readers at once, and keeps a record', async () => {
    assert.equal(await count(), 3);
    const { status, json } = await decide('6', { decision: 'approve', note: ' Fine. ' });
    assert.equal(status, 201);
    assert.ok(Math.abs(Date.now() - Date.parse(json.at)) < 60_000);
    assert.deepEqual(json, {
      id: json.id,
      comment: '6',
      decision: 'approve',
      by: 'moderator',
      at: json.at,
      from: 'held',
      to: 'approved',
      note: 'Fine.',
    });
    assert.equal(await count(), 4);
    assert.equal(idsOf(await api.ask('/v1/comments?story=101'))[0], '6');

    for (const [decision, to] of [
      ['hold', 'held'],
      ['reject', 'rejected'],
      ['remove', 'removed'],
    ] as const) {
      await decide('6', { decision });
      assert.equal(await count(), 3);
      assert.ok(idsOf(await queue(`?status=${to}`)).includes('6'), to);
      assert.ok(!idsOf(await api.ask('/v1/comments?story=101')).includes('6'), to);
    }
    const { items } = (await decisions('6')).json as { items: { from: string; to: string; note?: string }[] };
    assert.deepEqual(
      items.map(({ from, to, note }) => [from, to, note]),
      [
        ['held', 'approved', 'Fine.'],
        ['approved', 'held', undefined],
        ['held', 'rejected', undefined],
        ['rejected', 'removed', undefined],
      ],
    );
  });

  it('keeps the place of a comment that was taken down after it was answered', async () => {
    for (const decision of ['remove', 'reject', 'hold']) {
      await decide('1', { decision });
      const { items } = (await api.ask('/v1/comments?story=101&order=oldest')).json;
      assert.deepEqual(
        [items[0].id, items[0].status, items[0].text, items[0].author],
        ['1', 'removed', '', ''],
      );
      assert.ok(!('authorUrl' in items[0]));
    }
    await decide('2', { decision: 'remove' });
    const ids = idsOf(await api.ask('/v1/comments?story=101&order=oldest'));
    assert.deepEqual(ids, ['3', '4'], 'and gives it up with the last answer');
  });

  it('refuses what it does not understand', async () => {
    for (const body of [
      {},
      { decision: 'delete' },
      { decision: ['approve'] },
      { decision: 'approve', by: 'me' },
      '{',
      [],
    ]) {
      expectProblem(await decide('4', body), 400, 'validation');
    }
    expectProblem(await decide('4', { decision: 'approve', note: 'x'.repeat(1001) }), 400, 'validation');
    expectProblem(await decide('four', { decision: 'approve' }), 400, 'validation');
    expectProblem(await decide('999', { decision: 'approve' }), 404, 'not-found');
    expectProblem(await decisions('999'), 404, 'not-found');
    const form = await api.postForm('/v1/moderation/comments/4/decisions', { decision: 'remove' }, headers);
    expectProblem(form, 415, 'unsupported-media-type');
    assert.deepEqual((await decisions('4')).json.items, []);
  });

  it('has a page that runs its own script only and stands in no frame', async () => {
    const page = await fetch(`${api.origin}/moderation`);
    const html = await page.text();
    const policy = page.headers.get('content-security-policy')!;
    assert.equal(page.headers.get('content-type'), 'text/html; charset=utf-8');
    for (const rule of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"]) {
      assert.ok(policy.includes(rule), rule);
    }
    assert.ok(!policy.includes('unsafe'));
    assert.ok(!/<script(?![^>]*src=)|<style|\son\w+=|\sstyle=/.test(html), 'nothing inline');
    assert.ok(!html.includes(TOKEN));
    for (const [, address] of html.matchAll(/(?:src|href)="([^"]+)"/g)) {
      assert.equal((await fetch(api.origin + address)).status, 200, address);
    }
    assert.equal(api.moderationAddress, `${api.origin}/moderation#token=${TOKEN}`);
  });
});
