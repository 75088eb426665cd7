import { Problem } from '../kit/problem.js';

/**
 * What is asked for within one frame goes out together. In a hidden page frames stand still, hence the timer. A server has
 * no frames: what is asked for in one go.
 */
export const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    if (!globalThis.requestAnimationFrame) return void setTimeout(resolve);
    const timer = setTimeout(done, 100);
    const frame = requestAnimationFrame(done);
    function done(): void {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      resolve();
    }
  });

interface Place<T> {
  readonly item: string;
  readonly signal: AbortSignal;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: unknown) => void;
}

/** Collects single questions into requests of at most `size`. */
export class Batch<T> {
  #places: Place<T>[] = [];

  constructor(
    readonly load: (items: readonly string[], signal: AbortSignal) => Promise<readonly T[]>,
    readonly ready: () => Promise<unknown>,
    readonly size = 100,
  ) {}

  ask(item: string, signal: AbortSignal): Promise<T> {
    if (!this.#places.length) void this.#send();
    return new Promise((resolve, reject) => this.#places.push({ item, signal, resolve, reject }));
  }

  async #send(): Promise<void> {
    try {
      await Promise.all([nextFrame(), this.ready()]);
    } catch (error) {
      for (const place of this.#take()) place.reject(error);
    }
    const waiting = this.#take().filter(({ signal }) => !signal.aborted);
    for (let start = 0; start < waiting.length; start += this.size)
      void this.#load(waiting.slice(start, start + this.size));
  }

  #take(): Place<T>[] {
    const places = this.#places;
    this.#places = [];
    return places;
  }

  async #load(places: readonly Place<T>[]): Promise<void> {
    const controller = new AbortController();
    let left = places.length;
    for (const { signal } of places)
      signal.addEventListener('abort', () => --left || controller.abort(signal.reason), { once: true });
    try {
      const values = await this.load(
        places.map(({ item }) => item),
        controller.signal,
      );
      places.forEach(({ resolve }, index) => resolve(values[index] as T));
    } catch (error) {
      const middle = places.length >> 1;
      // One question that the API takes for none must not spoil the others: they are asked without it.
      if (middle && error instanceof Problem && error.status === 400)
        await Promise.all([this.#load(places.slice(0, middle)), this.#load(places.slice(middle))]);
      else for (const { reject } of places) reject(error);
    }
  }
}
