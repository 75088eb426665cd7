import { type ChildProcess, execFile, fork } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readContent } from './api/content.js';
import { createEdition } from './site/edition.js';
import { listen, type Listening } from './site/listen.js';
import { createPartner } from './site/partner.js';
import { createSite } from './site/site.js';

/*
 * Starts the demo: npm start
 *
 * PORT          4800, the newspaper
 * API_PORT      4801, its content API
 * PARTNER_PORT  4802, a stranger's page that shows the newspaper's stories
 * DATA_DIR      .data/api, the API's database
 * DATABASE_URL  postgres://…, a PostgreSQL server's database in place of the one in DATA_DIR
 * CONTENT_DIR   demo/content
 */

const root = fileURLToPath(new URL('..', import.meta.url));

const listening: Listening[] = [];
let api: ChildProcess | undefined;
const stopping = new AbortController();

function stop(): void {
  stopping.abort();
  for (const one of listening) one.close();
  api?.kill();
}

function portIn(variable: string, standard: number): number {
  const value = process.env[variable]?.trim() || String(standard);
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65535) {
    throw new Error(`${variable} must be a port number; it is “${value}”.`);
  }
  return Number(value);
}

/** Builds the elements, unless what was built is newer than what it is built from. */
async function build(): Promise<void> {
  const built = join(root, 'dist/standfirst.all.js');
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const changed = ['package.json', 'vite.config.ts', ...sources.map((name) => join('src', name))].map(
    (name) => statSync(join(root, name)).mtimeMs,
  );
  if (existsSync(built) && statSync(built).mtimeMs >= Math.max(...changed)) return;
  console.log('Building the elements …');
  try {
    const { signal } = stopping;
    await promisify(execFile)('npm', ['run', 'build'], {
      cwd: root,
      signal,
      shell: process.platform === 'win32',
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`The elements could not be built (npm run build):\n${stdout}${stderr}`);
  }
}

// Were this process killed, its child would go on and hold the port: it goes when the channel between them breaks.
const endWithParent = "process.on('disconnect', () => process.kill(process.pid)).channel.unref()";

/** Starts the content API; undefined when it could not start, and has said why. */
function startApi(env: NodeJS.ProcessEnv): Promise<{ origin: string; moderation: string } | undefined> {
  const child = fork(fileURLToPath(new URL('api/main.ts', import.meta.url)), {
    cwd: root,
    env: { ...process.env, ...env },
    execArgv: ['--import', 'tsx', '--import', `data:text/javascript,${encodeURIComponent(endWithParent)}`],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    // Ctrl-C reaches all of a terminal's group: the API is to hear it once, from here.
    detached: true,
  });
  api = child;
  let said = '';
  return new Promise((resolve) => {
    child.once('exit', () => resolve(undefined));
    child.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      const origin = /^Content API: +(\S+)\/v1\n/m.exec(said)?.[1];
      const moderation = /^Moderation: +(\S+)\n/m.exec(said)?.[1];
      if (origin && moderation) resolve({ origin, moderation });
    });
  });
}

async function start(): Promise<void> {
  const content = readContent(process.env.CONTENT_DIR?.trim() || join(root, 'demo/content'));
  const edition = createEdition(content, content.stories[0]!.id);

  // The ports first: that one is taken is known at once. Requests that come before all is ready wait.
  let open: (pages: Record<'site' | 'partner', ReturnType<typeof createSite>>) => void;
  const pages = new Promise<Parameters<typeof open>[0]>((resolve) => (open = resolve));
  const listenFor = async (page: 'site' | 'partner', variable: string, standard: number) => {
    const one = await listen(
      async (request) => (await pages)[page].fetch(request),
      portIn(variable, standard),
      variable,
    );
    listening.push(one);
    return one.origin;
  };
  const site = await listenFor('site', 'PORT', 4800);
  const partner = await listenFor('partner', 'PARTNER_PORT', 4802);

  const started = await startApi({ SITE_ORIGIN: site, LEAD: edition.lead.id });
  if (stopping.signal.aborted) return;
  if (!started) {
    process.exitCode = 1;
    return stop();
  }
  await build();

  const origins = { site, api: started.origin };
  open!({ site: createSite(edition, origins), partner: createPartner(edition, origins, partner) });
  api!.once('exit', () => {
    if (!stopping.signal.aborted)
      console.error('The content API has stopped. The pages go on without it: stop and start again.');
  });
  console.log(`
An article     ${site}/
Moderation     ${started.moderation}
A partner      ${partner}/
The builder    ${site}/builder
Content API    ${started.origin}/v1/openapi.json

Ctrl-C stops all of it.`);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
start().catch((error: unknown) => {
  if (stopping.signal.aborted) return;
  console.error((error as Error).message);
  process.exitCode = 1;
  stop();
});
