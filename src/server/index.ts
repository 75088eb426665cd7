// What a server needs to write stories into its pages. Runs in Node; parses with parse5.
export { articleJsonLd, jsonLdText } from '../elements/article/json-ld.js';
export { articleBody, type ArticleBodyOptions } from './article-body.js';
export { loadWords } from '../kit/words/load.js';
export { renderPage, type PageStream, type RenderOptions, type RenderProblem } from './render-page.js';
