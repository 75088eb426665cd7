import type { Browser, BrowserContext, Page } from 'playwright-core';
import { putModules } from './chunks.js';
import type { Given } from './in-page/measure.js';
import { PATIENCE, type Site } from './site.js';

/** Somebody who draws. */
export interface Drawer {
  readonly name: string;
  /** Its export in the module. */
  readonly contestant: string;
  /** Definitions that it needs. */
  readonly imports?: string;
  /** Draws the nodes that this one has drawn. */
  readonly after?: Drawer;
  readonly css?: string;
  /** The body of its page. */
  readonly body?: string;
}

export interface Counted {
  readonly nodes: number;
  readonly listeners: number;
  /** MB of 1,000,000 bytes, of script and of the page's nodes. */
  readonly heap: number;
  readonly layouts: number;
}

const none: Given = { html: [], css: '' };

/** Drawers of one module in `in-page`, each on a page of its own. */
export class Drawing {
  readonly #given = new Map<string, Given>();

  constructor(
    private readonly browser: Browser,
    private readonly site: Site,
    private readonly module: string,
    private readonly drawers: readonly Drawer[],
  ) {}

  /** Puts the pages on the site. */
  async build(): Promise<void> {
    for (const { contestant, imports = '', css = '', body = '' } of this.drawers) {
      const path = `/${this.module}/${contestant}`;
      await putModules(
        this.site,
        path,
        `${imports}
         import { ${contestant} } from './in-page/${this.module}.ts';
         import { measure } from './in-page/measure.ts';
         measure(${contestant});`,
      );
      this.site.put(path, {
        type: 'html',
        body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>${contestant}</title>
          <style>body { margin: 1rem; font: 1rem/1.5 Georgia, serif }</style><style>${css}</style>
          <body>${body}<script type="module" src="${path}/main.js"></script></body></html>`,
      });
    }
  }

  /** The milliseconds of the first drawing, each in a browser that has not seen the page, in turn. */
  async first(count: number, another: () => boolean): Promise<Map<Drawer, number[]>> {
    const times = new Map(this.drawers.map((drawer) => [drawer, [] as number[]]));
    while (another())
      for (const drawer of this.drawers) {
        const page = await this.open(drawer);
        times.get(drawer)?.push(await this.draw(page, drawer, count));
        await page.context().close();
      }
    return times;
  }

  /** The same where the page has drawn before, so that the browser has compiled what it will. */
  async again(count: number, another: () => boolean, before = 8): Promise<Map<Drawer, number[]>> {
    const times = new Map(this.drawers.map((drawer) => [drawer, [] as number[]]));
    const pages = new Map<Drawer, Page>();
    for (const drawer of this.drawers) pages.set(drawer, await this.open(drawer));
    const all = async (note?: (drawer: Drawer, time: number) => unknown): Promise<void> => {
      for (const [drawer, page] of pages) {
        const time = await this.draw(page, drawer, count);
        await page.evaluate(() => measuring.clear());
        note?.(drawer, time);
      }
    };
    for (let round = 0; round < before; round++) await all();
    while (another()) await all((drawer, time) => times.get(drawer)?.push(time));
    for (const page of pages.values()) await page.context().close();
    return times;
  }

  /** What stays in the page when it is drawn. */
  async count(drawer: Drawer, count: number): Promise<Counted> {
    const page = await this.open(drawer);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable');
    const look = async () => {
      await devtools.send('HeapProfiler.collectGarbage');
      await devtools.send('HeapProfiler.collectGarbage');
      const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
      const heap: { usedSize: number; embedderHeapUsedSize?: number } =
        await devtools.send('Runtime.getHeapUsage');
      const { metrics } = await devtools.send('Performance.getMetrics');
      return {
        nodes,
        listeners: jsEventListeners,
        heap: (heap.usedSize + (heap.embedderHeapUsedSize ?? 0)) / 1e6,
        layouts: metrics.find(({ name }) => name === 'LayoutCount')?.value ?? NaN,
      };
    };
    // What all drawings share is made by a first one, of one.
    await this.draw(page, drawer, 1);
    await page.evaluate(() => measuring.clear());
    const before = await look();
    await this.draw(page, drawer, count);
    const after = await look();
    await page.context().close();
    return {
      nodes: after.nodes - before.nodes,
      listeners: after.listeners - before.listeners,
      heap: after.heap - before.heap,
      layouts: after.layouts - before.layouts,
    };
  }

  async open({ contestant }: Drawer): Promise<Page> {
    const context: BrowserContext = await this.browser.newContext({ viewport: { width: 1200, height: 900 } });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    await page.goto(`${this.site.origin}/${this.module}/${contestant}`);
    await page.waitForFunction(() => 'measuring' in globalThis);
    return page;
  }

  async draw(page: Page, drawer: Drawer, count: number): Promise<number> {
    const given = drawer.after ? await this.givenBy(drawer.after, count) : none;
    return page.evaluate(([n, what]) => measuring.draw(n, what), [count, given] as const);
  }

  /** What a drawer draws, drawn once. */
  private async givenBy(drawer: Drawer, count: number): Promise<Given> {
    const key = `${drawer.contestant} ${count}`;
    let given = this.#given.get(key);
    if (!given) {
      const page = await this.open(drawer);
      await this.draw(page, drawer, count);
      this.#given.set(key, (given = await page.evaluate(() => measuring.drawn())));
      await page.context().close();
    }
    return given;
  }
}
