/** What kind of thing went wrong while asking a content API. */
export type ProblemKind = 'network' | 'http' | 'timeout' | 'parse' | 'cors' | 'config' | 'closed';

/** A failure that a reader is told about, an event names, and a publisher can act on. */
export class Problem extends Error {
  constructor(
    readonly kind: ProblemKind,
    /** For the publisher, in English: what was tried and what came back. */
    message: string,
    /** HTTP status, 0 when there was no answer. */
    readonly status = 0,
    /** The API's own error code, where it gives one. */
    readonly reason = '',
    /** Milliseconds that the API asks us to wait. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }

  /** Whether the same request may succeed later. */
  get retryable(): boolean {
    return /network|timeout|408|429|5\d\d/.test(`${this.kind}${this.status}`);
  }

  /** Stable code that warnings carry: `NEWS-CORS`. */
  get code(): string {
    return `NEWS-${this.kind.toUpperCase()}`;
  }
}

export const asProblem = (error: unknown): Problem =>
  error instanceof Problem ? error : new Problem('parse', String(error));
