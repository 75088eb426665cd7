/**
 * Every story in a browser: its play function holds, the console stays clean, and axe finds nothing. All stories of an
 * element together show each part, slot, state and event that its docblock promises, and no other.
 *
 * Each story is seen once, in one of the looks (theme, scheme, direction) that `looks.ts` deals out. `npm run test:stories --
 * --all` sees every story in every look; it takes about half an hour. `-- --write` writes down the boxes and computed styles anew.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { AxeResults, RunOptions } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumOptions } from '../tools/browsers.js';
import { elementsIn } from '../tools/manifest.js';
import { type Boxes, boxesIn, moved } from './boxes.js';
import { changed, type Computed, computedIn } from './computed.js';
import { allLooks, type Look, pairwise } from './looks.js';
import { seenIn, untold, watchElements } from './seen.js';
import { build, serveFolder, type Served, show, storiesIn } from './storybook.js';

/** What each element has to be seen in, by its stories' names. */
const states = 'playground given-data loading ready empty empty-with-slot failed failed-with-fallback';
const looks = 'urdu dark long-words narrow own-words forced-colours';
const more = 'idle by-hand in-slots stale offline no-picture';
const wanted: Record<string, string> = {
  article: `${states} ${looks} idle in-slots stale offline no-picture headline-in-page between-paragraphs paywall embeds-allowed live opinion old`,
  'comment-count': `${states} ${looks} stale offline zero closed many`,
  comments: `${states} ${looks} stale offline open reply held closed new-comments report more flat`,
  copyright: `playground year range until-now with-links empty ${looks}`,
  follow: `playground everywhere icons given-data links-inside empty with-heading ${looks}`,
  search: `playground loading ready empty empty-with-slot failed ${looks} idle stale offline more with-action expand expanded dialog dialog-open`,
  share: `playground plain icons systems-sheet copied closed-clipboard with-heading ${looks}`,
  provider: 'playground whole-page nested own-request late no-api',
  'article-card': `${states} ${looks} ${more} stacked row overlay compact headline-only numbered`,
  'pull-quote': `${states} ${looks} ${more} pull block portrait centred`,
  byline: `${states} ${looks} ${more} line box`,
  languages: 'playground urdu urdu-dark arabic hindi japanese mixed',
  'related-stories': `${states} ${looks} stale offline no-picture list grid scroller numbered`,
  'comment-form': `${states} ${looks} with-faults draft-kept sending posted held unreachable closed sign-in sign-in-known-later elsewhere leaving away barred`,
};

const axeOptions: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // A story is a piece of a page: its outline does not begin at the top.
  rules: { 'page-has-heading-one': { enabled: false }, 'heading-order': { enabled: false } },
};

/** Forced colours are the system's; computed styles do not tell of them. */
const withoutColors: RunOptions = {
  ...axeOptions,
  rules: { ...axeOptions.rules, 'color-contrast': { enabled: false } },
};

const inAllLooks = process.argv.includes('--all');

const launchOptions = chromiumOptions();

/** What a file here says; `--write` writes it down anew. */
function writtenDown<T>(name: string, found: T): T {
  const file = fileURLToPath(new URL(name, import.meta.url));
  if (process.argv.includes('--write')) writeFileSync(file, `${JSON.stringify(found, undefined, 2)}\n`);
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

/** What is wrong with a story in a look, one line each. */
async function visit(page: Page, id: string, look: Look): Promise<string[]> {
  const wrong: string[] = [];
  const globals = Object.entries(look).map(([name, value]) => `${name}:${value}`);
  const note = (line: string): void => void wrong.push(`${id} (${globals.join(' ')}): ${line}`);
  page.removeAllListeners();
  page.on('pageerror', (error) => note(error.message));
  page.on('console', (message) => message.type() === 'error' && note(message.text().split('\n', 1)[0]!));
  page.on('requestfailed', (request) => {
    const { errorText = '' } = request.failure() ?? {};
    // What the page before still waited for is aborted by this one.
    if (errorText !== 'net::ERR_ABORTED') note(`${request.url()}: ${errorText}`);
  });

  if (!(await show(page, id, globals))) {
    note('did not render or play to its end');
    return wrong;
  }
  await page.addScriptTag({ url: '/axe.js' });
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { axe: Axe }).axe.run('#storybook-root', options),
    id.endsWith('--forced-colours') ? withoutColors : axeOptions,
  );
  for (const { id: rule, nodes } of violations)
    for (const { target, failureSummary } of nodes)
      note(`${rule} at ${target.flat().join(' ')}: ${failureSummary}`);
  return wrong;
}

interface Axe {
  run(context: string, options: RunOptions): Promise<AxeResults>;
}

