/** A comment from a partner's page to a WordPress that takes none by script: the reader goes there with it. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, afterEach, before, describe, it } from 'node:test';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { newsReader, scripts } from './outbox-support.js';

const PATIENCE = 60_000;
const FOUR_MINUTES = { timeout: 240_000 };

const records = new URL('../backends/wordpress-6.8/', import.meta.url);

interface Recorded {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const manifest = JSON.parse(readFileSync(new URL('manifest.json', records), 'utf8')) as Recorded[];

/** Answers as WordPress once did. */
function replay(id: string, response: ServerResponse): void {
  const { status, headers, body } = manifest.find((one) => one.id.startsWith(id))!;
  response
    .writeHead(status, { 'Content-Type': headers['Content-Type'] })
    .end(readFileSync(new URL(body, records)));
}

const address = (server: Server, host: string): string =>
  `http://${host}.example:${(server.address() as AddressInfo).port}`;

async function serve(listener: RequestListener): Promise<Server> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const story = '/2025/03/harbour-bridge-opens-after-nine-years/';

/** A stock WordPress: all can read by REST, and write by the form of its own pages. */
class WordPress {
  /** What has arrived by the form, newest last. */
  readonly arrived: Record<string, string>[] = [];
  /** How many comments by script it has declined. */
  declined = 0;
  /** The next comment comes too soon after another. */
  flood = false;
  /** The answer to a form waits for this. */
  patience = Promise.resolve();
  server!: Server;

  async start(): Promise<void> {
    this.server = await serve((request, response) => {
      const { pathname } = new URL(request.url!, 'http://_');
      response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*');
      if (pathname === '/wp-json/') response.end(JSON.stringify({ url: this.home }));
      else if (pathname === '/wp-json/wp/v2/posts') replay('019', response);
      else if (pathname === '/wp-json/wp/v2/comments') {
        this.declined++;
        replay('092', response);
      } else if (pathname === '/wp-comments-post.php') void this.#take(text(request), response);
      else response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>Their page</title>');
    });
  }

  get home(): string {
    return address(this.server, 'wordpress');
  }

  async #take(body: Promise<string>, response: ServerResponse): Promise<void> {
    this.arrived.push(Object.fromEntries(new URLSearchParams(await body)));
    await this.patience;
    if (this.flood) replay('147', response);
    else response.writeHead(302, { Location: `${story}#comment-${this.arrived.length}` }).end();
    this.flood = false;
  }
}

interface Partner {
  /** Content security policy. */
  readonly policy?: string;
  readonly charset?: string;
  /** In the head of the page. */
  readonly head?: string;
}

interface Notice {
  readonly text: string;
  readonly focused: boolean;
  readonly link: string | null;
}

/**
 * Runs in each page, and tells what its form says: the driver itself looks at no page that is about to be left, and
 * takes a page that its policy keeps for one. A reader who sees that they are taken elsewhere presses once more.
 */
function watch(): void {
  let last = '';
  setInterval(() => {
    const root = document.querySelector('news-comment-form')?.shadowRoot;
    const notice = root?.querySelector('.notice');
    if (!notice) return;
    const now: Notice = {
      text: notice.textContent,
      focused: root?.activeElement === notice,
      link: notice.querySelector('a')?.getAttribute('href') ?? null,
    };
    if (last === (last = JSON.stringify(now))) return;
    (window as unknown as { tell(now: Notice): void }).tell(now);
    if (now.text.includes('You are taken there')) root?.querySelector('form')?.requestSubmit();
  }, 5);
}

