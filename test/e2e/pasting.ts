import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** A stranger's server: whatever is pasted into its page, on an origin of its own. */
export class Stranger {
  #head = '';
  #body = '';
  #scripts = new Map<string, string>();
  readonly #server = createServer(({ url = '/' }, response) => {
    const script = this.#scripts.get(url);
    response.setHeader('Content-Type', script === undefined ? 'text/html; charset=utf-8' : 'text/javascript');
    response.end(
      script ??
        `<!doctype html><html lang="en"><head><title>Elsewhere</title>${this.#head}</head><body><h1>Elsewhere</h1>${this.#body}</body></html>`,
    );
  });

  async listen(): Promise<void> {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening');
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Opens its page with that in it. */
  async open(
    browser: Browser,
    { head = '', body = '', script = '' },
    options: BrowserContextOptions = {},
  ): Promise<Page> {
    this.#head = head + (script && '<script type="module" src="/bundle.js"></script>');
    this.#body = body;
    this.#scripts = new Map(script ? [['/bundle.js', script]] : []);
    const page = await (await browser.newContext(options)).newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(this.origin);
    return page;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
