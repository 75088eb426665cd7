import type { Comment, NewComment } from '../model/index.js';
import { plainText } from '../kit/plain-text.js';
import { Problem } from '../kit/problem.js';
import { fields, id, many } from './shape.js';
import type { Ask } from './source.js';
import { comment } from './wordpress-comments.js';

// Posting a comment on a WordPress site, where a post is named by its id.

/** The comment's refusal in our words; codes as WordPress gives them. */
const reasons = {
  __proto__: null,
  comment_duplicate: 'duplicate',
  comment_flood: 'too-fast',
  rest_comment_closed: 'closed',
  rest_comment_login_required: 'sign-in',
  rest_cannot_read_post: 'sign-in',
} as unknown as Record<string, string | undefined>;

export async function postComment(post: string, sent: NewComment, ask: Ask): Promise<Comment> {
  try {
    // WordPress takes an answer to a comment that is not there.
    if (sent.parent) {
      const { data } = await ask.get('/wp/v2/comments', { post, include: sent.parent, _fields: 'id' });
      if (!many(data, (from) => id(from.id))[0])
        throw new Problem('http', 'No such comment', 404, 'parent-gone');
    }
    const { data } = await ask.post('/wp/v2/comments', {
      post: Number(post),
      parent: Number(sent.parent ?? 0),
      author_name: sent.name,
      author_email: sent.email,
      author_url: sent.website,
      content: sent.text,
    });
    const from = fields(data);
    const stored = comment(from);
    if (!stored) throw new Problem('parse', 'The answer is no comment');
    return {
      ...stored,
      story: post,
      author: stored.author || sent.name,
      text: sent.text,
      // A comment with a disallowed word goes to the trash: to its writer it waits.
      status: from.status === 'approved' ? 'approved' : 'held',
    };
  } catch (error) {
    if (!(error instanceof Problem) || !error.reason) throw error;
    throw new Problem(
      error.kind,
      plainText(error.message),
      error.status,
      reasons[error.reason] ?? error.reason,
    );
  }
}
