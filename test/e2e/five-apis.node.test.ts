import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { startTestApi, type TestApi } from '../api/support.js';
import { ghostRules, wordpressRules, type Rule } from '../backends/rules.js';
import { launch } from './support.js';

const file = (path: string): Buffer => readFileSync(fileURLToPath(new URL(path, import.meta.url)));

interface Recorded {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** Answers as a server answered that was recorded. */
function recorded(folder: string, rules: readonly Rule[]): (asked: string) => Answer {
  const all = JSON.parse(file(`../backends/${folder}/manifest.json`).toString()) as Recorded[];
  return (asked) => {
    const [, start] = rules.find(([when]) => new RegExp(when).test(asked)) ?? [];
    const record = all.find(({ id }) => start && id.startsWith(start));
    if (!record) return { status: 404, headers: {}, body: `nothing is recorded for ${asked}` };
    const { 'Content-Type': type = 'text/plain', ...rest } = record.headers;
    const pages = Object.entries(rest).filter(([name]) => name.startsWith('X-WP-'));
    return {
      status: record.status,
      headers: { 'Content-Type': type, ...Object.fromEntries(pages) },
      body: file(`../backends/${folder}/${record.body}`),
    };
  };
}

const item = (name: string, headline: string, tag: string, day: number): object => ({
  id: name,
  url: `https://quay.example/${name}`,
  title: headline,
  date_published: `2026-06-${day}T08:00:00Z`,
  tags: [tag],
  content_text: headline,
});
const jsonFeed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'The Quay',
  items: [
    item('quay', 'The quay is dry again', 'harbour', 14),
    item('tram', 'A tram for the hill', 'city', 13),
    item('ferry', 'The ferry sails at noon', 'harbour', 12),
  ],
};

describe('one page with five APIs', { timeout: 60_000 }, () => {
  let api: TestApi;
  let server: Server;
  let browser: Browser;
  let origin = '';

  before(async () => {
    api = await startTestApi();
    const wordpress = recorded('wordpress-6.8', wordpressRules);
    const ghost = recorded('ghost-6.65', ghostRules);
    const give = async (path: string): Promise<Answer> => {
      const asked = decodeURIComponent(`GET ${path}`.replaceAll('+', ' '));
      const of = (type: string, body: string | Buffer): Answer => ({
        status: 200,
        headers: { 'Content-Type': type },
        body,
      });
      if (path === '/') return of('text/html', file('five-apis.html'));
      if (path.startsWith('/standfirst/')) return of('text/javascript', file(`../../dist/${path.slice(12)}`));
      if (path.startsWith('/wordpress/')) return wordpress(asked);
      if (path.startsWith('/ghost/')) return ghost(asked);
      if (path === '/feed.json') return of('application/feed+json', JSON.stringify(jsonFeed));
      if (path === '/feed.xml')
        return of('application/rss+xml', file('../backends/wordpress-6.8/064-feed-rss.xml'));
      if (path.startsWith('/v1/')) {
        const answer = await fetch(api.origin + path);
        return {
          status: answer.status,
          headers: { 'Content-Type': 'application/json' },
          body: await answer.text(),
        };
      }
      return { status: 404, headers: {}, body: '' };
    };
    server = createServer((request, response) => {
      void give(request.url ?? '/').then(({ status, headers, body }) => {
        response.writeHead(status, headers).end(body);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await launch();
  });

  after(async () => {
    await browser.close();
    server.close();
    server.closeAllConnections();
    await api.close();
  });

  it('shows a card and related stories of each', async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('NEWS-')) complaints.push(message.text());
    });
    await page.goto(origin);
    for (const name of ['wordpress', 'ghost', 'rss', 'json-feed', 'rest']) {
      const section = page.locator(`#${name}`);
      await section.locator('news-article-card [part~=headline]').first().waitFor();
      // Related stories are asked for when they come near.
      await section.locator('news-related-stories').scrollIntoViewIfNeeded();
      await section.locator('news-related-stories [part~=headline]').first().waitFor();
      const headlines = await section.locator('[part~=headline]').allInnerTexts();
      assert.ok(headlines.length >= 2, `${name}: ${headlines.join(' | ')}`);
      assert.ok(!headlines.slice(1).includes(headlines[0]!), `${name} shows the story beside itself`);
    }
    assert.deepEqual(complaints, []);
    await page.close();
  });
});
