import { html, nothing } from 'lit';

/** Small things in a row, with dots between them that are not read out. */
export const dotted = (things: unknown[]): unknown[] =>
  things
    .filter((thing) => thing !== nothing)
    .map((thing, index) => (index ? html`<span aria-hidden="true">${' · '}</span>${thing}` : thing));
