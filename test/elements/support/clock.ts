import { afterThisTest } from './pretend.js';
import { waitUntil } from '../../tools/wait.js';

interface Held {
  due: number;
  readonly every: number | undefined;
  readonly run: () => void;
}

const real = { setTimeout, setInterval, clearTimeout, clearInterval };

/**
 * Holds the page's long timers: time passes when the test lets it, until the test ends. What is shorter (frames, the
 * test's own tools) runs as ever.
 */
export class Clock {
  readonly #held = new Map<number, Held>();
  #now = 0;
  #last = -1;

  constructor(long = 1_000) {
    const hold = (every: boolean, start: typeof setTimeout | typeof setInterval) =>
      ((run: () => void, delay = 0, ...rest: []) => {
        if (delay < long) return start.call(window, run, delay, ...rest);
        this.#held.set(--this.#last, { run, due: this.#now + delay, every: every ? delay : undefined });
        return this.#last;
      }) as unknown as typeof setTimeout;
    const drop = (stop: typeof clearTimeout) => (id?: number) => {
      if (!this.#held.delete(id as number)) stop.call(window, id);
    };
    Object.assign(window, {
      setTimeout: hold(false, real.setTimeout),
      setInterval: hold(true, real.setInterval),
      clearTimeout: drop(real.clearTimeout),
      clearInterval: drop(real.clearInterval),
    });
    afterThisTest(() => Object.assign(window, real));
  }

  /** Waits until something is to run after so many milliseconds: what asks for it may have to be loaded. */
  async holds(ms: number): Promise<void> {
    const held = (): boolean => [...this.#held.values()].some(({ due }) => due === this.#now + ms);
    await waitUntil(held, `no timer of ${ms} ms`, { timeout: 20_000 });
  }

  /** Runs what is due within so many milliseconds. */
  pass(ms: number): void {
    this.#now += ms;
    for (const [id, held] of [...this.#held]) {
      if (held.due > this.#now) continue;
      if (held.every) held.due += held.every;
      else this.#held.delete(id);
      held.run();
    }
  }
}
