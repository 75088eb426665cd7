import { embedQuote } from '../../kit/safe-html/embed.js';
import {
  element,
  named,
  replaced,
  textOf,
  type SafeElement,
  type SafeNode,
} from '../../kit/safe-html/tree.js';

// What makes a body of safe HTML the body of our article: in a browser and on a server alike.

export interface Shape {
  /** Level of the headline: the body's headings come below it. */
  readonly level: number;
  /** Name of a table that has none of its own. */
  readonly table: string;
}

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();
const blank = (node: SafeNode): boolean => typeof node === 'string' && !node.trim();
const isHeading = /^h[1-6]$/;

/** The blocks themselves, where some editor has put all of them into one box. */
function blocksOf(nodes: readonly SafeNode[]): readonly SafeNode[] {
  const [first, ...more] = nodes.filter((node) => !blank(node));
  const box = typeof first === 'object' && first.name === 'div' && !Object.keys(first.attributes).length;
  return box && !more.length ? blocksOf(first.children) : nodes;
}

/** A pulled quote as its element, which shows the words larger; undefined, it is the figure that it was. */
function pullQuote(figure: SafeElement, article: string): SafeElement {
  const credits = ['cite', 'figcaption'].flatMap((name) => named([figure], name));
  const words = textOf({
    ...figure,
    children: replaced(figure.children, (one) => (/^(cite|figcaption)$/.test(one.name) ? [] : one)),
  });
  const quote = spaced(words);
  const by = spaced(credits[0] ? textOf(credits[0]) : '');
  // Words that stand in the text as well are not read out twice.
  const twice = article.split(quote).length > 2;
  const attributes = { quote, ...(by && { by }), ...(twice && { decorative: '' }) };
  return quote ? element('news-pull-quote', attributes, figure) : figure;
}

/** A table in a region that scrolls by itself, which a keyboard can reach. */
function scrolling(table: SafeElement, name: string): SafeElement {
  const [caption] = named([table], 'caption');
  const label = (caption && spaced(textOf(caption))) || name;
  return element('div', { 'data-news-table': '', role: 'region', tabindex: '0', 'aria-label': label }, table);
}

/** Headings below the headline, tables that scroll, pulled quotes and embeds as our own. */
export function shapedBody(nodes: readonly SafeNode[], { level, table }: Shape): SafeNode[] {
  const blocks = blocksOf(nodes);
  const text = spaced(blocks.map(textOf).join(' '));
  const levels = [1, 2, 3, 4, 5, 6].filter((n) => named(blocks, `h${n}`).length);
  const down = level + 1 - (levels[0] ?? 0);
  return replaced(blocks, (found) => {
    const { name, attributes } = found;
    if (isHeading.test(name)) return { ...found, name: `h${Math.min(6, Number(name[1]) + down)}` };
    if (name === 'table') return scrolling(found, table);
    const pulled = /(^|\s)(wp-block-pullquote|pullquote)(\s|$)/.test(attributes.class ?? '');
    if (pulled && !named(found.children, 'news-pull-quote').length) return pullQuote(found, text);
    return name === 'blockquote' ? (embedQuote(found) ?? found) : found;
  }).map((block) =>
    // Each block goes in the direction of its own words.
    typeof block === 'string' || !textOf(block).trim()
      ? block
      : { ...block, attributes: { dir: 'auto', ...block.attributes } },
  );
}

/** The body cut after the paragraphs of those numbers, in rising order: one part more than there are cuts. */
export function cutAfter(blocks: readonly SafeNode[], paragraphs: readonly number[]): SafeNode[][] {
  const parts: SafeNode[][] = [[]];
  let passed = 0;
  for (const block of blocks) {
    parts.at(-1)?.push(block);
    if (typeof block === 'object' && block.name === 'p' && paragraphs.includes(++passed)) parts.push([]);
  }
  return parts;
}
