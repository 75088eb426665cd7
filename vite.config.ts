import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import minifyLiterals from 'rollup-plugin-minify-template-literals';
import { transform } from 'esbuild';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const { version } = JSON.parse(readFileSync(path('package.json'), 'utf8')) as { version: string };

/** The entries of the package: two for each element, class and definition. */
export const entries = Object.fromEntries([
  ['index', path('src/index.ts')],
  ['define', path('src/define.ts')],
  ['hydrate', path('src/hydrate.ts')],
  ['server/index', path('src/server/index.ts')],
  ...readdirSync(path('src/elements'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => [
      [`elements/${name}/${name}`, path(`src/elements/${name}/${name}.ts`)],
      [`elements/${name}/define`, path(`src/elements/${name}/define.ts`)],
    ]),
]) as Record<string, string>;

/**
 * In the one file everything is there from the start. A bundler would keep each dynamic import as one, and wrap all
 * modules that they share, Lit too, into functions: 0.7 kB for nothing.
 */
const inOneFile: Plugin = {
  name: 'in-one-file',
  transform(code, id) {
    if (!id.startsWith(path('src/'))) return undefined;
    const imports: string[] = [];
    const body = code.replace(/\bimport\((["'][^"']+["'])\)/g, (_whole, from: string) => {
      const name = `later_${imports.length}`;
      imports.push(`import * as ${name} from ${from};`);
      return `Promise.resolve(${name})`;
    });
    return { code: `${imports.join('')}${body}`, map: null };
  },
};
// White space in a template costs every reader.
const plugins = [minifyLiterals()];

/** The style sheet that keeps the elements' places is a file of its own: pages link it. */
const reserve: Plugin = {
  name: 'reserve',
  async generateBundle() {
    const css = readFileSync(path('src/embed/reserve.css'), 'utf8');
    const { code } = await transform(css, { loader: 'css', minify: true });
    this.emitFile({ type: 'asset', fileName: 'reserve.css', source: code });
  },
};
const define = { __VERSION__: JSON.stringify(version) };

/** Modules as they are written, one file each: bundlers drop what is not used. */
const modules: UserConfig = {
  define,
  plugins: [...plugins, reserve],
  build: {
    target: 'es2022',
    minify: false,
    lib: { entry: { ...entries, 'cli/standfirst': path('src/cli/standfirst.ts') }, formats: ['es'] },
    rolldownOptions: {
      external: /^(node:|(lit|@lit|@lit-labs|parse5)(\/|$))/,
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        entryFileNames: '[name].js',
      },
    },
  },
};

const notice = `/*! Standfirst ${version}, MIT. Carries Lit, copyright Google LLC, BSD-3-Clause: THIRD-PARTY-NOTICES.md */`;

/** The one file for a script tag: everything in it, Lit too. */
const oneFile: UserConfig = {
  define,
  plugins: [...plugins, inOneFile],
  build: {
    target: 'es2022',
    emptyOutDir: false,
    lib: { entry: path('src/embed/all.ts'), formats: ['es'], fileName: () => 'standfirst.all.js' },
    rolldownOptions: { output: { codeSplitting: false, minify: true, postBanner: notice } },
  },
};

export default defineConfig(({ mode }) => (mode === 'one-file' ? oneFile : modules));
