import { html, type TemplateResult } from 'lit';
import { NewsElement } from '../base.js';

/**
 * To come.
 *
 * @tag news-article
 */
export class NewsArticle extends NewsElement {
  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
