import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { launch } from '../e2e/support.js';

// The package as others build with it: packed, installed from the tarball into a folder of their own, type-checked and
// bundled by their tools, and what was built is opened in a browser. CONSUMERS=all: the whole matrix.

const root = fileURLToPath(new URL('../..', import.meta.url));
const all = process.env.CONSUMERS === 'all';
/** CI has two cores. */
const together = { concurrency: 2 };
const more = { skip: all ? false : 'npm run test:consumers -- --all' };

interface Manifest {
  modules: { declarations: Declaration[] }[];
}
interface Declaration {
  name: string;
  tagName?: string;
  members?: { kind: string; name: string; type?: { text: string } }[];
  events?: { name: string; type: { text: string } }[];
}
const json = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

/** The consumers' folder: node_modules with the tarball and the tools in it, beside the projects. */
let home = '';
let tarball = '';

/** Runs a program there; what it prints, whether it succeeds or not. */
async function run(program: string, ...args: string[]): Promise<{ ok: boolean; output: string }> {
  try {
    const { stdout } = await promisify(execFile)(program, args, { cwd: home, maxBuffer: 2 ** 26 });
    return { ok: true, output: stdout };
  } catch (error) {
    const {
      stdout = '',
      stderr = '',
      message,
    } = error as { stdout?: string; stderr?: string; message: string };
    return { ok: false, output: stdout + stderr || message };
  }
}

async function succeeds(program: string, ...args: string[]): Promise<string> {
  const { ok, output } = await run(program, ...args);
  assert.ok(ok, `${program} ${args.join(' ')}\n${output.slice(-3000)}`);
  return output;
}

const tool = (name: string): string => join(home, 'node_modules/.bin', name);

/** Chromium, and the consumers' folder over HTTP. */
let browser: Browser | undefined;
let origin = '';
const server = createServer(({ url = '/' }, response) => {
  const path = join(home, new URL(url, 'http://localhost').pathname);
  if (!existsSync(path)) return response.writeHead(404).end();
  response.setHeader('content-type', extname(path) === '.html' ? 'text/html' : 'text/javascript');
  return response.end(readFileSync(path));
});

before(async () => {
  home = mkdtempSync(join(tmpdir(), 'standfirst-consumers-'));
  cpSync(join(root, 'test/package/consumers'), home, { recursive: true });
  const quick = ['--ignore-scripts', '--prefer-offline', ...(all ? [] : ['--omit=dev'])];
  await succeeds('npm', 'ci', ...quick);
  const packed = await succeeds('npm', 'pack', root, '--json', '--ignore-scripts');
  tarball = join(home, (JSON.parse(packed) as [{ filename: string }])[0].filename);
  await succeeds('npm', 'install', '--no-save', ...quick, tarball);
  browser = await launch();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  if (!all)
    console.error(
      'consumers: webpack, Vue, Svelte, Preact, Solid, editors not run (npm run test:consumers -- --all)',
    );
});

after(async () => {
  await browser?.close();
  server.close();
  rmSync(home, { recursive: true });
});

