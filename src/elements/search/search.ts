import { html, type TemplateResult } from 'lit';
import { NewsElement } from '../base.js';

/**
 * To come.
 *
 * @tag news-search
 */
export class NewsSearch extends NewsElement {
  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
