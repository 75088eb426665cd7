import { html, type TemplateResult } from 'lit';
import type { statusWords } from '../kit/words/en.js';
import type { Say } from '../kit/words/say.js';

export type StatusSay = Say<keyof typeof statusWords>;

/** Says that something failed, and offers to try again where that may help. */
export const failure = (say: StatusSay, retry: (() => void) | undefined): TemplateResult =>
  html`<p class="failure" part="error">
    ${say('failed')}
    ${retry && html`<button type="button" part="button" @click=${retry}>${say('retry')}</button>`}
  </p>`;

/** Tells the age of what is shown when it could not be brought up to date. */
export const age = (say: StatusSay, state: 'stale' | 'offline', time: string): TemplateResult =>
  html`<p class="age" part="age">${say(state, { time })}</p>`;
