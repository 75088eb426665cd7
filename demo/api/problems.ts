import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** What is wrong with one field of a request. */
export interface FieldError {
  readonly field: string;
  readonly reason: string;
}

/** Every problem that the API can answer, by the last part of its `type`. */
const KINDS = {
  validation: [400, 'The request is not as described'],
  unauthorized: [401, 'A moderator’s token is needed'],
  'comments-closed': [403, 'Comments are closed'],
  'not-found': [404, 'Not found'],
  'method-not-allowed': [405, 'This address does not take that method'],
  duplicate: [409, 'Already said'],
  'too-large': [413, 'Too large'],
  'unsupported-media-type': [415, 'This kind of content is not taken'],
  'idempotency-key-reused': [422, 'The idempotency key was used for another comment'],
  'parent-gone': [422, 'The comment that this one answers is gone'],
  spam: [422, 'Taken for spam'],
  'too-fast': [429, 'Too many at once'],
  internal: [500, 'Something went wrong on the server'],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string]>;

export type ProblemKind = keyof typeof KINDS;

/** A refusal with its reason; thrown anywhere, answered once, as RFC 9457 problem details. */
export class Problem extends Error {
  readonly status: ContentfulStatusCode;
  readonly title: string;

  constructor(
    readonly kind: ProblemKind,
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
    [this.status, this.title] = KINDS[kind];
  }

  /** The problem of a request whose fields are wrong. */
  static fields(errors: readonly FieldError[]): Problem {
    const sentence = errors.map(({ field, reason }) => `${field} ${reason}`).join('; ');
    return new Problem('validation', `${sentence}.`, errors);
  }

  toJSON() {
    return {
      type: `/problems/${this.kind}`,
      title: this.title,
      status: this.status,
      detail: this.detail,
      ...(this.errors.length > 0 && { errors: this.errors }),
    };
  }
}
