// Loaded when a reader begins to type.
import { html } from 'lit';
import { clientFor } from '../../content/content-api.js';
import type { ContentState } from '../../content/controller.js';
import { listQuestion, type Question } from '../../content/questions.js';
import type { Problem } from '../../kit/problem.js';
import { foundWords, moreWords, statusWords } from '../../kit/words/en.js';
import type { Message, Say } from '../../kit/words/say.js';
import type { Page, Story } from '../../model/index.js';
import { dense } from '../../views/search-marks.js';
import { allResults, moreResults, searchResults } from '../../views/search-results.js';
import { searchResultsStyles } from '../../views/search-results.styles.js';
import { failure } from '../../views/status.js';
import { NewsSearchQueryEvent } from '../events.js';
import { isHere, resultsPage } from './results-page.js';
import type { NewsSearch } from './search.js';
import { close } from './unfolding.js';

/** How long typing must rest before a screen reader is told, in milliseconds. */
const silence = 1_000;

/** What the element does for its search. */
export interface SearchTools {
  say<Key extends string>(words: { readonly [key in Key]: Message }): Say<Key>;
  navigate(story: string, position: number): (event: MouseEvent) => void;
  language(): string;
  /** Says that the answer is waited for. */
  waiting(): unknown;
  /** Leads the reader into the field. */
  focus(): void;
}

/** What a reader looks for, and what was found. */
export class Searching {
  readonly #host: NewsSearch;
  readonly #tools: SearchTools;
  /** What is looked for; its blanks and forms of letters made equal, so that equal searches share an answer. */
  #sought = '';
  #later: readonly Page<Story>[] = [];
  #phase: 'rest' | 'busy' | 'failed' = 'rest';
  /** What stays on show while the next answer is waited for. */
  #shown: unknown;
  #told = '';
  #silent: ReturnType<typeof setTimeout> | undefined;

  constructor(host: NewsSearch, tools: SearchTools) {
    this.#host = host;
    this.#tools = tools;
    const { styleSheet } = searchResultsStyles;
    if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
  }

