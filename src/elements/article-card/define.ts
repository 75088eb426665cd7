import { NewsArticleCard } from './article-card.js';

NewsArticleCard.define('news-article-card');

declare global {
  interface HTMLElementTagNameMap {
    'news-article-card': NewsArticleCard;
  }
}
