import { NewsFollow } from './follow.js';

NewsFollow.define('news-follow');

declare global {
  interface HTMLElementTagNameMap {
    'news-follow': NewsFollow;
  }
}
