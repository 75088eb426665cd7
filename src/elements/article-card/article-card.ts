import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { storyQuestion, type Question } from '../../content/questions.js';
import { compact } from '../../kit/compact.js';
import { ownAddress } from '../../kit/urls.js';
import { storyWords } from '../../kit/words/en.js';
import type { Story } from '../../model/index.js';
import { baseStyles, buttonStyles } from '../../views/base.styles.js';
import { card, cardLook, cardSkeleton, piecesOf, type CardSlot } from '../../views/card.js';
import { cardStyles } from '../../views/card.styles.js';
import { statusStyles } from '../../views/status.styles.js';
import { ContentElement } from '../content-element.js';
import { articleCardStyles } from './article-card.styles.js';

/** How a card is laid out. */
export type CardLayout = 'stacked' | 'row' | 'overlay' | 'compact' | 'headline-only' | 'numbered';

/** The pieces that show unless a publisher says otherwise. */
export const standardPieces = 'picture kicker excerpt byline date';

/**
 * A teaser of one story: picture, kicker, headline, standfirst, byline and date, as one link.
 *
 * ```html
 * <news-article-card story="1234" layout="row"><a href="/1234">Ferry runs again</a></news-article-card>
 * ```
 *
 * @slot media - Your own picture or video.
 * @slot overline - Your own line above the headline.
 * @slot heading - Your own heading with its link: then nothing is asked of an API.
 * @slot summary - Your own text under the headline.
 * @slot meta - Your own last line.
 * @csspart card - The whole card.
 * @csspart media - The box of the picture.
 * @csspart image - The picture.
 * @csspart text - Everything but the picture.
 * @csspart kicker - The line above the headline.
 * @csspart live - "Live".
 * @csspart label - "Opinion" and its like.
 * @csspart subscribers - "Subscribers only".
 * @csspart headline - The heading.
 * @csspart link - The link in the heading.
 * @csspart standfirst - The text under the headline.
 * @csspart meta - The line of byline and date.
 * @csspart dot - What stands between two things of a line.
 * @csspart author - A name in that line.
 * @csspart date - The date.
 * @csspart error - The sentence that says that something failed.
 * @csspart age - The sentence that tells how old the content is.
 * @csspart button - A button.
 * @fires {NewsNavigateEvent} news-navigate - A reader follows the link; prevent it to go there in your own way.
 * @tag news-article-card
 */
export class NewsArticleCard extends ContentElement<Story | undefined> {
  static override styles = [baseStyles, buttonStyles, statusStyles, cardStyles, articleCardStyles];

  static override properties: PropertyDeclarations = {
    headline: {},
    href: {},
    kicker: {},
    standfirst: {},
    image: {},
    by: {},
    published: {},
    layout: {},
    show: {},
    ratio: {},
    excerptLines: { type: Number, attribute: 'excerpt-lines' },
    excerptLength: { type: Number, attribute: 'excerpt-length' },
    headingLevel: { type: Number, attribute: 'heading-level' },
  };

  /** Headline, for a card written by hand. */
  headline?: string;

  /** Address of the story, for a card written by hand. */
  href?: string;

  /** Line above the headline, for a card written by hand. */
  kicker?: string;

  /** Text under the headline, for a card written by hand. */
  standfirst?: string;

  /** Address of the picture, for a card written by hand. */
  image?: string;

  /** Who wrote it, for a card written by hand. */
  by?: string;

  /** Date of publication in ISO 8601, for a card written by hand. */
  published?: string;

  /** `stacked`, `row`, `overlay`, `compact`, `headline-only` or `numbered`. */
  layout: CardLayout = 'stacked';

  /** Which pieces show: some of `picture kicker excerpt byline date comments reading-time`. */
  show = standardPieces;

  /** Shape of the picture: `5/4`, `1/1` or `16/9`; default the token `--news-ratio`, 3/2. */
  ratio?: '5/4' | '1/1' | '16/9';

  /** Lines of the standfirst before it is cut, 1 to 4. */
  excerptLines = 3;

  /** Characters of the standfirst before it is cut at a word, with an ellipsis; all of it when left out. */
  excerptLength?: number;

  /** Level of the heading in the page's outline. */
  headingLevel = 3;

  protected override given(): Story | undefined {
    if (this.data || !(this.headline || this.slotted('heading'))) return this.data;
    const { headline = '', kicker, standfirst, by, published } = this;
    const src = ownAddress(this.image);
    return compact<Story>({
      id: '',
      url: this.href ?? '',
      headline,
      kicker,
      standfirst,
      picture: src ? { src } : undefined,
      authors: by ? [{ name: by }] : undefined,
      published,
    });
  }

  protected override wanted(): Question<Story | undefined> | undefined {
    return this.story ? storyQuestion(this.story) : undefined;
  }

  override isEmpty(story: Story | undefined): boolean {
    return !story;
  }

  protected override look(): string {
    return cardLook(this);
  }

  protected override ready(story: Story): TemplateResult {
    return card(story, {
      say: this.say(storyWords),
      lang: this.language,
      level: this.headingLevel,
      shows: piecesOf(this.show),
      excerptLength: this.excerptLength,
      place: this.#place,
      eager: this.loading === 'eager',
      navigate: this.navigate(story.id, 0),
    });
  }

  protected override skeleton(): TemplateResult {
    return cardSkeleton(piecesOf(this.show));
  }

  readonly #place = (slot: CardSlot, piece: unknown): unknown =>
    piece === nothing && !this.slotted(slot) ? nothing : html`<slot name=${slot}>${piece}</slot>`;
}
