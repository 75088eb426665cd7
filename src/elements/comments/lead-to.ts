import type { LitElement } from 'lit';

/** Leads the reader to a comment. */
export async function leadTo(host: LitElement, id: string | undefined): Promise<void> {
  await host.updateComplete;
  const comment = (host.renderRoot as ShadowRoot).getElementById(`comment-${id}`);
  if (!comment) return;
  comment.tabIndex = -1;
  comment.focus();
}
