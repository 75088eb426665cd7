import { html, nothing, type TemplateResult } from 'lit';
import { signIn } from './sign-in.js';
import { threadList, type Thread, type ThreadOptions } from './threads.js';

export interface DiscussionOptions extends ThreadOptions {
  readonly heading: unknown;
  readonly threads: readonly Thread[];
  /** Whether readers may comment. */
  readonly comments: 'open' | 'closed' | 'sign-in';
  readonly signInUrl: string | undefined;
  /** The form on the story itself, where a reader has opened it. */
  readonly form: unknown;
  /** A reader has begun to write about the story. */
  readonly begun: boolean;
  /** The order, where a reader may choose. */
  readonly order: 'newest' | 'oldest' | undefined;
  readonly turn: (event: Event) => void;
  /** How many new comments wait to be shown. */
  readonly fresh: number;
  /** Whether the pages go on. */
  readonly more: boolean;
  readonly busy: (name: string) => boolean;
  /** What the reader is told, and whether all must see it, not screen readers alone. */
  readonly said: string;
  readonly loud: boolean;
}

/** What readers say about a story. Its buttons are told apart by their names: `open`, `new`, `more`, `reply`, `report`. */
export function discussion(options: DiscussionOptions): TemplateResult {
  const { say, threads, comments, form, begun, order, fresh, said, loud } = options;
  const button = (name: string, words: string): TemplateResult =>
    html`<button type="button" part="button" name=${name} value="" aria-disabled=${options.busy(name) ? 'true' : 'false'}>${words}</button>`;
  const choice = (one: 'newest' | 'oldest'): TemplateResult =>
    html`<option value=${one} ?selected=${order === one}>${say(one)}</option>`;
  const open = comments === 'open';
  return html`<section aria-labelledby="heading">
    <div id="heading"><slot name="heading">${options.heading}</slot></div>
    ${open ? nothing : html`<p class="closed" part="notice" tabindex="-1">${signIn(say(comments), comments === 'closed' ? undefined : options.signInUrl)}</p>`}
    ${form ?? (open || begun ? button('open', say(begun ? 'goOn' : 'open')) : nothing)}
    ${
      order
        ? html`<label class="order" part="order"
            >${say('order')}${' '}<select @change=${options.turn}>${choice('newest')}${choice('oldest')}</select></label
          >`
        : nothing
    }
    <div class="threads">
      ${fresh ? html`<p class="new">${button('new', say('newComments', { n: fresh }))}</p>` : nothing}
      ${threads.length ? threadList(threads, options) : html`<slot name="empty"></slot>`}
    </div>
    ${options.more ? button('more', say('moreComments')) : nothing}
    <p class=${loud ? 'said' : 'quiet'} role="status" part="notice">${said}</p>
  </section>`;
}
