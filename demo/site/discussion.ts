import { html } from 'hono/html';
import { formatDate } from '../../src/kit/dates.js';
import type { Comment, Page } from '../../src/model/index.js';
import type { ContentStory } from '../api/content.js';
import type { Origins } from './edition.js';
import type { Html } from './page.js';
import type { Words } from './words.js';

const PATIENCE = 3000;

/** A story's comments, all pages of them; undefined when the content API does not answer. */
export async function readComments(api: string, story: string): Promise<readonly Comment[] | undefined> {
  const comments: Comment[] = [];
  const query = new URLSearchParams({ story, order: 'oldest', limit: '100' });
  try {
    for (;;) {
      const answer = await fetch(`${api}/v1/comments?${query}`, { signal: AbortSignal.timeout(PATIENCE) });
      if (!answer.ok) return undefined;
      const { items, next } = (await answer.json()) as Page<Comment>;
      comments.push(...items);
      if (next === undefined) return comments;
      query.set('cursor', next);
    }
  } catch {
    return undefined;
  }
}

/** Answers are set in under what they answer; from here on they name it instead. */
const DEEPEST = 3;

function thread(
  comments: readonly Comment[],
  parent: Comment | undefined,
  depth: number,
  words: Words,
): Html | string {
  const answers = comments.filter((comment) => comment.parent === parent?.id);
  if (answers.length === 0) return '';
  const items = answers.map((comment) => {
    const { id, lang } = comment;
    const name =
      comment.authorUrl === undefined
        ? html`<b dir="auto">${comment.author}</b>`
        : html`<b dir="auto"><a href="${comment.authorUrl}" rel="nofollow ugc">${comment.author}</a></b>`;
    const said =
      comment.status === 'removed'
        ? html`<p class="removed">${words.removed}</p>`
        : html`<p class="comment-by">
              ${name}
              ${parent?.author && depth > DEEPEST ? html`<span>${words.inReplyTo(parent.author)}</span>` : ''}
              <a href="#comment-${id}"
                ><time datetime="${comment.posted}">${formatDate(comment.posted, words.lang, 'datetime')}</time></a
              >
            </p>
            <div class="comment-text">
              ${comment.text.split(/\n\s*\n/).map((paragraph) => html`<p dir="auto">${paragraph}</p>`)}
            </div>`;
    return html`<li>
      <article id="comment-${id}" class="comment" ${lang ? html`lang="${lang}"` : ''}>${said}</article>
      ${thread(comments, comment, depth + 1, words)}
    </li>`;
  });
  return html`<ol class="${depth > DEEPEST ? 'thread flat' : 'thread'}">
    ${items}
  </ol>`;
}

/** The form that a page has without JavaScript. The element takes its place, and takes over what was typed in it. */
const plainForm = ({ id }: ContentStory, { api }: Origins, words: Words): Html =>
  html`<form class="reply" method="post" action="${api}/v1/comments">
        <h2>${words.reply}</h2>
        <p class="note">${words.note}</p>
        <input type="hidden" name="story" value="${id}" />
        <p>
          <label for="reply-text">${words.comment} <span aria-hidden="true">*</span></label>
          <textarea id="reply-text" name="text" rows="6" required dir="auto"></textarea>
        </p>
        <div class="reply-details">
          <p>
            <label for="reply-name">${words.name} <span aria-hidden="true">*</span></label>
            <input id="reply-name" name="name" autocomplete="name" required dir="auto" />
          </p>
          <p>
            <label for="reply-email">${words.email} <span aria-hidden="true">*</span></label>
            <input id="reply-email" name="email" type="email" autocomplete="email" required dir="ltr" />
          </p>
          <p>
            <label for="reply-website">${words.website}</label>
            <input id="reply-website" name="website" type="url" autocomplete="url" dir="ltr" />
          </p>
        </div>
        <p class="note"><a href="/privacy">${words.details}</a></p>
        <p><button>${words.send}</button></p>
      </form>`;

/** What readers say about a story, as the newspaper itself sets it, and the form to join in. */
export function discussion(
  story: ContentStory,
  comments: readonly Comment[] | undefined,
  origins: Origins,
  words: Words,
): Html {
  const approved = comments?.filter(({ status }) => status === 'approved') ?? [];
  return html`<news-comments
    class="discussion"
    id="comments"
    story="${story.id}"
    report-url="mailto:desk@harbour-courier.example?subject=Comment%20{id}"
    privacy-url="/privacy"
    refresh-every="60"
  >
    <h2>${words.discussion(approved.length)}</h2>
    ${
      comments === undefined
        ? html`<p class="note">${words.commentsAway}</p>`
        : approved.length > 0
          ? thread(comments, undefined, 1, words)
          : story.comments === 'closed'
            ? ''
            : html`<p class="note">${words.noComments}</p>`
    }
    ${story.comments === 'moderated' ? html`<p class="note">${words.readFirst}</p>` : ''}
    ${
      story.comments === 'closed'
        ? html`<p class="note">${words.closed}</p>`
        : plainForm(story, origins, words)
    }
  </news-comments>`;
}
