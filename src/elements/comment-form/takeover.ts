import type { CommentFields } from '../../content/draft.js';

/** Fields of a publisher's plain form, by the names that common systems give them. */
const names: Record<keyof CommentFields, string> = {
  name: '[name="name"],[name="author"]',
  email: '[name="email"],[type="email"]',
  website: '[name="website"],[name="url"],[type="url"]',
  text: 'textarea',
};

export type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * Takes over what a reader typed into the fallback before the script came: text, focus and caret.
 * It is called while the fallback is still in the page, but shown no longer: focus leaves it at the next frame only.
 */
export function takeOver(host: Element, own: (field: keyof CommentFields) => Field | null): void {
  const active = (host.getRootNode() as Document).activeElement;
  for (const [field, selector] of Object.entries(names) as [keyof CommentFields, string][]) {
    const theirs = host.querySelector<Field>(selector);
    const ours = own(field);
    if (!theirs || !ours) continue;
    if (theirs.value) ours.value = theirs.value;
    if (theirs !== active) continue;
    ours.focus({ preventScroll: true });
    // An e-mail field has no caret to set.
    if (theirs.selectionStart !== null && ours.selectionStart !== null)
      ours.setSelectionRange(theirs.selectionStart, theirs.selectionEnd);
  }
}
