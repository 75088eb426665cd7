import { inertDocument } from '../../kit/trusted.js';

/** What is read of an element of XML: a browser's own are such. */
export interface XmlElement {
  /** With its prefix. */
  readonly nodeName: string;
  readonly localName: string;
  readonly namespaceURI: string | null;
  readonly textContent: string | null;
  readonly innerHTML: string;
  readonly parentElement: XmlElement | null;
  readonly children: Iterable<XmlElement>;
  getAttribute(name: string): string | null;
}

/** How text is parsed, where there is a DOM. A server, where there is none, puts another here. */
export const parser = {
  /** The root of XML, or in words what is wrong with it. */
  xml(text: string): XmlElement | string {
    const { documentElement } = inertDocument(text, 'text/xml');
    const mistake = documentElement.ownerDocument.querySelector('parsererror');
    return mistake ? mistake.textContent : documentElement;
  },
  /** What HTML says. */
  words: (html: string): string => inertDocument(html).body.textContent,
};
