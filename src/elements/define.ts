import { isServer } from 'lit';
import { capable } from '../kit/capable.js';

declare const __VERSION__: string | undefined;

/** Version of this copy; `source` when it was not built. */
export const version = typeof __VERSION__ === 'undefined' ? 'source' : __VERSION__;

export type Versioned = CustomElementConstructor & { version?: string };

let looking: unknown;

/**
 * `NewsByline.define('my-byline')`: registers an element under a tag. A class has one tag in a registry; under a second it
 * goes as a subclass. A tag that is taken is left as it is, and never an error: the page goes on.
 * @param tag a name with a hyphen
 * @param registry a scoped registry, where the browser has them
 */
export function define(this: CustomElementConstructor, tag: string, registry = customElements): void {
  if (!isServer && !capable()) return;
  // Later, when the page has defined what it means to, a tag that looks like ours and is none is a slip.
  looking ||=
    isServer ||
    setTimeout(() => {
      if ([...document.querySelectorAll(':not(:defined)')].some(({ localName }) => /^news-/.test(localName)))
        void import('./advice.js').then(({ adviseTags }) => adviseTags(document));
    }, 3_000);
  const taken = registry.get(tag) as Versioned | undefined;
  if (!taken)
    for (const element of [this, class extends this {}])
      try {
        return registry.define(tag, element);
      } catch {
        // Either the class has a tag there already, or this is none.
      }
  if (taken?.version !== version)
    void import('./advice.js').then(({ adviseDefinition }) => adviseDefinition(tag, taken));
}
