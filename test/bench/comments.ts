import { readFileSync } from 'node:fs';
import type { Drawer } from './drawing.js';
import { here, root } from './peers.js';

const imports = `import '${root}dist/elements/comments/define.js';`;

const given: Drawer = { name: '`news-comments`, comments given', contestant: 'given', imports };
const asked: Drawer = { name: '`news-comments`, comments from its API', contestant: 'asked', imports };
export const ours = { given, asked };
export const floor: Drawer = {
  name: 'the floor: `innerHTML` of the same nodes',
  contestant: 'floor',
  after: given,
};

const css = (file: string): string => readFileSync(`${here}node_modules/${file}`, 'utf8');

/** Read when they are installed. */
export const peers = (): { waline: Drawer; artalk: Drawer } => ({
  waline: {
    name: 'Waline, comments from its API',
    contestant: 'waline',
    imports: `import { init } from '@waline/client'; Object.assign(globalThis, { init });`,
    css: css('@waline/client/dist/waline.css'),
  },
  artalk: {
    name: 'Artalk, comments from its API',
    contestant: 'artalk',
    imports: `import { init } from 'artalk'; Object.assign(globalThis, { init });`,
    css: css('artalk/dist/Artalk.css'),
  },
});
