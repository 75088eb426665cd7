import { readFileSync } from 'node:fs';
import type { Drawer } from './drawing.js';
import { here, root, spectrum, webAwesome } from './peers.js';

const list: Drawer = {
  name: '`news-related-stories`: a list of up to 100',
  contestant: 'list',
  imports: `import '${root}dist/elements/related-stories/define.js';`,
};
const elements: Drawer = {
  name: '`news-article-card`: an element each',
  contestant: 'elements',
  imports: `import '${root}dist/elements/article-card/define.js';`,
};
export const ours = { list, elements };
export const floors: { list: Drawer; elements: Drawer } = {
  list: { name: 'the floor: `innerHTML` of the same nodes', contestant: 'floor', after: list },
  elements: {
    name: 'the floor: `innerHTML`, a shadow root each',
    contestant: 'floor',
    after: elements,
  },
};
export const plainLit: Drawer = {
  name: 'plain Lit: one template, written for this',
  contestant: 'plainLit',
  after: list,
};

/** Read when they are installed. */
export const peers = (): { webAwesome: Drawer; spectrum: Drawer } => ({
  webAwesome: {
    name: 'Web Awesome `wa-card`',
    contestant: 'webAwesome',
    imports: webAwesome.card,
    css: readFileSync(`${here}node_modules/${webAwesome.theme}`, 'utf8'),
  },
  spectrum: {
    name: 'Spectrum `sp-card`',
    contestant: 'spectrum',
    imports: spectrum.theme + spectrum.card,
    body: '<sp-theme system="spectrum" color="light" scale="medium"></sp-theme>',
  },
});
