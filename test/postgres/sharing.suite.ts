import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Database, Queries } from '../../demo/api/database.js';
import { openPostgres } from '../../demo/api/postgres.js';
import { killAll, refusal, start, type Started } from '../api/processes.js';
import { type FreshDatabase, freshDatabase } from './databases.js';

describe('processes that share a server', () => {
  let folder: string;
  let fresh: FreshDatabase;
  let database: Database;
  let processes: Started[];
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'standfirst-api-'));
    fresh = await freshDatabase();
    // All of them find nothing.
    const env = { DATA_DIR: folder, DATABASE_URL: fresh.url };
    processes = await Promise.all([start(env), start(env), start(env)]);
    database = await openPostgres(fresh.url);
  });
  after(async () => {
    await killAll();
    await database?.close();
    await fresh?.drop();
    rmSync(folder, { recursive: true });
  });

  const send = async (to: Started, key: string | undefined, fields: Record<string, string>) => {
    const response = await fetch(`${to.origin}/v1/comments`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(key && { 'Idempotency-Key': key }) },
      body: JSON.stringify({ story: '104', name: 'Ines', email: 'ines@example.org', ...fields }),
    });
    return { status: response.status, json: (await response.json()) as { id: string } };
  };
  /** `count` times, dealt to all of them at once. */
  const deal = <Result>(count: number, task: (one: Started, turn: number) => Promise<Result>) =>
    Promise.all(Array.from({ length: count }, (_, turn) => task(processes[turn % processes.length]!, turn)));

  it('make and fill an empty database once, however many start at once', async () => {
    const [count] = await database.query(
      'select (select count(*)::int from stories) as stories, (select count(*)::int from comments) as comments',
    );
    assert.deepEqual(count, { stories: 5, comments: 7 });
  });

  it('have one token for the moderator', () => {
    assert.equal(new Set(processes.map(({ token }) => token)).size, 1);
  });

  it('store a comment once that is sent to all of them at once', async () => {
    const answers = await deal(12, (one) => send(one, 'shared', { text: 'Once.', email: 'a@example.org' }));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([201]));
    assert.equal(new Set(answers.map(({ json }) => json.id)).size, 1);
    const stored = await database.query(`select from comments where text = 'Once.'`);
    assert.equal(stored.length, 1);
  });

  it('let a reader say the same thing once, whichever is asked', async () => {
    const answers = await deal(6, (one) =>
      send(one, undefined, { text: 'The same.', email: 'b@example.org' }),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409, 409, 409, 409, 409]);
  });

  it('count what one reader posts together', async () => {
    const answers = await deal(9, (one, turn) =>
      send(one, `fast-${turn}`, { text: `Number ${turn}`, email: 'c@example.org' }),
    );
    const statuses = answers.map(({ status }) => status).sort();
    assert.deepEqual(statuses, [201, 201, 201, 201, 201, 429, 429, 429, 429]);
  });

  it('go on when the server has closed their connections', async () => {
    await database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    for (const { origin } of processes) {
      // A request may get a connection whose end has not been heard of yet, and there are ten at most.
      let tries = 0;
      while ((await fetch(`${origin}/health`)).status !== 200) assert.ok(++tries <= 10, origin);
    }
  });

  it('are told in one sentence that there is no such database', async () => {
    const url = new URL(fresh.url);
    url.pathname = 'standfirst_nowhere';
    assert.equal(
      await refusal({ DATA_DIR: folder, DATABASE_URL: url.href }),
      'DATABASE_URL leads to no PostgreSQL that can be used: database "standfirst_nowhere" does not exist.\n',
    );
  });
});

describe('a transaction on a server', () => {
  let fresh: FreshDatabase;
  let database: Database;
  before(async () => {
    fresh = await freshDatabase();
    database = await openPostgres(fresh.url);
    await database.query(`insert into tags values ('one', '0'), ('two', '0')`);
  });
  after(async () => {
    await database?.close();
    await fresh?.drop();
  });
  const names = async () => {
    const rows = await database.query<{ name: string }>('select name from tags order by slug');
    return rows.map(({ name }) => name);
  };

  it('that makes the tables waits for another one that does', async () => {
    const empty = await freshDatabase();
    const opened = await Promise.allSettled(Array.from({ length: 8 }, () => openPostgres(empty.url)));
    await Promise.all(opened.map(async (one) => one.status === 'fulfilled' && (await one.value.close())));
    await empty.drop();
    assert.deepEqual(
      opened.flatMap((one) => (one.status === 'rejected' ? [one.reason] : [])),
      [],
    );
  });

  it('that another one has crossed is begun anew', async () => {
    const count = (queries: Queries, slug: string) =>
      queries.query('update tags set name = (name::int + 1)::text where slug = $1', [slug]);
    let begun = 0;
    let arrived = 0;
    let open: () => void;
    const bothHaveOne = new Promise<void>((resolve) => (open = resolve));
    // Each has what the other waits for: the server ends one of them.
    const both = (first: string, second: string) =>
      database.transaction(async (queries) => {
        begun++;
        await count(queries, first);
        if (++arrived === 2) open();
        await bothHaveOne;
        await count(queries, second);
      });
    await Promise.all([both('one', 'two'), both('two', 'one')]);
    assert.deepEqual(await names(), ['2', '2']);
    // Rarely the second attempt is crossed, too.
    assert.ok(begun > 2);
  });

  it('that fails leaves nothing, and its connection is good for the next', async () => {
    for (let time = 0; time < 12; time++) {
      await assert.rejects(
        database.transaction(async (queries) => {
          await queries.query(`insert into tags values ('three', '0')`);
          await queries.query('select nothing');
        }),
        /column "nothing" does not exist/,
      );
    }
    assert.equal((await names()).length, 2);
  });

  it('sees what was stored while it waited for its turn, whatever the server’s own level is', async () => {
    const name = new URL(fresh.url).pathname.slice(1);
    await database.query(`alter database ${name} set default_transaction_isolation = 'serializable'`);
    // Connections that are open already keep the level that they began with.
    const strict = await openPostgres(fresh.url);
    try {
      const lock = (queries: Queries) => queries.query('select pg_advisory_xact_lock(7)');
      let waiting: Promise<number>;
      await strict.transaction(async (queries) => {
        await lock(queries);
        waiting = strict.transaction(async (other) => {
          await lock(other);
          return (await other.query(`select from tags where slug = 'late'`)).length;
        });
        const queue = `select from pg_locks where locktype = 'advisory' and not granted
          and database = (select oid from pg_database where datname = current_database())`;
        while ((await queries.query(queue)).length === 0);
        await queries.query(`insert into tags values ('late', '0')`);
      });
      assert.equal(await waiting!, 1);
    } finally {
      await strict.close();
    }
  });
});
