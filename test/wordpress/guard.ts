/**
 * A command in a shell that ends with us, however we end: it waits for what nobody writes, until our end of the pipe is
 * closed. Spawn it `detached`, with a pipe as its input: all of its process group goes with it. PHP's workers, among
 * others, outlive the process that started them.
 */
export const guarded = (...command: string[]): string[] => [
  'sh',
  '-c',
  '("$@"; kill -KILL 0) & cat >/dev/null; kill -KILL 0',
  'sh',
  ...command,
];
