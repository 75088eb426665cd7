/**
 * What is built, as a CDN serves it: from an origin of its own, to every page.
 *
 *     GET  /<key>/<file>                 a file of dist; `/<key>/latest/<file>` leads there
 *     PUT  /<key>?broken=&tampered=&held=   regular expressions: files that fail, are changed, or wait for the next PUT
 *     GET  /<key>?arrived=N              the files that were asked for, as soon as there are so many
 *     GET  /<key>?integrity              what `standfirst integrity` prints for this address
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { TestRunnerConfig } from '@web/test-runner';

type Plugin = NonNullable<TestRunnerConfig['plugins']>[number];

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

class Shelf {
  readonly asked: string[] = [];
  readonly #orders: Record<string, RegExp | undefined> = {};
  #waiting: (() => void)[] = [];

  is(order: 'broken' | 'tampered' | 'held', file: string): boolean {
    return this.#orders[order]?.test(file) ?? false;
  }

  order(orders: URLSearchParams): void {
    for (const name of ['broken', 'tampered', 'held'])
      this.#orders[name] = orders.get(name) ? new RegExp(orders.get(name)!) : undefined;
    this.changed();
  }

  changed(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((wake) => this.#waiting.push(wake));
  }
}

export async function startCdn(): Promise<{ origin: string; close: () => void }> {
  if (!existsSync(`${dist}standfirst.js`)) throw new Error('npm run build comes first');
  const shelves = new Map<string, Shelf>();

  async function serve(method: string, url: URL, response: ServerResponse): Promise<void> {
    const [, key = '', ...path] = url.pathname.split('/');
    if (!shelves.has(key)) shelves.set(key, new Shelf());
    const shelf = shelves.get(key)!;
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (method === 'OPTIONS') {
      response.writeHead(204, { 'Access-Control-Allow-Methods': 'PUT' }).end();
    } else if (method === 'PUT') {
      shelf.order(url.searchParams);
      response.end();
    } else if (url.searchParams.has('integrity')) {
      response.end(
        execFileSync(process.execPath, [`${dist}cli/standfirst.js`, 'integrity', `${url.origin}/${key}`]),
      );
    } else if (!path.length) {
      await shelf.until(() => shelf.asked.length >= Number(url.searchParams.get('arrived') ?? 0));
      response.end(JSON.stringify(shelf.asked));
    } else if (path[0] === 'latest') {
      response.writeHead(302, { Location: `/${key}/${path.slice(1).join('/')}` }).end();
    } else {
      const file = path.join('/');
      shelf.asked.push(file);
      shelf.changed();
      await shelf.until(() => !shelf.is('held', file));
      if (shelf.is('broken', file)) return void response.writeHead(503).end();
      const text = readFileSync(dist + file, 'utf8') + (shelf.is('tampered', file) ? '\n// changed' : '');
      const body = gzipSync(text, { level: 9 });
      response.writeHead(200, {
        'Content-Type': file.endsWith('.css') ? 'text/css' : 'text/javascript',
        'Content-Encoding': 'gzip',
        'Content-Length': body.length,
        'Cache-Control': 'no-store',
      });
      response.end(body);
    }
  }

  const server = createServer(({ method = '', url = '', headers }, response) => {
    serve(method, new URL(url, `http://${headers.host}`), response).catch((error: unknown) =>
      response.writeHead(404).end(String(error)),
    );
  });
  server.listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Starts it when a page asks for its address. */
export function cdnPlugin(): Plugin {
  let cdn: ReturnType<typeof startCdn> | undefined;
  return {
    name: 'cdn',
    async serve({ path }) {
      if (path !== '/__cdn') return undefined;
      cdn ??= startCdn();
      return { body: JSON.stringify((await cdn).origin), type: 'json' };
    },
    async serverStop() {
      (await cdn)?.close();
    },
  };
}
