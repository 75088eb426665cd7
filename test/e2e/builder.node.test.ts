import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { elementsIn } from '../tools/manifest.js';
import { Stranger } from './pasting.js';
import { endAll, freePorts, launch, startDemo } from './support.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'standfirst-builder-'));
const stranger = new Stranger();
const headline = 'Four nations agree to close the Grey Sound to trawlers every spring';
const card = 'news-article-card=on&news-article-card.story=1001';

let browser: Browser;
let site = '';
let api = '';

async function open(query: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${site}/builder${query && `?${query}`}`);
  return page;
}

const snippet = (page: Page) => page.locator('#snippet');
const copied = async (page: Page): Promise<string> => (await snippet(page).textContent()) ?? '';
const notes = async (page: Page): Promise<string> => page.locator('.notes').innerText();
const preview = (page: Page) => page.frameLocator('#preview');
const says = (page: Page, text: string) => snippet(page).filter({ hasText: text }).waitFor();

before(async () => {
  const [one, two, three] = (await freePorts(3)) as [string, string, string];
  [site, api] = [`http://localhost:${one}`, `http://localhost:${two}/v1`];
  const env = { PORT: one, API_PORT: two, PARTNER_PORT: three, DATA_DIR: join(folder, 'data') };
  [, browser] = await Promise.all([startDemo(env), launch(), stranger.listen()]);
});

after(async () => {
  await browser.close();
  stranger.close();
  await endAll();
  rmSync(folder, { recursive: true });
});

describe('who builds an embed', () => {
  it('comes from the newspaper, and finds a card that is live', async () => {
    const page = await open('');
    await page.goto(site);
    await page.getByRole('link', { name: 'Our stories on your page' }).click();
    await preview(page).getByRole('link', { name: headline }).waitFor();
    assert.match(await copied(page), /<news-article-card story="1001">/);
  });

  it('chooses an element and sets it, by keyboard alone, and sees it follow', async () => {
    const page = await open(card);
    const box = page.getByRole('checkbox', { name: 'Related stories' });
    await box.focus();
    await page.keyboard.press('Space');
    await page.getByLabel('limit', { exact: true }).waitFor();
    await page.locator('[name="news-related-stories.from"]').focus();
    await page.keyboard.type('latest');
    await page.keyboard.press('Tab');
    await page.keyboard.type('2');
    await says(page, '<news-related-stories from="latest" limit="2">');
    await preview(page).locator('news-related-stories[limit="2"]').scrollIntoViewIfNeeded();
    const items = preview(page).locator('news-related-stories [part~=item]');
    await items.nth(1).waitFor();
    assert.equal(await items.count(), 2);
  });

  it('shares what is chosen by the address', async () => {
    const page = await open(card);
    await page.getByLabel('layout', { exact: true }).selectOption('row');
    await page.getByLabel('Theme').selectOption('wire');
    await page.getByRole('textbox', { name: 'Words' }).fill('“Ferry” & more');
    await page.getByRole('textbox', { name: 'Link' }).fill('https://example.org/?a=1&b=2');
    await says(page, 'a=1&amp;b=2');
    const other = await open(new URL(page.url()).search.slice(1));
    assert.equal(await copied(other), await copied(page));
    assert.match(
      await copied(other),
      /<div class="news-embed news-wire">\s+<news-article-card story="1001" layout="row"><a href="https:\/\/example.org\/\?a=1&amp;b=2">“Ferry” &amp; more<\/a>/,
    );
    assert.equal(await other.getByLabel('layout', { exact: true }).inputValue(), 'row');
    await preview(other).locator('.news-wire news-article-card[layout=row]').waitFor();
    const room = await preview(other)
      .locator('.news-wire')
      .evaluate((box) => box.firstElementChild!.getBoundingClientRect().x - box.getBoundingClientRect().x);
    assert.ok(room >= 8, `${room} px of the theme's ground around the element`);
  });

  it('finds each attribute of the manifest in the form, with its choices', async () => {
    const offers = elementsIn().filter(({ tagName }) => tagName !== 'news-provider');
    const page = await open(offers.map(({ tagName }) => `${tagName}=on`).join('&'));
    const fields = await page.locator('#settings :is(input, select)').evaluateAll((all) =>
      all.map((one) => ({
        name: (one as HTMLInputElement).name,
        options: [...((one as HTMLSelectElement).options ?? [])]
          .flatMap(({ value, text }) => value || (text === '–' ? [] : text))
          .sort(),
        about: document.getElementById(one.getAttribute('aria-describedby')!)!.textContent,
      })),
    );
    const wanted = offers.flatMap(({ tagName, attributes }) =>
      attributes
        .filter(({ name }) => !['api', 'source', 'api-key'].includes(name))
        .map(({ name, type, description = '' }) => ({
          name: `${tagName}.${name}`,
          options: [...type!.text.matchAll(/'(.+?)'/g)].map(([, one]) => one!).sort(),
          about: description.replaceAll('`', ''),
        })),
    );
    const byName = (one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1);
    assert.deepEqual(fields.sort(byName), wanted.sort(byName));
  });

  it('looks at the elements on pages of several kinds', async () => {
    const page = await open(`${card}&host=dark&lang=ur`);
    const body = preview(page).locator('body');
    await preview(page).getByRole('link', { name: headline }).waitFor();
    assert.equal(await body.evaluate((one) => getComputedStyle(one).backgroundColor), 'rgb(20, 23, 26)');
    assert.equal(await body.evaluate((one) => getComputedStyle(one).direction), 'rtl');
    await page.getByLabel('On a page that is').selectOption('serif');
    await preview(page).locator('body.serif').waitFor();
  });

  it('copies by a button', async () => {
    const page = await open(card, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByText('Copied.').waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await copied(page));
  });

  it('does all of it without JavaScript', async () => {
    const page = await open(card, { javaScriptEnabled: false });
    await page.getByRole('checkbox', { name: 'Copyright' }).check();
    await page.getByRole('radio', { name: 'Static, mail' }).check();
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('button', { name: 'Ask the API' }).click();
    assert.ok((await copied(page)).includes(headline));
  });
});

