import { html, parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { Place } from '../kit/safe-html/allow-list.js';
import type { SafeNode } from '../kit/safe-html/tree.js';
import { safeBody, type Reader } from '../kit/safe-html/walk.js';

type Node = DefaultTreeAdapterTypes.Node;

const reader: Reader<Node> = {
  children: (node) => ('childNodes' in node ? node.childNodes : []),
  name: (node) => ('tagName' in node && node.namespaceURI === html.NS.HTML ? node.tagName : undefined),
  attribute: (node, name) =>
    'attrs' in node ? node.attrs.find((one) => one.name === name)?.value : undefined,
  text: (node) => ('value' in node ? node.value : undefined),
};

/** What the allow-list lets through of a text of HTML: the same as in a browser. */
export const safeHtml = (text: string, place: Place): SafeNode[] =>
  // As in a document in which no script runs.
  safeBody<Node>(parse(text, { scriptingEnabled: false }), reader, place);

const void_ = new Set(['br', 'col', 'hr', 'img', 'source', 'track', 'wbr']);

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\u00a0': '&nbsp;',
};
export const escaped = (text: string): string => text.replace(/[&<>"\u00a0]/g, (sign) => escapes[sign] ?? '');

/** Writes it as HTML. */
export const written = (nodes: readonly SafeNode[]): string =>
  nodes
    .map((node) => {
      if (typeof node === 'string') return escaped(node);
      const { name, attributes, children } = node;
      const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
      const begin = `<${name}${given.join('')}>`;
      if (void_.has(name)) return begin;
      // A parser takes the first line break in a `pre` for none.
      const content = written(children);
      return `${begin}${name === 'pre' && content.startsWith('\n') ? '\n' : ''}${content}</${name}>`;
    })
    .join('');
