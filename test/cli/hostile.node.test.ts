import assert from 'node:assert/strict';
import { createServer as createTls } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createServer as createRaw } from 'node:net';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { check } from '../../src/cli/check.js';
import { printed } from '../../src/cli/print.js';
import { cert, key } from './certificate.js';
import { atTheEnd, html, json, look, run, said, serve, serving, type Answer } from './support.js';

/** What a terminal would take for an order, and what turns a line round. */
const orders = /[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;

describe('a server that means no good', () => {
  it('answers without an end', async () => {
    const origin = await serve(({ response }) => {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', more);
      more();
      return undefined;
    });
    assert.match(
      await look('reachable', origin),
      /^failure: .*it answers more than 20 MB → Let it answer with fewer/,
    );
  });

  it('does not answer, or drop by drop', async () => {
    const began = performance.now();
    const silent = await serve(() => undefined);
    const dripping = await serve(({ response }) => {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      const timer = setInterval(() => response.write(' '), 100);
      response.on('close', () => clearInterval(timer));
      return undefined;
    });
    for (const said of await Promise.all([look('reachable', silent), look('reachable', dripping)]))
      assert.match(said, /^failure: .* did not answer within 8 seconds → Find out what the server waits for/);
    assert.ok(performance.now() - began < 12_000);
  });

  it('hangs up', async () => {
    const origin = await serve(({ response }) => void response.socket?.destroy());
    assert.match(await look('reachable', origin), /^failure: .*the server hung up → /);
    const cut = await serve(({ response }) => {
      response.writeHead(200, { 'Content-Length': '1000' });
      response.write('half', () => response.socket?.destroy());
      return undefined;
    });
    assert.match(await look('reachable', cut), /^failure: .*the server hung up → /);
  });

  it('speaks no HTTP', async () => {
    const raw = createRaw((socket) => socket.on('error', () => {}).end('SSH-2.0-\u001b[31mOpenSSH\r\n'));
    await new Promise<void>((listening) => raw.listen(0, '127.0.0.1', listening));
    atTheEnd(() => raw.close());
    const { port } = raw.address() as AddressInfo;
    assert.match(
      await look('reachable', `http://127.0.0.1:${port}/`),
      /^failure: .* could not be read: .+ → /,
    );
    assert.match(
      await look('reachable', `https://127.0.0.1:${port}/`),
      /^failure: .*it speaks no TLS there → Serve it by https/,
    );
  });

  it('has signed its certificate itself', async () => {
    const tls = createTls({ key, cert }, (_request, response) => response.end());
    await new Promise<void>((listening) => tls.listen(0, '127.0.0.1', listening));
    atTheEnd(() => tls.close());
    const { port } = tls.address() as AddressInfo;
    assert.match(
      await look('reachable', `https://127.0.0.1:${port}/`),
      /^failure: .*signed by itself, which no browser trusts → Take a certificate/,
    );
  });

  it('has HTML without a head, and tags in the wrong places', async () => {
    const api = await serving(json({ items: [{ id: '1', url: 'https://a.example', headline: 'One' }] }));
    for (const page of [
      `<news-search api="${api}">`,
      `</body></html><table><news-search api='${api}'><svg><script src=x></svg>`,
      `<frameset></frameset><p><base href="javascript:1"><news-search api=${api}>`,
    ]) {
      const report = await check({ target: await serving(html(page)) });
      if (page.includes('frameset')) assert.match(said(report, 'source'), /^failure/);
      else assert.match(said(report, 'stories'), /^ok: “One”/, page);
    }
  });

  it('answers what takes a careless expression for ever', { timeout: 60_000 }, async () => {
    const comments = await serving({ ...json({}), body: `${'<!---->'.repeat(60)}{}` });
    assert.match(await look('stories', comments), /^failure: .*instead of JSON/);
    const items = '<item></item >'.repeat(200_000);
    const feed = await serving({ headers: { 'Content-Type': 'text/xml' }, body: `<rss>${items}</rss>` });
    assert.match(await look('stories', `${feed}/rss`), /the first of 200000;/);
  });

  it('nests its page deep', async () => {
    const origin = await serving(html('<div>'.repeat(200_000)));
    assert.match(await look('source', origin), /^failure: the page names no content API/);
  });

  it('gives orders to the terminal', async () => {
    const words = '\u001b]0;owned\u0007\u001b[2J\u009b31m\u202eBoats\r\nfailure  all is lost';
    const story = { id: '1', url: 'https://a.example', headline: words };
    const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'max-age=60' };
    for (const answer of [
      json({ items: [story] }),
      { status: 403, headers, body: JSON.stringify({ message: words, detail: words }) },
      { headers: { 'Content-Type': 'text/html' }, body: `<${words} api="x"><news-search api="${words}">` },
    ] satisfies Answer[]) {
      const origin = await serving(answer);
      const report = await check({ target: origin });
      assert.doesNotMatch(printed(report, false), orders);
      assert.ok(report.findings.every(({ text }) => !text.includes('\n')));
    }
  });

  it('gives orders in what a source warns of', async () => {
    const items = [{ id: '1', url: 'https://a.example', headline: 'One' }, { id: '\u001b[2J' }];
    const { code, stdout, stderr } = await run('check', await serving(json({ items })));
    assert.equal(code, 0, stdout);
    assert.match(stderr, /^NEWS-SHAPE: 1 of 2 stories/);
    assert.doesNotMatch(stdout + stderr, orders);
  });
});

