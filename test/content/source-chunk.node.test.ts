import assert from 'node:assert/strict';
import { register } from 'node:module';
import { it } from 'node:test';
import { Client } from '../../src/content/client.js';

// The first download of the chunk fails, as on a train that enters a tunnel.
const tunnel = `
  let failed = false;
  export async function resolve(specifier, context, next) {
    if (!failed && specifier.endsWith('/rest.js') && (failed = true)) throw new Error('Failed to fetch');
    return next(specifier, context);
  }`;

it('a kind of API whose code could not be downloaded is downloaded by the next question', async () => {
  register(`data:text/javascript,${encodeURIComponent(tunnel)}`);
  const client = new Client({ api: 'https://news.example/v1', source: 'rest' });
  await assert.rejects(client.source(), /Failed to fetch/);
  assert.equal((await client.source()).name, 'rest');
});
