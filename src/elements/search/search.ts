import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { ContentState } from '../../content/controller.js';
import { listQuestion, type Question } from '../../content/questions.js';
import type { Problem } from '../../kit/problem.js';
import { ownAddress } from '../../kit/urls.js';
import { searchWords, statusWords } from '../../kit/words/en.js';
import type { Page, Story } from '../../model/index.js';
import { baseStyles, buttonStyles } from '../../views/base.styles.js';
import { searchDialog, searchFold, searchForm } from '../../views/search.js';
import { searchStyles } from '../../views/search.styles.js';
import { failure } from '../../views/status.js';
import { statusStyles } from '../../views/status.styles.js';
import { ContentElement } from '../content-element.js';
import { NewsSearchQueryEvent } from '../events.js';
import { isHere, resultsPage } from './results-page.js';
import { takeOver } from './takeover.js';
import { close, left, open, unfolded } from './unfolding.js';

type Results = typeof import('./results.js');

/** How a search stands on the page. */
export type SearchMode = 'inline' | 'expand' | 'dialog';

/** How long typing must rest before the API is asked, and before a screen reader is told, in milliseconds. */
const rest = 200;
const silence = 1_000;

/**
 * Where a reader looks for something: stories show while they type. What they look for is asked of the content API and
 * of nobody else: it is not kept, and no event carries it.
 *
 * The results are a list of links and no listbox: each has a headline, a line of text and a date, in languages of their
 * own, which an option may not hold; a link can be opened in a new tab. Arrow keys lead from the field through them and
 * back, Escape closes them. What it shows was looked for: `data` and `story` mean nothing to it.
 *
 * ```html
 * <news-search action="/search"></news-search>
 * ```
 *
 * @slot - A plain search form, for readers without script; what they type in it before the script comes is taken over.
 * @slot empty - Shown when nothing was found, in place of the sentence that says so.
 * @slot error - Shown when the search failed, in place of the sentence that says so.
 * @csspart opener - The button that unfolds the search, in the modes `expand` and `dialog`.
 * @csspart panel - What `expand` unfolds.
 * @csspart dialog - The dialog of the mode `dialog`.
 * @csspart close - The dialog's button to close it.
 * @csspart form - The form.
 * @csspart label - The field's label.
 * @csspart field - The field with its button.
 * @csspart input - The field.
 * @csspart results - All that was found.
 * @csspart count - The sentence that tells how many were found.
 * @csspart list - The list of stories.
 * @csspart result - A story.
 * @csspart link - A story's link.
 * @csspart mark - What was looked for, in a story's text.
 * @csspart excerpt - The line under a headline.
 * @csspart meta - The line of section and date.
 * @csspart date - The date.
 * @csspart empty - The sentence that says that nothing was found.
 * @csspart waiting - "Searching …".
 * @csspart all - The link to all results.
 * @csspart error - The sentence that says that something failed.
 * @csspart age - The sentence that tells how old the content is.
 * @csspart button - A button.
 * @cssproperty [--news-color-field=transparent] - Ground of the field.
 * @cssproperty [--news-color-panel=Canvas] - Ground of the panel and the dialog.
 * @cssproperty [--news-color-panel-text=CanvasText] - Text in the panel and the dialog.
 * @cssproperty [--news-layer-panel=10] - The panel's `z-index`.
 * @fires {NewsSearchQueryEvent} news-search-query - A search was answered; tells its length and how many stories came.
 * @fires {NewsNavigateEvent} news-navigate - A reader follows a link; prevent it to go there in your own way.
 * @tag news-search
 */
export class NewsSearch extends ContentElement<Page<Story>> {
  static override styles = [baseStyles, buttonStyles, statusStyles, searchStyles];

  static override properties: PropertyDeclarations = {
    action: {},
    name: {},
    label: {},
    limit: { type: Number },
    mode: {},
    sought: { state: true },
    results: { state: true },
    later: { state: true },
    closed: { state: true },
    phase: { state: true },
    said: { state: true },
  };

  /** Address of the site's own page of results: Enter leads there, also where no script runs. */
  action?: string;

  /** Name of the query parameter that carries the words to `action`. */
  name = 'q';

  /** The field's label; default in the language of the page. */
  label?: string;

  /** How many results at a time, at most 99. */
  limit = 6;

  /** `inline`; `expand`, a button that unfolds the search over the page; or `dialog`, a button that opens one. */
  mode: SearchMode = 'inline';

