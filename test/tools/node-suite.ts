/** `node --import tsx test/tools/node-suite.ts FILES`: prints what failed, and as the last line the totals. */
import { cpus } from 'node:os';
import { relative } from 'node:path';
import { run } from 'node:test';
import type { TestEvent } from 'node:test/reporters';
import { inspect } from 'node:util';
import { none, sentence } from './totals.js';

const A_QUARTER_OF_AN_HOUR = 900_000;

const totals = none();
// Most of them wait for a process or a page: two at a time, also where there are two cores.
const concurrency = Math.max(2, cpus().length - 1);
for await (const event of run({ files: process.argv.slice(2), concurrency, timeout: A_QUARTER_OF_AN_HOUR })) {
  count(event as TestEvent);
}
console.log(sentence(totals));
process.exit(totals.failed ? 1 : 0);

function count(event: TestEvent): void {
  if (event.type === 'test:stderr') process.stdout.write(event.data.message);
  if (event.type !== 'test:pass' && event.type !== 'test:fail') return;
  const { data } = event;
  const where = data.file ? relative(process.cwd(), data.file) : '';
  // Of a file that holds no test, and of one that could not be loaded, Node speaks as of a test with the file's name.
  const isFile = data.nesting === 0 && data.file !== undefined && data.file.endsWith(data.name);
  const isSuite = (data.details as { type?: string }).type === 'suite';

  if (event.type === 'test:fail') {
    const { error } = event.data.details;
    // A test in it failed, and was reported.
    if ((error as { failureType?: string }).failureType === 'subtestsFailed') return;
    totals.failed++;
    console.log(`\n✗ ${where}  ${isFile ? '' : data.name}\n${inspect(error.cause ?? error)}`);
  } else if (isFile) {
    totals.failed++;
    console.log(`\n✗ ${where}  has no test`);
  } else if (data.skip !== undefined || data.todo !== undefined) {
    totals.skipped++;
  } else if (!isSuite) {
    totals.passed++;
  }
}
