import { html, type TemplateResult } from 'lit';
import { NewsElement } from '../base.js';

/**
 * To come.
 *
 * @tag news-copyright
 */
export class NewsCopyright extends NewsElement {
  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
