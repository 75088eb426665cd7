import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { storyQuestion, type Question } from '../../content/questions.js';
import type { ContentState } from '../../content/controller.js';
import { Draft, reader, type CommentFields } from '../../content/draft.js';
import type { Refused, Taken } from '../../content/post-comment.js';
import { ownAddress } from '../../kit/urls.js';
import { formWords } from '../../kit/words/en.js';
import type { Story } from '../../model/index.js';
import { baseStyles, buttonStyles } from '../../views/base.styles.js';
import { commentForm } from '../../views/comment-form.js';
import { commentFormStyles } from '../../views/comment-form.styles.js';
import { heading } from '../../views/heading.js';
import { statusStyles } from '../../views/status.styles.js';
import { ContentElement } from '../content-element.js';
import { NewsCommentFailedEvent, NewsCommentPostedEvent, NewsCommentSubmitEvent } from '../events.js';
import type { Fault } from './check.js';
import { takeOver, type Field } from './takeover.js';

type Sending = typeof import('./sending.js');

/**
 * Where a reader leaves a comment. What is typed is kept in the browser from the first letter until the API has taken
 * it; a comment that could not be sent stays in the form and is sent once, however often it is tried.
 *
 * @slot heading - Your own heading.
 * @csspart heading - The heading.
 * @csspart form - The form.
 * @csspart note - The line about e-mail and required fields.
 * @csspart field - A label with its field.
 * @csspart label - A label.
 * @csspart required - The mark of a required field.
 * @csspart input - A field.
 * @csspart fault - What is wrong with a field.
 * @csspart summary - All that is wrong.
 * @csspart notice - What became of the comment.
 * @csspart privacy - The link to the privacy page.
 * @cssproperty [--news-color-field=transparent] - Ground of a field.
 * @fires {NewsCommentSubmitEvent} news-comment-submit - Before a comment is sent; prevent it, or let it wait for your own check.
 * @fires {NewsCommentPostedEvent} news-comment-posted - The API has stored a comment.
 * @fires {NewsCommentFailedEvent} news-comment-failed - The API has not taken a comment; it is still in the form.
 * @tag news-comment-form
 */
export class NewsCommentForm extends ContentElement<Story | undefined> {
  static override styles = [baseStyles, buttonStyles, statusStyles, commentFormStyles];

  static override properties: PropertyDeclarations = {
    label: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    privacyUrl: { attribute: 'privacy-url' },
    maxLength: { type: Number, attribute: 'max-length' },
    action: {},
    faults: { state: true },
    phase: { state: true },
    notice: { state: true },
    sending: { state: true },
    sent: { state: true },
  };

  /** The heading; default "Leave a reply" in the language of the page. Empty for none. */
  label?: string;

  /** Level of the heading in the page's outline. */
  headingLevel = 2;

  /** Address of the page that tells what becomes of the reader's details. */
  privacyUrl?: string;

  /** Most characters of a comment. */
  maxLength = 5000;

  /** Where the form is posted to when a server rendered it and no script runs. */
  action?: string;

  private faults: readonly Fault[] = [];
  private phase: 'writing' | 'sending' | 'failed' = 'writing';
  private notice = '';
  private sending: Sending | undefined;
  private sent: Taken | undefined;
  #draft: Draft | undefined;
  #takenOver = false;

  override isEmpty(story: Story | undefined): boolean {
    return !story;
  }

  protected override wanted(): Question<Story | undefined> | undefined {
    const story = this.pageStory();
    return story ? storyQuestion(story) : undefined;
  }

  /** Whatever became of the reading: a form that can be written in is shown, for it keeps what is written. */
  protected override shown(state: ContentState): unknown {
    const { problem } = this.content;
    if (state === 'idle' || state === 'empty' || problem?.kind === 'config') return super.shown(state);
    if (state === 'loading' && this.hasFallback()) return super.shown(state);
    const story = this.given() ?? this.content.value;
    return this.#page(story);
  }

  protected override ready(story: Story | undefined): TemplateResult {
    return this.#page(story);
  }

  protected override skeleton(): TemplateResult {
    return this.#page(undefined);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!this.hasUpdated || !changed.has('story')) return;
    // What was written about the story before is kept for that one.
    this.renderRoot.querySelector('form')?.reset();
    this.#draft = this.sent = undefined;
    this.faults = [];
    this.phase = 'writing';
    this.notice = '';
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.#draft && this.#field('text')) this.#begin();
  }

  #page(story: Story | undefined): TemplateResult {
    const say = this.say(formWords);
    const label = this.label ?? say('heading');
    // A form with something in it stays: its text is the reader's.
    if (story?.comments && story.comments !== 'open' && !this.#draft?.fields)
      return html`<p class="note" part="notice">${say(story.comments)}</p>`;
    return html`<section aria-labelledby="heading">
      <div id="heading"><slot name="heading">${label ? heading(this.headingLevel, 'heading', label) : nothing}</slot></div>
      ${this.#body()}
    </section>`;
  }

