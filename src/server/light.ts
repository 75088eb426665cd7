import type { NewsArticle } from '../elements/article/article.js';
import { allows, embedBoxStyles, embedView } from '../elements/article/embeds.js';
import { jsonLdText } from '../elements/article/json-ld.js';
import { cutAfter, shapedBody } from '../elements/article/shape-body.js';
import { embedMark, hostOf } from '../kit/safe-html/embed.js';
import { element, replaced } from '../kit/safe-html/tree.js';
import { bodyWords } from '../kit/words/en.js';
import type { Say } from '../kit/words/say.js';
import type { Story } from '../model/index.js';
import { shadow } from './element.js';
import { attribute, type PageNode } from './page.js';
import { safeHtml, written } from './safe-html.js';

interface Speaking {
  say(words: typeof bodyWords): Say<keyof typeof bodyWords>;
  slotted(name: string): boolean;
}

/**
 * What an article puts into the page itself, in a browser and here alike: its body, in containers for the slots between
 * which the publisher puts something.
 * @param strict the page's policy forbids style attributes
 */
export function bodyOf(article: NewsArticle, story: Story, strict: boolean): string {
  const { say, slotted } = article as unknown as Speaking;
  if (!story.body || slotted.call(article, 'body')) return '';
  const table = say.call(article, bodyWords)('table');
  const blocks = shapedBody(safeHtml(story.body, { base: story.url }), {
    level: article.headingLevel,
    table,
  });
  // As the browser writes it down when a script has set it.
  const style = strict ? {} : { style: 'overflow-x: auto;' };
  const scrolling = replaced(blocks, (one) =>
    'data-news-table' in one.attributes ? { ...one, attributes: { ...one.attributes, ...style } } : one,
  );
  const lang = story.lang ? { lang: story.lang } : {};
  return written(
    cutAfter(scrolling, article.cuts).map((part, index) =>
      element('div', { slot: `body-${index + 1}`, 'data-news-body': '', ...lang }, ...part),
    ),
  );
}

const embedCss = embedBoxStyles.map(({ cssText }) => cssText).join('');

/** The box around an embed in a body; undefined where the browser is to load it at once. */
export function embedRoot(
  article: NewsArticle,
  node: PageNode,
  nonce: string | undefined,
): string | undefined {
  const host = hostOf(attribute(node, embedMark) ?? '');
  if (allows([article.allowEmbeds], host)) return undefined;
  const say = (article as unknown as Speaking).say.call(article, bodyWords);
  return shadow(embedView(say, host), embedCss, {}, nonce);
}

/** What search engines are told. */
export const jsonLdOf = (story: Story): string =>
  `<script type="application/ld+json" data-news-json-ld>${jsonLdText(story)}</script>`;
