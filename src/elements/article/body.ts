// Loaded when a body has come.
import { prefixed } from '../../kit/safe-html/allow-list.js';
import { built, safeHtml } from '../../kit/safe-html/browser.js';
import { element, type SafeNode } from '../../kit/safe-html/tree.js';
import { plainText } from '../../kit/plain-text.js';
import type { Story } from '../../model/index.js';
import { cutAfter, shapedBody, type Shape } from './shape-body.js';

/** The body made safe; where the page lets nobody parse, its words. */
function safe(body: string, base: string): SafeNode[] {
  try {
    return safeHtml(body, { base });
  } catch {
    return body.split(/<\/(?:p|h[1-6]|li|blockquote|tr)>/i).flatMap((piece) => {
      const text = plainText(piece);
      return text ? element('p', {}, text) : [];
    });
  }
}

/** The containers that hold a body of ours. A copy of an article brings its own along. */
export const containers = (article: Element): NodeListOf<HTMLElement> =>
  article.querySelectorAll(':scope > [data-news-body][slot^="body-"]');

/**
 * Writes the body into the light DOM, where reader views, search and the page's own styles find it: into containers
 * for the slots `body-1`, `body-2` …, cut where the publisher puts something between paragraphs.
 */
export function writeBody(article: Element, story: Story, shape: Shape, cuts: readonly number[]): void {
  const blocks = shapedBody(safe(story.body ?? '', story.url), shape);
  const parts = cutAfter(blocks, cuts).map((part, index) => {
    const box = document.createElement('div');
    box.slot = `body-${index + 1}`;
    box.setAttribute('data-news-body', '');
    if (story.lang) box.lang = story.lang;
    box.append(built(part));
    // By script, which a strict policy allows: no style of ours reaches in here.
    for (const region of box.querySelectorAll<HTMLElement>('[data-news-table]'))
      region.style.overflowX = 'auto';
    return box;
  });
  for (const box of containers(article)) box.remove();
  article.append(...parts.filter((box) => box.hasChildNodes()));
}

/** Goes to what the page's address names, by the id that it has here or by that which it came with. */
export function goToAnchor(article: Element): void {
  const id = /^#(.+)/.exec(location.hash)?.[1];
  if (!id) return;
  let name = id;
  try {
    name = decodeURIComponent(id);
  } catch {
    // A lone per cent sign is part of the name.
  }
  const [target] = [name, prefixed(name)].flatMap(
    (one) => article.querySelector(`#${CSS.escape(one)}`) ?? [],
  );
  target?.scrollIntoView();
}
