import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContextOptions, Locator, Page, Request } from 'playwright-core';
import {
  end,
  endAll,
  freePorts,
  launch,
  ownerOf,
  type Run,
  runDemo,
  startApi,
  startDemo,
} from './support.js';

const LEAD = '/world/grey-sound-spring-closure';
const MODERATED = '/city/let-the-east-quay-flood';
/** For what a browser or a process has to do, in milliseconds. */
const PATIENCE = 30_000;
const FOUR_MINUTES = { timeout: 240_000 };

const folder = mkdtempSync(join(tmpdir(), 'standfirst-demo-'));
const dataDir = (name: string) => join(folder, name);

let browser: Browser;
let demo: Run;
let env: Record<string, string>;
const origin = { site: '', api: '', partner: '' };

interface Opened {
  readonly page: Page;
  readonly requests: readonly Request[];
  /** What the browser complains about: errors, warnings, breaches of the page's policy. */
  readonly complaints: readonly string[];
}

async function open(address: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const requests: Request[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(address);
  return { page, requests, complaints };
}

/** Fallbacks are still in the page when elements have taken their place, and seen no more. */
const seen = (locator: Locator) => locator.locator('visible=true').first();
const discussion = (page: Page) => page.locator('news-comments');
/** A comment as the page shows it, from its server or by the element. */
const listed = (page: Page, text: string) => seen(discussion(page).locator('article p', { hasText: text }));
const told = (page: Page, text: string) => discussion(page).getByText(text).waitFor();
const field = (page: Page, name: string) => discussion(page).locator(`section [name=${name}]`);

/** Opens the discussion's form, and leaves it open for as long as a person takes: who is quicker is taken for a robot. */
async function openForm(page: Page): Promise<void> {
  await page.clock.install();
  await discussion(page).scrollIntoViewIfNeeded();
  await discussion(page).getByRole('button', { name: 'Click to comment' }).click();
  await field(page, 'text').waitFor();
  await page.clock.fastForward(5_000);
}

async function write(page: Page, fields: { name: string; email: string; text: string }): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await field(page, name).fill(value);
}

const submit = (page: Page) => discussion(page).getByRole('button', { name: 'Post comment' }).click();

/** The story's comments with exactly that text, as the API lists them. */
async function stored(story: string, text: string): Promise<number> {
  const answer = await fetch(`${origin.api}/v1/comments?story=${story}&order=newest&limit=100`);
  const { items } = (await answer.json()) as { items: { text: string }[] };
  return items.filter((comment) => comment.text === text).length;
}

before(async () => {
  const [site, api, partner] = (await freePorts(3)) as [string, string, string];
  env = { PORT: site, API_PORT: api, PARTNER_PORT: partner, DATA_DIR: dataDir('demo') };
  Object.assign(origin, {
    site: `http://localhost:${site}`,
    api: `http://localhost:${api}`,
    partner: `http://localhost:${partner}`,
  });
  [demo, browser] = await Promise.all([startDemo(env), launch()]);
});

after(async () => {
  await browser.close();
  await endAll();
  rmSync(folder, { recursive: true });
});

describe('the start', () => {
  it('tells the addresses, the article first', () => {
    const addresses = demo.said.stdout.match(/https?:\/\/\S+/g)!;
    assert.equal(addresses[0], `${origin.site}/`);
    assert.match(addresses[1]!, new RegExp(`^${origin.api}/moderation#token=\\S{20,}$`));
    assert.equal(addresses[2], `${origin.partner}/`);
    assert.equal(demo.said.stderr, '');
  });
});

