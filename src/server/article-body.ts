import { shapedBody } from '../elements/article/shape-body.js';
import { element } from '../kit/safe-html/tree.js';
import { bodyWords } from '../kit/words/en.js';
import type { Story } from '../model/index.js';
import { safeHtml, written } from './safe-html.js';

export interface ArticleBodyOptions {
  /** Level of the headline: the body's headings come below it. Default 1. */
  readonly headingLevel?: number;
  /** Name of a table that has none of its own. Default "Table". */
  readonly table?: string;
}

/**
 * The body of a story as safe HTML, to stand in the page between `<news-article>` and its end: there before any script
 * runs, and for readers without.
 */
export function articleBody(story: Story, options: ArticleBodyOptions = {}): string {
  const { headingLevel: level = 1, table = bodyWords.table } = options;
  const blocks = shapedBody(safeHtml(story.body ?? '', { base: story.url }), { level, table });
  const lang = story.lang && { lang: story.lang };
  return written([element('div', { slot: 'body', 'data-news-body': '', ...lang }, ...blocks)]);
}
