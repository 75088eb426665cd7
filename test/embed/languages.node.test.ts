/** The words of a language come once, when they are needed; and whatever becomes of them, an element speaks. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launch } from '../e2e/support.js';
import { startSite } from './support.js';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** Ten elements that need no API. */
const ten = `<news-follow links="/feed.xml"></news-follow>
  <news-share></news-share>
  <news-search action="/search"></news-search>
  <news-search action="/search" mode="expand"></news-search>
  <news-byline by="Ada Reyes"></news-byline>
  <news-byline by="Ola Lind" variant="box"></news-byline>
  <news-pull-quote quote="We sail." by="Ada Reyes"></news-pull-quote>
  <news-article-card headline="Ferry" href="/ferry" by="Ola Lind"></news-article-card>
  <news-comment-count href="/ferry#comments" story="71"></news-comment-count>
  <news-copyright holder="The Truth"></news-copyright>`;

const copyright = (inside = '') => `<news-copyright holder="The Truth">${inside}</news-copyright>`;

describe('the words of a language', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  /** Has the one file and what stands beside it, as a publisher's host for scripts. */
  let scripts: Server;
  /** Has the pages. */
  let pages: Server;
  let html = '';
  /** The files of languages that were asked for. */
  let asked: string[] = [];
  /** What becomes of them. */
  let words: (response: ServerResponse, send: () => void) => void;

  const listening = async (server: Server): Promise<Server> => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return server;
  };
  const origin = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  before(async () => {
    scripts = await listening(
      createServer(({ url = '' }, response) => {
        const file = `${dist}/${url.replace('/lib/', '')}`;
        const send = (): void => {
          if (!existsSync(file)) response.writeHead(404).end();
          else
            response
              .writeHead(200, { 'Content-Type': 'text/javascript', 'Access-Control-Allow-Origin': '*' })
              .end(readFileSync(file));
        };
        if (!url.startsWith('/lib/words/')) send();
        else {
          asked.push(url.slice('/lib/words/'.length));
          words(response, send);
        }
      }),
    );
    pages = await listening(
      createServer((_request, response) =>
        response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html),
      ),
    );
    browser = await launch();
    context = await browser.newContext();
  });
  after(async () => {
    await browser?.close();
    for (const server of [scripts, pages]) {
      server?.close();
      server?.closeAllConnections();
    }
  });
  beforeEach(async () => {
    await page?.close();
    page = await context.newPage();
    asked = [];
    words = (_response, send) => send();
  });

  async function show(lang: string, body: string): Promise<void> {
    html = `<!doctype html><html lang="${lang}"><title>Page</title><link rel="icon" href="data:,">
      ${body}<script type="module" src="${origin(scripts)}/lib/standfirst.all.js"></script>`;
    await page.goto(origin(pages));
  }
  /** What the elements of one kind show of their own. */
  const root = (tag: string) => page.locator(`${tag} .root`);

  it('are not asked for on an English page', async () => {
    await show('en-GB', ten);
    await page.getByText('Copyright © The Truth').waitFor();
    await page.getByRole('button', { name: 'Copy link' }).waitFor();
    assert.deepEqual(asked, []);
  });

  it('are asked for once on a German page with ten elements, from where the script is', async () => {
    await show('de-AT', ten);
    await page.getByText('Link kopieren').waitFor();
    await page.getByText('Von Ola Lind').waitFor();
    await page.getByText('Geschrieben von').waitFor();
    assert.equal(await page.getByText('Suchen', { exact: true }).count(), 3);
    assert.deepEqual(asked, ['de.js']);
  });

  it('are asked for once by a page that is bundled in pieces', async () => {
    const site = await startSite(0);
    const pieces: string[] = [];
    page.on('request', (request) => pieces.push(new URL(request.url()).pathname));
    await page.goto(site.page(ten));
    await page.getByText('Copyright © The Truth').waitFor();
    const languages = () => pieces.filter((path) => /^\/lib\/[a-z]{2}(-hans)?-[A-Z0-9]+\.js$/.test(path));
    assert.deepEqual(languages(), []);
    await page.goto(site.page(`<div lang="de">${ten}</div><div lang="ur">${ten}</div>`));
    await page.getByText('Link kopieren').waitFor();
    await page.getByText('لنک نقل کیجیے').waitFor();
    assert.deepEqual(
      languages()
        .map((path) => path.slice(5, 7))
        .sort(),
      ['de', 'ur'],
    );
    site.close();
  });

  it('may be several on a page, by the nearest lang', async () => {
    await show(
      'fr',
      `<div lang="ar" dir="rtl">${copyright()}</div><div lang="en">${copyright()}</div>${copyright()}`,
    );
    await page.getByText('حقوق النشر © The Truth').waitFor();
    await page.getByText('Copyright © The Truth').nth(1).waitFor();
    assert.deepEqual(asked.sort(), ['ar.js', 'fr.js']);
  });

  it('come before anything is shown; until then what stands in an element stays', async () => {
    let go = (): void => undefined;
    words = (_response, send) => (go = send);
    await show('ja', `${copyright('<p>© us</p>')}<news-share></news-share>`);
    await page.getByText('© us').waitFor();
    await page.waitForFunction(() => customElements.get('news-share'));
    assert.equal(await root('news-share').count(), 0);
    assert.equal(await page.getByText('© us').isVisible(), true);
    go();
    await page.getByText('リンクをコピー').waitFor();
    assert.equal(await page.getByText('© us').isVisible(), false);
    assert.equal(await root('news-share').getAttribute('lang'), null);
  });

  it('that cannot be had are English, and marked so', async () => {
    words = (response) => response.writeHead(404).end();
    await show('ur', `<div dir="rtl">${copyright()}${ten}</div>`);
    await page.getByText('Copyright © The Truth').first().waitFor();
    for (const tag of ['news-share', 'news-copyright'])
      assert.deepEqual(
        await root(tag)
          .first()
          .evaluate(({ lang, dir }: HTMLElement) => [lang, dir]),
        ['en', 'ltr'],
        tag,
      );
    // What is somebody else's text is not said to be English.
    assert.equal(await root('news-article-card').getAttribute('lang'), null);
  });

  it('that cannot be had are asked for again by the next element', async () => {
    words = (response) => response.writeHead(503).end();
    await show('ru', copyright());
    await page.getByText('Copyright © The Truth').waitFor();
    words = (_response, send) => send();
    await page.evaluate(() => document.body.append(document.createElement('news-share')));
    await page.getByText('Скопировать ссылку').waitFor();
  });

  it('that do not come are English after three seconds, and come later', async () => {
    let go = (): void => undefined;
    words = (_response, send) => (go = send);
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(1_000);
    await show('es', '<news-share></news-share>');
    await page.waitForFunction(() => customElements.get('news-share'));
    await page.clock.runFor(2_900);
    assert.equal(await root('news-share').count(), 0);
    await page.clock.runFor(200);
    await page.getByText('Copy link').waitFor();
    assert.equal(await root('news-share').getAttribute('lang'), 'en');
    go();
    await page.getByText('Copiar enlace').waitFor();
    assert.equal(await root('news-share').getAttribute('lang'), null);
  });

  it('of a language that is not there are English, and marked so, unless they are the publisher’s', async () => {
    await show('pl', copyright());
    await page.getByText('Copyright © The Truth').waitFor();
    assert.equal(await root('news-copyright').getAttribute('lang'), 'en');
    await show(
      'pl',
      `<script type="application/json" data-news-messages>{"line":"Prawa: {holder}"}</script>${copyright()}`,
    );
    await page.getByText('Prawa: The Truth').waitFor();
    assert.equal(await root('news-copyright').getAttribute('lang'), null);
    assert.deepEqual(asked, []);
  });
});
