import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What is built stands around the command. */
const dist = join(dirname(fileURLToPath(import.meta.url)), '..');

const hash = (bytes: string | Buffer, algorithm: string): string =>
  `${algorithm}-${createHash(algorithm).update(bytes).digest('base64')}`;

const integrity = (file: string): string => hash(readFileSync(join(dist, file)), 'sha384');

/**
 * Tags with Subresource Integrity for the files of this very version.
 * @param base where they are served, such as `https://cdn.example/standfirst@1.2.3/dist/`
 */
export function integrityTags(base: string): string {
  const at = (file: string): string => new URL(file, base.replace(/\/*$/, '/')).href;
  const script = (file: string): string =>
    `<script type="module" src="${at(file)}" integrity="${integrity(file)}" crossorigin></script>`;
  const sheet = (file: string): string =>
    `<link rel="stylesheet" href="${at(file)}" integrity="${integrity(file)}" crossorigin>`;
  const later = ['chunks', 'words'].flatMap((folder) =>
    readdirSync(join(dist, folder)).map((file) => `${folder}/${file}`),
  );
  const map = JSON.stringify({
    integrity: Object.fromEntries(later.sort().map((file) => [at(file), integrity(file)])),
  });
  return `<!-- Covers what is loaded later: the autoloader's chunks, and languages. It stands before the script. -->
<script type="importmap">${map}</script>

<!-- The one file: its hash covers all of it. -->
${script('standfirst.all.js')}

<!-- Or the autoloader: its hash covers itself. -->
${script('standfirst.js')}

<!-- Style sheets. -->
${sheet('reserve.css')}
${sheet('cloak.css')}

<!-- Under a Content-Security-Policy script-src has to name the import map, which is inline: '${hash(map, 'sha256')}' -->
`;
}
