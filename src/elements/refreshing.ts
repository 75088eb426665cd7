// Loaded only where `refresh-every` is set.
import type { ReactiveController } from 'lit';
import type { SavingNavigator } from '../content/controller.js';
import type { ContentElement } from './content-element.js';

/** No API is asked more often than this, in seconds. */
const least = 10;

/** Asks again and again, for as long as the element says so and the page is on show, unless the reader saves data. */
export class Refreshing implements ReactiveController {
  readonly #host: ContentElement<unknown>;
  #every = 0;
  #clock: ReturnType<typeof setInterval> | undefined;

  constructor(host: ContentElement<unknown>) {
    this.#host = host;
    host.addController(this);
    this.hostUpdated();
  }

  hostUpdated(): void {
    const { refreshEvery: every, isConnected } = this.#host;
    if (every === this.#every || !isConnected) return;
    this.hostDisconnected();
    this.#every = every;
    if (every > 0)
      this.#clock = setInterval(
        () =>
          document.visibilityState === 'visible' &&
          !(navigator as SavingNavigator).connection?.saveData &&
          this.#host.reload(),
        Math.max(every, least) * 1_000,
      );
  }

  hostDisconnected(): void {
    clearInterval(this.#clock);
    this.#every = 0;
  }
}
