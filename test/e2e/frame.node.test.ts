import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Browser, Frame, Page } from 'playwright-core';
import { hosts, type Choice } from '../../demo/builder/choice.js';
import { snippetOf } from '../../demo/builder/snippets.js';
import { listen, type Listening } from '../../demo/site/listen.js';
import { Stranger } from './pasting.js';
import { endAll, freePorts, launch, startApi } from './support.js';

const folder = mkdtempSync(join(tmpdir(), 'standfirst-frame-'));
const stranger = new Stranger();
let browser: Browser;
let cdn: Listening;
let api = '';

/** The package, as a CDN has it. */
function files(): Hono {
  const app = new Hono();
  const dist = fileURLToPath(new URL('../../dist', import.meta.url));
  app.use('*', async (c, next) => {
    c.header('Access-Control-Allow-Origin', '*');
    await next();
  });
  app.use('*', serveStatic({ root: dist, rewriteRequestPath: (path) => path.replace(/^.*\/dist/, '') }));
  return app;
}

/** What the builder gives to paste. */
function snippet(tag: string, attributes: Record<string, string>, more: Partial<Choice> = {}): string {
  const choice: Choice = {
    api,
    source: 'auto',
    key: '',
    files: `${cdn.origin}/standfirst`,
    theme: '',
    scheme: '',
    host: hosts.light,
    lang: 'en',
    words: '',
    link: '',
    way: 'frame',
    elements: [{ tag, attributes }],
    refused: [],
    ...more,
  };
  return snippetOf(choice, { version: '1.2.3', integrity: '' })!;
}

/** A frame by an address of one's own making. */
const framed = (query: string, attributes = ''): string =>
  snippet('news-share', {}).replace(
    /<iframe[^]*/,
    `<iframe src="${cdn.origin}/dist/frame.html?tag=news-${query}" height="300" ${attributes}></iframe>`,
  );

const paste = (body: string): Promise<Page> => stranger.open(browser, { body });

async function frameOf(page: Page): Promise<Frame> {
  const frame = await (await page.locator('iframe').first().elementHandle()).contentFrame();
  await frame!.waitForLoadState();
  return frame!;
}

const heightOf = (page: Page): Promise<number> =>
  page
    .locator('iframe')
    .first()
    .evaluate((one) => Number((one as HTMLIFrameElement).height));

/** Until the frame is as high as what it shows, which pictures may still change. */
async function fits(page: Page, frame: Frame): Promise<number> {
  for (let tries = 0; tries < 500; tries++) {
    const [shown, height] = await Promise.all([
      frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height)),
      heightOf(page),
    ]);
    if (shown === height) return height;
  }
  return assert.fail(`the frame is ${await heightOf(page)} high`);
}

before(async () => {
  const [port] = (await freePorts(1)) as [string];
  api = `http://localhost:${port}/v1`;
  [browser, cdn] = await Promise.all([
    launch(),
    listen(files().fetch, 0, 'PORT'),
    startApi({ API_PORT: port, DATA_DIR: folder }),
    stranger.listen(),
  ]);
});

after(async () => {
  await browser.close();
  cdn.close();
  stranger.close();
  await endAll();
  rmSync(folder, { recursive: true });
});

