import { html, type TemplateResult } from 'lit';

/** The button for more stories. */
export const moreButton = (words: string, busy: boolean, click: () => void): TemplateResult =>
  html`<button type="button" part="button" aria-disabled=${busy ? 'true' : 'false'} @click=${click}>${words}</button>`;

/**
 * Stories under a heading. One alone is no list.
 * @param inserts whether the publisher puts something into the slot after a story
 * @param said what screen readers are told: what has just come
 */
export function storyList(
  heading: unknown,
  cards: readonly TemplateResult[],
  inserts: (slot: string) => boolean,
  more: unknown,
  said: string,
): TemplateResult {
  const items = cards.flatMap((card, index) => {
    const item = html`<li part="item">${card}</li>`;
    const slot = `after-${index + 1}`;
    return inserts(slot)
      ? [item, html`<li class="insert" part="insert"><slot name=${slot}></slot></li>`]
      : item;
  });
  return html`<section aria-labelledby="heading">
    <div id="heading"><slot name="heading">${heading}</slot></div>
    ${cards.length === 1 ? html`<div class="items" part="list">${cards}</div>` : html`<ol class="items" part="list" role="list">${items}</ol>`}
    ${more}
    <p class="quiet" role="status">${said}</p>
  </section>`;
}

/** The shape of a list that is to come. */
export const storyListSkeleton = (heading: unknown, bones: readonly TemplateResult[]): TemplateResult =>
  html`${heading}<div class="items">${bones}</div>`;
