import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';

// What is in the package. What it does in the hands of others' tools is in consumers.node.test.ts.

const root = fileURLToPath(new URL('../..', import.meta.url));
const json = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), 'utf8')) as T;
const manifest = json<{
  exports: Record<string, string | Record<string, string>>;
  scripts: Record<string, string>;
  'web-types': string;
  customElements: string;
}>('package.json');
let files: string[] = [];
let bytes = 0;

before(() => {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--dry-run', '--ignore-scripts'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  ) as [{ size: number; files: { path: string }[] }];
  bytes = packed.size;
  files = packed.files.map(({ path }) => path);
});

test('the tarball holds what is shipped, and no test, story or source', () => {
  const strange = files.filter(
    (path) =>
      !/^(dist\/|package\.json$|custom-elements\.json$|README\.md$|LICENSE$|THIRD-PARTY-NOTICES\.md$)/.test(
        path,
      ) || /\.(test|stories)\.|(?<!\.d)\.ts$/.test(path),
  );
  assert.deepEqual(strange, []);
  for (const needed of ['dist/standfirst.all.js', 'dist/index.d.ts', 'custom-elements.json', 'LICENSE'])
    assert.ok(files.includes(needed), `${needed} is missing`);
});

test('the tarball has less than 400 kB', () => {
  assert.ok(bytes < 400_000, `${bytes} bytes`);
});

test('every entry names files that are there, one by one', () => {
  const targets = Object.values(manifest.exports).flatMap((target) =>
    typeof target === 'string' ? target : Object.values(target),
  );
  targets.push(manifest['web-types'], `./${manifest.customElements}`);
  assert.deepEqual(
    targets.filter((target) => !files.includes(target.replace('./', ''))),
    [],
  );
});

test('installing it runs nothing', () => {
  assert.deepEqual(
    Object.keys(manifest.scripts).filter((name) => /^(pre|post)?install$|^prepare/.test(name)),
    [],
  );
});

test('the manifest is one', () => {
  const schema = json<object>('node_modules/custom-elements-manifest/schema.json');
  const valid = new Ajv({ strict: false }).compile(schema);
  assert.ok(valid(json('custom-elements.json')), JSON.stringify(valid.errors?.slice(0, 3), null, 2));
});

test('docs/frameworks.md shows what is tried', () => {
  const page = readFileSync(join(root, 'docs/frameworks.md'), 'utf8');
  const snippets = [...page.matchAll(/<!-- (\S+) -->\n+```\w+\n([\s\S]*?)```/g)];
  assert.ok(snippets.length > 6);
  for (const [, file = '', text] of snippets)
    assert.equal(text, readFileSync(join(root, 'test/package/consumers', file), 'utf8'), file);
  // A block without a file is a command, or a setting of an editor or a compiler.
  const blocks = [...page.matchAll(/^```(\w+)$/gm)].filter(([, language]) => !/^(sh|json)$/.test(language!));
  assert.equal(blocks.length, snippets.length);
});