describe('whatever a server answers', () => {
  const bytes = fc.uint8Array({ maxLength: 400 });
  const pieces = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        ...[
          '<rss>',
          '<feed>',
          '</feed>',
          '<entry>',
          '<title>',
          '<![CDATA[',
          ']]>',
          '<!--',
          '<?xml',
          '&',
          '"',
          '\u001b[',
        ],
        ...[
          '<link rel="https://api.w.org/" href="',
          '<script src="standfirst" data-api="',
          '<template>',
          '<news-x api=',
        ],
        ...[
          '<meta http-equiv="Content-Security-Policy" content="',
          'http://',
          '{"items":[',
          '{"id":1,"headline":',
          ']}',
        ],
      ),
    ),
  );
  const body = fc.oneof(
    bytes,
    pieces.map((some) => Buffer.from(some.join(''))),
    fc.json().map((text) => Buffer.from(text)),
  );
  const value = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'abc*,;:=/ \'"-\t\x80\xff') }),
    fc.constantFrom(
      '*',
      'text/html',
      'text/html; charset=klingon',
      'application/json',
      'null',
      "default-src 'none'",
    ),
  );
  const headers = fc.dictionary(
    fc.constantFrom(
      ...[
        'Content-Type',
        'Content-Security-Policy',
        'Access-Control-Allow-Origin',
        'Vary',
        'Cache-Control',
        'Allow',
      ],
      ...['Access-Control-Allow-Headers', 'Location', 'Content-Encoding', 'ETag'],
    ),
    value,
    { noNullPrototype: true },
  );
  const status = fc.constantFrom(200, 200, 200, 204, 301, 304, 401, 404, 405, 500);
  const path = fc.constantFrom(
    '/',
    '/wp-json',
    '/?rest_route=/',
    '/feed/',
    '/feed.json',
    '/ghost/api/content',
    '/v1',
  );

  it('the check ends, with findings that stand in one line and remedies where they are due', async () => {
    let answer: Answer = {};
    const origin = await serve(({ method }) => (method === 'GET' ? answer : { ...answer, body: '' }));
    await fc.assert(
      fc.asyncProperty(path, status, headers, body, async (where, code, all, content) => {
        answer = { status: code, headers: all, body: content };
        const report = await check({ target: origin + where, apiKey: 'a' });
        assert.ok(report.findings.length > 0);
        for (const { mark, text, remedy } of report.findings) {
          assert.ok(text);
          assert.equal(mark === 'ok', remedy === undefined);
        }
        assert.doesNotMatch(printed(report, false), orders);
        assert.equal(report.ok, !printed(report, false).includes('\nfailure '));
      }),
      { numRuns: 400 },
    );
  });
});
