import { html, type TemplateResult } from 'lit';
import { NewsElement } from '../base.js';

/**
 * To come.
 *
 * @tag news-comment-count
 */
export class NewsCommentCount extends NewsElement {
  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
