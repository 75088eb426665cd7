/**
 * `npm run test:consumers`: the package in the hands of others' tools. The last line is the totals.
 *
 *     npm run test:consumers              what `npm test` runs too: TypeScript, Node, esbuild, Vite, React
 *     npm run test:consumers -- --all     the whole matrix: webpack, Vue, Svelte, Preact, Solid, editors
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const { values } = parseArgs({ options: { all: { type: 'boolean', default: false } } });
if (values.all) process.env.CONSUMERS = 'all';
if (!existsSync('dist/standfirst.all.js')) spawnSync('npm', ['run', 'build'], { stdio: 'inherit' });
process.argv.splice(2, Infinity, 'test/package/consumers.node.test.ts');
await import('../tools/node-suite.js');
