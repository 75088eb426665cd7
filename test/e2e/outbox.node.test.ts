import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { type Fate, type NewsApi, newsReader, NewsServers } from './outbox-support.js';

const FOUR_MINUTES = { timeout: 240_000 };
const PATIENCE = 60_000;

const servers = new NewsServers();
let browser: Browser;
let context: BrowserContext;
let name = 0;

before(async () => {
  [browser] = await Promise.all([chromium.launch(newsReader()), servers.start()]);
});

afterEach(async () => {
  await context.close();
  await servers.up();
});

after(async () => {
  await browser.close();
  await servers.stop();
});

interface Reader {
  readonly api: NewsApi;
  readonly page: Page;
  /** One more tab, of the same story or another. */
  tab(story?: string): Promise<Page>;
}

async function reader(fates: Fate[] = [], within?: BrowserContext): Promise<Reader> {
  context = within ?? (await browser.newContext());
  context.setDefaultTimeout(PATIENCE);
  const id = String(++name);
  const api = servers.api(id);
  api.fates = fates;
  const tab = async (story?: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(servers.page(id, story));
    await page.locator('[name=text]').waitFor();
    return page;
  };
  return { api, tab, page: await tab() };
}

async function write(page: Page, text: string): Promise<void> {
  for (const [field, value] of Object.entries({ text, name: 'Ola Lind', email: 'ola@example.org' }))
    await page.locator(`[name=${field}]`).fill(value);
}

/** The first letter, and what comes with it. */
async function begin(page: Page): Promise<void> {
  await page.locator('[name=text]').fill('I');
  await page.waitForFunction(() =>
    ['sending', 'outbox'].every((part) =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes(part)),
    ),
  );
}

const send = (page: Page): Promise<void> => page.locator('form button').click();
const says = (page: Page, words: string): Promise<void> =>
  page.locator('.notice', { hasText: words }).waitFor();
const written = (page: Page): Promise<string> => page.locator('[name=text]').inputValue();
/** Time passes for that page, in one leap. */
const wait = (page: Page, ms: number): Promise<void> =>
  page.evaluate((leap) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + leap;
    dispatchEvent(new Event('online'));
  }, ms);

/** The comment is there, once, and stays so when its reader comes back. */
async function isStoredOnce({ api, tab }: Reader, text: string): Promise<void> {
  const page = await tab();
  assert.equal(await written(page), '');
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  assert.equal(api.count(text), 1, JSON.stringify(api.stored));
  assert.equal(new Set(api.arrived).size, 1, 'one key for its life');
  assert.equal(api.overlaps, 0);
}

const byItself = 'kept here and will be sent by itself';
const thanks = 'Thank you.';