describe('an article page', () => {
  it('carries every part of an article, in order', async () => {
    const { page, complaints } = await open(`${origin.site}/`);
    await openForm(page);
    await page.locator('.related').scrollIntoViewIfNeeded();
    await page.locator('.related li[part~=item]').nth(3).waitFor();
    const text = (words: string) => seen(page.getByText(words));
    const quote = page.locator('news-pull-quote');
    const parts = [
      text('Connect with us'),
      page.getByRole('searchbox', { name: 'Hi, what are you looking for?' }),
      page.getByRole('heading', { level: 1 }),
      text('After nineteen hours in a disused fish hall'),
      text('The agreement was signed at twenty past four'),
      seen(quote.getByText('We have signed better documents than this one.')),
      seen(quote.getByText('Eilis Marrack')),
      seen(quote.getByText('Fisheries minister of the Thole Islands')),
      seen(quote.getByText('told the Courier')),
      text('Written by'),
      page.getByRole('heading', { name: 'Leave a reply' }),
      text('Your e-mail address will not be published. Required fields are marked *'),
      page.getByRole('heading', { name: 'Related stories' }),
      text('Copyright © 2021 The Harbour Courier, Port Alder'),
    ];
    const tops = [];
    for (const part of parts) {
      const box = await part.boundingBox();
      assert.ok(box, String(part));
      tops.push(box.y + (await page.evaluate(() => scrollY)));
    }
    assert.deepEqual(
      tops,
      [...tops].sort((one, other) => one - other),
    );

    const teasers = await page.locator('.related li[part~=item]').evaluateAll((items) =>
      items.map((item) => ({
        excerpt: item.querySelector('[part~=standfirst]')!.textContent,
        date: item.querySelector('time')!.textContent,
      })),
    );
    assert.equal(teasers.length, 4);
    for (const { excerpt, date } of teasers) {
      assert.match(excerpt, /^.{20,110}[\p{L}\p{N}] …$|^.{0,110}\S$/u);
      assert.match(date, /^\d{1,2} \w+ 2026$/);
    }
    assert.ok(teasers.some(({ excerpt }) => excerpt.endsWith(' …')));
    assert.deepEqual(complaints, []);
  });

  it('fills its elements by one request for each kind of thing', async () => {
    const { page, requests, complaints } = await open(`${origin.site}/`);
    await page.locator('.rail news-article-card').first().getByRole('link').waitFor();
    await page.locator('.related').scrollIntoViewIfNeeded();
    const related = page.locator('.related li a[part~=link]');
    await related.nth(3).waitFor();
    await discussion(page).getByRole('button', { name: 'Click to comment' }).waitFor();

    const urls = requests.map((request) => new URL(request.url()));
    const asked = urls.filter(({ origin: of, pathname }) => of === origin.api && pathname.startsWith('/v1/'));
    const kind = ({ pathname, searchParams: of }: URL) =>
      [
        pathname.slice(4),
        of.get('detail') ?? (of.has('ids') ? 'teasers' : of.has('related') ? 'related' : ''),
      ].join(' ');
    assert.deepEqual(asked.map(kind).sort(), [
      'comments ',
      'stories related',
      'stories teasers',
      'stories whole',
    ]);
    // From the page to its stories: one script, then the request, and nothing between them.
    assert.equal(requests.filter((request) => request.resourceType() === 'script').length, 1);

    const strangers = urls.filter(({ origin: of }) => of !== origin.site && of !== origin.api);
    assert.deepEqual(strangers, []);
    assert.deepEqual(complaints, []);
    assert.equal(await related.count(), 4);

    const [first] = await Promise.all([related.first().textContent(), related.first().click()]);
    await page.waitForURL((url) => url.pathname !== '/');
    assert.equal(await seen(page.locator('h1')).textContent(), first);
    assert.equal(await page.locator('link[rel=canonical]').getAttribute('href'), page.url());
  });

  it('forbids all script and style that is not its own, and needs none', async () => {
    const { headers } = await fetch(`${origin.site}/`);
    const policy = headers.get('content-security-policy')!;
    assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self';/);
    assert.doesNotMatch(policy, /unsafe/);
  });

  it('stands still while its elements are filled', async () => {
    const { page } = await open('about:blank');
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
          document.documentElement.dataset.shift = String(
            Number(document.documentElement.dataset.shift ?? 0) + entry.value,
          );
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`${origin.site}/`);
    await page.locator('.rail news-article-card article').first().waitFor();
    await page.locator('news-byline [part~=people]').waitFor();
    await page.evaluate(() => document.fonts.ready);
    const shift = Number((await page.locator('html').getAttribute('data-shift')) ?? 0);
    assert.ok(shift < 0.1, `the page moved by ${shift}`);
  });

  it('is Urdu throughout where the story is', async () => {
    const { page, complaints } = await open(`${origin.site}/city/fish-market-at-three`);
    assert.equal(await page.locator('html[lang=ur][dir=rtl]').count(), 1);
    await page.locator('.related').scrollIntoViewIfNeeded();
    assert.equal(await page.locator('.related [part~=heading]').textContent(), 'متعلقہ خبریں');
    assert.deepEqual(complaints, []);
  });

  it('reads well without JavaScript, and takes comments', async () => {
    const { page } = await open(`${origin.site}/`, { javaScriptEnabled: false });
    const heading = await page.locator('h1').textContent();
    assert.equal(heading, 'Four nations agree to close the Grey Sound to trawlers every spring');
    assert.ok((await page.locator('.body').innerText()).includes('A place at the gutting table'));
    for (const words of [
      'Connect with us',
      'Hi, what are you looking for?',
      'Written by',
      'Leave a reply',
      'Copyright © 2021',
    ])
      assert.ok(await page.getByText(words).first().isVisible(), words);
    for (const element of [
      'news-follow',
      'news-byline',
      'news-share',
      'news-article-card',
      'news-related-stories',
    ]) {
      assert.ok(await page.locator(`${element} a`).first().isVisible(), element);
    }

    const text = 'Posted from a text browser on the Thole ferry.';
    await page.getByRole('searchbox').fill('cod');
    await page.getByRole('searchbox').press('Enter');
    await page.waitForURL((url) => url.pathname === '/search');
    assert.ok((await page.locator('.teasers a').count()) > 0);
    await page.goBack();

    const plain = page.locator('news-comments form');
    await plain.locator('[name=name]').fill('Ottoline Brack');
    await plain.locator('[name=email]').fill('ottoline@example.org');
    await plain.locator('[name=text]').fill(text);
    await plain.getByRole('button').click();
    await page.waitForURL((url) => url.pathname === LEAD && url.searchParams.get('comment') === 'approved');
    assert.equal(await page.getByRole('status').textContent(), 'Thank you. Your comment is posted.');
    assert.equal(await listed(page, text).count(), 1);
  });
});

