import { ContextProvider } from '@lit/context';
import { css, html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { RequestFunction } from '../../content/content-api.js';
import { contentContext } from '../../content/content-api.js';
import { NewsElement } from '../base.js';

/**
 * Names the content API for all elements inside it, through shadow roots. It shows its children and nothing of its own.
 *
 * ```html
 * <news-provider api="https://example.org/wp-json">
 *   <news-related-stories story="1234"></news-related-stories>
 * </news-provider>
 * ```
 *
 * @slot - The part of the page that it serves.
 * @tag news-provider
 */
export class NewsProvider extends NewsElement {
  static override properties: PropertyDeclarations = {
    api: {},
    source: {},
    apiKey: { attribute: 'api-key' },
    credentials: {},
    request: { attribute: false },
  };

  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** Base address of the content API, such as `https://example.org/wp-json`. */
  api?: string;

  /** Kind of API: `auto`, `wordpress`, `ghost`, `json-feed`, `rss`, `rest`, or one of `defineSource`. */
  source = 'auto';

  /** A public reading key, where the API wants one. */
  apiKey?: string;

  /** Whether cookies go along: default `omit` across origins, `same-origin` else. */
  credentials?: RequestCredentials;

  /** Sends requests in place of `fetch`: for sign-in, previews, a proxy, or a test. */
  request?: RequestFunction;

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
