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

/** The answer to a form, whatever its status. */
export interface FormAnswer {
  readonly status: number;
  /** Where the last redirect led. */
  readonly url: string;
  readonly text: string;
}

/**
 * What a source is given to ask with: one API, with time limit, retries and abort taken care of. A `path` is added to
 * the base address; one that begins with `http` stands for itself.
 */
export interface Ask {
  /** Base address of the API, without a slash at its end. */
  readonly api: string;
  /** Public reading key, where the publisher gave one. */
  readonly apiKey: string | undefined;
  /** Whether the API is on the page's own origin, so that a reader's sign-in there counts here. */
  readonly own: boolean;
  /**
   * Reads JSON. Parameters that are undefined are left out, lists are repeated, the rest keep their order, so that equal
   * questions have equal addresses for every cache on the way.
   * @throws {Problem}
   */
  get(path: string, params?: Params): Promise<Answer>;
  /**
   * Reads text (a feed): `data` is a string, decoded as its server or its XML declaration says.
   * @throws {Problem}
   */
  text(path: string, params?: Params): Promise<Answer>;
  /**
   * Sends once, without a retry: an object as JSON; fields as a form sends them, which needs no preflight.
   * @throws {Problem} with the API's own error code in `reason`
   */
  post(
    path: string,
    body: object | URLSearchParams,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  /**
   * Sends fields once to a page that answers with a page, as a browser does without script.
   * @throws {Problem} only where no answer came
   */
  submit(path: string, fields: URLSearchParams): Promise<FormAnswer>;
  /** What several questions need, such as a whole feed: loaded once for all who ask, and kept for a minute. */
  once<T>(key: string, load: (ask: Ask) => Promise<T>): Promise<T>;
}

/** A form that a reader sends by going to the page that takes it. */
export interface Handover {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A kind of content API: turns our questions into its requests, and its answers into our model. */
export interface Source {
  /** What the attribute `source` names it by. */
  readonly name: string;
  /** Whether an address is one of this kind, for `source="auto"`. */
  match?(api: string): boolean;
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
   * @returns the comment as stored: approved, or held for a moderator; undefined where the API does not tell
   * @throws {Problem} with `reason` "elsewhere" where only `handover` can post it
   */
  postComment?(comment: NewComment, key: string, ask: Ask): Promise<Comment | undefined>;
  /** The form that posts a comment from a page that the API takes none from: the reader goes along with it. */
  handover?(comment: NewComment, ask: Ask): Promise<Handover>;
}
