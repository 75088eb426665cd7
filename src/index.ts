// All classes and types, without side effects.
export type * from './model/index.js';
export { contentContext, type ContentApi, type RequestFunction } from './content/content-api.js';
export type { ContentState } from './content/controller.js';
export type { Message, Messages } from './kit/words/say.js';
export { define } from './elements/define.js';
export * from './elements/events.js';
export { NewsArticleCard, type CardLayout } from './elements/article-card/article-card.js';
export { NewsByline } from './elements/byline/byline.js';
export { NewsCommentForm } from './elements/comment-form/comment-form.js';
export { NewsProvider } from './elements/provider/provider.js';
export { NewsPullQuote, type QuoteVariant } from './elements/pull-quote/pull-quote.js';
export { NewsRelatedStories, type ListLayout } from './elements/related-stories/related-stories.js';
