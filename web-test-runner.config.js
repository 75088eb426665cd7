/**
 * `npm test` runs all suites. For one file, again at each change:
 * `node --import tsx node_modules/.bin/wtr --watch --files test/path/x.test.ts`
 */
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { findEngines } from './test/tools/browsers.ts';
import { cdnPlugin } from './test/tools/cdn.ts';
import { faultyHere, faultyPlugin } from './test/tools/faulty.ts';
import { livePlugin } from './test/tools/live.ts';
import { serverRendering } from './test/tools/ssr.ts';
import { versionsPlugin } from './test/tools/versions.ts';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const typescript = esbuildPlugin({ ts: true, target: 'es2022', tsconfig: path('tsconfig.json') });
/** Packages run as they ship: with a target the plugin rewrites them too, and axe comes to each page as 2.8 MB in place of 0.6. */
const transform = typescript.transform.bind(typescript);
typescript.transform = (context) => (context.path.endsWith('.ts') ? transform(context) : undefined);

export default {
  rootDir: path('.'),
  files: ['test/**/*.test.ts', '!test/**/*.node.test.ts'],
  browsers: findEngines().flatMap(({ launcher }) => launcher ?? []),
  // One page at a time in each engine (only one page can have the focus), the engines side by side.
  concurrency: 1,
  concurrentBrowsers: 3,
  browserStartTimeout: 120_000,
  // Without this the resolver takes Lit's development build, which warns in the console.
  nodeResolve: { browser: true, exportConditions: ['production'] },
  testFramework: { path: path('test/tools/page.ts'), config: { timeout: 60_000 } },
  // Where three engines share two cores, a page of many modules takes its time.
  testsStartTimeout: 120_000,
  testsFinishTimeout: 300_000,
  middleware: [serverRendering, faultyHere],
  plugins: [typescript, faultyPlugin(), livePlugin(), cdnPlugin(), versionsPlugin()],
};
