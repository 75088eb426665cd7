import type { Comment, NewComment, Page, Story } from '../model/index.js';
import type { StoryRef } from '../kit/refs.js';

/** How much of each story is asked for: what a teaser shows, its quotes or number of comments as well, or all of it. */
export type Detail = 'teaser' | 'quotes' | 'counted' | 'whole';

/** Which stories a list wants. */
export interface ListQuery {
  readonly from: 'related' | 'latest' | 'section' | 'author' | 'tag' | 'search';
  /** The story that others are related to, the slug of the section, author or tag, or the words to look for. */
  readonly of?: string;
  readonly limit: number;
  /** `next` of the page before. */
  readonly cursor?: string;
}

/** Which comments a discussion wants. A page holds whole threads. */
export interface CommentQuery {
  /** Reference of the story. */
  readonly story: string;
  /** Order of the threads; the answers in a thread are always oldest first. */
  readonly order: 'newest' | 'oldest';
  /** Threads on a page. */
  readonly limit: number;
  /** `next` of the page before. */
  readonly cursor?: string;
  /** Only the thread that this comment belongs to. */
  readonly thread?: string;
}

/** An answer that came with status 2xx. */
export interface Answer {
  readonly data: unknown;
  readonly headers: Headers;
}

/** Query parameters. */
export type Params = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** What a source is given to ask with: one API, with time limit, retries and abort taken care of. */
export interface Ask {
  /** Base address of the API, without a slash at its end. */
  readonly api: string;
  /** Public reading key, where the publisher gave one. */
  readonly apiKey: string | undefined;
  /**
   * Reads JSON. `path` is added to the base; parameters that are undefined are left out, lists are repeated, the rest
   * keep their order, so that equal questions have equal addresses for every cache on the way.
   * @throws {Problem}
   */
  get(path: string, params?: Params): Promise<Answer>;
  /**
   * Sends JSON once, without a retry.
   * @throws {Problem} with the API's own error code in `reason`
   */
  post(path: string, body: object, headers?: Readonly<Record<string, string>>): Promise<Answer>;
}

/** A kind of content API: turns our questions into its requests, and its answers into our model. */
export interface Source {
  readonly name: string;
  /** What its teasers carry anyway, so that both share one request. */
  readonly inTeasers?: readonly Detail[];
  /**
   * Stories by reference, at most 100, in as few requests as the API allows.
   * @returns one place for each reference, in order; undefined where the API does not know it
   */
  stories(refs: readonly StoryRef[], detail: Detail, ask: Ask): Promise<readonly (Story | undefined)[]>;
  /** A list of stories. */
  list(query: ListQuery, ask: Ask): Promise<Page<Story>>;
  /**
   * Comments on a story, each naming its parent; left out where the API has none. A page's `items` are flat: whole
   * threads, in the order asked, with `total` counting the approved ones of the story.
   */
  comments?(query: CommentQuery, ask: Ask): Promise<Page<Comment>>;
  /** Tells the moderators about a comment; left out where the API cannot. */
  reportComment?(comment: string, ask: Ask): Promise<void>;
  /**
   * Posts a reader's comment; left out where the API cannot.
   * @param key the same for each try to send this very comment
   * @returns the comment as stored: approved, or held for a moderator
   */
  postComment?(comment: NewComment, key: string, ask: Ask): Promise<Comment>;
}
