import { define } from '../define.js';
import { NewsComments } from './comments.js';

define('news-comments', NewsComments);

declare global {
  interface HTMLElementTagNameMap {
    'news-comments': NewsComments;
  }
}
