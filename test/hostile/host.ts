import { nextFrame } from '@open-wc/testing';
import { afterThisTest } from '../elements/support/pretend.js';
import { remark } from '../elements/support/comments.js';
import { ferry, several } from '../elements/support/stories.js';
import type { ScriptedSite } from '../contract/recorded.js';
import { Cdn } from '../embed/cdn-page.js';
import { faulty } from '../tools/faulty-client.js';
import { waitUntil } from '../tools/wait.js';
import { boxed, tokens } from './boxed.js';
import { apiOf } from './shown.js';
import { elementsOf, settingsOf } from './sites.js';
import { deep } from './tripwires.js';

/** What a host page has of its own, around our elements. */
export interface Host {
  readonly doctype?: string;
  /** Comes after our tokens. */
  readonly style?: string;
  /** Runs before our script. */
  readonly script?: string;
  /** Our elements ask for full isolation. */
  readonly isolate?: boolean;
  /** The content is a recorded site's, for those elements whose content comes from one. */
  readonly site?: ScriptedSite;
}

/** One of each. */
const each = `
  <news-article story="71"></news-article>
  <news-article-card story="71"></news-article-card>
  <news-byline story="71" variant="box"></news-byline>
  <news-pull-quote story="71"></news-pull-quote>
  <news-comment-count story="71"></news-comment-count>
  <news-related-stories from="latest" loading="eager"></news-related-stories>
  <news-comments story="71" loading="eager"></news-comments>
  <news-comment-form story="71"></news-comment-form>
  <news-search action="/search"></news-search>
  <news-follow links="https://mastodon.example/@quay /feed.xml"></news-follow>
  <news-share url="https://news.example/1" headline="Ferry"></news-share>
  <news-copyright holder="The Quay" since="2021" until="2026"></news-copyright>`;

interface Content {
  readonly elements: string;
  /** Attributes of our script. */
  readonly settings: string;
}

async function ownContent(): Promise<Content> {
  const api = await apiOf([
    ['/comments', { body: { items: [remark(1), remark(2, 1)], total: 2 } }],
    ['/stories\\?.*ids=', { body: { items: [ferry] } }],
    ['/stories', { body: { items: several(4) } }],
  ]);
  return { elements: each, settings: `data-api="${api}" data-source="rest"` };
}

async function contentOf(site: ScriptedSite): Promise<Content> {
  const settings = Object.entries(await settingsOf(site, await site.rules()));
  return {
    elements: elementsOf(site),
    settings: settings.map(([name, value]) => `data-${name}="${value}"`).join(' '),
  };
}

let cdn: Cdn | undefined;

/** A page of a publisher's, with our elements as a CDN serves them, once all have their content. */
export async function hostPage({
  doctype = '<!doctype html>',
  style = '',
  script = '',
  isolate = false,
  site,
}: Host): Promise<Window> {
  cdn ??= new Cdn();
  const key = faulty.key();
  const { elements, settings } = await (site ? contentOf(site) : ownContent());
  const body = boxed(isolate ? elements.replace(/<news-[\w-]+/g, '$& isolate') : elements);
  await faulty.script(key, [
    {
      when: '/page$',
      headers: { 'Content-Type': 'text/html; charset=utf-8' },
      body: `${doctype}<html lang="en"><head><title>Page</title><style>${tokens}${style}</style><script>${script}</script>
        ${cdn.script('standfirst.all.js', settings)}</head><body>${body}</body></html>`,
    },
  ]);
  const frame = document.createElement('iframe');
  // All of it in view: comments that are not are not laid out.
  Object.assign(frame, { src: `/s/${key}/page`, width: 800, height: 5_000 });
  frame.style.cssText = 'position: fixed; inset: 0; transform: scale(0.1); transform-origin: 0 0';
  const loaded = new Promise((done) => frame.addEventListener('load', done));
  document.body.append(frame);
  afterThisTest(() => frame.remove());
  await loaded;
  await shown(frame.contentWindow!);
  return frame.contentWindow!;
}

/** Those of our elements that are defined by us. */
export const ours = ({ document }: Window): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('*')].filter(
    (element) => element.localName.startsWith('news-') && element.shadowRoot,
  );

/** A search has nothing to show yet; a discussion shows its comments a moment after they came. */
function isShown(element: HTMLElement): boolean {
  const { contentState: state } = element as { contentState?: string };
  if (element.localName === 'news-comments') return !!element.shadowRoot!.querySelector('[part~=comment]');
  return state === undefined || state === 'ready' || element.localName === 'news-search';
}

export async function shown(page: Window): Promise<void> {
  const waiting = (): string[] =>
    ours(page)
      .filter((one) => !isShown(one))
      .map((one) => one.localName);
  const tags = new Set(
    [...page.document.querySelectorAll('*')]
      .map(({ localName }) => localName)
      .filter((name) => name.startsWith('news-')),
  );
  const isThere = (): boolean =>
    // One may be the host's own.
    ours(page).length >= tags.size - 1 &&
    !waiting().length &&
    deep(page.document.body).every((one) => one.localName !== 'img' || (one as HTMLImageElement).complete);
  // What does not come in time is told by the differences.
  await waitUntil(isThere, '', { timeout: 15_000 }).catch(() => {});
  await nextFrame();
  await nextFrame();
}

/** What a reader sees of an element: the box of the first element inside, and its words. */
export interface Look {
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

export const looks = (page: Window): Record<string, Look> =>
  Object.fromEntries(
    ours(page).map((element) => {
      const root = element.shadowRoot!.querySelector<HTMLElement>('[part~=root]')!;
      const { offsetWidth: width, offsetHeight: height, innerText } = root;
      return [element.localName, { width, height, text: innerText.replace(/\s+/g, ' ').trim() }];
    }),
  );

/** Where two pages differ by more than a pixel or in a word. */
export function differences(page: Window, plain: Readonly<Record<string, Look>>): string[] {
  const found = looks(page);
  return Object.entries(plain).flatMap(([tag, was]) => {
    const is = found[tag];
    if (!is) return `${tag} is not there`;
    const box = Math.abs(is.width - was.width) > 1 || Math.abs(is.height - was.height) > 1;
    return [
      ...(box ? [`${tag}: ${was.width}x${was.height} became ${is.width}x${is.height}`] : []),
      ...(is.text === was.text ? [] : [`${tag}: "${was.text}" became "${is.text}"`]),
    ];
  });
}
