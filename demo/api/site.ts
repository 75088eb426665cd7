import type { Database } from './database.js';

/** What the API speaks for: a publisher's stories, and where they live. */
export interface Site {
  readonly database: Database;
  /** Where the story pages are. */
  readonly siteOrigin: string;
  /** Where this API answers; pictures come from there. */
  readonly publicOrigin: string;
  /** Id of the story that also stands at "/"; the first by id when left out. */
  readonly lead?: string;
}

/** An object without the properties that have nothing to say: left out, never null. */
export const present = <T extends object>(value: {
  readonly [Key in keyof T]: T[Key] | null | undefined;
}): T =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== null && entry !== undefined)) as T;
