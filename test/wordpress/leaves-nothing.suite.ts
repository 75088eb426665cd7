import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { own } from './site.js';

// The whole command once more, and what is left of it however it ends.

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly lastLine: string;
  /** Files in the place for temporary ones. */
  readonly files: string[];
  /** Processes, by their commands. */
  readonly processes: string[];
}

/**
 * @param end what becomes of its test
 * @param interrupt the line at which somebody ends it, by Ctrl-C or otherwise
 */
async function run(
  end: 'passes' | 'fails' | 'never',
  interrupt?: string,
  signal: NodeJS.Signals = 'SIGINT',
): Promise<Ended> {
  const place = mkdtempSync(join(tmpdir(), 'r-'));
  const env: NodeJS.ProcessEnv = { ...process.env, TMPDIR: place, NEWS_END: end };
  // Node runs no tests in tests.
  delete env.NODE_TEST_CONTEXT;
  const child = spawn(process.execPath, ['--import', 'tsx', file('run.ts'), file('fixtures/ends.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'close') as Promise<[number | null]>;
  let lastLine = '';
  for await (const line of createInterface(child.stdout)) {
    lastLine = line;
    if (line === interrupt) child.kill(signal);
  }
  const [code] = await ended;
  // Whatever was killed may take a moment to go.
  for (let patience = 100; patience && processesOf(place).length; patience--) await setTimeout(20);
  return {
    code,
    lastLine,
    // What runs TypeScript keeps for the next time.
    files: readdirSync(place).filter((name) => !name.startsWith('tsx-')),
    processes: processesOf(place),
  };
}

/** The processes that have something to do with a folder: each was told of it by its command or its environment. */
function processesOf(folder: string): string[] {
  return readdirSync('/proc').flatMap((id) => {
    if (!/^\d+$/.test(id)) return [];
    try {
      const [command = '', environment] = ['cmdline', 'environ'].map((what) =>
        readFileSync(`/proc/${id}/${what}`, 'utf8').replaceAll('\0', ' '),
      );
      return `${command}${environment}`.includes(folder) ? command : [];
    } catch {
      // It has ended meanwhile.
      return [];
    }
  });
}

const nothing = { files: [], processes: [] };

test(...own('when all went well'), async () => {
  assert.deepEqual(await run('passes'), { code: 0, lastLine: '1 passed, 0 failed', ...nothing });
});

test(...own('when a test fails'), async () => {
  assert.deepEqual(await run('fails'), { code: 1, lastLine: '0 passed, 1 failed', ...nothing });
});

test(...own('when somebody interrupts a test'), async () => {
  assert.deepEqual(await run('never', 'no end'), { code: 130, lastLine: '0 passed, 1 failed', ...nothing });
});

test(...own('when somebody interrupts while WordPress is set up'), async () => {
  const ended = await run('never', 'WordPress is being set up.');
  assert.deepEqual(ended, { code: 130, lastLine: '0 passed, 1 failed', ...nothing });
});

test(...own('when somebody kills it: no process'), async () => {
  assert.deepEqual((await run('never', 'no end', 'SIGKILL')).processes, []);
});
