import type { ContentState } from '../../../src/content/controller.js';
import type { ContentElement } from '../../../src/elements/content-element.js';
import './failures.js';
import { waitUntil } from '../../tools/wait.js';

/** The text that a reader sees: shadow roots and slots as they are laid out, what is not rendered left out. */
export function seen(node: Node): string {
  return words(node).replace(/\s+/g, ' ').trim();
}

function words(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (!(node instanceof Element)) return '';
  const skipped =
    !node.checkVisibility({ visibilityProperty: true }) && getComputedStyle(node).display !== 'contents';
  if (skipped) return '';
  const slotted = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
  const children = slotted.length ? slotted : [...(node.shadowRoot ?? node).childNodes];
  const text = children.map(words).join('');
  return getComputedStyle(node).display.startsWith('inline') ? text : ` ${text} `;
}

/** All that an element shows of its own; in an element without a shadow root, all that is in it. */
export const all = <E extends Element = HTMLElement>(element: Element, selector: string): E[] => [
  ...(element.shadowRoot ?? element).querySelectorAll<E>(selector),
];

/** The first of them. */
export function one<E extends Element = HTMLElement>(element: Element, selector: string): E {
  const [found] = all<E>(element, selector);
  if (!found)
    throw new Error(`<${element.localName}> shows no ${selector}: ${element.shadowRoot?.innerHTML}`);
  return found;
}

/** Waits until an element stands so with its content, and shows it. */
export async function reaches(element: Element, state: ContentState): Promise<void> {
  const content = element as ContentElement<unknown>;
  const reached = (): boolean => content.contentState === state;
  await waitUntil(reached, undefined, { interval: 5, timeout: 20_000 }).catch(() => {
    throw new Error(`<${element.localName}> is ${content.contentState}, not ${state}`);
  });
  await content.updateComplete;
}

/** Whether the focus is on this very element. Shadow hosts of a focused element have it, too. */
export const hasFocus = (element: Element | undefined): boolean =>
  (element?.getRootNode() as Document | ShadowRoot | undefined)?.activeElement === element;
