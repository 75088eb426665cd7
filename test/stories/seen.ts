/** What of an element's interface is seen while its stories play, to be held against what its docblock promises. */
import type { Page } from 'playwright-core';
import type { ElementEntry } from '../tools/manifest.js';

declare global {
  interface Window {
    newsSeen: Set<string>;
  }
}

/**
 * Runs in the page before all else (so it names no function in itself: the helper of the compiler for that is not
 * there). Notes each part, slot, state and event of each element, as `TAG KIND NAME`.
 */
export function watchElements(): void {
  const seen = (window.newsSeen = new Set<string>());
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    const tag = this.localName;
    if (!tag.startsWith('news-')) return root;
    new MutationObserver((records) => {
      for (const { addedNodes, target, type } of records)
        for (const node of type === 'attributes' ? [target] : addedNodes) {
          if (!(node instanceof Element)) continue;
          for (const one of [node, ...node.querySelectorAll('[part], slot')]) {
            for (const part of one.part) seen.add(`${tag} part ${part}`);
            if (one instanceof HTMLSlotElement) seen.add(`${tag} slot ${one.name.replace(/-\d+$/, '-N')}`);
          }
        }
    }).observe(root, { subtree: true, childList: true, attributeFilter: ['part', 'name'] });
    return root;
  };
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) {
    if (this instanceof Element && event.type.startsWith('news-'))
      seen.add(`${this.localName} event ${event.type}`);
    return dispatch.call(this, event);
  };
  const add = CustomStateSet.prototype.add;
  const internals = HTMLElement.prototype.attachInternals;
  HTMLElement.prototype.attachInternals = function () {
    const made = internals.call(this);
    const { localName } = this;
    made.states.add = function (state) {
      seen.add(`${localName} state ${state}`);
      return add.call(this, state);
    };
    return made;
  };
}

export const seenIn = (page: Page): Promise<string[]> => page.evaluate(() => [...window.newsSeen]);

/** Where `news-article` itself puts the pieces of a body that it fetched: nobody else's to fill. */
const ownPlace = 'news-article slot body-N';

/** What was seen and is not documented, and what is documented and was not seen. */
export function untold(element: ElementEntry, seen: ReadonlySet<string>): string[] {
  const { tagName, cssParts, slots, events, cssStates } = element;
  const kinds = { part: cssParts, slot: slots, event: events, state: cssStates };
  const promised = Object.entries(kinds).flatMap(([kind, entries]) =>
    entries.map(({ name }) => `${tagName} ${kind} ${name}`),
  );
  // The fallback may have no slot: then it shows until the script runs. States and the debug box are those of all elements.
  const elsewhere = (line: string): boolean => / slot $| part debug$| state /.test(line);
  const own = [...seen].filter((line) => line.startsWith(`${tagName} `) && line !== ownPlace);
  return [
    ...own.filter((line) => !promised.includes(line)).map((line) => `${line}: in no docblock`),
    ...promised.filter((line) => !seen.has(line) && !elsewhere(line)).map((line) => `${line}: in no story`),
  ].sort();
}
