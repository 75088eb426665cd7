import { NewsShare } from './share.js';

NewsShare.define('news-share');

declare global {
  interface HTMLElementTagNameMap {
    'news-share': NewsShare;
  }
}
