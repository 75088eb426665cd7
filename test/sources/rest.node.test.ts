import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { storyRef } from '../../src/kit/refs.js';
import { address } from '../../src/content/request.js';
import rest from '../../src/sources/rest.js';
import type { Ask } from '../../src/sources/source.js';
import { SITE, startTestApi, type TestApi } from '../api/support.js';

/** The source and the server, each held to the description by tests of its own, speak to each other. */
describe('the source of the publisher’s own API, with the demo’s server', () => {
  let api: TestApi;
  let ask: Ask;
  before(async () => {
    api = await startTestApi();
    const base = `${api.origin}/v1`;
    const read = async (path: string, init: RequestInit = {}) => {
      const { json: data, headers, status, text } = await api.ask(path.replace(api.origin, ''), init);
      assert.ok(status < 300, text);
      return { data: data as unknown, headers };
    };
    ask = {
      api: base,
      apiKey: undefined,
      own: false,
      text: () => Promise.reject(new Error('not asked for')),
      submit: () => Promise.reject(new Error('not asked for')),
      once: (_key, load) => load(ask),
      get: (path, params) => read(address(base, path, params)),
      post: (path, body, headers) =>
        read(address(base, path), {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', ...headers },
          body: JSON.stringify(body),
        }),
    };
  });
  after(() => api.close());

  const discussion = async (more: object = {}) =>
    rest.comments!({ story: `${SITE}/world/harbour`, order: 'newest', limit: 1, ...more }, ask);
  const idsOf = (page: { readonly items: readonly { readonly id: string }[] }) =>
    page.items.map(({ id }) => id).join(' ');

  it('reads whole stories by every kind of reference', async () => {
    const refs = ['104', 'tram', `${SITE}/world/harbour`, '999'].map(storyRef);
    const [election, tram, harbour, none] = await rest.stories(refs, 'whole', ask);
    assert.deepEqual([election?.id, tram?.id, harbour?.id, none], ['104', '103', '101', undefined]);
    assert.match(harbour!.body!, /crane moved first/);
    assert.equal(harbour!.corrections!.length, 1);
    const [teaser] = await rest.stories(refs, 'teaser', ask);
    assert.equal(teaser!.body, undefined);
    assert.equal(teaser!.commentCount, 0);
  });

  it('searches', async () => {
    assert.equal(idsOf(await rest.list({ from: 'search', of: 'east-qu', limit: 4 }, ask)), '101');
  });

  it('reads a discussion by threads, to its end, and one thread alone', async () => {
    const first = await discussion();
    const second = await discussion({ cursor: first.next });
    assert.deepEqual([idsOf(first), idsOf(second), second.next, second.total], ['3 4', '1 2', undefined, 3]);
    assert.deepEqual(
      first.items.map(({ status }) => status),
      ['removed', 'approved'],
    );
    assert.equal(idsOf(await discussion({ order: 'oldest', limit: 9 })), '1 2 3 4');
    assert.equal(idsOf(await discussion({ thread: '2' })), '1 2');
  });

  it('posts once, with all that keeps robots out, and tells the moderators', async () => {
    const sent = {
      story: 'harbour',
      parent: '2',
      name: 'Ines',
      email: 'ines@example.org',
      text: 'So it is.',
    };
    const stored = await rest.postComment!({ ...sent, seconds: 20, challenge: { token: 'a' } }, 'key', ask);
    assert.ok(stored);
    const again = await rest.postComment!({ ...sent, seconds: 45, challenge: { token: 'b' } }, 'key', ask);
    assert.deepEqual(again, stored);
    assert.deepEqual([stored.status, stored.parent, stored.text], ['approved', '2', 'So it is.']);
    assert.equal(idsOf(await discussion({ thread: stored.id })), `1 2 ${stored.id}`);
    await rest.reportComment!(stored.id, ask);
    const told = await api.database.query('select from reports where comment = $1::bigint', [stored.id]);
    assert.equal(told.length, 1);
    await assert.rejects(rest.postComment!({ ...sent, trap: 'x' }, 'other', ask), /spam/);
  });
});
