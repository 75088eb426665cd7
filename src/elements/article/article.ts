import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { storyQuestion, type Question } from '../../content/questions.js';
import { articleWords, bodyWords, statusWords, storyWords } from '../../kit/words/en.js';
import type { Story } from '../../model/index.js';
import { articleView, articleSkeleton, articleSlots, type ArticleSlot } from '../../views/article.js';
import { articleStyles } from '../../views/article.styles.js';
import { baseStyles, buttonStyles } from '../../views/base.styles.js';
import { failure } from '../../views/status.js';
import { statusStyles } from '../../views/status.styles.js';
import type { ContentState } from '../../content/controller.js';
import { ContentElement } from '../content-element.js';

/** Of an article that the publisher's own HTML tells, nothing else is known. */
const byHand: Story = { id: '', url: '', headline: '' };

/**
 * A whole article: header, lead picture, body, tags and corrections.
 *
 * The body stands in the page itself and not in the shadow root: the page's own article styles, reader views, search
 * and `#anchors` reach it.
 *
 * ```html
 * <news-article story="1234"></news-article>
 * ```
 *
 * @slot kicker - Your own line above the headline.
 * @slot heading - Your own headline; with a body of your own, an API is asked only where `story` or `json-ld` is set.
 * @slot standfirst - Your own line under the headline.
 * @slot byline - Your own names.
 * @slot dates - Your own dates.
 * @slot media - Your own picture or video.
 * @slot body - Your own body.
 * @slot after-N - Shown after the Nth paragraph of a body that is fetched (`after-3`), and after a body of your own.
 * @slot paywall - Shown after the body of a story that is for subscribers only.
 * @slot tags - Your own tags.
 * @slot corrections - Your own corrections.
 * @csspart article - The whole article.
 * @csspart header - All that stands above the picture.
 * @csspart kicker - The line above the headline.
 * @csspart dot - What stands between two things of a line.
 * @csspart live - "Live".
 * @csspart label - "Opinion" and its like.
 * @csspart subscribers - "Subscribers only".
 * @csspart headline - The headline.
 * @csspart standfirst - The line under the headline.
 * @csspart byline - The line of names.
 * @csspart prompt - "By".
 * @csspart author - A name.
 * @csspart dates - The line of place, dates and reading time.
 * @csspart dateline - The place.
 * @csspart published - The date of publication.
 * @csspart updated - The date of the last change.
 * @csspart old - The sentence that warns of an old article.
 * @csspart media - The picture with its caption.
 * @csspart image - The picture.
 * @csspart caption - The caption and the credit.
 * @csspart credit - The credit.
 * @csspart body - The box of the body.
 * @csspart insert - A place between paragraphs.
 * @csspart corrections - The corrections.
 * @csspart correction - A correction.
 * @csspart tags - The tags.
 * @csspart tag - A tag.
 * @csspart error - The sentence that says that something failed.
 * @csspart age - The sentence that tells how old the content is.
 * @csspart button - A button.
 * @cssproperty [--news-size-title=clamp(1.75em, 1.2em + 3cqi, 3.25em)] - Size of the headline.
 * @cssproperty [--news-measure=65ch] - Longest line of the body.
 * @tag news-article
 */
export class NewsArticle extends ContentElement<Story | undefined> {
  static override styles = [baseStyles, buttonStyles, statusStyles, articleStyles];

  static override properties: PropertyDeclarations = {
    headingLevel: { type: Number, attribute: 'heading-level' },
    dateline: {},
    allowEmbeds: { attribute: 'allow-embeds' },
    jsonLd: { type: Boolean, attribute: 'json-ld' },
    lost: { state: true },
  };

  /** Level of the headline in the page's outline; the body's headings come below it. */
  headingLevel = 1;

  /** Where the story was written: "Port Alder". */
  dateline?: string;

  /** Embeds that load without a click: all (the attribute alone), or those of these hosts (`youtube.com vimeo.com`). */
  allowEmbeds?: string | boolean;

  /** Tells search engines about the story, as schema.org's NewsArticle, unless the page does so itself. */
  jsonLd = false;

  /** @internal The code that writes a body could not be loaded. */
  lost = false;
  /** @internal The time by which a server rendered it, where that was told one. */
  now?: number;
  readonly #agreed = new Set<string>();
  /** The body that was asked to be written, and all that decides how. */
  #asked = '';
  #arrived = false;
  #told: Story | undefined;
  #writing: Promise<void> = Promise.resolve();

