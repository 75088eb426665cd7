import type { Handover } from '../../sources/source.js';

/**
 * Takes the reader to another page with a form, as if they had sent it from a page without script.
 * @param root where the form stands for a moment
 */
export function leaveWith(root: Node, { action, fields }: Handover): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = action;
  form.hidden = true;
  for (const [name, value] of Object.entries(fields)) {
    // Not an input: that would drop the lines of a text.
    const field = document.createElement('textarea');
    field.name = name;
    field.value = value;
    form.append(field);
  }
  root.appendChild(form);
  form.submit();
  form.remove();
}
