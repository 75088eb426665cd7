import type { Browser } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { putModules } from './chunks.js';
import { root } from './peers.js';
import { PATIENCE, type Site } from './site.js';

/** What a reader's browser asks for on a page, without the page itself and its pictures. */
export interface Load {
  readonly scripts: number;
  readonly scriptBytes: number;
  readonly asked: number;
  readonly askedBytes: number;
  /** How much the layout has shifted. */
  readonly shift: number;
}

const card = (index: number): string => `<news-article-card story="${1001 + index}"></news-article-card>`;
const cards = (count: number): string => Array.from({ length: count }, (_, index) => card(index)).join('');

/** Ten elements, as they stand on a story's page: the article is the page's own HTML. */
const storyPage = `<news-follow links="https://mastodon.example/@t /feed.xml"></news-follow>
  <news-search action="/search"></news-search>
  <news-article><h1 slot="heading">The night ferry stays in harbour</h1>
    <div slot="body">${'<p>The company has no second captain.</p>'.repeat(6)}</div></news-article>
  <news-byline story="1000" variant="box"></news-byline>
  <news-pull-quote story="1000"></news-pull-quote>
  <news-share></news-share>
  <news-comment-count story="1000"></news-comment-count>
  <news-comments story="1000" loading="eager"></news-comments>
  <news-related-stories story="1000" loading="eager"></news-related-stories>
  <news-copyright holder="The Harbour Courier" since="2021"></news-copyright>`;

export const bodies = {
  card: cards(1),
  'ten elements of a story page': storyPage,
  'the same and 40 cards': storyPage + cards(40),
  '100 cards': cards(100),
};
export type Body = keyof typeof bodies;

export const ways = { modules: 'our modules, bundled', oneFile: 'the one file' };
export type Way = keyof typeof ways;

/** Puts what the pages need on the site. */
export async function putPages(site: Site): Promise<void> {
  const css = readFileSync(`${root}dist/reserve.css`, 'utf8');
  site.put('/reserve.css', { type: 'css', body: css });
  const oneFile = readFileSync(`${root}dist/standfirst.all.js`, 'utf8');
  site.put('/one-file.js', { type: 'javascript', body: oneFile });
  for (const [index, body] of Object.values(bodies).entries()) {
    const names = new Set([...body.matchAll(/<news-([\w-]+)/g)].map(([, name = '']) => name));
    const imports = [...names].map((name) => `import '${root}dist/elements/${name}/define.js';`);
    await putModules(site, `/lib/${index}`, imports.join('\n'));
    for (const [way, script] of [
      ['modules', `/lib/${index}/main.js`],
      ['oneFile', '/one-file.js'],
    ])
      site.put(`/page/${way}/${index}`, {
        type: 'html',
        body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title>
          <meta name="viewport" content="width=device-width"><meta name="news-api" content="${site.origin}/api/20">
          <meta name="news-source" content="rest"><link rel="canonical" href="https://courier.example/story/1000">
          <link rel="stylesheet" href="/reserve.css"><style>body { font: 1rem/1.5 Georgia, serif }</style>
          <script type="module" src="${script}"></script></head><body>${body}</body></html>`,
      });
  }
}

/** Opens a page in a browser that has nothing yet, waits until all of it stands, and tells what was asked for. */
export async function load(browser: Browser, site: Site, way: Way, body: Body): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  await page.addInitScript(() => {
    Object.assign(globalThis, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        (globalThis as unknown as { shift: number }).shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  site.served.length = 0;
  await page.goto(`${site.origin}/page/${way}/${Object.keys(bodies).indexOf(body)}`);
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLElement & { contentState?: string }>('body > *')].every(
      (element) => element.matches(':defined') && element.contentState !== 'loading',
    ),
  );
  await page.waitForLoadState('networkidle');
  const shift = await page.evaluate(() => (globalThis as unknown as { shift: number }).shift);
  const served = [...site.served];
  await context.close();
  const sum = (begin: string): [number, number] => {
    const found = served.filter(({ path }) => path.startsWith(begin));
    return [found.length, found.reduce((bytes, one) => bytes + one.bytes, 0)];
  };
  const [scripts, scriptBytes] = way === 'oneFile' ? sum('/one-file.js') : sum('/lib/');
  const [asked, askedBytes] = sum('/api/');
  return { scripts, scriptBytes, asked, askedBytes, shift };
}
