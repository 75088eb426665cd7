/** The Storybook, built and served, and one story of it in a page. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { serve, type ServerType } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Page } from 'playwright-core';
import { killGroup } from '../tools/processes.js';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const axe = createRequire(import.meta.url).resolve('axe-core');

let building: ChildProcess | undefined;
process.on('exit', () => building && killGroup(building));

/**
 * Builds it, with axe beside it.
 * @param cwd a tree of the project
 */
export async function build(folder: string, cwd = root): Promise<void> {
  building = spawn('npm', ['run', '--silent', 'build-storybook', '--', '--quiet', '-o', folder], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32',
  });
  const ended = once(building, 'close');
  const said = await Promise.all([text(building.stdout!), text(building.stderr!)]);
  const [code] = (await ended) as [number];
  building = undefined;
  assert.equal(code, 0, said.join('\n'));
  copyFileSync(axe, join(folder, 'axe.js'));
}

export function storiesIn(folder: string): string[] {
  const { entries } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as {
    entries: Record<string, { id: string; type: 'story' | 'docs' }>;
  };
  return Object.values(entries).flatMap(({ id, type }) => (type === 'story' ? id : []));
}

export interface Served {
  readonly server: ServerType;
  readonly origin: string;
}

export async function serveFolder(folder: string): Promise<Served> {
  const site = new Hono()
    .get('/favicon.ico', (answer) => answer.body(null, 204))
    // Without it the browser compiles the same two megabytes of script for each story.
    .use(
      serveStatic({
        root: folder,
        onFound: (_path, answer) => answer.header('Cache-Control', 'max-age=600'),
      }),
    );
  const server = serve({ fetch: site.fetch, hostname: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

interface Channel {
  last(event: 'storyFinished'): [{ readonly status: 'success' | 'error' }] | undefined;
}

/**
 * Shows a story, and waits until it has played.
 * @param globals what the toolbar would set: `scheme:dark`
 * @returns whether it came to its end
 */
export async function show(
  page: Page,
  id: string,
  globals: readonly string[],
  origin = '',
): Promise<boolean> {
  await page.emulateMedia({ forcedColors: id.endsWith('--forced-colours') ? 'active' : 'none' });
  // The check of the accessibility addon is left out: the tests make it themselves.
  const query = `id=${id}&viewMode=story&globals=${['a11y.manual:!true', ...globals].join(';')}`;
  await page.goto(`${origin}/iframe.html?${query}`);
  const finished = await page.waitForFunction(() => {
    const { __STORYBOOK_ADDONS_CHANNEL__: channel } = window as { __STORYBOOK_ADDONS_CHANNEL__?: Channel };
    return channel?.last('storyFinished')?.[0].status;
  });
  return (await finished.jsonValue()) === 'success';
}
