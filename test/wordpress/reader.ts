import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before } from 'node:test';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { launch } from '../e2e/support.js';
import { site, type Place } from './site.js';

// Who reads: a browser, and a partner's site on an origin of its own, whose pages carry our elements.

const script = readFileSync(new URL('../../dist/standfirst.all.js', import.meta.url));

/** How long a reader waits for anything, in milliseconds. */
const patience = 60_000;

export class Reader {
  #browser: Browser | undefined;
  #partner!: Server;
  #contexts: BrowserContext[] = [];
  readonly #pages = new Map<string, string>();
  /** What went wrong on a page, or was asked of anybody but the partner and WordPress. */
  #complaints: string[] = [];

  /** One for the suite that calls it, with everything that it opens closed after each test. */
  static forSuite(): Reader {
    const reader = new Reader();
    before(() => reader.#start());
    afterEach(() => reader.#leave());
    after(() => reader.#stop());
    return reader;
  }

  /** Address of the file that a partner's pages, or a publisher's, load. */
  get script(): string {
    return `${this.#origin}/standfirst.all.js`;
  }

  /** A page on the partner's site, shown to a reader of its own who was never here before, or in the same browser. */
  async open(place: Place | undefined, elements: string, context?: BrowserContext): Promise<Page> {
    const path = `/page-${this.#pages.size + 1}`;
    const api = place ? ` data-api="${place.api}"` : '';
    this.#pages.set(
      path,
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Partner</title><link rel="icon" href="data:,">
      <script type="module" src="/standfirst.all.js"${api}></script>${elements}`,
    );
    return this.visit(this.#origin + path, context);
  }

  /** Any page. */
  async visit(url: string, context?: BrowserContext): Promise<Page> {
    const page = await (context ?? (await this.#newContext())).newPage();
    page.on('pageerror', ({ stack = '' }) => {
      // WordPress' own scripts do not find what Debian keeps in other packages.
      if (!/\/wp-(admin|includes)\//.test(stack)) this.#complaints.push(stack);
    });
    await page.goto(url);
    return page;
  }

  get #origin(): string {
    return `http://partner.localhost:${(this.#partner.address() as AddressInfo).port}`;
  }

  async #newContext(): Promise<BrowserContext> {
    const context = await (this.#browser as Browser).newContext();
    context.setDefaultTimeout(patience);
    if (site.own)
      await context.route(
        ({ hostname }) => !hostname.endsWith('localhost'),
        (route) => {
          this.#complaints.push(`asked ${route.request().url()}`);
          return route.abort();
        },
      );
    this.#contexts.push(context);
    return context;
  }

  async #start(): Promise<void> {
    this.#partner = createServer(({ url = '' }, response) => {
      const page = this.#pages.get(url);
      const type = page ? 'text/html' : 'text/javascript';
      // Modules come from another origin only where that allows it.
      response
        .writeHead(200, { 'Content-Type': type, 'Access-Control-Allow-Origin': '*' })
        .end(page ?? script);
    }).listen(0, '127.0.0.1');
    await once(this.#partner, 'listening');
    this.#browser = await launch();
  }

  async #leave(): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
    assert.deepEqual(this.#complaints.splice(0), []);
  }

  async #stop(): Promise<void> {
    await this.#browser?.close();
    this.#partner.closeAllConnections();
    this.#partner.close();
  }
}

/** The element, once it stands so with its content. */
export async function be(element: Locator, state: string): Promise<Locator> {
  const handle = await element.elementHandle();
  await element
    .page()
    .waitForFunction(
      ([one, wanted]) => (one as unknown as { contentState: string }).contentState === wanted,
      [handle, state] as const,
    );
  return element;
}

/** What readers see of an element. */
export const textOf = (element: Locator): Promise<string> =>
  // Its own root, and what of its children is on show.
  element.evaluate((host: HTMLElement) =>
    [host.shadowRoot?.firstElementChild as HTMLElement, host]
      .map(({ innerText }) => innerText)
      .join('\n')
      .trim(),
  );

/** The same, line by line. */
export const lines = async (element: Locator): Promise<string[]> =>
  (await textOf(element))
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** A comment as a reader writes it. */
export interface Letter {
  readonly name?: string;
  readonly email?: string;
  readonly text: string;
}

export const someone = { name: 'Tove Lind', email: 'tove@example.org' };

export const field = (form: Locator, name: string): Locator =>
  form.getByRole('textbox', { name, exact: true });

/** Fills in the form that stands in an element. */
export async function write(form: Locator, letter: Letter): Promise<void> {
  const { name, email, text } = { ...someone, ...letter };
  await field(form, 'Comment').fill(text);
  await field(form, 'Name').fill(name);
  await field(form, 'E-mail').fill(email);
}

/** The same, and sends it. */
export async function send(form: Locator, letter: Letter): Promise<void> {
  await write(form, letter);
  await form.getByRole('button', { name: 'Post comment' }).click();
}

/** Waits until the reader is told so. */
export const told = (form: Locator, sentence: string): Promise<void> =>
  form.locator('[part~=notice]').getByText(sentence).first().waitFor();
