import { define } from '../define.js';
import { NewsArticleCard } from './article-card.js';

define('news-article-card', NewsArticleCard);

declare global {
  interface HTMLElementTagNameMap {
    'news-article-card': NewsArticleCard;
  }
}
