/**
 * `npm run test:ghost`: our elements and a Ghost site that runs, in a real browser. The last line is the totals.
 *
 *     GHOST_URL=https://staging.example.org GHOST_KEY=22a24b… npm run test:ghost
 *
 * The key is a Content API key. The site is only read, and needs a few posts that share tags. With GHOST_COOKIE, which
 * is what a browser sends for a member who is signed in (`ghost-members-ssr=…; ghost-members-ssr.sig=…`), comments are
 * posted under that member's name: name a site that is there for testing.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { check } from '../../src/cli/check.js';
import { printed } from '../../src/cli/print.js';
import { killGroup } from '../tools/processes.js';
import { none, sentence } from '../tools/totals.js';

/** How long browsers may take to close, in milliseconds. */
const farewell = 30_000;

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

const { GHOST_URL: url = '', GHOST_KEY: key = '' } = process.env;
const problem = await whyNot();
if (problem) {
  console.log(problem);
  console.log(sentence({ ...none(), failed: 1 }));
  process.exit(1);
}
if (!existsSync('dist/standfirst.all.js')) spawnSync('npm', ['run', 'build'], { stdio: 'inherit' });

// Browsers leave files behind when they are ended.
const folder = mkdtempSync(join(tmpdir(), 'news-'));
const suites = readdirSync('test/ghost').filter((name) => name.endsWith('.suite.ts'));
const suite = spawn(
  process.execPath,
  ['--import', 'tsx', 'test/tools/node-suite.ts', ...suites.map((name) => `test/ghost/${name}`)],
  { detached: true, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, TMPDIR: folder } },
);
process.on('exit', () => {
  killGroup(suite);
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void interrupt());
suite.on('close', (code) => {
  if (!process.exitCode) process.exit(code ?? 1);
});

/** What keeps us from reading the site, in words. */
async function whyNot(): Promise<string | undefined> {
  if (!/^https?:\/\//.test(url) || !key)
    return 'Set GHOST_URL to the address of a Ghost site, https://…, and GHOST_KEY to a key of its Content API.';
  const target = `${url.replace(/\/+$/, '')}/ghost/api/content`;
  const report = await check({ target, source: 'ghost', apiKey: key });
  return report.ok ? undefined : printed(report, false);
}

/** Browsers are closed by the processes that have opened them; they are groups of their own. */
async function interrupt(): Promise<void> {
  if (process.exitCode) process.exit();
  process.exitCode = 130;
  for (let waited = 0, signal: NodeJS.Signals | 0 = 'SIGTERM'; waited < farewell; waited += 100, signal = 0) {
    try {
      process.kill(-(suite.pid as number), signal);
    } catch {
      // All of the group has gone.
      break;
    }
    await setTimeout(100);
  }
  console.log(sentence({ ...none(), failed: 1 }));
  process.exit();
}
