import { html, nothing, type TemplateResult } from 'lit';
import type { formWords } from '../kit/words/en.js';
import type { Say } from '../kit/words/say.js';

export type FormSay = Say<keyof typeof formWords>;
type FieldName = 'name' | 'email' | 'website' | 'text';

export interface FormOptions {
  readonly say: FormSay;
  /** What is wrong with each field, in words. */
  readonly faults: readonly (readonly [field: FieldName, sentence: string])[];
  /** All that is wrong, as one block. */
  readonly summary: unknown;
  /** Why the comment was not taken, or that a draft was kept. */
  readonly notice: string;
  readonly failed: boolean;
  readonly sending: boolean;
  /** Words of the button. */
  readonly send: string;
  readonly story: string | undefined;
  readonly action: string | undefined;
  readonly privacyUrl: string | undefined;
  readonly input: () => void;
  readonly submit: (event: SubmitEvent) => void;
}

const types = { name: 'text', email: 'email', website: 'url' } as const;
const completions = { name: 'name', email: 'email', website: 'url' } as const;

/** The form in which a reader leaves a comment. Its values are the browser's: nothing here overwrites what was typed. */
export function commentForm(options: FormOptions): TemplateResult {
  const { say, faults, summary, notice, failed, sending, send, story, action, privacyUrl, input, submit } =
    options;
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
          : html`<input id=${name} name=${name} part="input" type=${types[name]} autocomplete=${completions[name]} dir=${name === 'name' ? 'auto' : 'ltr'} ?required=${required} aria-invalid=${invalid} aria-describedby=${described} />`
      }
      ${fault ? html`<p class="fault" id="${name}-error" part="fault">${fault}</p>` : nothing}
    </div>`;
  };

  return html`<form part="form" novalidate method="post" action=${action ?? nothing} @input=${input} @submit=${submit}>
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
    <input type="hidden" name="story" value=${story ?? nothing} />
    <button part="button" aria-disabled=${sending ? 'true' : 'false'}>
      ${send}
    </button>
  </form>`;
}
