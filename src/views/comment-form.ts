import { html, nothing, type TemplateResult } from 'lit';
import type { formWords } from '../kit/words/en.js';
import type { Say } from '../kit/words/say.js';
import type { Comment } from '../model/index.js';

export type FormSay = Say<keyof typeof formWords>;
type FieldName = 'name' | 'email' | 'website' | 'text';

export interface FormOptions {
  readonly say: FormSay;
  /** What is wrong with each field, in words. */
  readonly faults: readonly (readonly [field: FieldName, sentence: string])[];
  /** All that is wrong, as one block. */
  readonly summary: unknown;
  /** Why the comment was not taken, or that a draft was kept. */
  readonly notice: unknown;
  readonly failed: boolean;
  readonly sending: boolean;
  /** Words of the button. */
  readonly send: string;
  readonly story: string | undefined;
  /** The comment that is answered. */
  readonly parent: Comment | undefined;
  readonly action: string | undefined;
  readonly privacyUrl: string | undefined;
  readonly input: () => void;
  readonly submit: (event: SubmitEvent) => void;
  readonly cancel: (() => void) | undefined;
}

const types = { name: 'text', email: 'email', website: 'url' } as const;
const completions = { name: 'name', email: 'email', website: 'url' } as const;

/** The form in which a reader leaves a comment. Its values are the browser's: nothing here overwrites what was typed. */
export function commentForm(options: FormOptions): TemplateResult {
  const { say, faults, summary, notice, failed, sending, send, story, parent } = options;
  const { action, privacyUrl, input, submit, cancel } = options;
  const wrong = (name: FieldName): string | undefined => faults.find(([field]) => field === name)?.[1];

  const field = (name: FieldName, required: boolean): TemplateResult => {
    const fault = wrong(name);
    const invalid = fault ? 'true' : nothing;
    const described = fault ? `${name}-error` : name === 'email' ? 'note' : nothing;
    return html`<div class="field" part="field">
      <label for=${name} part="label"
        >${say(name)}
        ${required ? html`<span aria-hidden="true" part="required">*</span>` : html`<span class="optional">(${say('optional')})</span>`}</label
      >
      ${
        name === 'text'
          ? html`<textarea id="text" name="text" part="input" rows="6" required dir="auto" ?readonly=${sending} aria-invalid=${invalid} aria-describedby=${described}></textarea>`
          : html`<input id=${name} name=${name} part="input" type=${types[name]} autocomplete=${completions[name]} dir=${name === 'name' ? 'auto' : 'ltr'} ?required=${required} ?readonly=${sending} aria-invalid=${invalid} aria-describedby=${described} />`
      }
      ${fault ? html`<p class="fault" id="${name}-error" part="fault">${fault}</p>` : nothing}
    </div>`;
  };

  return html`<form part="form" novalidate method="post" action=${action ?? nothing} aria-labelledby=${parent ? 'reply-to' : nothing} @input=${input} @submit=${submit}>
    ${parent ? html`<p class="reply-to" id="reply-to" part="reply-to" dir="auto">${say('replyTo', { name: parent.author })}</p>` : nothing}
    <p class="note" id="note" part="note">${say('note')}</p>
    <div class="notice" part="notice" role=${failed ? 'alert' : 'status'} tabindex="-1" ?data-failed=${failed}>${notice}</div>
    ${summary}
    ${field('text', true)}
    <div class="details">${field('name', true)} ${field('email', true)} ${field('website', false)}</div>
    <div class="consent">
      <input id="remember" type="checkbox" />
      <label for="remember"
        >${say('remember')}
        ${privacyUrl ? html`<a href=${privacyUrl} part="privacy">${say('privacy')}</a>` : nothing}</label
      >
    </div>
    <div class="trap" aria-hidden="true">
      <label for="homepage2">${say('trap')}</label>
      <input id="homepage2" name="homepage2" tabindex="-1" autocomplete="off" />
    </div>
    <slot name="challenge"></slot>
    <input type="hidden" name="story" value=${story ?? nothing} />
    ${parent ? html`<input type="hidden" name="parent" value=${parent.id} />` : nothing}
    <p class="buttons">
      <button part="button" aria-disabled=${sending ? 'true' : 'false'}>
        ${send}
      </button>
      ${cancel ? html`<button type="button" part="button" @click=${cancel}>${say('cancel')}</button>` : nothing}
    </p>
  </form>`;
}
