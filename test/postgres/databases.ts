import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** The variable in which `run.ts` hands the server over to the tests. Without it they run on the PostgreSQL inside. */
export const serverVariable = 'STANDFIRST_TEST_POSTGRES';

/** All databases of one run begin with this: those of a test that was ended are found by it. */
export const prefixVariable = 'STANDFIRST_TEST_PREFIX';

/** Whether the tests run on a server. */
export const onServer = Boolean(process.env[serverVariable]);

export interface FreshDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

async function tell(server: string, ...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** An empty database on the server of this run. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = process.env[serverVariable];
  const prefix = process.env[prefixVariable];
  if (!server || !prefix) throw new Error('There is no server: npm run test:postgres.');
  const name = prefix + randomBytes(6).toString('hex');
  // Another template than the usual one may have tables, or somebody who looks at it.
  await tell(server, `create database ${name} template template0`);
  const url = new URL(server);
  url.pathname = name;
  return { url: url.href, drop: () => tell(server, `drop database ${name} with (force)`) };
}

/** Removes what tests that were ended have left on a server. */
export async function dropAll(server: string, prefix: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [prefix],
    );
    for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`);
  } finally {
    await client.end();
  }
}
