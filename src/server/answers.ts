import { Client } from '../content/client.js';
import type { ContentApi, RequestFunction } from '../content/content-api.js';
import { ContentElement } from '../elements/content-element.js';
import { asProblem, Problem } from '../kit/problem.js';
import { safeUrl } from '../kit/urls.js';
import { kindOf } from '../sources/registry.js';
import type { Made } from './element.js';
import type { Page } from './page.js';

export interface Asking {
  readonly request?: RequestFunction | undefined;
  /** Milliseconds. */
  readonly timeout: number;
}

/** The question that an element put. */
export interface Answer {
  readonly key: string;
  readonly value: unknown;
}

/** What became of an element's question: no answer and no problem, where it had none. */
export interface Outcome {
  readonly answer?: Answer;
  readonly problem?: Problem;
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
      client = new Client({ api, source, apiKey: config.apiKey, request }, page.base ?? '');
      clients.set(key, client);
    }
    return client;
  };
}

/** Asks what all elements of a page want to know, at once: what goes together goes in one request. */
export async function answersFor(
  made: readonly Made[],
  page: Page,
  { request, timeout }: Asking,
): Promise<Outcome[]> {
  const clientFor = clientsFor(page, request);
  const late = new AbortController();
  const timer = setTimeout(
    () => late.abort(new Problem('timeout', `no answer within ${timeout / 1_000} seconds`)),
    timeout,
  );
  const ask = async ({ element, config }: Made): Promise<Outcome> => {
    const question = element instanceof ContentElement && element.question();
    if (!question) return {};
    if (!config) throw new Problem('config', 'no content API is named for it');
    const { key } = question;
    return { answer: { key, value: await clientFor(config).ask(question, late.signal) } };
  };
  try {
    return await Promise.all(
      made.map((one) => ask(one).catch((error: unknown) => ({ problem: asProblem(error) }))),
    );
  } finally {
    clearTimeout(timer);
  }
}