describe('a comment', () => {
  it('is put right, posted, and on the page at once and after a reload', async () => {
    const { page, complaints } = await open(`${origin.site}/`);
    const text = 'The pencil deserves a museum.';
    await openForm(page);
    await write(page, { name: '', email: 'mail at example', text: '' });
    await submit(page);
    const summary = discussion(page).getByRole('alert');
    await summary.getByText('3 things to correct:').waitFor();
    assert.deepEqual(await summary.getByRole('listitem').allTextContents(), [
      'Write your comment.',
      'Enter your name.',
      'Enter an e-mail address such as name@example.org.',
    ]);
    await write(page, { name: 'Perpetua Lund', email: 'perpetua@example.org', text });
    await submit(page);
    await told(page, 'Thank you. Your comment is posted.');
    await listed(page, text).waitFor();
    await page.reload();
    await listed(page, text).waitFor();
    assert.equal(await listed(page, text).count(), 1);
    assert.deepEqual(complaints, []);
  });

  it('is answered, and the answer stands under it, also for who follows its address', async () => {
    const { page } = await open(`${origin.site}/`);
    const text = 'Annex B was my favourite.';
    await page.clock.install();
    await discussion(page).scrollIntoViewIfNeeded();
    await discussion(page).getByRole('button', { name: 'Reply to Sunniva Harrow' }).click();
    await seen(discussion(page).getByText('Reply to Sunniva Harrow')).waitFor();
    await page.clock.fastForward(5_000);
    await write(page, { name: 'Corin Vance', email: 'corin@example.org', text });
    await submit(page);
    await listed(page, text).waitFor();

    const answer = await fetch(`${origin.api}/v1/comments?story=1001&limit=1`);
    const { items } = (await answer.json()) as { items: { id: string; parent?: string; text: string }[] };
    assert.equal(items[0]!.text, text);
    assert.ok(items[0]!.parent);
    const { page: other } = await open(`${origin.site}${LEAD}#comment-${items[0]!.id}`);
    await other.waitForFunction(
      (words) =>
        document.querySelector('news-comments')?.shadowRoot?.activeElement?.textContent.includes(words),
      text,
    );
    assert.ok(await listed(other, text).isVisible());
  });

  it('can be reported, and the moderator sees it', async () => {
    const { page } = await open(`${origin.site}/`);
    await discussion(page).scrollIntoViewIfNeeded();
    await discussion(page).getByRole('button', { name: 'Report the comment of Osric Lund' }).click();
    await discussion(page).getByRole('button', { name: 'Yes, tell them' }).click();
    await told(page, 'Thank you. The moderators');

    const [, address] = /Moderation +(\S+)/.exec(demo.said.stdout)!;
    const answer = await fetch(`${origin.api}/v1/moderation/comments?status=approved&reported=true`, {
      headers: { Authorization: `Bearer ${address!.split('token=')[1]}` },
    });
    const { items } = (await answer.json()) as { items: { author: string }[] };
    assert.deepEqual(
      items.map(({ author }) => author),
      ['Osric Lund'],
    );
  });

  it('waits for a moderator where the story asks for one', async () => {
    const { page } = await open(origin.site + MODERATED);
    const text = 'My cellar has opinions about this.';
    await openForm(page);
    await write(page, { name: 'Corin Vance', email: 'corin@example.org', text });
    await submit(page);
    await told(page, 'Thank you. Your comment waits for approval.');
    await page.reload();
    await discussion(page).scrollIntoViewIfNeeded();
    await discussion(page).getByRole('button', { name: 'Click to comment' }).waitFor();
    assert.equal(await listed(page, text).count(), 0);

    const [, address] = /Moderation +(\S+)/.exec(demo.said.stdout)!;
    const { page: desk } = await open(address!);
    const item = desk.locator('article', { hasText: text });
    await item.getByRole('button', { name: 'Approve' }).click();
    await item.waitFor({ state: 'detached' });

    await page.reload();
    await listed(page, text).waitFor();
  });

  it('is kept while it is written', async () => {
    const { page } = await open(origin.site + MODERATED);
    await openForm(page);
    await write(page, { name: 'Ebba Stroud', email: '', text: 'I began to say that' });
    await page.reload();
    await discussion(page).scrollIntoViewIfNeeded();
    await discussion(page).getByRole('button', { name: 'Go on with your comment' }).click();
    await told(page, 'We have kept the comment that you began.');
    assert.equal(await field(page, 'text').inputValue(), 'I began to say that');
    assert.equal(await field(page, 'name').inputValue(), 'Ebba Stroud');
  });
});