describe(
  'stories',
  { concurrency: 3, skip: launchOptions ? false : 'Chromium is not on this machine' },
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'stories-'));
    let stories: string[];
    let site: Served;
    let browser: Browser;
    let context: BrowserContext;

    const of = (element: string): string[] => stories.filter((id) => id.startsWith(`elements-${element}--`));

    before(async () => {
      await build(folder);
      stories = storiesIn(folder);
      site = await serveFolder(folder);
      browser = await chromium.launch(launchOptions);
      context = await browser.newContext({ baseURL: site.origin });
      context.setDefaultTimeout(30_000);
      await context.addInitScript(watchElements);
    });
    after(async () => {
      await browser?.close();
      site?.server.close();
      rmSync(folder, { recursive: true });
    });

    it('are there for each element, and for nothing else', () => {
      const elements = Object.keys(wanted);
      assert.deepEqual(
        stories.filter(
          (id) => !id.startsWith('looks--') && !elements.some((element) => of(element).includes(id)),
        ),
        [],
      );
      const missing = elements.flatMap((element) =>
        wanted[element]!.split(' ')
          .map((name) => `elements-${element}--${name}`)
          .filter((id) => !stories.includes(id)),
      );
      assert.deepEqual(missing.join(' '), '');
    });

    const dealt = (ids: readonly string[]): [string, Look][] =>
      inAllLooks ? ids.flatMap((id) => allLooks.map((look): [string, Look] => [id, look])) : pairwise(ids);

    it('of the looks are sound', async () => {
      const page = await context.newPage();
      const wrong: string[] = [];
      for (const [id, look] of dealt(stories.filter((one) => one.startsWith('looks--'))))
        wrong.push(...(await visit(page, id, look)));
      await page.close();
      assert.deepEqual(wrong, []);
    });

    it("wear a reader's own CSS, once it is put in", async () => {
      const page = await context.newPage();
      await page.goto('/?path=/story/looks--my-css');
      const story = page.frameLocator('#storybook-preview-iframe');
      const wear = async (css: string): Promise<void> => {
        await story.getByLabel(/^CSS, or/).fill(css);
        await story.getByRole('button', { name: 'Wear it' }).click();
      };
      // The first card's: the page of the form shows some, and so does the front page.
      const becomes = async (indent: string): Promise<void> => {
        const frame = await (await page.waitForSelector('#storybook-preview-iframe')).contentFrame();
        await frame!.waitForFunction((wanted) => {
          const card = document.querySelector('news-article-card');
          return card && getComputedStyle(card).textIndent === wanted;
        }, indent);
      };
      await becomes('0px');
      await wear('.news-mine news-article-card { text-indent: 7px }');
      await becomes('7px');
      await wear('.news-mine news-article-card { text-indent: 9px }');
      await becomes('9px');
      await page.locator('[data-item-id=looks--front-page]').getByRole('link').click();
      await story.locator('.own-css').waitFor({ state: 'detached' });
      await becomes('9px');
      await page.locator('[data-item-id=looks--my-css]').getByRole('link').click();
      await wear(`${site.origin}/no-such-sheet.css`);
      await story.getByText('There is no style sheet at that address').waitFor();
      await becomes('0px');
      await page.close();
    });

    it('have the boxes that are written down in boxes.json', async () => {
      const page = await context.newPage();
      const boxes: Record<string, readonly string[]> = {};
      for (const { tagName } of elementsIn()) {
        const names = ['given-data', 'ready', 'year', 'playground'].map(
          (name) => `elements-${tagName.replace('news-', '')}--${name}`,
        );
        const id = names.find((name) => stories.includes(name))!;
        // A theme, for its faces come from npm: they are the same on every machine.
        await show(page, id, ['brand:broadsheet']);
        // What builds a body, and the boxes of its embeds, is loaded when there is one.
        if (tagName === 'news-article') await page.locator('[data-news-body] button').first().waitFor();
        boxes[id] = await boxesIn(page, tagName);
      }
      await page.close();
      const kept = writtenDown<Boxes>('boxes.json', boxes);
      const wrong = Object.entries(boxes).flatMap(([id, lines]) =>
        moved(kept[id], lines).map((line) => `${id}: ${line}`),
      );
      assert.deepEqual(wrong, []);
    });

    it('compute the tokens of each theme, light and dark, to what is written down in computed.json', async () => {
      const page = await context.newPage();
      const computed: Record<string, Record<string, string[]>> = {};
      for (const { brand, scheme, direction } of allLooks.filter((look) => look.direction === 'ltr')) {
        await show(page, 'looks--front-page', [
          `brand:${brand}`,
          `scheme:${scheme}`,
          `direction:${direction}`,
        ]);
        // The discussion is drawn a moment after it came.
        await page.locator('news-comments [part~=comment]').first().waitFor();
        computed[`${brand} ${scheme}`] = await computedIn(page);
      }
      await page.close();
      assert.deepEqual(changed(writtenDown<Computed>('computed.json', computed), computed), []);
    });

    for (const element of Object.keys(wanted))
      it(`of ${element} are sound`, async () => {
        const page = await context.newPage();
        const wrong: string[] = [];
        const seen = new Set<string>();
        for (const [id, look] of dealt(of(element))) {
          wrong.push(...(await visit(page, id, look)));
          for (const line of await seenIn(page)) seen.add(line);
        }
        await page.close();
        // Languages are stories of all elements together.
        const promised = elementsIn().find(({ tagName }) => tagName === `news-${element}`);
        if (promised) wrong.push(...untold(promised, seen));
        assert.deepEqual(wrong, []);
      });
  },
);
