import type { Picture } from './picture.js';

/** Someone who wrote a story. All texts are plain text. */
export interface Author {
  readonly id?: string;
  readonly name: string;
  /** "Diplomatic editor", "Photographer". */
  readonly role?: string;
  readonly bio?: string;
  /** Absolute http(s) address of the author's page. */
  readonly url?: string;
  readonly portrait?: Picture;
  /** False for guests, agencies and readers; staff when left out. */
  readonly staff?: boolean;
  readonly lang?: string;
}
