import type { LitElement } from 'lit';
import type { ContentApi } from '../../content/content-api.js';
import type { Message, Say } from '../../kit/words/say.js';
import type { Comment } from '../../model/index.js';

/** The element that a panel stands in. */
export interface PanelHost extends LitElement {
  readonly maxLength: number;
  readonly privacyUrl?: string | undefined;
  readonly action?: string | undefined;
  readonly content: { readonly config: ContentApi | undefined };
  /** The reference that the page knows the story by: what is written is kept under it. */
  readonly storyName: string;
  /** The story as the API knows it, as far as that is known. */
  readonly about: string;
  /** Where a reader signs in to comment, as far as that is known. */
  readonly signInUrl?: string | undefined;
  speak<Key extends string>(table: { readonly [key in Key]: Message }): Say<Key>;
}

export interface PanelOptions {
  /** The comment that is answered; without it the comment is about the story itself. */
  readonly parent?: Comment | undefined;
  /** The reader would rather not: gives the form a button for it. What was written is kept. */
  readonly cancel?: (() => void) | undefined;
  /** The API has the comment; without one it did not say how it was stored. */
  readonly posted?: ((comment: Comment | undefined) => void) | undefined;
}
