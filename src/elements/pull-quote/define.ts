import { NewsPullQuote } from './pull-quote.js';

NewsPullQuote.define('news-pull-quote');

declare global {
  interface HTMLElementTagNameMap {
    'news-pull-quote': NewsPullQuote;
  }
}
