import { NewsCopyright } from './copyright.js';

NewsCopyright.define('news-copyright');

declare global {
  interface HTMLElementTagNameMap {
    'news-copyright': NewsCopyright;
  }
}
