/** A page of another origin than the CDN and the API, in a frame, with a policy. */
import { afterThisTest } from '../elements/support/pretend.js';
import { faulty, type Answer } from '../tools/faulty-client.js';
import { waitUntil } from '../tools/wait.js';

const origin = (await (await fetch('/__cdn')).json()) as string;

/** What the CDN does with some of its files. */
export interface Orders {
  broken?: string;
  tampered?: string;
  held?: string;
}

/** A CDN of a test's own. */
export class Cdn {
  readonly base = `${origin}/${faulty.key()}`;

  async order(orders: Orders): Promise<void> {
    await fetch(`${this.base}?${new URLSearchParams({ ...orders })}`, { method: 'PUT' });
  }

  /** The files that were asked for so far, without their endings. */
  async asked(arrived = 0): Promise<string[]> {
    const files = (await (await fetch(`${this.base}?arrived=${arrived}`)).json()) as string[];
    return files.map((file) => file.replace(/^chunks\/|\.js$/g, ''));
  }

  /** What the command prints for its address. */
  async integrity(): Promise<string> {
    return (await fetch(`${this.base}?integrity`)).text();
  }

  script(file: 'standfirst.js' | 'standfirst.all.js', attributes = ''): string {
    return `<script type="module" src="${this.base}/${file}" ${attributes}></script>`;
  }
}

/** Nothing but what our elements need. */
export const strict = (cdn: Cdn, more = ''): string =>
  `default-src 'none'; script-src ${cdn.base}/ ${more}; style-src ${cdn.base}/; connect-src ${faulty.origin}; ` +
  `require-trusted-types-for 'script'; trusted-types standfirst`;

export class FramedPage {
  /** What the publisher was told. */
  readonly warnings: string[] = [];

  private constructor(
    readonly frame: HTMLIFrameElement,
    readonly key: string,
  ) {}

  /** Opens a page. Its scripts are held back until one can hear what they say. */
  static async open(
    cdn: Cdn,
    { head = '', body = '', policy = strict(cdn), orders = {} as Orders },
  ): Promise<FramedPage> {
    const key = faulty.key();
    const report = `report-uri /s/${key}/report`;
    await faulty.script(key, [
      {
        when: '/page$',
        headers: {
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Security-Policy': `${policy}; ${report}`,
        },
        body: `<!doctype html><html lang="en"><head><title>Page</title>${head}</head><body>${body}</body></html>`,
      },
      { when: '/report$', status: 204 },
    ] satisfies Answer[]);
    await cdn.order({ ...orders, held: '^standfirst' });
    const frame = document.createElement('iframe');
    Object.assign(frame, { src: `/s/${key}/page`, width: 800, height: 600 });
    document.body.append(frame);
    afterThisTest(() => frame.remove());
    const page = new FramedPage(frame, key);
    await waitUntil(
      () => page.document?.title === 'Page' && page.document.readyState !== 'loading',
      'a page',
      { timeout: 20_000 },
    );
    page.window.console.warn = (text: string) => void page.warnings.push(text);
    await cdn.order(orders);
    return page;
  }

  get document(): Document {
    return this.frame.contentDocument!;
  }

  get window(): Window & typeof globalThis {
    return this.frame.contentWindow as Window & typeof globalThis;
  }

  one(selector: string): HTMLElement {
    return this.document.querySelector(selector)!;
  }

  add(markup: string): HTMLElement {
    const holder = this.document.createElement('div');
    const parsed = new DOMParser().parseFromString(markup, 'text/html').body.firstElementChild!;
    holder.append(this.document.importNode(parsed, true));
    this.document.body.append(holder);
    return holder.firstElementChild as HTMLElement;
  }

  /** Waits until that element shows these words in its shadow root. */
  async shows(element: Element, words: string): Promise<void> {
    await waitUntil(
      () => element.shadowRoot?.textContent.includes(words),
      `<${element.localName}>: ${words}`,
      {
        timeout: 20_000,
      },
    );
  }

  async warned(count = 1): Promise<string[]> {
    await waitUntil(() => this.warnings.length >= count, 'a warning', { timeout: 20_000 });
    return this.warnings;
  }

  /** Where the page's policy was broken. A picture that it forbids is tried, so that what came before has been reported. */
  async violations(): Promise<string[]> {
    const { length } = await faulty.log(this.key);
    const picture = this.document.createElement('img');
    picture.src = 'https://pictures.invalid/last.png';
    this.document.body.append(picture);
    for (let arrived = length + 1; ; arrived++) {
      const reports = (await faulty.log(this.key, { arrived })).filter(({ path }) =>
        path.endsWith('/report'),
      );
      if (reports.some(({ body }) => body.includes('pictures.invalid')))
        return reports.map(({ body }) => body).filter((body) => !body.includes('pictures.invalid'));
    }
  }
}
