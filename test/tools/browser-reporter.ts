import { relative } from 'node:path';
import type { Reporter, TestSession } from '@web/test-runner';
import { none, type Totals } from './totals.js';

type Suite = NonNullable<TestSession['testResults']>;
type Problem = TestSession['errors'][number];

/** Counts each engine's tests into `totals`, and prints what failed when the run has ended. */
export function browserReporter(totals: Map<string, Totals>): Reporter {
  return {
    onTestRunFinished({ sessions }) {
      for (const session of sessions) {
        const { name } = session.browser;
        if (!totals.has(name)) totals.set(name, none());
        report(session, totals.get(name)!);
      }
    },
  };
}

function report(session: TestSession, totals: Totals): void {
  const where = `${session.browser.name}  ${relative(process.cwd(), session.testFile)}`;
  const before = { ...totals };
  const fail = (what: string, problem?: Problem): void => {
    totals.failed++;
    console.log(`\n✗ ${where}\n  ${what}${problem ? `\n${indent(describe(problem))}` : ''}`);
  };

  const walk = (suite: Suite, path: string[]): void => {
    for (const test of suite.tests) {
      if (test.skipped) totals.skipped++;
      else if (test.passed) totals.passed++;
      // A test that did not run (its `beforeEach` failed) has no error of its own.
      else fail([...path, test.name].join(' > '), test.error ?? { message: 'did not run to its end' });
    }
    for (const inner of suite.suites) walk(inner, [...path, inner.name]);
  };

  for (const error of session.errors) fail('outside of a test', error);
  if (session.testResults) walk(session.testResults, []);

  const counted = totals.passed + totals.failed + totals.skipped;
  if (counted === before.passed + before.failed + before.skipped) fail('has no test');
  if (!session.passed && totals.failed === before.failed) fail('did not pass, and gave no reason');

  if (totals.failed > before.failed) {
    for (const log of session.logs) console.log(indent(`console: ${log.map(String).join(' ')}`));
    for (const url of session.request404s) console.log(indent(`not found: ${url}`));
  }
}

function describe({ name, message, stack, expected, actual }: Problem): string {
  const compared = expected === undefined ? '' : `\nexpected: ${expected}\nactual:   ${actual}`;
  const title = name && !message.startsWith(name) ? `${name}: ${message}` : message;
  const trace = stack?.includes(message)
    ? stack.slice(stack.indexOf(message) + message.length)
    : (stack ?? '');
  return `${title}${compared}${trace && `\n${trace.trim()}`}`;
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ');
}