describe('a comment, on a site that is no secure context', FOUR_MINUTES, () => {
  it('has none of what only secure contexts have', async () => {
    const { page } = await reader();
    const has = await page.evaluate(() => [isSecureContext, 'locks' in navigator, 'randomUUID' in crypto]);
    assert.deepEqual(has, [false, false, false]);
  });

  it('offline in mid-post: is sent when the network is back', async () => {
    const one = await reader(['deaf']);
    await write(one.page, 'In mid-post');
    await send(one.page);
    await one.page.waitForFunction(() =>
      document.querySelector('news-comment-form')?.shadowRoot?.textContent.includes('Sending'),
    );
    while (!one.api.arrived.length) await new Promise((resolve) => setTimeout(resolve, 5));
    await context.setOffline(true);
    one.api.release();
    await says(one.page, 'You are offline. Your comment is kept here');
    assert.equal(await written(one.page), 'In mid-post');
    await context.setOffline(false);
    await says(one.page, thanks);
    await isStoredOnce(one, 'In mid-post');
  });

  it('offline from the start, and the page is closed: is sent from the next one', async () => {
    const one = await reader();
    await begin(one.page);
    await context.setOffline(true);
    await write(one.page, 'Offline');
    await send(one.page);
    await says(one.page, 'You are offline.');
    await one.page.close();
    await context.setOffline(false);
    const other = await one.tab('72');
    while (!one.api.stored.length) await other.waitForTimeout(20);
    await isStoredOnce(one, 'Offline');
  });

  for (const keyed of [true, false])
    it(`its acknowledgement is lost, the API ${keyed ? 'heeds keys' : 'looks for duplicates'}: is one comment`, async () => {
      const one = await reader(['lost']);
      one.api.keyed = keyed;
      await write(one.page, 'Lost');
      await send(one.page);
      await says(one.page, thanks);
      await isStoredOnce(one, 'Lost');
      assert.equal(one.api.arrived.length, 2);
    });

  it('its acknowledgement is lost, and the page is loaded again: is one comment', async () => {
    const one = await reader(['crash']);
    await write(one.page, 'Crash');
    await send(one.page);
    await says(one.page, byItself);
    await one.page.reload();
    await says(one.page, thanks);
    await isStoredOnce(one, 'Crash');
  });

  it('the API is killed under it, and starts again: is sent by itself', async () => {
    const one = await reader(['silent']);
    await write(one.page, 'Killed');
    await send(one.page);
    while (!one.api.stored.length) await new Promise((resolve) => setTimeout(resolve, 5));
    await servers.down();
    await says(one.page, byItself);
    await servers.up();
    await says(one.page, thanks);
    await isStoredOnce(one, 'Killed');
  });

  it('the API is away for long: waits in the form, with a sentence, over each reload', async () => {
    const one = await reader();
    await begin(one.page);
    await write(one.page, 'Patience');
    await servers.down();
    await send(one.page);
    await says(one.page, byItself);
    for (let times = 0; times < 2; times++) {
      await one.page.reload();
      await says(one.page, 'has not been sent yet');
      assert.equal(await written(one.page), 'Patience');
    }
    await servers.up();
    await wait(one.page, 300_000);
    await says(one.page, thanks);
    await isStoredOnce(one, 'Patience');
  });

  it('its tab is closed in the middle: is sent from another, once it is sure that nobody does', async () => {
    const one = await reader(['deaf']);
    const other = await one.tab('72');
    await write(one.page, 'Closed');
    await send(one.page);
    while (!one.api.arrived.length) await new Promise((resolve) => setTimeout(resolve, 5));
    await one.page.close();
    await wait(other, 1_000);
    assert.equal(one.api.arrived.length, 1, 'the other tab may still be at it');
    while (!one.api.stored.length) await wait(other, 30_000);
    await isStoredOnce(one, 'Closed');
  });

  it('the API wants to be left in peace: is sent later, by itself', async () => {
    const one = await reader(['busy']);
    await write(one.page, 'Busy');
    await send(one.page);
    await says(one.page, 'too quickly');
    await wait(one.page, 2_000);
    assert.equal(one.api.arrived.length, 1);
    await wait(one.page, 4_000);
    await says(one.page, thanks);
    await isStoredOnce(one, 'Busy');
  });

  it('the API says no when nobody looks: is back in its form, with the reason', async () => {
    const one = await reader(['cut', 'no']);
    await write(one.page, 'Rude');
    await send(one.page);
    await says(one.page, byItself);
    await one.page.goto(servers.page(String(name), '72'));
    while (one.api.arrived.length < 2) await one.page.waitForTimeout(20);
    // The page has to live until it has written the answer down.
    await one.page.waitForFunction(
      () =>
        new Promise((resolve) => {
          const opening = indexedDB.open('standfirst');
          opening.onsuccess = () => {
            const all = opening.result.transaction('outbox').objectStore('outbox').getAll();
            all.onsuccess = () => {
              opening.result.close();
              resolve((all.result as { refused?: unknown }[]).some(({ refused }) => refused));
            };
          };
        }),
    );
    await one.page.goto(servers.page(String(name)));
    await says(one.page, 'The comment was not accepted: Not in this tone.');
    assert.equal(await written(one.page), 'Rude');
    assert.equal(one.api.count('Rude'), 0);
  });

  for (const keyed of [true, false])
    it(`sent from two tabs at once, the API ${keyed ? 'heeds keys' : 'looks for duplicates'}: is one comment`, async () => {
      const one = await reader();
      one.api.keyed = keyed;
      await write(one.page, 'Twice');
      const other = await one.tab();
      assert.equal(await written(other), 'Twice');
      const press = (page: Page): Promise<void> =>
        page.evaluate(() =>
          document.querySelector('news-comment-form')?.shadowRoot?.querySelector('form')?.requestSubmit(),
        );
      await Promise.all([press(one.page), press(other)]);
      await Promise.all([says(one.page, thanks), says(other, thanks)]);
      await isStoredOnce(one, 'Twice');
    });

  it('waiting in two tabs when the network comes back: is sent by one', async () => {
    const one = await reader();
    one.api.keyed = false;
    await write(one.page, 'Waiting');
    const other = await one.tab();
    await context.setOffline(true);
    for (const page of [one.page, other]) {
      await send(page);
      await says(page, 'You are offline.');
    }
    await context.setOffline(false);
    await Promise.all([says(one.page, thanks), says(other, thanks)]);
    await isStoredOnce(one, 'Waiting');
    assert.equal(one.api.arrived.length, 1);
  });

  it('changed while it waits: the new words are the comment', async () => {
    const one = await reader(['cut']);
    await write(one.page, 'Well');
    await send(one.page);
    await says(one.page, byItself);
    await one.page.locator('[name=text]').fill('Well put');
    await one.page.locator('.notice', { hasNotText: /./ }).waitFor({ state: 'attached' });
    await send(one.page);
    await says(one.page, thanks);
    const page = await one.tab();
    assert.equal(await written(page), '');
    assert.deepEqual(
      one.api.stored.map(({ text }) => text),
      ['Well put'],
    );
  });
});

