import { define } from '../define.js';
import { NewsProvider } from './provider.js';

define('news-provider', NewsProvider);

declare global {
  interface HTMLElementTagNameMap {
    'news-provider': NewsProvider;
  }
}
