import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import minifyLiterals from 'rollup-plugin-minify-template-literals';
import { build, transform } from 'esbuild';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { themeSheet, type Tokens } from './src/themes/css.js';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const { version } = JSON.parse(readFileSync(path('package.json'), 'utf8')) as { version: string };

/** The entries of the package: two for each element, class and definition. */
export const entries = Object.fromEntries([
  ['index', path('src/index.ts')],
  ['define', path('src/define.ts')],
  ['hydrate', path('src/hydrate.ts')],
  ['kept', path('src/kept.ts')],
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
 * Languages stay files of their own in "words", one copy for all builds: a browser finds them by the address of the file
 * that asks, wherever the page is.
 * @param words where they are from there
 */
const languagesBeside = (words: string): Plugin => ({
  name: 'languages-beside',
  transform(code, id) {
    if (id !== path('src/kit/words/load.ts')) return undefined;
    const body = code.replace(/\bimport\(["']\.\/([\w-]+)\.js["']\)/g, (whole, language: string) =>
      languages.includes(language)
        ? `import(new URL(/* @vite-ignore */"${words}/${language}.js",import.meta.url).href)`
        : whole,
    );
    return { code: body, map: null };
  },
});

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

/**
 * The bundler's helper for modules that are read as one object looks at what a page has put on Object.prototype, too, and
 * stumbles.
 */
const ownNamesOnly: Plugin = {
  name: 'own-names-only',
  generateBundle(_options, bundle) {
    const helper = /for\(var (\w+) in (\w+)\)(\w+\(\w+,\1,\{)get:\2\[\1\]/;
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      if (!helper.test(file.code)) throw new Error("The bundler's helper is not what it was");
      file.code = file.code.replace(helper, 'for(var $1 of Object.keys($2))$3__proto__:null,get:$2[$1]');
    }
  },
};

const litsPolicy = 'createPolicy("lit-html",{createHTML:t=>t})';

/**
 * A file of ours that a script tag names finds its settings in another way than a bundle that has us in it, and shares its
 * trusted types with the Lit that it carries: a page that has a Lit of its own keeps that one's name for it.
 */
const forScriptTags: Plugin = {
  name: 'for-script-tags',
  enforce: 'pre',
  resolveId: (id) =>
    /\/(own-tag|trusted-policy)\.js$/.test(id)
      ? path(`src/embed/${id.replace(/.*\/|js$/g, '')}ts`)
      : undefined,
  transform(code, id) {
    if (!id.endsWith('/lit-html/lit-html.js')) return undefined;
    if (!code.includes(litsPolicy)) throw new Error("Lit's trusted types are not where they were");
    const from = JSON.stringify(path('src/embed/trusted-policy.ts'));
    return {
      code: `import { policy as standfirst } from ${from};${code.replace(`s.${litsPolicy}`, 'standfirst()')}`,
      map: null,
    };
  },
};
// White space in a template costs every reader.
const plugins = [minifyLiterals()];

/** Style sheets that pages link, files of their own. */
const sheets: Plugin = {
  name: 'sheets',
  async generateBundle() {
    for (const fileName of ['reserve.css', 'cloak.css']) {
      const css = readFileSync(path(`src/embed/${fileName}`), 'utf8');
      const { code } = await transform(css, { loader: 'css', minify: true });
      this.emitFile({ type: 'asset', fileName, source: code });
    }
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

/** What a docblock says is in the types beside it: twice it would be a tenth of the package. */
const withoutComments: Plugin = {
  name: 'without-comments',
  renderChunk: async (code, { fileName }) => {
    const shebang = /^#!.*\n/.exec(code)?.[0] ?? '';
    const { code: bare } = await transform(code.slice(shebang.length), {
      loader: 'js',
      charset: 'utf8',
      target: 'es2022',
      legalComments: 'none',
      // Nobody steps through a list of words.
      minifyWhitespace: fileName.startsWith('words/'),
    });
    return { code: shebang + bare, map: null };
  },
};

/** Modules as they are written, one file each: bundlers drop what is not used. */
const modules: UserConfig = {
  define,
  plugins: [...plugins, withoutComments, sheets, themes],
  build: {
    target: 'es2022',
    minify: false,
    lib: { entry: { ...entries, 'cli/standfirst': path('src/cli/standfirst.ts') }, formats: ['es'] },
    rolldownOptions: {
      external: /^(node:|(lit|@lit|@lit-labs|parse5|@xmldom)(\/|$))/,
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
  plugins: [...plugins, forScriptTags, languagesBeside('words'), inOneFile, ownNamesOnly],
  build: {
    target: 'es2022',
    emptyOutDir: false,
    lib: { entry: path('src/embed/all.ts'), formats: ['es'], fileName: () => 'standfirst.all.js' },
    rolldownOptions: { output: { codeSplitting: false, minify: true, postBanner: notice } },
  },
};

/**
 * What is shared goes into few chunks, so that a page asks for few: an element is its own chunk, `core`, and one more at
 * most. The first expression that fits a module counts.
 */
const shared: readonly (readonly [name: string, modules: RegExp])[] = [
  ['card', /src\/views\/card/],
  ['row', /src\/(views\/row|kit\/networks|elements\/icons)/],
  [
    'form',
    /src\/(views\/comment-form|content\/draft\.|kit\/keys|elements\/comment-form\/(fields|panel|takeover))/,
  ],
  [
    'sending',
    /src\/(content\/(outbox\.|outbox-store|draft-keys|post-comment)|views\/comment-outcome|elements\/comment-form\/(check|leave|delivery|submission|sending))/,
  ],
  ['arrivals', /src\/elements\/comments\/(arrivals|lead-to)/],
  ['body', /src\/(kit\/safe-html|elements\/article\/(body|shape-body))/],
  ['wordpress-talk', /src\/sources\/wordpress\/(comments|talk|posting)/],
  ['wordpress-rare', /src\/sources\/wordpress\/(address|closed)/],
  ['wordpress', /src\/sources\/wordpress/],
  ['ghost-talk', /src\/sources\/ghost\/(counts|comments|posting)/],
  ['feed', /src\/sources\/(rss|json-feed|feed\/(date|feed|parser|rss-page|story))/],
  [
    'core',
    /rolldown|\/(lit|@lit|lit-element)\/(?!directives)|lit-html\/(lit-html|is-server)|src\/(embed|model|kit(?!\/words\/load)|content|elements\/(base|content-element|define|events)\.|views\/(base|byline\.ts|heading|line|picture|sign-in|status)|sources\/[\w-]+(?<!rest|ghost)\.ts)/,
  ],
];

const elements = Object.keys(entries).flatMap(
  (entry) => /^elements\/(.+)\/(?!define)/.exec(entry)?.[1] ?? [],
);

/** What a module is to the autoloader: the element of a tag, or a kind of API. */
function knownAs(id: string): string | undefined {
  const [, folder, name, source] =
    /src\/(?:elements\/([\w-]+)\/([\w-]+)|sources\/(rest|wordpress|ghost|rss|json-feed))\.ts$/.exec(id) ?? [];
  return folder && folder === name ? `news-${name}` : source;
}

/** The autoloader is one small file, which knows what each element and each source needs. */
const autoloader: Plugin = {
  name: 'autoloader',
  async generateBundle(_options, bundle) {
    const files = Object.values(bundle).filter((file) => file.type === 'chunk');
    const withImports = (fileName: string, seen = new Set<string>()): Set<string> => {
      if (seen.has(fileName)) return seen;
      const imports = files.find((file) => file.fileName === fileName)?.imports ?? [];
      return imports.reduce((all, one) => withImports(one, all), seen.add(fileName));
    };
    const chunks = files.flatMap(({ fileName, moduleIds }) =>
      moduleIds.map(knownAs).flatMap((name) => {
        const needed = [...withImports(fileName)].map((one) => one.replace(/^chunks\/|\.js$/g, ''));
        return name ? [[name, ...needed.filter((one) => one !== 'core')]] : [];
      }),
    );
    const { outputFiles } = await build({
      entryPoints: [path('src/embed/autoloader.ts')],
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      write: false,
      define: { __CHUNKS__: JSON.stringify(chunks) },
      banner: { js: `/*! Standfirst ${version}, MIT */` },
    });
    this.emitFile({ type: 'asset', fileName: 'standfirst.js', source: outputFiles[0]?.contents ?? '' });
  },
};

/** The page that shows one element in a frame, by the autoloader's chunks. */
const frame: Plugin = {
  name: 'frame',
  async generateBundle() {
    const { outputFiles } = await build({
      entryPoints: [path('src/embed/frame.ts')],
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      write: false,
      banner: { js: `/*! Standfirst ${version}, MIT */` },
    });
    this.emitFile({ type: 'asset', fileName: 'frame.js', source: outputFiles[0]?.contents ?? '' });
    const source = readFileSync(path('src/embed/frame.html'), 'utf8');
    this.emitFile({ type: 'asset', fileName: 'frame.html', source });
  },
};

/** Beside the autoloader: a chunk an element, Lit and what they share in few more, by names that stay. */
const chunks: UserConfig = {
  define,
  plugins: [...plugins, forScriptTags, languagesBeside('../words'), autoloader, frame],
  build: {
    target: 'es2022',
    emptyOutDir: false,
    lib: {
      entry: {
        core: path('src/embed/core.ts'),
        hydration: path('src/elements/hydration.ts'),
        ...Object.fromEntries(elements.map((name) => [name, path(`src/elements/${name}/${name}.ts`)])),
      },
      formats: ['es'],
    },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      output: {
        minify: true,
        entryFileNames: 'chunks/[name].js',
        chunkFileNames: 'chunks/[name].js',
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: shared.map(([name, test]) => ({ name, test })),
        },
        postBanner: ({ name }) => (name === 'core' ? notice : ''),
      },
    },
  },
};

export default defineConfig(({ mode }) => ({ 'one-file': oneFile, chunks })[mode] ?? modules);
