/** Something that draws a number of things: all that can be made before is; what it gives back is timed. */
export type Contestant = (count: number, given: Given) => (place: HTMLElement) => unknown;

/** What our elements have drawn, for those who draw the same. */
export interface Given {
  /** Of each root. */
  readonly html: readonly string[];
  readonly css: string;
}

interface Measuring {
  /** Draws in a new place, and tells the milliseconds of script, style and layout. */
  draw(count: number, given: Given): Promise<number>;
  /** Takes what was drawn away, and what it needed. */
  clear(): void;
  /** What the elements in the place have drawn. */
  drawn(): Given;
}

declare global {
  var measuring: Measuring;
}

/** What is still to come of Lit's elements, ours and others'. */
async function settled(place: HTMLElement): Promise<void> {
  const waiting = [...place.querySelectorAll('*')].filter(
    (element) => (element as { isUpdatePending?: boolean }).isUpdatePending,
  );
  if (!waiting.length) return;
  await Promise.all(waiting.map((element) => (element as { updateComplete?: unknown }).updateComplete));
  await settled(place);
}

const sheetText = (sheet: CSSStyleSheet): string =>
  [...sheet.cssRules].map(({ cssText }) => cssText).join('\n');

export function measure(contestant: Contestant): void {
  let place = document.createElement('main');
  globalThis.measuring = {
    async draw(count, given) {
      const make = contestant(count, given);
      place = document.createElement('main');
      (document.querySelector('sp-theme') ?? document.body).append(place);
      document.body.getBoundingClientRect();
      globalThis.gc?.();
      const start = performance.now();
      await make(place);
      await settled(place);
      document.body.getBoundingClientRect();
      return performance.now() - start;
    },
    clear() {
      place.remove();
      place = document.createElement('main');
    },
    drawn() {
      const roots = [...place.children].map(({ shadowRoot }) => shadowRoot as ShadowRoot);
      return {
        // Lit's markers are no part of what is seen.
        html: roots.map(({ innerHTML }) => innerHTML.replace(/<!--.*?-->/g, '')),
        css: (roots[0]?.adoptedStyleSheets ?? []).map(sheetText).join('\n'),
      };
    },
  };
}
