import type { Comment } from '../model/index.js';
import { asProblem, type Problem } from '../kit/problem.js';
import { clientFor, type ContentApi } from './content-api.js';
import type { CommentFields, Draft } from './draft.js';

const refusals = ['duplicate', 'too-fast', 'closed', 'sign-in', 'spam', 'parent-gone'] as const;

/** Why a comment was not taken. `offline` and `unreachable` may be tried again as they are. */
export type Refusal = (typeof refusals)[number] | 'no-comments' | 'offline' | 'unreachable' | 'refused';

/** The API has it. Without `comment`: it said so to the second try, so how it was stored is not known. */
export interface Taken {
  readonly comment?: Comment;
}

/** The API does not have it, or nobody knows; it is kept as a draft. */
export interface Refused {
  readonly reason: Refusal;
  /** What the API said. */
  readonly message: string;
}

/**
 * Sends a comment. It is not aborted when its element leaves the page, and however often it is sent, it is stored once:
 * by its key where the API heeds one, by the API's own check for duplicates else.
 */
export async function postComment(
  config: ContentApi,
  draft: Draft,
  story: string,
  fields: CommentFields,
): Promise<Taken | Refused> {
  const again = draft.unsureOf(fields);
  const { name, email, website, text } = fields;
  try {
    const key = draft.send(fields);
    const client = await clientFor(config);
    const comment = await client.postComment(
      { story, name, email, text, ...(website && { website }) },
      key,
      new AbortController().signal,
    );
    if (!comment) return { reason: 'no-comments', message: '' };
    draft.drop();
    return { comment };
  } catch (error) {
    const problem = asProblem(error);
    const reason = reasonOf(problem);
    if (reason === 'duplicate' && again) {
      draft.drop();
      return {};
    }
    // An answer to this try says nothing about an earlier one that got none.
    if (!again && reason !== 'offline' && reason !== 'unreachable') draft.refused();
    return { reason, message: problem.message };
  }
}

function reasonOf({ kind, reason, status }: Problem): Refusal {
  // Our own API's problem type is `comments-closed`.
  const known = refusals.find((one) => one === reason.replace('comments-', ''));
  if (known) return known;
  if (status === 429) return 'too-fast';
  if (kind === 'http' && status < 500) return 'refused';
  return navigator.onLine ? 'unreachable' : 'offline';
}
