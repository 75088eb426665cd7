import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import minifyLiterals from 'rollup-plugin-minify-template-literals';
import { transform } from 'esbuild';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { themeSheet, type Tokens } from './src/themes/css.js';

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

/** Modules that hold the words of a language, but English: a reader needs one of them at most. */
const languages = readdirSync(path('src/kit/words'))
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => !['en', 'load', 'say'].includes(name));

/**
 * In the one file everything is there from the start. A bundler would keep each dynamic import as one, and wrap all
 * modules that they share, Lit too, into functions: 0.7 kB for nothing. Languages stay beside it, in "words": a browser
 * finds them by the file's own address, wherever the page is.
 */
const inOneFile: Plugin = {
  name: 'in-one-file',
  transform(code, id) {
    if (!id.startsWith(path('src/'))) return undefined;
    const imports: string[] = [];
    const body = code.replace(/\bimport\(["']([^"']+)["']\)/g, (_whole, from: string) => {
      const language = /^\.\/([\w-]+)\.js$/.exec(from)?.[1] ?? '';
      if (id === path('src/kit/words/load.ts') && languages.includes(language))
        return `import(new URL(/* @vite-ignore */"words/${language}.js",import.meta.url).href)`;
      const name = `later_${imports.length}`;
      imports.push(`import * as ${name} from "${from}";`);
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
/** Themes are style sheets, and the tokens that they are made of: pages link the one, design tools read the other. */
const themes: Plugin = {
  name: 'themes',
  generateBundle() {
    const folder = path('src/themes');
    const emit = (file: string, source: string): void =>
      void this.emitFile({ type: 'asset', fileName: `themes/${file}`, source });
    const tokens = (file: string): Tokens => {
      const text = readFileSync(`${folder}/${file}`, 'utf8');
      emit(file, text);
      return (JSON.parse(text) as { news: Tokens }).news;
    };
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.css'))) {
      const name = file.replace('.css', '');
      const parts = readFileSync(`${folder}/${file}`, 'utf8');
      emit(file, themeSheet(name, tokens(`${name}.tokens.json`), tokens(`${name}.dark.tokens.json`), parts));
    }
  },
};
const define = { __VERSION__: JSON.stringify(version) };

const inWords = new RegExp(`^kit/words/(${languages.join('|')})$`);

/** Modules as they are written, one file each: bundlers drop what is not used. */
const modules: UserConfig = {
  define,
  plugins: [...plugins, reserve, themes],
  build: {
    target: 'es2022',
    minify: false,
    lib: { entry: { ...entries, 'cli/standfirst': path('src/cli/standfirst.ts') }, formats: ['es'] },
    rolldownOptions: {
      external: /^(node:|(lit|@lit|@lit-labs|parse5)(\/|$))/,
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        entryFileNames: ({ name }) => name.replace(inWords, 'words/$1') + '.js',
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
