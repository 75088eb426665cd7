/**
 * `npm run test:load`: the demo's API under many clients, and under SIGKILL. Prints a table; the last line is the totals.
 *
 *     npm run test:load                   a part of it, in half a minute
 *     npm run test:load -- --all          200 clients for a minute, and twenty kills
 *     npm run test:load -- --seed 7       other requests, other moments
 *
 * What was acknowledged has to be there exactly once. How long that took is printed beside a bare server, and is no test.
 */
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { kill, killAll, start } from '../api/processes.js';
import { figure, table } from '../bench/table.js';
import { none, sentence } from '../tools/totals.js';
import { Client } from './client.js';
import { killAgainAndAgain } from './kills.js';
import { type Count, Ledger } from './ledger.js';
import { load, type Load } from './load.js';
import { peakOf } from './memory.js';
import { seeded } from './random.js';

const { values } = parseArgs({
  options: { all: { type: 'boolean', default: false }, seed: { type: 'string', default: '20261127' } },
});
const [seconds, kills] = values.all ? [60, 20] : [5, 3];
const CLIENTS = 200;
const POSTERS = 20;
/** How many times the memory of its start a process may come to have, PostgreSQL in it. */
const GROWTH = 2;

const random = seeded(Number(values.seed));
const folder = mkdtempSync(join(tmpdir(), 'standfirst-load-'));
const totals = none();
let finished = false;

process.on('exit', () => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  if (!finished) totals.failed++;
  process.exitCode ||= totals.failed ? 1 : 0;
  console.log(sentence(totals));
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => void killAll().finally(() => process.exit(130)));
}

function promise(words: string, hold: () => void): void {
  try {
    hold();
    totals.passed++;
  } catch (error) {
    totals.failed++;
    console.log(`✗ ${words}\n${(error as Error).message}\n`);
  }
}

function promiseOnce(when: string, count: Count): void {
  promise(`${when}, every comment that was acknowledged is there exactly once`, () => {
    assert.ok(count.acknowledged > 0, 'nothing was acknowledged');
    assert.deepEqual([count.once, count.lost, count.twice], [count.acknowledged, 0, 0]);
  });
}

console.log(`${CLIENTS} clients for ${seconds} s, ${kills} kills, seed ${values.seed}`);

/** In MB. */
interface Memory {
  readonly atStart: number;
  readonly peak: number;
}

async function underLoad(): Promise<{ figures: Load; count: Count; memory: Memory | undefined }> {
  const env = { DATA_DIR: join(folder, 'load') };
  // To make a database takes more memory than to have one.
  await kill((await start(env)).child, 'SIGTERM');
  const api = await start(env);
  const atStart = peakOf(api.child.pid!);
  const client = new Client(api.origin);
  const ledger = new Ledger();
  const figures = await load(client, ledger, random, CLIENTS, seconds);
  const peak = peakOf(api.child.pid!);
  const count = await ledger.count(client);
  client.close();
  await kill(api.child, 'SIGTERM');
  return {
    figures,
    count,
    memory: atStart !== undefined && peak !== undefined ? { atStart, peak } : undefined,
  };
}

async function bare(): Promise<Load> {
  const child = fork(fileURLToPath(new URL('bare.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] });
  const [origin] = (await once(child, 'message')) as [string];
  const client = new Client(origin);
  const figures = await load(client, new Ledger(), random, CLIENTS, Math.max(3, seconds / 6));
  client.close();
  child.kill('SIGKILL');
  return figures;
}

const quantile = (times: readonly number[], share: number): number =>
  [...times].sort((one, other) => one - other)[Math.floor((times.length - 1) * share)] ?? NaN;
const both = (times: readonly number[]) => [0.5, 0.99].map((share) => quantile(times, share));
const milliseconds = (times: readonly number[]) => both(times).map(figure).join(' / ');
const beside = (times: readonly number[], control: readonly number[]) => {
  const others = both(control);
  return both(times)
    .map((time, index) => `${figure(time / others[index]!)}×`)
    .join(' / ');
};
const counted = ({ sent, acknowledged, once, lost, twice }: Count) =>
  [sent, acknowledged, once, lost, twice].map((number) => number.toLocaleString('en'));

try {
  const { figures, count, memory } = await underLoad();
  promise('under load, every request is answered as it should be', () =>
    assert.deepEqual(figures.failures.slice(0, 10), []),
  );
  promiseOnce('under load', count);
  if (!memory) totals.skipped++;
  else {
    const { atStart, peak } = memory;
    promise(`under load, memory comes to at most ${GROWTH} times what it was at the start`, () =>
      assert.ok(peak <= GROWTH * atStart, `It was ${figure(atStart)} MB, and came to ${figure(peak)} MB.`),
    );
  }
  const control = await bare();
  const survived = await killAgainAndAgain({ DATA_DIR: join(folder, 'kills') }, random, POSTERS, kills);
  promiseOnce(`after ${kills} kills`, survived);

  const head = ['', 'clients', 'sent', 'acknowledged', 'there once', 'lost', 'twice'];
  const times = ['read, ms', 'beside bare', 'post, ms', 'beside bare', 'memory, MB'];
  console.log(
    table(
      [...head, ...times],
      [
        [
          `load, ${seconds} s`,
          String(CLIENTS),
          ...counted(count),
          milliseconds(figures.reads),
          beside(figures.reads, control.reads),
          milliseconds(figures.posts),
          beside(figures.posts, control.posts),
          memory ? `${figure(memory.atStart)} → ${figure(memory.peak)}` : '',
        ],
        [`kills, ${kills}`, String(POSTERS), ...counted(survived), '', '', '', '', ''],
        [
          'control: a bare Hono server',
          String(CLIENTS),
          ...['', '', '', '', ''],
          milliseconds(control.reads),
          '',
          milliseconds(control.posts),
          '',
          '',
        ],
      ],
    ),
  );
  console.log('Milliseconds are the median and the 99th percentile.\n');
  finished = true;
} finally {
  await killAll();
}
process.exit();
