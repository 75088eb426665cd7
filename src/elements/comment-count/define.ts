import { NewsCommentCount } from './comment-count.js';

NewsCommentCount.define('news-comment-count');

declare global {
  interface HTMLElementTagNameMap {
    'news-comment-count': NewsCommentCount;
  }
}