describe('a frame', () => {
  it('is as high as the element in it, and grows with it', async () => {
    const page = await paste(
      snippet('news-related-stories', { from: 'latest', limit: '3', 'load-more': '' }),
    );
    const frame = await frameOf(page);
    await frame.locator('[part~=item]').nth(2).waitFor();
    const before = await fits(page, frame);
    await frame.getByRole('button').click();
    await frame.locator('[part~=item]').nth(5).waitFor();
    assert.ok((await fits(page, frame)) > before * 1.5);
    assert.ok(await frame.evaluate(() => document.documentElement.scrollHeight <= innerHeight));
  });

  it('has the theme, the language and the direction that it was given', async () => {
    const page = await paste(
      snippet('news-article-card', { story: '1001' }, { theme: 'wire', scheme: 'dark', lang: 'ur' }),
    );
    const frame = await frameOf(page);
    await frame.getByRole('link').first().waitFor();
    await frame.waitForFunction(
      () => getComputedStyle(document.documentElement).backgroundColor !== 'rgba(0, 0, 0, 0)',
    );
    const { lang, dir, className } = await frame.evaluate(() => {
      const { lang, dir, className } = document.documentElement;
      return { lang, dir, className };
    });
    assert.deepEqual({ lang, dir, className }, { lang: 'ur', dir: 'rtl', className: 'news-wire news-dark' });
  });

  it('leads its links into a tab of their own, and the page around stays', async () => {
    const page = await paste(snippet('news-article-card', { story: '1001' }));
    const link = (await frameOf(page)).getByRole('link').first();
    await link.waitFor();
    await page.context().route(/grey-sound/, (route) => route.fulfill({ body: 'The story' }));
    const [tab] = await Promise.all([page.waitForEvent('popup'), link.click()]);
    await tab.getByText('The story').waitFor();
    assert.equal(page.url(), `${stranger.origin}/`);
  });

  it('keeps links to places in it to itself', async () => {
    const page = await paste(snippet('news-comments', { story: '1001', loading: 'eager' }));
    const frame = await frameOf(page);
    const link = frame.locator('a[href^="#comment-"]').first();
    await link.click();
    await frame.waitForURL(/#comment-/);
    assert.equal(page.context().pages().length, 1);
  });

  it('shows nothing by itself: an address must not speak in the publisher’s name', async () => {
    const page = await paste('');
    const said = page.waitForEvent('console');
    await page.goto(`${cdn.origin}/dist/frame.html?tag=news-share&label=Send%20money`);
    assert.match((await said).text(), /^NEWS-FRAME/);
    assert.equal(await page.locator('body *').count(), 0);
  });
});

describe('of heights', () => {
  it('the page hears its frames, and nobody else', async () => {
    const page = await paste(
      `${snippet('news-article-card', { story: '1001' })}<iframe id="other" srcdoc="<p>"></iframe>`,
    );
    const frame = await frameOf(page);
    await frame.getByRole('link').first().waitFor();
    const height = await fits(page, frame);
    // From another frame, from the page itself, then from the frame after it was led to another origin.
    const heard = (from: string) =>
      page.evaluate(
        (sender) =>
          new Promise((done) => {
            addEventListener('message', ({ data }) => data.newsHeight === 9999 && done(undefined), {
              once: true,
            });
            const window = sender ? document.querySelector<HTMLIFrameElement>(sender)!.contentWindow! : self;
            (window as unknown as { eval(code: string): void }).eval(
              'parent.postMessage({ newsHeight: 9999 }, "*")',
            );
          }),
        from,
      );
    await heard('#other');
    await heard('');
    assert.equal(await heightOf(page), height);
    await page.context().route('**/elsewhere', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<script>parent.postMessage({ newsHeight: 9999 }, "*")</script>',
      }),
    );
    const told = page.evaluate(
      () => new Promise((done) => addEventListener('message', () => done(undefined))),
    );
    await frame.evaluate(() => location.assign('http://127.0.0.1:1/elsewhere'));
    await told;
    assert.equal(await heightOf(page), height);
  });

  it('the frame tells the page that opened it, by its origin, and never whoever listens', async () => {
    const at = `${cdn.origin}/dist/frame.html?tag=news-share`;
    const page = await paste(
      `<script>window.heard = []; addEventListener('message', ({ source }) => heard.push(source))</script>
      <iframe id="silent" src="${at}" referrerpolicy="no-referrer"></iframe>`,
    );
    await (await frameOf(page)).locator('news-share:defined').waitFor();
    await page.evaluate((src) => {
      document.body.append(
        Object.assign(document.createElement('iframe'), { src, referrerPolicy: 'origin' }),
      );
    }, at);
    await page.waitForFunction(() => (window as unknown as { heard: unknown[] }).heard.length);
    const silent = await page.evaluate(
      () =>
        !(window as unknown as { heard: unknown[] }).heard.includes(
          document.querySelector<HTMLIFrameElement>('#silent')!.contentWindow,
        ),
    );
    assert.ok(silent);
  });
});

describe('what a stranger writes into its address', () => {
  const harm = 'window.harm=1';
  for (const query of [
    'nope',
    'nope&onclick=harm',
    'provider&api=javascript:window.harm=1',
    'core',
    '../../frame',
    `copyright&holder=${encodeURIComponent(`<img src=x onerror="${harm}">`)}&onclick=${harm}&style=position:fixed&class=x&id=y&slot=z`,
    `article-card&headline=x&href=javascript:${harm}&image=javascript:${harm}&api=javascript:${harm}`,
    `share&url=javascript:${harm}&theme=../../x&scheme=x%20y&lang=${encodeURIComponent('"><script>')}&dir=z`,
    `search&action=javascript:${harm}`,
  ])
    it(`does no harm: ${query.slice(0, 50)}`, async () => {
      const page = await paste(framed(query));
      const frame = await frameOf(page);
      const tag = /^(?:copyright|article-card|share|search)/.exec(query)?.[0];
      if (tag) await frame.locator(`news-${tag} >> [part~=root]`).waitFor();
      const found = await frame.evaluate(() => {
        const mine = [...document.body.children];
        const all = mine.flatMap((one) => [one, ...(one.shadowRoot?.querySelectorAll('*') ?? [])]);
        return {
          harm: 'harm' in window,
          tags: all.filter(({ localName }) => /^(script|iframe|object)$/.test(localName)).length,
          names: mine
            .flatMap((one) => one.getAttributeNames())
            .filter((name) => /^(on.*|style|class|id|slot)$/.test(name)),
          // The element keeps its attributes as they were written: what readers can follow is in its shadow root.
          links: all
            .filter((one) => !mine.includes(one))
            .flatMap((one) => ['href', 'action', 'src'].map((name) => one.getAttribute(name)))
            .filter((to) => to?.includes('script:')),
          sheets: document.querySelectorAll('link').length,
        };
      });
      assert.deepEqual(found, { harm: false, tags: 0, names: [], links: [], sheets: 0 });
    });
});
