import { randomKey } from '../kit/keys.js';
import { store } from '../kit/store.js';

/** What a reader may write into a comment form. */
export interface CommentFields {
  name: string;
  email: string;
  website: string;
  text: string;
}

/** A draft as the browser keeps it. */
export interface Kept {
  /** Made with the first letter, and shared by all tabs that show this draft. */
  readonly id: string;
  readonly fields: CommentFields;
  /** Key of the words that were sent last, while nobody knows whether they have arrived. */
  readonly unsure?: string | undefined;
}

/** Where the details are that a reader agreed to have remembered. */
export const readerPlace = 'news-reader';

/** What a place holds; nothing where that is not ours, or cut off. */
export function read<T>(place: string): Partial<T> | undefined {
  try {
    const value = JSON.parse(store.get(place) ?? 'null') as Partial<T> | null;
    return typeof value === 'object' && value && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A comment from its first letter on. It is kept in the browser at each letter, and is gone only when the API has taken
 * it, or the reader has emptied the form. By which key it is sent: `DraftKeys`.
 */
export class Draft {
  readonly place: string;
  #id: string | undefined;
  /** Where the browser keeps nothing. */
  #memory: Kept | undefined;

  /** @param about what tells this form from others: API, story, and the comment that is answered */
  constructor(about: string) {
    this.place = `news-draft ${about}`;
    this.#id = this.kept?.id;
  }

  get id(): string {
    return (this.#id ??= this.kept?.id ?? randomKey());
  }

  set id(id: string) {
    this.#id = id;
  }

  get kept(): Kept | undefined {
    if (this.#memory) return this.#memory;
    const { id, fields, unsure } = read<Kept>(this.place) ?? {};
    return id && fields ? { id, fields, unsure } : undefined;
  }

  /** @param unsure see `Kept` */
  keep(fields: CommentFields, unsure = this.kept?.unsure): void {
    const kept = fields.text.trim() ? { id: this.id, fields, unsure } : undefined;
    this.#memory = store.set(this.place, kept ? JSON.stringify(kept) : null) ? undefined : kept;
  }
}
