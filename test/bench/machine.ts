import { cpus, totalmem } from 'node:os';

/** What it ran on, without a name. */
export const machine = (chromium: string): string => {
  const all = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${all.length} cores (${all[0]?.model.trim() || 'model unknown'}), ${memory} GiB of memory, Node ${process.versions.node}, Chromium ${chromium}`;
};
