import { NewsByline } from './byline.js';

NewsByline.define('news-byline');

declare global {
  interface HTMLElementTagNameMap {
    'news-byline': NewsByline;
  }
}
