import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { RenderOptions } from '../../src/server/index.js';
import { atTheEnd, bundle, contentApi, open, seenOn, serve, withoutScript } from './support.js';

// The examples import the package by its name: that is what was built.
const root = fileURLToPath(new URL('../..', import.meta.url));
if (!existsSync(join(root, 'dist/server/index.js')))
  execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'ignore', shell: process.platform === 'win32' });
const modules = bundle({ hydrate: 'dist/hydrate.js', define: 'dist/define.js' });

const folder = mkdtempSync(join(tmpdir(), 'standfirst-examples-'));
atTheEnd(() => rmSync(folder, { recursive: true, force: true }));

interface Listener {
  emit?(event: 'request', request: IncomingMessage, response: ServerResponse): unknown;
}
type Site = (page: string, options: RenderOptions) => Listener & ((...given: unknown[]) => unknown);

for (const name of ['node', 'express'])
  it(`${name}: renders the elements, and the browser takes them over without a word`, async () => {
    const api = await contentApi();
    const page = join(folder, `${name}.html`);
    writeFileSync(
      page,
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>The Truth</title>
<script type="module">import "/hydrate.js"; import "/define.js";</script>
<h1>The Truth</h1>
<news-article-card story="1"><a href="/world">More from World</a></news-article-card>
<news-related-stories from="latest"></news-related-stories>`,
    );
    const example = (await import(new URL(`examples/${name}.js`, import.meta.url).href)) as { site: Site };
    const site = example.site(page, { api: api.address });
    const address = await serve(async (request, response) => {
      const file = (await modules).find(([path]) => path === request.url)?.[1];
      if (request.url === '/favicon.ico') return response.writeHead(204).end();
      if (file) return response.setHeader('Content-Type', 'text/javascript').end(file.contents);
      return name === 'node' ? site.emit?.('request', request, response) : site(request, response);
    });
    const plain = await open(address, withoutScript);
    assert.match(await seenOn(plain), /heading "Story number 1 of[^]*heading "Story number 4 of/);
    api.asked.length = 0;
    const scripted = await open(address);
    assert.equal(await seenOn(scripted), await seenOn(plain));
    assert.equal(api.asked.length, 2);
    assert.deepEqual([scripted.said, await scripted.shift(), await scripted.renewed()], [[], 0, []]);
  });

it('the docs show what is tried here', () => {
  const here = fileURLToPath(new URL('examples', import.meta.url));
  const tried = readdirSync(here, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(m?js|jsx|astro)$/.test(name) && !name.includes('node_modules'))
    .map((name) => readFileSync(join(here, name), 'utf8').replace(/\s+/g, ' '));
  const docs = readFileSync(join(root, 'docs/server-rendering.md'), 'utf8');
  const shown = [...docs.matchAll(/```jsx?\n([^]*?)```/g)].map(([, code = '']) =>
    code
      .replace(/^\/\/ .*\n/, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  assert.equal(shown.length, 7);
  for (const code of shown)
    assert.ok(
      tried.some((one) => one.includes(code)),
      code,
    );
});
