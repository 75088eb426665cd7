import { LitElementRenderer } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { renderValue, type RenderInfo } from '@lit-labs/ssr/lib/render-value.js';
import type { CSSResult, LitElement } from 'lit';
import type { ContentApi } from '../content/content-api.js';
import { NewsElement } from '../elements/base.js';
import { NewsComments } from '../elements/comments/comments.js';
import { ContentElement } from '../elements/content-element.js';
import { known } from '../kit/languages.js';
import { escaped } from './safe-html.js';
import { attribute, childrenOf, ownWords, parentOf, type Page, type PageNode } from './page.js';

/** One of our elements, made from its tag in a page. */
export interface Made {
  readonly node: PageNode;
  readonly element: NewsElement;
  /** Which API it asks. */
  readonly config: ContentApi | undefined;
}

/** Whether a tag is one of ours, or of the publisher's own that is made of ours. */
export function isNews(node: PageNode): boolean {
  const { tagName } = node;
  return tagName.includes('-') && customElements.get(tagName)?.prototype instanceof NewsElement;
}

/** The language in force there. */
function languageAt(node: PageNode, around: string | undefined): string {
  let at: PageNode | undefined = node;
  while (at && attribute(at, 'lang') === undefined) at = parentOf(at);
  return known(at ? attribute(at, 'lang') : around);
}

/** The links in it that stand in no slot. */
function linksIn(node: PageNode): object[] {
  return childrenOf(node).flatMap((child) => {
    if (attribute(child, 'slot') !== undefined) return [];
    const inside = linksIn(child);
    return child.tagName === 'a' && attribute(child, 'href') !== undefined
      ? [linkOf(child), ...inside]
      : inside;
  });
}

const linkOf = (node: PageNode): object => ({
  getAttribute: (name: string) => attribute(node, name) ?? null,
  textContent: wordsOf(node),
  ariaLabel: attribute(node, 'aria-label'),
  dataset: { network: attribute(node, 'data-network') },
});

const wordsOf = (node: PageNode): string =>
  node.childNodes.map((one) => ('tagName' in one ? wordsOf(one) : 'value' in one ? one.value : '')).join('');

/**
 * Makes the element, and tells it of its page what it would look up in a browser.
 * @param around language around a piece of a page
 */
export function make(node: PageNode, page: Page, config: ContentApi | undefined, around?: string): Made {
  const renderer = new LitElementRenderer(node.tagName);
  const element = renderer.element as NewsElement;
  Object.assign(element, {
    alone: false,
    language: languageAt(node, around),
    words: { ...page.words, ...ownWords(node) },
    pageStory: () => attribute(node, 'story') || page.url,
    children: childrenOf(node).map((child) => ({ slot: attribute(child, 'slot') ?? '' })),
    // Links are all that is ever looked for in there.
    querySelectorAll: () => linksIn(node),
  });
  if (element instanceof ContentElement) Object.defineProperty(element.content, 'config', { value: config });
  for (const { name, value } of node.attrs) renderer.setAttribute(name, value);
  renderer.connectedCallback();
  return { node, element, config };
}

const styles = new WeakMap<object, string>();

function stylesOf(element: NewsElement): string {
  const type = element.constructor as typeof LitElement;
  let text = styles.get(type);
  if (text === undefined) {
    text = type.elementStyles.map((one) => (one as CSSResult).cssText).join('');
    styles.set(type, text);
  }
  return text + (keepsNoPlace(element) ? noPlace : '');
}

const noPlace = ':host::before{padding-top:0!important;transition:none!important}';

/** `reserve.css` keeps places for what is to come: a whole screen for a discussion, and one for what turns out to be empty. */
const keepsNoPlace = (element: NewsElement): boolean =>
  element instanceof NewsComments || (element instanceof ContentElement && element.contentState === 'empty');

/** A declarative shadow root. */
export function shadow(
  view: unknown,
  css: string,
  host: object,
  nonce: string | undefined,
  mark = '',
): string {
  const info: RenderInfo = {
    elementRenderers: [LitElementRenderer],
    customElementInstanceStack: [],
    customElementHostStack: [{ element: host } as unknown as LitElementRenderer],
    eventTargetStack: [],
    slotStack: [],
    deferHydration: false,
  };
  const content = collectResultSync(renderValue(view, info));
  const allowed = nonce === undefined ? '' : ` nonce="${escaped(nonce)}"`;
  return `<template shadowrootmode="open"><style${mark}${allowed}>${css}</style>${content}</template>`;
}

/** The root of an element, marked with the place of its answer. */
export function rootOf(element: NewsElement, answer: number | undefined, nonce: string | undefined): string {
  const { render } = element as unknown as { render(): unknown };
  const mark = ` data-news="${answer ?? ''}"`;
  return shadow(render.call(element), stylesOf(element), element, nonce, mark);
}
