import { define } from '../define.js';
import { NewsShare } from './share.js';

define('news-share', NewsShare);

declare global {
  interface HTMLElementTagNameMap {
    'news-share': NewsShare;
  }
}
