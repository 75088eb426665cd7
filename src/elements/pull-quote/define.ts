import { define } from '../define.js';
import { NewsPullQuote } from './pull-quote.js';

define('news-pull-quote', NewsPullQuote);

declare global {
  interface HTMLElementTagNameMap {
    'news-pull-quote': NewsPullQuote;
  }
}
