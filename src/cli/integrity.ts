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
  const chunks = readdirSync(join(dist, 'chunks')).map((file) => `chunks/${file}`);
  const map = JSON.stringify({
    integrity: Object.fromEntries(chunks.sort().map((file) => [at(file), integrity(file)])),
  });
  return `<!-- The one file: its hash covers everything. -->
${script('standfirst.all.js')}

<!-- Or the autoloader. Its hash covers itself; the import map, which stands before it, covers its chunks. -->
<script type="importmap">${map}</script>
${script('standfirst.js')}

<!-- Style sheets. -->
${sheet('reserve.css')}
${sheet('cloak.css')}

<!-- Under a Content-Security-Policy script-src has to name the import map, which is inline: '${hash(map, 'sha256')}' -->
`;
}
