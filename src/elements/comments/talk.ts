// Loaded when a reader wants to say something.
import { html } from 'lit';
import { clientFor } from '../../content/content-api.js';
import { storyQuestion } from '../../content/questions.js';
import { formWords } from '../../kit/words/en.js';
import type { Comment } from '../../model/index.js';
import { commentFormStyles } from '../../views/comment-form.styles.js';
import { heading } from '../../views/heading.js';
import { CommentFormPanel } from '../comment-form/panel.js';
import { NewsCommentOpenEvent } from '../events.js';
import type { NewsComments } from './comments.js';
import { leadTo } from './lead-to.js';
import type { Opened } from './opened.js';

/** Opens the form: under the comment that is answered, or, where `about` is empty, for a comment on the story. */
export async function act(
  host: NewsComments,
  about: string,
  _name: string,
  byReader: boolean,
): Promise<void> {
  const { discussion, form: before, storyName } = host;
  const parent = discussion?.comments.find(({ id }) => id === about);
  if (before?.about === about) return host.renderRoot.querySelector('textarea')?.focus();
  before?.close();
  const close = (): void => {
    panel.dispose();
    if (host.form === form) host.form = undefined;
  };
  const panel = new CommentFormPanel(host, {
    parent,
    cancel: () => {
      close();
      void lead(`[name=${about ? 'reply' : 'open'}][value="${CSS.escape(about)}"]`);
    },
    posted: (comment) => void arrived(comment),
  });
  const form: Opened = {
    about,
    close,
    render: () =>
      html`<div class="talk">
        ${parent ? '' : heading(Math.min(6, host.headingLevel + 1), 'heading', host.speak(formWords)('heading'))}
        ${panel.render()}
      </div>`,
  };

  /** The button that opened the form may have been away meanwhile. */
  const lead = async (selector: string): Promise<void> => {
    await host.updateComplete;
    host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  };
  const arrived = async (comment: Comment | undefined): Promise<void> => {
    // How it was stored is not known: the panel's own thanks say so.
    if (!comment || host.storyName !== storyName) return;
    const stays = host.form === form;
    // The panel has loaded it to send.
    const { sendingWords } = await import('../comment-form/sending.js');
    host.discussion?.post(comment);
    close();
    host.said = host.speak(sendingWords)(comment.status === 'approved' ? 'posted' : 'held');
    host.requestUpdate();
    if (stays) await leadTo(host, comment.id);
  };

  const root = host.renderRoot as ShadowRoot;
  const { styleSheet } = commentFormStyles;
  if (styleSheet) root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, styleSheet])];
  const takeOver = !byReader && (await import('../comment-form/takeover.js')).takeOver;
  host.form = form;
  await host.updateComplete;
  if (takeOver && takeOver(host, panel.fields)) panel.takeUp();
  if (byReader) {
    host.dispatchEvent(new NewsCommentOpenEvent(host.about, about));
    await panel.focus();
  }
  void learnWhetherOpen(host).then(async () => {
    if ((host.known?.comments ?? 'open') === 'open' || host.form !== form || panel.written) return;
    close();
    if (byReader) await lead('.closed');
  });
}

/** A question that other elements on the page may have had answered; the form is there meanwhile. */
async function learnWhetherOpen(host: NewsComments): Promise<void> {
  const { config } = host.content;
  const { storyName } = host;
  if (host.known || !config || !storyName) return;
  try {
    const client = await clientFor(config);
    const question = storyQuestion(storyName);
    const story = await client.ask(question, new AbortController().signal);
    if (host.storyName === storyName) host.known = story;
  } catch {
    // The API will say so when the comment is sent.
  }
}
