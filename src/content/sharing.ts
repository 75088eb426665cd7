interface Shared<T> {
  readonly promise: Promise<T>;
  readonly controller: AbortController;
  waiting: number;
}

/** Makes equal questions one question, and drops it when nobody waits for the answer any more. */
export class Sharing {
  readonly #shared = new Map<string, Shared<unknown>>();

  /**
   * @param key what makes two questions equal
   * @param ask begins the work; its signal aborts when the last waiter has gone
   * @param signal the waiter's own
   */
  async wait<T>(key: string, ask: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
    signal.throwIfAborted();
    let shared = this.#shared.get(key) as Shared<T> | undefined;
    if (!shared) {
      const controller = new AbortController();
      shared = { controller, waiting: 0, promise: ask(controller.signal) };
      this.#shared.set(key, shared);
    }
    const mine = shared;
    mine.waiting++;
    return new Promise<T>((resolve, reject) => {
      const leave = (): void => {
        reject(signal.reason as Error);
        if (--mine.waiting) return;
        this.#forget(key, mine);
        mine.controller.abort(signal.reason);
      };
      signal.addEventListener('abort', leave, { once: true });
      mine.promise
        .finally(() => {
          signal.removeEventListener('abort', leave);
          this.#forget(key, mine);
        })
        .then(resolve, reject);
    });
  }

  #forget(key: string, shared: Shared<unknown>): void {
    if (this.#shared.get(key) === shared) this.#shared.delete(key);
  }
}
