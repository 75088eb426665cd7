import type { Author } from './author.js';
import type { Picture } from './picture.js';
import type { Quote } from './quote.js';

/** What kind of piece a story is, said to the reader where it is not plain news. */
export type StoryLabel =
  'news' | 'opinion' | 'analysis' | 'review' | 'explainer' | 'interview' | 'fact-check' | 'sponsored';

/** A section or a tag: a name that leads to more stories. */
export interface Term {
  readonly id: string;
  readonly name: string;
  /** Absolute http(s) address of its page. */
  readonly url?: string;
}

/** A correction that the publisher has made after publication. */
export interface Correction {
  /** ISO 8601 with zone. */
  readonly date: string;
  readonly note: string;
}

/** One story, as a teaser needs it; `body` and `corrections` come only when the whole story was asked for. All texts are plain text. */
export interface Story {
  readonly id: string;
  readonly slug?: string;
  /** Absolute http(s) address of its page. */
  readonly url: string;
  readonly headline: string;
  readonly kicker?: string;
  readonly standfirst?: string;
  readonly label?: StoryLabel;
  readonly authors?: readonly Author[];
  /** ISO 8601 with the publisher's own zone: dates are shown as on the publisher's wall. */
  readonly published?: string;
  /** ISO 8601 with zone; only where it differs from `published`. */
  readonly updated?: string;
  readonly picture?: Picture;
  readonly section?: Term;
  readonly tags?: readonly Term[];
  /** BCP 47 tag of the story's own texts. */
  readonly lang?: string;
  readonly live?: boolean;
  readonly subscribersOnly?: boolean;
  readonly readingMinutes?: number;
  readonly commentCount?: number;
  /** Whether readers may comment; unknown when left out. */
  readonly comments?: 'open' | 'closed' | 'sign-in';
  /** Absolute http(s) address where a reader signs in to comment. */
  readonly signInUrl?: string;
  readonly quotes?: readonly Quote[];
  readonly corrections?: readonly Correction[];
  /** HTML, hostile until it has passed the allow-list (kit/safe-html). Relative addresses in it start from `url`. */
  readonly body?: string;
}