describe('what is copied works on a page of another origin', () => {
  const shown = (page: Page) =>
    page.locator('news-article-card').getByRole('link', { name: headline }).waitFor();

  it('as a script of this version, whose bytes are vouched for', async () => {
    const text = await copied(await open(card));
    assert.match(text, /standfirst@\d+\.\d+\.\d+\/dist\/standfirst\.all\.js" integrity="sha384-/);
    await shown(await stranger.open(browser, { body: text }));
    const refused = await stranger.open(browser, { body: text.replace(/sha384-.{6}/, 'sha384-AAAAAA') });
    await refused.waitForLoadState();
    assert.equal(await refused.evaluate(() => customElements.get('news-article-card')), undefined);
  });

  it('as a script of the newest version, in a theme', async () => {
    const text = await copied(await open(`${card}&theme=wire&scheme=dark&way=major`));
    assert.match(text, /standfirst@\d+\/dist/);
    const page = await stranger.open(browser, { body: text });
    await shown(page);
    const ground = (
      await page.locator('.news-wire').evaluate((one) => getComputedStyle(one).backgroundColor)
    ).match(/\d+/g)!;
    assert.ok(
      ground.every((part) => Number(part) < 60),
      String(ground),
    );
  });

  it('from npm, bundled', async () => {
    const text = await copied(await open(`${card}&way=npm`));
    const contents = text.match(/^import .+$/gm)!.join('\n');
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: root },
      bundle: true,
      format: 'esm',
      write: false,
    });
    const [head = '', body = ''] = text
      .split("<!-- in the page's head -->")[1]!
      .split('<!-- in the page -->');
    await shown(await stranger.open(browser, { head, body, script: outputFiles[0]!.text }));
  });

  it('without JavaScript, as a server renders it', async () => {
    const page = await open(`${card}&way=no-script`);
    await page.getByRole('button', { name: 'Ask the API' }).click();
    const body = await copied(page);
    await shown(await stranger.open(browser, { body }, { javaScriptEnabled: false }));
    await shown(await stranger.open(browser, { body }));
  });

  it('in a frame', async () => {
    const page = await stranger.open(browser, { body: await copied(await open(`${card}&way=frame`)) });
    await page.frameLocator('iframe').getByRole('link', { name: headline }).waitFor();
  });

  it('as static HTML, of which nothing needs a script or a style', async () => {
    const page = await open(`${card}&news-search=on&way=static`);
    await page.getByRole('button', { name: 'Ask the API' }).click();
    const body = await copied(page);
    assert.match(await notes(page), /<news-search>.*left out/);
    assert.doesNotMatch(body, /<(script|style|template|news-)|class=|\n\n\n/);
    assert.match(body, new RegExp(`<h3><a href="${site}/world/[\\w-]+">${headline}</a></h3>`));
    assert.match(body, /Tobias Adeyinka <time datetime="2026-/);
    const mail = await stranger.open(browser, { body }, { javaScriptEnabled: false });
    await mail.getByRole('link', { name: headline }).waitFor();
  });
});

