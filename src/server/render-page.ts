import type { RequestFunction } from '../content/content-api.js';
import { renderStream } from './render-stream.js';
import { renderText } from './render-text.js';

/** What could not be rendered: it is in the page as it was. */
export interface RenderProblem {
  /** The codes of the console: `NEWS-TIMEOUT`, `NEWS-CONFIG`; `NEWS-PAGE` where it is the page itself. */
  readonly code: string;
  readonly message: string;
  /** The element's tag; empty where it is the page. */
  readonly tag: string;
}

export interface RenderOptions {
  /** Address of the page, as readers see it: relative addresses start there. A page with a canonical link needs none. */
  readonly url?: string | undefined;
  /** Base address of the content API, for pages that name none. */
  readonly api?: string | undefined;
  /** Kind of that API; default as its address tells. */
  readonly source?: string | undefined;
  /** Public reading key of that API. */
  readonly apiKey?: string | undefined;
  /** Sends requests in place of `fetch`: to an address inside, through a cache, with a header. */
  readonly request?: RequestFunction | undefined;
  /** Milliseconds that the answers may take all together; what has not come by then is left to the browser. Default 2,000. */
  readonly timeout?: number | undefined;
  /** The nonce of this answer, for pages whose policy wants one on style elements. */
  readonly nonce?: string | undefined;
  /** The time in milliseconds, for the warning on articles that are years old; without it, it comes with the script. */
  readonly now?: number | undefined;
  /** Is told what could not be rendered. Default: a warning on the console. */
  readonly onProblem?: ((problem: RenderProblem) => void) | undefined;
}

/** A page as it comes: a web stream, a Node stream, or whatever gives its parts one by one. */
export type PageStream = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array | string>;

/**
 * Renders our elements in a page of HTML, or in a piece of one, with what the content API says: with declarative shadow
 * roots, so that it reads and looks right without script, and with the answers, so that `standfirst/hydrate` goes on from
 * there without asking again. All else stays as it is, byte for byte. It never rejects for what an API or a page gives:
 * what cannot be rendered is left as it was. Pages of more than 2 MB are.
 */
export function renderPage(html: string, options?: RenderOptions): Promise<string>;
/** A stream goes on at once up to the first element, and with the rest when that is there and rendered. */
export function renderPage(html: PageStream, options?: RenderOptions): ReadableStream<Uint8Array>;
export function renderPage(
  html: string | PageStream,
  options: RenderOptions = {},
): Promise<string> | ReadableStream<Uint8Array> {
  return typeof html === 'string' ? renderText(html, options) : renderStream(html, options);
}
