import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserLauncher } from '@web/test-runner';
import { WebdriverLauncher } from '@web/test-runner-webdriver';
import { killGroup } from './processes.js';

/** What WebKitGTK takes: its driver, the small browser that the driver starts, and a display that nobody sees. */
export interface WebKitGtk {
  driver: string;
  browser: string;
  display: string;
}

export function webkitGtk(driver: string | undefined, display: string | undefined): WebKitGtk | undefined {
  const multiarch = existsSync('/usr/lib')
    ? readdirSync('/usr/lib').map((folder) => `/usr/lib/${folder}`)
    : [];
  const browser = ['/usr/libexec', '/usr/lib', '/usr/lib64', ...multiarch]
    .map((folder) => `${folder}/webkit2gtk-4.1/MiniBrowser`)
    .find((path) => existsSync(path));
  return driver && display && browser ? { driver, browser, display } : undefined;
}

export function webkitGtkLauncher(programs: WebKitGtk): BrowserLauncher {
  // Its types do not reckon with `exactOptionalPropertyTypes`.
  return new WebKitGtkLauncher(programs) as BrowserLauncher;
}

/** Starts its display and its driver when the run starts, and ends both with the browser. */
class WebKitGtkLauncher extends WebdriverLauncher {
  /** One window: keys and mouse reach only a page that is not in a frame. */
  readonly concurrency = 1;
  #programs: WebKitGtk;
  #connection: { port: number };
  #children: ChildProcess[] = [];

  constructor(programs: WebKitGtk) {
    const connection = { hostname: '127.0.0.1', protocol: 'http' as const, port: 0 };
    const capabilities = {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      // The page tells itself when it is done. Its load event may be minutes away, as long as a test's picture does not come;
      // the driver would wait for it, and end the run after two.
      pageLoadStrategy: 'none' as const,
      'webkitgtk:browserOptions': { binary: programs.browser, args: ['--automation'] },
    };
    const options = Object.assign(connection, { capabilities, logLevel: 'error' as const });
    super(options);
    this.#programs = programs;
    this.#connection = options;
  }

  override async initialize(...args: Parameters<WebdriverLauncher['initialize']>): Promise<void> {
    const { display, driver } = this.#programs;
    const xvfb = spawn(display, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      detached: true,
    });
    this.#children.push(xvfb);
    process.once('exit', this.#kill);
    const number = await firstLine(xvfb.stdio[3] as Readable);

    const port = await freePort();
    this.#connection.port = port;
    const env = { ...process.env, DISPLAY: `:${number}` };
    const args_ = ['--host=127.0.0.1', `--port=${port}`];
    this.#children.push(spawn(driver, args_, { stdio: 'ignore', detached: true, env }));
    await answering(`http://127.0.0.1:${port}/status`);
    await super.initialize(...args);
  }

  override async stop(): Promise<void> {
    await super.stop();
    const gone = this.#children.map((child) =>
      child.exitCode === null ? once(child, 'exit') : Promise.resolve(),
    );
    this.#kill();
    await Promise.all(gone);
    process.off('exit', this.#kill);
  }

  #kill = (): void => {
    for (const child of this.#children.splice(0).reverse()) killGroup(child);
  };
}

async function firstLine(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.includes('\n')) return text.trim();
  }
  throw new Error('Xvfb ended before it named its display');
}

/** WebKitWebDriver takes no port 0. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 1_200; tries++) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await pause(50);
  }
  throw new Error('WebKitWebDriver did not answer within a minute');
}
