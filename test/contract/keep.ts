import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { LiveSite } from './site.js';

/** The contract, kept by a server that runs, as pages of another origin meet it. For the suites of live servers. */
export async function keepContract(site: LiveSite): Promise<void> {
  const env: NodeJS.ProcessEnv = { ...process.env, LIVE_SITES: JSON.stringify([site]) };
  // Node runs no tests in tests.
  delete env.NODE_TEST_CONTEXT;
  const run = [
    '--import',
    'tsx',
    'test/tools/run.ts',
    'test/contract/contract.test.ts',
    '--engine',
    'chromium',
  ];
  const { stdout } = await promisify(execFile)(process.execPath, run, { env }).catch((ended: unknown) =>
    assert.fail((ended as { stdout: string }).stdout),
  );
  assert.match(stdout, /\n[1-9]\d+ passed, 0 failed\n*$/);
}
