/** A piece of HTML that has passed the allow-list, as data: built in a browser, written on a server. */
export type SafeNode = string | SafeElement;

export interface SafeElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly SafeNode[];
}

export const element = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly SafeNode[]
): SafeElement => ({ name, attributes, children });

/** The words in a piece of HTML. */
export const textOf = (node: SafeNode): string =>
  typeof node === 'string' ? node : node.children.map(textOf).join('');

/** Puts other pieces in the place of elements, from the innermost out. */
export const replaced = (
  nodes: readonly SafeNode[],
  replace: (found: SafeElement) => SafeNode | readonly SafeNode[],
): SafeNode[] =>
  nodes.flatMap((node) =>
    typeof node === 'string' ? node : replace({ ...node, children: replaced(node.children, replace) }),
  );

/** All elements of a name, in order. */
export const named = (nodes: readonly SafeNode[], name: string): SafeElement[] =>
  nodes.flatMap((node) =>
    typeof node === 'string' ? [] : [...(node.name === name ? [node] : []), ...named(node.children, name)],
  );
