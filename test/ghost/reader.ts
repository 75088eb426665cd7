import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before } from 'node:test';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { launch } from '../e2e/support.js';

// The Ghost site under test, and who reads it: a browser, and a partner's site on an origin of its own.

export const url = (process.env.GHOST_URL ?? '').replace(/\/+$/, '');
export const key = process.env.GHOST_KEY ?? '';
export const cookie = process.env.GHOST_COOKIE;

/** A post as the Content API has it. */
export interface Post {
  readonly id: string;
  readonly slug: string;
  readonly url: string;
  readonly title: string;
  readonly html: string;
  readonly visibility: string;
  readonly access: boolean;
  readonly tags: readonly { slug: string; visibility: string }[];
  readonly authors: readonly { slug: string; name: string }[];
}

/** What the site answers to us, without a browser. */
export async function get<T>(path: string, params: Record<string, string> = {}): Promise<T> {
  const response = await fetch(`${url}/${path}?${new URLSearchParams(params).toString()}`);
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return (await response.json()) as T;
}

export const posts = async (params: Record<string, string> = {}): Promise<readonly Post[]> =>
  (await get<{ posts: Post[] }>('ghost/api/content/posts/', { key, include: 'tags,authors', ...params }))
    .posts;

/** How many comments these posts have. */
export const counts = (ids: readonly string[]): Promise<Record<string, number>> =>
  get('members/api/comments/counts/', { ids: ids.join(',') });

const latest = url ? await posts({ limit: '100' }) : [];
const numbers = url ? await counts(latest.map(({ id }) => id)) : {};

/** The site's latest posts, and what tests look for among them. */
export const site = {
  latest,
  /** That all may read, and that shares a tag with another. */
  open: latest.find(
    ({ access, tags: [tag] }) =>
      access &&
      tag?.visibility === 'public' &&
      latest.filter(({ tags }) => tags.some(({ slug }) => slug === tag.slug)).length > 1,
  ) as Post,
  gated: latest.find(({ access }) => !access),
  /** The one that most was said about. */
  discussed: [...latest].sort((a, b) => (numbers[b.id] ?? 0) - (numbers[a.id] ?? 0))[0] as Post,
};

/** What a question to the source came to. */
export interface Outcome<T> {
  readonly value: T;
  readonly problem?: { kind: string; status: number; reason: string; message: string };
}

/** Asks through the source in this page. */
const asking = `<script type="module">
  import { sharedClient } from '/dist/content/client.js';
  const { signal } = new AbortController();
  window.ask = async (config, method, args) => {
    const client = sharedClient(config);
    const one = (...each) => client[method](...each, signal);
    try {
      return { value: await (method === 'story' ? Promise.all(args.map((each) => one(...each))) : one(...args)) };
    } catch ({ kind, status, reason, message }) {
      return { problem: { kind, status, reason, message } };
    }
  };
</script>`;

export class Reader {
  #browser!: Browser;
  #partner!: Server;
  #contexts: BrowserContext[] = [];
  readonly #pages = new Map<string, string>();
  #complaints: string[] = [];

  /** One for the suite that calls it, with everything that it opens closed after each test. */
  static forSuite(): Reader {
    const reader = new Reader();
    before(() => reader.#start());
    afterEach(() => reader.#leave());
    after(() => reader.#stop());
    return reader;
  }

  /** A page on the partner's site. */
  async open(body: string, attributes = ''): Promise<Page> {
    const path = `/page-${this.#pages.size + 1}`;
    this.#pages.set(
      path,
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Partner</title><link rel="icon" href="data:,">
      <script type="module" src="/dist/standfirst.all.js" ${attributes}></script>${body}`,
    );
    return this.#visit(this.#origin + path, await this.#newContext());
  }

  /** A question to the source, on a page of the partner's. */
  async ask<T>(
    method: string,
    args: readonly unknown[],
    config: { api?: string; source?: string; apiKey?: string } = {},
  ): Promise<Outcome<T>> {
    const page = await this.open(asking);
    await page.waitForFunction('window.ask');
    const all = { api: `${url}/ghost/api/content`, source: 'auto', apiKey: key, ...config };
    return page.evaluate(
      ([settings, name, given]) =>
        (window as unknown as { ask: (...all: unknown[]) => unknown }).ask(settings, name, given),
      [all, method, args] as const,
    ) as Promise<Outcome<T>>;
  }

  /** A page that the site itself serves, with our script and these elements on it. */
  async openOwn(post: Post, elements: string, signedIn = ''): Promise<Page> {
    const context = await this.#newContext();
    await context.addCookies(
      signedIn.split('; ').flatMap((one) => {
        const [name, value] = one.split('=');
        return name && value ? { name, value, url } : [];
      }),
    );
    const page = await this.#visit(post.url, context);
    await page.addScriptTag({ type: 'module', url: `${this.#origin}/dist/standfirst.all.js` });
    await page.evaluate((html) => document.body.insertAdjacentHTML('afterbegin', html), elements);
    return page;
  }

  get #origin(): string {
    return `http://127.0.0.1:${(this.#partner.address() as AddressInfo).port}`;
  }

  async #visit(address: string, context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.text().startsWith('NEWS-')) this.#complaints.push(message.text());
    });
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    return page;
  }

  async #newContext(): Promise<BrowserContext> {
    const context = await this.#browser.newContext();
    context.setDefaultTimeout(60_000);
    // A theme's scripts come from elsewhere; they are none of ours.
    const ours = [new URL(url).host, new URL(this.#origin).host];
    await context.route(
      ({ host }) => !ours.includes(host),
      (route) => route.abort(),
    );
    this.#contexts.push(context);
    return context;
  }

  async #start(): Promise<void> {
    this.#partner = createServer(({ url: path = '' }, response) => {
      const page = this.#pages.get(path);
      const file = /^\/dist\/[\w./-]+\.js$/.test(path) && !path.includes('..') ? path.slice(1) : undefined;
      const type = page ? 'text/html' : 'text/javascript';
      void (file ? readFile(file) : Promise.resolve(page)).then(
        (body) =>
          response
            .writeHead(body ? 200 : 404, { 'Content-Type': type, 'Access-Control-Allow-Origin': '*' })
            .end(body),
        () => response.writeHead(404).end(),
      );
    }).listen(0, '127.0.0.1');
    await once(this.#partner, 'listening');
    this.#browser = await launch();
  }

  /** What was said to the publisher is a failure, unless the test has asked for it. */
  async #leave(): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
    assert.deepEqual(this.#complaints.splice(0), []);
  }

  async #stop(): Promise<void> {
    await this.#browser.close();
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
  element.evaluate((host) => (host.shadowRoot?.firstElementChild as HTMLElement).innerText);

/** Fills in the form in an element, and sends it. */
export async function write(form: Locator, text: string): Promise<void> {
  await form.getByRole('textbox', { name: 'Comment', exact: true }).fill(text);
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Tove Lind');
  await form.getByRole('textbox', { name: 'E-mail', exact: true }).fill('tove@example.org');
  await form.getByRole('button', { name: 'Post comment' }).click();
}
