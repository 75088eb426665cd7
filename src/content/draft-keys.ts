// Needed once a reader writes; loaded then.
import { store } from '../kit/store.js';
import { read, readerPlace, type CommentFields, type Draft, type Kept } from './draft.js';

/** FNV-1a, 64 bits. `crypto.subtle` is missing on `http://` pages, and nobody gains by a collision with himself. */
function digest(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at++)
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n);
  return hash.toString(16);
}

const keyOf = (id: string, { name, email, website, text }: CommentFields): string =>
  `${id}-${digest(JSON.stringify([name, email, website, text]))}`;

/** Before the key of words that a reader took along to the site's own page. */
const away = 'away ';

/** By which key a draft is sent, and whether that has happened. */
export class DraftKeys {
  readonly #draft: Draft;

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  /**
   * It follows from the draft and its words: each try has the same, in each tab that shows the draft and after each
   * reload; changed words have another; changed back, they have theirs again.
   */
  key(fields: CommentFields): string {
    return keyOf(this.#draft.id, fields);
  }

  /** An earlier try to send these very words got no answer. */
  unsureOf(fields: CommentFields): boolean {
    return this.#draft.kept?.unsure === this.key(fields);
  }

  /** The reader went to the site's own page with these very words, and has not said yet whether they arrived. */
  awayWith(fields: CommentFields): boolean {
    return this.#draft.kept?.unsure === away + this.key(fields);
  }

  /** These words are about to leave. */
  send(fields: CommentFields): void {
    this.#draft.keep(fields, this.key(fields));
  }

  /** The reader is about to leave with these words. */
  goWith(fields: CommentFields): void {
    this.#draft.keep(fields, away + this.key(fields));
  }

  /** The reader could not leave with them. */
  stayWith(fields: CommentFields): void {
    this.#draft.keep(fields, '');
  }

  /** The API has answered, and has not stored what was sent under the key. */
  refused(key: string): void {
    const { kept } = this.#draft;
    if (kept?.unsure === key) this.#draft.keep(kept.fields, '');
  }

  /** Takes up words that wait under a key of this place. */
  takeUp(key: string, fields: CommentFields): void {
    this.#draft.id = key.slice(0, key.lastIndexOf('-'));
    this.#draft.keep(fields, key);
  }
}

/** The API has what was sent under the key: a draft that still has these words goes, and other tabs hear of it. */
export function posted(place: string, key: string): void {
  const { id, fields } = read<Kept>(place) ?? {};
  if (!id || !fields || keyOf(id, fields) !== key) return;
  store.set(place, JSON.stringify({ posted: key }));
  store.set(place, null);
}

/** What another tab has just posted of a place, if this is how it told. */
export const postedElsewhere = (value: string | null): string | undefined =>
  value?.startsWith('{"posted":') ? (JSON.parse(value) as { posted: string }).posted : undefined;

/** Remembers a reader's details in this browser, or forgets them. */
export function remember(fields: CommentFields | undefined): void {
  const { name, email, website } = fields ?? {};
  store.set(readerPlace, fields ? JSON.stringify({ name, email, website }) : null);
}
