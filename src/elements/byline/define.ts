import { define } from '../define.js';
import { NewsByline } from './byline.js';

define('news-byline', NewsByline);

declare global {
  interface HTMLElementTagNameMap {
    'news-byline': NewsByline;
  }
}
