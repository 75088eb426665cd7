import { define } from '../define.js';
import { NewsCopyright } from './copyright.js';

define('news-copyright', NewsCopyright);

declare global {
  interface HTMLElementTagNameMap {
    'news-copyright': NewsCopyright;
  }
}
