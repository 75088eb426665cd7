import { createContext } from '@lit/context';
import type { Client } from './client.js';
import { pageDefault } from './page-default.js';

/** How a request is sent: a publisher may bring their own, for sign-in, previews or a proxy. */
export type RequestFunction = (url: string, init: RequestInit) => Promise<Response>;

/** Which content API to ask, and how. This is what a provider provides. */
export interface ContentApi {
  /** Absolute base address. */
  readonly api: string;
  /** Kind of API, or `auto`. */
  readonly source: string;
  /** Public reading key. */
  readonly apiKey?: string | undefined;
  /** Sends requests in place of `fetch`. */
  readonly request?: RequestFunction | undefined;
  /** Default `omit` across origins, `same-origin` else. */
  readonly credentials?: RequestCredentials | undefined;
}

/**
 * Carries which API to ask, not the client: two copies or versions of this library on one page share the provider's
 * words and each keeps its own machinery. The key is part of the public contract.
 */
export const contentContext = createContext<ContentApi | undefined>(Symbol.for('standfirst.content/1'));

let told: ContentApi | undefined;

/** The API that the page names for all its elements; or, once it has been looked for, the one that its head tells of. */
export function pageApi(): ContentApi | undefined {
  const api = pageDefault('api');
  return api ? { api, source: pageDefault('source') ?? 'auto', apiKey: pageDefault('api-key') } : told;
}

/** Looks for a content API in the head of a page that names none: a WordPress or Ghost page has one, others have feeds. */
export async function lookForApi(): Promise<void> {
  told = (await import('./client.js')).toldByDocument();
}

/**
 * The page's client for that API. Its code is fetched when the first element asks, and then that of the source:
 * elements that were given their content never pay for it.
 * @throws {Problem} `config`, when the address is none
 */
export const clientFor = (config: ContentApi): Promise<Client> =>
  import('./client.js').then(({ sharedClient }) => sharedClient(config));
