/** custom-elements.json, as `npm run manifest` writes it: of what it holds, what the docs and their tests read. */
import { readFileSync } from 'node:fs';

export interface Entry {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
}

export interface Member extends Entry {
  readonly kind: 'field' | 'method';
  /** The attribute that sets it. */
  readonly attribute?: string;
  readonly readonly?: boolean;
  readonly parameters?: readonly Entry[];
  readonly return?: { readonly type: { readonly text: string } };
}

export interface ElementEntry {
  /** Of the class. */
  readonly name: string;
  readonly tagName: string;
  readonly description: string;
  readonly members: readonly Member[];
  readonly attributes: readonly (Entry & { readonly fieldName: string })[];
  readonly slots: readonly Entry[];
  readonly cssParts: readonly Entry[];
  readonly cssProperties: readonly Entry[];
  readonly cssStates: readonly Entry[];
  readonly events: readonly (Entry & { readonly type: { readonly text: string } })[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly (Partial<ElementEntry> & Entry)[] }[];
}

const nothing = {
  description: '',
  members: [],
  attributes: [],
  slots: [],
  cssParts: [],
  cssProperties: [],
  cssStates: [],
  events: [],
};

/** The elements in a manifest; without argument, in the one that was made last. */
export function elementsIn(text = readFileSync('custom-elements.json', 'utf8')): ElementEntry[] {
  const { modules } = JSON.parse(text) as Manifest;
  return modules
    .flatMap(({ declarations = [] }) => declarations)
    .flatMap((one) => (one.tagName ? { ...nothing, ...one, tagName: one.tagName } : []))
    .sort((a, b) => (a.tagName < b.tagName ? -1 : 1));
}
