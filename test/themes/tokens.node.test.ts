/** The themes say the same things about the same tokens, and what they say is used, documented, readable and legible. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { defineConfig, parse } from '@terrazzo/parser';
import { themeSheet, type Tokens } from '../../src/themes/css.js';
import { contrasts } from '../../stories/lab/contrast.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): string => readFileSync(`${root}/${file}`, 'utf8');
const names = readdirSync(`${root}/src/themes`)
  .filter((file) => file.endsWith('.css'))
  .map((file) => file.replace('.css', ''));
const tokensOf = (file: string): Tokens =>
  (JSON.parse(read(`src/themes/${file}.tokens.json`)) as { news: Tokens }).news;
const light = new Map(names.map((name) => [name, tokensOf(name)]));
const dark = new Map(names.map((name) => [name, tokensOf(`${name}.dark`)]));
const typesOf = (tokens: Tokens): string[] =>
  Object.entries(tokens).map(([name, { $type }]) => `${name} ${$type}`);

const sources = readdirSync(`${root}/src`, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|css)$/.test(file) && !file.startsWith('themes'))
  .map((file) => read(`src/${file}`))
  .join('\n');
const found = (text: string, pattern: RegExp): Set<string> =>
  new Set([...text.matchAll(pattern)].map(([, name]) => name!));
const used = found(sources, /var\(--news-([a-z-]+)/g);
const documented = found(read('docs/tokens.md'), /`--news-([a-z-]+)`/g);
const promised = found(sources, /@cssproperty \[?--news-([a-z-]+)/g);

describe('themes', () => {
  it('are four, and the package exports each with its tokens', () => {
    assert.deepEqual(names, ['broadsheet', 'magazine', 'tabloid', 'wire']);
    const { exports } = JSON.parse(read('package.json')) as { exports: Record<string, unknown> };
    const files = names.flatMap((name) => [`${name}.css`, `${name}.tokens.json`, `${name}.dark.tokens.json`]);
    for (const file of files) assert.equal(exports[`./themes/${file}`], `./dist/themes/${file}`);
    assert.equal(Object.keys(exports).filter((path) => path.startsWith('./themes/')).length, files.length);
  });

  for (const name of names) {
    const [theme, dim] = [light.get(name)!, dark.get(name)!];

    it(`${name} defines the tokens that all define, and its colours for the dark`, () => {
      assert.deepEqual(typesOf(theme), typesOf(light.get('broadsheet')!));
      assert.deepEqual(
        typesOf(dim),
        typesOf(theme).filter((line) => line.endsWith(' color')),
      );
    });

    it(`${name} is under 60 lines of CSS`, () => {
      const lines = themeSheet(name, theme, dim, read(`src/themes/${name}.css`))
        .trim()
        .split('\n');
      assert.ok(lines.length < 60, `${lines.length} lines`);
    });

    it(`${name} is read by others who read the format`, async () => {
      for (const file of [`${name}.tokens.json`, `${name}.dark.tokens.json`]) {
        const url = pathToFileURL(`${root}/src/themes/${file}`);
        // What the dark leaves to the other file, it cannot point to.
        const { tokens } = await parse([{ filename: url, src: readFileSync(url, 'utf8') }], {
          config: defineConfig({}, { cwd: pathToFileURL(`${root}/`) }),
        });
        const own = (JSON.parse(readFileSync(url, 'utf8')) as { news: Tokens }).news;
        assert.deepEqual(
          Object.keys(tokens).sort(),
          Object.keys(own)
            .map((token) => `news.${token}`)
            .sort(),
        );
      }
    });

    it(`${name} names each colour twice, and means the same`, () => {
      for (const [token, { $type, $value }] of [...Object.entries(theme), ...Object.entries(dim)])
        if ($type === 'color') {
          const hex = $value.components.map((value) =>
            Math.round(value * 255)
              .toString(16)
              .padStart(2, '0'),
          );
          assert.equal(`#${hex.join('')}`, $value.hex, token);
        }
    });

    it(`${name} is legible in the light and in the dark`, () => {
      for (const scheme of [theme, { ...theme, ...dim }]) {
        const color = (token: string): string => {
          const one = scheme[token]!;
          assert.equal(one.$type, 'color');
          return one.$type === 'color' ? one.$value.hex : '';
        };
        for (const { name: pair, ratio, least } of contrasts(color))
          assert.ok(ratio >= least, `${pair}: ${ratio.toFixed(2)}, and ${least} is needed`);
      }
    });
  }
});

describe('tokens', () => {
  it('are each used by an element and documented', () => {
    for (const token of Object.keys(light.get('broadsheet')!)) {
      assert.ok(used.has(token), `no element uses --news-${token}`);
      assert.ok(documented.has(token), `docs/tokens.md does not tell of --news-${token}`);
    }
  });

  it('are all that elements read and docblocks promise, and no more are documented', () => {
    assert.deepEqual([...used].sort(), [...documented].sort());
    assert.deepEqual([...promised].filter((name) => !documented.has(name)).sort(), []);
  });

  it(
    'have a theme of the build like that of the sources',
    { skip: !existsSync(`${root}/dist/themes`) },
    () => {
      for (const name of names)
        assert.equal(
          read(`dist/themes/${name}.css`),
          themeSheet(name, light.get(name)!, dark.get(name)!, read(`src/themes/${name}.css`)),
        );
    },
  );
});
