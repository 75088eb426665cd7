import { fileURLToPath } from 'node:url';
import { startApi } from './start.js';

/*
 * Starts the demo's content API: node --import tsx demo/api/main.ts
 *
 * API_PORT          4801
 * HOST              127.0.0.1
 * SITE_ORIGIN       http://localhost:4800, where the story pages are
 * PUBLIC_ORIGIN     http://localhost:API_PORT, where readers reach this API
 * DATA_DIR          .data/api
 * DATABASE_URL      postgres://…, a server's database; without it, the one that is kept in DATA_DIR
 * CONTENT_DIR       demo/content, which fills an empty database
 * LEAD              id of the story that also stands at "/"; the first by id
 * MODERATION_TOKEN  made at the first start and kept in DATA_DIR
 */

/** An environment variable; one that is empty counts as not set. */
const env = (name: string) => process.env[name]?.trim() || undefined;

/** The origin in a variable, in the one way of writing it that addresses can be made from. */
function origin(name: string): string | undefined {
  const value = env(name);
  if (value === undefined) return undefined;
  if (!/^https?:\/\//.test(value) || !URL.canParse(value)) {
    throw new Error(`${name} must be an origin such as https://example.org; it is “${value}”.`);
  }
  return new URL(value).origin;
}

function port(): number {
  const value = env('API_PORT') ?? '4801';
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65535) {
    throw new Error(`API_PORT must be a port number; it is “${value}”.`);
  }
  return Number(value);
}

try {
  const publicOrigin = origin('PUBLIC_ORIGIN');
  const lead = env('LEAD');
  const moderationToken = env('MODERATION_TOKEN');
  const databaseUrl = env('DATABASE_URL');
  const api = await startApi({
    port: port(),
    host: env('HOST') ?? '127.0.0.1',
    siteOrigin: origin('SITE_ORIGIN') ?? 'http://localhost:4800',
    dataDir: env('DATA_DIR') ?? '.data/api',
    contentDir: env('CONTENT_DIR') ?? fileURLToPath(new URL('../content', import.meta.url)),
    ...(databaseUrl !== undefined && { databaseUrl }),
    ...(publicOrigin !== undefined && { publicOrigin }),
    ...(lead !== undefined && { lead }),
    ...(moderationToken !== undefined && { moderationToken }),
  });
  const stop = async () => {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await api.close();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);

  console.log(`Content API: ${api.origin}/v1`);
  console.log(`Moderation:  ${api.moderationAddress}`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
