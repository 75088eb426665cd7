import { define } from '../define.js';
import { NewsFollow } from './follow.js';

define('news-follow', NewsFollow);

declare global {
  interface HTMLElementTagNameMap {
    'news-follow': NewsFollow;
  }
}
