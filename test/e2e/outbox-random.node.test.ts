/**
 * Readers who type, send, change their minds, reload, lose the network and open a second tab, on a site whose API fails
 * in all the ways that it can: every comment that was sent is stored once, or it is still there with a sentence why.
 *
 *     OUTBOX_RUNS=1000 OUTBOX_SEED=7 node --import tsx --test test/e2e/outbox-random.node.test.ts
 *
 * 40 runs when nothing is said. The seed is printed when a run fails, with the shortest way to it.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { type Fate, type NewsApi, newsReader, NewsServers } from './outbox-support.js';

const numRuns = Number(process.env.OUTBOX_RUNS ?? 40);
const seed = Number(process.env.OUTBOX_SEED ?? 20_260_313);

const servers = new NewsServers();
let browser: Browser;
let context: BrowserContext;
/** Two tabs, for all days: each day has a site of its own, and so a browser that has kept nothing. */
let tabs: readonly [Page, Page];

before(async () => {
  [browser] = await Promise.all([chromium.launch(newsReader()), servers.start()]);
  context = await browser.newContext();
  // The compiler's helper, which functions that go into a page leave behind.
  await context.addInitScript({ content: 'globalThis.__name = (one) => one' });
  await context.addInitScript(inPage);
  tabs = [await context.newPage(), await context.newPage()];
});

after(async () => {
  await browser.close();
  await servers.stop();
});

const inATab = ['write', 'edit', 'back', 'send', 'reload', 'close', 'watch'] as const;
const outside = ['offline', 'online', 'down', 'up', 'over', 'later'] as const;

interface Step {
  readonly does: (typeof inATab)[number] | (typeof outside)[number];
  readonly tab: 0 | 1;
}

const tab = fc.constantFrom(0 as const, 0 as const, 1 as const);
const step: fc.Arbitrary<Step> = fc.record({
  does: fc.oneof(
    { weight: 4, arbitrary: fc.constant('send' as const) },
    { weight: 6, arbitrary: fc.constantFrom(...inATab) },
    { weight: 4, arbitrary: fc.constantFrom(...outside) },
  ),
  tab,
});
const writing: fc.Arbitrary<Step[]> = tab.map((tab) => [
  { does: 'write', tab },
  { does: 'send', tab },
]);

const fates: readonly Fate[] = ['ok', 'broken', 'busy', 'no', 'lost', 'crash', 'cut', 'silent', 'deaf'];

const days = fc.record({
  keyed: fc.boolean(),
  fates: fc.array(fc.constantFrom(...fates), { minLength: 1, maxLength: 6 }),
  steps: fc
    .array(fc.oneof({ weight: 4, arbitrary: step.map((one) => [one]) }, { weight: 1, arbitrary: writing }), {
      maxLength: 12,
    })
    .chain((more) => fc.tuple(writing, fc.constant(more)))
    .map(([first, more]) => [...first, ...more.flat()]),
});

interface Shown {
  readonly text: string;
  readonly notice: string;
  readonly busy: boolean;
}

/** The reader's hands and eyes: in the page, because a step must not take long. */
interface InPage {
  does(what: string, words: string): Promise<{ had?: string; sent?: string }>;
  shows(): Shown;
  /** Nothing is under way from here. */
  quiet(): Promise<boolean>;
  /** Texts in the outbox, those that have had their final no apart. */
  outbox(): Promise<{ waiting: string[]; refused: string[] }>;
}

declare global {
  var reader: InPage;
}

