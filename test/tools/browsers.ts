import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import type { BrowserLauncher } from '@web/test-runner';
import { chromium, webkit, type LaunchOptions } from 'playwright-core';
import { webkitGtk, webkitGtkLauncher } from './webkit-gtk.js';

export const engineNames = ['chromium', 'firefox', 'webkit'] as const;
export type EngineName = (typeof engineNames)[number];

export interface Engine {
  name: EngineName;
  /** Absent when the engine is not on this machine. */
  launcher?: BrowserLauncher;
  /** What to do to have it here. */
  install: string;
}

/** The engines of this machine, in a fixed order, the absent ones among them. */
export function findEngines(): Engine[] {
  return [
    engine('chromium', chromiumLauncher(), 'apt-get install chromium, or set CHROME_PATH'),
    engine('firefox', firefoxLauncher(), 'apt-get install firefox-esr, or set FIREFOX_PATH'),
    engine(
      'webkit',
      webkitLauncher(),
      'apt-get install webkit2gtk-driver xvfb; on a Mac: npx playwright-core install webkit',
    ),
  ];
}

/** Fetches Chromium into Playwright's cache; false when that did not work within three minutes. */
export function fetchChromium(): boolean {
  const cli = join(createRequire(import.meta.url).resolve('playwright-core/package.json'), '../cli.js');
  try {
    execFileSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: 180_000 });
    return existsSync(chromium.executablePath());
  } catch {
    return false;
  }
}

function engine(name: EngineName, launcher: BrowserLauncher | undefined, install: string): Engine {
  return launcher ? { name, install, launcher: named(launcher, name) } : { name, install };
}

/** Launchers call themselves "Chromium" or "Webkit on linux", some only once they are initialized. */
function named(launcher: BrowserLauncher, name: EngineName): BrowserLauncher {
  return Object.defineProperty(launcher, 'name', { get: () => name, set: () => {} });
}

/** How long a browser may take to start that a machine reads from its disk for the first time, in milliseconds. */
const launchTimeout = 120_000;

/** How to start Chromium by Playwright; undefined when it is not on this machine. */
export function chromiumOptions(): LaunchOptions | undefined {
  const executablePath = firstOf(
    process.env.CHROME_PATH,
    ...onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    chromium.executablePath(),
  );
  if (!executablePath) return undefined;
  const args = ['--disable-gpu', '--disable-quic', '--disable-sync'];
  return { executablePath, args, timeout: launchTimeout };
}

function chromiumLauncher(): BrowserLauncher | undefined {
  const launchOptions = chromiumOptions();
  return launchOptions && playwrightLauncher({ product: 'chromium', launchOptions });
}

/** Playwright drives only a Firefox of its own build; Puppeteer drives the stock one, over WebDriver BiDi. */
function firefoxLauncher(): BrowserLauncher | undefined {
  const executablePath = firstOf(
    process.env.FIREFOX_PATH,
    ...onPath('firefox-esr', 'firefox'),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  );
  if (!executablePath) return undefined;
  // Firefox sends a GET up to ten times when the connection is cut; the tests count what the client sends.
  const extraPrefsFirefox = { 'network.http.request.max-attempts': 1 };
  return puppeteerLauncher({
    launchOptions: {
      browser: 'firefox',
      executablePath,
      headless: true,
      extraPrefsFirefox,
      timeout: launchTimeout,
    },
  });
}

function webkitLauncher(): BrowserLauncher | undefined {
  if (existsSync(webkit.executablePath())) return playwrightLauncher({ product: 'webkit' });
  const programs = webkitGtk(firstOf(...onPath('WebKitWebDriver')), firstOf(...onPath('Xvfb')));
  return programs && webkitGtkLauncher(programs);
}

function onPath(...names: string[]): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function firstOf(...paths: (string | undefined)[]): string | undefined {
  return paths.find((path) => path && existsSync(path));
}
