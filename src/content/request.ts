import { Problem } from '../kit/problem.js';
import { fields, text } from '../sources/shape.js';
import type { Answer, FormAnswer, Params } from '../sources/source.js';
import type { RequestFunction } from './content-api.js';

/** How long a read may take, in milliseconds. */
const patience = 8_000;
const retries = 2;
/** No server is obeyed that asks for more than this. */
const longestWait = 30_000;
/** No answer is read any further, in bytes: XML and pages are parsed as a whole. */
const longest: Readonly<Record<As, number>> = { json: 20_000_000, text: 5_000_000, page: 5_000_000 };
/** After so many failures in a row an origin is left in peace for a while. */
const breakAfter = 5;
const breakFor = 10_000;

const failures = new Map<string, { count: number; until: number }>();

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });

/** Milliseconds that `Retry-After` asks for, in either of its forms. */
function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('Retry-After');
  if (!value) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return ms >= 0 ? ms : undefined;
}

export function address(api: string, path: string, params: Params = {}): string {
  // WordPress without pretty permalinks: the path is itself a parameter.
  const route = api.replace(/(rest_route=[^&]*?)\/?(?=&|$)/, `$1${path}`);
  const url = new URL(path.startsWith('http') ? path : route === api ? api + path : route);
  for (const [name, value] of Object.entries(params))
    for (const one of Array.isArray(value) ? (value as string[]) : [value as string | number | undefined])
      if (one !== undefined) url.searchParams.append(name, String(one));
  return url.href;
}

/** The bytes of an answer, unless they are too many. */
async function bytesOf(response: Response, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  // A mode must stand there: WebKit looks for it on Object.prototype, which a page may have polluted.
  const reader = response.body?.getReader({ mode: undefined } as object) as
    ReadableStreamDefaultReader<Uint8Array> | undefined;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length;
    if (size > most) {
      void reader?.cancel();
      throw new Problem('parse', `${response.url} answered more than ${most / 1e6} MB`, response.status);
    }
    parts.push(part.value);
  }
  const bytes = new Uint8Array(size);
  for (const part of parts.reverse()) bytes.set(part, (size -= part.length));
  return bytes;
}

const decoded = (bytes: Uint8Array, charset?: string): string => new TextDecoder(charset).decode(bytes);

/** In the encoding that the server names, or the XML declaration; feeds are older than UTF-8. */
function decodedAs(type: string | null, bytes: Uint8Array): string {
  const told =
    /charset=["']?([\w-]+)/i.exec(type ?? '') ??
    /^\W*<\?xml[^>]*encoding=["']([\w-]+)/.exec(decoded(bytes.subarray(0, 200)));
  try {
    return decoded(bytes, told?.[1]);
  } catch {
    return decoded(bytes);
  }
}

/** What an answer is read as. */
export type As = 'json' | 'text' | 'page';

async function once(
  url: string,
  init: RequestInit,
  as: As,
  send: RequestFunction,
  signal: AbortSignal,
): Promise<Answer> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), patience);
  // Not `AbortSignal.any`: WebKit may throw such a signal away with the garbage, and the abort is lost.
  const leave = (): void => limit.abort(signal.reason);
  signal.addEventListener('abort', leave);
  let response: Response | undefined;
  try {
    signal.throwIfAborted();
    // Without a prototype: a page's polluted Object.prototype must not become part of the request.
    response = await send(url, { __proto__: null, ...init, signal: limit.signal } as RequestInit);
    const { headers } = response;
    const bytes = await bytesOf(response, longest[as]);
    const body = as === 'json' ? decoded(bytes) : decodedAs(headers.get('Content-Type'), bytes);
    if (as === 'page') {
      const page: FormAnswer = { status: response.status, url: response.url, text: body };
      return { data: page, headers };
    }
    if (as === 'text' && response.ok) return { data: body, headers };
    let data: unknown;
    try {
      data = body && JSON.parse(body);
    } catch {
      if (response.ok)
        throw new Problem(
          'parse',
          `${url} answered ${/^\s*<(?!\?xml|rss)/i.test(body) ? 'a web page' : 'something'} instead of JSON`,
          response.status,
        );
    }
    if (response.ok) return { data, headers };
    // Ghost has a list of errors, and says in `context` what exactly was wrong.
    const said = fields(data);
    const [first] = Array.isArray(said.errors) ? (said.errors as unknown[]) : [];
    const error = { ...fields(first), ...said };
    // WordPress' message names a parameter only; what is wrong with it stands beside it.
    const [wrong] = Object.values(fields(fields(said.data).params));
    throw new Problem(
      'http',
      text(wrong) ??
        text(error.detail) ??
        text(error.context) ??
        text(error.message) ??
        text(error.title) ??
        `${url} answered ${response.status}`,
      response.status,
      // WordPress gives `code`, RFC 9457 a `type` whose last part is the code.
      text(error.code) ?? text(error.type)?.split('/').pop(),
      retryAfter(response.headers),
    );
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Problem) throw error;
    if (limit.signal.aborted)
      throw new Problem('timeout', `${url} did not answer within ${patience / 1_000} seconds`);
    throw new Problem(
      'network',
      `${url} could not be reached${response ? ': the answer broke off' : ''}`,
      response?.status,
    );
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', leave);
  }
}

/** A browser tells a script nothing about an answer that CORS forbids; but a request without CORS gets through. */
async function isRefusedByCors(url: string, signal: AbortSignal): Promise<boolean> {
  // On a server there is no such thing, and Node before 21 has no navigator.
  if (!globalThis.navigator?.onLine || new URL(url).origin === location.origin) return false;
  try {
    await fetch(url, { __proto__: null, mode: 'no-cors', credentials: 'omit', signal } as RequestInit);
    return true;
  } catch {
    return false;
  }
}

/**
 * Asks one address. Reads are tried again when that may help; everything else is sent once.
 * @throws {Problem}, or the signal's reason when aborted
 */
export async function request(
  url: string,
  init: RequestInit,
  send: RequestFunction,
  signal: AbortSignal,
  as: As = 'json',
): Promise<Answer> {
  const { origin } = new URL(url);
  const reading = !Object.hasOwn(init, 'method');
  for (let tried = 0; ; tried++) {
    const bad = failures.get(origin);
    if (reading && bad && bad.until > Date.now())
      throw new Problem('network', `${origin} failed ${bad.count} times in a row, and rests`);
    try {
      const answer = await once(url, init, as, send, signal);
      failures.delete(origin);
      return answer;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const refused =
        reading && error.kind === 'network' && !error.status && (await isRefusedByCors(url, signal));
      // A connection that broke once looks the same.
      if (refused && !tried) continue;
      if (refused || !error.retryable) {
        failures.delete(origin);
        if (!refused) throw error;
        throw new Problem('cors', `${origin} does not allow ${location.origin} to read its answers`);
      }
      const known = (failures.get(origin)?.count ?? 0) + 1;
      failures.set(origin, { count: known, until: known >= breakAfter ? Date.now() + breakFor : 0 });
      if (!reading || tried >= retries || (error.retryAfter ?? 0) > longestWait) throw error;
      // Full jitter: a thousand readers must not come back in step.
      await wait(error.retryAfter ?? Math.random() * 1_000 * 2 ** tried, signal);
    }
  }
}