function inPage(): void {
  // Time passes in leaps.
  const now = Date.now.bind(Date);
  Date.now = () => now() + Number(localStorage.getItem('test-skew') ?? 0);

  let posting = 0;
  const send = fetch.bind(globalThis);
  globalThis.fetch = (url, init) => {
    posting++;
    return send(url, init).finally(() => posting--);
  };

  const root = (): ShadowRoot => document.querySelector('news-comment-form')!.shadowRoot!;
  const field = (name: string): HTMLInputElement | null =>
    root().querySelector(`[part~=input][name=${name}]`);
  const soon = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 2));
  const type = (values: Record<string, string>): void => {
    for (const [name, value] of Object.entries(values)) field(name)!.value = value;
    field('text')!.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };

  globalThis.reader = {
    async does(what, words) {
      if (what === 'write' && !field('text')) {
        root().querySelector<HTMLElement>('button')?.click();
        await soon();
      }
      const { text, busy } = reader.shows();
      if (busy || (!text && what !== 'write')) return {};
      if (what === 'write') type({ name: 'Ola', email: 'ola@example.org', text: words });
      else if (what === 'edit') type({ text: `${text}!` });
      else if (what === 'back' && text.endsWith('!')) type({ text: text.slice(0, -1) });
      else if (what === 'send') {
        root().querySelector('form')!.requestSubmit();
        // It counts from when the form has it, which is before the first byte leaves.
        for (;;) {
          await soon();
          if (!field('text') || (await reader.outbox()).waiting.includes(text)) return { sent: text };
          const { busy, notice } = reader.shows();
          if (!busy && notice) return {};
        }
      } else return {};
      return { had: text };
    },
    shows() {
      const text = field('text');
      const notice = root().querySelector('.notice')?.textContent.trim() ?? '';
      return { text: text?.value.trim() ?? '', notice, busy: !!text?.readOnly };
    },
    async quiet() {
      const before = !posting;
      // Whoever has just taken something out to send it, has begun to by then.
      await reader.outbox();
      await new Promise((resolve) => setTimeout(resolve, 10));
      return before && !posting;
    },
    outbox: () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('standfirst', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('outbox', { keyPath: 'key' });
        opening.onerror = () => reject(opening.error!);
        opening.onsuccess = () => {
          const entries = opening.result.transaction('outbox').objectStore('outbox');
          const all = entries.getAll() as IDBRequest<{ comment: { text: string }; refused?: object }[]>;
          all.onsuccess = () => {
            const texts = (no: boolean): string[] =>
              all.result.filter(({ refused }) => !!refused === no).map(({ comment }) => comment.text);
            resolve({ waiting: texts(false), refused: texts(true) });
            opening.result.close();
          };
        };
      }),
  };
}

/** One reader's day. */
class Day {
  readonly #api: NewsApi;
  readonly #name: string;
  readonly #tabs: (Page | undefined)[] = [];
  #offline = false;
  #words = 0;
  /** What the reader wants to be posted. */
  readonly sent = new Set<string>();

  constructor(name: string, api: NewsApi) {
    this.#name = name;
    this.#api = api;
  }

