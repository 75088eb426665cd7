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

/** Puts new blocks between those that have not changed: what a reader looks at, or has opened, stays as it is. */
function renew(box: Element, fresh: readonly ChildNode[]): void {
  const old = [...box.childNodes];
  for (const node of fresh) {
    // White space is alike everywhere: it counts only where it is expected.
    const reach = node instanceof Element ? old.length : 1;
    const found = old.slice(0, reach).findIndex((one) => one.isEqualNode(node));
    if (found < 0) box.insertBefore(node, old[0] ?? null);
    else for (const gone of old.splice(0, found + 1).slice(0, -1)) gone.remove();
  }
  for (const gone of old) gone.remove();
}

/**
 * Writes the body into the light DOM, where reader views, search and the page's own styles find it: into containers
 * for the slots `body-1`, `body-2` …, cut where the publisher puts something between paragraphs.
 */
export function writeBody(article: Element, story: Story, shape: Shape, cuts: readonly number[]): void {
  // A copy of an article brings those of the other along.
  const spare = [...article.querySelectorAll<HTMLElement>(':scope > [data-news-body][slot^="body-"]')];
  const blocks = shapedBody(safe(story.body ?? '', story.url), shape);
  const parts = story.body ? cutAfter(blocks, cuts) : [];
  parts.forEach((part, index) => {
    const fragment = built(part);
    // By script, which a strict policy allows: no style of ours reaches in here.
    for (const region of fragment.querySelectorAll<HTMLElement>('[data-news-table]'))
      region.style.overflowX = 'auto';
    const box = spare.shift() ?? document.createElement('div');
    box.slot = `body-${index + 1}`;
    box.setAttribute('data-news-body', '');
    if (story.lang) box.lang = story.lang;
    else box.removeAttribute('lang');
    renew(box, [...fragment.childNodes]);
    if (box.parentNode !== article) article.append(box);
  });
  for (const box of spare) box.remove();
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
