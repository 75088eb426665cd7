/** Space between an unfolded panel and the edge of the view, in pixels. */
const edge = 8;

type Root = HTMLElement | DocumentFragment;

const field = (root: Root): HTMLElement | null => root.querySelector<HTMLElement>('#field');

/** Opens what holds the search, where something does, and leads into the field. */
export function open(root: Root): void {
  root.querySelector('dialog')?.showModal();
  const details = root.querySelector('details');
  if (details) details.open = true;
  field(root)?.focus();
}

/**
 * Closes what holds the search, and leads back to where the reader came from.
 * @returns whether there was something to close
 */
export function close(root: Root): boolean {
  const dialog = root.querySelector('dialog');
  const details = root.querySelector('details');
  // A dialog gives the focus back by itself.
  dialog?.close();
  if (details) {
    details.open = false;
    details.querySelector('summary')?.focus();
  }
  return !!(dialog ?? details);
}

/** A panel has unfolded: it is moved to where all of it is seen, and the reader into its field. */
export function unfolded({ currentTarget }: Event): void {
  const details = currentTarget as HTMLDetailsElement;
  const panel = details.querySelector<HTMLElement>('.panel');
  if (!details.open || !panel) return;
  panel.style.translate = '';
  const { left, right } = panel.getBoundingClientRect();
  const over = Math.min(0, document.documentElement.clientWidth - edge - right);
  // Set on the object, which a strict policy allows.
  panel.style.translate = `${Math.max(edge - left, over)}px`;
  field(details)?.focus();
}

/** A panel closes when the focus goes elsewhere on the page; it stays when the whole window loses it. */
export function left({ currentTarget, relatedTarget }: FocusEvent): void {
  const details = currentTarget as HTMLDetailsElement;
  if (document.hasFocus() && !details.contains(relatedTarget as Node | null)) details.open = false;
}
