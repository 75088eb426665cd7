import type { NewComment } from '../model/index.js';
import type { Refused } from './post-comment.js';

/** No, or not yet. */
export interface No extends Refused {
  /** Whether the browser keeps what is sent again by itself; else it goes with the page. */
  readonly kept?: boolean;
  /** No earlier try can have stored it. */
  readonly sure?: boolean;
}

/** A comment that a reader has sent, until the API has answered yes, or the reader has seen its no. */
export interface Entry {
  /** Its idempotency key. */
  readonly key: string;
  /** Which elements may send it. */
  readonly way: string;
  /** The form that it was written in. */
  readonly place: string;
  readonly comment: NewComment;
  /** Times are milliseconds since 1970. */
  readonly made: number;
  readonly tries: number;
  /** A try got no answer: it may have been stored. */
  readonly unsure: boolean;
  /** The API does not want it sooner. */
  readonly after: number;
  /** When it is tried again by itself. */
  readonly due: number;
  /** The page that sends it just now. */
  readonly lease?: { readonly owner: string; readonly until: number } | undefined;
  /** The API's last word, which the reader has not seen. */
  readonly refused?: No | undefined;
}

/** All entries, by their keys. */
export type Box = Map<string, Entry>;

/** How long a database may be silent, in milliseconds: there are browsers in which `open()` is never answered. */
const patience = 5_000;

const memory: Box = new Map();
let opened: Promise<IDBDatabase> | undefined;

/**
 * One look into the outbox, with changes, that no other tab can come between: IndexedDB lets transactions that write
 * take turns. Where it is denied, full or silent, the outbox is this page's memory.
 * @param work may be run twice; `whole` tells whether it sees what other tabs have put there
 * @returns what `work` gave, and whether the browser keeps it
 */
export async function change<T>(work: (box: Box, whole: boolean) => T): Promise<{ value: T; kept: boolean }> {
  try {
    return { value: await inDatabase(work), kept: true };
  } catch {
    return { value: work(memory, false), kept: false };
  }
}

async function inDatabase<T>(work: (box: Box, whole: boolean) => T): Promise<T> {
  opened ??= open();
  const database = await opened;
  return new Promise((resolve, reject) => {
    // Strict: on the disk before the first byte leaves.
    const transaction = database.transaction('outbox', 'readwrite', { durability: 'strict' });
    const entries = transaction.objectStore('outbox');
    const stored = entries.getAll() as IDBRequest<Entry[]>;
    const waited: Box = new Map(memory);
    let value: T;
    stored.onsuccess = () => {
      const before: Box = new Map(stored.result.map((entry) => [entry.key, entry]));
      // What another tab knows of an entry is newer than what was put aside here.
      const box: Box = new Map([...waited, ...before]);
      value = work(box, true);
      for (const key of before.keys()) if (!box.has(key)) entries.delete(key);
      for (const [key, entry] of box) if (before.get(key) !== entry) entries.put(entry);
    };
    const silence = setTimeout(() => {
      reject(new Error('silent'));
      // The next one may have more luck.
      database.close();
      opened = undefined;
    }, patience);
    transaction.oncomplete = () => {
      clearTimeout(silence);
      for (const [key, entry] of waited) if (memory.get(key) === entry) memory.delete(key);
      resolve(value);
    };
    transaction.onabort = () => {
      clearTimeout(silence);
      reject(transaction.error ?? new Error('aborted'));
    };
  });
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('standfirst', 1);
    const silence = setTimeout(() => reject(new Error('silent')), patience);
    request.onupgradeneeded = () => request.result.createObjectStore('outbox', { keyPath: 'key' });
    request.onerror = () => reject(request.error ?? new Error('closed'));
    request.onsuccess = () => {
      clearTimeout(silence);
      const database = request.result;
      const leave = (): void => {
        database.close();
        opened = undefined;
      };
      // A later version of the library wants to change it, or the reader to have it gone.
      database.onversionchange = leave;
      database.onclose = leave;
      // It may have been given up.
      opened = Promise.resolve(database);
      resolve(database);
    };
  });
}
