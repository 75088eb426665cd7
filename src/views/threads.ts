import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Comment } from '../model/index.js';
import { comment, type DiscussionSay } from './comment.js';

/** A comment with what was answered to it. */
export interface Thread {
  readonly comment: Comment;
  /** What it answers, where its place does not show that. */
  readonly answered: Comment | undefined;
  readonly answers: Thread[];
}

export interface ThreadOptions {
  readonly say: DiscussionSay;
  /** The reader's language. */
  readonly lang: string;
  /** Id of the comment that the page's address names. */
  readonly current: string;
  /** Words of the button that answers a comment; undefined where none can be answered. */
  readonly reply: (id: string) => string | undefined;
  /** How a comment is reported: by a button, at an address, or not. */
  readonly report: (id: string) => boolean | string | undefined;
  /** What a reader has opened under a comment. */
  readonly opened: (id: string) => unknown;
}

/**
 * Comments as a tree, indented at most `deepest` steps: what goes deeper stands beside what it answers and names it.
 * A comment whose parent did not come before it begins a thread of its own, so that nothing can be lost in a circle.
 */
export function threadsOf(comments: readonly Comment[], deepest: number): Thread[] {
  const roots: Thread[] = [];
  const places = new Map<string, { thread: Thread; siblings: Thread[]; depth: number }>();
  for (const comment of comments) {
    const above = comment.parent === undefined ? undefined : places.get(comment.parent);
    const beside = above && above.depth >= deepest;
    const thread: Thread = { comment, answered: beside ? above.thread.comment : undefined, answers: [] };
    const siblings = !above ? roots : beside ? above.siblings : above.thread.answers;
    siblings.push(thread);
    places.set(comment.id, {
      thread,
      siblings,
      depth: !above ? 0 : beside ? above.depth : above.depth + 1,
    });
  }
  return roots;
}

/** Comments, and under each what was answered to it. By their ids, so that what a reader is at stays where it is. */
export function threadList(threads: readonly Thread[], options: ThreadOptions): TemplateResult {
  const { say, lang, current, reply, report, opened } = options;
  const item = ({ comment: said, answered, answers }: Thread): TemplateResult => {
    const { id } = said;
    return html`<li>
      ${comment(said, { say, lang, answered, current: current === id, reply: reply(id), report: report(id) })}
      ${opened(id)}${answers.length ? threadList(answers, options) : nothing}
    </li>`;
  };
  return html`<ol class="thread" part="thread" role="list">
    ${repeat(threads, ({ comment: { id } }) => id, item)}
  </ol>`;
}
