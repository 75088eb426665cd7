import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { CONTENT } from './support.js';

// The API as a process of its own, which can be killed.

const MAIN = fileURLToPath(new URL('../../demo/api/main.ts', import.meta.url));

export interface Started {
  readonly child: ChildProcess;
  readonly origin: string;
  readonly token: string;
}

const children = new Set<ChildProcess>();

export function run(env: Readonly<Record<string, string>>): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN], {
    env: { PATH: process.env.PATH, API_PORT: '0', CONTENT_DIR: CONTENT, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

function collect(child: ChildProcess) {
  const said = { stdout: '', stderr: '' };
  child.stdout!.on('data', (chunk: Buffer) => (said.stdout += String(chunk)));
  child.stderr!.on('data', (chunk: Buffer) => (said.stderr += String(chunk)));
  return said;
}

/** Starts the API, and waits until it has told where it is. */
export async function start(env: Readonly<Record<string, string>>): Promise<Started> {
  const child = run(env);
  const said = collect(child);
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(said.stderr)));
    child.stdout!.on('data', () => {
      const [, origin, token] = /^Moderation: +(\S+)\/moderation#token=(\S+)\n/m.exec(said.stdout) ?? [];
      if (origin && token) resolve({ child, origin, token });
    });
  });
}

/** The one sentence that a start which fails leaves behind. */
export async function refusal(env: Readonly<Record<string, string>>): Promise<string> {
  const child = run(env);
  const said = collect(child);
  const [code] = (await once(child, 'close')) as [number];
  assert.equal(code, 1);
  assert.equal(said.stdout, '');
  return said.stderr;
}

export async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const exit = once(child, 'exit');
  child.kill(signal);
  return ((await exit) as [number | null])[0];
}

/** Ends all that were started. */
export const killAll = (): Promise<unknown> =>
  Promise.all([...children].map((child) => kill(child, 'SIGKILL')));