describe('the builder warns', () => {
  it('of what a kind of API cannot do, and not of what it can', async () => {
    const talk = 'news-comments=on&news-comments.story=1001&words=Comments&link=https://example.org/';
    const page = await open(`${talk}&api=https://example.org/feed.xml`);
    assert.match(await notes(page), /<news-comments>: an API of kind rss has no comments/);
    await page.getByLabel('Kind').selectOption('wordpress');
    await page.locator('.notes', { hasText: 'kind wordpress takes no reports' }).waitFor();
    await page.getByLabel('Kind').selectOption('rest');
    await page.locator('.notes li').waitFor({ state: 'detached' });
  });

  it('when an element shows nothing', async () => {
    const page = await open('news-article-card=on&news-article-card.story=nowhere&api=http://localhost:1/');
    await page.getByText('<news-article-card> does not show: NEWS-NETWORK').waitFor();
  });

  it('of each element that shows nothing', async () => {
    const both = 'news-article-card=on&news-article-card.story=x&news-byline=on&news-byline.story=x';
    const page = await open(`${both}&api=http://localhost:1/`);
    await page
      .getByText(
        /(<news-(article-card|byline)> does not show: NEWS-NETWORK\. ){2}The browser's console says why\./,
      )
      .waitFor();
  });

  it('that a theme is not for mail, and that npm has no such version yet', async () => {
    const page = await open(`${card}&theme=wire&way=npm`);
    assert.match(await notes(page), /not on npm yet/);
    await page.getByRole('radio', { name: 'Static, mail' }).check();
    let answered = (): void => {};
    const held = new Promise<void>((then) => (answered = then));
    await page.route('**/builder', async (route) => {
      await held;
      await route.continue();
    });
    await page.getByRole('button', { name: 'Ask the API' }).click();
    await page.getByRole('button', { name: 'Asking the API …' }).waitFor();
    answered();
    await page.locator('.notes', { hasText: 'No mail loads a theme' }).waitFor();
  });

  it('of elements that would speak about a page they do not stand in', async () => {
    const page = await open('news-byline=on&way=frame');
    assert.match(await notes(page), /<news-byline> speaks about the story of its page/);
  });
});

describe('what a stranger writes into the address', () => {
  it('is text, or nothing', async () => {
    const bad = '"><script>window.harm=1</script><img src=x onerror="window.harm=1">';
    const query = new URLSearchParams({
      'news-article-card': bad,
      'news-article-card.story': bad,
      'news-article-card.onclick': 'harm=1',
      'news-article-card.layout': 'row" onclick="harm=1',
      'news-article-card.headline': bad,
      'news-article-card.href': ' java\tscript:window.harm=1',
      'news-article-card.heading-level': '2" onclick="harm=1',
      script: 'on',
      api: 'javascript:window.harm=1',
      files: 'data:text/javascript,window.harm=1//',
      link: 'javascript:window.harm=1',
      words: bad,
      theme: '../../x',
      host: bad,
      lang: bad,
      key: bad,
      source: bad,
      way: bad,
    });
    const page = await open(String(query));
    await preview(page).locator('news-article-card').waitFor();
    const text = await copied(page);
    const told = await notes(page);
    for (const said of [
      '“link” is no http(s) address',
      '“api” is no',
      '“files” is no',
      '“href” of <news-article-card> would run',
      '“layout” of <news-article-card> cannot be',
      '“theme” has no “../../x”',
    ])
      assert.ok(told.includes(said), `${said}: ${told}`);
    assert.doesNotMatch(text, /javascript:|onclick|layout|<img/);
    assert.ok(text.includes(`data-api="${api}"`));
    const elsewhere = await stranger.open(browser, { body: text });
    await elsewhere.waitForLoadState();
    for (const one of [...page.frames(), ...elsewhere.frames()])
      assert.equal(
        await one.evaluate(() => 'harm' in window || !!document.querySelector('[onclick], img[onerror]')),
        false,
      );
  });

  it('says which element waits for a page with a story', async () => {
    const page = await open('news-comments=on&news-article-card=on&news-article-card.story=1');
    assert.match(await notes(page), /<news-comments> will speak about the story of the page/);
    assert.doesNotMatch(await notes(page), /<news-article-card> will/);
  });

  it('can read the feed of the newspaper, as any page can', async () => {
    const { headers } = await fetch(`${site}/feed.xml`);
    assert.equal(headers.get('Access-Control-Allow-Origin'), '*');
  });

  it('makes the server ask nobody, unless somebody presses the button', async () => {
    let asked = 0;
    const inside = createServer((_request, response) => (asked++, response.end('{}'))).listen(0, '127.0.0.1');
    await once(inside, 'listening');
    const query = `${card}&way=static&api=http://127.0.0.1:${(inside.address() as AddressInfo).port}/`;
    const { status } = await fetch(`${site}/builder?${query}`);
    const posted = await fetch(`${site}/builder`, {
      method: 'POST',
      headers: { Origin: stranger.origin },
      body: new URLSearchParams(query),
    });
    assert.deepEqual([status, posted.status, asked], [200, 403, 0]);
    await fetch(`${site}/builder`, {
      method: 'POST',
      headers: { Origin: site },
      body: new URLSearchParams(query),
    });
    assert.ok(asked > 0);
    inside.close();
  });
});

describe('the builder itself', () => {
  for (const [width, scheme, dir] of [
    [1280, 'light', 'ltr'],
    [360, 'dark', 'ltr'],
    [360, 'light', 'rtl'],
  ] as const)
    it(`has nothing for axe to say, and fits, at ${width} px, ${scheme}, ${dir}`, async () => {
      const page = await open(`${card}&news-comments=on&api=https://example.org/feed.xml`, {
        viewport: { width, height: 800 },
        colorScheme: scheme,
        bypassCSP: true,
      });
      await page.locator('html').evaluate((html, to) => html.setAttribute('dir', to), dir);
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: {
            run(
              of: object,
              how: object,
            ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
          };
        };
        const { violations } = await axe.run({ exclude: ['#preview'] }, { iframes: false });
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
      });
      assert.deepEqual(found, []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    });
});
