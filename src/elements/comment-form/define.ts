import { define } from '../define.js';
import { NewsCommentForm } from './comment-form.js';

define('news-comment-form', NewsCommentForm);

declare global {
  interface HTMLElementTagNameMap {
    'news-comment-form': NewsCommentForm;
  }
}
