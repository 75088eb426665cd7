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

const clock = { dateStyle: 'medium', timeStyle: 'short' } as const;

/** Tells when what is shown came, by the reader's own clock, where it could not be brought up to date. */
export const age = (say: StatusSay, state: 'stale' | 'offline', at: number, lang: string): TemplateResult =>
  html`<p class="age" part="age">${say(state, { time: new Date(at).toLocaleString(lang, clock) })}</p>`;
