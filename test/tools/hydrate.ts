import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import { getDiffableHTML } from '@open-wc/semantic-dom-diff';
import type { LitElement } from 'lit';
import { loadWords } from '../../src/kit/words/load.js';

const { litElementVersions } = globalThis as { litElementVersions?: string[] };
if (litElementVersions)
  throw new Error('Import hydrate.ts first: hydration support comes before any component.');

/** A shadow root in three states, without styles, markers and white space: equal, or the element is at fault. */
export interface Hydrated {
  element: LitElement;
  /** As the server wrote it. */
  htmlBefore: string;
  /** When the element had taken it over. */
  htmlAfter: string;
  /** As the same element renders in the browser alone. Lit adopts a text that differs without a word. */
  htmlAlone: string;
  /** What was thrown while the element took it over. */
  errors: unknown[];
}

/**
 * Renders an element in Node, in its language, puts it in this document, and lets its definition take it over.
 *
 * @param module the module that defines the element, under src: 'elements/article-card/define.ts'
 */
export async function hydrated(
  module: string,
  tag: string,
  { data, attrs = {} }: { data?: unknown; attrs?: Record<string, string> } = {},
): Promise<Hydrated> {
  const query = new URLSearchParams({ module, tag, attrs: JSON.stringify(attrs) });
  if (data !== undefined) query.set('data', JSON.stringify(data));
  if (attrs.lang) query.set('words', attrs.lang);
  const response = await fetch(`/__ssr?${query}`);
  const rendered = await response.text();
  if (!response.ok) throw new Error(`The server did not render <${tag}>: ${rendered}`);

  const place = document.createElement('div');
  document.body.append(place);
  place.setHTMLUnsafe(rendered);
  const element = place.querySelector<LitElement>(tag)!;
  const htmlBefore = getDiffableHTML(element.shadowRoot!.innerHTML);
  // The first update comes in a microtask: this is in time for a class that is already defined, too.
  if (data !== undefined) Object.assign(element, { data });

  const errors: unknown[] = [];
  await import(new URL(module, new URL('/src/', location.origin)).href);
  await customElements.whenDefined(tag);
  await element.updateComplete.catch((error: unknown) => errors.push(error));
  const htmlAfter = getDiffableHTML(element.shadowRoot!.innerHTML);

  await loadWords(attrs.lang ?? 'en');
  const alone = document.createElement(tag) as LitElement;
  for (const [name, value] of Object.entries(attrs)) alone.setAttribute(name, value);
  if (data !== undefined) Object.assign(alone, { data });
  place.append(alone);
  await alone.updateComplete;
  const htmlAlone = getDiffableHTML(alone.shadowRoot!.innerHTML);
  alone.remove();
  return { element, htmlBefore, htmlAfter, htmlAlone, errors };
}
