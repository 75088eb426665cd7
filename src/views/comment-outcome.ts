import { html, nothing, type TemplateResult } from 'lit';
import type { sendingWords } from '../kit/words/en.js';
import type { Say } from '../kit/words/say.js';
import type { No } from '../content/outbox-store.js';
import type { Comment } from '../model/index.js';
import { signIn } from './sign-in.js';

export type SendingSay = Say<keyof typeof sendingWords>;

/** All that is wrong with a comment, each leading to its field. */
export const faultSummary = <Field extends string>(
  say: SendingSay,
  faults: readonly (readonly [field: Field, sentence: string])[],
  focus: (field: Field) => void,
): TemplateResult =>
  html`<div class="summary" part="summary" role="alert" tabindex="-1">
    <p>${say('errors', { n: faults.length })}</p>
    <ul>
      ${faults.map(([field, sentence]) => {
        const lead = (event: Event): void => {
          event.preventDefault();
          focus(field);
        };
        return html`<li><a href="#${field}" @click=${lead}>${sentence}</a></li>`;
      })}
    </ul>
  </div>`;

/** Why a comment was not taken, and what happens next. */
export function whyNot(
  say: SendingSay,
  no: No & { readonly page?: string | undefined },
  signInUrl: string | undefined,
): string | TemplateResult {
  const { reason, message, kept, page } = no;
  if (kept === false) return say('unkept');
  if ('page' in no)
    return html`${say('barred')}${' '}${page ? html`<a href=${page}>${say('storyPage')}</a>` : nothing}`;
  const words = say(reason === 'offline' ? 'offlineComment' : reason, { reason: message });
  return reason === 'sign-in' ? signIn(words, signInUrl) : words;
}

/** What a form says of words that are on their way, and how it stands then. */
export const told = (
  say: SendingSay,
  news: 'waits' | '' | 'earlier' | 'leaving' | 'away',
  delivery: { arrived(): void } | undefined,
): [notice: unknown, phase: 'sending' | 'waiting' | 'writing'] => [
  news === 'away'
    ? html`${say('away')} <button type="button" part="button" @click=${() => delivery?.arrived()}>${say('hasArrived')}</button>`
    : news && say(news),
  news === 'leaving' ? 'sending' : news === 'waits' || news === 'away' ? 'waiting' : 'writing',
];

/** What became of a comment that the API has taken; undefined when it did not say how. */
export const thanks = (
  say: SendingSay,
  comment: Comment | undefined,
  another: (() => void) | undefined,
): TemplateResult => {
  const approved = comment?.status === 'approved';
  return html`<div class="notice" part="notice" role="status" tabindex="-1">
      ${say(!comment ? 'arrived' : approved ? 'posted' : 'held')}
      ${approved && comment.url ? html`<a href=${comment.url}>${say('see')}</a>` : nothing}
    </div>
    ${another ? html`<p><button type="button" part="button" @click=${another}>${say('another')}</button></p>` : nothing}`;
};
