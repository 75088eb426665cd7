import type { Picture } from './picture.js';

/** What somebody said, and who said it. All texts are plain text. */
export interface Quote {
  readonly text: string;
  /** Who said it. */
  readonly by?: string;
  /** "Mayor of Lahore". */
  readonly role?: string;
  /** Whom it was said to: "told CBS News". */
  readonly via?: string;
  /** Absolute http(s) address of the source. */
  readonly url?: string;
  readonly portrait?: Picture;
  readonly lang?: string;
}
