import { build } from 'esbuild';
import { here } from './peers.js';
import type { Site } from './site.js';

/**
 * Puts a module with all that it imports on the site, minified; what is loaded later is a chunk of its own.
 * @param folder where, as `/lib`; the module is `main.js` there
 */
export async function putModules(site: Site, folder: string, contents: string): Promise<void> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: here, loader: 'ts', sourcefile: 'main.ts' },
    entryNames: 'main',
    outdir: folder,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    legalComments: 'none',
  });
  for (const { path, text } of outputFiles) site.put(path, { type: 'javascript', body: text });
}
