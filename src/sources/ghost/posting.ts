import type { Comment, NewComment } from '../../model/index.js';
import { compact } from '../../kit/compact.js';
import { Problem } from '../../kit/problem.js';
import { comment, order, placeOf, read } from './comments.js';
import { askMembers, homeOf } from './site.js';
import { paragraphs } from '../paragraphs.js';
import { fields, id, items, text } from '../shape.js';
import type { Ask } from '../source.js';

// Posting a comment on a Ghost site, where a post is named by its id. It is the signed-in member's, under the name that
// the site knows; the sign-in is a cookie that counts on the site's own origin only.

const asHtml = (words: string): string =>
  words
    .trim()
    .replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('');

async function post(story: string, { parent, text: words }: NewComment, ask: Ask): Promise<Comment> {
  const [member, answered] = await Promise.all([
    askMembers('member', ask),
    parent ? read(placeOf(parent), ask) : undefined,
  ]);
  const who = text(member.uuid);
  if (!who) throw new Problem('http', 'Nobody is signed in', 401);
  const root = parent && (id(answered?.found[0]?.parent_id) ?? parent);
  const html = asHtml(words);
  // Ghost stores whatever it is sent as often as it is sent; and may have stored what it answered with a failure.
  const said = await read(root ? `${placeOf(root)}/replies` : `comments/post/${story}`, ask, {
    limit: 100,
    order: order.newest,
  });
  const same = said.found.some((from) => {
    const one = comment(from, story);
    const above = one?.parent;
    return text(fields(from.member).uuid) === who && above === parent && one?.text === paragraphs(html);
  });
  if (same) throw new Problem('http', 'The member has said this before', 409, 'duplicate');
  const { data } = await ask.post(`${homeOf(ask)}/members/api/comments/`, {
    comments: [
      compact({
        post_id: story,
        parent_id: root,
        in_reply_to_id: root === parent ? undefined : parent,
        html,
      }),
    ],
  });
  const [stored] = items(fields(data).comments, 'comments', (from) => comment(from, story));
  if (!stored) throw new Problem('parse', 'The answer is no comment');
  return { ...stored, text: words };
}

export async function postComment(story: string, sent: NewComment, ask: Ask): Promise<Comment> {
  try {
    return await post(story, sent, ask);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { kind, message, status, reason, retryAfter } = error;
    const known =
      status === 401
        ? 'sign-in'
        : status === 405
          ? 'closed'
          : status === 404 && sent.parent
            ? 'parent-gone'
            : reason;
    throw new Problem(kind, message, status, known, retryAfter);
  }
}
