/**
 * `npm run test:postgres`: the API's own tests, on a PostgreSQL server. The last line is the totals.
 *
 *     npm run test:postgres                                      a server of our own, from Debian's package
 *     DATABASE_URL=postgres://… npm run test:postgres            one that is there, whose user may create databases
 *     npm run test:postgres -- test/api/threads.node.test.ts     single files
 *
 * Each test file gets databases of its own, which are dropped again. REQUIRE_POSTGRES=1 makes it a failure when there
 * is no server.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { killGroup } from '../tools/processes.js';
import { none, parseSentence, sentence, type Totals } from '../tools/totals.js';
import { guarded } from '../wordpress/guard.js';
import { dropAll, prefixVariable, serverVariable } from './databases.js';
import { lacking, startPostgres } from './server.js';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const given = process.env.DATABASE_URL?.trim();
const prefix = `standfirst_test_${randomBytes(4).toString('hex')}_`;
let running: ChildProcess | undefined;
let totals: Totals = { ...none(), failed: 1 };

process.on('exit', () => {
  if (running) killGroup(running);
  process.exitCode ||= totals.failed ? 1 : 0;
  console.log(sentence(totals));
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    process.exitCode = 130;
    // What runs comes to its end without tests; again, and nothing is waited for.
    if (running) killGroup(running);
    else process.exit();
  });
}

const why = given ? '' : lacking();
if (why) {
  console.log(why);
  totals = { ...none(), [process.env.REQUIRE_POSTGRES ? 'failed' : 'skipped']: 1 };
} else {
  await run();
}
process.exit();

async function run(): Promise<void> {
  const server = given ? { url: given, stop: () => dropAll(given, prefix) } : await startPostgres();
  try {
    totals = await runTests(server.url);
  } finally {
    await server.stop();
  }
}

async function runTests(server: string): Promise<Totals> {
  const asked = process.argv.slice(2);
  const all = ['test/api', 'test/postgres'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(node\.test|suite)\.ts$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  const files = asked.length ? asked : all;
  const suite = guarded(process.execPath, '--import', 'tsx', 'test/tools/node-suite.ts', ...files);
  running = spawn(suite[0]!, suite.slice(1), {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, [serverVariable]: server, [prefixVariable]: prefix },
  });
  let counted: Totals | undefined;
  for await (const line of createInterface(running.stdout as NodeJS.ReadableStream)) {
    // The last line is the sum of all, ours as well.
    counted = parseSentence(line);
    if (!counted) console.log(line);
  }
  running = undefined;
  // Where nothing ran, nothing was shown.
  return counted && counted.passed + counted.failed ? counted : totals;
}