describe('the way back', () => {
  // Playwright turns the cache off, which keeps whole pages as they were.
  let cached: Browser;
  before(async () => (cached = await launch({ ignoreDefaultArgs: ['--disable-back-forward-cache'] })));
  after(() => cached?.close());

  /** Writes in an article's form, goes to a section and back; whether the page itself came back. */
  async function wentAndCame(page: Page): Promise<boolean> {
    page.setDefaultTimeout(PATIENCE);
    await page.addInitScript(() =>
      addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted })),
    );
    await page.goto(origin.site + LEAD);
    await discussion(page).scrollIntoViewIfNeeded();
    await discussion(page).getByRole('button', { name: 'Click to comment' }).click();
    await field(page, 'text').fill('I was about to say');
    await page.goto(`${origin.site}/city`);
    await page.goBack({ waitUntil: 'commit' });
    return page.evaluate(() => (window as unknown as { persisted: boolean }).persisted);
  }

  it('leads to the page as it was left, and its elements go on', async () => {
    const page = await cached.newPage();
    assert.equal(await wentAndCame(page), true);
    assert.equal(await field(page, 'text').inputValue(), 'I was about to say');
    const loaded = await page.evaluate(async () => {
      const element = document.querySelector('news-comments') as unknown as EventTarget & { reload(): void };
      const event = new Promise((done) => element.addEventListener('news-load', done, { once: true }));
      element.reload();
      return ((await event) as Event).type;
    });
    assert.equal(loaded, 'news-load');
  });

  it('is closed by a page that keeps the browser from it', async () => {
    const page = await cached.newPage();
    await page.addInitScript(() => addEventListener('unload', () => {}));
    assert.equal(await wentAndCame(page), false);
  });
});

