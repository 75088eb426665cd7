import { html, nothing, type TemplateResult } from 'lit';
import type { searchWords } from '../kit/words/en.js';
import type { Say } from '../kit/words/say.js';

export type SearchSay = Say<keyof typeof searchWords>;

/** A magnifier, and the word for it. */
const sign = (say: SearchSay): TemplateResult =>
  html`<svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="6.5" cy="6.5" r="5" /><path d="m10 10 5 5" /></svg>${' '}<span
      >${say('search')}</span
    >`;

export interface SearchFormOptions {
  readonly say: SearchSay;
  readonly label: string | undefined;
  readonly name: string;
  readonly action: string | undefined;
  readonly typed: (event: Event) => void;
  readonly submit: (event: Event) => void;
}

/** The form in which a reader looks for something. What is typed is the browser's: nothing here overwrites it. */
export const searchForm = (options: SearchFormOptions): TemplateResult => {
  const { say, label = say('looking'), name, action = nothing, typed, submit } = options;
  return html`<form part="form" action=${action} @submit=${submit}>
    <label for="field" id="label" part="label">${label}</label>
    <div class="field" part="field">
      <input
        id="field"
        name=${name}
        part="input"
        type="search"
        autocomplete="off"
        enterkeyhint="search"
        maxlength="200"
        dir="auto"
        @input=${typed}
        @compositionend=${typed}
      />
      <button part="button">${sign(say)}</button>
    </div>
  </form>`;
};

/** A button that unfolds the search; it needs no script. */
export const searchFold = (
  say: SearchSay,
  body: unknown,
  { unfolded, left }: { unfolded: (event: Event) => void; left: (event: FocusEvent) => void },
): TemplateResult =>
  html`<details @toggle=${unfolded} @focusout=${left}>
    <summary part="opener">${sign(say)}</summary>
    <div class="panel" part="panel" tabindex="-1">${body}</div>
  </details>`;

/** A button that opens the search as a dialog. */
export const searchDialog = (
  say: SearchSay,
  body: unknown,
  { open, close }: { open: () => void; close: () => void },
): TemplateResult =>
  html`<button type="button" part="opener" aria-haspopup="dialog" @click=${open}>${sign(say)}</button>
    <dialog part="dialog" aria-labelledby="label" closedby="any">
      <button type="button" class="close" part="close" @click=${close}>${say('close')}</button>
      ${body}
    </dialog>`;
