/**
 * `npm run test:hostile`: hostile content, policies and pages, in each engine of this machine. The last line is the totals.
 *
 *     npm run test:hostile                                      a part of it, in ten minutes
 *     npm run test:hostile -- --strings 500 --write             twenty times as many in one place each, every fault, a longer load; writes docs/hostile.md
 *     npm run test:hostile -- --seed 7 --engine firefox         other strings, one engine (may be given again)
 *     npm run test:hostile -- test/hostile/raw.suite.ts         single suites
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runInBrowsers } from '../tools/browser-run.js';
import { engineNames, findEngines } from '../tools/browsers.js';
import { add, none, parseSentence, sentence, type Totals } from '../tools/totals.js';
import { attackStrings } from './attacks.js';
import type { Figure } from './page.js';
import { markdown, type Part } from './report.js';
import { hostileServer } from './server.js';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    strings: { type: 'string', default: '100' },
    write: { type: 'boolean', default: false },
    seed: { type: 'string', default: '20261127' },
    engine: { type: 'string', multiple: true, default: [...engineNames] },
  },
});

// What our elements tell a publisher of each of these strings nobody wants to read.
console.warn = () => {};

const seed = Number(values.seed);
const strings = attackStrings(Number(values.strings), seed);
const deck = attackStrings(strings.length * (values.write ? 20 : 2), seed);
console.log(`${strings.length} strings in every place, ${deck.length} in one, seed ${seed}`);

const figures: Figure[] = [];
const total = none();
let finished = false;
process.on('exit', () => {
  if (!finished) {
    console.log('the run ended before its time');
    total.failed++;
  }
  process.exitCode ||= total.failed ? 1 : 0;
  process.stdout.write(`${sentence(total)}\n`);
});

const asked = findEngines().filter(({ name }) => values.engine.includes(name));
for (const { name, launcher, install } of asked)
  if (!launcher) console.log(`${name}: not run (not on this machine: ${install})`);
const browsers = asked.flatMap(({ launcher }) => launcher ?? []);
const required = (process.env.REQUIRE_ENGINES ?? '').split(/\s+/).filter(Boolean);
const totals = new Map<string, Totals>(
  [...browsers, ...required.map((name) => ({ name }))].map(({ name }) => [name, none()]),
);
if (!totals.size) total.failed++;

const lines = await runInBrowsers(totals, total, ({ middleware = [] }) => ({
  files: positionals.length ? positionals : 'test/hostile/*.suite.ts',
  browsers,
  middleware: [...middleware, hostileServer({ seed, strings, deck, whole: values.write }, figures)],
  testsFinishTimeout: 600_000 + strings.length * 2_000 + deck.length * 200,
}));
process.stdout.write(`${lines.join('\n')}\n`);
/** What takes a browser or servers of its own: it prints a table, and its totals at the end. */
function part(title: string, words: string, args: readonly string[]): Part {
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.stdout.write(stdout);
  const said = stdout.trimEnd().split('\n');
  add(total, parseSentence(said.at(-1)!) ?? { ...none(), failed: 1 });
  return { title, words, table: said.filter((line) => line.startsWith('|')).join('\n') };
}
const parts =
  positionals.length || !values.engine.includes('chromium')
    ? []
    : [
        part(
          'Leaks',
          'In Chromium: what is left in the page when elements were put in and taken out, some of them before they had an answer.',
          ['test/tools/node-suite.ts', 'test/hostile/leaks.ts'],
        ),
        part(
          "The demo's API under load, and killed",
          'Comments that were acknowledged and are there, once; milliseconds are the median and the 99th percentile, beside a bare server on the same framework.',
          ['test/load/run.ts', ...(values.write ? ['--all'] : [])],
        ),
        ...(values.write
          ? [
              part(
                'The same for others',
                "In Chromium, by the same measures. What stands in a slot is the page's, and its style sheets may dress it: the cards of others are frames for such content. `trusted-types` lets them have any name.",
                ['test/tools/node-suite.ts', 'test/hostile/peers.ts'],
              ),
            ]
          : []),
      ];
const report = markdown(figures, parts, {
  seed,
  strings: strings.length,
  deck: deck.length,
  totals: sentence(total),
});
if (values.write) writeFileSync('docs/hostile.md', report);
process.stdout.write(`\n${report}\n`);
finished = true;
process.exit();