describe('a partner’s page', () => {
  it('shows the stories in its own look, with its own parameters in their links', async () => {
    const { page, complaints } = await open(`${origin.partner}/`);
    await page.locator('news-related-stories').scrollIntoViewIfNeeded();
    const links = page.locator('news-related-stories a[part~=link]');
    await links.nth(2).waitFor();
    for (const href of await links.evaluateAll((all) =>
      all.map((link) => (link as HTMLAnchorElement).href),
    )) {
      assert.ok(href.startsWith(`${origin.site}/city/`) && href.endsWith('?utm_source=partner'), href);
    }
    assert.match(
      (await page.locator('news-pull-quote').getByRole('blockquote').textContent())!,
      /skippers in the room/,
    );
    const look = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => {
          const { fontFamily, fontSize, color } = getComputedStyle(element);
          return { fontFamily, fontSize, color };
        });
    assert.deepEqual(await look('news-article-card [part~=standfirst]'), await look('body'));
    assert.deepEqual(complaints, []);
  });
});

// From here on the content API is not the demo's own any more, but one that comes and goes at the same address.
describe('when the content API dies', FOUR_MINUTES, () => {
  let api: Run;
  const start = () =>
    startApi({ API_PORT: env.API_PORT!, DATA_DIR: env.DATA_DIR!, SITE_ORIGIN: origin.site });

  it('keeps what it has answered 201 for', async () => {
    const text = 'Written a moment before the lights went out.';
    const died = once(demo.child.stderr!, 'data');
    const answer = await fetch(`${origin.api}/v1/comments`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ story: '1001', name: 'Sefton Crane', email: 'sefton@example.org', text }),
    });
    process.kill(ownerOf(env.DATA_DIR!), 'SIGKILL');
    assert.equal(answer.status, 201);
    assert.match(String(await died), /^The content API has stopped\./);
    await assert.rejects(fetch(`${origin.api}/health`));

    const { page } = await open(`${origin.site}/`);
    assert.ok(await page.getByText('The comments cannot be shown at the moment.').isVisible());
    assert.ok(await page.locator('.rail a').first().isVisible());

    api = await start();
    assert.equal(await stored('1001', text), 1);
    await page.reload();
    assert.equal(await listed(page, text).count(), 1);
  });

  it('does not cost a reader their words, which go out once by themselves when it is back', async () => {
    const { page } = await open(`${origin.site}/`);
    const text = 'I will say this if it takes all day.';
    await page.locator('.rail news-article-card article').first().waitFor();
    await openForm(page);
    await write(page, { name: 'Thora Linde', email: 'thora@example.org', text });
    assert.equal(await end(api, 'SIGTERM'), 0);
    await submit(page);
    await told(page, 'It is kept here and will be sent by itself.');
    assert.equal(await field(page, 'text').inputValue(), text);

    api = await start();
    await page.clock.fastForward(60_000);
    await told(page, 'Thank you. Your comment is posted.');
    assert.equal(await stored('1001', text), 1);
    await end(api, 'SIGTERM');
  });
});

describe('the end', FOUR_MINUTES, () => {
  it('says in one sentence which port is taken, and what chooses another', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const port = String((taken.address() as { port: number }).port);
    const variables = ['PORT', 'API_PORT', 'PARTNER_PORT'];
    await Promise.all(
      variables.map(async (variable) => {
        const refused = runDemo({
          ...{ PORT: '0', API_PORT: '0', PARTNER_PORT: '0', DATA_DIR: dataDir(variable) },
          [variable]: port,
        });
        assert.equal(await refused.ended, 1);
        assert.match(
          refused.said.stderr,
          new RegExp(`^Port ${port} .*taken: .* choose another with ${variable}\\.\n$`),
        );
        assert.equal(refused.said.stdout, '');
      }),
    );
    taken.close();
  });

  it('comes with SIGINT, and leaves no process behind', async () => {
    const [site, api, partner] = (await freePorts(3)) as [string, string, string];
    const own = { PORT: site, API_PORT: api, PARTNER_PORT: partner, DATA_DIR: dataDir('stopped') };
    const stopped = await startDemo(own);
    const pid = ownerOf(own.DATA_DIR);
    const { page } = await open(`http://localhost:${site}/`);
    assert.equal(await end(stopped, 'SIGINT'), 0);
    assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' });
    for (const port of [site, api, partner]) await assert.rejects(fetch(`http://localhost:${port}/`));
    assert.equal(stopped.said.stderr, '');
    await page.context().close();

    // A start that is killed cannot say good-bye: the API notices by itself.
    const killed = await startDemo(own);
    await end(killed, 'SIGKILL');
    assert.throws(() => ownerOf(own.DATA_DIR), { code: 'ENOENT' });
  });
});
