import { define } from '../define.js';
import { NewsRelatedStories } from './related-stories.js';

define('news-related-stories', NewsRelatedStories);

declare global {
  interface HTMLElementTagNameMap {
    'news-related-stories': NewsRelatedStories;
  }
}
