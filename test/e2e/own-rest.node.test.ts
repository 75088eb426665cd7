import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { check } from '../../src/cli/check.js';
import { printed } from '../../src/cli/print.js';
import { html, partner, serve } from '../cli/support.js';
import { launch } from './support.js';

const file = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('the server that docs/rest.md shows', { timeout: 120_000 }, () => {
  let server: Server;
  let browser: Browser;
  let api = '';

  before(async () => {
    const [, example] = /<!-- example -->\s*```js\n([^]*?)```/.exec(file('docs/rest.md'))!;
    process.env.PORT = '0';
    const code = example!.replace(/^createServer/m, 'export default createServer');
    const module = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { default: Server };
    server = module.default;
    if (!server.listening) await once(server, 'listening');
    api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    browser = await launch();
  });

  after(async () => {
    await browser.close();
    server.close();
    server.closeAllConnections();
  });

  it('has all that a check looks for, from another origin', async () => {
    const report = await check({ target: api, origin: partner });
    assert.ok(
      report.findings.every(({ mark }) => mark === 'ok'),
      printed(report, false),
    );
  });

  it('shows stories on a page of another origin, and takes a comment there', async () => {
    const script = file('dist/standfirst.all.js');
    const origin = await serve(({ path }) =>
      path.endsWith('.js')
        ? { headers: { 'Content-Type': 'text/javascript' }, body: script }
        : html(`<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,">
            <script type="module" src="/standfirst.all.js" data-api="${api}"></script>
            <news-article-card story="harbour-opens"></news-article-card>
            <news-related-stories story="harbour-opens"></news-related-stories>
            <news-comments story="harbour-opens" loading="eager"></news-comments>
            <news-comment-form story="harbour-opens"></news-comment-form>`),
    );
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('NEWS-')) complaints.push(message.text());
    });
    await page.goto(origin);
    await page.locator('news-article-card').getByText('The harbour opens again').waitFor();
    await page.locator('news-related-stories').getByText('The night ferry is back').waitFor();
    assert.equal(await page.locator('news-related-stories').getByText('The harbour').count(), 0);

    const form = page.locator('news-comment-form');
    await form.getByRole('textbox', { name: 'Comment', exact: true }).fill('At last.');
    await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Tove Lind');
    await form.getByRole('textbox', { name: 'E-mail', exact: true }).fill('tove@example.org');
    await form.getByRole('button', { name: 'Post comment' }).click();
    await form.getByText('Thank you. Your comment is posted.').waitFor();
    await page.reload();
    await page.locator('news-comments').getByText('At last.').waitFor();
    assert.deepEqual(complaints, []);
    await page.close();
  });
});
