/** With reserve.css, what stands after an element does not move from first paint until its content is there. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import type { Browser, BrowserContext } from 'playwright-core';
import { launch } from '../e2e/support.js';
import { type Site, startSite } from './support.js';

/** Milliseconds before the API answers. */
const SLOW = 2_000;
const A_WHILE = { timeout: 300_000 };
/** Pages at a time. */
const LANES = 8;

const card = (attributes: string) => `<news-article-card story="1001" ${attributes}></news-article-card>`;
const list = (attributes: string) =>
  `<news-related-stories from="latest" loading="eager" ${attributes}></news-related-stories>`;
const quote = (attributes: string) => `<news-pull-quote story="1001" ${attributes}></news-pull-quote>`;

/** Elements whose content an API has. */
const fromApi = [
  ...['', 'row', 'overlay', 'compact', 'headline-only', 'numbered'].map((layout) =>
    card(layout && `layout="${layout}"`),
  ),
  card('show="kicker date"'),
  ...['list', 'grid', 'scroller', 'numbered'].flatMap((layout) =>
    [1, 4, 12].map((limit) => list(`layout="${layout}" limit="${limit}"`)),
  ),
  list('show="picture date"'),
  ...['pull', 'block', 'portrait', 'centred'].map((variant) => quote(`variant="${variant}"`)),
  '<news-byline story="1011"></news-byline>',
  '<news-byline story="1011" variant="box"></news-byline>',
  '<news-comment-form story="1001"></news-comment-form>',
  '<news-comments story="1001" loading="eager"></news-comments>',
  '<news-comment-count story="1001"></news-comment-count> and more',
];

/** Elements that are there as soon as their script is. */
const alone = [
  '<news-search></news-search>',
  '<news-search mode="expand"></news-search>',
  '<news-search mode="dialog"></news-search>',
  '<news-follow links="https://mastodon.example/@t /feed.xml"></news-follow>',
  '<news-share></news-share>',
  '<news-copyright holder="The Harbour Courier" since="2021"></news-copyright>',
  `<news-article><h1 slot="heading">A captain short</h1><p slot="standfirst">The night ferry stays in harbour.</p>
    <div slot="media"><svg width="300" height="200"></svg></div>
    <div slot="body">${'<p>The company has no second captain.</p>'.repeat(9)}</div></news-article>`,
  `<news-article><h1 slot="heading">A captain short</h1>
    <div slot="body">${'<p>The company has no second captain. '.repeat(40)}</div></news-article>`,
];

/** Enough text to fill the view, whatever stands above. */
const rest = '<p>What stands after it.</p>'.repeat(60);

interface Seen {
  readonly shift: number;
  readonly height: number;
  /** What is kept, and not needed. */
  readonly hole: number;
  readonly state: string | undefined;
}

let site: Site;
let browser: Browser;
before(async () => {
  site = await startSite(SLOW);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  site?.close();
});

/** Opens a page with one element, waits until the element stands so, and tells how much the page has shifted. */
async function look(
  context: BrowserContext,
  element: string,
  { reserve = true, state = 'ready' } = {},
): Promise<Seen> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((entries) => {
      for (const entry of entries.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[])
        if (!entry.hadRecentInput) (window as unknown as { shift: number }).shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(site.page(element + rest, { reserve }));
  await page.waitForFunction(
    (wanted) => {
      const { contentState } = document.body.firstElementChild as { contentState?: string };
      return contentState === undefined
        ? document.body.firstElementChild!.matches(':defined')
        : contentState === wanted;
    },
    alone.includes(element) && element.includes('search') ? 'idle' : state,
    { timeout: 30_000 },
  );
  // Pictures and pieces that come after the text.
  await page.waitForLoadState('networkidle');
  const seen = await page.evaluate(() => {
    const element = document.body.firstElementChild as HTMLElement & { contentState?: string };
    return {
      shift: (window as unknown as { shift: number }).shift,
      height: element.getBoundingClientRect().height,
      hole: element.clientHeight - element.shadowRoot!.querySelector('.root')!.clientHeight,
      state: element.contentState,
    };
  });
  await page.close();
  return seen;
}

/** Looks at all of them, a few at a time. */
async function lookAt(
  elements: readonly string[],
  width: number,
  options?: { reserve?: boolean },
): Promise<Map<string, Seen>> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const left = [...elements];
  const seen = new Map<string, Seen>();
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      for (let next = left.shift(); next; next = left.shift())
        seen.set(next, await look(context, next, options));
    }),
  );
  await context.close();
  return seen;
}

// Each run looks at a third of them at each width, another third at the next; ALL=1 looks at all of them.
const seed = Number(process.env.SEED ?? Math.floor(Date.now() / 1_000) % 3);
const third = (elements: readonly string[], turn: number): readonly string[] =>
  process.env.ALL ? elements : elements.filter((_element, index) => (index + seed + turn) % 3 === 0);

describe(`reserve.css (SEED=${seed})`, A_WHILE, () => {
  for (const [turn, width] of [360, 768, 1200].entries())
    it(`${width} px: the layout shifts by 0.00 for each element and layout, though the API is slow`, async () => {
      const seen = await lookAt(third([...fromApi, ...alone], turn), width);
      const shifted = [...seen].filter(([, { shift }]) => shift.toFixed(2) !== '0.00');
      assert.deepEqual(shifted, []);
      const holes = [...seen].filter(([, { hole, height }]) => hole > height / 3 + 32);
      assert.deepEqual(holes, []);
    });

  it('without it the page shifts: the measure can fail', async () => {
    const seen = await lookAt(third(fromApi, 0), 768, { reserve: false });
    const still = [...seen].filter(([element, { shift }]) => !element.includes('count') && shift < 0.01);
    assert.deepEqual(still, []);
  });

  it('a shorter list keeps its place; where nothing comes, no hole stays, and the page shifts', async () => {
    const context = await browser.newContext({ viewport: { width: 768, height: 900 } });
    const shorter = await look(context, list('limit="99"'));
    const none = await look(context, list('from="section:none"').replace('from="latest"', ''), {
      state: 'empty',
    });
    const broken = await look(context, list('from="section:broken"').replace('from="latest"', ''), {
      state: 'error',
    });
    await context.close();
    assert.equal(shorter.shift.toFixed(2), '0.00');
    assert.ok(none.height < 100 && none.shift > 0.01, JSON.stringify(none));
    assert.ok(broken.height < 100 && broken.shift > 0.01, JSON.stringify(broken));
  });

  it("takes a publisher's own height", async () => {
    const context = await browser.newContext({ viewport: { width: 768, height: 900 } });
    const { height } = await look(context, card('style="--news-reserve: 60em"'));
    await context.close();
    assert.equal(height, 60 * 16);
  });

  it('is at most 1.2 kB', async () => {
    const { code } = await transform(readFileSync('src/embed/reserve.css', 'utf8'), {
      loader: 'css',
      minify: true,
    });
    assert.ok(gzipSync(code, { level: 9 }).length <= 1_200);
  });
});
