// Loads the elements that are on the page, and those that come later. Built as a file of its own, of less than 1.5 kB.
import { capable } from '../kit/capable.js';
import { ownScript } from './own-script.js';

/**
 * By tag, or by kind of API: the chunk that has it, then those which that one needs besides `core`. Written by the build.
 */
declare const __CHUNKS__: readonly (readonly [name: string, ...chunks: string[]])[];

type Core = typeof import('./core.js');
type Classes = Readonly<Record<string, { define?(tag: string): void }>>;

const script = ownScript(import.meta.url);
const { source, api = '' } = script?.dataset ?? {};
const chunks = new Map(__CHUNKS__.map(([name, ...files]) => [name, files]));
/** Tags that are defined, or under way. */
const asked = new Set<string>();
const lost = new Set<string>();
let tries = 0;
let told = false;
let provider: Promise<void> | undefined;

const load = (chunk: string, anew = ''): Promise<unknown> =>
  import(/* @vite-ignore */ new URL(`chunks/${chunk}.js${anew}`, import.meta.url).href);

/** Begins to load what is needed in a moment. Who needs it says so when it does not come. */
const expect = (name: string): void =>
  chunks.get(name)?.forEach((chunk) => void load(chunk).catch(() => undefined));

/** What has to be there before any element is defined; on a page that a server rendered, what takes over its answers. */
async function beforeElements(): Promise<void> {
  const rendered = document.querySelector('script[data-news-answers]');
  const [core] = await Promise.all([load('core'), rendered && load('hydration')]);
  (core as Core).settingsFrom(script);
}

async function define(tag: string): Promise<void> {
  // Firefox does not ask again for an address that has failed. But hashes in an import map go by the whole address.
  const anew = lost.has(tag) && !document.querySelector('script[type=importmap]') ? `#${++tries}` : '';
  const [chunk = ''] = chunks.get(tag) ?? [];
  if (!anew) expect(tag);
  try {
    const [classes] = await Promise.all([load(chunk, anew) as Promise<Classes>, beforeElements()]);
    // Elements look for their provider as soon as they are defined.
    if (tag !== 'news-provider') await provider;
    for (const element of Object.values(classes)) element.define?.(tag);
    lost.delete(tag);
  } catch (error) {
    asked.delete(tag);
    lost.add(tag);
    if (!told)
      console.warn(
        `NEWS-SCRIPT: <${tag}> could not be loaded and shows its fallback; it is tried again with the next element, and when the network is back. ${String(error)}`,
      );
    told = true;
  }
}

function want(tags: Iterable<string>): void {
  // The way to the stories is one request shorter where their source is plain to see.
  if (!asked.size) expect(source ?? (/\/wp-json\b/.test(api) ? 'wordpress' : ''));
  for (const tag of tags) {
    if (asked.has(tag)) continue;
    asked.add(tag);
    const defining = define(tag);
    if (tag === 'news-provider') provider = defining;
  }
}

const watched = new MutationObserver((records) => {
  for (const { addedNodes } of records)
    for (const node of addedNodes) if (node instanceof Element) search(node);
});

/** Hosts whose shadow roots are still to come. */
const hosts = new Set<string>();

function watch(root: Document | ShadowRoot): void {
  watched.observe(root, { childList: true, subtree: true });
  search(root);
}

function search(root: ParentNode): void {
  for (const element of [root, ...root.querySelectorAll('*')]) {
    const { localName, shadowRoot } = element as Element;
    if (localName?.startsWith('news-') && chunks.has(localName)) want([localName, ...lost]);
    else if (shadowRoot) watch(shadowRoot);
    else if (localName?.includes('-') && !hosts.has(localName)) {
      hosts.add(localName);
      customElements.whenDefined(localName).then(
        () => search(document),
        () => undefined,
      );
    }
  }
}

if (capable()) {
  watch(document);
  addEventListener('online', () => want(lost));
}
