/** Something that a reader has opened in the discussion: the form, or a report. Its code is loaded then. */
export interface Opened {
  /** Id of the comment under which it stands; empty for the story itself. */
  readonly about: string;
  render(): unknown;
  close(): void;
}
