import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';

const laterIsAnotherChunk: Plugin = {
  name: 'later-is-another-chunk',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

/** A module with all that it imports, as a reader downloads it; what is loaded later is not in it. */
export async function bundle(contents: string, resolveDir = '.'): Promise<string> {
  const result = await build({
    stdin: { contents, resolveDir, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    legalComments: 'none',
    plugins: [laterIsAnotherChunk],
  });
  return result.outputFiles[0]?.text ?? '';
}

/** kB of 1,000 bytes, gzip -9. */
export const gzipped = (text: string): number => gzipSync(text, { level: 9 }).length / 1000;
