import { ContextProvider } from '@lit/context';
import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from '../property.js';
import type { RequestFunction } from '../../content/content-api.js';
import { contentContext } from '../../content/content-api.js';
import { NewsElement } from '../base.js';

/**
 * Names the content API for all elements inside it, through shadow roots. It shows its children and nothing of its own.
 *
 * @slot - The part of the page that it serves.
 * @tag news-provider
 */
export class NewsProvider extends NewsElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** Base address of the content API, such as `https://example.org/wp-json`. */
  @property() api?: string;

  /** Kind of API: `auto`, `rest` or `wordpress`. */
  @property() source = 'auto';

  /** A public reading key, where the API wants one. */
  @property({ attribute: 'api-key' }) apiKey?: string;

  /** Whether cookies go along: default `omit` across origins, `same-origin` else. */
  @property() credentials?: RequestCredentials;

  /** Sends requests in place of `fetch`: for sign-in, previews, a proxy, or a test. */
  @property({ attribute: false }) request?: RequestFunction;

  readonly #provider = new ContextProvider(this, { context: contentContext });

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { api, source, apiKey, credentials, request } = this;
    this.#provider.setValue(api ? { api, source, apiKey, credentials, request } : undefined);
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
