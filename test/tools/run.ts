/**
 * `npm test`: every suite in order, its totals, and as the last line the totals of all.
 *
 *     npm test -- --only checks|browser|node    one kind of suite
 *     npm test -- --engine firefox              one engine (may be given again)
 *     npm test -- test/kit/dates.node.test.ts   single files
 *     npm run contract                          writes the contract's table into the docs (`--write`)
 *
 * REQUIRE_ENGINES="chromium firefox webkit" makes it a failure when one of these is not on the machine.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { contractTable } from '../contract/table.js';
import { runInBrowsers } from './browser-run.js';
import { engineNames, fetchChromium, findEngines, type Engine } from './browsers.js';
import { killGroup } from './processes.js';
import { add, none, parseSentence, sentence, type Totals } from './totals.js';

/** npm scripts, each of which counts as one test. */
const checks = ['typecheck', 'lint', 'build', 'sizes', 'api-docs'];

const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    engine: { type: 'string', multiple: true, default: [...engineNames] },
    write: { type: 'boolean', default: false },
  },
});
if (values.only && !['checks', 'browser', 'node'].includes(values.only)) {
  fail(`--only takes checks, browser or node, not ${values.only}`);
}
for (const name of values.engine) {
  if (!engineNames.some((known) => known === name))
    fail(`--engine takes ${engineNames.join(', ')}, not ${name}`);
}

for (const file of positionals) {
  if (!file.endsWith('.test.ts') || !existsSync(file)) fail(`there is no test file ${file}`);
}

const total = none();
const lines: string[] = [];
const children = new Set<ChildProcess>();
let finished = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));
// What nobody has caught, in a driver or in a server of the tests, must be seen; the suites tell what comes of it.
for (const event of ['unhandledRejection', 'uncaughtException'] as const)
  process.on(event, (error: unknown) => {
    lines.push(`✗ ${event}: ${error instanceof Error ? error.stack : String(error)}`);
    total.failed++;
  });
process.on('exit', () => {
  for (const child of children) killGroup(child);
  if (!finished) {
    lines.push('the run ended before its time');
    total.failed++;
  }
  if (total.passed + total.failed === 0) {
    lines.push('nothing ran');
    total.failed++;
  }
  process.exitCode ||= total.failed ? 1 : 0;
  // Not by the console: Web Test Runner holds that back while it runs.
  process.stdout.write(`\n${[...lines, sentence(total)].join('\n')}\n`);
});

const wanted = (kind: string): boolean => (values.only ?? kind) === kind;
if (wanted('checks') && positionals.length === 0) for (const script of checks) await check(script);
const { browserFiles, nodeFiles } = testFiles();
if (wanted('browser') && browserFiles.length) await browserSuite(browserFiles);
if (wanted('node') && nodeFiles.length) await nodeSuite(nodeFiles);
if (!values.only && positionals.length === 0)
  for (const server of ['postgres', 'wordpress', 'ghost'])
    lines.push(`a live ${server}: not run (npm run test:${server})`);
finished = true;
process.exit();

function testFiles(): { browserFiles: string[]; nodeFiles: string[] } {
  const all = positionals.length
    ? positionals.map((file) => relative(root, resolve(file)))
    : readdirSync('test', { recursive: true, encoding: 'utf8' }).map((file) => `test/${file}`);
  const tests = all.filter((file) => /^(?!.*node_modules).*\.test\.ts$/.test(file)).sort();
  return {
    browserFiles: tests.filter((file) => !file.endsWith('.node.test.ts')),
    nodeFiles: tests.filter((file) => file.endsWith('.node.test.ts')),
  };
}

async function check(script: string): Promise<void> {
  const seconds = stopwatch();
  const { scripts = {} } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts?: Record<string, string>;
  };
  const { code, output } = scripts[script]
    ? await run('npm', ['run', '--silent', script])
    : { code: 1, output: `package.json has no script named ${script}` };
  if (code !== 0) console.log(`\n✗ ${script}\n${output.trimEnd()}`);
  record(script, { ...none(), [code === 0 ? 'passed' : 'failed']: 1 }, seconds());
}

async function nodeSuite(files: string[]): Promise<void> {
  const seconds = stopwatch();
  const suite = ['--import', 'tsx', 'test/tools/node-suite.ts'];
  const { code, output } = await run(process.execPath, [...suite, ...files]);
  const printed = output.trimEnd().split('\n');
  const totals = parseSentence(printed.at(-1)!);
  if (totals) printed.pop();
  if (printed.some((line) => line.trim())) console.log(printed.join('\n'));
  const result = totals ?? { ...none(), failed: 1 };
  if (code !== 0 && result.failed === 0) result.failed++;
  record('node', result, seconds());
}

async function browserSuite(files: string[]): Promise<void> {
  const seconds = stopwatch();
  const asked = (engine: Engine): boolean => values.engine.includes(engine.name);
  let engines = findEngines();
  if (!engines.some((engine) => engine.launcher) && fetchChromium()) engines = findEngines();

  const required = (process.env.REQUIRE_ENGINES ?? '').split(/\s+/).filter(Boolean);
  for (const engine of engines) {
    if (!asked(engine)) lines.push(`${engine.name}: not run (not asked for)`);
    else if (!engine.launcher) lines.push(`${engine.name}: not run (not on this machine: ${engine.install})`);
  }
  for (const name of required) {
    if (engines.some((engine) => engine.name === name && engine.launcher)) continue;
    record(name, { ...none(), failed: 1 }, 'required');
  }
  const browsers = engines.filter(asked).flatMap(({ launcher }) => launcher ?? []);
  if (browsers.length === 0) {
    console.log(`\nNo browser was found: ${engines.find(asked)!.install}.`);
    return record('browser', { ...none(), failed: 1 }, seconds());
  }

  const totals = new Map<string, Totals>(browsers.map(({ name }) => [name, none()]));
  const table = contractTable(values.write, (problem) => {
    lines.push(problem);
    total.failed++;
  });
  lines.push(...(await runInBrowsers(totals, total, () => ({ files, browsers, reporters: [table] }))));
  lines.push(`browser suites: ${seconds()}`);
}

/** Runs a program to its end, in a process group of its own. */
async function run(program: string, args: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    shell: program === 'npm' && process.platform === 'win32',
  });
  children.add(child);
  const ended = new Promise<number | null>((done) => child.on('close', done));
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  children.delete(child);
  return { code, output: errors + output };
}

function record(suite: string, totals: Totals, remark = ''): void {
  add(total, totals);
  lines.push(`${suite}: ${sentence(totals)}${remark && ` (${remark})`}`);
}

function stopwatch(): () => string {
  const start = performance.now();
  return () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
