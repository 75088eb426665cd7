import type { Comment, Page } from '../../model/index.js';

/** Comments that were given as a list are one page, the last. */
export const pageOf = (value: Page<Comment> | readonly Comment[]): Page<Comment> =>
  'items' in value ? value : { items: value };

/**
 * What of a discussion is on show. It only grows: what an API says later changes the words of a comment, but takes none
 * away and moves none, for somebody may be reading it.
 */
export class Discussion {
  #before: readonly Comment[] = [];
  #later: readonly Page<Comment>[] = [];
  #after: readonly Comment[] = [];
  #latest: Page<Comment>;
  #uncounted = 0;
  /** What the reader has posted here. */
  posted: readonly Comment[] = [];

  constructor(
    readonly first: Page<Comment>,
    readonly newestFirst: boolean,
  ) {
    this.#latest = first;
  }

  /** The newest answer to the question that `first` answered. */
  set latest(page: Page<Comment>) {
    this.#latest = page;
    this.#uncounted = 0;
  }

  /** In order, each with its newest words; an answer always after what it answers. */
  get comments(): readonly Comment[] {
    const pages = [this.first, ...this.#later].flatMap(({ items }) => items);
    const newest = new Map<string, Comment>();
    for (const comment of [...this.#before, ...this.#after, ...pages, ...this.#latest.items])
      newest.set(comment.id, comment);
    const order = new Set([...this.#before, ...pages, ...this.#after].map(({ id }) => id));
    return [...order].map((id) => newest.get(id) as Comment);
  }

  /** Comments that have come since, and are not on show. */
  get fresh(): readonly Comment[] {
    const known = new Set(this.comments.map(({ id }) => id));
    const { items } = this.#latest;
    // An older thread may have moved up from the next page: it is not new, and comes with that page.
    const end = this.next === undefined ? items.length : items.findLastIndex(({ id }) => known.has(id));
    return items.filter(({ id, parent }, index) => {
      if (known.has(id) || (index > end && !(parent && known.has(parent)))) return false;
      known.add(id);
      return true;
    });
  }

  /** Where the pages go on. */
  get next(): string | undefined {
    return (this.#later.at(-1) ?? this.first).next;
  }

  /** How many approved comments there are, where that is known. */
  get total(): number | undefined {
    const { total } = this.#latest;
    if (total !== undefined) return total + this.#uncounted;
    return this.next === undefined
      ? this.comments.filter(({ status }) => status === 'approved').length
      : undefined;
  }

  /** The page that follows. */
  append(page: Page<Comment>): void {
    this.#later = [...this.#later, page];
  }

  /** New comments, each to its place: answers under what they answer, others where the order has the newest. */
  add(comments: readonly Comment[]): void {
    const known = new Set(this.comments.map(({ id }) => id));
    const added = comments.filter(({ id }) => !known.has(id));
    for (const { id } of added) known.add(id);
    const first = added.filter(({ parent }) => this.newestFirst && !(parent && known.has(parent)));
    this.#before = [...first, ...this.#before];
    this.#after = [...this.#after, ...added.filter((comment) => !first.includes(comment))];
  }

  /** What the reader has just posted: no answer of the API counts it yet. */
  post(comment: Comment): void {
    this.posted = [...this.posted, comment];
    this.add([comment]);
    if (comment.status === 'approved') this.#uncounted++;
  }

  /** A thread that was asked for by one of its comments comes first. */
  lead(thread: readonly Comment[]): void {
    this.#before = [...thread, ...this.#before];
  }
}
