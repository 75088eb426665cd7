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
  /** Made with the first letter, and shared by all tabs that show this draft. */
  readonly id: string;
  readonly fields: CommentFields;
  /** Key of the words that were sent last, while nobody knows whether they have arrived. */
  readonly unsure?: string | undefined;
}

const readerKey = 'news-reader';

function read<T>(place: string): Partial<T> | undefined {
  try {
    const value = JSON.parse(store.get(place) ?? 'null') as Partial<T> | null;
    return typeof value === 'object' && value && !Array.isArray(value) ? value : undefined;
  } catch {
    // Not ours, or cut off.
    return undefined;
  }
}

/** FNV-1a, 64 bits. `crypto.subtle` is missing on `http://` pages, and nobody gains by a collision with himself. */
function digest(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at++)
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n);
  return hash.toString(16);
}

const keyOf = (id: string, { name, email, website, text }: CommentFields): string =>
  `${id}-${digest(JSON.stringify([name, email, website, text]))}`;

/**
 * A comment on its way from the first letter to the API's answer. It is kept in the browser at each letter, and is gone
 * only when the API has taken it, or the reader has emptied the form.
 */
export class Draft {
  readonly place: string;
  #id: string | undefined;
  /** Where the browser keeps nothing. */
  #memory: Stored | undefined;

  /** @param about what tells this form from others: API, story, and the comment that is answered */
  constructor(about: string) {
    this.place = `news-draft ${about}`;
    this.#id = this.#stored?.id;
  }

  get fields(): CommentFields | undefined {
    return this.#stored?.fields;
  }

  /**
   * The key by which these words are sent. It follows from the draft and its words: each try has the same, in each tab
   * that shows the draft and after each reload; changed words have another; changed back, they have theirs again.
   */
  key(fields: CommentFields): string {
    return keyOf((this.#id ??= this.#stored?.id ?? randomKey()), fields);
  }

  /** An earlier try to send these very words got no answer. */
  unsureOf(fields: CommentFields): boolean {
    const unsure = this.#stored?.unsure;
    return unsure !== undefined && unsure === this.key(fields);
  }

  keep(fields: CommentFields): void {
    if (fields.text.trim()) this.#write(fields, this.#stored?.unsure);
    else this.#drop();
  }

  /** These words are about to leave. */
  send(fields: CommentFields): void {
    this.#write(fields, this.key(fields));
  }

  /** The API has answered, and has not stored what was sent under the key. */
  refused(key: string): void {
    const stored = this.#stored;
    if (stored?.unsure === key) this.#write(stored.fields, undefined);
  }

  /** Takes up words that wait under a key of this place. */
  takeUp(key: string, fields: CommentFields): void {
    this.#id = key.slice(0, key.lastIndexOf('-'));
    this.#write(fields, key);
  }

  #drop(): void {
    this.#memory = undefined;
    store.set(this.place, null);
  }

  #write(fields: CommentFields, unsure: string | undefined): void {
    this.key(fields);
    const stored: Stored = { id: this.#id as string, fields, unsure };
    this.#memory = store.set(this.place, JSON.stringify(stored)) ? undefined : stored;
  }

  get #stored(): Stored | undefined {
    if (this.#memory) return this.#memory;
    const { id, fields, unsure } = read<Stored>(this.place) ?? {};
    return id && fields ? { id, fields, unsure } : undefined;
  }
}

/** The API has what was sent under the key: a draft that still has these words goes, and other tabs hear of it. */
export function posted(place: string, key: string): void {
  const { id, fields } = read<Stored>(place) ?? {};
  if (!id || !fields || keyOf(id, fields) !== key) return;
  store.set(place, JSON.stringify({ posted: key }));
  store.set(place, null);
}

/** What another tab has just posted of a place, if this is how it told. */
export const postedElsewhere = (value: string | null): string | undefined =>
  value?.startsWith('{"posted":') ? (JSON.parse(value) as { posted: string }).posted : undefined;

/** The details that a reader agreed to have remembered in this browser. */
export const reader = {
  recall: (): Partial<CommentFields> | undefined => read<CommentFields>(readerKey),
  remember(fields: CommentFields | undefined): void {
    store.set(
      readerKey,
      fields ? JSON.stringify({ name: fields.name, email: fields.email, website: fields.website }) : null,
    );
  },
};
