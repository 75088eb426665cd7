// To be imported before the elements are defined, on pages that `renderPage` of standfirst/server wrote.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import { adoptStyles, LitElement, type CSSResultOrNative } from 'lit';
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

/** Pictures that did not come before anybody listened. */
function lookForBroken(root: ShadowRoot): void {
  for (const image of root.querySelectorAll('img'))
    if (image.complete && !image.naturalWidth)
      image.decode().catch(() => image.dispatchEvent(new Event('error')));
}

Object.assign(NewsElement.prototype, {
  /** What a parser still builds has no shadow root yet, and perhaps not all of its children. */
  connectedCallback(this: NewsElement): void {
    if (document.readyState !== 'loading') return connectedCallback.call(this);
    const later = (): void => void (this.isConnected && connectedCallback.call(this));
    document.addEventListener('DOMContentLoaded', later, { once: true });
  },

  /** Takes over what a server rendered. A tree that another version rendered, or whose answers were lost on the way, is no use: the element starts anew. */
  update(this: NewsElement, changed: Map<PropertyKey, unknown>): void {
    const first = !this.hasUpdated && !!this.shadowRoot?.firstChild;
    try {
      update.call(this, changed);
      if (first) lookForBroken(this.shadowRoot as ShadowRoot);
    } catch (error) {
      if (!first) throw error;
      const root = this.shadowRoot as ShadowRoot;
      root.replaceChildren();
      adoptStyles(root, (this.constructor as typeof LitElement).elementStyles as CSSResultOrNative[]);
      update.call(this, changed);
    }
  },
});
