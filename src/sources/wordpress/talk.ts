import type { Comment, NewComment, Page } from '../../model/index.js';
import { Problem } from '../../kit/problem.js';
import { storyRef } from '../../kit/refs.js';
import type { Ask, CommentQuery, Handover } from '../source.js';
import { commentsOn } from './comments.js';
import { known } from './posts.js';
import { answer, siteOf, type Site } from './site.js';

// What readers say: a post is known by its id there.

async function postOf(
  story: string,
  site: Site,
): Promise<{ readonly id: string; readonly locked?: boolean }> {
  const { kind, value } = storyRef(story);
  if (kind === 'id') return { id: value };
  const post = await known(story, site);
  if (!post) throw new Problem('http', 'No such story', 404, 'rest_post_invalid_id');
  return { id: post.story.id, locked: !!post.story.subscribersOnly };
}

export const comments = (query: CommentQuery, ask: Ask): Promise<Page<Comment>> =>
  answer(ask, async (site) => {
    const { id, locked } = await postOf(query.story, site);
    // Nobody may ask about a post behind a password.
    return locked ? { items: [] } : commentsOn(id, query, site);
  });

/** A post that something is sent to, and how that is done. What is said to the sending is none of a closed REST's answers. */
async function sending(story: string, ask: Ask) {
  const [{ id }, posting] = await Promise.all([
    answer(ask, (site) => postOf(story, site)),
    import('./posting.js'),
  ]);
  return { id, posting, site: siteOf(ask) };
}

export async function postComment(sent: NewComment, ask: Ask): Promise<Comment | undefined> {
  const { id, posting, site } = await sending(sent.story, ask);
  return posting.postComment(id, sent, site);
}

export async function handover(sent: NewComment, ask: Ask): Promise<Handover> {
  const { id, posting, site } = await sending(sent.story, ask);
  return posting.handover(id, sent, site);
}