  get question(): Question<Page<Story>> | undefined {
    const sought = this.#sought;
    // Where no API is named, it is a form that leads to its action.
    if (this.#host.ownAction && !this.#host.content.config) return undefined;
    const signs = sought.match(/[^\s\p{M}\p{C}]/gu) ?? [];
    return signs.length > 1 || dense.test(sought) ? this.#page() : undefined;
  }

  lookFor(words: string): void {
    const sought = words.normalize().trim().replace(/\s+/g, ' ');
    if (sought === this.#sought) {
      if (this.#host.contentState === 'error') this.#host.reload();
      return;
    }
    this.#sought = sought;
    this.#later = [];
    this.#phase = 'rest';
    this.#host.requestUpdate();
  }

  /** Somebody types: what was about to be said is out of date. */
  hush(): void {
    clearTimeout(this.#silent);
    this.#host.said = '';
  }

  settled(problem: Problem | undefined): void {
    // Brought up to date, it is the same search.
    if (!problem && this.#told === this.#sought) return;
    this.#told = problem ? '' : this.#sought;
    const { value } = this.#host.content;
    if (!problem && value)
      this.#host.dispatchEvent(new NewsSearchQueryEvent(this.#sought.length, value.items.length));
    clearTimeout(this.#silent);
    this.#silent = setTimeout(() => (this.#host.said = this.#summary), silence);
  }

  /** What stands under the field. */
  shown(state: ContentState, ready: () => unknown): unknown {
    switch (state) {
      case 'idle':
        return (this.#shown = undefined);
      case 'loading':
        return (this.#shown ??= this.#tools.waiting());
      case 'empty':
        return (this.#shown = html`<slot name="empty"><p part="empty">${this.#summary}</p></slot>`);
      case 'error': {
        const say = this.#tools.say(statusWords);
        const retry = this.#host.content.problem?.retryable ? this.#retry : undefined;
        return (this.#shown = html`<slot name="error"
          >${failure((key) => (key === 'failed' ? this.#summary : say(key)), retry)}</slot
        >`);
      }
      default:
        return (this.#shown = ready());
    }
  }

  found(): ReturnType<typeof searchResults> {
    return searchResults(this.#stories, {
      sought: this.#sought,
      lang: this.#tools.language(),
      summary: this.#summary,
      further: this.#further(),
      navigate: this.#follow,
    });
  }

  /** Where a key leads from the field, or from one of the links under it. */
  step(key: string, field: HTMLElement): HTMLElement | undefined {
    const links = this.#links;
    const from = this.#host.shadowRoot?.activeElement ?? null;
    const at = links.indexOf(from as HTMLElement);
    if (at < 0 && (from !== field || key !== 'ArrowDown')) return undefined;
    switch (key) {
      case 'ArrowDown':
        return links[at + 1];
      case 'ArrowUp':
        return links[at - 1] ?? field;
      case 'Home':
        return links[0];
      case 'End':
        return links.at(-1);
      default:
        return undefined;
    }
  }

  get #links(): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('li a')];
  }

  get #pages(): readonly Page<Story>[] {
    const { value } = this.#host.content;
    return value ? [value, ...this.#later] : [];
  }

  get #stories(): readonly Story[] {
    const stories = this.#pages.flatMap(({ items }) => items);
    return stories.filter(({ id }, index) => stories.findIndex((other) => other.id === id) === index);
  }

  /** What became of the search, in a sentence. */
  get #summary(): string {
    const { value, state } = this.#host.content;
    const say = this.#tools.say(foundWords);
    if (state === 'error') return say(navigator.onLine ? 'unanswered' : 'disconnected');
    // Isolated: words of another direction must not turn the sentence around.
    const words = `\u2068${this.#sought}\u2069`;
    if (!value?.items.length) return say('notFound', { words });
    const { items, next, total } = value;
    const known = total !== undefined || next === undefined;
    return say(known ? 'found' : 'foundFirst', { n: total ?? items.length, words });
  }

  #page(cursor?: string): Question<Page<Story>> {
    const { limit } = this.#host;
    return listQuestion({ from: 'search', of: this.#sought, limit, ...(cursor && { cursor }) });
  }

  /** The way to more results: the site's own page of them, unless this is it, else a button. */
  #further(): unknown {
    const say = this.#tools.say(foundWords);
    const { ownAction: action, name } = this.#host;
    if (action && !isHere(action)) return allResults(say, resultsPage(action, name, this.#sought));
    return this.#pages.at(-1)?.next === undefined ? undefined : moreResults(say, this.#phase, this.#more);
  }

  readonly #follow = (story: string, position: number): ((event: MouseEvent) => void) => {
    const navigate = this.#tools.navigate(story, position);
    return (event) => {
      navigate(event);
      // The page goes there in its own way, and must not stay covered.
      if (event.defaultPrevented) close(this.#host.renderRoot);
    };
  };

  readonly #retry = (): void => {
    // The button goes away with the failure: the focus must not go with it.
    this.#tools.focus();
    this.#host.said = '';
    this.#host.reload();
  };

  readonly #more = async (): Promise<void> => {
    if (this.#phase === 'busy') return;
    this.#turn('busy');
    this.#host.said = '';
    try {
      await this.#showMore();
      this.#turn('rest');
    } catch {
      this.#turn('failed');
      this.#host.said = this.#tools.say(foundWords)('unanswered');
    }
  };

  #turn(phase: 'rest' | 'busy' | 'failed'): void {
    this.#phase = phase;
    this.#host.requestUpdate();
  }

  /** Asks for the next page, says how many stories came, and leads the reader to the first. */
  async #showMore(): Promise<void> {
    const host = this.#host;
    const { config, value } = host.content;
    if (!config) return;
    const client = await clientFor(config);
    const page = await client.ask(this.#page(this.#pages.at(-1)?.next), new AbortController().signal);
    // Meanwhile something else is looked for.
    if (value !== host.content.value) return;
    const first = this.#stories.length;
    this.#later = [...this.#later, page];
    const n = this.#stories.length - first;
    const say = this.#tools.say(moreWords);
    host.said = n ? say('added', { n }) : say('noMore');
    host.requestUpdate();
    await host.updateComplete;
    // The button may have gone, and the focus with it.
    if (n || !host.shadowRoot?.activeElement) this.#links[n ? first : first - 1]?.focus();
  }
}
