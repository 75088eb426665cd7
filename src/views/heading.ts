import { html, type TemplateResult } from 'lit';

/**
 * A heading of the page's own outline: a real `h1` to `h6`, so that it is one for styles and readers alike.
 * Six templates and not `static-html`, which costs every reader more.
 */
export function heading(level: number, part: string, content: unknown): TemplateResult {
  switch (level) {
    case 1:
      return html`<h1 class=${part} part=${part}>${content}</h1>`;
    case 2:
      return html`<h2 class=${part} part=${part}>${content}</h2>`;
    case 4:
      return html`<h4 class=${part} part=${part}>${content}</h4>`;
    case 5:
      return html`<h5 class=${part} part=${part}>${content}</h5>`;
    case 6:
      return html`<h6 class=${part} part=${part}>${content}</h6>`;
    default:
      return html`<h3 class=${part} part=${part}>${content}</h3>`;
  }
}
