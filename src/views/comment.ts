import { html, nothing, type TemplateResult } from 'lit';
import type { Comment } from '../model/index.js';
import { formatDate } from '../kit/dates.js';
import { ownAddress } from '../kit/urls.js';
import type { discussionWords } from '../kit/words/en.js';
import type { Say } from '../kit/words/say.js';

export type DiscussionSay = Say<keyof typeof discussionWords>;

export interface CommentOptions {
  readonly say: DiscussionSay;
  /** The reader's language. */
  readonly lang: string;
  /** What it answers, where its place does not show that. */
  readonly answered: Comment | undefined;
  /** The page's address names this comment. */
  readonly current: boolean;
  /** Offers to answer it, in these words. */
  readonly reply: string | undefined;
  /** Offers to tell the moderators: by a button, or at an address. */
  readonly report: boolean | string | undefined;
}

/**
 * A reader's comment. Its buttons have a `name`, `reply` or `report`, and the comment's id as their value: one listener
 * around a thousand comments hears them all.
 */
export function comment(said: Comment, options: CommentOptions): TemplateResult {
  const { say, answered, current, reply, report } = options;
  const { id, status, posted, text, authorUrl, lang = nothing } = said;
  const place = `comment-${id}`;
  if (status === 'removed')
    return html`<article class="comment" part="comment removed" id=${place} aria-current=${current ? 'true' : nothing}>
      <p class="meta">${say('removed')}</p>
    </article>`;
  const name = said.author || say('nobody');
  const site = ownAddress(authorUrl);
  const held = status === 'held';
  const date = formatDate(posted, options.lang, 'datetime');
  // Screen readers list buttons without what stands around them: each says whose comment it is about.
  return html`<article class="comment" part="comment" id=${place} aria-labelledby="by-${id}" aria-current=${current ? 'true' : nothing}>
    <p class="by" id="by-${id}">
      <bdi class="author" part="author" lang=${lang}>${site ? html`<a href=${site} rel="nofollow ugc">${name}</a>` : name}</bdi>
      <a class="meta" part="permalink" href=${held ? nothing : (ownAddress(said.url) ?? `#${place}`)}><time part="date" datetime=${posted}>${date}</time></a>
      ${answered?.author ? html`<a class="meta" href="#comment-${answered.id}" dir="auto">${say('inReplyTo', { name: answered.author })}</a>` : nothing}
    </p>
    ${held ? html`<p class="held" part="held">${say('inModeration')}</p>` : nothing}
    <div class="words" part="words" lang=${lang}>
      ${(text ?? '').split(/\n\s*\n/).map((paragraph) => html`<p dir="auto">${paragraph}</p>`)}
    </div>
    <p class="actions">
      ${reply && !held ? html`<button type="button" part="button action" name="reply" value=${id}>${reply}${' '}<span class="quiet">${say('toWhom', { name })}</span></button>` : nothing}
      ${
        !report || held
          ? nothing
          : report === true
            ? html`<button type="button" part="button action" name="report" value=${id}>${say('report')}${' '}<span class="quiet">${say('reportWhat', { name })}</span></button>`
            : html`<a part="action" href=${report}>${say('report')}${' '}<span class="quiet">${say('reportWhat', { name })}</span></a>`
      }
    </p>
  </article>`;
}
