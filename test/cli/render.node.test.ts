import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { contentApi, open, seenOn, serveSite, story, withoutScript } from '../server/support.js';

const folder = mkdtempSync(join(tmpdir(), 'standfirst-render-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

interface Ended {
  readonly code: number;
  readonly out: Buffer;
  readonly err: string;
}

/** The command, as it is run from a shell. */
async function run(words: readonly string[], input: string | Uint8Array = ''): Promise<Ended> {
  const command = fileURLToPath(new URL('../../src/cli/standfirst.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', command, 'render', ...words]);
  child.stdin.on('error', () => undefined).end(input);
  const ended = new Promise<number>((done) => child.on('close', (code) => done(code ?? -1)));
  const [out, err, code] = await Promise.all([buffer(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}

const card = '<news-article-card story="1"><a href="/">Fallback</a></news-article-card>';

describe('standfirst render', () => {
  it('writes a page that looks and reads the same without script and with it', async () => {
    const api = await contentApi();
    api.stories[0] = {
      ...story(1),
      body: '<p>The crane moved first.</p><h2>Then the rest</h2><p>Boats.</p>',
    };
    const page = file(
      'page.html',
      `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="news-api" content="${api.address}">
<link rel="canonical" href="https://news.example/story-1">
<script type="module">import "/hydrate.js"; import "/define.js";</script>
<news-article></news-article>${card}<news-related-stories></news-related-stories><news-comments></news-comments>`,
    );
    const out = join(folder, 'out.html');
    assert.deepEqual(await run([page, '-o', out]), { code: 0, out: Buffer.from(''), err: '' });
    api.asked.length = 0;
    const site = await serveSite(readFileSync(out, 'utf8'));
    const [plain, scripted] = [await open(site, withoutScript), await open(site)];
    assert.match(await seenOn(plain), /The crane moved first[^]*Words of number 4/);
    assert.equal(await seenOn(scripted), await seenOn(plain));
    // Before the pictures: for one of the whole page the window grows, and that moves what is in it.
    assert.equal(await scripted.shift(), 0);
    const shots = [
      await plain.page.screenshot({ fullPage: true }),
      await scripted.page.screenshot({ fullPage: true }),
    ];
    assert.ok(shots[0]!.equals(shots[1]!), 'the same picture');
    assert.deepEqual([api.asked, scripted.said, await scripted.renewed()], [[], [], []]);
  });

  it('takes the page from stdin, and what it does not name from the command line', async () => {
    const api = await contentApi();
    const { code, out, err } = await run(['--api', api.address, '--source', 'rest', '--nonce', 'n0'], card);
    assert.deepEqual([code, err], [0, '']);
    assert.match(
      String(out),
      /^<news-article-card story="1"><template shadowrootmode="open"><style data-news="0" nonce="n0">/,
    );
  });

  it('ends with 1 when something was left as it was, says what, and writes the page', async () => {
    const api = await contentApi();
    api.before = () => new Promise(() => undefined);
    const { code, out, err } = await run([file('late.html', card), '--api', api.address, '--timeout', '50']);
    assert.equal(code, 1);
    assert.ok(String(out).startsWith(card));
    assert.equal(err, 'NEWS-TIMEOUT: <news-article-card> is left as it was: no answer within 0.05 seconds\n');
  });

  it('writes what it cannot read as it came', async () => {
    const page = Buffer.from(`<p>é</p>${card}`, 'latin1');
    const { code, out, err } = await run(['-'], page);
    assert.equal(code, 1);
    assert.ok(out.equals(page));
    assert.match(err, /^NEWS-PAGE: a page that is not UTF-8 is left as it is\n$/);
  });

  it('ends with 2 when it is called wrongly, or a file cannot be read or written', async () => {
    const page = file('page2.html', card);
    for (const words of [
      [page, page],
      [page, '--api', 'news.example'],
      [page, '--url', 'ftp://news.example'],
      [page, '--source', 'rest'],
      [page, '--api', 'https://a.example', '--source', 'constructor'],
      [page, '--timeout', '0'],
      [page, '--colour'],
    ]) {
      const { code, out, err } = await run(words);
      assert.deepEqual([code, String(out)], [2, ''], words.join(' '));
      assert.match(err, /^.+\n\nstandfirst render /, words.join(' '));
    }
    for (const words of [[join(folder, 'none.html')], [page, '-o', join(folder, 'none', 'out.html')]]) {
      const { code, out, err } = await run(words);
      assert.deepEqual([code, String(out)], [2, ''], words.join(' '));
      assert.match(err, /^[^\n]*ENOENT[^\n]*\n$/m);
    }
  });

  it('says what it can', async () => {
    const { code, out } = await run(['--help']);
    assert.equal(code, 0);
    assert.match(String(out), /^standfirst render \[PAGE\.html\]/);
  });
});
