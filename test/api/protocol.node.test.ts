import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { operations } from '../../demo/api/contract.js';
import { createApi } from '../../demo/api/server.js';
import { CONTENT, expectDocumented, expectProblem, startTestApi, type TestApi } from './support.js';

describe('the protocol', () => {
  let api: TestApi;
  before(async () => {
    api = await startTestApi();
  });
  after(() => api.close());

  const READS = [
    '/v1/stories',
    '/v1/stories/101',
    '/v1/sections',
    '/v1/authors',
    '/v1/tags',
    '/v1/comments?story=101',
    '/v1/comment-counts?stories=101',
    '/v1/openapi.json',
    '/pictures/harbour.svg',
  ];

  it('has a handler for every operation of the description', async () => {
    for (const { method, path, id } of operations) {
      const address = api.origin + path.replace('{id}', '101').replace('{file}', 'harbour.svg');
      const { status } = await fetch(address, { method: method.toUpperCase() });
      assert.ok(status < 500 && status !== 405, `${id}: ${status}`);
    }
  });

  it('answers its own description, with its own address', async () => {
    const { json } = await api.ask('/v1/openapi.json');
    assert.match(json.openapi, /^3\.1\./);
    assert.deepEqual(json.servers, [{ url: api.origin }]);
  });

  it('is healthy', async () => {
    const { json, headers } = await api.ask('/health');
    assert.deepEqual(json, { status: 'ok' });
    assert.equal(headers.get('cache-control'), 'no-store');
  });

  for (const path of READS) {
    it(`answers ${path} again only when it has changed`, async () => {
      const first = await api.ask(path);
      const tag = first.headers.get('etag')!;
      assert.match(tag, /^"[0-9a-f]{64}"$/);
      for (const known of [tag, `"other", ${tag}`, `W/${tag}`, '*']) {
        const again = await api.ask(path, { headers: { 'If-None-Match': known } });
        assert.equal(again.status, 304, known);
        for (const name of ['etag', 'cache-control', 'access-control-allow-origin', 'link']) {
          assert.equal(again.headers.get(name), first.headers.get(name), name);
        }
      }
      assert.equal((await api.ask(path, { headers: { 'If-None-Match': '"other"' } })).status, 200);
    });
  }

  it('gives a new tag to a list that changed', async () => {
    const path = '/v1/comments?story=105';
    const { headers } = await api.ask(path);
    const comment = { story: '105', name: 'Ines', email: 'ines@example.org', text: 'Yes.' };
    assert.equal((await api.post('/v1/comments', comment)).status, 201);
    const again = await api.ask(path, { headers: { 'If-None-Match': headers.get('etag')! } });
    assert.equal(again.status, 200);
    assert.equal(again.json.total, 1);
  });

  it('says how long each answer may be kept', async () => {
    for (const [path, expected] of [
      ['/v1/stories', 'public, max-age=30, stale-while-revalidate=60'],
      ['/v1/stories/101', 'public, max-age=30, stale-while-revalidate=60'],
      ['/v1/comments?story=101', 'no-cache'],
      ['/v1/comment-counts?stories=101', 'no-cache'],
      ['/pictures/harbour.svg', 'public, max-age=604800'],
    ] as const) {
      const { headers } = await api.ask(path);
      assert.equal(headers.get('cache-control'), expected, path);
      // One answer for everybody: nothing to vary by, so shared caches keep one copy.
      assert.equal(headers.get('vary'), null, path);
    }
  });

  it('lets any origin read, without credentials, and see what it needs', async () => {
    const { headers } = await api.ask('/v1/stories', { headers: { Origin: 'https://paper.example' } });
    assert.equal(headers.get('access-control-allow-origin'), '*');
    assert.equal(headers.get('access-control-allow-credentials'), null);
    assert.equal(headers.get('access-control-expose-headers'), 'Retry-After,ETag,Link');
  });

  const preflight = (path: string, asked: string) =>
    fetch(api.origin + path, {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://paper.example',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': asked,
      },
    });

  it('lets any origin comment with a key, after one question in two hours', async () => {
    const { status, headers } = await preflight('/v1/comments', 'content-type,idempotency-key');
    assert.equal(status, 204);
    assert.equal(headers.get('access-control-allow-origin'), '*');
    assert.equal(headers.get('access-control-allow-headers'), 'Content-Type,Idempotency-Key');
    assert.match(headers.get('access-control-allow-methods')!, /\bPOST\b/);
    assert.equal(headers.get('access-control-max-age'), '7200');
  });

  it('lets no other origin moderate', async () => {
    const { headers } = await preflight('/v1/moderation/comments/1/decisions', 'authorization');
    assert.ok(!/authorization/i.test(headers.get('access-control-allow-headers') ?? ''));
  });

  it('answers HEAD as GET, without the body', async () => {
    const { status, headers } = await fetch(`${api.origin}/v1/stories`, { method: 'HEAD' });
    assert.equal(status, 200);
    assert.equal(headers.get('etag'), (await api.ask('/v1/stories')).headers.get('etag'));
  });

  /** An answer that the description says nothing about, by the very path that was asked for. */
  async function rawAnswer(method: string, path: string) {
    const { port } = new URL(api.origin);
    const [status, headers, text] = await new Promise<[number, Headers, string]>((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, method, path }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve([
            response.statusCode!,
            new Headers(response.headers as Record<string, string>),
            String(Buffer.concat(chunks)),
          ]),
        );
      });
      asked.on('error', reject).end();
    });
    return { status, headers, text, json: JSON.parse(text) as never };
  }

  it('says that there is nothing', async () => {
    for (const path of ['/', '/v1', '/v1/', '/v1/story', '/v1/stories/', '/v1/stories/101/', '/v2/stories']) {
      expectProblem(await rawAnswer('GET', path), 404, 'not-found');
    }
  });

  it('says which methods there are', async () => {
    for (const [method, path, allow] of [
      ['DELETE', '/v1/comments', 'GET, HEAD, POST, OPTIONS'],
      ['POST', '/v1/stories', 'GET, HEAD, OPTIONS'],
      ['PUT', '/v1/stories/101', 'GET, HEAD, OPTIONS'],
      ['PATCH', '/v1/moderation/comments/1/decisions', 'GET, HEAD, POST, OPTIONS'],
    ] as const) {
      const answer = await rawAnswer(method, path);
      expectProblem(answer, 405, 'method-not-allowed');
      assert.equal(answer.headers.get('allow'), allow);
    }
  });

  it('refuses an unknown parameter everywhere', async () => {
    for (const path of [...READS, '/health']) {
      const fields = expectProblem(
        await api.ask(`${path}${path.includes('?') ? '&' : '?'}colour=red`),
        400,
        'validation',
      );
      assert.deepEqual(fields, ['colour']);
    }
  });

  it('serves pictures as what they are', async () => {
    const { headers, text } = await api.ask('/pictures/harbour.svg');
    assert.equal(headers.get('content-type'), 'image/svg+xml; charset=utf-8');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('content-security-policy'), "default-src 'none'; style-src 'unsafe-inline'");
    assert.equal(text, readFileSync(`${CONTENT}/pictures/harbour.svg`, 'utf8'));
  });

  it('serves nothing but pictures, and from nowhere else', async () => {
    for (const path of [
      '/pictures/../authors.yaml',
      '/pictures/..%2fauthors.yaml',
      '/pictures/%2e%2e/authors.yaml',
      '/pictures/..%5cauthors.yaml',
      '/pictures/%252e%252e%252fauthors.yaml',
      '/pictures//etc/hostname',
      '/pictures/harbour.svg%00.png',
      '/pictures/.hidden.svg',
      '/pictures/notes.txt',
      '/pictures/none.svg',
      '/pictures/%ff.svg',
      '/pictures/',
    ]) {
      const { status, text } = await rawAnswer('GET', path);
      assert.ok(status === 404 || status === 400, `${path}: ${status}`);
      assert.ok(!text.includes('Ada Reyes'), path);
    }
  });

  it('marks every answer as what it says it is', async () => {
    for (const path of [...READS, '/nowhere', '/moderation', '/pages.css']) {
      assert.equal((await fetch(api.origin + path)).headers.get('x-content-type-options'), 'nosniff', path);
    }
  });
});

