// All classes and types, without side effects.
export type * from './model/index.js';
export { contentContext, type ContentApi, type RequestFunction } from './content/content-api.js';
export type { ContentState } from './content/controller.js';
export { defineSource } from './sources/define-source.js';
export type {
  Answer,
  Ask,
  CommentQuery,
  Detail,
  FormAnswer,
  Handover,
  ListQuery,
  Params,
  Source,
} from './sources/source.js';
export type { StoryRef } from './kit/refs.js';
export { Problem, type ProblemKind } from './kit/problem.js';
export { loadWords } from './kit/words/load.js';
export type { Message, Messages } from './kit/words/say.js';
export * from './elements/events.js';
export { NewsArticle } from './elements/article/article.js';
export { NewsArticleCard, type CardLayout } from './elements/article-card/article-card.js';
export { NewsByline } from './elements/byline/byline.js';
export { NewsCommentCount } from './elements/comment-count/comment-count.js';
export { NewsCommentForm } from './elements/comment-form/comment-form.js';
export { NewsComments } from './elements/comments/comments.js';
export { NewsCopyright } from './elements/copyright/copyright.js';
export { NewsFollow, type FollowLink } from './elements/follow/follow.js';
export { NewsProvider } from './elements/provider/provider.js';
export { NewsPullQuote, type QuoteVariant } from './elements/pull-quote/pull-quote.js';
export { NewsRelatedStories, type ListLayout } from './elements/related-stories/related-stories.js';
export { NewsSearch } from './elements/search/search.js';
export { NewsShare } from './elements/share/share.js';
