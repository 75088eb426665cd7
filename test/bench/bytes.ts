import { readdirSync, readFileSync } from 'node:fs';
import { transform } from 'esbuild';
import { bundle, gzipped } from '../tools/bundle.js';
import { here, root, spectrum, versionOf, webAwesome } from './peers.js';

export interface Weight {
  readonly name: string;
  readonly version?: string;
  /** kB of 1,000 bytes, minified, gzip -9: the module with what it imports at once. */
  readonly script: number;
  /** kB of the style sheet that it is documented to need. */
  readonly style?: number;
  readonly note?: string;
}

interface Peer {
  readonly name: string;
  readonly from: string;
  readonly contents: string;
  readonly styles?: string;
  readonly note?: string;
}

const peers: readonly Peer[] = [
  {
    name: 'Web Awesome card',
    from: '@awesome.me/webawesome',
    contents: webAwesome.card,
    styles: webAwesome.theme,
    note: 'a frame; content is the page’s',
  },
  {
    name: 'Web Awesome button',
    from: '@awesome.me/webawesome',
    contents: webAwesome.button,
    styles: webAwesome.theme,
  },
  {
    name: 'Material elevated card (labs)',
    from: '@material/web',
    contents: `import '@material/web/labs/card/elevated-card.js';`,
    note: 'a frame; content is the page’s',
  },
  {
    name: 'Material filled button',
    from: '@material/web',
    contents: `import '@material/web/button/filled-button.js';`,
  },
  {
    name: 'Spectrum card',
    from: '@spectrum-web-components/card',
    contents: spectrum.card,
    note: 'without its theme',
  },
  {
    name: 'Spectrum card with the theme it needs',
    from: '@spectrum-web-components/card',
    contents: spectrum.theme + spectrum.card,
  },
  {
    name: 'Spectrum button',
    from: '@spectrum-web-components/button',
    contents: spectrum.button,
    note: 'without its theme',
  },
  {
    name: 'Bento social share',
    from: '@bentoproject/social-share',
    contents: `import '@bentoproject/core'; import '@bentoproject/social-share/web-component';`,
    styles: '@bentoproject/social-share/dist/web-component.css',
  },
  {
    name: 'giscus',
    from: 'giscus',
    contents: `import 'giscus';`,
    note: 'opens a page of giscus.app in a frame; that page is not counted',
  },
  {
    name: 'Ghost comments-ui',
    from: '@tryghost/comments-ui',
    contents: `import './node_modules/@tryghost/comments-ui/umd/comments-ui.min.js';`,
  },
  {
    name: 'Ghost sodo-search',
    from: '@tryghost/sodo-search',
    contents: `import './node_modules/@tryghost/sodo-search/umd/sodo-search.min.js';`,
    styles: '@tryghost/sodo-search/umd/main.css',
  },
  {
    name: 'Waline',
    from: '@waline/client',
    contents: `export { init } from '@waline/client';`,
    styles: '@waline/client/dist/waline.css',
  },
  {
    name: 'Artalk',
    from: 'artalk',
    contents: `export { init } from 'artalk';`,
    styles: 'artalk/dist/Artalk.css',
  },
];

const script = async (contents: string): Promise<number> => gzipped(await bundle(contents, here));

async function style(file: string): Promise<number> {
  const css = readFileSync(`${here}node_modules/${file}`, 'utf8');
  return gzipped((await transform(css, { loader: 'css', minify: true })).code);
}

/** All of ours, as `npm run sizes` counts them. */
export const all = (): Promise<number> => script(`export * from '${root}dist/define.js';`);

/** What each of our elements costs alone, and all of them together. */
export async function ourWeights(): Promise<Weight[]> {
  const names = readdirSync(`${root}dist/elements`, { withFileTypes: true }).filter((one) =>
    one.isDirectory(),
  );
  const each = await Promise.all(
    names.map(async ({ name }) => ({
      name: `\`news-${name}\``,
      script: await script(`export * from '${root}dist/elements/${name}/define.js';`),
    })),
  );
  return [
    ...each.sort((one, other) => one.script - other.script),
    { name: '**all our elements together**', script: await all() },
    { name: 'the client and a source, when the first element asks', script: await later() },
  ];
}

/** What comes on top when content is asked of an API of our own kind. */
const later = async (): Promise<number> => {
  const together = `export * from '${root}dist/define.js';`;
  const more = `export * from '${root}dist/content/client.js'; export { default } from '${root}dist/sources/rest.js';`;
  return (await script(together + more)) - (await script(together));
};

export const theirWeights = (): Promise<Weight[]> =>
  Promise.all(
    peers.map(async ({ name, from, contents, styles, note }) => ({
      name,
      version: versionOf(from),
      script: await script(contents),
      ...(styles && { style: await style(styles) }),
      ...(note && { note }),
    })),
  );

export const webAwesomeButton = (): Promise<number> =>
  script(`export * from '@awesome.me/webawesome/dist/components/button/button.js';`);
