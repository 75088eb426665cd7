import { html, type TemplateResult } from 'lit';
import { heading } from './heading.js';

export interface RowOptions {
  /** Names beside the icons, or icons alone. */
  readonly variant: string;
  readonly label: string;
  /** Level of the label, where it is a heading of the page's outline. */
  readonly level: number | undefined;
}

/** A labelled row of small things: links, or buttons. */
export const row = (things: readonly unknown[], { variant, label, level }: RowOptions): TemplateResult =>
  html`<div class="row ${variant}" part="row">
    <div id="label">
      <slot name="heading"
        >${level ? heading(level, 'heading', label) : html`<p class="heading" part="heading">${label}</p>`}</slot
      >
    </div>
    <ul part="list" role="list" aria-labelledby="label">
      ${things.map((thing) => html`<li part="item">${thing}</li>`)}
    </ul>
  </div>`;