describe('a comment that only the site’s own page takes', FOUR_MINUTES, () => {
  let wordpress: WordPress;
  let partner: Server;
  let partners: Partner;
  let browser: Browser;
  let context: BrowserContext;
  let notice: Notice;

  before(async () => {
    const files = await scripts();
    partner = await serve((request, response) => {
      const script = files.get(new URL(request.url!, 'http://_').pathname);
      const { policy, charset = 'utf-8', head = '' } = partners;
      if (policy) response.setHeader('Content-Security-Policy', policy);
      response.setHeader('Content-Type', script ? 'text/javascript' : `text/html; charset=${charset}`).end(
        script ??
          `<!doctype html><html lang="en"><head><title>Partner</title><link rel="icon" href="data:,">${head}
          <script type="module" src="/define.js"></script></head>
          <body><news-comment-form api="${wordpress.home}/wp-json" story="4"></news-comment-form></body></html>`,
      );
    });
    browser = await chromium.launch(newsReader());
  });

  afterEach(async () => {
    await context.close();
    wordpress.server.close();
    wordpress.server.closeAllConnections();
  });

  after(async () => {
    await browser.close();
    partner.close();
    partner.closeAllConnections();
  });

  /** A reader on the page of a partner, and what is wrong with the page. */
  async function reader(
    how: (home: string) => Partner = () => ({}),
  ): Promise<{ page: Page; wrong: string[] }> {
    wordpress = new WordPress();
    await wordpress.start();
    partners = how(wordpress.home);
    notice = { text: '', focused: false, link: null };
    context = await browser.newContext();
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    await page.exposeFunction('tell', (now: Notice) => (notice = now));
    await page.addInitScript(watch);
    const wrong: string[] = [];
    page.on('pageerror', ({ message }) => wrong.push(message));
    await page.goto(address(partner, 'partner'));
    return { page, wrong };
  }

  async function write(page: Page, words = 'Greetings from next door.'): Promise<void> {
    for (const [field, value] of Object.entries({ text: words, name: 'Ola Lind', email: 'ola@example.org' }))
      await page.locator(`[name=${field}]`).fill(value);
  }

  const press = (page: Page, name: string): Promise<void> =>
    page.getByRole('button', { name }).click({ noWaitAfter: true });
  /** Waits for what the form says. */
  async function says(words: string): Promise<void> {
    const end = Date.now() + PATIENCE;
    while (!notice.text.includes(words)) {
      if (Date.now() > end) assert.fail(`It says “${notice.text}”, not “${words}”.`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  const written = (page: Page): Promise<string> => page.locator('[name=text]').inputValue();
  const lands = (page: Page, count: number): Promise<void> =>
    page.waitForURL(`${wordpress.home}${story}#comment-${count}`);
  const asked = 'You took this comment to the site’s own page.';

  it('goes there with its reader, who is asked about it on return and says that it has arrived', async () => {
    const { page, wrong } = await reader();
    let answer!: () => void;
    wordpress.patience = new Promise((resolve) => (answer = resolve));
    await write(page);
    await press(page, 'Post comment');
    await says('The site takes comments only on its own page. You are taken there with yours …');
    while (!wordpress.arrived.length) await new Promise((resolve) => setTimeout(resolve, 5));
    answer();
    await lands(page, 1);
    assert.deepEqual(wordpress.arrived, [
      {
        comment_post_ID: '4',
        comment_parent: '0',
        author: 'Ola Lind',
        email: 'ola@example.org',
        url: '',
        comment: 'Greetings from next door.',
      },
    ]);
    assert.equal(wordpress.declined, 1);

    await page.goBack();
    await says(asked);
    assert.equal(await written(page), 'Greetings from next door.');
    await press(page, 'It has arrived');
    await says('Thank you. Your comment has arrived.');
    await page.reload();
    assert.equal(await written(page), '');
    assert.equal(wordpress.arrived.length, 1);
    assert.deepEqual(wrong, []);
  });

  it('declined there: is still in the form on return, and is taken there again', async () => {
    const { page } = await reader();
    wordpress.flood = true;
    await write(page);
    await press(page, 'Post comment');
    await page.waitForURL(`${wordpress.home}/wp-comments-post.php`);
    await page.getByText('You are posting comments too quickly.').waitFor();
    await page.goBack();
    await says(asked);
    await press(page, 'Try again');
    await lands(page, 2);
    assert.deepEqual(wordpress.arrived[1], wordpress.arrived[0]);
  });

  it('arrives as it was written from an old page that opens its links elsewhere', async () => {
    const words = 'Grüße –\n“سلام” 🙂';
    const { page } = await reader(() => ({ charset: 'windows-1252', head: '<base target="_blank">' }));
    await write(page, words);
    await press(page, 'Post comment');
    await lands(page, 1);
    assert.equal(wordpress.arrived[0]?.comment, words.replace('\n', '\r\n'));
    assert.equal(context.pages().length, 1);
  });

  const strict = (home: string, forms: string): Partner => ({
    policy: `default-src 'none'; base-uri 'none'; img-src data:; script-src 'self'; connect-src ${home}; form-action ${forms}; require-trusted-types-for 'script'; trusted-types standfirst lit-html`,
  });

  it('goes there from a page with a strict policy that allows it', async () => {
    const { page, wrong } = await reader((home) => strict(home, `'self' ${home}`));
    await write(page);
    await press(page, 'Post comment');
    await lands(page, 1);
    assert.deepEqual(wrong, []);
  });

  it('kept by the page’s policy: stays in the form, and its reader is told where to leave it', async () => {
    const { page, wrong } = await reader((home) => strict(home, `'self'`));
    await write(page);
    await press(page, 'Post comment');
    await says('This page cannot take your comment to the site’s own page. It is kept here');
    while (!notice.focused) await new Promise((resolve) => setTimeout(resolve, 10));
    assert.equal(notice.link, `http://127.0.0.1:8631${story}`);
    assert.deepEqual(wordpress.arrived, []);
    // Nobody has gone anywhere: there is nothing to ask.
    await page.reload({ waitUntil: 'networkidle' });
    await says('We have kept the comment that you began.');
    assert.equal(await written(page), 'Greetings from next door.');
    assert.deepEqual(wrong, []);
  });
});
