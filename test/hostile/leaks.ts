/** More than a thousand elements that come and go leave nothing: no node, listener, timer or request. Wants a build. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launch } from '../e2e/support.js';
import { putApis } from '../bench/api.js';
import { type Site, startSite } from '../bench/site.js';
import { table } from '../bench/table.js';

const TIMES = 100;
const ELEMENTS = 14;

let browser: Browser;
let site: Site;
before(async () => {
  browser = await launch();
  site = await startSite();
  putApis(site);
  const script = readFileSync(new URL('../../dist/standfirst.all.js', import.meta.url), 'utf8');
  site.put('/standfirst.all.js', { type: 'javascript', body: script });
  site.put('/leaks', {
    type: 'html',
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Leaks</title></head><body><main></main>
      <script type="module" src="/standfirst.all.js" data-api="${site.origin}/api/3" data-source="rest"></script></body></html>`,
  });
});
/** What is told of each: for the report, which reads the lines of tables. */
const rows: string[][] = [];
after(async () => {
  await browser?.close();
  site?.close();
  console.error(table(['', 'mounted', 'nodes left', 'listeners left', 'timers, requests'], rows));
});

/** One of each, about a story that changes from time to time: some have their answer, some still wait for it. */
const markup = (story: number): string => `<news-provider>
  <news-article story="${story}" json-ld></news-article>
  <news-article-card story="${story}"></news-article-card>
  <news-byline story="${story}" variant="box"></news-byline>
  <news-pull-quote story="${story}"></news-pull-quote>
  <news-comment-count story="${story}"></news-comment-count>
  <news-comments story="${story}" loading="eager" refresh="60"></news-comments>
  <news-comment-form story="${story}"></news-comment-form>
  <news-related-stories story="${story}" loading="eager" dedupe></news-related-stories>
  <news-related-stories from="latest"></news-related-stories>
  <news-search action="/search" mode="dialog"></news-search>
  <news-follow links="https://mastodon.example/@quay /feed.xml"></news-follow>
  <news-share></news-share>
  <news-copyright holder="The Quay" since="2021"></news-copyright>
</news-provider>`;

/** Runs in the page before all else: counts what is under way. */
function watch(): void {
  const timers = new Set<number>();
  const under = Object.assign(window, { underWay: { timers, requests: 0 }, kept: [] as Element[] }).underWay;
  for (const name of ['setTimeout', 'setInterval'] as const) {
    const theirs = window[name] as (
      call: (...given: unknown[]) => void,
      ms?: number,
      ...more: unknown[]
    ) => number;
    Object.assign(window, {
      [name]: (call: (...given: unknown[]) => void, ms?: number, ...more: unknown[]) => {
        const timer = theirs(
          (...given) => {
            if (name === 'setTimeout') timers.delete(timer);
            call(...given);
          },
          ms,
          ...more,
        );
        timers.add(timer);
        return timer;
      },
    });
  }
  for (const name of ['clearTimeout', 'clearInterval'] as const) {
    const theirs = window[name];
    Object.assign(window, {
      [name]: (timer: number) => {
        timers.delete(timer);
        theirs(timer);
      },
    });
  }
  const ask = window.fetch;
  window.fetch = async (...given) => {
    under.requests++;
    try {
      return await ask(...given);
    } finally {
      under.requests--;
    }
  };
}

interface Watched {
  readonly underWay: { readonly timers: ReadonlySet<number>; readonly requests: number };
  readonly kept: Element[];
}

/** Puts it in and takes it out again; every second time before it can have an answer. */
const comeAndGo = (page: Page, times: number, keep: boolean): Promise<void> =>
  page.evaluate(
    async ([texts, rounds, keeps]) => {
      const place = document.querySelector('main')!;
      for (let round = 0; round < rounds; round++) {
        place.innerHTML = texts[Math.floor(round / 4) % texts.length]!;
        // No function gets a name in here: the compiler's helper for that is not in the page.
        do await new Promise(requestAnimationFrame);
        while (
          round % 2 === 0 &&
          [...place.querySelectorAll('*')].some(
            (one) => 'contentState' in one && one.contentState === 'loading',
          )
        );
        if (keeps) (window as unknown as Watched).kept.push(place.firstElementChild!);
        place.replaceChildren();
      }
    },
    [Array.from({ length: 10 }, (_, at) => markup(1_000 + at)), times, keep] as const,
  );

async function counted(page: Page, devtools: CDPSession): Promise<{ nodes: number; listeners: number }> {
  await page.waitForFunction(() => {
    const { timers, requests } = (window as unknown as Watched).underWay;
    return !timers.size && !requests;
  });
  for (let twice = 0; twice < 2; twice++) await devtools.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners: listeners } = await devtools.send('Memory.getDOMCounters');
  return { nodes, listeners };
}

async function leftBy(times: number, keep = false): Promise<{ nodes: number; listeners: number }> {
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  await page.addInitScript(watch);
  await page.goto(`${site.origin}/leaks`);
  const devtools = await page.context().newCDPSession(page);
  // What all share is made by the first ones.
  await comeAndGo(page, 40, false);
  const first = await counted(page, devtools);
  await comeAndGo(page, times, keep);
  const last = await counted(page, devtools);
  await page.close();
  const left = { nodes: last.nodes - first.nodes, listeners: last.listeners - first.listeners };
  const name = keep ? 'control: a page that keeps what it has taken out' : 'one of each, in and out';
  // It waited until there was none.
  rows.push([name, (times * ELEMENTS).toLocaleString('en'), ...Object.values(left).map(String), '0']);
  return left;
}

test(`one of each, put in and taken out ${TIMES} times, leaves no node, listener, timer or request`, async () => {
  const { nodes, listeners } = await leftBy(TIMES);
  // What the last ones still hold.
  assert.ok(nodes <= 100, `${nodes} nodes`);
  assert.ok(listeners <= 10, `${listeners} listeners`);
});

test('a page that keeps what it has taken out is seen to do so', async () => {
  const { nodes, listeners } = await leftBy(50, true);
  assert.ok(nodes > 50 * 100, `${nodes} nodes`);
  assert.ok(listeners > 50, `${listeners} listeners`);
});