describe('a comment in a browser that keeps nothing', FOUR_MINUTES, () => {
  const folders: string[] = [];
  after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

  /** A browser whose reader forbids all sites to keep anything. */
  async function forbidding(): Promise<BrowserContext> {
    const folder = mkdtempSync(join(tmpdir(), 'standfirst-reader-'));
    folders.push(folder);
    mkdirSync(join(folder, 'Default'));
    const profile = { default_content_setting_values: { cookies: 2 } };
    writeFileSync(join(folder, 'Default/Preferences'), JSON.stringify({ profile }));
    return chromium.launchPersistentContext(folder, newsReader());
  }

  const open = 'Keep this page open';

  it('forbidden: waits on its page, says that it has to stay, and is sent by itself', async () => {
    const one = await reader(['cut'], await forbidding());
    const denied = await one.page.evaluate(async () => {
      let storage = 'kept';
      try {
        localStorage.setItem('a', 'b');
      } catch {
        storage = 'denied';
      }
      const database = await new Promise((resolve) => {
        try {
          const request = indexedDB.open('a');
          request.onsuccess = () => resolve('kept');
          request.onerror = () => resolve('denied');
        } catch {
          resolve('denied');
        }
      });
      return [storage, database];
    });
    assert.deepEqual(denied, ['denied', 'denied']);
    await write(one.page, 'Forbidden');
    await send(one.page);
    await says(one.page, open);
    assert.equal(await written(one.page), 'Forbidden');
    await says(one.page, thanks);
    await isStoredOnce(one, 'Forbidden');
  });

  it('full: waits on its page, says that it has to stay, and is sent by itself', async () => {
    const one = await reader(['cut']);
    const { origin } = new URL(one.page.url());
    await one.page.evaluate(() => {
      for (let size = 4 << 20; size; size >>= 1)
        try {
          for (let count = 0; count < 9; count++) localStorage.setItem(`${size} ${count}`, 'x'.repeat(size));
        } catch {
          // The next one is smaller.
        }
    });
    const session = await context.newCDPSession(one.page);
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    await write(one.page, 'Full');
    await send(one.page);
    await says(one.page, open);
    assert.equal(await written(one.page), 'Full');
    await says(one.page, thanks);
    await isStoredOnce(one, 'Full');
  });
});
