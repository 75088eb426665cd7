/**
 * `npm run test:wordpress`: our elements on a real WordPress, in a real browser. The last line is the totals.
 *
 *     npm run test:wordpress                                        a WordPress of our own, from Debian's package
 *     WORDPRESS_URL=https://staging.example.org npm run test:wordpress
 *     npm run test:wordpress -- test/wordpress/reading.suite.ts     single suites
 *
 * A site that is not ours is asked for what it has. With WORDPRESS_USER and WORDPRESS_PASSWORD (an administrator's name
 * and application password) stories, users and comments are published there, and deleted at the end: name a site that
 * is there for testing. What cannot be tried there is named as skipped.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { killGroup } from '../tools/processes.js';
import { none, parseSentence, sentence, type Totals } from '../tools/totals.js';
import { guarded } from './guard.js';
import { seed } from './seed.js';
import { lacking, WordPress } from './server.js';
import { siteVariable, useSite, type Site } from './site.js';

/** How long browsers may take to close, in milliseconds. */
const farewell = 30_000;

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const suites = process.argv.slice(2);
const foreign = process.env.WORDPRESS_URL?.replace(/\/+$/, '');

/** All that is written anywhere is written in here, by browsers too: their sockets allow for no long name. */
const folder = mkdtempSync(join(tmpdir(), 'news-'));
const wordpress = new WordPress(folder);
let running: ChildProcess | undefined;
let interrupted = false;
let totals = { ...none(), failed: 1 };

process.on('exit', () => {
  if (running) killGroup(running);
  wordpress.stop();
  process.exitCode ||= totals.failed ? 1 : 0;
  try {
    // A process that is being ended may still be closing its files.
    rmSync(folder, { recursive: true, force: true, maxRetries: 30, retryDelay: 50 });
  } finally {
    console.log(sentence(totals));
  }
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);

if (!existsSync('dist/standfirst.all.js')) spawnSync('npm', ['run', 'build'], { stdio: 'inherit' });
const why = foreign ? '' : lacking();
if (why) console.log(why);
else await run();
process.exit();

async function run(): Promise<void> {
  const site = foreign ? foreignSite(foreign) : await ownSite();
  useSite(site);
  const { seeds, unseed } = site.user ? await seed() : {};
  try {
    if (!interrupted) totals = await runSuites({ ...site, ...(seeds && { seeds }) });
  } finally {
    if (foreign) await unseed?.();
  }
  const complaints = existsSync(wordpress.log) ? readFileSync(wordpress.log, 'utf8') : '';
  if (!complaints) return;
  console.log(`PHP complained:\n${complaints}`);
  totals.failed++;
}

function foreignSite(url: string): Site {
  const { WORDPRESS_USER: user, WORDPRESS_PASSWORD: password } = process.env;
  return { url, own: false, user, password };
}

async function ownSite(): Promise<Site> {
  console.log('WordPress is being set up.');
  await wordpress.start();
  const { port, password } = wordpress;
  return { url: `http://127.0.0.1:${port}`, own: true, user: 'admin', password, folder };
}

async function runSuites(site: Site): Promise<Totals> {
  const all = readdirSync('test/wordpress').filter((name) => name.endsWith('.suite.ts'));
  const files = suites.length ? suites : all.map((name) => `test/wordpress/${name}`);
  const suite = [process.execPath, '--import', 'tsx', 'test/tools/node-suite.ts', ...files];
  const [program, ...args] = guarded(...suite) as [string, ...string[]];
  running = spawn(program, args, {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, [siteVariable]: JSON.stringify(site), TMPDIR: folder },
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

/** Browsers are closed, and a site that is not ours is tidied up; whoever cannot wait for it interrupts again. */
function interrupt(): void {
  process.exitCode = 130;
  if (interrupted || (!running && !foreign)) process.exit();
  interrupted = true;
  if (!running?.pid) return;
  process.kill(-running.pid, 'SIGTERM');
  setTimeout(() => running && killGroup(running), farewell).unref();
}
