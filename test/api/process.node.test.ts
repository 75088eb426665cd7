import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { lockFolder } from '../../demo/api/folder-lock.js';
import { CONTENT } from './support.js';

const MAIN = fileURLToPath(new URL('../../demo/api/main.ts', import.meta.url));

interface Started {
  readonly child: ChildProcess;
  readonly origin: string;
  readonly token: string;
}

const children = new Set<ChildProcess>();

function run(env: Record<string, string>): ChildProcess {
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

async function start(env: Record<string, string>): Promise<Started> {
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
async function refusal(env: Record<string, string>): Promise<string> {
  const child = run(env);
  const said = collect(child);
  const [code] = (await once(child, 'close')) as [number];
  assert.equal(code, 1);
  assert.equal(said.stdout, '');
  return said.stderr;
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const exit = once(child, 'exit');
  child.kill(signal);
  return ((await exit) as [number | null])[0];
}

describe('the process', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'standfirst-api-'));
  });
  after(async () => {
    await Promise.all([...children].map((child) => kill(child, 'SIGKILL')));
    rmSync(folder, { recursive: true });
  });

  it('keeps every comment that it said it had, through SIGKILL', async () => {
    const first = await start({ DATA_DIR: folder });
    const kept: string[] = [];
    for (let number = 0; number < 20; number++) {
      const response = await fetch(`${first.origin}/v1/comments`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `key-${number}` },
        body: JSON.stringify({
          story: '104',
          name: 'Ines',
          email: `r${number}@example.org`,
          text: `Number ${number}`,
        }),
      });
      assert.equal(response.status, 201);
      if (number === 19) await kill(first.child, 'SIGKILL');
      else kept.push(((await response.json()) as { id: string }).id);
    }
    assert.ok(existsSync(join(folder, 'lock')), 'a killed process leaves its lock behind');

    const second = await start({ DATA_DIR: folder });
    const response = await fetch(`${second.origin}/v1/comments?story=104&order=oldest&limit=100`);
    const { items } = (await response.json()) as { items: { id: string; text: string }[] };
    assert.equal(items.length, 20);
    assert.deepEqual(
      items.slice(0, 19).map(({ id }) => id),
      kept,
    );
    assert.equal(items[19]!.text, 'Number 19');

    assert.equal(second.token, first.token, 'the token outlives the process');
    assert.equal(statSync(join(folder, 'moderation-token')).mode & 0o777, 0o600);

    const sentence = await refusal({ DATA_DIR: folder });
    assert.equal(
      sentence,
      `The data folder ${folder} is in use by process ${second.child.pid}: stop that one, or choose another folder with DATA_DIR.\n`,
    );
    assert.equal((await fetch(`${second.origin}/health`)).status, 200, 'the first goes on');

    assert.equal(await kill(second.child, 'SIGTERM'), 0);
    assert.ok(!existsSync(join(folder, 'lock')), 'a stopped process takes its lock along');
  });

  it('stops on SIGINT, and waits for no request that never ends', async () => {
    const { child, origin } = await start({ DATA_DIR: folder, MODERATION_TOKEN: 'given' });
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    await once(socket, 'connect');
    const head = 'Host: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{';
    socket.on('error', () => {});
    socket.write(`GET /health HTTP/1.1\r\nHost: localhost\r\n\r\nPOST /v1/comments HTTP/1.1\r\n${head}`);
    // The first answer proves that the second, unfinished request has come too.
    await once(socket, 'data');
    assert.equal(await kill(child, 'SIGINT'), 0);
  });

  it('says in one sentence what it cannot start with', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const sentences = await Promise.all([
      refusal({ DATA_DIR: folder, API_PORT: String(port) }),
      refusal({ DATA_DIR: folder, API_PORT: 'http' }),
      refusal({ DATA_DIR: folder, SITE_ORIGIN: 'news.example' }),
    ]);
    taken.close();
    assert.deepEqual(sentences, [
      `Port ${port} on 127.0.0.1 is taken: stop what listens there, or choose another with API_PORT.\n`,
      'API_PORT must be a port number; it is “http”.\n',
      'SITE_ORIGIN must be an origin such as https://example.org; it is “news.example”.\n',
    ]);
  });
});

describe('the lock of a folder', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'standfirst-lock-'));
  });
  after(() => rmSync(folder, { recursive: true }));
  const lock = () => join(folder, 'lock');

  it('is taken once, and again when it was let go', () => {
    const unlock = lockFolder(folder);
    assert.throws(() => lockFolder(folder), /is in use by process \d+:/);
    unlock();
    lockFolder(folder)();
    assert.ok(!existsSync(lock()));
  });

  it('is taken over from a process that is gone', async () => {
    const gone = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(gone, 'exit');
    writeFileSync(lock(), JSON.stringify({ pid: gone.pid, started: '' }));
    const unlock = lockFolder(folder);
    assert.equal((JSON.parse(readFileSync(lock(), 'utf8')) as { pid: number }).pid, process.pid);
    unlock();
  });

  it('is taken over when another process has the number by now, be it this one', () => {
    for (const pid of [process.ppid, process.pid]) {
      writeFileSync(lock(), JSON.stringify({ pid, started: 'before the crash' }));
      lockFolder(folder)();
    }
  });
});
