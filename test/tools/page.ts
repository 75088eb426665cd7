/**
 * The test framework inside the page: Mocha, and what it lets pass. An error before the first or after the last
 * test, and a rejection that nobody handles, at any time, fail the file.
 */
import { getConfig } from '@web/test-runner-core/browser/session.js';
import { runTests } from '@web/test-runner-mocha';

declare global {
  var __WTR_MOCHA_RUNNER__: Mocha.Runner | undefined;
}

/** How long after the last test an error still counts. */
const QUIET_MS = 50;

const early: ErrorEvent[] = [];
const rejections: PromiseRejectionEvent[] = [];
addEventListener('error', (event) => {
  // From its first hook or test on, Mocha knows whom to blame. Before, it would end the run, and nobody would hear why.
  if (globalThis.__WTR_MOCHA_RUNNER__?.currentRunnable) return;
  event.stopImmediatePropagation();
  early.push(event);
});
addEventListener('unhandledrejection', (event) => rejections.push(event));

const { testFile } = await getConfig();
await runTests(async () => {
  await import(new URL(testFile, location.origin).href);
  after('nothing is thrown that nobody catches', async () => {
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    for (const { error, message } of early) throw error ?? new Error(message);
    // A test that expects a rejection says so with `preventDefault`.
    for (const { reason, defaultPrevented } of rejections) if (!defaultPrevented) throw reason;
  });
});
