import type { Client } from '../../src/content/client.js';

/** What a promise may find missing: the kind of API cannot, and says so. */
export type Gift = 'slugs' | 'pages' | 'comments' | 'counts' | 'posting';

/** A site with an API of some kind, and what is known of its content. */
export interface Site {
  /** The kind of API. */
  readonly source: string;
  /** Who answers: `recorded` or `live`. */
  readonly from: string;
  /** What this kind of API has not. */
  readonly lacks: readonly Gift[];
  /** Two stories, by id. */
  readonly ids: readonly [string, string];
  /** Theirs, as readers see them. */
  readonly headlines: readonly [string, string];
  /** The first one's. */
  readonly slug: string;
  readonly url: string;
  /** An id that could be a story's, but is none's. */
  readonly unknown: string;
  /** What the first story is in. */
  readonly section: string;
  readonly author: string;
  readonly tag: string;
  /** What a search finds, and part of a headline that it brings. */
  readonly search: readonly [words: string, headline: string];
  /** A story that was commented on, and how often. */
  readonly talk: readonly [story: string, comments: number];
  /** A story that takes comments. */
  readonly open: string;
  /** How many stories a page of a longer list holds. */
  readonly page: number;
  /** A client that has not asked yet. */
  client(): Promise<Client>;
}

/** One whose API runs. */
export interface LiveSite extends Omit<Site, 'client' | 'from'> {
  readonly api: string;
  readonly apiKey?: string;
}
