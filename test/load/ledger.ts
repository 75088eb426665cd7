import type { Client } from './client.js';

/** The story that all comments are left on. */
const STORY = '104';

export interface Count {
  readonly sent: number;
  readonly acknowledged: number;
  /** Of those that were acknowledged. */
  readonly once: number;
  readonly lost: number;
  /** Of all that were sent. */
  readonly twice: number;
}

/** What was sent to an API, and what it said that it has. */
export class Ledger {
  #sent = 0;
  /** The id that a comment has by the API's answer, by its text; two ids where it was answered in two ways. */
  readonly #ids = new Map<string, Set<string>>();
  /** What has had no answer. */
  readonly open = new Set<number>();

  /** The number of a comment that nobody has sent yet. */
  next(): number {
    this.open.add(++this.#sent);
    return this.#sent;
  }

  /** Sends a comment under its key, be it again; gives how it was answered. */
  async send(client: Client, number: number): Promise<number> {
    const text = `Letter ${number}`;
    const { status, body } = await client.post(
      '/v1/comments',
      { story: STORY, name: 'Ines', email: `reader-${number}@example.org`, text },
      `letter-${number}`,
    );
    if (status !== 201) return status;
    const { id } = JSON.parse(body) as { id: string };
    this.#ids.set(text, (this.#ids.get(text) ?? new Set()).add(id));
    this.open.delete(number);
    return status;
  }

  /** Reads all comments that are there, and holds them against what was acknowledged. */
  async count(client: Client): Promise<Count> {
    const there = new Map<string, string[]>();
    let cursor = '';
    do {
      const { status, body } = await client.get(
        `/v1/comments?story=${STORY}&order=oldest&limit=100${cursor && `&cursor=${cursor}`}`,
      );
      if (status !== 200) throw new Error(`The comments could not be read: ${status} ${body}`);
      const page = JSON.parse(body) as { items: { id: string; text: string }[]; next?: string };
      for (const { id, text } of page.items) there.set(text, [...(there.get(text) ?? []), id]);
      cursor = page.next ?? '';
    } while (cursor);
    const isOnce = ([text, ids]: [string, Set<string>]) => {
      const found = there.get(text) ?? [];
      return found.length === 1 && ids.size === 1 && ids.has(found[0]!);
    };
    return {
      sent: this.#sent,
      acknowledged: this.#ids.size,
      once: [...this.#ids].filter(isOnce).length,
      lost: [...this.#ids.keys()].filter((text) => !there.has(text)).length,
      twice: [...there.values()].filter((ids) => ids.length > 1).length,
    };
  }
}
