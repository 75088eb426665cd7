import type { Comment, NewComment, Page, Story } from '../model/index.js';
import { Problem } from '../kit/problem.js';
import { storyRef } from '../kit/refs.js';
import { safeUrl } from '../kit/urls.js';
import { loadSource } from '../sources/registry.js';
import type {
  Answer,
  Ask,
  CommentQuery,
  Detail,
  FormAnswer,
  Handover,
  ListQuery,
  Params,
  Source,
} from '../sources/source.js';
import { Batch } from './batch.js';
import { Cache, freshFor, type Kept } from './cache.js';
import type { ContentApi } from './content-api.js';
import type { Question } from './questions.js';
import { address, request, type As } from './request.js';
import { Sharing } from './sharing.js';

export { toldByDocument } from '../sources/auto.js';

/** Everything on a page that names the same API shares one of these. */
export class Client {
  readonly #cache = new Cache();
  readonly #sharing = new Sharing();
  #source: Promise<Source> | undefined;
  readonly #batches = new Map<Detail, Batch<Story | undefined>>();

  /** @param base what the page's addresses start from, where that is not this document: on a server */
  constructor(
    readonly config: ContentApi,
    readonly base?: string,
  ) {}

  /** A story as an API can know it: an address in full, as the browser writes it. */
  #named(story: string): string {
    const { kind, value } = storyRef(story);
    return (kind === 'url' && safeUrl(value, this.base ?? document.baseURI)) || value;
  }

  #about(comment: NewComment): NewComment {
    return { ...comment, story: this.#named(comment.story) };
  }

  /** The kind of API, once it is known. A failed download is tried again by the next question. */
  source(): Promise<Source> {
    this.#source ??= loadSource(this.config.source, this.config.api).catch((error: unknown) => {
      this.#source = undefined;
      throw error;
    });
    return this.#source;
  }

  /** What is kept of an earlier answer, and whether it is still fresh. */
  kept<T>({ key }: Question<T>): (Kept<T> & { fresh: boolean }) | undefined {
    return this.#kept<T>(key);
  }

  #kept<T>(key: string): (Kept<T> & { fresh: boolean }) | undefined {
    const kept = this.#cache.get<T>(key);
    return kept && { ...kept, fresh: Date.now() - kept.at < freshFor };
  }

  /** Asks, even where an answer is kept; equal questions under way are one. */
  ask<T>(question: Question<T>, signal: AbortSignal): Promise<T> {
    return this.#share(question.key, (shared) => question.ask(this, shared), signal);
  }

  #share<T>(key: string, load: (shared: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
    return this.#sharing.wait(
      key,
      async (shared) => {
        const value = await load(shared);
        this.#cache.set(key, value);
        return value;
      },
      signal,
    );
  }

  async story(ref: string, detail: Detail, signal: AbortSignal): Promise<Story | undefined> {
    const carried = detail !== 'teaser' && (await this.source()).inTeasers?.includes(detail);
    return this.#batch(carried ? 'teaser' : detail).ask(this.#named(ref), signal);
  }

  async list(query: ListQuery, signal: AbortSignal): Promise<Page<Story>> {
    const about = query.from === 'related' && query.of ? { ...query, of: this.#named(query.of) } : query;
    return (await this.source()).list(about, this.#ask(signal));
  }

  /** Undefined where this kind of API has no comments. */
  async comments(query: CommentQuery, signal: AbortSignal): Promise<Page<Comment> | undefined> {
    return (await this.source()).comments?.({ ...query, story: this.#named(query.story) }, this.#ask(signal));
  }

  /** Whether the moderators can be told about a comment. */
  async canReport(): Promise<boolean> {
    return !!(await this.source()).reportComment;
  }

  async reportComment(comment: string, signal: AbortSignal): Promise<void> {
    await (await this.source()).reportComment?.(comment, this.#ask(signal));
  }

  /** Whether readers can post, as far as the kind of API tells. */
  async canComment(): Promise<boolean> {
    return !!(await this.source()).postComment;
  }

  /**
   * Posts once. Undefined where the API does not tell how it was stored.
   * @throws {Problem} `config`, where this kind of API takes no comments
   */
  async postComment(comment: NewComment, key: string, signal: AbortSignal): Promise<Comment | undefined> {
    const source = await this.source();
    if (!source.postComment) throw new Problem('config', `source="${source.name}" takes no comments`);
    return source.postComment(this.#about(comment), key, this.#ask(signal));
  }

  /** The form by which a reader posts on the API's own page. */
  async handover(comment: NewComment, signal: AbortSignal): Promise<Handover | undefined> {
    return (await this.source()).handover?.(this.#about(comment), this.#ask(signal));
  }

  #batch(detail: Detail): Batch<Story | undefined> {
    let batch = this.#batches.get(detail);
    if (batch) return batch;
    batch = new Batch(
      async (refs, signal) => {
        // The same story may be waited for twice, once for its quotes.
        const each = [...new Set(refs)];
        const found = await (await this.source()).stories(each.map(storyRef), detail, this.#ask(signal));
        return refs.map((ref) => found[each.indexOf(ref)]);
      },
      () => this.source(),
    );
    this.#batches.set(detail, batch);
    return batch;
  }

  #ask(signal: AbortSignal): Ask {
    const { api, apiKey, request: send = fetch.bind(globalThis), credentials } = this.config;
    const isOwn = (url: string): boolean => new URL(url).origin === globalThis.location?.origin;
    // A source may ask elsewhere than where its API is.
    const ask = (url: string, init: RequestInit, as: As): Promise<Answer> =>
      request(
        url,
        { credentials: credentials ?? (isOwn(url) ? 'same-origin' : 'omit'), ...init },
        send,
        signal,
        as,
      );
    const read = (path: string, params: Params | undefined, as: As): Promise<Answer> =>
      ask(address(api, path, params), {}, as);
    const write = (path: string, init: RequestInit, as: As): Promise<Answer> =>
      ask(address(api, path), { method: 'POST', ...init }, as);
    return {
      api,
      apiKey,
      own: isOwn(api),
      get: (path, params) => read(path, params, 'json'),
      text: (path, params) => read(path, params, 'text'),
      post: (path, body, headers) =>
        write(
          path,
          body instanceof URLSearchParams
            ? { body }
            : { headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) },
          'json',
        ),
      submit: async (path, body) => (await write(path, { body }, 'page')).data as FormAnswer,
      once: async <T>(name: string, load: (ask: Ask) => Promise<T>) => {
        const key = `once ${name}`;
        const kept = this.#kept<T>(key);
        return kept?.fresh ? kept.value : this.#share(key, (shared) => load(this.#ask(shared)), signal);
      },
    };
  }
}

const clients = new Map<unknown, Map<string, Client>>();

/**
 * The page's client for that API.
 * @throws {Problem} `config`, when the address is none
 */
export function sharedClient(config: ContentApi): Client {
  const api = safeUrl(config.api, document.baseURI)?.replace(/\/+$/, '');
  if (!api?.startsWith('http')) throw new Problem('config', `api="${config.api}" is not an http(s) address`);
  let own = clients.get(config.request);
  if (!own) clients.set(config.request, (own = new Map<string, Client>()));
  const key = [api, config.source, config.apiKey, config.credentials].join(' ');
  let client = own.get(key);
  // Without a prototype: a page's polluted Object.prototype has no say in what is sent along.
  if (!client) own.set(key, (client = new Client({ __proto__: null, ...config, api } as ContentApi)));
  return client;
}
