/** `/__version/1.2.3.js`: the package built again, as that version, with a Lit of its own. */
import { fileURLToPath } from 'node:url';
import type { TestRunnerConfig } from '@web/test-runner';
import { build } from 'esbuild';

type Plugin = NonNullable<TestRunnerConfig['plugins']>[number];

export function versionsPlugin(): Plugin {
  return {
    name: 'versions',
    async serve({ path }) {
      const [, version] = /^\/__version\/([\d.]+)\.js$/.exec(path) ?? [];
      if (!version) return undefined;
      const { outputFiles } = await build({
        entryPoints: [fileURLToPath(new URL('../../src/index.ts', import.meta.url))],
        bundle: true,
        format: 'esm',
        target: 'es2022',
        conditions: ['production'],
        define: { __VERSION__: JSON.stringify(version) },
        write: false,
      });
      return { body: outputFiles[0]!.text, type: 'js' };
    },
  };
}
