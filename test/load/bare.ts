import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

// The least that Hono can do: what the API's latency is held against. It tells its parent where it listens.

const app = new Hono();
app.get('*', (c) => c.json({ items: [] }));
app.post('*', async (c) => c.json({ id: '1', ...(await c.req.json<object>()) }, 201));

const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (address: AddressInfo) => {
  process.send?.(`http://127.0.0.1:${address.port}`);
});
process.on('disconnect', () => server.close());
