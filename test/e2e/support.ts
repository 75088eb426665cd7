import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { chromiumOptions, fetchChromium } from '../tools/browsers.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What `npm start` runs. */
const START = (
  JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: { start: string } }
).scripts.start
  .split(' ')
  .slice(1);
const API = ['--import', 'tsx', 'demo/api/main.ts'];

const running = new Set<ChildProcess>();

export interface Run {
  readonly child: ChildProcess;
  readonly said: { stdout: string; stderr: string };
  /** The exit code. */
  readonly ended: Promise<number | null>;
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): Run {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    // A server that a developer has is not for tests to write to.
    env: { ...process.env, DATABASE_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += String(chunk)));
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += String(chunk)));
  running.add(child);
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  return { child, said, ended };
}

async function ready(one: Run, line: string): Promise<Run> {
  await new Promise<void>((resolve, reject) => {
    one.child.stdout!.on('data', () => one.said.stdout.includes(line) && resolve());
    void one.ended.then(() => reject(new Error(`It ended:\n${one.said.stdout}${one.said.stderr}`)));
  });
  return one;
}

/** Runs the demo, ready or not. */
export const runDemo = (env: NodeJS.ProcessEnv): Run => run(START, env);

/** Runs the demo, and waits until it has told where it is. */
export const startDemo = (env: NodeJS.ProcessEnv): Promise<Run> => ready(runDemo(env), 'Ctrl-C');

/** Runs the content API alone, as it is run where it has been taken from the demo. */
export const startApi = (env: NodeJS.ProcessEnv): Promise<Run> => ready(run(API, env), 'Moderation:');

export async function end(one: Run, signal: NodeJS.Signals): Promise<number | null> {
  one.child.kill(signal);
  return one.ended;
}

export const endAll = (): Promise<unknown> =>
  Promise.all([...running].map((child) => (child.kill('SIGKILL'), once(child, 'close'))));

/** Ports that nobody listens on. */
export async function freePorts(count: number): Promise<string[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => String((server.address() as AddressInfo).port));
  await Promise.all(servers.map((server) => (server.close(), once(server, 'close'))));
  return ports;
}

/** The process that has the database in a data folder. */
export const ownerOf = (dataDir: string): number =>
  (JSON.parse(readFileSync(join(dataDir, 'lock'), 'utf8')) as { pid: number }).pid;

/** Chromium, as the browser tests find it. */
export async function launch(more: LaunchOptions = {}): Promise<Browser> {
  const options = chromiumOptions() ?? (fetchChromium() ? chromiumOptions() : undefined);
  if (!options)
    throw new Error('Chromium is not on this machine: apt-get install chromium, or set CHROME_PATH.');
  return chromium.launch({ ...options, ...more });
}
