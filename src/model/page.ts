/** One page of a longer list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Opaque; given back to the same source to get the page that follows. Left out on the last page. */
  readonly next?: string;
  /** How many there are in all, where the API says so. */
  readonly total?: number;
}
