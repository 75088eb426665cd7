/** What `npm run build` makes for CDNs: few files by fixed names, each with the hash that the command prints for it. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const chunks = readdirSync(`${dist}chunks`);
const words = readdirSync(`${dist}words`);
const read = (file: string): string => readFileSync(dist + file, 'utf8');
const elements = readdirSync(`${dist}elements`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Files that a module imports before it runs. */
const imports = (file: string): string[] =>
  [...read(file).matchAll(/(?:^|[;}\n])(?:im|ex)port\b[^;"']*["']\.\/([\w-]+)\.js["']/g)].map(
    ([, name]) => name!,
  );

test('each element and each kind of API is a chunk by its own name, without a hash', () => {
  for (const name of [...elements, 'core', 'rest', 'wordpress', 'ghost', 'feed'])
    assert.ok(chunks.includes(`${name}.js`), name);
  assert.deepEqual(
    chunks.filter((name) => !/^[a-z]+(-[a-z]+)*\.js$/.test(name)),
    [],
  );
});

test('each chunk finds what it names, in itself and in the others', async () => {
  const { errors } = await build({
    entryPoints: chunks.map((name) => `${dist}chunks/${name}`),
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: '/',
    write: false,
    logLevel: 'silent',
  }).catch((failure: unknown) => failure as { errors: { text: string }[] });
  assert.deepEqual(
    errors.map(({ text }) => text),
    [],
  );
});

test('an element is three requests at most: its chunk, the core, and one more, which nobody waits for', () => {
  assert.deepEqual(imports('chunks/core.js'), []);
  for (const name of elements) {
    const needed = imports(`chunks/${name}.js`).filter((one) => one !== 'core');
    assert.ok(needed.length <= 1, `${name}: ${needed.join()}`);
    for (const one of needed) assert.deepEqual(imports(`chunks/${one}.js`), ['core'], one);
    const known = [`news-${name}`, name, ...needed].map((one) => JSON.stringify(one)).join();
    assert.ok(read('standfirst.js').includes(`[${known}]`), known);
  }
});

test('all code of ours is in them that is in the one file', () => {
  const sentence = 'Your comment is posted.';
  assert.ok(read('standfirst.all.js').includes(sentence));
  assert.ok(chunks.some((name) => read(`chunks/${name}`).includes(sentence)));
});

test('the command prints the hashes of the files, and of the import map', () => {
  const base = 'https://cdn.example/standfirst@0.1.0/dist';
  const text = execFileSync(process.execPath, [`${dist}cli/standfirst.js`, 'integrity', base], {
    encoding: 'utf8',
  });
  const hash = (of: string, algorithm: string): string =>
    `${algorithm}-${createHash(algorithm).update(of).digest('base64')}`;
  const [, map = ''] = /<script type="importmap">(.*)<\/script>/.exec(text) ?? [];
  const { integrity } = JSON.parse(map) as { integrity: Record<string, string> };
  assert.deepEqual(
    integrity,
    Object.fromEntries(
      [...chunks.map((name) => `chunks/${name}`), ...words.map((name) => `words/${name}`)].map((file) => [
        `${base}/${file}`,
        hash(read(file), 'sha384'),
      ]),
    ),
  );
  const tagged = [...text.matchAll(/(?:src|href)="([^"]*)" integrity="([^"]*)" crossorigin/g)];
  assert.deepEqual(
    tagged.map(([, url, integrity]) => [url, integrity]),
    ['standfirst.all.js', 'standfirst.js', 'reserve.css', 'cloak.css'].map((file) => [
      `${base}/${file}`,
      hash(read(file), 'sha384'),
    ]),
  );
  assert.ok(text.includes(`'${hash(map, 'sha256')}'`));
});

test('the command says how it is called, and prints no hashes for an address that is none', () => {
  for (const words of [['integrity'], ['integrity', 'cdn.example']])
    assert.throws(
      () => execFileSync(process.execPath, [`${dist}cli/standfirst.js`, ...words], { stdio: 'pipe' }),
      ({ status, stderr }: { status: number; stderr: Buffer }) =>
        status === 2 && String(stderr).includes('standfirst integrity https://'),
    );
});
