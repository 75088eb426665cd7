import { nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Question } from '../../content/questions.js';
import { noteShown, shownElsewhere } from '../../content/shown.js';
import { storyRef } from '../../kit/refs.js';
import { withParams } from '../../kit/urls.js';
import { listWords, statusWords, storyWords } from '../../kit/words/en.js';
import type { Page, Story } from '../../model/index.js';
import { baseStyles, buttonStyles } from '../../views/base.styles.js';
import { card, cardLook, cardSkeleton, piecesOf } from '../../views/card.js';
import { cardStyles } from '../../views/card.styles.js';
import { heading } from '../../views/heading.js';
import { moreButton, storyList, storyListSkeleton } from '../../views/story-list.js';
import { statusStyles } from '../../views/status.styles.js';
import { ContentElement } from '../content-element.js';
import { relatedStoriesStyles } from './related-stories.styles.js';
import { parseFrom, storiesQuestion } from './stories-question.js';

/** How a list is laid out. */
export type ListLayout = 'list' | 'grid' | 'scroller' | 'numbered';

const cardLayouts = { list: 'row', grid: 'stacked', scroller: 'stacked', numbered: 'numbered' };

/**
 * More to read: stories related to the one on the page, the latest, or those of a section, author or tag.
 *
 * ```html
 * <news-related-stories story="1234" limit="4"><a href="/world">More from World</a></news-related-stories>
 * ```
 *
 * @slot heading - Your own heading over the list.
 * @slot after-N - Shown after the Nth story (`after-2`, `after-6`): what a publisher puts between stories.
 * @csspart heading - The heading over the list.
 * @csspart list - The list.
 * @csspart item - A place in the list.
 * @csspart insert - A place for what a publisher puts between stories.
 * @csspart card - A story.
 * @csspart media - The box of a picture.
 * @csspart image - A picture.
 * @csspart text - Everything in a card but the picture.
 * @csspart kicker - The line above a headline.
 * @csspart live - "Live".
 * @csspart label - "Opinion" and its like.
 * @csspart subscribers - "Subscribers only".
 * @csspart headline - A story's heading.
 * @csspart link - A story's link.
 * @csspart standfirst - The text under a headline.
 * @csspart meta - The line of byline and date.
 * @csspart dot - What stands between two things of a line.
 * @csspart author - A name in that line.
 * @csspart date - The date.
 * @csspart error - The sentence that says that something failed.
 * @csspart age - The sentence that tells how old the content is.
 * @csspart button - A button.
 * @cssproperty [--news-insert-size=0] - Height kept for what a publisher puts between stories.
 * @cssproperty [--news-column=15em] - Least width of a column in a grid or scroller.
 * @fires {NewsNavigateEvent} news-navigate - A reader follows a link; prevent it to go there in your own way.
 * @tag news-related-stories
 */
export class NewsRelatedStories extends ContentElement<Page<Story> | readonly Story[]> {
  static override styles = [baseStyles, buttonStyles, statusStyles, cardStyles, relatedStoriesStyles];

  static override properties: PropertyDeclarations = {
    from: {},
    limit: { type: Number },
    layout: {},
    show: {},
    ratio: {},
    excerptLines: { type: Number, attribute: 'excerpt-lines' },
    excerptLength: { type: Number, attribute: 'excerpt-length' },
    label: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    loadMore: { type: Boolean, attribute: 'load-more' },
    dedupe: { type: Boolean },
    linkParams: { attribute: 'link-params' },
    linkTarget: { attribute: 'link-target' },
    loading: {},
    later: { state: true },
    visible: { state: true },
    busy: { state: true },
    said: { state: true },
  };

  /** Which stories: `related`, `latest`, `section:world`, `author:x`, `tag:y` or `ids:1,2`. */
  from = 'related';

  /** How many, 100 at most. */
  limit = 4;

  /** `list`, `grid`, `scroller` or `numbered`. */
  layout: ListLayout = 'list';

  /** Which pieces of a story show: some of `picture kicker excerpt byline date comments reading-time`. */
  show = 'picture kicker excerpt date';

  /** Shape of the pictures: `5/4`, `1/1` or `16/9`; default the token `--news-ratio`, 3/2. */
  ratio?: '5/4' | '1/1' | '16/9';

  /** Lines of a standfirst before it is cut, 1 to 4. */
  excerptLines = 3;

  /** Characters of the standfirst before it is cut at a word, with an ellipsis; all of it when left out. */
  excerptLength?: number;

  /** The heading; default in the language of the page. Empty for none. */
  label?: string;

  /** Level of the heading in the page's outline; the stories' headlines are one below. */
  headingLevel = 2;

  /** Offers a button for more. */
  loadMore = false;

