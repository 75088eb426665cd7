import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { FiltersEngine, Request } from '@ghostery/adblocker';
import { build } from 'esbuild';
import type { Browser, Page, Route } from 'playwright-core';
import { launch } from '../e2e/support.js';

// What is built, against the lists of AdGuard that hide most of what looks like a button to share: its Base filter, which
// carries EasyList, and its Social Media filter, as they stand in the package. Its version tells their date.

// The package is large, and no dependency: CI brings it.

const root = fileURLToPath(new URL('../..', import.meta.url));
const lists = `${root}/node_modules/@adguard/dnr-rulesets/dist/filters/declarative`;
const skip = !existsSync(lists) && 'needs the filter lists, which .ci/run brings';
const base = 2;
const socialMedia = 4;

function list(id: number): string {
  const rules = JSON.parse(readFileSync(`${lists}/ruleset_${id}/ruleset_${id}.json`, 'utf8')) as [
    { metadata: { rawFilterList: string } },
  ];
  return rules[0].metadata.rawFilterList;
}

const address = 'https://truth.example/2026/ferry';
const links =
  'https://www.facebook.com/thetruth https://instagram.com/thetruth https://x.com/thetruth https://www.youtube.com/@thetruth ' +
  'https://www.tiktok.com/@thetruth https://www.threads.com/@thetruth https://bsky.app/profile/truth.example ' +
  'https://mastodon.social/@truth https://www.linkedin.com/company/thetruth https://www.reddit.com/r/thetruth ' +
  'https://whatsapp.com/channel/0029Va https://t.me/thetruth https://apps.apple.com/app/id1 /feed.xml /newsletter mailto:news@truth.example';
const ways = 'sheet copy email print facebook x bluesky threads whatsapp telegram linkedin reddit';

// The controls stand in a shadow root as well: the style sheets of an extension apply there, too.
const control = `<p class="social-share">Share</p><p class="share-facebook">Share</p>
  <a href="https://x.com/intent/post?url=https%3A%2F%2Ftruth.example">Share</a>`;
const content = `<!doctype html><html lang="en"><title>Ferry</title><body>
  <div id="control">${control}</div><div id="shadow"><template shadowrootmode="open">${control}</template></div>
  ${['named', 'icons']
    .map(
      (variant) => `<news-follow variant="${variant}" links="${links}"></news-follow>
  <news-share variant="${variant}" ways="${ways}"></news-share>`,
    )
    .join('')}
  <news-copyright holder="The Truth" since="2021"><a slot="links" href="/ethics">Ethics</a></news-copyright>
  <script type="module" src="/js/elements.js"></script>`;

let engine: FiltersEngine;
let files: Map<string, string>;
let browser: Browser;
let page: Page;

/** The elements as a bundler leaves them: what comes later is a file of its own. */
async function built(): Promise<Map<string, string>> {
  const names = ['follow', 'share', 'copyright'];
  const { outputFiles } = await build({
    stdin: {
      contents: names.map((name) => `import './src/elements/${name}/define.js';`).join(''),
      resolveDir: root,
    },
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: '/js',
    entryNames: 'elements',
    write: false,
  });
  return new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
}

function serve(route: Route): Promise<void> {
  const body = files.get(basename(route.request().url()));
  return body === undefined
    ? route.fulfill({ contentType: 'text/html', body: content })
    : route.fulfill({ contentType: 'text/javascript', body });
}

before(async () => {
  if (!skip) engine = FiltersEngine.parse([list(base), list(socialMedia)].join('\n'));
  files = await built();
  browser = await launch();
  page = await browser.newPage();
  // The loader of TypeScript names functions by this, which is nowhere in a page.
  await page.addInitScript('globalThis.__name = (named) => named');
  // Chromium has a sheet on some systems only.
  await page.addInitScript(() => Object.assign(navigator, { share: () => Promise.resolve() }));
  await page.route('**', serve);
  await page.goto(address);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('news-follow, news-share')].every((element) =>
      [...(element.shadowRoot?.querySelectorAll('path') ?? [])].some((path) => path.hasAttribute('d')),
    ),
  );
});

after(() => browser?.close());

