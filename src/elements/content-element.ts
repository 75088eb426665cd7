import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Question } from '../content/questions.js';
import { ContentController, type ContentHost, type ContentState } from '../content/controller.js';
import { canonicalUrl, pageDefault } from '../content/page-default.js';
import { whenInView } from '../kit/in-view.js';
import type { Problem } from '../kit/problem.js';
import { statusWords } from '../kit/words/en.js';
import { pictures } from '../views/picture.js';
import { age, failure } from '../views/status.js';
import { NewsElement } from './base.js';
import { NewsErrorEvent, NewsImpressionEvent, NewsLoadEvent, NewsNavigateEvent } from './events.js';

/**
 * An element whose content comes from a content API, or is given to it.
 *
 * @slot - The fallback: shown before the script runs, while loading and when the API fails; gone once content is there.
 * @slot empty - Shown when the API has nothing; the fallback else.
 * @slot error - Shown when the API fails and there is no fallback.
 * @csspart root - Everything.
 * @csspart debug - The box that `debug` shows.
 * @fires {NewsLoadEvent} news-load - Content came.
 * @fires {NewsErrorEvent} news-error - Content did not come.
 * @fires {NewsImpressionEvent} news-impression - Half of the element was in view, once.
 * @cssstate idle - There is nothing to ask for.
 * @cssstate loading - Waits for its content.
 * @cssstate ready - Shows its content.
 * @cssstate empty - The API has nothing to show.
 * @cssstate error - The API failed, and there is nothing to show.
 * @cssstate stale - Shows older content; bringing it up to date failed.
 * @cssstate offline - As stale, because the reader is offline.
 */
export abstract class ContentElement<T> extends NewsElement implements ContentHost<T> {
  static override properties: PropertyDeclarations = {
    api: {},
    source: {},
    apiKey: { attribute: 'api-key' },
    story: {},
    loading: {},
    refreshEvery: { type: Number, attribute: 'refresh-every' },
    data: { attribute: false },
  };

  /** Base address of the content API. Default: a `news-provider` around the element, else the page's own. */
  api?: string;

  /** Kind of API: `auto`, `wordpress`, `ghost`, `json-feed`, `rss`, `rest`, or one of `defineSource`. */
  source?: string;

  /** A public reading key, where the API wants one. */
  apiKey?: string;

  /** The story: digits are an id, a slash makes an address, everything else is a slug. */
  story?: string;

  /**
   * `lazy` asks only when the element comes near the view, and so does every element where the reader saves data.
   * Nothing is asked while the page is hidden.
   */
  loading?: 'eager' | 'lazy';

  /** Seconds between two askings; 0 is never. Rests while the page is hidden, and where the reader saves data. */
  refreshEvery = 0;

  /** The content itself: given, nothing is asked for. */
  data?: T;

  /** @internal */
  readonly content = new ContentController<T>(this);
  #watched = false;
  #refreshed = false;

  /** What to ask for; undefined when there is nothing to ask. */
  protected abstract wanted(): Question<T> | undefined;
  abstract isEmpty(value: T): boolean;
  /** The content. */
  protected abstract ready(value: T): TemplateResult;
  /** The shape of what is to come. */
  protected abstract skeleton(): TemplateResult;

  /** Content that was given by property, attributes or slots. */
  protected given(): T | undefined {
    return this.data;
  }

  /** Items in the content, for the load event. */
  protected countOf(_value: T): number {
    return 1;
  }

  /** How the element stands with its content; in CSS `:state(ready)`. */
  get contentState(): ContentState {
    const given = this.given();
    return given === undefined ? this.content.state : this.isEmpty(given) ? 'empty' : 'ready';
  }

  /** Asks again. */
  reload(): void {
    this.content.reload();
  }

  question(): Question<T> | undefined {
    return this.given() === undefined && !this.alone ? this.wanted() : undefined;
  }

  settled(problem?: Problem): void {
    void this.updateComplete.then(() => {
      const { value, config } = this.content;
      if (!problem) this.dispatchEvent(new NewsLoadEvent(value === undefined ? 0 : this.countOf(value)));
      else {
        this.dispatchEvent(new NewsErrorEvent(problem));
        void import('./advice.js').then(({ adviseProblem }) => adviseProblem(this, problem, config?.api));
      }
    });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const state = this.contentState;
    const { states } = this.internals;
    states.clear();
    states.add(state);
    if (state === 'ready') this.#watch();
    if (this.refreshEvery && !this.#refreshed) {
      this.#refreshed = true;
      void import('./refreshing.js').then(({ Refreshing }) => new Refreshing(this));
    }
    if (this.debug || pageDefault('debug') !== undefined)
      void import('./debug-box.js').then(({ showDebugBox }) => showDebugBox(this, this.content));
  }

  protected override render(): TemplateResult {
    const state = this.contentState;
    return html`<div class="root ${this.look()}" part="root" aria-busy=${state === 'loading' ? 'true' : nothing} @error=${pictures} @load=${pictures}>
      ${this.shown(state)}
    </div>`;
  }

  /** Classes for the root: layout and variant. */
  protected look(): string {
    return '';
  }

  /** The story that was named, or that of the page, for elements that speak about the page's story. */
  protected pageStory(): string | undefined {
    return this.story || (this.alone ? undefined : canonicalUrl());
  }

  /** For a link to a story: tells the page, which may go there in its own way. */
  protected readonly navigate = (story: string, position: number) => (event: MouseEvent) => {
    const { href } = event.currentTarget as HTMLAnchorElement;
    if (!this.dispatchEvent(new NewsNavigateEvent(story, href, position))) event.preventDefault();
  };

  /** The button goes away with the failure: the focus must not go with it. */
  readonly #retry = (): void => {
    const root = this.renderRoot.firstElementChild as HTMLElement;
    root.tabIndex = -1;
    root.focus();
    this.reload();
  };

  /** What is shown in a state. */
  protected shown(state: ContentState): unknown {
    const say = this.say(statusWords);
    const fallback = html`<slot></slot>`;
    const value = this.given() ?? this.content.value;
    switch (state) {
      case 'idle':
        return fallback;
      case 'loading':
        return this.hasFallback() ? fallback : this.skeleton();
      case 'empty':
        return html`<slot name="empty">${fallback}</slot>`;
      case 'error':
        return this.hasFallback()
          ? fallback
          : html`<slot name="error"
              >${failure(say, this.content.problem?.retryable ? this.#retry : undefined)}</slot
            >`;
      default:
        // One template whatever its age: what is typed and where the focus is must survive that it grows stale.
        return html`${state === 'ready' ? nothing : age(say, state, this.content.at, this.language)}${this.ready(value as T)}`;
    }
  }

  /** Whether the publisher put something into that slot. */
  protected slotted(name: string): boolean {
    return !this.alone && [...this.children].some(({ slot }) => slot === name);
  }

  /** Whether the publisher put something into the default slot. */
  protected hasFallback(): boolean {
    return [...this.childNodes].some((node) =>
      node instanceof Element
        ? !node.slot && node.localName !== 'script'
        : node instanceof Text && node.data.trim(),
    );
  }

  #watch(): void {
    if (this.#watched) return;
    this.#watched = true;
    whenInView(this, { threshold: 0.5 }, () => this.dispatchEvent(new NewsImpressionEvent()));
  }
}