  async does({ does, tab }: Step): Promise<void> {
    switch (does) {
      case 'offline':
      case 'online':
        this.#offline = does === 'offline';
        return context.setOffline(this.#offline);
      case 'down':
      case 'up':
        return servers[does]();
      case 'over':
        return this.#api.release();
      case 'later':
        return this.later();
      case 'close': {
        const page = this.#tabs[tab];
        this.#tabs[tab] = undefined;
        await page?.goto('about:blank');
        return;
      }
    }
    const page = await this.#tab(tab);
    if (!page) return;
    if (does === 'reload') return this.#offline ? undefined : load(page, () => page.reload());
    if (does === 'watch') return page.waitForTimeout(30);
    const words = `Words ${++this.#words}`;
    const { had, sent } = await page.evaluate(([what, text]) => reader.does(what, text), [
      does,
      words,
    ] as const);
    // Whoever changes what was sent takes it back; it may have arrived.
    if (had) this.sent.delete(had);
    if (sent) this.sent.add(sent);
  }

  async #tab(index: number): Promise<Page | undefined> {
    const open = this.#tabs[index];
    if (open || this.#offline) return open;
    const page = tabs[index as 0 | 1];
    await load(page, () => page.goto(servers.page(this.#name, '71', `day${this.#name}.news.example`)));
    return (this.#tabs[index] = page);
  }

  get #open(): Page[] {
    return this.#tabs.filter((page) => page !== undefined);
  }

  /** Time passes, more than any request may take, and the network comes back. */
  async later(): Promise<void> {
    for (let quiet = false; !quiet;) {
      this.#api.release();
      const all = await Promise.all(this.#open.map((page) => page.evaluate(() => reader.quiet())));
      quiet = this.#api.idle && !all.includes(false);
    }
    this.#api.leap();
    for (const [index, page] of this.#open.entries())
      await page.evaluate((first) => {
        const skew = Number(localStorage.getItem('test-skew') ?? 0) + 400_000;
        if (first) localStorage.setItem('test-skew', String(skew));
        dispatchEvent(new Event('online'));
      }, !index);
  }

  /** All faults are over, and the reader has come back. */
  async ends(): Promise<void> {
    this.#api.fates = [];
    await servers.up();
    this.#offline = false;
    await context.setOffline(false);
    const page = (await this.#tab(0))!;
    const end = Date.now() + 12_000;
    for (;;) {
      await this.later();
      await page.waitForTimeout(20);
      const { waiting } = await page.evaluate(() => reader.outbox());
      const shown = await Promise.all(this.#open.map((tab) => tab.evaluate(() => reader.shows())));
      if (!waiting.length && shown.every(({ busy }) => !busy)) break;
      assert.ok(Date.now() < end, `still waits: ${waiting.join()} ${JSON.stringify(shown)}`);
    }
  }

  async isWell(): Promise<void> {
    const { stored, overlaps, refused } = this.#api;
    const shown = await Promise.all(this.#open.map((tab) => tab.evaluate(() => reader.shows())));
    const kept = (await this.#open[0]!.evaluate(() => reader.outbox())).refused;
    const facts = JSON.stringify({ sent: [...this.sent], stored, refused: [...refused], kept, shown });
    assert.equal(new Set(stored.map(({ text }) => text)).size, stored.length, `stored twice: ${facts}`);
    assert.equal(overlaps, 0, `sent by two tabs at once: ${facts}`);
    for (const text of this.sent) {
      if (this.#api.count(text) || kept.includes(text)) continue;
      // A no that the reader has seen ends it; until then it is in the form, with a sentence why.
      assert.ok(refused.has(text), `lost: ${text} ${facts}`);
      for (const { notice } of shown.filter((one) => one.text === text))
        assert.ok(notice, `no word: ${facts}`);
    }
  }
}

async function load(page: Page, go: () => Promise<unknown>): Promise<void> {
  await go();
  await page.waitForFunction(() =>
    document.querySelector('news-comment-form')?.shadowRoot?.querySelector('section'),
  );
}

describe('a comment that was sent', () => {
  it(
    `is stored once, or still there: ${numRuns} days with faults`,
    { timeout: numRuns * 10_000 },
    async () => {
      let run = 0;
      const property = fc.asyncProperty(days, async ({ keyed, fates, steps }) => {
        const name = String(++run);
        const api = servers.api(name);
        api.fates = [...fates];
        api.keyed = keyed;
        const day = new Day(name, api);
        try {
          for (const step of steps) await day.does(step);
          await day.ends();
          await day.isWell();
        } finally {
          await context.setOffline(false);
          await Promise.all(tabs.map((page) => page.goto('about:blank')));
        }
      });
      const interruptAfterTimeLimit = 60_000 + numRuns * 2_200;
      const limits = { interruptAfterTimeLimit, markInterruptAsFailure: true };
      const details = await fc.check(property, { numRuns, seed, ...limits });
      // With what was wrong at the end of the shortest way.
      assert.ok(
        !details.failed,
        `${fc.defaultReportMessage(details)}
${String(details.errorInstance)}`,
      );
    },
  );
});
