import { inertDocument } from '../trusted.js';
import type { Place } from './allow-list.js';
import type { SafeNode } from './tree.js';
import { safeBody, type Reader } from './walk.js';

const html = 'http://www.w3.org/1999/xhtml';

/** A property as the platform has it: what content names `body` or `localName` covers it (DOM clobbering). */
const own =
  <T>(prototype: object, name: string): ((node: Node) => T) =>
  (node) =>
    Object.getOwnPropertyDescriptor(prototype, name)?.get?.call(node) as T;

const childNodes = own<NodeListOf<ChildNode>>(Node.prototype, 'childNodes');
const namespaceURI = own<string>(Element.prototype, 'namespaceURI');
const localName = own<string>(Element.prototype, 'localName');

const reader: Reader<Node> = {
  children: childNodes,
  name: (node) => (node instanceof Element && namespaceURI(node) === html ? localName(node) : undefined),
  attribute: (node, name) => Element.prototype.getAttribute.call(node, name),
  text: (node) => (node instanceof Text ? node.data : undefined),
};

/**
 * What the allow-list lets through of a text of HTML.
 * @throws {TypeError} where the page's policy on trusted types refuses ours
 */
export const safeHtml = (text: string, place: Place): SafeNode[] =>
  safeBody(inertDocument(text), reader, place);

/** Builds it, for the document of the page. */
export function built(nodes: readonly SafeNode[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const node of nodes) {
    if (typeof node === 'string') {
      fragment.append(node);
      continue;
    }
    const made = document.createElement(node.name);
    for (const [name, value] of Object.entries(node.attributes)) made.setAttribute(name, value);
    made.append(built(node.children));
    fragment.append(made);
  }
  return fragment;
}
