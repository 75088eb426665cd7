import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { ContentState } from '../../content/controller.js';
import { watchOutbox } from '../../content/outbox-watch.js';
import { commentableQuestion, type Question } from '../../content/questions.js';
import { formWords } from '../../kit/words/en.js';
import type { Message, Say } from '../../kit/words/say.js';
import type { Story } from '../../model/index.js';
import { baseStyles, buttonStyles } from '../../views/base.styles.js';
import { commentFormStyles } from '../../views/comment-form.styles.js';
import { heading } from '../../views/heading.js';
import { signIn } from '../../views/sign-in.js';
import { statusStyles } from '../../views/status.styles.js';
import { ContentElement } from '../content-element.js';
import { CommentFormPanel } from './panel.js';
import { takeOver } from './takeover.js';

/**
 * Where a reader leaves a comment. What is typed is kept in the browser from the first letter until the API has taken
 * it. A comment that could not be sent stays in the form, and is sent by itself when the network or the reader is back,
 * on any page with a form or a discussion of the same API; it is stored once, however often it is tried.
 *
 * ```html
 * <news-comment-form story="1234" privacy-url="/privacy"></news-comment-form>
 * ```
 *
 * @slot heading - Your own heading.
 * @slot challenge - Your own check against robots, over the button: what its named fields hold is sent along.
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
 * @csspart sign-in - The link to where a reader signs in.
 * @csspart button - A button.
 * @csspart error - The sentence that says that the API is not named rightly.
 * @cssproperty [--news-color-field=transparent] - Ground of a field.
 * @fires {NewsCommentSubmitEvent} news-comment-submit - Before a comment is sent; prevent it, or let it wait for your own check.
 * @fires {NewsCommentPostedEvent} news-comment-posted - The API has stored a comment.
 * @fires {NewsCommentFailedEvent} news-comment-failed - The API has not taken a comment, or not yet; it is still in the form.
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

  #panel = new CommentFormPanel(this);
  #takenOver = false;

  constructor() {
    super();
    watchOutbox(this, () => this.content.config);
  }

  override isEmpty(story: Story | undefined): boolean {
    return !story;
  }

  protected override wanted(): Question<Story | undefined> | undefined {
    const story = this.pageStory();
    return story ? commentableQuestion(story) : undefined;
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
    this.#panel.dispose();
    this.#panel = new CommentFormPanel(this);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { fields } = this.#panel;
    if (this.#takenOver || !fields.one('text')) return;
    this.#takenOver = true;
    if (takeOver(this, fields)) this.#panel.takeUp();
  }

  /** @internal */
  get storyName(): string {
    return this.pageStory() ?? '';
  }

  /** @internal */
  get about(): string {
    return (this.given() ?? this.content.value)?.id ?? this.storyName;
  }

  /** @internal */
  get signInUrl(): string | undefined {
    return (this.given() ?? this.content.value)?.signInUrl;
  }

  /** @internal */
  speak<Key extends string>(table: { readonly [key in Key]: Message }): Say<Key> {
    return this.say(table);
  }

  #page(story: Story | undefined): TemplateResult {
    const say = this.say(formWords);
    const label = this.label ?? say('heading');
    const how = story?.comments ?? 'open';
    const notOpen =
      how !== 'open' &&
      html`<p class="note" part="notice">${signIn(say(how), how === 'sign-in' ? story?.signInUrl : undefined)}</p>`;
    // A form with something in it stays: its text is the reader's.
    if (notOpen && !this.#panel.written) return notOpen;
    return html`<section aria-labelledby="heading">
      <div id="heading"><slot name="heading">${label ? heading(this.headingLevel, 'heading', label) : nothing}</slot></div>
      ${notOpen || nothing}
      ${this.#panel.render()}
    </section>`;
  }
}
