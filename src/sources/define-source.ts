import type { Source } from './source.js';

/** Kinds of API that the page has brought, by name; the last one of a name counts. */
export const ownSources = new Map<string, Source>();

const waiting = new Set<() => void>();

/**
 * Makes another kind of content API known, for `source="NAME"` on any element; with `match` also for `source="auto"`.
 * Elements that ask already wait a moment for it.
 */
export function defineSource(source: Source): void {
  ownSources.set(source.name, source);
  for (const look of waiting) look();
}

/** How long a name that nobody knows may take to be defined, in milliseconds. */
const patience = 1_000;

/** The source that the page defines by that name, now or in a moment. */
export const definedSoon = (name: string): Promise<Source | undefined> =>
  new Promise((resolve) => {
    const look = (): void => {
      const source = ownSources.get(name);
      if (source) done(source);
    };
    const done = (source?: Source): void => {
      clearTimeout(timer);
      waiting.delete(look);
      resolve(source);
    };
    const timer = setTimeout(done, patience);
    waiting.add(look);
    look();
  });