describe('the package is in order', () => {
  test('for publint', async () => {
    await succeeds(tool('publint'), 'run', 'node_modules/standfirst', '--strict', '--pack', 'false');
  });

  // A style sheet has no types, nor has the autoloader, which is for script tags.
  test('for attw', async () => {
    const untyped = Object.keys(manifest.exports).filter((entry) => /\.css$|\/standfirst\.js$/.test(entry));
    await succeeds(tool('attw'), tarball, '--profile', 'esm-only', '--exclude-entrypoints', ...untyped);
  });

  const node = (code: string): Promise<string> =>
    succeeds(process.execPath, '--input-type=module', '-e', code);
  const manifest = json<{
    exports: Record<string, string | { default?: string }>;
    sideEffects: string[];
    bin: { standfirst: string };
  }>(join(root, 'package.json'));

  test('for Node, which can import every entry', async () => {
    const code = Object.entries(manifest.exports)
      // The one file is for pages.
      .filter(([path, target]) => typeof target === 'object' && target.default && !path.endsWith('.all.js'))
      .map(([path]) => `await import('standfirst${path.slice(1)}');`);
    assert.ok(code.length >= 30);
    await node(code.join('\n'));
  });

  test('for bundlers: a module that sideEffects does not name has none', async () => {
    const named = manifest.sideEffects.map((pattern) => new RegExp(`^${pattern.replace('*', '[^/]+')}$`));
    const silent = readdirSync(join(home, 'node_modules/standfirst/dist'), {
      recursive: true,
      encoding: 'utf8',
    })
      .map((file) => `./dist/${file.replaceAll('\\', '/')}`)
      .filter((file) => file.endsWith('.js') && !named.some((pattern) => pattern.test(file)))
      // The command line runs in Node. A wrapper brings its definition along, and need not where it is not used.
      .filter((file) => !/^\.\/dist\/(cli|react)\//.test(file));
    assert.ok(silent.length > 100);
    await build({
      absWorkingDir: home,
      stdin: {
        resolveDir: join(home, 'node_modules/standfirst'),
        // Lit and its context leave their marks.
        contents: `
          import 'lit';
          import '@lit/context';
          const world = () => [...Reflect.ownKeys(window).map(String), document.documentElement.outerHTML].join(' ');
          export async function changed() {
            const before = world();
            ${silent.map((file) => `await import('${file}');`).join('\n')}
            const registered = customElements.get('news-byline')?.name;
            await import('./dist/elements/byline/define.js');
            return [world() === before ? '' : world(), registered, customElements.get('news-byline').name];
          }`,
      },
      bundle: true,
      splitting: true,
      format: 'esm',
      ignoreAnnotations: true,
      outdir: 'built/silent',
    });
    const page = await browser!.newPage();
    await page.goto(`${origin}/package.json`);
    const said = await page.evaluate(() =>
      import(new URL('/built/silent/stdin.js', location.origin).href).then((module) => module.changed()),
    );
    assert.deepEqual(said, ['', undefined, 'NewsByline']);
    await page.close();
  });

  test('for npx, which runs its command', async () => {
    assert.match(await succeeds(tool('standfirst'), '--help'), /standfirst check/);
  });
});

describe('types hold, and what is wrong does not compile', together, () => {
  /** Lines that a checker complains of, and those that say that they are wrong. */
  const complaints = (output: string): Set<string> =>
    new Set(
      [
        ...output.matchAll(/^(?:\w[\w-]*\/)*([\w.-]+)\((\d+),\d+\): error/gm),
        ...output.matchAll(/ ERROR "([^"]+)" (\d+):/g),
      ].map(([, file, line]) => `${file}:${line}`),
    );
  const expected = (project: string, file: string): Set<string> =>
    new Set(
      readFileSync(join(home, project, file), 'utf8')
        .split('\n')
        .flatMap((line, index) => (/(\/\/|<!--) wrong\b/.test(line) ? `${file}:${index + 1}` : [])),
    );

  async function check(project: string, file: string, program: string, ...args: string[]): Promise<void> {
    const { output } = await run(tool(program), ...args);
    const wrong = expected(project, file);
    assert.ok(wrong.size > 4);
    assert.deepEqual([...complaints(output)].sort(), [...wrong].sort(), output);
  }

  for (const resolution of ['bundler', 'node16', 'nodenext'])
    test(`with moduleResolution ${resolution}`, () => {
      const module = resolution === 'bundler' ? 'esnext' : resolution;
      const settings = ['--moduleResolution', resolution, '--module', module];
      return check('plain', 'wrong.ts', 'tsc', '-p', 'plain', '--noEmit', ...settings);
    });

  for (const project of ['react', 'react-wrappers', 'preact', 'solid'])
    test(`in ${project}`, project.startsWith('react') ? {} : more, () =>
      check(project, 'wrong.tsx', 'tsc', '-p', project, '--noEmit'),
    );

  test('in vue', more, () => check('vue', 'Wrong.vue', 'vue-tsc', '-p', 'vue', '--noEmit'));

  test('in svelte', more, () =>
    check('svelte', 'Wrong.svelte', 'svelte-check', '--workspace', 'svelte', '--output', 'machine'),
  );

  test('the manifest says of every property and event what the compiler says', async () => {
    const { modules } = json<Manifest>(join(home, 'node_modules/standfirst/custom-elements.json'));
    const elements = modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
    assert.equal(elements.length, 13);
    const lines = elements.flatMap(({ name, tagName, members = [], events = [] }) => [
      `same<HTMLElementTagNameMap['${tagName}'], all.${name}>(true);`,
      ...members
        .filter(({ kind }) => kind === 'field')
        .map((member) => `same<all.${name}['${member.name}'], ${member.type?.text}>(true);`),
      ...events.map((event) => `same<HTMLElementEventMap['${event.name}'], all.${event.type.text}>(true);`),
    ]);
    writeFileSync(
      join(home, 'manifest.ts'),
      `import 'standfirst/define';
       import type * as all from 'standfirst';
       import type { Author, Comment, ContentState, FollowLink, Messages, Page, Quote, RequestFunction, Story } from 'standfirst';
       type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
       declare function same<A, B>(value: Same<A, B>): void;
       ${lines.join('\n')}`,
    );
    writeFileSync(
      join(home, 'tsconfig.manifest.json'),
      JSON.stringify({ extends: './tsconfig.json', files: ['manifest.ts'] }),
    );
    await succeeds(tool('tsc'), '-p', 'tsconfig.manifest.json', '--noEmit');
  });
});

