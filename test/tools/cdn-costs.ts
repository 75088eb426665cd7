/**
 * `npm run cdn-costs`: opens pages in Chromium and counts what each way of loading costs them, for docs/cdn.md.
 *
 *     npm run cdn-costs              fails where the document tells other numbers of requests, or sizes far from these
 *     npm run cdn-costs -- --write   writes the table
 *
 * Counted until each element shows its content, from an API of kind `rest`: requests to the CDN, and their bytes as they are
 * sent (gzip -9).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { launch } from '../e2e/support.js';
import { startSite } from '../embed/support.js';
import { startCdn } from './cdn.js';

const one = '<news-article-card story="1001"></news-article-card>';
const four = `<news-provider>${one}<news-related-stories from="latest" loading="eager"></news-related-stories>
  <news-share></news-share></news-provider>`;
const all = `${four}<news-article story="1001"></news-article><news-byline story="1001"></news-byline>
  <news-comment-count story="1001"></news-comment-count><news-comments story="1001" loading="eager"></news-comments>
  <news-comment-form story="1001"></news-comment-form><news-copyright holder="The Courier"></news-copyright>
  <news-follow links="/feed.xml"></news-follow><news-pull-quote story="1001"></news-pull-quote>
  <news-search></news-search>`;

const pages = [
  ['one card', one],
  ['a provider, a card, related stories, share', four],
  ['every element', all],
] as const;

interface Cost {
  readonly requests: number;
  readonly bytes: number;
}

const site = await startSite(0);
const cdn = await startCdn();
const browser = await launch();

async function cost(from: Browser, file: string, body: string): Promise<Cost> {
  const context = await from.newContext();
  const page = await context.newPage();
  let requests = 0;
  let bytes = 0;
  page.on('response', (response) => {
    if (!response.url().startsWith(cdn.origin)) return;
    requests++;
    bytes += Number(response.headers()['content-length']);
  });
  await page.goto(
    site.page(body, {
      script: `<script type="module" src="${cdn.origin}/costs/${file}" data-api="${site.origin}/api" data-source="rest"></script>`,
    }),
  );
  await page.waitForFunction(() =>
    [...document.querySelectorAll('body *')]
      .filter(({ localName }) => localName.startsWith('news-'))
      .every((one) => {
        const { contentState } = one as { contentState?: string };
        return (
          one.matches(':defined') &&
          (!contentState || contentState === 'ready' || one.localName === 'news-search')
        );
      }),
  );
  await page.waitForLoadState('networkidle');
  await context.close();
  return { requests, bytes };
}

const kB = ({ bytes }: Cost): string => (bytes / 1000).toFixed(1);
const rows: string[] = [];
for (const [name, body] of pages) {
  const loader = await cost(browser, 'standfirst.js', body);
  const file = await cost(browser, 'standfirst.all.js', body);
  rows.push(`| ${name} | ${loader.requests} | ${kB(loader)} | ${file.requests} | ${kB(file)} |`);
}
await browser.close();
cdn.close();
site.close();

const begin = '<!-- costs -->';
const end = '<!-- /costs -->';
const [before = '', rest = ''] = readFileSync('docs/cdn.md', 'utf8').split(begin);
const [told = '', after = ''] = rest.split(end);
const table = [
  '',
  '',
  '| on the page | autoloader: requests | kB | one file: requests | kB |',
  '| --- | ---: | ---: | ---: | ---: |',
  ...rows,
  '',
  '',
].join('\n');
console.log(table);

const numbers = (text: string): number[] => (text.match(/\d+(\.\d+)?/g) ?? []).map(Number);
const [theirs, ours] = [numbers(told), numbers(table)];
if (process.argv.includes('--write')) writeFileSync('docs/cdn.md', before + begin + table + end + after);
else if (
  theirs.length !== ours.length ||
  theirs.some((number, index) => !(Math.abs(number - ours[index]!) < 1))
) {
  console.error('docs/cdn.md tells other numbers: npm run cdn-costs -- --write');
  process.exitCode = 1;
}
