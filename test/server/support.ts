import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build, type OutputFile } from 'esbuild';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import type { Comment, Story } from '../../src/model/index.js';
import { chromiumOptions, fetchChromium } from '../tools/browsers.js';

const closing: (() => unknown)[] = [];
after(async () => {
  for (const close of closing.reverse()) await close();
});

/** Ends something when the tests of this file are over. */
export const atTheEnd = (close: () => unknown): number => closing.push(close);

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A server on a port of its own, until the tests of this file are over. */
export async function serve(handler: Handler): Promise<string> {
  const server = createServer((request, response) => void handler(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  atTheEnd(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const words =
  'After nine years the last boat of the day sails again, with room for forty cars and their drivers.';

/** A story with all that moves what stands below it. */
export const story = (n: number): Story => ({
  id: String(n),
  slug: `story-${n}`,
  url: `https://news.example/story-${n}`,
  headline: `Story number ${n} of a long night`,
  kicker: 'Harbour',
  standfirst: words,
  authors: [{ id: '3', name: 'Amina Rahman', role: 'Coast correspondent', bio: words }],
  published: '2026-03-12T21:30:00+01:00',
  quotes: [{ text: `We have waited ${n} winters.`, by: 'Ruth Adeyemi' }],
  commentCount: 3,
  comments: 'open',
});

export const said = (n: number, parent?: number): Comment => ({
  id: String(n),
  story: '1',
  ...(parent && { parent: String(parent) }),
  author: `Reader ${n}`,
  text: `Words of number ${n}.`,
  posted: `2026-03-12T10:${10 + n}:00Z`,
  status: 'approved',
});

export interface Api {
  readonly address: string;
  /** Paths with their queries, in order. */
  readonly asked: string[];
  /** What it does before it answers: to be late, to be dead. */
  before: (response: ServerResponse) => unknown;
  /** Its stories: those of the numbers from 1. */
  stories: Story[];
  comments: Comment[];
}

/** A content API of kind `rest` over HTTP, with that many stories. */
export async function contentApi(stories = 9): Promise<Api> {
  const api = {
    address: '',
    asked: [] as string[],
    before: (): unknown => undefined,
    stories: Array.from({ length: stories }, (_, index) => story(index + 1)),
    comments: [said(3), said(2), said(1), said(4, 1)],
  };
  const address = await serve(async (request, response) => {
    api.asked.push(request.url ?? '');
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (request.url === '/broken.png') return response.end('no picture');
    if (await (api.before as (response: ServerResponse) => unknown)(response)) return;
    const { pathname, searchParams: query } = new URL(request.url ?? '', 'http://api.example');
    const start = Number(query.get('cursor') ?? 0);
    const limit = Number(query.get('limit') ?? 20);
    const list = (name: string): string[] => query.get(name)?.split(',') ?? [];
    const named = [...list('ids'), ...list('slugs'), ...query.getAll('url')];
    const asked = query.get('related') ? api.stories.slice(1) : api.stories;
    const begin = api.comments.filter(({ parent }) => !parent);
    if (query.get('order') === 'oldest') begin.reverse();
    const order = [...begin, ...api.comments.filter(({ parent }) => parent)];
    const body =
      pathname === '/comments'
        ? { items: order, total: order.length }
        : named.length
          ? {
              items: api.stories.filter(({ id, slug, url }) =>
                [id, slug, url].some((one) => named.includes(one ?? '')),
              ),
            }
          : {
              items: asked.slice(start, start + limit),
              ...(start + limit < asked.length && { next: String(start + limit) }),
            };
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(body));
  });
  return Object.assign(api, { address });
}

/** Bundles modules for a page, what is loaded later in chunks of its own: `/NAME.js` for each entry. */
export async function bundle(entries: Record<string, string>): Promise<[string, OutputFile][]> {
  const path = (file: string): string => fileURLToPath(new URL(`../../${file}`, import.meta.url));
  const { outputFiles } = await build({
    entryPoints: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, path(file)])),
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['production', 'browser'],
    outdir: '/',
    write: false,
  });
  return outputFiles.map((file) => [file.path.replaceAll('\\', '/').replace(/^\w:/, ''), file]);
}

let modules: Promise<Map<string, OutputFile>> | undefined;

