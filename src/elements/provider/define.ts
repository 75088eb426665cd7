import { NewsProvider } from './provider.js';

NewsProvider.define('news-provider');

declare global {
  interface HTMLElementTagNameMap {
    'news-provider': NewsProvider;
  }
}