  /** Loads embeds that wait for a click, for a consent manager: those of one host and its subdomains, or all. */
  loadEmbeds(host = ''): void {
    this.#agreed.add(host);
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#toAnchor);
    document.addEventListener('DOMContentLoaded', this.#parsed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#toAnchor);
    document.removeEventListener('DOMContentLoaded', this.#parsed);
  }

  protected override given(): Story | undefined {
    return this.data ?? (this.#isWhole && !this.story && !this.jsonLd ? byHand : undefined);
  }

  protected override wanted(): Question<Story | undefined> | undefined {
    const story = this.pageStory();
    // What the publisher put inside may still be on its way.
    return story && (this.asOnServer || document.readyState !== 'loading')
      ? storyQuestion(story, 'whole')
      : undefined;
  }

  override isEmpty(story: Story | undefined): boolean {
    return !story;
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    await this.#writing;
    return complete;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // An attribute may say anything.
    if (!(this.headingLevel >= 1 && this.headingLevel <= 6)) this.headingLevel = 1;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.asOnServer) return;
    const story = this.given() ?? this.content.value;
    const own = this.slotted('body');
    const { headingLevel, language } = this;
    const asked =
      story?.body && !own ? JSON.stringify([story.url, story.body, headingLevel, language, this.cuts]) : '';
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#writing = this.#write(asked, story);
    } else if (this.querySelector('[data-news-embed]')) void this.#showEmbeds();
    if (this.jsonLd && story?.headline && story !== this.#told) {
      this.#told = story;
      void import('./json-ld.js').then(({ writeJsonLd }) => writeJsonLd(this, story));
    }
  }

  /** What the publisher put inside is on show whatever becomes of the rest. */
  protected override shown(state: ContentState): unknown {
    const rest = super.shown(state);
    if (state === 'ready' || state === 'stale' || state === 'offline') return rest;
    // What the API adds to a whole article can be missed.
    if (this.#isWhole) return this.ready(byHand);
    const own = articleSlots.filter((name) => this.slotted(name));
    return html`${own.map((name) => html`<slot name=${name}></slot>`)}${rest}`;
  }

  protected override ready(story: Story): TemplateResult {
    const body = this.slotted('body');
    return articleView(story, {
      say: this.say({ ...storyWords, ...articleWords }),
      lang: this.language,
      level: this.headingLevel,
      dateline: this.dateline,
      now: this.asOnServer ? this.now : Date.now(),
      place: (slot, piece) =>
        piece === nothing && !this.slotted(slot) ? nothing : html`<slot name=${slot}>${piece}</slot>`,
      inserts: this.cuts,
      ownBody: body,
      paywall: this.slotted('paywall') && (story.subscribersOnly ?? story === byHand),
      lost: this.lost ? failure(this.say(statusWords), undefined) : undefined,
    });
  }

  protected override skeleton(): TemplateResult {
    return articleSkeleton((slot: ArticleSlot) => !this.slotted(slot));
  }

  /** The publisher's own HTML tells the story. */
  get #isWhole(): boolean {
    return this.slotted('heading') && this.slotted('body');
  }

  /** @internal After which paragraphs the publisher puts something. */
  get cuts(): number[] {
    if (this.alone) return [];
    const numbers = [...this.children].map(({ slot }) => Number(/^after-([1-9]\d*)$/.exec(slot)?.[1] ?? 0));
    return [...new Set(numbers)].filter(Boolean).sort((a, b) => a - b);
  }

  /** Writes the body, or takes it away where there is none. */
  async #write(asked: string, story = byHand): Promise<void> {
    try {
      const { goToAnchor, writeBody } = await import('./body.js');
      if (asked !== this.#asked) return;
      const { body, ...rest } = story;
      const table = this.say(bodyWords)('table');
      writeBody(
        this,
        asked && body ? { ...rest, body } : rest,
        { level: this.headingLevel, table },
        this.cuts,
      );
      this.lost = false;
      // Who has begun to read is not moved.
      if (!this.#arrived && !scrollY) goToAnchor(this);
      this.#arrived = true;
      await this.#showEmbeds();
    } catch {
      // The update that tells of it tries once more.
      this.#asked = '';
      this.lost = true;
    }
  }

  async #showEmbeds(): Promise<void> {
    if (!this.querySelector('[data-news-embed]')) return;
    const { showEmbeds } = await import('./embeds.js');
    showEmbeds(this, this.say(bodyWords), [this.allowEmbeds, ...this.#agreed]);
  }

  readonly #parsed = (): void => this.requestUpdate();

  readonly #toAnchor = (): void => {
    if (this.#asked) void import('./body.js').then(({ goToAnchor }) => goToAnchor(this));
  };
}
