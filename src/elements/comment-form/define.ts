import { NewsCommentForm } from './comment-form.js';

NewsCommentForm.define('news-comment-form');

declare global {
  interface HTMLElementTagNameMap {
    'news-comment-form': NewsCommentForm;
  }
}
