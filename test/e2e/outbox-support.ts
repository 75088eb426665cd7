import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { LaunchOptions } from 'playwright-core';
import { chromiumOptions, fetchChromium } from '../tools/browsers.js';

// A news site on plain http, under a name that is no secure context, and a content API on another origin that is as
// faulty as it is told to be. What it has stored outlives its crashes.

/**
 * What becomes of a comment that is sent to the API: `lost` and `crash` are stored, and nobody is told; `silent` is
 * stored and `deaf` is not, and neither is answered while the fault lasts; `cut` and `broken` are not stored.
 */
export type Fate = 'ok' | 'broken' | 'busy' | 'no' | 'lost' | 'crash' | 'cut' | 'silent' | 'deaf';

export interface Row {
  readonly key: string | undefined;
  readonly text: string;
  readonly parent?: string;
}

/** One API of a test's own. */
export class NewsApi {
  fates: Fate[] = [];
  readonly stored: Row[] = [];
  /** Keys of all that arrived, in order. */
  readonly arrived: (string | undefined)[] = [];
  /** Heeds idempotency keys; else it checks for duplicates only, and takes its time between check and storing. */
  keyed = true;
  /** Texts that got a final no. */
  readonly refused = new Set<string>();
  /** How often a comment arrived while the same was still being answered. */
  overlaps = 0;
  readonly #underWay = new Map<ServerResponse, { text: string; leaps: number }>();
  #leaps = 0;
  readonly #held = new Set<ServerResponse>();
  #lives = 1;

  /** What it was doing is not done. */
  crash(): void {
    this.#lives++;
  }