  // What is looked for; its blanks and forms of letters made equal, so that equal searches share an answer.
  private sought = '';
  // The reader has closed the results in the mode `inline`.
  private closed = false;
  private phase: 'rest' | 'busy' | 'failed' = 'rest';
  private results: Results | undefined;
  /** @internal */
  later: readonly Page<Story>[] = [];
  /** @internal */
  said = '';
  #field: HTMLInputElement | null = null;
  #begun = false;
  /** What stays on show while the next answer is waited for. */
  #shown: unknown;
  #told = '';
  #resting: ReturnType<typeof setTimeout> | undefined;
  #silent: ReturnType<typeof setTimeout> | undefined;

  override isEmpty({ items }: Page<Story>): boolean {
    return !items.length;
  }

  override settled(problem?: Problem): void {
    super.settled(problem);
    // Brought up to date, it is the same search.
    if (!problem && this.#told === this.sought) return;
    this.#told = problem ? '' : this.sought;
    const { value } = this.content;
    if (!problem && value)
      this.dispatchEvent(new NewsSearchQueryEvent(this.sought.length, value.items.length));
    clearTimeout(this.#silent);
    this.#silent = setTimeout(() => (this.said = this.#summary), silence);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#resting);
    clearTimeout(this.#silent);
  }

  protected override countOf({ items }: Page<Story>): number {
    return items.length;
  }

  /** What is shown was looked for: nothing can be given. */
  protected override given(): undefined {
    return undefined;
  }

  protected override wanted(): Question<Page<Story>> | undefined {
    const { sought } = this;
    // Where no API is named, it is a form that leads to its action.
    if (this.#action && !this.content.config) return undefined;
    const signs = sought.match(/[^\s\p{M}\p{C}]/gu) ?? [];
    return signs.length > 1 || dense.test(sought) ? this.#question() : undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // An attribute may say anything.
    this.limit = this.limit >= 1 ? Math.min(99, Math.floor(this.limit)) : 6;
    if (!changed.has('sought')) return;
    this.later = [];
    this.phase = 'rest';
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const field = this.renderRoot.querySelector<HTMLInputElement>('#field');
    if (field && field !== this.#field)
      takeOver(this.#field ?? this.querySelector(theirs), field, this.#open);
    this.#field = field;
    if (!field || this.asOnServer || this.#begun) return;
    this.#begun = true;
    if (isHere(this.#action)) field.value ||= new URLSearchParams(location.search).get(this.name) ?? '';
    if (field.value) void this.#search();
  }

  /** The form is there whatever became of the asking, and is never busy: somebody types in it. */
  protected override render(): TemplateResult {
    const { asOnServer, mode } = this;
    // Without script, a form that leads nowhere is worse than what the page has.
    if (asOnServer && !this.#action) return html`<slot></slot>`;
    const say = this.say(searchWords);
    const body = this.#body();
    const widget =
      mode === 'dialog' && !asOnServer
        ? searchDialog(say, body, { open: this.#open, close: this.#close })
        : mode === 'expand' || mode === 'dialog'
          ? searchFold(say, body, { unfolded, left })
          : body;
    return html`<div class="root" part="root"><search @keydown=${this.#key}>${widget}</search></div>`;
  }

  protected override shown(state: ContentState): unknown {
    switch (state) {
      case 'idle':
        return undefined;
      case 'loading':
        return this.#shown ?? this.skeleton();
      case 'empty':
        return html`<slot name="empty"><p part="empty">${this.#summary}</p></slot>`;
      case 'error': {
        const say = this.say(statusWords);
        const retry = this.content.problem?.retryable ? this.#retry : undefined;
        return html`<slot name="error">${failure((key) => (key === 'failed' && this.#summary) || say(key), retry)}</slot>`;
      }
      default:
        return super.shown(state);
    }
  }

  protected override ready(): TemplateResult {
    const { results, sought, stories, language: lang } = this;
    if (!results) return this.skeleton();
    const { searchResults } = results;
    return searchResults(stories, {
      sought,
      lang,
      summary: this.#summary,
      further: this.#further(results),
      navigate: this.#follow,
    });
  }

  protected override skeleton(): TemplateResult {
    return html`<p class="waiting" part="waiting">${this.say(searchWords)('searching')}</p>`;
  }

  #body(): TemplateResult {
    const { name, label, closed } = this;
    const say = this.say(searchWords);
    const state = this.contentState;
    const busy = state === 'loading' ? 'true' : nothing;
    this.#shown = this.shown(state);
    const [typed, submit] = [this.#typed, this.#submit];
    return html`${searchForm({ say, label, name, action: this.#action, typed, submit })}
      <div class="results" part="results" ?hidden=${closed} aria-busy=${busy}>${this.#shown}</div>
      <p class="quiet" role="status">${this.said}</p>`;
  }

  #question(cursor?: string): Question<Page<Story>> {
    return listQuestion({ from: 'search', of: this.sought, limit: this.limit, ...(cursor && { cursor }) });
  }

  /** The way to more results: the site's own page of them, unless this is it, else a button. */
  #further({ allResults, foundWords, moreResults }: Results): unknown {
    const say = this.say(foundWords);
    const action = this.#action;
    if (action && !isHere(action)) return allResults(say, resultsPage(action, this.name, this.sought));
    return this.#next !== undefined && moreResults(say, this.phase, this.#more);
  }

  get #action(): string | undefined {
    return ownAddress(this.action);
  }

  get #pages(): readonly Page<Story>[] {
    const { value } = this.content;
    return value ? [value, ...this.later] : [];
  }

  get #next(): string | undefined {
    return this.#pages.at(-1)?.next;
  }

  /** @internal */
  get stories(): readonly Story[] {
    const stories = this.#pages.flatMap(({ items }) => items);
    return stories.filter(({ id }, index) => stories.findIndex((other) => other.id === id) === index);
  }

  /** What became of the search, in a sentence; empty where that could not be loaded. */
  get #summary(): string {
    const { results } = this;
    return results?.summary(this.say(results.foundWords), this.content, this.sought) ?? '';
  }

  async #load(): Promise<void> {
    this.results ??= await import('./results.js').catch(() => undefined);
  }

  readonly #typed = (event: Event): void => {
    // Half a sign of an input method is nothing to look for.
    if ((event as InputEvent).isComposing) return;
    clearTimeout(this.#resting);
    clearTimeout(this.#silent);
    this.said = '';
    void this.#load();
    this.#resting = setTimeout(this.#search, rest);
  };

  readonly #search = async (): Promise<void> => {
    clearTimeout(this.#resting);
    await this.#load();
    this.closed = false;
    const { sought } = this;
    this.sought = (this.#field?.value ?? '').normalize().trim().replace(/\s+/g, ' ');
    if (sought === this.sought && this.contentState === 'error') this.reload();
  };

  readonly #submit = (event: Event): void => {
    if (this.#action) return;
    event.preventDefault();
    void this.#search();
  };

  readonly #open = (): void => open(this.renderRoot);

  readonly #close = (): void => {
    if (close(this.renderRoot)) return;
    this.closed = true;
    this.#field?.focus();
  };

  readonly #key = (event: KeyboardEvent): void => {
    const { key, isComposing, altKey, ctrlKey, metaKey, shiftKey } = event;
    const field = this.#field;
    if (isComposing || altKey || ctrlKey || metaKey || shiftKey || !field) return;
    if (key === 'Escape') {
      // A field of a search that shows nothing is the browser's own: it empties it.
      if (this.mode === 'inline' && (this.closed || this.contentState === 'idle')) return;
      event.preventDefault();
      this.#close();
      return;
    }
    const links = [...this.renderRoot.querySelectorAll<HTMLElement>('li a')];
    const next = this.results?.step(key, this.shadowRoot?.activeElement ?? null, field, links);
    if (!next) return;
    event.preventDefault();
    this.closed = false;
    void this.updateComplete.then(() => next.focus());
  };

  readonly #follow = (story: string, position: number): ((event: MouseEvent) => void) => {
    const navigate = this.navigate(story, position);
    return (event) => {
      navigate(event);
      // The page goes there in its own way, and must not stay covered.
      if (event.defaultPrevented) close(this.renderRoot);
    };
  };

  readonly #retry = (): void => {
    // The button goes away with the failure: the focus must not go with it.
    this.#field?.focus();
    this.said = '';
    this.reload();
  };

  readonly #more = async (): Promise<void> => {
    const { results } = this;
    if (this.phase === 'busy' || !results) return;
    this.phase = 'busy';
    this.said = '';
    try {
      await results.showMore(this, this.#question(this.#next), (words) => this.say(words));
      this.phase = 'rest';
    } catch {
      this.phase = 'failed';
      this.said = this.say(results.foundWords)('unanswered');
    }
  };
}

/** A field of a plain search form. */
const theirs = 'input[type="search"], input[type="text"], input:not([type])';

/** Scripts that put no space between words, and say much with one sign. */
const dense = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u;
