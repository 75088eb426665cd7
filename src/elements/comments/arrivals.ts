// What comes into a discussion after it was first shown; loaded then.
import { clientFor } from '../../content/content-api.js';
import type { Question } from '../../content/questions.js';
import { discussionLaterWords } from '../../kit/words/en.js';
import type { Comment } from '../../model/index.js';
import type { NewsComments } from './comments.js';
import { leadTo } from './lead-to.js';

/** Does what a reader asked for: `more`, `new`, or `permalink` for the comment that is named. */
export async function act(host: NewsComments, about: string, name: string): Promise<void> {
  if (name === 'more') await showMore(host);
  else if (name === 'new') await showNew(host);
  else await showComment(host, about);
}

/** The next page, and the reader to its first comment. */
async function showMore(host: NewsComments): Promise<void> {
  const { discussion } = host;
  const cursor = discussion?.next;
  if (!discussion || cursor === undefined) return;
  const before = new Set(discussion.comments.map(({ id }) => id));
  const page = await ask(host, host.questionFor({ cursor }));
  if (!page || host.discussion !== discussion) return;
  discussion.append(page);
  await came(
    host,
    discussion.comments.filter(({ id }) => !before.has(id)),
  );
}

/** The comments that have come since, and the reader to the first of them. */
async function showNew(host: NewsComments): Promise<void> {
  const { discussion } = host;
  if (!discussion) return;
  const { fresh } = discussion;
  discussion.add(fresh);
  const ids = new Set(fresh.map(({ id }) => id));
  await came(
    host,
    discussion.comments.filter(({ id }) => ids.has(id)),
  );
}

/** A comment that the page's address names. Where it is not on show, its thread is asked for and comes first. */
async function showComment(host: NewsComments, name: string): Promise<void> {
  const { discussion } = host;
  const id = decoded(name);
  const there = (): boolean => !!discussion?.comments.some((comment) => comment.id === id);
  if (!there()) {
    const page = await ask(host, host.questionFor({ thread: id })).catch(() => undefined);
    if (page && host.discussion === discussion) discussion?.lead(page.items);
  }
  if (there()) {
    host.current = id;
    await leadTo(host, id);
  } else {
    host.said = host.speak(discussionLaterWords)('unknownComment');
    host.loud = true;
  }
}

/** Says how many came, and leads to the first of them in the order of the page. */
async function came(host: NewsComments, comments: readonly Comment[]): Promise<void> {
  const say = host.speak(discussionLaterWords);
  const n = comments.length;
  host.said = n ? say('moreCame', { n }) : say('noMoreComments');
  host.requestUpdate();
  await host.updateComplete;
  const ids = new Set(comments.map(({ id }) => `comment-${id}`));
  const first = [...host.renderRoot.querySelectorAll('.comment')].find(({ id }) => ids.has(id));
  await leadTo(host, first?.id.slice('comment-'.length));
}

async function ask<T>(host: NewsComments, question: Question<T>): Promise<T | undefined> {
  const { config } = host.content;
  return config && (await clientFor(config)).ask(question, new AbortController().signal);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
