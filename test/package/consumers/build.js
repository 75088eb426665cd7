// `node build.js BUNDLER PROJECT`: builds a project as its owner would, and prints which modules a page loads at once,
// with the bytes of each in the output.
import { existsSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const [bundler, project] = process.argv.slice(2);
const outdir = resolve('built', `${project}-${bundler}`);
const entry = resolve(project, existsSync(join(project, 'main.tsx')) ? 'main.tsx' : 'main.ts');
const modules = {};
const note = (file, bytes) => {
  if (bytes) modules[relative('.', file).replaceAll('\\', '/')] = bytes;
};

/** The chunks that an entry imports, those of these, and so on. */
function closure(first, importsOf, found = new Set()) {
  if (found.has(first)) return found;
  found.add(first);
  for (const next of importsOf(first)) closure(next, importsOf, found);
  return found;
}

const builders = {
  async esbuild() {
    const { build } = await import('esbuild');
    const { metafile } = await build({
      entryPoints: { main: entry },
      tsconfig: join(project, 'tsconfig.json'),
      bundle: true,
      minify: true,
      splitting: true,
      format: 'esm',
      target: 'es2022',
      define: { 'process.env.NODE_ENV': '"production"' },
      metafile: true,
      outdir,
    });
    const { outputs } = metafile;
    const first = Object.keys(outputs).find((name) => name.endsWith('/main.js'));
    const loaded = closure(first, (name) =>
      outputs[name].imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => path),
    );
    for (const name of loaded)
      for (const [file, { bytesInOutput }] of Object.entries(outputs[name].inputs)) note(file, bytesInOutput);
    return [...loaded];
  },

  async vite() {
    const { build } = await import('vite');
    const config = resolve(project, 'vite.config.js');
    const { output } = await build({
      configFile: existsSync(config) && config,
      logLevel: 'warn',
      build: {
        outDir: outdir,
        rolldownOptions: { input: entry, output: { entryFileNames: 'main.js' } },
      },
    });
    const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]));
    const loaded = closure('main.js', (name) => chunks.get(name).imports);
    for (const name of loaded)
      for (const [file, { renderedLength }] of Object.entries(chunks.get(name).modules))
        note(file, renderedLength);
    return [...loaded].map((name) => join(outdir, name));
  },

  async webpack() {
    const { default: webpack } = await import('webpack');
    const stats = await new Promise((done, fail) =>
      webpack(
        {
          mode: 'production',
          entry: { main: entry },
          output: { path: outdir, publicPath: 'auto' },
          experiments: { outputModule: true },
          externalsPresets: { web: true },
          performance: { hints: false },
          resolve: { extensionAlias: { '.js': ['.js', '.tsx', '.ts'] }, extensions: ['.js', '.tsx', '.ts'] },
          module: { rules: [{ test: /\.tsx?$/, use: resolve('webpack-loader.cjs') }] },
        },
        (error, result) => (error ? fail(error) : done(result)),
      ),
    );
    if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
    const { chunks } = stats.toJson({
      all: false,
      ids: true,
      chunks: true,
      chunkModules: true,
      dependentModules: true,
      chunkModulesSpace: Infinity,
      nestedModules: true,
      nestedModulesSpace: Infinity,
    });
    const loaded = chunks.filter(({ initial }) => initial);
    const inside = ({ modules: parts, nameForCondition: file, size }) =>
      parts ? parts.forEach(inside) : file && note(file, size);
    loaded.forEach(inside);
    return loaded.flatMap(({ files }) => files.map((name) => join(outdir, name)));
  },
};

const files = await builders[bundler]();
writeFileSync(
  join(outdir, 'index.html'),
  `<!doctype html><meta charset="utf-8"><title>${project}</title><div id="app"></div><script type="module" src="main.js"></script>`,
);
console.log(JSON.stringify({ modules, files: files.map((file) => relative('.', file)) }));
