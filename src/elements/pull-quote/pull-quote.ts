import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { storyQuestion, type Question } from '../../content/questions.js';
import { compact } from '../../kit/compact.js';
import type { Quote, Story } from '../../model/index.js';
import { baseStyles, buttonStyles } from '../../views/base.styles.js';
import { quote } from '../../views/quote.js';
import { quoteStyles } from '../../views/quote.styles.js';
import { statusStyles } from '../../views/status.styles.js';
import { ContentElement } from '../content-element.js';

/** How a quote is set. */
export type QuoteVariant = 'pull' | 'block' | 'portrait' | 'centred';

/**
 * A quote and who said it: from a story, or written by hand.
 *
 * ```html
 * <news-pull-quote story="1234"></news-pull-quote>
 * <news-pull-quote quote="We close the Sound." by="Ada Moss" by-role="Minister of Fisheries"></news-pull-quote>
 * ```
 *
 * @slot words - Your own words of the quote: then nothing is asked of an API.
 * @csspart quote - The whole figure.
 * @csspart words - What was said; `::part(words)::before` and `::after` are the quotation marks.
 * @csspart caption - Who said it.
 * @csspart dot - What stands between two things of a line.
 * @csspart by - The name.
 * @csspart role - The role.
 * @csspart via - Whom it was said to.
 * @csspart work - The work that it is taken from.
 * @csspart portrait - The picture of who said it.
 * @csspart error - The sentence that says that something failed.
 * @csspart age - The sentence that tells how old the content is.
 * @csspart button - A button.
 * @cssproperty [--news-size-quote=1.625em] - Size of the words.
 * @cssproperty [--news-weight-quote=500] - Weight of the words.
 * @tag news-pull-quote
 */
export class NewsPullQuote extends ContentElement<Story | Quote | undefined> {
  static override styles = [baseStyles, buttonStyles, statusStyles, quoteStyles];

  static override properties: PropertyDeclarations = {
    quote: {},
    by: {},
    byRole: { attribute: 'by-role' },
    via: {},
    cite: {},
    pick: { type: Number },
    variant: {},
    decorative: { type: Boolean },
  };

  /** The words, for a quote written by hand. */
  quote?: string;

  /** Who said it, for a quote written by hand. */
  by?: string;

  /** Who they are: "Mayor of Lahore"; for a quote written by hand. */
  byRole?: string;

  /** Whom it was said to: "told CBS News"; for a quote written by hand. */
  via?: string;

  /** The work that the words are taken from: the name of a book, a report or a speech. */
  cite?: string;

  /** Which of the story's quotes, from 1. */
  pick = 1;

  /** `pull`, `block`, `portrait` or `centred`. */
  variant: QuoteVariant = 'pull';

  /** The quote stands in the text as well: screen readers leave it out here. */
  decorative = false;

  protected override given(): Story | Quote | undefined {
    if (this.data || !(this.quote || this.slotted('words'))) return this.data;
    const { by, byRole: role, via } = this;
    return compact<Quote>({ text: this.quote ?? '', by, role, via });
  }

  protected override wanted(): Question<Story | undefined> | undefined {
    return this.story ? storyQuestion(this.story, 'quotes') : undefined;
  }

  override isEmpty(value: Story | Quote | undefined): boolean {
    return !this.#quoteIn(value);
  }

  protected override look(): string {
    return this.variant;
  }

  protected override ready(value: Story | Quote): TemplateResult {
    const said = this.#quoteIn(value) as Quote;
    const lang = said.lang ?? ('headline' in value ? value.lang : undefined);
    return quote(compact<Quote>({ ...said, lang }), {
      decorative: this.decorative,
      portrait: this.variant === 'portrait',
      work: this.cite,
      place: (words) => html`<slot name="words">${words}</slot>`,
    });
  }

  protected override skeleton(): TemplateResult {
    return html`<div class="quote" aria-hidden="true">
      <div class="bone"></div>
      <div class="bone"></div>
      <div class="bone half"></div>
    </div>`;
  }

  #quoteIn(value: Story | Quote | undefined): Quote | undefined {
    return value && ('headline' in value ? value.quotes?.[this.pick - 1] : value);
  }
}
