import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build, type OutputFile } from 'esbuild';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { chromiumOptions, fetchChromium } from '../tools/browsers.js';

const closing: (() => unknown)[] = [];
after(async () => {
  for (const close of closing.reverse()) await close();
});

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A server on a port of its own, until the tests of this file are over. */
export async function serve(handler: Handler): Promise<string> {
  const server = createServer((request, response) => void handler(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Bundles modules for a page, what is loaded later in chunks of its own: `/NAME.js` for each entry. */
async function bundle(entries: Record<string, string>): Promise<Map<string, OutputFile>> {
  const { outputFiles } = await build({
    entryPoints: Object.fromEntries(
      Object.entries(entries).map(([name, file]) => [
        name,
        fileURLToPath(new URL(`../../${file}`, import.meta.url)),
      ]),
    ),
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['production', 'browser'],
    outdir: '/',
    write: false,
  });
  return new Map(outputFiles.map((file) => [file.path.replaceAll('\\', '/').replace(/^\w:/, ''), file]));
}

const modules = bundle({
  hydrate: 'src/hydrate.ts',
  define: 'src/define.ts',
  card: 'src/elements/article-card/define.ts',
  provider: 'src/elements/provider/define.ts',
});
const oneFile = bundle({ 'standfirst.all': 'src/embed/all.ts' });

/** Answers with our modules; false where the request is for something else. */
export async function serveModules(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const path = request.url?.replace(/\?.*/, '') ?? '';
  const file = (await modules).get(path) ?? (await oneFile).get(path);
  if (!file) return false;
  response.setHeader('Content-Type', 'text/javascript').end(file.contents);
  return true;
}

let browser: Promise<Browser> | undefined;

const launch = async (): Promise<Browser> => {
  const options = chromiumOptions() ?? (fetchChromium() && {});
  if (!options) throw new Error('No Chromium: apt-get install chromium, or set CHROME_PATH');
  const launched = await chromium.launch(options);
  closing.push(() => launched.close());
  return launched;
};

export interface Opened {
  readonly page: Page;
  /** What the console said, and what nobody caught. */
  readonly said: string[];
  /** The sum of all layout shifts so far. */
  shift(): Promise<number>;
}

const watchShifts = `
  globalThis.shifts = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) globalThis.shifts += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });`;

/** Opens a page, and waits until the network rests. */
export async function open(url: string, options: BrowserContextOptions = {}, first = ''): Promise<Opened> {
  browser ??= launch();
  const context = await (await browser).newContext({ viewport: { width: 800, height: 900 }, ...options });
  closing.push(() => context.close());
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  if (options.javaScriptEnabled !== false) await page.addInitScript(watchShifts + first);
  await page.goto(url, { waitUntil: 'networkidle' });
  return { page, said, shift: () => page.evaluate('globalThis.shifts') };
}
