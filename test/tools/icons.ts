/**
 * `npm run icons`: writes src/views/icons.ts, the shapes of the icons that the elements use, out of the installed
 * bootstrap-icons. A reader loads these and no other.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(createRequire(import.meta.url).resolve('bootstrap-icons/package.json'));
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };

/** Our name of an icon, and that of the set where it is another. */
const used: Readonly<Record<string, string>> = {
  facebook: 'facebook',
  instagram: 'instagram',
  x: 'twitter-x',
  youtube: 'youtube',
  tiktok: 'tiktok',
  threads: 'threads',
  bluesky: 'bluesky',
  mastodon: 'mastodon',
  linkedin: 'linkedin',
  reddit: 'reddit',
  whatsapp: 'whatsapp',
  telegram: 'telegram',
  rss: 'rss',
  newsletter: 'envelope-paper',
  email: 'envelope',
  app: 'phone',
  link: 'link-45deg',
  copy: 'copy',
  sheet: 'box-arrow-up',
  print: 'printer',
};

const shape = (name: string): string => {
  const svg = readFileSync(join(folder, 'icons', `${name}.svg`), 'utf8');
  return [...svg.matchAll(/<path[^>]* d="([^"]+)"/g)].map(([, d]) => d).join('');
};

export const iconsFile = fileURLToPath(new URL('../../src/views/icons.ts', import.meta.url));

/** The text of that file. */
export const iconsModule = (): string =>
  `// Written by \`npm run icons\` from bootstrap-icons ${version}, MIT: THIRD-PARTY-NOTICES.md. One path each, in a box of 16.
// prettier-ignore
export const icons: Readonly<Record<string, string>> = {
${Object.entries(used)
  .map(([name, theirs]) => `  ${name}: '${shape(theirs)}',\n`)
  .join('')}};
`;

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(iconsFile, iconsModule());