  /** The fault is over: whoever still waits for an answer is cut off. */
  release(): void {
    for (const response of this.#held) response.socket?.destroy();
    this.#held.clear();
  }

  /** More time passes at once than anybody waits for an answer. */
  leap(): void {
    this.#leaps++;
  }

  /** Nobody waits for an answer. */
  get idle(): boolean {
    return this.#underWay.size === 0;
  }

  count = (words: string): number => this.stored.filter(({ text }) => text === words).length;

  async post(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sent = JSON.parse(await text(request)) as { text: string; parent?: string };
    const key = String(request.headers['idempotency-key']);
    this.arrived.push(key);
    const leaps = this.#leaps;
    for (const [other, { text, leaps: then }] of this.#underWay)
      if (text === sent.text && then === leaps) this.#overlap(other);
    this.#underWay.set(response, { text: sent.text, leaps });
    response.on('close', () => this.#underWay.delete(response));

    const fate = this.fates.shift() ?? 'ok';
    const answer = (status: number, body: object, headers = {}): void => {
      response
        .writeHead(status, { 'Content-Type': 'application/json', ...headers })
        .end(JSON.stringify(body));
    };
    if (fate === 'cut') return void response.socket?.destroy();
    if (fate === 'broken') return answer(503, {});
    if (fate === 'busy') return answer(429, { type: 'too-fast' }, { 'Retry-After': '5' });
    if (fate === 'no') this.refused.add(sent.text);
    if (fate === 'no') return answer(422, { type: 'rude', detail: 'Not in this tone.' });
    if (fate === 'deaf') return void this.#held.add(response);
    if (!(await this.#store(key, sent))) return answer(409, { type: 'duplicate' });
    if (fate === 'silent') return void this.#held.add(response);
    if (fate !== 'ok') return void response.socket?.destroy();
    const comment = { id: '9', story: '71', author: 'Ola', posted: '2026-03-13T08:00:00Z', status: 'held' };
    answer(201, { ...comment, text: sent.text });
  }

  /** The same comment has come again; unless whoever sent that one has left, which may be heard of a little later. */
  #overlap(other: ServerResponse): void {
    setTimeout(() => {
      if (this.#underWay.has(other) || other.writableFinished) this.overlaps++;
    }, 50);
  }

  async #store(key: string, sent: { text: string; parent?: string }): Promise<boolean> {
    const same = (row: Row): boolean => (this.keyed ? row.key === key : row.text === sent.text);
    if (this.stored.some(same)) return this.keyed;
    const life = this.#lives;
    if (!this.keyed) await new Promise((resolve) => setTimeout(resolve, 15));
    if (life !== this.#lives) throw new Error('crashed');
    this.stored.push({ ...sent, key });
    return true;
  }
}

const stories = ['71', '72'].map((id) => ({
  id,
  url: 'http://news.example/ferry',
  headline: 'Night ferry returns',
  comments: 'open',
}));

/** The site, and the machine that its APIs run on. */
export class NewsServers {
  readonly apis = new Map<string, NewsApi>();
  #site!: Server;
  #machine!: Server;
  #port = 0;
  #files!: Map<string, string>;

  async start(): Promise<void> {
    this.#files = await scripts();
    this.#site = createServer((request, response) => this.#page(request, response)).listen(0, '127.0.0.1');
    await once(this.#site, 'listening');
    await this.up();
  }

  /** The address of a page with a form, which asks that API. */
  page(api: string, story = '71', host = 'news.example'): string {
    const { port } = this.#site.address() as AddressInfo;
    return `http://${host}:${port}/?api=${encodeURIComponent(this.address(api))}&story=${story}`;
  }

  address = (api: string): string => `http://api.news.example:${this.#port}/${api}`;

  api(name: string): NewsApi {
    const api = new NewsApi();
    this.apis.set(name, api);
    return api;
  }

  /** The APIs' machine starts, at the same address as before. */
  async up(): Promise<void> {
    if (this.#machine?.listening) return;
    this.#machine = createServer((request, response) => this.#answer(request, response));
    this.#machine.listen(this.#port, '127.0.0.1');
    await once(this.#machine, 'listening');
    this.#port = (this.#machine.address() as AddressInfo).port;
  }

  /** The APIs' machine stops, with all that is under way. */
  async down(): Promise<void> {
    if (!this.#machine.listening) return;
    const closed = once(this.#machine, 'close');
    this.#machine.close();
    this.#machine.closeAllConnections();
    for (const api of this.apis.values()) api.crash();
    await closed;
  }

  async stop(): Promise<void> {
    await this.down();
    this.#site.close();
    this.#site.closeAllConnections();
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname } = new URL(request.url!, 'http://api');
    const [, name = '', what] = pathname.split('/');
    const api = this.apis.get(name);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
    // Browsers send a request again by themselves when a connection that they reuse is cut.
    response.setHeader('Connection', 'close');
    if (request.method === 'OPTIONS') {
      const headers = 'Content-Type, Idempotency-Key';
      response
        .writeHead(204, { 'Access-Control-Allow-Headers': headers, 'Access-Control-Max-Age': '600' })
        .end();
    } else if (request.method === 'POST' && what === 'comments') {
      // A reader who goes away in the middle of it has sent nothing.
      api?.post(request, response).catch(() => response.destroy());
    } else {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ items: stories }));
    }
  }

  #page(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(request.url!, 'http://site');
    const script = this.#files.get(pathname);
    if (script !== undefined) {
      response
        .writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'max-age=600' })
        .end(script);
      return;
    }
    const [api = '', about = ''] = ['api', 'story'].map((name) => searchParams.get(name) ?? '');
    response.writeHead(200, { 'Content-Type': 'text/html' })
      .end(`<!doctype html><html lang="en"><title>News</title>
      <link rel="icon" href="data:,">
      <news-comment-form api="${api}" source="rest" story="${about}"></news-comment-form>
      <script type="module" src="/define.js"></script>`);
  }
}

/** The form as a bundler gives it to a site. */
export async function scripts(): Promise<Map<string, string>> {
  const source = fileURLToPath(new URL('../../src', import.meta.url));
  const { outputFiles } = await build({
    entryPoints: { define: `${source}/elements/comment-form/define.ts` },
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['production'],
    minify: true,
    outdir: '/',
    write: false,
  });
  return new Map(outputFiles.map(({ path, text }) => [path, text]));
}

/** Chromium, to which this machine is the news site. */
export function newsReader(): LaunchOptions {
  const options = chromiumOptions() ?? (fetchChromium() ? chromiumOptions() : undefined);
  if (!options) throw new Error('Chromium is not on this machine.');
  const map = '--host-resolver-rules=MAP *.example 127.0.0.1';
  return { ...options, args: [...options.args!, map] };
}
