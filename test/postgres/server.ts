import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
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

/** Waits for the end of our side of its input, however we end, and then takes all of it away. */
const GUARD = 'cat >/dev/null; "$0" stop -s -m immediate -D "$1/data"; rm -rf "$1"';

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
  const options = { ...as, cwd: folder };
  const control = join(bin, 'pg_ctl');
  // In a group of its own: what interrupts us does not interrupt it.
  const guard = spawn('sh', ['-c', GUARD, control, folder], {
    ...options,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const stop = () => {
    const ended = once(guard, 'close');
    guard.stdin.end();
    return ended.then(() => {});
  };
  const log = join(folder, 'log');
  const run = async (program: string, ...args: string[]) => {
    const child: ChildProcess = spawn(program, args, { ...options, stdio: 'ignore' });
    const [code] = (await once(child, 'close')) as [number];
    if (code)
      throw new Error(`${program} ended with ${code}. ${existsSync(log) ? readFileSync(log, 'utf8') : ''}`);
  };
  try {
    // Whoever can open the folder is its owner. Nothing in it is to outlive a crash of the machine.
    const data = ['-D', join(folder, 'data')];
    const cluster = [
      '--auth=trust',
      '--username=postgres',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
    ];
    await run(join(bin, 'initdb'), ...data, ...cluster);
    const settings = `-c listen_addresses= -k ${folder} -c fsync=off`;
    await run(control, 'start', ...data, '-w', '-s', '-l', log, '-o', settings);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`, stop };
}
