import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { ghost, ghostKey } from '../cli/support.js';

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The suite of a live Ghost, which has to be given one. */
const suite = (GHOST_URL: string, GHOST_KEY: string): Promise<Ended> =>
  new Promise((done) => {
    const env: NodeJS.ProcessEnv = { ...process.env, GHOST_URL, GHOST_KEY };
    // Node runs no tests in tests.
    delete env.NODE_TEST_CONTEXT;
    execFile(process.execPath, ['--import', 'tsx', 'test/ghost/run.ts'], { env }, (error, stdout, stderr) =>
      done({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });

test('test:ghost says in a sentence what is wrong with the site or the key', async () => {
  for (const [url, key, words] of [
    ['', '', /^Set GHOST_URL to the address of a Ghost site/],
    [await ghost(), '', /^Set GHOST_URL/],
    ['ghost.example', ghostKey, /^Set GHOST_URL/],
    ['http://127.0.0.1:9', ghostKey, /failure {2}reachable {2}http:\/\/127.0.0.1:9/],
    [`${await ghost()}/`, 'b'.repeat(26), /failure {2}stories .*\n.*answered 401[^]*Copy the key from Ghost/],
  ] as const) {
    const { code, stdout, stderr } = await suite(url, key);
    assert.match(stdout, words);
    assert.match(stdout, /\n0 passed, 1 failed\n$/);
    assert.deepEqual([code, stderr], [1, '']);
  }
});
