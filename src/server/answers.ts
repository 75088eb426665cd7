import { Client } from '../content/client.js';
import type { ContentApi, RequestFunction } from '../content/content-api.js';
import { NewsArticle } from '../elements/article/article.js';
import { NewsComments } from '../elements/comments/comments.js';
import { ContentElement } from '../elements/content-element.js';
import { asProblem, Problem } from '../kit/problem.js';
import { safeUrl } from '../kit/urls.js';
import type { Story } from '../model/index.js';
import { kindOf, sourceNames } from '../sources/registry.js';
import type { Source } from '../sources/source.js';
import type { Made } from './element.js';
import type { Page } from './page.js';
import type { RenderOptions } from './render-page.js';

/** What an element asked, what it was answered, and what else it must be told to show the same in a browser. */
export interface Answer {
  readonly key: string;
  readonly value: unknown;
  readonly properties?: object | undefined;
}

/** What became of an element's question: no answer and no problem, where it had none. */
export interface Outcome {
  readonly answer?: Answer;
  readonly problem?: Problem;
}

/**
 * Sources that some page has asked by. Every page has a client of its own, and some loaders of modules take a millisecond
 * to say what they have.
 */
const sources = new Map<string, Promise<Source>>();

class PageClient extends Client {
  override source(): Promise<Source> {
    const name = this.config.source;
    // What a server defines itself may be defined anew.
    if (!sourceNames().includes(name)) return super.source();
    const known = sources.get(name) ?? super.source();
    sources.set(name, known);
    return known;
  }
}

/** A client of its own for each page: what one reader's page is told is nothing for that of another. */
function clientsFor(page: Page, request: RequestFunction | undefined): (config: ContentApi) => Client {
  const clients = new Map<string, Client>();
  return (config) => {
    const api = safeUrl(config.api, page.base)?.replace(/\/+$/, '');
    if (!api?.startsWith('http'))
      throw new Problem('config', `api="${config.api}" is not an http(s) address`);
    const source = config.source === 'auto' ? kindOf(api, page.told ?? null).source : config.source;
    const key = [api, source, config.apiKey].join(' ');
    let client = clients.get(key);
    if (!client) {
      client = new PageClient({ api, source, apiKey: config.apiKey, request }, page.base ?? '');
      clients.set(key, client);
    }
    return client;
  };
}

/** Asks what all elements of a page want to know, at once: what goes together goes in one request. */
export async function answersFor(
  made: readonly Made[],
  page: Page,
  { request, timeout = 2_000 }: RenderOptions,
): Promise<Outcome[]> {
  // One for each: Node takes many listeners on one signal for a leak.
  const waiting: AbortController[] = [];
  const timer = setTimeout(() => {
    const late = new Problem('timeout', `no answer within ${timeout / 1_000} seconds`);
    for (const one of waiting) one.abort(late);
  }, timeout);
  const clientFor = clientsFor(page, request);
  const ask = async ({ element, config }: Made): Promise<Answer | undefined> => {
    const question = element instanceof ContentElement && element.question();
    if (!question) return undefined;
    if (!config) throw new Problem('config', 'no content API is named for it');
    const { key } = question;
    const limit = new AbortController();
    waiting.push(limit);
    return { key, value: await clientFor(config).ask(question, limit.signal) };
  };
  /** What a browser would learn of the other elements' answers. */
  const learn = async ({ element, config }: Made): Promise<object | undefined> => {
    if (element instanceof NewsArticle && element.now !== undefined) return { now: element.now };
    if (!(element instanceof NewsComments) || !config) return undefined;
    await element.learn(clientFor(config));
    const { known, reports } = element as unknown as { known?: Story; reports: boolean };
    const { id, comments, signInUrl } = known ?? {};
    return { reports, ...(known && { known: { id, comments, signInUrl } }) };
  };
  try {
    const answers = await Promise.allSettled(made.map(ask));
    return await Promise.all(
      answers.map(async (one, index): Promise<Outcome> => {
        if (one.status === 'rejected') return { problem: asProblem(one.reason) };
        const answer = one.value;
        const properties = answer && (await learn(made[index] as Made).catch(() => undefined));
        return answer ? { answer: { ...answer, properties } } : {};
      }),
    );
  } finally {
    clearTimeout(timer);
  }
}
