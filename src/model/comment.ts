/** A reader's comment as an API shows it. `text` is plain text, paragraphs parted by an empty line. */
export interface Comment {
  readonly id: string;
  readonly story: string;
  /** The comment that this one answers. */
  readonly parent?: string;
  readonly author: string;
  /** Absolute http(s) address of the author's own site. */
  readonly authorUrl?: string;
  readonly text: string;
  /** ISO 8601 with zone. */
  readonly posted: string;
  readonly status: 'approved' | 'held' | 'removed';
  /** Absolute http(s) address of the comment on its story's page. */
  readonly url?: string;
  readonly lang?: string;
}

/** What a reader sends. */
export interface NewComment {
  /** Reference of the story: id, slug or address. */
  readonly story: string;
  readonly parent?: string;
  readonly name: string;
  /** Never published. */
  readonly email: string;
  readonly website?: string;
  readonly text: string;
  /** What stood in the field that only robots fill in. */
  readonly trap?: string;
  /** Seconds between the form's first showing and the sending: robots are quick. */
  readonly seconds?: number;
  /** What the publisher's own check put into its fields (a token), by their names. */
  readonly challenge?: Readonly<Record<string, string>>;
}
