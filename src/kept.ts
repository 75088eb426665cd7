// What a publisher's "what we keep, and how to be rid of it" stands on. An entry of its own: few pages have one.
import { change } from './content/outbox-store.js';

/** Something that our elements keep in this browser. */
export interface KeptItem {
  readonly where: 'localStorage' | 'indexedDB';
  readonly key: string;
  /** As it is kept; of the database, as JSON. */
  readonly value: string;
}

const ours = /^news-(draft |outbox |reader$)/;

function inStorage(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => ours.test(key));
  } catch {
    // Storage is denied: nothing is kept.
    return [];
  }
}

/** All that our elements keep in this browser for pages of this origin: drafts, comments that wait, a reader's details. */
export async function kept(): Promise<readonly KeptItem[]> {
  const { value: waiting } = await change((box) => [...box.values()]);
  return [
    ...inStorage().map((key) => ({
      where: 'localStorage' as const,
      key,
      value: localStorage.getItem(key) ?? '',
    })),
    ...waiting.map((entry) => ({
      where: 'indexedDB' as const,
      key: entry.key,
      value: JSON.stringify(entry),
    })),
  ];
}

/** Clears all of it; a comment that waits is not sent any more. What stands in an open form is kept again with its next letter. */
export async function forget(): Promise<void> {
  await change((box) => box.clear());
  for (const key of inStorage()) localStorage.removeItem(key);
}
