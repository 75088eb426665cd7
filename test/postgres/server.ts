import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

// A PostgreSQL of our own, in a folder that goes with us, and reached only by a socket in there.

/** Where Debian's package has its programs, the newest first; they are not on the path. */
const packaged = (): string[] => {
  const versions = '/usr/lib/postgresql';
  if (!existsSync(versions)) return [];
  const numbers = readdirSync(versions).sort((one, other) => Number(other) - Number(one));
  return numbers.map((number) => join(versions, number, 'bin'));
};

/** The folder of PostgreSQL's programs; undefined when this machine has none. */
const programs = (): string | undefined =>
  [...packaged(), ...(process.env.PATH ?? '').split(delimiter)].find(
    (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')),
  );

/** What this machine lacks to run PostgreSQL, and what to do about it; empty when it lacks nothing. */
export const lacking = (): string =>
  programs() === undefined
    ? 'PostgreSQL is not on this machine: on Debian, apt-get install --no-install-recommends postgresql; ' +
      'or set DATABASE_URL.'
    : '';

/** As whom it runs: root is refused by PostgreSQL. */
function user(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const number = (...args: string[]) => Number(spawnSync('id', args, { encoding: 'utf8' }).stdout);
  const name = spawnSync('id', ['postgres']).status === 0 ? 'postgres' : 'nobody';
  return { uid: number('-u', name), gid: number('-g', name) };
}

/**
 * Makes a cluster, serves it until our side of its input ends, however we end, and then takes all of it away. It is
 * never stopped while it starts: it would leave shared memory behind. Whoever can open the folder is its owner.
 */
const SERVE = `
trap '' PIPE
cluster='--auth=trust --username=postgres --encoding=UTF8 --locale=C.UTF-8 --no-sync'
"$0/initdb" -D data $cluster >/dev/null &&
  { "$0/pg_ctl" start -w -s -D data -l log -o "-c listen_addresses= -c fsync=off -k '$PWD'" || { cat log >&2; false; }; } &&
  echo ready && cat >/dev/null
"$0/pg_ctl" stop -s -m immediate -D data 2>/dev/null
cd / && rm -rf "$OLDPWD"
`;

export interface Postgres {
  /** Address of a database in it, for a user who may do everything. */
  readonly url: string;
  /** Ends it, and removes its folder. */
  stop(): Promise<void>;
}

export async function startPostgres(): Promise<Postgres> {
  const bin = programs();
  if (bin === undefined) throw new Error(lacking());
  const folder = mkdtempSync(join(tmpdir(), 'news-pg-'));
  const as = user();
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid);
  // In a group of its own: what interrupts us does not interrupt it.
  const server = spawn('sh', ['-c', SERVE, bin], { ...as, cwd: folder, detached: true, stdio: 'pipe' });
  const ended = once(server, 'close');
  let complaint = '';
  server.stderr.on('data', (chunk: Buffer) => (complaint += String(chunk)));
  await Promise.race([
    once(server.stdout, 'data'),
    ended.then(() => Promise.reject(new Error(`PostgreSQL did not start: ${complaint}`))),
  ]);
  const stop = async () => {
    server.stdin.end();
    await ended;
  };
  return { url: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`, stop };
}
