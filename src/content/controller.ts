import { ContextConsumer } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import { whenInView } from '../kit/in-view.js';
import { asProblem, Problem } from '../kit/problem.js';
import { clientFor, contentContext, lookForApi, pageApi, type ContentApi } from './content-api.js';
import type { Question } from './questions.js';

/** How an element stands with its content. */
export type ContentState = 'idle' | 'loading' | 'ready' | 'empty' | 'error' | 'stale' | 'offline';

/** What an element tells its controller. */
export interface ContentHost<T> extends LitElement {
  readonly api?: string | undefined;
  readonly source?: string | undefined;
  readonly apiKey?: string | undefined;
  readonly loading?: 'eager' | 'lazy' | undefined;
  /** What it wants to know; undefined when it was given its content, or wants nothing. */
  question(): Question<T> | undefined;
  isEmpty(value: T): boolean;
  /** Tells the page about an answer or a failure. */
  settled(problem?: Problem): void;
}

/** How long an element without an API waits for a provider that comes late, in milliseconds. */
const providerPatience = 1_000;

/** Readers ask some browsers to save data. */
export interface SavingNavigator extends Navigator {
  readonly connection?: { readonly saveData?: boolean };
}

const near: IntersectionObserverInit = { rootMargin: '50% 0px' };

/** Asks for an element's content, and keeps asking the right thing while its attributes change. */
export class ContentController<T> implements ReactiveController {
  state: ContentState = 'idle';
  value: T | undefined;
  problem: Problem | undefined;
  /** When `value` came. */
  at = 0;
  /** The question that a server put, where `value` is what it was answered: that is not asked again. */
  taken?: string;

  readonly #host: ContentHost<T>;
  readonly #consumer: ContextConsumer<typeof contentContext, ContentHost<T>>;
  /** Of which API what was asked; empty where nothing was. */
  asked = '';
  #abort: AbortController | undefined;
  /** Known once somebody watches. */
  #near?: boolean;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ContentHost<T>) {
    this.#host = host;
    this.#consumer = new ContextConsumer(host, { context: contentContext, subscribe: true });
    host.addController(this);
  }

  /** The API that serves this element: its own attributes', a provider's above it, or the page's default. */
  get config(): ContentApi | undefined {
    const { api, source = 'auto', apiKey } = this.#host;
    return api ? { api, source, apiKey } : (this.#consumer.value ?? pageApi());
  }

  hostConnected(): void {
    document.addEventListener('context-provider', this.#late);
    // Moved within the page: the request that was dropped is made again.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    document.removeEventListener('context-provider', this.#late);
    this.#stop();
    if (this.state === 'loading') this.asked = '';
  }

  hostUpdate(): void {
    const question = this.#host.question();
    if (!question) {
      this.#stop();
      this.asked = '';
      this.#set('idle');
    } else if (this.#host.isConnected) this.#want(question);
  }

  /** Asks again, also when there is an answer. */
  reload(): void {
    const question = this.#host.question();
    const { config } = this;
    if (question && config) void this.#ask(config, question, true);
  }

  #want(question: Question<T>): void {
    const { config } = this;
    if (!config) return this.#waitForProvider();
    const asked = JSON.stringify(config) + question.key;
    if (asked !== this.asked) {
      const taken = this.taken === question.key;
      if (!taken) {
        if (document.hidden)
          return document.addEventListener('visibilitychange', () => this.#host.requestUpdate(), {
            once: true,
          });
        const sparing = this.#host.loading === 'lazy' || (navigator as SavingNavigator).connection?.saveData;
        if (sparing && !this.#near) return this.#waitUntilNear();
      }
      this.#stop();
      this.asked = asked;
      delete this.taken;
      if (taken) return this.#host.settled();
      this.value = undefined;
      void this.#ask(config, question);
    }
  }

  async #ask(config: ContentApi, question: Question<T>, again = false): Promise<void> {
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    if (this.value === undefined) this.#set('loading');
    try {
      const client = await clientFor(config);
      const kept = client.kept(question);
      if (kept && !again && !signal.aborted) this.#show(kept.value, kept.at);
      if (again || !kept?.fresh) {
        const value = await client.ask(question, signal);
        if (!signal.aborted) this.#show(value, Date.now());
      }
      if (!signal.aborted) this.#host.settled();
    } catch (error) {
      if (!signal.aborted) this.#fail(asProblem(error));
    }
  }

  #show(value: T, at: number): void {
    this.value = value;
    this.at = at;
    this.problem = undefined;
    this.#set(this.#host.isEmpty(value) ? 'empty' : 'ready');
  }

  #fail(problem: Problem): void {
    this.problem = problem;
    const kept = this.value !== undefined && !this.#host.isEmpty(this.value);
    this.#set(!kept ? 'error' : navigator.onLine ? 'stale' : 'offline');
    this.#host.settled(problem);
  }

  #set(state: ContentState): void {
    if (/idle|loading/.test(state)) this.value = undefined;
    this.state = state;
    this.#host.requestUpdate();
  }

  /** A provider that is upgraded after its elements announces itself; ask the tree again for the nearest one. */
  readonly #late = (event: Event): void => {
    const { context, contextTarget } = event as Event & { context?: unknown; contextTarget?: Node };
    if (context === contentContext && contextTarget !== this.#host) this.#consumer.hostConnected();
  };

  #waitForProvider(): void {
    if (this.#patience || this.state === 'error') return;
    this.#patience = setTimeout(() => {
      this.#patience = undefined;
      if (!this.config) this.#fail(new Problem('config', 'no content API is named for it'));
    }, providerPatience);
    // What a provider says, whatever its tag, goes before what the page lets be seen.
    if (!this.#host.closest('[api]:not(:defined)'))
      lookForApi().then(
        () => this.config && this.#host.requestUpdate(),
        () => undefined,
      );
  }

  #waitUntilNear(): void {
    if (this.#near === false) return;
    this.#near = false;
    whenInView(this.#host, near, () => {
      this.#near = true;
      this.#host.requestUpdate();
    });
  }

  #stop(): void {
    this.#abort?.abort();
    clearTimeout(this.#patience);
    this.#patience = undefined;
  }
}