  #body(): unknown {
    const say = this.say(formWords);
    const sending = this.sending && this.say(this.sending.sendingWords);
    if (this.sent && sending) return this.sending?.thanks(sending, this.sent.comment, this.#another);
    const faults = this.faults.map(
      ({ field, word, values }) => [field, sending?.(word, values) ?? ''] as const,
    );
    const button = this.phase === 'sending' ? 'sending' : 'again';
    return commentForm({
      say,
      faults,
      summary: sending && faults.length ? this.sending?.faultSummary(sending, faults, this.#focus) : nothing,
      notice: this.notice,
      failed: this.phase === 'failed',
      sending: this.phase === 'sending',
      send: sending && this.phase !== 'writing' ? sending(button) : say('send'),
      story: this.#about,
      action: ownAddress(this.action),
      privacyUrl: ownAddress(this.privacyUrl),
      input: this.#keep,
      submit: this.#submit,
    });
  }

  /** The form has just come into the page: put back what was written, by whom, before the script or the reload. */
  #begin(): void {
    this.#draft = new Draft(`${this.content.config?.api ?? ''} ${this.pageStory() ?? ''}`);
    const { fields } = this.#draft;
    const known = reader.recall();
    for (const [name, value] of Object.entries({ ...known, ...fields })) {
      const field = this.#field(name as keyof CommentFields);
      if (field && !field.value) field.value = value;
    }
    const remember = this.renderRoot.querySelector<HTMLInputElement>('#remember');
    if (remember && known) remember.checked = true;
    if (!this.#takenOver) takeOver(this, (field) => this.#field(field));
    this.#takenOver = true;
    if (this.#values().text) this.#keep();
    if (fields) this.notice = this.say(formWords)('draft');
  }

  #field(name: keyof CommentFields): Field | null {
    return this.renderRoot.querySelector<Field>(`[part~="input"][name="${name}"]`);
  }

  #values(): CommentFields {
    const value = (name: keyof CommentFields): string => this.#field(name)?.value.trim() ?? '';
    return { name: value('name'), email: value('email'), website: value('website'), text: value('text') };
  }

  readonly #focus = (field: keyof CommentFields): void => this.#field(field)?.focus();

  readonly #keep = (): void => {
    this.#draft?.keep(this.#values());
    // A failure is told when the comment is sent: until then there may be a second chance.
    this.#load().catch(() => undefined);
  };

  async #load(): Promise<Sending> {
    return (this.sending ??= await import('./sending.js'));
  }

  readonly #another = async (): Promise<void> => {
    this.sent = undefined;
    await this.updateComplete;
    this.#field('text')?.focus();
  };

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const fields = this.#values();
    if (this.phase === 'sending') return;
    this.notice = '';
    this.phase = 'sending';
    try {
      const { check } = await this.#load();
      this.faults = check(fields, this.maxLength);
      if (!this.faults.length) return await this.#send(fields);
      this.phase = 'writing';
      await this.#tell('.summary');
    } catch {
      this.phase = 'failed';
      this.notice = this.say(formWords)('later');
    }
  };

  /** The page may hold a comment back, at once or after a check of its own. */
  async #mayGo(about: string): Promise<boolean> {
    const event = new NewsCommentSubmitEvent(about);
    return (
      this.dispatchEvent(event) &&
      Promise.all(event.waits).then(
        () => true,
        () => false,
      )
    );
  }

  async #send(fields: CommentFields): Promise<void> {
    // The page may go on to another story meanwhile.
    const about = this.#about;
    const draft = this.#draft as Draft;
    const { sendingWords, postComment } = await this.#load();
    if (!(await this.#mayGo(about))) {
      this.phase = 'writing';
      return;
    }
    const { config } = this.content;
    const outcome: Taken | Refused = config
      ? await postComment(config, draft, about, fields)
      : { reason: 'no-comments', message: '' };
    if ('reason' in outcome) {
      this.phase = 'failed';
      this.notice = this.say(sendingWords)(outcome.reason, { reason: outcome.message });
      this.dispatchEvent(new NewsCommentFailedEvent(about, outcome.reason));
    } else {
      this.phase = 'writing';
      const remember = this.renderRoot.querySelector<HTMLInputElement>('#remember');
      reader.remember(remember?.checked ? fields : undefined);
      this.#draft = undefined;
      this.sent = outcome;
      const { id = '', status } = outcome.comment ?? {};
      this.dispatchEvent(new NewsCommentPostedEvent(about, id, status === 'approved' ? status : 'held'));
    }
    await this.#tell('.notice');
  }

  /** The story as the API knows it, as far as that is known. */
  get #about(): string {
    return (this.given() ?? this.content.value)?.id ?? this.pageStory() ?? '';
  }

  /** Leads the reader to what has to be read now. */
  async #tell(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
