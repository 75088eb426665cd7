// Loaded when a reader wants to tell the moderators about a comment.
import { html } from 'lit';
import { clientFor } from '../../content/content-api.js';
import { reportWords } from '../../kit/words/en.js';
import type { NewsComments } from './comments.js';
import type { Opened } from './opened.js';

/** Asks whether it is meant, in place, and tells the moderators. */
export async function act(host: NewsComments, about: string): Promise<void> {
  const say = host.speak(reportWords);
  let phase: 'asking' | 'sending' | 'done' = 'asking';
  let failed = false;
  const find = (selector: string): HTMLElement | null => host.renderRoot.querySelector(selector);

  const send = async (): Promise<void> => {
    if (phase === 'sending') return;
    const { config } = host.content;
    phase = 'sending';
    host.said = '';
    host.requestUpdate();
    try {
      const client = config && (await clientFor(config));
      await client?.reportComment(about, new AbortController().signal);
      phase = 'done';
    } catch {
      phase = 'asking';
      failed = true;
      host.said = say('reportFailed');
    }
    host.requestUpdate();
    await host.updateComplete;
    if (phase === 'done' && host.report === report) find('.report')?.focus();
  };
  const close = (): void => {
    host.report = undefined;
    find(`[name="report"][value="${CSS.escape(about)}"]`)?.focus();
  };
  const render = (): unknown =>
    phase === 'done'
      ? html`<p class="report" part="notice" tabindex="-1">${say('reported')}</p>`
      : html`<div class="report" role="group" aria-label=${say('reportSure')} part="notice" tabindex="-1">
          <p>${failed ? say('reportFailed') : say('reportSure')}</p>
          <button type="button" part="button" aria-disabled=${phase === 'sending' ? 'true' : 'false'} @click=${send}>
            ${say('reportSend')}
          </button>
          <button type="button" part="button" @click=${close}>${say('reportCancel')}</button>
        </div>`;
  const report: Opened = { about, render, close };
  host.report = report;
  await host.updateComplete;
  find('.report button')?.focus();
}
