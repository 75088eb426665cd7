import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { lockFolder } from './folder-lock.js';

/** Something that answers SQL: the database, or a transaction of it. */
export interface Queries {
  query<Row = unknown>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
}

/** As little of a PostgreSQL as the API needs, so that a server (postgres.ts) can take the place of the one in this process. */
export interface Database extends Queries {
  /**
   * All or nothing: what `work` throws undoes what it wrote. It may be called again where another process came in
   * between, so it does nothing but ask `queries`.
   */
  transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** The statements that make the tables. */
export const schema = readFileSync(new URL('schema.sql', import.meta.url), 'utf8');

type PgliteQueries = Pick<PGlite, 'query'>;

const queriesOf = (pglite: PgliteQueries): Queries => ({
  query: async <Row>(sql: string, params: readonly unknown[] = []) =>
    (await pglite.query<Row>(sql, [...params])).rows,
});

/** Opens the PostgreSQL that lives in a folder (made at the first start), or one in memory. */
export async function openDatabase(folder?: string): Promise<Database> {
  const unlock = folder === undefined ? () => {} : lockFolder(folder);
  try {
    const pglite = await PGlite.create(folder === undefined ? 'memory://' : join(folder, 'postgres'));
    await pglite.exec(schema);
    return {
      ...queriesOf(pglite),
      transaction: (work) => pglite.transaction((transaction) => work(queriesOf(transaction))),
      async close() {
        await pglite.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
