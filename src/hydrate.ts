// To be imported before the elements are defined, on pages that `renderPage` of standfirst/server wrote.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import { adoptStyles, LitElement } from 'lit';
import { NewsElement } from './elements/base.js';
import './elements/hydration.js';

type Support = (lit: { LitElement: typeof LitElement }) => void;

// Lit looks for its support when it is loaded; other code on the page, or a bundler's chunk, may have loaded it before.
if (!NewsElement.observedAttributes.includes('defer-hydration'))
  (globalThis as { litElementHydrateSupport?: Support }).litElementHydrateSupport?.({ LitElement });

interface Updating {
  update(changed: Map<PropertyKey, unknown>): void;
}

const { connectedCallback } = NewsElement.prototype;
const { update } = NewsElement.prototype as unknown as Updating;

const isAway = (element: NewsElement): boolean =>
  !!element.shadowRoot && !!element.closest('news-provider:not(:defined)');

const happens = (name: string): Promise<unknown> =>
  new Promise((done) => document.addEventListener(name, done, { once: true }));

const patience = (): Promise<unknown> => new Promise((done) => setTimeout(done, 1_000));

/** A parser may still build the element; and a server's answer may be that of a provider which is defined in a moment. */
async function readyFor(element: NewsElement): Promise<void> {
  if (document.readyState === 'loading') await happens('DOMContentLoaded');
  if (isAway(element)) await Promise.race([customElements.whenDefined('news-provider'), patience()]);
}

/** Pictures that did not come before anybody listened. */
function lookForBroken(root: ShadowRoot): void {
  for (const image of root.querySelectorAll('img'))
    if (image.complete && !image.naturalWidth)
      image.decode().catch(() => image.dispatchEvent(new Event('error')));
}

Object.assign(NewsElement.prototype, {
  connectedCallback(this: NewsElement): void {
    if (document.readyState !== 'loading' && !isAway(this)) return connectedCallback.call(this);
    void readyFor(this).then(() => this.isConnected && connectedCallback.call(this));
  },

  /** Takes over what a server rendered. A tree that another version rendered, or whose answers were lost on the way, is no use: the element starts anew. */
  update(this: NewsElement, changed: Map<PropertyKey, unknown>): void {
    const first = !this.hasUpdated && !!this.shadowRoot?.firstChild;
    try {
      update.call(this, changed);
      if (first) lookForBroken(this.shadowRoot);
    } catch (error) {
      if (!first) throw error;
      const root = this.shadowRoot;
      root.replaceChildren();
      adoptStyles(root, (this.constructor as typeof LitElement).elementStyles);
      update.call(this, changed);
    }
  },
});
