import { change, type Entry } from '../../src/content/outbox-store.js';

/** A browser in which nobody has written yet. */
export async function emptyOutbox(): Promise<void> {
  localStorage.clear();
  await change((box) => box.clear());
}

/** All that waits, on any page. */
export const entries = async (): Promise<Entry[]> => (await change((box) => [...box.values()])).value;
