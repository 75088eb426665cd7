import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

// The package as somebody installs it: packed, unpacked into a folder of their own, beside its dependencies.

const root = fileURLToPath(new URL('../..', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: Record<string, string | { types: string; default: string }>;
  dependencies: Record<string, string>;
  bin: { standfirst: string };
};
let consumer = '';
let files: string[] = [];
let bytes = 0;

before(() => {
  consumer = mkdtempSync(join(tmpdir(), 'standfirst-consumer-'));
  const modules = join(consumer, 'node_modules');
  mkdirSync(join(modules, 'standfirst'), { recursive: true });
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', consumer], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  ) as [{ filename: string; size: number; files: { path: string }[] }];
  bytes = packed.size;
  files = packed.files.map(({ path }) => path);
  execFileSync('tar', [
    '-xzf',
    join(consumer, packed.filename),
    '--strip-components=1',
    '-C',
    join(modules, 'standfirst'),
  ]);
  for (const name of [
    'lit',
    '@lit',
    'lit-html',
    'lit-element',
    '@lit-labs',
    '@types/trusted-types',
    'parse5',
    'entities',
  ])
    symlink(join(root, 'node_modules', name), join(modules, name));
  writeFileSync(join(consumer, 'package.json'), '{ "type": "module", "private": true }');
});

after(() => rmSync(consumer, { recursive: true }));

function symlink(from: string, to: string): void {
  mkdirSync(resolve(to, '..'), { recursive: true });
  symlinkSync(from, to);
}

const run = (code: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: consumer, encoding: 'utf8' });

const entries = Object.entries(manifest.exports)
  .filter(([, target]) => typeof target === 'object')
  .map(([path]) => `standfirst${path.slice(1)}`);

test('every entry can be imported in Node', () => {
  const code = entries.map((entry) => `await import('${entry}');`).join('\n');
  assert.equal(run(`${code} console.log('all there')`).trim(), 'all there');
});

test('a class entry registers nothing, a definition registers its tag', () => {
  const code = `
    await import('lit');
    await import('standfirst');
    const before = customElements.get('news-byline');
    await import('standfirst/define/byline');
    console.log(before, customElements.get('news-byline').name);`;
  assert.equal(run(code).trim(), 'undefined NewsByline');
});

test('the tarball holds what is shipped, and no test, story or source', () => {
  const strange = files.filter(
    (path) =>
      !/^(dist\/|package\.json$|custom-elements\.json$|README\.md$|LICENSE$|THIRD-PARTY-NOTICES\.md$)/.test(
        path,
      ) || /\.(test|stories)\./.test(path),
  );
  assert.deepEqual(strange, []);
  for (const needed of ['dist/standfirst.all.js', 'dist/index.d.ts', 'custom-elements.json', 'LICENSE'])
    assert.ok(files.includes(needed), `${needed} is missing`);
});

test('the tarball has less than 400 kB', () => {
  assert.ok(bytes < 400_000, `${bytes} bytes`);
});

test('the command runs as it was installed', () => {
  const command = join(consumer, 'node_modules/standfirst', manifest.bin.standfirst);
  assert.match(execFileSync(process.execPath, [command, '--help'], { encoding: 'utf8' }), /standfirst check/);
});

test('types are there for a strict consumer', () => {
  writeFileSync(
    join(consumer, 'use.ts'),
    `import 'standfirst/define';
     import { NewsArticleCard, type Story } from 'standfirst';
     const story: Story = { id: '1', url: 'https://example.org/1', headline: 'One' };
     const card = document.createElement('news-article-card');
     card.data = story;
     card.addEventListener('news-navigate', (event) => console.log(event.url, event.position));
     export const made: NewsArticleCard = card;`,
  );
  writeFileSync(
    join(consumer, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        target: 'ES2022',
        module: 'ESNext',
        moduleResolution: 'bundler',
        lib: ['ES2023', 'DOM', 'DOM.Iterable'],
        types: [],
        strict: true,
        skipLibCheck: false,
        noEmit: true,
      },
      files: ['use.ts'],
    }),
  );
  execFileSync(process.execPath, [join(root, 'node_modules/typescript-7/bin/tsc'), '-p', consumer], {
    encoding: 'utf8',
  });
});
