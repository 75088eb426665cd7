import { allowed, anywhere, dropped, type Place } from './allow-list.js';
import { embedBox } from './embed.js';
import { element, type SafeNode } from './tree.js';

/** How to read a parser's tree: that of a browser, or that of a server. */
export interface Reader<Node> {
  children(node: Node): Iterable<Node>;
  /** The name of an element of HTML itself; undefined for all else, so that SVG and MathML are left out whole. */
  name(node: Node): string | undefined;
  attribute(node: Node, name: string): string | null | undefined;
  text(node: Node): string | undefined;
}

/** Deeper than any article is nested; a tree without end would be the end of a server. */
const depths = 100;

/**
 * Built anew from names and values that were checked, and never written as text to be parsed again: nothing can turn
 * into something else on the way.
 */
function safeTree<Node>(nodes: Iterable<Node>, reader: Reader<Node>, place: Place, depth = 0): SafeNode[] {
  return [...nodes].flatMap((node): SafeNode | SafeNode[] => {
    const text = reader.text(node);
    if (text !== undefined) return text;
    const found = reader.name(node);
    if (found === undefined || dropped.has(found) || depth > depths) return [];
    const rule = allowed.get(found);
    const children = safeTree(reader.children(node), reader, place, depth + 1);
    if (!rule) return children;

    const attributes: Record<string, string> = { ...rule.always };
    for (const [name, check] of Object.entries({ ...anywhere, ...rule.attributes })) {
      const given = reader.attribute(node, name);
      const value = typeof given === 'string' ? check(given, place) : undefined;
      if (value !== undefined) attributes[name] = value;
    }
    if (rule.needs?.every((name) => !Object.hasOwn(attributes, name))) return [];
    return found === 'iframe' ? embedBox(attributes) : element(rule.as ?? found, attributes, ...children);
  });
}

/** What the allow-list lets through of the body of a document. */
export function safeBody<Node>(page: Node, reader: Reader<Node>, place: Place): SafeNode[] {
  const inside = (nodes: Iterable<Node>, name: string): Iterable<Node> => {
    const found = [...nodes].find((node) => reader.name(node) === name);
    return found ? reader.children(found) : [];
  };
  return safeTree(inside(inside(reader.children(page), 'html'), 'body'), reader, place);
}