describe('a fault of the server', () => {
  it('is logged, and answered without a word about what broke', async (t) => {
    const log = t.mock.method(console, 'error', () => {});
    const fault = new Error('relation "secrets" does not exist');
    const app = createApi({
      database: {
        query: () => Promise.reject(fault),
        transaction: () => Promise.reject(fault),
        close: () => Promise.resolve(),
      },
      siteOrigin: 'https://news.example',
      publicOrigin: 'https://api.news.example',
      pictures: '/nowhere',
      moderationToken: 'token',
    });
    const response = await app.request('/health');
    const text = await response.text();
    assert.equal(response.status, 500);
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    assert.equal((JSON.parse(text) as { type: string }).type, '/problems/internal');
    assert.ok(!text.includes('secrets'));
    assert.deepEqual(log.mock.calls[0]!.arguments, [fault]);
  });
});

describe('expectDocumented', () => {
  const answer = (path: string, status: number, body: unknown, type = 'application/json') => {
    const response = new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type } });
    Object.defineProperty(response, 'url', { value: `http://localhost${path}` });
    return expectDocumented(response, 'GET');
  };
  const story = { id: '1', url: 'https://news.example/a/b', headline: 'A' };

  it('passes what is documented', async () => {
    await answer('/v1/stories', 200, { items: [story], total: 1 });
    await answer('/v1/stories/1', 200, { ...story, body: '<p>B</p>' });
  });

  it('fails on everything else', async () => {
    for (const [path, status, body, type] of [
      ['/v1/nothing', 200, {}],
      ['/v1/stories', 201, { items: [], total: 0 }],
      ['/v1/stories', 200, { items: [], total: 0 }, 'text/html'],
      ['/v1/stories', 200, { items: [] }],
      ['/v1/stories', 200, { items: [], total: 0, extra: 1 }],
      ['/v1/stories', 200, { items: [{ ...story, extra: 1 }], total: 1 }],
      ['/v1/stories', 200, { items: [{ ...story, kicker: null }], total: 1 }],
      ['/v1/stories', 200, { items: [{ ...story, picture: { src: 'harbour.svg' } }], total: 1 }],
      ['/v1/stories', 200, { items: [{ ...story, published: '2026-06-12 09:30' }], total: 1 }],
      ['/v1/stories/1', 200, story],
    ] as const) {
      const given = answer(path, status, body, type);
      await assert.rejects(given, assert.AssertionError, JSON.stringify([path, status, body]));
    }
  });
});
