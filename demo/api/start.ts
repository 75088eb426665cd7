import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { readContent } from './content.js';
import { type Database, openDatabase } from './database.js';
import type { PostLimit } from './patience.js';
import { openPostgres } from './postgres.js';
import { seed } from './seed.js';
import { createApi, type Env } from './server.js';

export interface StartOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  readonly siteOrigin: string;
  /** Where readers reach this API; by default at its port on localhost. */
  readonly publicOrigin?: string;
  /** The folder of the database and the moderator's token; in memory when left out. */
  readonly dataDir?: string;
  /** A PostgreSQL server's database, in the place of the one in the folder. */
  readonly databaseUrl?: string;
  /** What an empty database is filled from. */
  readonly contentDir: string;
  readonly lead?: string;
  /** Made at the first start, and kept in the data folder, when left out. */
  readonly moderationToken?: string;
  readonly postLimit?: PostLimit;
}

/** An API that listens. */
export interface RunningApi {
  readonly origin: string;
  /** The moderator's page, with the token in its fragment. */
  readonly moderationAddress: string;
  readonly moderationToken: string;
  readonly database: Database;
  close(): Promise<void>;
}

function keepToken(dataDir: string | undefined): string {
  const token = randomBytes(24).toString('base64url');
  if (dataDir === undefined) return token;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'moderation-token');
  const own = `${file}.${process.pid}`;
  // Processes that share a server may share the folder: written beside and linked into place, the first one stays.
  writeFileSync(own, `${token}\n`, { mode: 0o600 });
  try {
    linkSync(own, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(own, { force: true });
  }
  return readFileSync(file, 'utf8').trim();
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${port} on ${host} is taken: stop what listens there, or choose another with API_PORT.`,
            )
          : error,
      ),
    );
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Answers under way get a moment; a connection that never ends must not keep the server from stopping.
    setTimeout(() => server.closeAllConnections(), 2000).unref();
  });
}

/** Opens the database, fills it when it is empty, and listens. Requests that come before all is ready wait. */
export async function startApi(options: StartOptions): Promise<RunningApi> {
  const { port, host, siteOrigin, dataDir, databaseUrl, contentDir, lead, postLimit } = options;
  let ready: (app: Hono<Env>) => void;
  const app = new Promise<Hono<Env>>((resolve) => (ready = resolve));
  const server = createAdaptorServer({
    fetch: async (request, env) => (await app).fetch(request, env),
  }) as Server;
  // First the port: when it is taken, that is known at once, and nothing has been touched.
  const origin = `http://localhost:${await listen(server, port, host)}`;
  let database: Database | undefined;
  try {
    database = databaseUrl === undefined ? await openDatabase(dataDir) : await openPostgres(databaseUrl);
    await seed(database, () => readContent(contentDir));
    const moderationToken = options.moderationToken ?? keepToken(dataDir);
    const publicOrigin = options.publicOrigin ?? origin;
    ready!(
      createApi({
        database,
        siteOrigin,
        publicOrigin,
        pictures: join(contentDir, 'pictures'),
        moderationToken,
        ...(lead !== undefined && { lead }),
        ...(postLimit && { postLimit }),
      }),
    );
    const opened = database;
    return {
      origin,
      moderationToken,
      moderationAddress: `${publicOrigin}/moderation#token=${moderationToken}`,
      database,
      async close() {
        await stopListening(server);
        await opened.close();
      },
    };
  } catch (error) {
    server.closeAllConnections();
    server.close();
    await database?.close();
    throw error;
  }
}
