/** A kept answer. */
export interface Kept<T> {
  readonly value: T;
  /** When it came, in milliseconds of the page's clock. */
  readonly at: number;
}

/** How long an answer counts as fresh, in milliseconds. */
export const freshFor = 60_000;

/** The answers of one API, the least lately used dropped first. */
export class Cache {
  readonly #kept = new Map<string, Kept<unknown>>();

  constructor(readonly size = 300) {}

  get<T>(key: string): Kept<T> | undefined {
    const kept = this.#kept.get(key) as Kept<T> | undefined;
    if (kept) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
    }
    return kept;
  }

  set(key: string, value: unknown): void {
    this.#kept.delete(key);
    this.#kept.set(key, { value, at: Date.now() });
    if (this.#kept.size > this.size) this.#kept.delete(this.#kept.keys().next().value as string);
  }
}