describe('a page with one element is built', together, () => {
  const builds: [bundler: string, project: string, skip?: typeof more][] = [
    ['esbuild', 'plain'],
    ['vite', 'plain'],
    ['webpack', 'plain', more],
    ['esbuild', 'react'],
    ['vite', 'react-wrappers'],
    ['esbuild', 'react-wrappers', more],
    ['webpack', 'react-wrappers', more],
    ['esbuild', 'preact', more],
    ['vite', 'solid', more],
    ['vite', 'vue', more],
    ['vite', 'svelte', more],
  ];
  for (const [bundler, project, options = {}] of builds)
    test(`${project} by ${bundler}`, options, async () => {
      const printed = await succeeds(process.execPath, 'build.js', bundler, project);
      const { modules, files } = JSON.parse(printed.trim().split('\n').at(-1)!) as {
        modules: Record<string, number>;
        files: string[];
      };

      const ours = Object.keys(modules).filter((name) => name.startsWith('node_modules/standfirst/dist/'));
      assert.ok(
        ours.some((name) => name.endsWith('/article-card/article-card.js')),
        ours.join('\n'),
      );
      const others = ours.filter((name) => /\/(elements|react)\/(?!article-card\b)[\w-]+[/.]/.test(name));
      // Of the files beside the elements' folders, these are what all share.
      const shared = /\/elements\/(base|content-element|define|events)\.js$|\/react\/index\.js$/;
      assert.deepEqual(
        others.filter((name) => !shared.test(name)),
        [],
      );
      if (project === 'plain') {
        const bytes = files.reduce(
          (sum, file) => sum + gzipSync(readFileSync(join(home, file)), { level: 9 }).length,
          0,
        );
        assert.ok(bytes < 15_300, `${bytes} bytes`);
      }

      const page = await browser!.newPage();
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('console', (line) => problems.push(`${line.text()} ${line.location().url}`));
      await page.goto(`${origin}/built/${project}-${bundler}/index.html`);
      await page.locator('h2').getByRole('link', { name: 'Four nations close the Sound' }).click();
      await page.getByText('A reader goes to https://example.org/sound').waitFor();
      await page.getByRole('link', { name: 'By hand' }).waitFor();
      assert.deepEqual(
        problems.filter((problem) => !problem.endsWith('/favicon.ico')),
        [],
      );
      await page.close();
    });
});

test('VS Code offers what the elements take', more, async () => {
  const said = JSON.parse(await succeeds(process.execPath, 'editor.js')) as Record<string, string[]>;
  assert.ok(said.tags!.includes('news-article-card'));
  assert.ok(said.attributes!.includes('heading-level'));
  assert.deepEqual(said.values, ['stacked', 'row', 'overlay', 'compact', 'headline-only', 'numbered']);
  assert.ok(said.tokens!.includes('--news-color-accent'));
});