/** Hides in the page what the lists hide. */
async function block(): Promise<void> {
  const found = await page.evaluate(() => {
    const elements = (within: Document | ShadowRoot): Element[] =>
      [...within.querySelectorAll('*')].flatMap((one) => [
        one,
        ...(one.shadowRoot ? elements(one.shadowRoot) : []),
      ]);
    const every = elements(document);
    return {
      classes: every.flatMap(({ classList }) => [...classList]),
      ids: every.map(({ id }) => id).filter(Boolean),
      hrefs: every.flatMap((one) => one.getAttribute('href') ?? []),
    };
  });
  const { styles } = engine.getCosmeticsFilters({
    url: address,
    hostname: 'truth.example',
    domain: 'truth.example',
    ...found,
  });
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    const apply = (within: Document | ShadowRoot): void => {
      within.adoptedStyleSheets = [...within.adoptedStyleSheets, sheet];
      for (const { shadowRoot } of within.querySelectorAll('*')) if (shadowRoot) apply(shadowRoot);
    };
    apply(document);
  }, styles);
}

/** What can be seen of each kind. */
const shown = (): Promise<Record<string, number>> =>
  page.evaluate(() => {
    const count = (elements: Iterable<Element>): number =>
      [...elements].filter((one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        .length;
    const inside = (tag: string, selector: string): number =>
      [...document.querySelectorAll(tag)]
        .map(({ shadowRoot }) => count(shadowRoot!.querySelectorAll(selector)))
        .reduce((sum, one) => sum + one, 0);
    return {
      control: count(document.querySelectorAll('#control *')),
      controlInShadow: inside('#shadow', '*'),
      follow: inside('news-follow', 'a'),
      share: inside('news-share', 'button'),
      icons: inside('news-follow, news-share', 'svg'),
      copyright: inside('news-copyright', 'small') + count(document.querySelectorAll('news-copyright > a')),
    };
  });

test('the lists hide what others call their buttons, and nothing of ours', { skip }, async () => {
  const ours = { follow: 32, share: 24, icons: 56, copyright: 2 };
  assert.deepEqual(await shown(), { ...ours, control: 3, controlInShadow: 3 });
  await block();
  assert.deepEqual(await shown(), { ...ours, control: 0, controlInShadow: 0 });
});

const blocked = (url: string): boolean =>
  engine.match(Request.fromRawDetails({ url, type: 'script', sourceUrl: address })).match;

test('the lists block files that others call so, and none of ours', { skip }, () => {
  assert.ok(blocked('https://truth.example/js/shareaholic.js'));
  assert.ok(blocked('https://truth.example/sharebox.min.js'));
  const files = readdirSync(`${root}/dist`, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  assert.ok(files.includes('elements/share/share.js') && files.includes('views/icons.js'));
  const places = ['https://truth.example/js', 'https://cdn.example/npm/standfirst@1.0.0/dist'];
  assert.deepEqual(places.flatMap((place) => files.map((file) => `${place}/${file}`)).filter(blocked), []);
});

test('no class, part, id or file is called so that the next list might hide it', async () => {
  const names = await page.evaluate(() =>
    [...document.querySelectorAll('news-follow, news-share, news-copyright')].flatMap(({ shadowRoot }) =>
      [...shadowRoot!.querySelectorAll('*')].flatMap((one) => [
        ...one.classList,
        one.id,
        ...(one.getAttribute('part')?.split(' ') ?? []),
      ]),
    ),
  );
  const files = readdirSync(`${root}/dist`, { recursive: true, encoding: 'utf8' });
  const bad = /social|share[-_]|[-_]share/;
  assert.ok(bad.test('share-buttons.js') && names.includes('icon'));
  assert.deepEqual(
    [...names, ...files].filter((name) => bad.test(name)),
    [],
  );
});

test('where the icons do not come, the names show', async () => {
  const bare = await browser.newPage();
  await bare.route('**', (route) => (route.request().url().includes('icons') ? route.abort() : serve(route)));
  await bare.goto(address);
  const names = bare.locator('news-follow[variant=icons] .name, news-share[variant=icons] .name');
  assert.equal(await names.count(), 27);
  await bare.waitForFunction(
    () => !document.querySelector('news-share[variant=icons]')!.shadowRoot!.querySelector('.icons'),
  );
  for (const name of await names.all()) assert.ok((await name.boundingBox())!.width > 5);
  await bare.close();
});
