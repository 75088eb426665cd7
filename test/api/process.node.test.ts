import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { lockFolder } from '../../demo/api/folder-lock.js';
import { type FreshDatabase, freshDatabase, onServer } from '../postgres/databases.js';
import { kill, killAll, refusal, start } from './processes.js';

describe('the process', () => {
  let folder: string;
  let database: FreshDatabase | undefined;
  let kept: Record<string, string>;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'standfirst-api-'));
    if (onServer) database = await freshDatabase();
    kept = { DATA_DIR: folder, ...(database && { DATABASE_URL: database.url }) };
  });
  after(async () => {
    await killAll();
    await database?.drop();
    rmSync(folder, { recursive: true });
  });

  it('keeps every comment that it said it had, through SIGKILL', async () => {
    const first = await start(kept);
    const ids: string[] = [];
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
      else ids.push(((await response.json()) as { id: string }).id);
    }
    if (!onServer) assert.ok(existsSync(join(folder, 'lock')), 'a killed process leaves its lock behind');

    const second = await start(kept);
    const response = await fetch(`${second.origin}/v1/comments?story=104&order=oldest&limit=100`);
    const { items } = (await response.json()) as { items: { id: string; text: string }[] };
    assert.equal(items.length, 20);
    assert.deepEqual(
      items.slice(0, 19).map(({ id }) => id),
      ids,
    );
    assert.equal(items[19]!.text, 'Number 19');

    assert.equal(second.token, first.token, 'the token outlives the process');
    assert.equal(statSync(join(folder, 'moderation-token')).mode & 0o777, 0o600);
    assert.equal(await kill(second.child, 'SIGTERM'), 0);
  });

  // On a server there is no lock: several processes share it (test/postgres/sharing.suite.ts).
  it('has its data folder alone', { skip: onServer }, async () => {
    const second = await start({ DATA_DIR: folder });
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
    const { child, origin } = await start({ ...kept, MODERATION_TOKEN: 'given' });
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
    const taken = createServer((socket) => socket.resume().end()).listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const sentences = await Promise.all([
      refusal({ DATA_DIR: folder, API_PORT: String(port) }),
      refusal({ DATA_DIR: folder, API_PORT: 'http' }),
      refusal({ DATA_DIR: folder, SITE_ORIGIN: 'news.example' }),
      refusal({ DATA_DIR: folder, DATABASE_URL: 'mysql://root:secret@localhost/news' }),
      // What listens there speaks no word, and hangs up.
      refusal({ DATA_DIR: folder, DATABASE_URL: `postgres://news:secret@127.0.0.1:${port}/news` }),
    ]);
    taken.close();
    await once(taken, 'close');
    // Nobody listens there any more.
    sentences.push(await refusal({ DATA_DIR: folder, DATABASE_URL: `postgres://127.0.0.1:${port}/news` }));
    assert.deepEqual(sentences, [
      `Port ${port} on 127.0.0.1 is taken: stop what listens there, or choose another with API_PORT.\n`,
      'API_PORT must be a port number; it is “http”.\n',
      'SITE_ORIGIN must be an origin such as https://example.org; it is “news.example”.\n',
      'DATABASE_URL must be an address such as postgres://user:password@localhost/standfirst.\n',
      'DATABASE_URL leads to no PostgreSQL that can be used: Connection terminated unexpectedly.\n',
      `DATABASE_URL leads to no PostgreSQL that can be used: connect ECONNREFUSED 127.0.0.1:${port}.\n`,
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
