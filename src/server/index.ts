// What a server needs to write a story into a page by itself. Runs in Node; parses with parse5.
export { articleJsonLd, jsonLdText } from '../elements/article/json-ld.js';
export { articleBody, type ArticleBodyOptions } from './article-body.js';
export { loadWords } from '../kit/words/load.js';
