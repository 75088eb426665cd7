import { NewsRelatedStories } from './related-stories.js';

NewsRelatedStories.define('news-related-stories');

declare global {
  interface HTMLElementTagNameMap {
    'news-related-stories': NewsRelatedStories;
  }
}
