/**
 * `npm run test:servers`: Next and Astro render our elements, each a few lines, built and started as their users do it,
 * and opened in Chromium. What they need is fetched from npm by their own locks into a folder for the time being.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { killGroup } from '../../tools/processes.js';
import { atTheEnd, contentApi, open, seenOn, withoutScript, type Api } from '../support.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const silent = { NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1' };

interface Framework {
  readonly name: string;
  readonly dev: readonly string[];
  readonly start: readonly string[];
}

const frameworks: readonly Framework[] = [
  { name: 'next', dev: ['npx', 'next', 'dev'], start: ['npx', 'next', 'start'] },
  { name: 'astro', dev: ['npx', 'astro', 'dev'], start: ['node', 'dist/server/entry.mjs'] },
];

const work = mkdtempSync(join(tmpdir(), 'standfirst-servers-'));
atTheEnd(() => rmSync(work, { recursive: true, force: true }));

const run = (cwd: string, program: string, ...args: string[]): string =>
  execFileSync(program, args, { cwd, env: { ...process.env, ...silent }, encoding: 'utf8', stdio: 'pipe' });

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Starts a server, and waits until it answers. */
async function start(cwd: string, [program = '', ...args]: readonly string[], api: Api): Promise<string> {
  const port = await freePort();
  const env = { ...process.env, ...silent, NEWS_API: api.address, PORT: String(port), HOST: 'localhost' };
  const named = args[0] === 'astro' ? ['--port', String(port), '--host', 'localhost'] : [];
  const child = spawn(program, [...args, ...named], { cwd, env, detached: true, stdio: 'pipe' });
  let told = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (told += String(part)));
  atTheEnd(() => killGroup(child));
  // Next's development server takes a socket from no other name.
  const address = `http://localhost:${port}/`;
  for (let tries = 0; tries < 120 && child.exitCode === null; tries++) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return address;
    await new Promise((later) => setTimeout(later, 500));
  }
  throw new Error(`It does not answer:\n${told}`);
}

async function expectRendered(address: string, api: Api, dev: boolean): Promise<void> {
  const plain = await open(address, withoutScript);
  const seen = await seenOn(plain);
  assert.match(seen, /Story number 1 of[^]*Story number 2 of/);
  assert.doesNotMatch(seen, /More from World/);
  api.asked.length = 0;
  const opened = await open(address);
  await opened.page.waitForFunction('document.querySelector("news-article-card").contentState === "ready"');
  // One question, of the server.
  assert.equal(api.asked.length, 1, api.asked.join());
  // Next has a region for announcements at the end.
  assert.ok((await seenOn(opened)).startsWith(seen));
  assert.equal(await opened.shift(), 0);
  assert.deepEqual(await opened.renewed(), []);
  // In development the frameworks tell of their tools, and Lit that it is its own build for that.
  const loud = opened.said.filter((words) => !dev || /^(error|warning): (?!Lit is in dev mode)/.test(words));
  assert.deepEqual(loud, []);
}

run(root, 'npm', 'run', 'build');
const tarball = join(work, run(root, 'npm', 'pack', '--silent', '--pack-destination', work).trim());

for (const { name, ...how } of frameworks)
  describe(name, () => {
    const folder = join(work, name);
    it('is built', () => {
      cpSync(fileURLToPath(new URL(name, import.meta.url)), folder, { recursive: true });
      run(folder, 'npm', 'ci');
      run(folder, 'npm', 'install', '--no-save', '--no-package-lock', tarball);
      run(folder, 'npx', name, 'build');
    });
    for (const mode of ['start', 'dev'] as const)
      it(`renders the elements, and the browser takes them over without a word: ${mode}`, async () => {
        const api = await contentApi();
        await expectRendered(await start(folder, how[mode], api), api, mode === 'dev');
      });
  });
