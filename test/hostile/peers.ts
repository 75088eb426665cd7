/**
 * What hostile pages do to elements of others, by the same measures in the same browser, ours among them. Installs the
 * benchmark's peers; wants a build.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { putApis } from '../bench/api.js';
import { here, install, spectrum, versionOf, webAwesome } from '../bench/peers.js';
import { type Site, startSite } from '../bench/site.js';
import { table } from '../bench/table.js';
import { launch } from '../e2e/support.js';
import { bundle } from '../tools/bundle.js';
import { boxed, tokens } from './boxed.js';
import { sheets } from './sheets.js';

interface Contestant {
  readonly name: string;
  readonly tag: string;
  readonly markup: string;
  readonly script: () => Promise<string> | string;
  /** The style sheet that it is documented to need. */
  readonly css?: () => string;
  /** Names of trusted types that the page lets it have; of others any. */
  readonly types?: string;
}

const installed = (file: string): string => readFileSync(`${here}node_modules/${file}`, 'utf8');

const ours: Contestant = {
  name: 'Standfirst `news-article-card`',
  tag: 'news-article-card',
  markup: '<news-article-card story="1000"></news-article-card>',
  script: () => readFileSync(new URL('../../dist/standfirst.all.js', import.meta.url), 'utf8'),
  css: () => tokens,
  types: 'standfirst',
};
const contestants: readonly Contestant[] = [
  ours,
  {
    name: 'Web Awesome `wa-card`, `@awesome.me/webawesome`',
    tag: 'wa-card',
    markup:
      '<wa-card><h3 slot="header">Ferry to be electric</h3><p>The crossing takes an hour.</p></wa-card>',
    script: () => bundle(webAwesome.card, here),
    css: () => installed(webAwesome.theme),
  },
  {
    name: 'Spectrum `sp-card`, `@spectrum-web-components/card`',
    tag: 'sp-card',
    markup: `<sp-theme system="spectrum" color="light" scale="medium"><sp-card heading="Ferry to be electric" subheading="The crossing takes an hour."></sp-card></sp-theme>`,
    script: () => bundle(spectrum.theme + spectrum.card, here),
  },
  {
    name: 'Material `md-filled-button`, `@material/web`',
    tag: 'md-filled-button',
    markup: '<md-filled-button>Ferry to be electric</md-filled-button>',
    script: () => bundle(`import '@material/web/button/filled-button.js';`, here),
  },
];

/** Nothing but our script, the API and what its pictures need; no style sheet. */
const policy = (origin: string, types: string): string =>
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${origin}; connect-src ${origin}; img-src ${origin}; require-trusted-types-for 'script'; trusted-types ${types}">`;

let browser: Browser;
let site: Site;
const rows: string[][] = [];
before(async () => {
  install();
  browser = await launch();
  site = await startSite();
  putApis(site);
});
after(async () => {
  await browser?.close();
  site?.close();
  console.error(
    table(
      ['', 'violations of the policy', `style sheets of ${Object.keys(sheets).length} that change its box`, 'nodes left after 1,000', 'listeners left'],
      rows,
    ),
  );
}); // prettier-ignore

interface Heard {
  readonly violations: string[];
}

/** A page with one of them, once it is drawn. */
async function open(
  { tag, markup, css }: Contestant,
  { doctype = '<!doctype html>', style = '', head = '' }: { doctype?: string; style?: string; head?: string },
): Promise<Page> {
  const sheet = head ? '' : `<style>${css?.() ?? ''}${style}</style>`;
  site.put('/page', {
    type: 'html',
    body: `${doctype}<html lang="en"><head><meta charset="utf-8"><title>Page</title>${head}${sheet}
      <script type="module" src="${site.origin}/${tag}.js" data-api="${site.origin}/api/3" data-source="rest"></script></head><body><main>${head ? markup : boxed(markup)}</main></body></html>`,
  });
  const page = await browser.newPage();
  await page.addInitScript(() => {
    const heard: Heard = { violations: [] };
    Object.assign(window, { heard });
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      heard.violations.push(`${violatedDirective} ${blockedURI}`),
    );
  });
  await page.goto(`${site.origin}/page`);
  // What is refused is not drawn.
  if (!head) await drawn(page, tag);
  else await page.waitForLoadState('networkidle');
  return page;
}

async function drawn(page: Page, tag: string): Promise<void> {
  await page.waitForFunction((name) => {
    const one = document.querySelector(name);
    return !!one?.shadowRoot && !('contentState' in one && one.contentState === 'loading');
  }, tag);
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });
}

/** The box of the largest element inside. */
const box = (page: Page, tag: string): Promise<{ width: number; height: number }> =>
  page.evaluate((name) => {
    const root = document.querySelector(name)!.shadowRoot!;
    const sizes = [...root.querySelectorAll<HTMLElement>('*')].map(({ offsetWidth, offsetHeight }) => ({
      width: offsetWidth || 0,
      height: offsetHeight || 0,
    }));
    return sizes.reduce((one, other) => (other.width * other.height > one.width * one.height ? other : one));
  }, tag);

async function changed(contestant: Contestant): Promise<string[]> {
  const look = async (host: { doctype?: string; style?: string }) => {
    const page = await open(contestant, host);
    const found = await box(page, contestant.tag);
    await page.close();
    return found;
  };
  const plain = await look({});
  assert.ok(plain.width * plain.height > 100, JSON.stringify(plain));
  const names: string[] = [];
  for (const [name, host] of Object.entries(sheets)) {
    const { width, height } = await look(host);
    if (Math.abs(width - plain.width) > 1 || Math.abs(height - plain.height) > 1) names.push(name);
  }
  return names;
}

/** What a thousand of them leave that were put in and taken out, ten at a time. */
async function left(contestant: Contestant): Promise<{ nodes: number; listeners: number }> {
  const page = await open(contestant, {});
  const devtools = await page.context().newCDPSession(page);
  const comeAndGo = (times: number) =>
    page.evaluate(
      async ([markup, rounds]) => {
        const place = document.querySelector('main')!;
        for (let round = 0; round < rounds; round++) {
          place.innerHTML = markup;
          for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
          place.replaceChildren();
        }
      },
      [contestant.markup.repeat(10), times] as const,
    );
  const counted = async () => {
    await page.waitForLoadState('networkidle');
    for (let twice = 0; twice < 2; twice++) await devtools.send('HeapProfiler.collectGarbage');
    return devtools.send('Memory.getDOMCounters');
  };
  // What all share is made by the first ones.
  await comeAndGo(20);
  const first = await counted();
  await comeAndGo(100);
  const last = await counted();
  await page.close();
  return { nodes: last.nodes - first.nodes, listeners: last.jsEventListeners - first.jsEventListeners };
}

for (const contestant of contestants)
  test(contestant.name, async () => {
    const { name, tag, types = '*' } = contestant;
    site.put(`/${tag}.js`, { type: 'javascript', body: await contestant.script() });
    const page = await open(contestant, { head: policy(site.origin, types) });
    const { violations } = await page.evaluate(() => (window as unknown as { heard: Heard }).heard);
    await page.close();
    const names = await changed(contestant);
    const { nodes, listeners } = await left(contestant);
    const version = / `(@.+)`$|, `(@[^`]+)`/.exec(name)?.[2];
    rows.push([
      version ? `${name} ${versionOf(version)}` : name,
      String(violations.length),
      names.length ? `${names.length}: ${names.join(', ')}` : '0',
      String(nodes),
      String(listeners),
    ]);
    if (contestant === ours) assert.deepEqual({ violations, names }, { violations: [], names: [] });
  });
