import type { CommentFields } from '../../content/draft.js';
import type { Field, FormFields } from './fields.js';

/** Fields of a publisher's plain form, by the names that common systems give them. */
const names: Record<keyof CommentFields, string> = {
  name: '[name="name"],[name="author"]',
  email: '[name="email"],[type="email"]',
  website: '[name="website"],[name="url"],[type="url"]',
  text: 'textarea',
};

/**
 * Takes over what a reader typed into the fallback before the script came: text, focus and caret.
 * It is called while the fallback is still in the page, but shown no longer: focus leaves it at the next frame only.
 * @returns whether there was text
 */
export function takeOver(host: Element, own: FormFields): boolean {
  const active = (host.getRootNode() as Document).activeElement;
  for (const [field, selector] of Object.entries(names) as [keyof CommentFields, string][]) {
    // A publisher's own check may bring a textarea along; it stays in the page.
    const theirs = [...host.querySelectorAll<Field>(selector)].find(
      (one) => !one.closest('[slot="challenge"]'),
    );
    const ours = own.one(field);
    if (!theirs || !ours) continue;
    if (theirs.value) ours.value = theirs.value;
    if (theirs !== active) continue;
    ours.focus({ preventScroll: true });
    // An e-mail field has no caret to set.
    if (theirs.selectionStart !== null && ours.selectionStart !== null)
      ours.setSelectionRange(theirs.selectionStart, theirs.selectionEnd);
  }
  return !!own.values.text;
}
