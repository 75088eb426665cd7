import type { Browser } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { putModules } from './chunks.js';
import { here, root } from './peers.js';
import { PATIENCE, type Site } from './site.js';

/** A slow phone: milliseconds of a round trip, kilobits in a second, times slower. */
export const slow = { latency: 400, kilobits: 400, processor: 6 };

export interface PhonePage {
  readonly name: string;
  /** What a reader sees in the end. */
  readonly shows: string;
  readonly path: string;
  /** What is there when it shows. */
  readonly selector: string;
  readonly count: number;
}

interface Making extends Omit<PhonePage, 'path'> {
  /** Modules of its own, or the body of one script. */
  readonly modules?: string;
  readonly head?: string;
  readonly body: string;
}

const ten = '10 stories';
const twenty = '20 comments';
const styles = (file: string): string => readFileSync(`${here}node_modules/${file}`, 'utf8');

const making = (origin: string): readonly Making[] => {
  const settings = `<meta name="news-api" content="${origin}/api/20"><meta name="news-source" content="rest">`;
  const list = '<news-related-stories from="latest" limit="10" loading="eager"></news-related-stories>';
  const talk = '<news-comments story="1000" loading="eager"></news-comments>';
  const cards = { selector: '.card .headline', count: 10, shows: ten };
  return [
    {
      ...cards,
      name: 'the least: `fetch` and `innerHTML`, 0.3 kB',
      body: `<main></main><script type="module">
        const { items } = await (await fetch('/api/20/stories?limit=10')).json();
        document.querySelector('main').innerHTML = items.map(({ url, headline, standfirst }) =>
          \`<article class="card"><h3 class="headline"><a href="\${url}">\${headline}</a></h3><p>\${standfirst}</p></article>\`).join('');
        </script>`,
    },
    {
      ...cards,
      name: '`news-related-stories`, modules',
      head: settings,
      modules: `import '${root}dist/elements/related-stories/define.js';`,
      body: list,
    },
    {
      ...cards,
      name: '`news-related-stories`, the one file',
      head: `${settings}<script type="module" src="/one-file.js"></script>`,
      body: list,
    },
    {
      name: '`news-comments`, modules',
      shows: twenty,
      selector: '.comment',
      count: 20,
      head: settings,
      modules: `import '${root}dist/elements/comments/define.js';`,
      body: talk,
    },
    {
      name: '`news-comments`, the one file',
      shows: twenty,
      selector: '.comment',
      count: 20,
      head: `${settings}<script type="module" src="/one-file.js"></script>`,
      body: talk,
    },
    {
      name: 'Artalk',
      shows: `${twenty} and a form`,
      selector: '.atk-comment-wrap',
      count: 20,
      head: '<link rel="stylesheet" href="/artalk.css">',
      modules: `import { init } from 'artalk';
        init({ el: 'main', server: '${origin}/artalk/20', pageKey: '/story', site: 'Courier', locale: 'en', emoticons: false,
          useBackendConf: false, versionCheck: false, gravatar: { mirror: '/avatar/' } });`,
      body: '<main></main>',
    },
    {
      name: 'Waline',
      shows: `${twenty} and a form`,
      selector: '.wl-card-item',
      count: 20,
      head: '<link rel="stylesheet" href="/waline.css">',
      modules: `import { init } from '@waline/client';
        init({ el: 'main', serverURL: '${origin}/waline/20', path: '/story', lang: 'en-US', emoji: false, search: false,
          imageUploader: false });`,
      body: '<main></main>',
    },
  ];
};

/** Puts the pages on the site. */
export async function putPhonePages(site: Site): Promise<PhonePage[]> {
  site.put('/artalk.css', { type: 'css', body: styles('artalk/dist/Artalk.css') });
  site.put('/waline.css', { type: 'css', body: styles('@waline/client/dist/waline.css') });
  const pages: PhonePage[] = [];
  for (const [index, { modules, head = '', body, ...page }] of making(site.origin).entries()) {
    const folder = `/phone-lib/${index}`;
    if (modules) await putModules(site, folder, modules);
    const path = `/phone/${index}`;
    site.put(path, {
      type: 'html',
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title>
        <meta name="viewport" content="width=device-width">${head}
        ${modules ? `<script type="module" src="${folder}/main.js"></script>` : ''}</head><body>${body}</body></html>`,
    });
    pages.push({ ...page, path });
  }
  return pages;
}

/** Milliseconds from the beginning of the navigation until all of it is in a frame. */
export async function timeToContent(browser: Browser, site: Site, page: PhonePage): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  context.setDefaultTimeout(PATIENCE);
  const tab = await context.newPage();
  const devtools = await context.newCDPSession(tab);
  const bytesPerSecond = (slow.kilobits * 1000) / 8;
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slow.latency,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slow.processor });
  await tab.addInitScript(`{
    const look = () => {
      const roots = [...(document.body?.children ?? [])].map((element) => element.shadowRoot ?? element);
      const found = roots.flatMap((root) => [...root.querySelectorAll(${JSON.stringify(page.selector)})]);
      if (found.length >= ${page.count}) globalThis.seen = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }`);
  await tab.goto(site.origin + page.path, { waitUntil: 'commit' });
  await tab.waitForFunction(() => 'seen' in globalThis);
  const seen = await tab.evaluate(() => (globalThis as unknown as { seen: number }).seen);
  await context.close();
  return seen;
}
