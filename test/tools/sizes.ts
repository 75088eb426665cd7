/**
 * `npm run sizes`: what each entry costs a reader, against its budget, and the table in the README.
 *
 *     npm run sizes              fails where a budget is broken, or the README tells another size
 *     npm run sizes -- --write   writes the table
 *
 * Counted: the static import closure of the built entry, Lit included, minified by esbuild, gzip -9. What is loaded
 * later (the client with a source, advice, sending a comment) is counted as a chunk of its own.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { bundle, gzipped } from './bundle.js';

interface Row {
  readonly name: string;
  readonly files: readonly string[];
  /** kB of 1,000 bytes. */
  readonly budget: number;
  /** Files that are there already when this one comes: only what it adds is counted. */
  readonly onTopOf?: readonly string[];
  /** A browser gets the file as it is. */
  readonly asItIs?: true;
}

const entry = (name: string): string => `dist/elements/${name}/define.js`;

const element = (name: string, budget: number): Row => ({
  name: `\`news-${name}\``,
  files: [entry(name)],
  budget,
});

const all = 'dist/define.js';
const client = 'dist/content/client.js';

const packed = (file: string): number => gzipped(readFileSync(file, 'utf8'));
const [longest = ''] = readdirSync('dist/words')
  .map((file) => `dist/words/${file}`)
  .sort((one, other) => packed(other) - packed(one));

const later = (name: string, file: string, budget: number, onTopOf: readonly string[] = [all]): Row => ({
  name: `later: ${name}`,
  files: [file],
  budget,
  onTopOf,
});

const asItIs = (name: string, file: string, budget: number): Row => ({
  name,
  files: [file],
  budget,
  asItIs: true,
});

const rows: readonly Row[] = [
  element('provider', 8),
  element('copyright', 10),
  element('follow', 10),
  element('share', 10),
  element('byline', 12),
  element('pull-quote', 12),
  element('article-card', 13.3),
  element('search', 14),
  element('related-stories', 14.8),
  element('comment-form', 15.5),
  element('article', 17),
  {
    name: '`news-comments` with its form',
    files: [entry('comments'), 'dist/elements/comments/talk.js'],
    budget: 20.3,
  },
  {
    name: '`news-comment-count`, beside any other that reads',
    files: [entry('comment-count')],
    budget: 0.8,
    onTopOf: [entry('byline')],
  },
  { name: 'all elements together', files: [all], budget: 34.2 },
  later('the client', client, 4),
  later('source `rest`', 'dist/sources/rest.js', 2.5, [all, client]),
  later('source `wordpress`', 'dist/sources/wordpress.js', 2.5, [all, client]),
  later('source `ghost`', 'dist/sources/ghost.js', 2.5, [all, client]),
  later('source `rss`', 'dist/sources/rss.js', 2.5, [all, client]),
  later('reading XML, for source `rss`', 'dist/sources/feed/rss-page.js', 1.8, [
    all,
    client,
    'dist/sources/rss.js',
  ]),
  later('source `json-feed`', 'dist/sources/json-feed.js', 2.5, [all, client]),
  later('what a search finds', 'dist/elements/search/searching.js', 3),
  later('the words of a language, the longest', longest, 4),
  later('icons', 'dist/views/icons.js', 5.5),
  {
    name: '`standfirst/hydrate`, before all elements',
    files: ['dist/hydrate.js'],
    budget: 3,
    onTopOf: [all],
  },
  later('sending a comment', 'dist/elements/comment-form/sending.js', 3),
  // Five kinds of API are in it, of which a page needs one: who minds the bytes links the modules.
  asItIs('the autoloader', 'dist/standfirst.js', 1.5),
  asItIs('… and what its chunks share, the client too', 'dist/chunks/core.js', 21),
  asItIs('the script of `frame.html`, besides', 'dist/frame.js', 0.9),
  asItIs('the one file, everything in it', 'dist/standfirst.all.js', 75),
];

/** A source is its module's default export. */
const exporting = (file: string): string =>
  /sources\/[\w-]+\.js$/.test(file) ? `export { default } from './${file}';` : `export * from './${file}';`;

const together = async (files: readonly string[]): Promise<number> =>
  gzipped(await bundle(files.map(exporting).join('\n')));

const size = async ({ files, onTopOf = [], asItIs: whole }: Row): Promise<number> =>
  whole
    ? files.reduce((sum, file) => sum + packed(file), 0)
    : (await together([...onTopOf, ...files])) - (onTopOf.length ? await together(onTopOf) : 0);

const begin = '<!-- sizes -->';
const end = '<!-- /sizes -->';
const readme = readFileSync('README.md', 'utf8');
const [before = '', rest = ''] = readme.split(begin);
const [told = '', after = ''] = rest.split(end);
if (!rest.includes(end)) throw new Error(`README.md has no ${begin} … ${end}`);

const sizes = await Promise.all(rows.map(async (row) => ({ ...row, kB: await size(row) })));
const table = [
  '',
  '',
  '| entry | kB | budget |',
  '| --- | ---: | ---: |',
  ...sizes.map(({ name, kB, budget }) => `| ${name} | ${kB.toFixed(1)} | ${budget} |`),
  '',
  '',
].join('\n');
console.log(table);

if (process.argv.includes('--write')) writeFileSync('README.md', before + begin + table + end + after);
else
  for (const { name, kB } of sizes) {
    // Another version of zlib may come out a few bytes apart.
    const number = Number(
      told
        .split('\n')
        .find((line) => line.startsWith(`| ${name} |`))
        ?.split('|')[2],
    );
    if (!(Math.abs(number - kB) < 0.15))
      fail(`the README says ${number} kB for ${name}: npm run sizes -- --write`);
  }
for (const { name, kB, budget } of sizes)
  if (kB > budget) fail(`${name}: ${kB.toFixed(2)} kB, budget ${budget}`);

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
