import { DatabaseError, Pool, type PoolClient } from 'pg';
import { type Database, type Queries, schema } from './database.js';

/** Milliseconds until a server counts as unreachable, and a request that waits for its turn as refused. */
const PATIENCE = 10_000;

/** How often work is begun anew that another process has crossed. */
const ATTEMPTS = 5;

/** What undoes a transaction that was right: serialization_failure and deadlock_detected. */
const CROSSED = ['40001', '40P01'];

const isCrossed = (error: unknown) => error instanceof DatabaseError && CROSSED.includes(error.code ?? '');

const queriesOf = (on: Pool | PoolClient): Queries => ({
  query: async <Row>(sql: string, params: readonly unknown[] = []) =>
    (await on.query(sql, [...params])).rows as Row[],
});

/** `work` between begin and commit, on a connection of its own. */
async function attempt<Result>(pool: Pool, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    // Who waited for an advisory lock has to see what its holder stored: no stricter level does that.
    await client.query('begin isolation level read committed');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    // A connection whose state nobody knows is not given to the next one.
    await client.query('rollback').catch((reason: unknown) => (broken = reason as Error));
    throw error;
  } finally {
    client.release(broken);
  }
}

async function transact<Result>(pool: Pool, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  for (let left = ATTEMPTS; ; left--) {
    try {
      return await attempt(pool, work);
    } catch (error) {
      if (left === 1 || !isCrossed(error)) throw error;
    }
  }
}

/** Why a server cannot be used, in words; a name with several addresses fails with one error for each. */
const reasonOf = (error: unknown): string =>
  error instanceof AggregateError ? reasonOf(error.errors[0]) : (error as Error).message;

/** Opens a database on a PostgreSQL server, which other processes may use at the same time. */
export async function openPostgres(url: string): Promise<Database> {
  // The address is not repeated: it may hold a password.
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new Error('DATABASE_URL must be an address such as postgres://user:password@localhost/standfirst.');
  }
  let pool: Pool | undefined;
  try {
    pool = new Pool({ connectionString: url, connectionTimeoutMillis: PATIENCE });
    // A connection that breaks is replaced, and the request that had it fails; without listeners the process would.
    pool.on('error', () => {});
    pool.on('connect', (client) => client.on('error', () => {}));
    await transact(pool, async (client) => {
      // Of two processes that start at once, one finds the other's work done.
      await client.query(`select pg_advisory_xact_lock(hashtextextended('schema', 0))`);
      await client.query(schema);
    });
  } catch (error) {
    await pool?.end();
    throw new Error(`DATABASE_URL leads to no PostgreSQL that can be used: ${reasonOf(error)}.`, {
      cause: error,
    });
  }
  const opened = pool;
  return {
    ...queriesOf(opened),
    transaction: (work) => transact(opened, (client) => work(queriesOf(client))),
    close: () => opened.end(),
  };
}
