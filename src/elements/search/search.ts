import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { ContentState } from '../../content/controller.js';
import type { Question } from '../../content/questions.js';
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
import { isHere } from './results-page.js';
import type { Searching } from './searching.js';
import { takeOver } from './takeover.js';
import { close, left, open, unfolded } from './unfolding.js';

/** How a search stands on the page. */
export type SearchMode = 'inline' | 'expand' | 'dialog';

/** How long typing must rest before the API is asked, in milliseconds. */
const rest = 200;

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
 * @csspart dot - What stands between two things of a line.
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
    said: { state: true },
    closed: { state: true },
    lost: { state: true },
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

  /** @internal */
  said = '';
  // The reader has closed the results in the mode `inline`.
  private closed = false;
  // The code that looks for something could not be loaded.
  private lost = false;
  #searching: Searching | undefined;
  #field: HTMLInputElement | null = null;
  #begun = false;
  #resting: ReturnType<typeof setTimeout> | undefined;

  override isEmpty({ items }: Page<Story>): boolean {
    return !items.length;
  }

  override settled(problem?: Problem): void {
    super.settled(problem);
    this.#searching?.settled(problem);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#resting);
    this.#searching?.hush();
  }

  protected override countOf({ items }: Page<Story>): number {
    return items.length;
  }

  /** What is shown was looked for: nothing can be given. */
  protected override given(): undefined {
    return undefined;
  }

  protected override wanted(): Question<Page<Story>> | undefined {
    return this.#searching?.question;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // An attribute may say anything.
    this.limit = this.limit >= 1 ? Math.min(99, Math.floor(this.limit)) : 6;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const field = this.renderRoot.querySelector<HTMLInputElement>('#field');
    if (field && field !== this.#field)
      takeOver(this.#field ?? this.querySelector(theirs), field, this.#open);
    this.#field = field;
    if (!field || this.asOnServer || this.#begun) return;
    this.#begun = true;
    if (isHere(this.ownAction)) field.value ||= new URLSearchParams(location.search).get(this.name) ?? '';
    if (field.value) void this.#search();
  }

  /** The form is there whatever became of the asking, and is never busy: somebody types in it. */
  protected override render(): TemplateResult {
    const { asOnServer, mode } = this;
    // Without script, a form that leads nowhere is worse than what the page has.
    if (asOnServer && !this.ownAction) return html`<slot></slot>`;
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
    return this.lost
      ? failure(this.say(statusWords), this.#search)
      : this.#searching?.shown(state, () => super.shown(state));
  }

  protected override ready(): TemplateResult {
    return (this.#searching as Searching).found();
  }

  protected override skeleton(): TemplateResult {
    return html`<p class="waiting" part="waiting">${this.say(searchWords)('searching')}</p>`;
  }

  /** @internal */
  get ownAction(): string | undefined {
    return ownAddress(this.action);
  }

  #body(): TemplateResult {
    const { name, label, closed } = this;
    const say = this.say(searchWords);
    const state = this.contentState;
    const busy = state === 'loading' ? 'true' : nothing;
    const [typed, submit] = [this.#typed, this.#submit];
    return html`${searchForm({ say, label, name, action: this.ownAction, typed, submit })}
      <div class="results" part="results" ?hidden=${closed} aria-busy=${busy}>${this.shown(state)}</div>
      <p class="quiet" role="status">${this.said}</p>`;
  }

  readonly #load = async (): Promise<void> => {
    try {
      const { Searching } = await import('./searching.js');
      this.#searching ??= new Searching(this, {
        say: (words) => this.say(words),
        navigate: this.navigate,
        language: () => this.language,
        waiting: () => this.skeleton(),
        focus: () => this.#field?.focus(),
      });
      this.lost = false;
    } catch {
      this.lost = true;
    }
  };

  readonly #typed = (event: Event): void => {
    // Half a sign of an input method is nothing to look for.
    if ((event as InputEvent).isComposing) return;
    clearTimeout(this.#resting);
    this.#searching?.hush();
    void this.#load();
    this.#resting = setTimeout(this.#search, rest);
  };

  readonly #search = async (): Promise<void> => {
    clearTimeout(this.#resting);
    await this.#load();
    this.closed = false;
    this.#searching?.lookFor(this.#field?.value ?? '');
  };

  readonly #submit = (event: Event): void => {
    if (this.ownAction) return;
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
    const next = this.#searching?.step(key, field);
    if (!next) return;
    event.preventDefault();
    this.closed = false;
    void this.updateComplete.then(() => next.focus());
  };
}

/** A field of a plain search form. */
const theirs = 'input[type="search"], input[type="text"], input:not([type])';
