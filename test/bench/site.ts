import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** Milliseconds that a browser on a busy machine may take for what a page waits for. */
export const PATIENCE = 120_000;

const types = {
  html: 'text/html',
  javascript: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  svg: 'image/svg+xml',
};

export interface Answer {
  readonly type: keyof typeof types;
  readonly body: string;
}

/** A request that the site has answered. */
export interface Served {
  readonly path: string;
  /** Of the body, as it was sent. */
  readonly bytes: number;
}

export interface Site {
  readonly origin: string;
  /** All that was asked since it was last emptied. */
  readonly served: Served[];
  /** What is at a path, or below it where the path ends on `/`. */
  put(path: string, answer: Answer | ((url: URL) => Answer | undefined)): void;
  close(): void;
}

const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><path d="M0 0h3v2H0z"/></svg>';

/** A real server on this machine: every body is gzipped, nothing is kept in a cache. */
export async function startSite(): Promise<Site> {
  const answers = new Map<string, (url: URL) => Answer | undefined>();
  const served: Served[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', `http://${request.headers.host ?? ''}`);
    const path = url.pathname;
    const found =
      answers.get(path) ?? [...answers].find(([begin]) => begin.endsWith('/') && path.startsWith(begin))?.[1];
    const answer = found?.(url);
    const body = gzipSync(answer?.body ?? '', { level: 9 });
    served.push({ path, bytes: body.length });
    const { type } = answer ?? { type: 'html' as const };
    response
      .writeHead(answer ? 200 : 404, {
        'Content-Type': `${types[type]}; charset=utf-8`,
        'Content-Encoding': 'gzip',
        'Content-Length': body.length,
        'Cache-Control': 'no-store',
        // Only such pages have a clock that is exact to 5 µs.
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
      })
      .end(body);
  });
  const site: Site = {
    origin: '',
    served,
    put: (path, answer) => answers.set(path, typeof answer === 'function' ? answer : () => answer),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
  for (const path of ['/picture.svg', '/favicon.ico', '/avatar/'])
    site.put(path, { type: 'svg', body: picture });
  server.listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  return { ...site, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
