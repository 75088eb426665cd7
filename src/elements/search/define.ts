import { NewsSearch } from './search.js';

NewsSearch.define('news-search');

declare global {
  interface HTMLElementTagNameMap {
    'news-search': NewsSearch;
  }
}
