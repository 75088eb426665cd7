import { isServer } from 'lit';

declare const __VERSION__: string | undefined;

/** Version of this copy; `source` when it was not built. */
export const version = typeof __VERSION__ === 'undefined' ? 'source' : __VERSION__;

type Versioned = CustomElementConstructor & { version?: string };

// Chrome 125, Firefox 128, Safari 17.5. Below, nothing is defined and the publisher's own content stays.
const capable = (): boolean =>
  isServer || (CSS.supports('color', 'light-dark(red, red)') && CSS.supports('selector(:state(x))'));

let looking: unknown = isServer;

/** Later, when the page has defined what it means to, a tag that looks like ours and is none is a slip. */
function lookForSlips(): void {
  looking ||= setTimeout(() => {
    const strange = [...document.querySelectorAll(':not(:defined)')];
    if (strange.some(({ localName }) => localName.startsWith('news-')))
      void import('./advice.js').then(({ adviseTags }) => adviseTags(document));
  }, 3_000);
}

/**
 * Registers an element under a tag. A tag that is taken is left as it is, and never an error: the page goes on.
 * @param tag a name with a hyphen
 * @param element one of this package's classes, or your own
 * @param registry a scoped registry, where the browser has them
 */
export function define(tag: string, element: CustomElementConstructor, registry = customElements): void {
  if (!capable()) return;
  lookForSlips();
  const taken = registry.get(tag) as Versioned | undefined;
  if (!taken) registry.define(tag, element);
  else if (taken !== element && taken.version !== version)
    void import('./advice.js').then(({ adviseDefinition }) => adviseDefinition(tag, taken.version, version));
}
