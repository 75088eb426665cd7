import { define } from '../define.js';
import { NewsSearch } from './search.js';

define('news-search', NewsSearch);

declare global {
  interface HTMLElementTagNameMap {
    'news-search': NewsSearch;
  }
}
