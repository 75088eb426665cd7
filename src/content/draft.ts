import { randomKey } from '../kit/keys.js';
import { store } from '../kit/store.js';

/** What a reader may write into a comment form. */
export interface CommentFields {
  name: string;
  email: string;
  website: string;
  text: string;
}

interface Stored {
  fields: CommentFields;
  /** What was sent last, and the key that each try to send these words goes by. */
  sent?: {
    words: string;
    key: string;
    /** No answer has come yet: it may have been stored. */
    unsure: boolean;
  };
}

const readerKey = 'news-reader';

/**
 * A comment on its way from the first letter to the API's answer. It is kept in the browser at each letter, and is gone
 * only when the API has taken it, or the reader has emptied the form.
 */
export class Draft {
  readonly #place: string;
  #stored: Stored | undefined;

  /** @param about what tells this form from others: API and story */
  constructor(about: string) {
    this.#place = `news-draft ${about}`;
    try {
      this.#stored = JSON.parse(store.get(this.#place) ?? 'null') as Stored | undefined;
    } catch {
      // Not ours, or cut off: there is nothing to take up.
    }
  }

  get fields(): CommentFields | undefined {
    return this.#stored?.fields;
  }

  /** An earlier try to send this very comment got no answer. */
  unsureOf(fields: CommentFields): boolean {
    const sent = this.#stored?.sent;
    return sent?.unsure === true && sent.words === JSON.stringify(fields);
  }

  keep(fields: CommentFields): void {
    if (!fields.text.trim()) return this.drop();
    this.#write({ ...this.#stored, fields });
  }

  /** The key to send this very comment by; it is written down before the first byte leaves. */
  send(fields: CommentFields): string {
    const words = JSON.stringify(fields);
    const sent = this.#stored?.sent;
    // Changed words are another comment, with a key of its own; changed back, they are the same one.
    const key = sent?.words === words ? sent.key : randomKey();
    this.#write({ fields, sent: { words, key, unsure: true } });
    return key;
  }

  /** The API has answered, and has not stored it. */
  refused(): void {
    const stored = this.#stored;
    if (stored?.sent) this.#write({ ...stored, sent: { ...stored.sent, unsure: false } });
  }

  drop(): void {
    this.#stored = undefined;
    store.set(this.#place, null);
  }

  #write(stored: Stored): void {
    this.#stored = stored;
    store.set(this.#place, JSON.stringify(stored));
  }
}

/** The details that a reader agreed to have remembered in this browser. */
export const reader = {
  recall(): Partial<CommentFields> | undefined {
    try {
      return (JSON.parse(store.get(readerKey) ?? 'null') as Partial<CommentFields> | null) ?? undefined;
    } catch {
      return undefined;
    }
  },
  remember(fields: CommentFields | undefined): void {
    store.set(
      readerKey,
      fields ? JSON.stringify({ name: fields.name, email: fields.email, website: fields.website }) : null,
    );
  },
};
