import { nothing, type ReactiveController, type TemplateResult } from 'lit';
import { Draft, read, readerPlace, type CommentFields } from '../../content/draft.js';
import { mark, wayOf } from '../../content/outbox-watch.js';
import { ownAddress } from '../../kit/urls.js';
import { formWords } from '../../kit/words/en.js';
import type { Comment } from '../../model/index.js';
import { commentForm } from '../../views/comment-form.js';
import { NewsCommentFailedEvent, NewsCommentPostedEvent } from '../events.js';
import type { Fault } from './check.js';
import type { Delivery, News } from './delivery.js';
import { FormFields } from './fields.js';
import type { PanelHost, PanelOptions } from './panel-host.js';

type Sending = typeof import('./sending.js') & typeof import('../../content/outbox.js');

/**
 * The form in which a reader writes, with all that becomes of the comment. One at a time in a shadow root, for its ids
 * are unique there; its styles are `commentFormStyles`.
 */
export class CommentFormPanel implements ReactiveController {
  readonly fields: FormFields;
  readonly #host: PanelHost;
  readonly #options: PanelOptions;
  #faults: readonly Fault[] = [];
  #phase: 'writing' | 'sending' | 'failed' | 'waiting' = 'writing';
  #notice: unknown = '';
  #posted: { readonly comment?: Comment } | undefined;
  #draft: Draft | undefined;
  /** What stood in the form at first. */
  #first: CommentFields | undefined;
  /** When an empty form was first shown: a reader who comes back to a draft may be as quick as a robot. */
  #shownAt: number | undefined;
  #sending: Sending | undefined;
  #delivery: Delivery | undefined;
  #disposed = false;

  constructor(host: PanelHost, options: PanelOptions = {}) {
    this.#host = host;
    this.#options = options;
    this.fields = new FormFields(() => host.renderRoot);
    host.addController(this);
  }

  /** Whether something is written here, or was and has arrived. */
  get written(): boolean {
    return !!(this.#draft?.kept ?? this.#posted);
  }

  hostConnected(): void {
    this.#delivery?.open();
  }

  hostDisconnected(): void {
    this.#delivery?.close();
  }

  hostUpdated(): void {
    if (!this.#draft && this.fields.one('text')) this.#begin();
  }

  /** The form; or, when the comment has arrived, the thanks. */
  render(): TemplateResult {
    const host = this.#host;
    const { parent, cancel } = this.#options;
    const say = host.speak(formWords);
    const sending = this.#sending && host.speak(this.#sending.sendingWords);
    if (this.#posted && this.#sending && sending)
      return this.#sending.thanks(sending, this.#posted.comment, parent ? undefined : this.#another);
    const faults = this.#faults.map(
      ({ field, word, values }) => [field, sending?.(word, values) ?? ''] as const,
    );
    const lead = (field: keyof CommentFields): void => this.fields.one(field)?.focus();
    const button = this.#phase === 'sending' ? 'sending' : 'again';
    return commentForm({
      say,
      faults,
      summary: sending && faults.length ? this.#sending?.faultSummary(sending, faults, lead) : nothing,
      notice: this.#notice,
      failed: this.#phase === 'failed',
      sending: this.#phase === 'sending',
      send: sending && this.#phase !== 'writing' ? sending(button) : say('send'),
      story: host.about,
      parent,
      action: ownAddress(host.action),
      privacyUrl: ownAddress(host.privacyUrl),
      input: this.#edited,
      submit: this.#submit,
      cancel:
        cancel &&
        (() => {
          this.#delivery?.recall();
          cancel();
        }),
    });
  }

  /** Leads the reader to where the comment is written. */
  async focus(): Promise<void> {
    await this.#host.updateComplete;
    this.fields.one('text')?.focus();
  }

  /** What was written before the script came has been put into the form. */
  takeUp(): void {
    this.#shownAt = undefined;
    this.#keep();
  }

  /** The form goes; what was written in it is kept, and what is under way arrives. */
  dispose(): void {
    this.#disposed = true;
    this.#delivery?.close();
    this.#host.renderRoot.querySelector('form')?.reset();
    this.#host.removeController(this);
  }

  /** The form has just come into the page: put back what was written, by whom, before the script or the reload. */
  #begin(): void {
    const { content, storyName } = this.#host;
    const { config } = content;
    const { parent } = this.#options;
    const draft = new Draft(`${config?.api ?? ''} ${storyName}${parent ? ` ${parent.id}` : ''}`);
    this.#draft = draft;
    const { fields } = draft.kept ?? {};
    const known = read<CommentFields>(readerPlace);
    // What stands there already was typed before the script came.
    const typed = Object.entries(this.fields.values).filter(([, value]) => value);
    this.fields.values = { ...known, ...fields, ...Object.fromEntries(typed) };
    this.fields.remember = !!known;
    this.#first = this.fields.values;
    this.#shownAt = performance.now();
    if (fields) this.#say(this.#host.speak(formWords)('draft'));
    if (this.#first.text) this.takeUp();
    else if (config && mark.is(wayOf(config))) this.#load().catch(() => undefined);
  }

  #keep(): void {
    this.#draft?.keep(this.fields.values);
    // A failure is told when the comment is sent: until then there may be a second chance.
    this.#load().catch(() => undefined);
  }

  readonly #edited = (): void => {
    this.#keep();
    this.#delivery?.edited();
  };

