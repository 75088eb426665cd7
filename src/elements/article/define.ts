import { NewsArticle } from './article.js';

NewsArticle.define('news-article');

declare global {
  interface HTMLElementTagNameMap {
    'news-article': NewsArticle;
  }
}
