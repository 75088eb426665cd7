import { NewsComments } from './comments.js';

NewsComments.define('news-comments');

declare global {
  interface HTMLElementTagNameMap {
    'news-comments': NewsComments;
  }
}
