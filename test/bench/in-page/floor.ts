import type { Contestant } from './measure.js';

export function sheet(css: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

/** The least a browser can do: the same nodes and rules, from text that is there. */
export const floor: Contestant = (_count, given) => {
  const adopted = [sheet(given.css)];
  return (place) => {
    const hosts = given.html.map((html) => {
      const host = document.createElement('div');
      const root = host.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = adopted;
      root.innerHTML = html;
      return host;
    });
    place.append(...hosts);
  };
};
