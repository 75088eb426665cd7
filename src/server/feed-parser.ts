import { DOMParser, XMLSerializer, type Element, type Node } from '@xmldom/xmldom';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import type { parser, XmlElement } from '../sources/feed/parser.js';

const isElement = (node: Node): node is Element => node.nodeType === node.ELEMENT_NODE;

/** An element as a browser would show it. */
class Shown implements XmlElement {
  readonly #element: Element;

  constructor(element: Element) {
    this.#element = element;
  }

  get nodeName(): string {
    return this.#element.nodeName;
  }

  get localName(): string {
    return this.#element.localName ?? this.nodeName;
  }

  get namespaceURI(): string | null {
    return this.#element.namespaceURI;
  }

  get textContent(): string | null {
    return this.#element.textContent;
  }

  get innerHTML(): string {
    const writer = new XMLSerializer();
    return Array.from(this.#element.childNodes, (node) => writer.serializeToString(node)).join('');
  }

  get parentElement(): XmlElement | null {
    const { parentNode } = this.#element;
    return parentNode && isElement(parentNode) ? new Shown(parentNode) : null;
  }

  get children(): Iterable<XmlElement> {
    return Array.from(this.#element.childNodes)
      .filter(isElement)
      .map((child) => new Shown(child));
  }

  getAttribute(name: string): string | null {
    return this.#element.getAttribute(name);
  }
}

const text = (node: DefaultTreeAdapterTypes.ChildNode): string => ('value' in node ? node.value : '');

/** The same as in a browser, without a DOM. */
export const serverParser: typeof parser = {
  xml(xml) {
    let mistake: string | undefined;
    // What it would warn of, such as attributes without quotes, no browser reads.
    const onError = (_: string, message: string): void => {
      mistake ??= message;
    };
    try {
      const { documentElement } = new DOMParser({ onError }).parseFromString(xml, 'text/xml');
      return mistake ?? (documentElement ? new Shown(documentElement) : 'no element');
    } catch (error) {
      return mistake ?? String(error);
    }
  },
  words: (html) => parseFragment(html).childNodes.map(text).join(''),
};
