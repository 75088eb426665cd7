import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * When a process was started, as something to compare. A process id alone says little: after a crash, and above all
 * in a container, another process (or the next run of this one) may have the same.
 */
function startOf(pid: number): string {
  try {
    if (process.platform === 'linux') {
      // proc_pid_stat(5): field 22 is the start in ticks since boot; field 2, in parentheses, may hold spaces.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`;
    }
    return execFileSync('ps', ['-p', String(pid), '-o', 'lstart='], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const hasCode = (error: unknown, code: string) => (error as NodeJS.ErrnoException).code === code;

/**
 * Takes a folder for this process alone, and gives the function that lets it go. A lock whose owner is gone is taken
 * over; one whose owner runs is refused with a sentence for people.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = join(folder, 'lock');
  const own = join(folder, `lock.${process.pid}`);
  const content = JSON.stringify({ pid: process.pid, started: startOf(process.pid) });
  // Written beside and linked into place: nobody ever reads a lock that is half written.
  writeFileSync(own, content);
  try {
    for (;;) {
      try {
        linkSync(own, lock);
        return () => rmSync(lock, { force: true });
      } catch (error) {
        if (!hasCode(error, 'EEXIST')) throw error;
      }
      removeStale(lock, folder);
    }
  } finally {
    rmSync(own, { force: true });
  }
}

function removeStale(lock: string, folder: string): void {
  const stale = `${lock}.stale.${process.pid}`;
  try {
    const found = readFileSync(lock, 'utf8');
    const { pid, started } = JSON.parse(found) as { pid: number; started: string };
    if (isRunning(pid) && startOf(pid) === started) {
      throw new Error(
        `The data folder ${folder} is in use by process ${pid}: stop that one, or choose another folder with DATA_DIR.`,
      );
    }
    // Another process may have taken over in the meantime: then its fresh lock goes back, and the next round judges it.
    renameSync(lock, stale);
    if (readFileSync(stale, 'utf8') !== found) linkSync(stale, lock);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  } finally {
    rmSync(stale, { force: true });
  }
}
