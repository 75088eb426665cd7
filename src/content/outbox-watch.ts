import type { LitElement, ReactiveController } from 'lit';
import { store } from '../kit/store.js';
import { safeUrl } from '../kit/urls.js';
import type { ContentApi } from './content-api.js';

// What each page with a form or a discussion carries, so that the outbox itself is fetched only where something waits.

/** What two elements have in common that may send for each other. A page's own `request` cannot be told from another's. */
export function wayOf({ api, source, apiKey, credentials, request }: ContentApi): string {
  const base = safeUrl(api, document.baseURI)?.replace(/\/+$/, '') ?? api;
  return [base, source, apiKey, credentials, request && 'own'].join(' ');
}

/** Whether something may wait in the outbox: a note beside it, for opening a database costs more than most readers owe. */
export const mark = {
  is: (way: string): boolean => store.get(`news-outbox ${way}`) !== null,
  /** @returns whether it is kept */
  set: (way: string, waiting: boolean): boolean => store.set(`news-outbox ${way}`, waiting ? '1' : null),
};

/** Sends what waits in the outbox when its page comes back, or the network. */
export const watchOutbox = (host: LitElement, config: () => ContentApi | undefined): void =>
  host.addController(new OutboxWatch(config));

const returns = ['online', 'pageshow', 'visibilitychange'];

class OutboxWatch implements ReactiveController {
  readonly #config: () => ContentApi | undefined;
  #looked = '';

  constructor(config: () => ContentApi | undefined) {
    this.#config = config;
  }

  hostConnected(): void {
    for (const back of returns) addEventListener(back, this.#look);
  }

  hostDisconnected(): void {
    for (const back of returns) removeEventListener(back, this.#look);
    this.#looked = '';
  }

  hostUpdated(): void {
    const config = this.#config();
    const way = config ? wayOf(config) : '';
    if (way === this.#looked) return;
    this.#looked = way;
    this.#look();
  }

  readonly #look = (): void => {
    const config = this.#config();
    if (!config || document.visibilityState === 'hidden' || !mark.is(wayOf(config))) return;
    // What cannot be fetched now is fetched when the network is back.
    import('./outbox.js').then(({ resume }) => resume(config)).catch(() => undefined);
  };
}
