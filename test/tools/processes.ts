import type { ChildProcess } from 'node:child_process';

/** Ends a child that was spawned `detached`, with all that it has started. Safe in an `exit` listener. */
export function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    // A negative id is a process group; Windows has none.
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}