const bundles = async (): Promise<Map<string, OutputFile>> =>
  new Map([
    ...(await bundle({
      hydrate: 'src/hydrate.ts',
      define: 'src/define.ts',
      card: 'src/elements/article-card/define.ts',
      provider: 'src/elements/provider/define.ts',
    })),
    ...(await bundle({ 'standfirst.all': 'src/embed/all.ts' })),
    ...(await bundle({ reserve: 'src/embed/reserve.css' })),
  ]);

/** Answers with our modules; false where the request is for something else. */
export async function serveModules(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  modules ??= bundles();
  const path = request.url?.replace(/\?.*/, '') ?? '';
  const file = (await modules).get(path);
  if (!file) return false;
  const type = path.endsWith('.css') ? 'text/css' : 'text/javascript';
  response.setHeader('Content-Type', type).end(file.contents);
  return true;
}

/**
 * Serves a page, at any path that is none of our modules; `/waits.js` is answered when somebody asks for `/go.js`. A page in
 * pieces has another each time somebody asks for `/more`.
 */
export function serveSite(
  html: string | readonly string[],
  headers: Record<string, string> = {},
): Promise<string> {
  const [start, ...pieces] = [html].flat();
  let page: ServerResponse;
  const more = (): void => {
    if (pieces.length) page.write(pieces.shift());
    else page.end();
  };
  const waiting: ServerResponse[] = [];
  const together = (response: ServerResponse): void => {
    waiting.push(response);
    if (waiting.length === 2)
      for (const one of waiting) one.setHeader('Content-Type', 'text/javascript').end();
  };
  return serve(async (request, response) => {
    if (await serveModules(request, response)) return;
    if (request.url === '/favicon.ico') return response.writeHead(204).end();
    if (request.url === '/go.js' || request.url === '/waits.js') return together(response);
    if (request.url === '/more') {
      more();
      return response.writeHead(204).end();
    }
    page = response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
    page.write(start);
    if (!pieces.length) page.end();
  });
}

let browser: Promise<Browser> | undefined;

const launch = async (): Promise<Browser> => {
  const options = chromiumOptions() ?? (fetchChromium() && {});
  if (!options) throw new Error('No Chromium: apt-get install chromium, or set CHROME_PATH');
  const launched = await chromium.launch(options);
  atTheEnd(() => launched.close());
  return launched;
};

export interface Opened {
  readonly page: Page;
  /** What the console said, and what nobody caught. */
  readonly said: string[];
  /** The sum of all layout shifts so far. */
  shift(): Promise<number>;
  /** Elements of ours whose nodes are not all those that the parser made. */
  renewed(): Promise<string[]>;
}

// Deferred scripts run after that: what is noted here is the server's.
const watch = `
  globalThis.shifts = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) globalThis.shifts += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  globalThis.roots = [];
  document.addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive') return;
    for (const element of document.querySelectorAll('*'))
      if (element.localName.startsWith('news-'))
        globalThis.roots.push([element, [...(element.shadowRoot?.querySelectorAll('*') ?? [])]]);
  });`;

const renewed = `globalThis.roots
  .filter(([{ shadowRoot }, nodes]) => !nodes.length || nodes.some((node) => !shadowRoot.contains(node)))
  .map(([{ localName }]) => localName)`;

/** Opens a page, and waits until the network rests. With a clock that stands still, its time is the test's. */
export async function open(url: string, options: BrowserContextOptions = {}, clock = false): Promise<Opened> {
  browser ??= launch();
  const context = await (await browser).newContext({ viewport: { width: 800, height: 900 }, ...options });
  atTheEnd(() => context.close());
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(String(error)));
  if (options.javaScriptEnabled !== false) await page.addInitScript(watch);
  if (clock) await page.clock.install();
  await page.goto(url, { waitUntil: 'networkidle' });
  return { page, said, shift: () => page.evaluate('shifts'), renewed: () => page.evaluate(renewed) };
}

export const withoutScript: BrowserContextOptions = { javaScriptEnabled: false };

/** What a reader is told of a page, through shadow roots and slots. */
export const seenOn = ({ page }: Opened): Promise<string> => page.locator('body').ariaSnapshot();
