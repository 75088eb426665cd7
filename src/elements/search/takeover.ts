/**
 * Takes over what a reader typed into another field: text, focus and caret.
 * @param show makes our own field one that can have the focus
 */
export function takeOver(theirs: HTMLInputElement | null, ours: HTMLInputElement, show: () => void): void {
  if (!theirs) return;
  ours.value ||= theirs.value;
  // A field that has just stopped being rendered keeps the focus until the next frame.
  if ((theirs.getRootNode() as Document).activeElement !== theirs) return;
  show();
  ours.focus({ preventScroll: true });
  ours.setSelectionRange(theirs.selectionStart, theirs.selectionEnd);
}