  /** Leaves out stories that another list with `dedupe` on this page shows. */
  dedupe = false;

  /** Query parameters for each link: `utm_source=partner`. */
  linkParams?: string;

  /** Where links open, as the `target` of a link. */
  linkTarget?: string;

  /** Lists ask only when they come near the view, unless told to be `eager`. */
  override loading: 'eager' | 'lazy' = 'lazy';

  /** @internal */
  later = none;
  /** @internal */
  visible = 0;
  /** @internal */
  said = '';
  private busy = false;

  override isEmpty(value: Page<Story> | readonly Story[]): boolean {
    return !this.#others(pageOf(value).items).length;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    noteShown(this, undefined);
  }

  protected override wanted(): Question<Page<Story>> | undefined {
    return this.nextQuestion();
  }

  /** @internal One more than is shown, for the page's own story may be among them; with `dedupe` as many again. */
  nextQuestion(cursor?: string): Question<Page<Story>> {
    const asks = Math.min(100, this.limit + 1 + (this.dedupe ? this.limit : 0));
    return storiesQuestion(this.from, this.pageStory(), asks, cursor);
  }

  protected override countOf(value: Page<Story> | readonly Story[]): number {
    return this.#others(pageOf(value).items).length;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // An attribute may say anything.
    this.limit = this.limit >= 1 ? Math.min(100, Math.floor(this.limit)) : 4;
    if (changed.has('limit') || changed.has('data')) this.#startAnew();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // What came later belongs to another question.
    if (this.contentState === 'loading') this.#startAnew();
    if (this.dedupe)
      noteShown(
        this,
        this.stories.slice(0, this.visible).map(({ url }) => url),
      );
  }

  protected override look(): string {
    const { layout, ratio, excerptLines } = this;
    return `${layout} ${cardLook({ layout: cardLayouts[layout] ?? 'row', ratio, excerptLines })}`;
  }

  protected override ready(): TemplateResult {
    const stories = this.stories;
    const shown = stories.slice(0, this.visible);
    const looks = {
      say: this.say(storyWords),
      lang: this.language,
      level: Math.min(6, this.headingLevel + 1),
      shows: piecesOf(this.show),
      excerptLength: this.excerptLength,
      target: this.linkTarget,
    };
    const cards = shown.map((story, position) =>
      card(story, {
        ...looks,
        href: withParams(story.url, this.linkParams),
        navigate: this.navigate(story.id, position),
      }),
    );
    const more = this.loadMore && (stories.length > this.visible || this.next !== undefined);
    return storyList(
      this.#heading,
      cards,
      (slot) => this.slotted(slot),
      more ? moreButton(this.say(listWords)('more'), this.busy, this.#more) : nothing,
      this.said,
    );
  }

  protected override skeleton(): TemplateResult {
    const bones = cardSkeleton(piecesOf(this.show));
    return storyListSkeleton(
      this.#heading,
      Array.from({ length: this.limit }, () => bones),
    );
  }

  #startAnew(): void {
    this.later = none;
    this.visible = this.limit;
  }

  get #heading(): unknown {
    const { kind } = parseFrom(this.from);
    const words = this.say(listWords);
    const label = this.label ?? words(kind === 'related' || kind === 'latest' ? kind : 'stories');
    return label ? heading(this.headingLevel, 'heading', label) : nothing;
  }

  get #pages(): readonly Page<Story>[] {
    const value = this.given() ?? this.content.value;
    return value ? [pageOf(value), ...this.later] : [];
  }

  /** @internal */
  get stories(): readonly Story[] {
    return this.#others(this.#pages.flatMap(({ items }) => items));
  }

  /** @internal */
  get next(): string | undefined {
    return this.#pages.at(-1)?.next;
  }

  /** Without the story on the page, those that other lists show, and those that moved down while pages were asked for. */
  #others(stories: readonly Story[]): readonly Story[] {
    if (this.given()) return stories;
    const own = this.pageStory();
    const { kind, value } = storyRef(own ?? '');
    const elsewhere: ReadonlySet<string> = this.dedupe ? shownElsewhere(this) : new Set();
    return stories.filter(
      (story, index) =>
        story[kind] !== value &&
        !elsewhere.has(story.url) &&
        stories.findIndex(({ id }) => id === story.id) === index,
    );
  }

  readonly #more = async (): Promise<void> => {
    if (this.busy) return;
    this.busy = true;
    try {
      const { showMore } = await import('./more.js');
      await showMore(this, (words) => this.say(words));
    } catch {
      this.said = this.say(statusWords)('failed');
    } finally {
      this.busy = false;
    }
  };
}

const none: readonly Page<Story>[] = [];

const pageOf = (value: Page<Story> | readonly Story[]): Page<Story> =>
  'items' in value ? value : { items: value };
