import type { Problem, ProblemKind } from '../kit/problem.js';

// Small subclasses, so that `event instanceof` and editors know what they carry. None carries what a reader wrote or is.

/** Content came. Does not bubble: capture on `document` hears them all. */
export class NewsLoadEvent extends Event {
  constructor(
    /** How many items came. */
    readonly count: number,
  ) {
    super('news-load', { composed: true });
  }
}

/** Content did not come. Does not bubble. */
export class NewsErrorEvent extends Event {
  /** What kind of thing went wrong. */
  readonly kind: ProblemKind;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** Whether the same request may succeed later. */
  readonly retryable: boolean;
  /** Stable, such as `NEWS-CORS`. */
  readonly code: string;

  constructor({ kind, status, retryable, code }: Problem) {
    super('news-error', { composed: true });
    this.kind = kind;
    this.status = status;
    this.retryable = retryable;
    this.code = code;
  }
}

/** Half of the element was in view for the first time. Does not bubble. */
export class NewsImpressionEvent extends Event {
  constructor() {
    super('news-impression', { composed: true });
  }
}

/** A reader follows a link to a story. Prevent it to go there in your own way. */
export class NewsNavigateEvent extends Event {
  constructor(
    /** The story's id; empty for a card that was written by hand. */
    readonly story: string,
    /** Where the link leads. */
    readonly url: string,
    /** Place in its list, from 0. */
    readonly position: number,
  ) {
    super('news-navigate', { bubbles: true, composed: true, cancelable: true });
  }
}

/** What became of a comment. */
class NewsCommentEvent extends Event {
  constructor(
    type: string,
    /** Reference of the story, as the form was given it. */
    readonly story: string,
    cancelable = false,
  ) {
    super(type, { bubbles: true, composed: true, cancelable });
  }
}

/**
 * A reader sends a comment that has passed the form's own checks. Prevent it to hold the comment back; it stays in the
 * form. A check of your own that takes time is handed to `waitFor`: the comment is sent when the promise is kept, and
 * held back when it is broken. Fields in `slot="challenge"` are read after that, so the check may fill them. It is asked
 * once: what was sent and has not arrived is sent again without it.
 */
export class NewsCommentSubmitEvent extends NewsCommentEvent {
  /** What has been handed to `waitFor`. */
  readonly waits: Promise<unknown>[] = [];
  constructor(story: string) {
    super('news-comment-submit', story, true);
  }
  /** Sends the comment when this promise is kept, and holds it back when it is broken. */
  waitFor(check: Promise<unknown>): void {
    this.waits.push(check);
  }
}

/** A comment has been stored by the API; perhaps a while after it was sent, on the page that has its form then. */
export class NewsCommentPostedEvent extends NewsCommentEvent {
  constructor(
    story: string,
    /** The comment's id. */
    readonly comment: string,
    /** Whether readers see it, or it waits for a moderator. */
    readonly status: 'approved' | 'held',
  ) {
    super('news-comment-posted', story);
  }
}

/**
 * A comment was not stored, or not yet: it is still in the form. With `offline`, `unreachable` and `too-fast` it is sent
 * again by itself.
 */
export class NewsCommentFailedEvent extends NewsCommentEvent {
  constructor(
    story: string,
    /** Why: `offline`, `unreachable`, `duplicate`, `too-fast`, `closed`, `sign-in`, `spam`, `parent-gone`, `refused`. */
    readonly reason: string,
  ) {
    super('news-comment-failed', story);
  }
}

/** A reader opens the form of a discussion. */
export class NewsCommentOpenEvent extends NewsCommentEvent {
  constructor(
    story: string,
    /** The comment that is answered; empty for a comment on the story itself. */
    readonly parent: string,
  ) {
    super('news-comment-open', story);
  }
}

/** A reader's search has been answered. What was looked for stays with the element. */
export class NewsSearchQueryEvent extends Event {
  constructor(
    /** Characters of what was looked for. */
    readonly length: number,
    /** How many stories came. */
    readonly count: number,
  ) {
    super('news-search-query', { bubbles: true, composed: true });
  }
}

/** A reader has passed the story on. */
export class NewsShareDoneEvent extends Event {
  constructor(
    /** `sheet`, `copy`, `print`, `email`, or the network's name. */
    readonly method: string,
    /** What was shared. */
    readonly url: string,
  ) {
    super('news-share-done', { bubbles: true, composed: true });
  }
}

/** A reader goes to where else the publisher can be followed. */
export class NewsFollowClickEvent extends Event {
  constructor(
    /** The network's name, such as `mastodon`; `link` for any other address. */
    readonly network: string,
    /** Where the link leads. */
    readonly url: string,
    /** Place in the row, from 0. */
    readonly position: number,
  ) {
    super('news-follow-click', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'news-load': NewsLoadEvent;
    'news-error': NewsErrorEvent;
    'news-impression': NewsImpressionEvent;
    'news-navigate': NewsNavigateEvent;
    'news-comment-submit': NewsCommentSubmitEvent;
    'news-comment-posted': NewsCommentPostedEvent;
    'news-comment-failed': NewsCommentFailedEvent;
    'news-comment-open': NewsCommentOpenEvent;
    'news-search-query': NewsSearchQueryEvent;
    'news-share-done': NewsShareDoneEvent;
    'news-follow-click': NewsFollowClickEvent;
  }
}
