import { Problem } from '../kit/problem.js';
import { address } from '../content/request.js';
import { fields, text } from '../sources/shape.js';
import type { Answer, Ask, Params } from '../sources/source.js';
import { exchange, type Exchange } from './exchange.js';
import { named } from './finding.js';

/** A content API, and the page that asks it. */
export interface Api {
  readonly api: string;
  readonly apiKey: string | undefined;
  /** The origin of the page. */
  readonly origin: string;
}

/** A way to ask, and what was said so far. */
export interface Asking {
  readonly ask: Ask;
  readonly exchanges: readonly Exchange[];
}

// Nothing that is asked here may leave a trace on the server.
const never = (): Promise<never> => Promise.reject(new Problem('config', 'A check sends nothing'));

/** Undefined where it is no JSON. */
export function json(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

/** Asks an API as a page of that origin does, so that a source's own questions are what is looked at. */
export function askingAs({ api, apiKey, origin }: Api): Asking {
  const exchanges: Exchange[] = [];
  const own = new URL(api).origin === origin;
  const read = async (path: string, params: Params | undefined): Promise<Exchange> => {
    // Browsers name the page's origin only to others.
    const done = await exchange(address(api, path, params), { origin: own ? undefined : origin });
    exchanges.push(done);
    const { status, url } = done.answer;
    if (status >= 200 && status < 300) return done;
    const said = fields(json(done.body));
    // Ghost has a list of errors.
    const [first] = Array.isArray(said.errors) ? (said.errors as unknown[]) : [];
    const error = { ...fields(first), ...said };
    const words = text(error.detail) ?? text(error.message) ?? text(error.title);
    throw new Problem(
      'http',
      `${named(url)} answered ${status}${words ? `: ${words}` : ''}`,
      status,
      text(error.code) ?? '',
    );
  };
  const ask: Ask = {
    api,
    apiKey,
    own,
    get: async (path, params): Promise<Answer> => {
      const { answer, body } = await read(path, params);
      const data = json(body);
      if (data === undefined)
        throw new Problem(
          'parse',
          `${named(answer.url)} answered ${/^\s*</.test(body) ? 'a web page' : body.trim() ? 'something' : 'nothing'} instead of JSON`,
          answer.status,
        );
      return { data, headers: answer.headers };
    },
    text: async (path, params): Promise<Answer> => {
      const { answer, body } = await read(path, params);
      return { data: body, headers: answer.headers };
    },
    post: never,
    submit: never,
    once: (_key, load) => load(ask),
  };
  return { ask, exchanges };
}