  async #load(): Promise<Sending> {
    if (!this.#sending) {
      const parts = await Promise.all([import('./sending.js'), import('../../content/outbox.js')]);
      this.#sending = { ...parts[0], ...parts[1] };
    }
    if (this.#draft && this.#first && !this.#delivery && !this.#disposed) {
      const desk = { draft: this.#draft, fields: this.fields, tell: this.#hear };
      this.#delivery = new this.#sending.Delivery(this.#sending, desk, this.#first);
      if (this.#host.isConnected) this.#delivery.open();
    }
    this.#host.requestUpdate();
    return this.#sending;
  }

  #say(notice: unknown, phase = this.#phase): void {
    this.#notice = notice;
    this.#phase = phase;
    this.#host.requestUpdate();
  }

  readonly #another = (): void => {
    this.#posted = undefined;
    this.#host.requestUpdate();
    void this.focus();
  };

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { values } = this.fields;
    if (this.#phase === 'sending') return;
    this.#say('', 'sending');
    try {
      const { check } = await this.#load();
      this.#faults = check(values, this.#host.maxLength);
      if (!this.#faults.length) return await this.#send(values);
      this.#say('', 'writing');
      await this.#lead('.summary');
    } catch {
      this.#say(this.#host.speak(formWords)('later'), 'failed');
    }
  };

  async #send(written: CommentFields): Promise<void> {
    const host = this.#host;
    // The page may go on to another story meanwhile.
    const { about } = host;
    const delivery = this.#delivery as Delivery;
    const { heldBack, submission } = await this.#load();
    const why = await heldBack(host, about);
    if (why) return this.#say(why, 'failed');
    const { remember } = this.fields;
    const parent = this.#options.parent?.id;
    const { config } = host.content;
    const comment = submission(host, written, { story: about, parent, shownAt: this.#shownAt });
    const outcome = config
      ? await delivery.send(config, written, comment, remember)
      : { reason: 'no-comments' as const, message: '' };
    this.#hear(outcome, about);
    await this.#lead('.notice');
  }

  /** Tells what became of a comment. */
  readonly #hear = (news: News, about = this.#host.about): void => {
    const host = this.#host;
    if (!this.#sending) return;
    const { sendingWords, told, whyNot } = this.#sending;
    const say = host.speak(sendingWords);
    const { config } = host.content;
    if (news === 'waits' && config) void this.#sending.resume(config);
    if (typeof news === 'string') this.#say(...told(say, news, this.#delivery));
    else if ('reason' in news) {
      this.#say(whyNot(say, news, host.signInUrl), 'failed');
      host.dispatchEvent(new NewsCommentFailedEvent(about, news.reason));
    } else {
      const led = host.renderRoot.querySelector('form:focus-within');
      this.#delivery?.close();
      this.#delivery = this.#draft = undefined;
      this.#posted = news;
      this.#say('', 'writing');
      const { id = '', status } = news.comment ?? {};
      host.dispatchEvent(new NewsCommentPostedEvent(about, id, status === 'approved' ? status : 'held'));
      this.#options.posted?.(news.comment);
      // The field that had the focus goes.
      if (led) void this.#lead('.notice');
    }
  };

  /** Leads the reader to what has to be read now. */
  async #lead(selector: string): Promise<void> {
    await this.#host.updateComplete;
    if (!this.#disposed) this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
