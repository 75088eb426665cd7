import type { Comment, NewComment } from '../model/index.js';
import { asProblem, type Problem } from '../kit/problem.js';
import { safeUrl } from '../kit/urls.js';
import type { Handover } from '../sources/source.js';
import { clientFor, type ContentApi } from './content-api.js';

const refusals = ['duplicate', 'too-fast', 'closed', 'sign-in', 'spam', 'parent-gone', 'elsewhere'] as const;

/** Why a comment was not taken. */
export type Refusal = (typeof refusals)[number] | 'no-comments' | 'offline' | 'unreachable' | 'refused';

/** The API has it. Without `comment`, how it was stored is not known. */
export interface Taken {
  readonly comment?: Comment;
}

/** The API does not have it, or nobody knows. Of reason `elsewhere`: only the site's own page takes it, by `handover`. */
export interface Refused {
  readonly reason: Refusal;
  /** What the API said. */
  readonly message: string;
  /** Milliseconds that the API asks us to wait. */
  readonly wait?: number | undefined;
}

/** How long one try may take in all, in milliseconds: some APIs are asked for more than one thing. */
export const longestTry = 20_000;

/** Whether the very same comment may be taken later. */
export const mayArrive = ({ reason }: Refused): boolean => isUnanswered(reason) || reason === 'too-fast';

/** Whether it may have been stored all the same. */
export const isUnanswered = (reason: Refusal): boolean => reason === 'offline' || reason === 'unreachable';

/**
 * Sends a comment, once. However often that is done under one key, it is stored once: by its key where the API heeds
 * one, by the API's own check for duplicates else.
 * @param unsure an earlier try got no answer
 */
export async function postComment(
  config: ContentApi,
  comment: NewComment,
  key: string,
  unsure: boolean,
): Promise<Taken | Refused> {
  const limit = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    // A page's own `request` may be deaf to the signal.
    const tooLong = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        limit.abort();
        reject(new Error('no answer'));
      }, longestTry);
    });
    const client = await clientFor(config);
    const stored = await Promise.race([client.postComment(comment, key, limit.signal), tooLong]);
    return stored ? { comment: stored } : {};
  } catch (error) {
    const problem = asProblem(error);
    const reason = reasonOf(problem);
    if (reason === 'duplicate' && unsure) return {};
    return { reason, message: problem.message, wait: problem.retryAfter };
  } finally {
    clearTimeout(timer);
  }
}

/** The form by which the reader posts a comment on the site's own page; undefined where that cannot be known now. */
export async function handover(config: ContentApi, comment: NewComment): Promise<Handover | undefined> {
  try {
    const client = await clientFor(config);
    const form = await client.handover(comment, AbortSignal.timeout(longestTry));
    return form && safeUrl(form.action)?.startsWith('http') ? form : undefined;
  } catch {
    return undefined;
  }
}

function reasonOf({ kind, reason, status, retryable }: Problem): Refusal {
  // Our own API's problem type is `comments-closed`.
  const known = refusals.find((one) => one === reason.replace('comments-', ''));
  if (known) return known;
  if (status === 429) return 'too-fast';
  if (kind === 'config' || kind === 'closed') return 'no-comments';
  if (kind === 'http' && !retryable) return 'refused';
  return navigator.onLine ? 'unreachable' : 'offline';
}
