import { expect } from '@open-wc/testing';
import { asProblem, type Problem } from '../../src/kit/problem.js';
import type { Story } from '../../src/model/index.js';
import { sharedClient, type Client } from '../../src/content/client.js';
import { request } from '../../src/content/request.js';
import { faulty, type Answer, type Arrival } from '../tools/faulty-client.js';

/** A content API on another origin that gives these answers in turn. */
export interface ScriptedApi {
  /** Its base address. */
  readonly api: string;
  readonly client: Client;
  /** All that arrived, preflights too; with numbers: as soon as so many have arrived, or were aborted. */
  log(least?: { arrived?: number; aborted?: number }): Promise<Arrival[]>;
  /** What was asked, preflights left out, in order: `GET /stories?ids=1,2`. */
  asked(): Promise<string[]>;
  script(answers: Answer[]): Promise<void>;
}

/**
 * @param path what stands between the origin and the API's own paths
 * @param origin the page's own, where the API is on it
 */
export async function scriptedApi(
  answers: Answer[],
  path = '',
  source = 'auto',
  origin = faulty.origin,
): Promise<ScriptedApi> {
  const key = faulty.key();
  await faulty.script(key, answers);
  const base = `/s/${key}${path}`;
  const log: ScriptedApi['log'] = (least) => faulty.log(key, least);
  return {
    api: origin + base,
    client: sharedClient({ api: origin + base, source }),
    log,
    asked: async () =>
      (await log())
        .filter(({ method }) => method !== 'OPTIONS')
        .map(({ method, path }) => `${method} ${decodeURIComponent(path.replace(base, ''))}`),
    script: (more) => faulty.script(key, more),
  };
}

/** The signal of somebody who stays. */
export const patient = (): AbortSignal => new AbortController().signal;

/** What went wrong; a promise that is kept is a failure. */
export async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const outcome = await work.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('value' in outcome) throw new Error(`It went well, and brought ${JSON.stringify(outcome.value)}`);
  return asProblem(outcome.error);
}

/** As many stories of the publisher's own API, numbered from 1. */
export const stories = (count: number): Pick<Story, 'id' | 'slug' | 'url' | 'headline'>[] =>
  Array.from({ length: count }, (_, index) => ({
    id: String(index + 1),
    slug: `story-${'abcdefghij'[index % 10]}${index}`,
    url: `https://news.example/${index + 1}`,
    headline: `Story ${index + 1}`,
  }));

/** Without the waits between two tries. For each test, the origin begins with a clean record. */
export function impatiently(): void {
  const { random } = Math;
  beforeEach(async () => {
    Math.random = () => random() / 1e6;
    // Sent, not read: a breaker that an earlier test has opened lets it through, and its answer closes it.
    await request(`${faulty.origin}/fault/json`, { method: 'POST' }, fetch.bind(window), patient());
  });
  afterEach(() => {
    Math.random = random;
  });
}

/** Sets the page's clock so many milliseconds forward while `work` goes on. */
export async function later<T>(ms: number, work: () => Promise<T>): Promise<T> {
  const { now } = Date;
  Date.now = () => now.call(Date) + ms;
  try {
    return await work();
  } finally {
    Date.now = now;
  }
}

export const methods = (log: readonly Arrival[]): string[] => log.map(({ method }) => method);

export { expect, faulty };
