import '../define.js';
import type { ContentApi, RequestFunction } from '../content/content-api.js';
import { ContentElement } from '../elements/content-element.js';
import { NewsProvider } from '../elements/provider/provider.js';
import { asProblem, type Problem } from '../kit/problem.js';
import { answersFor, type Answer } from './answers.js';
import { isNews, make, rootOf, type Made } from './element.js';
import { attribute, childrenOf, parentOf, readPage, type Page, type PageNode } from './page.js';
import { escaped } from './safe-html.js';

export interface RenderOptions {
  /** Address of the page, as readers see it: what relative addresses start from; a page with a canonical link needs none. */
  readonly url?: string | undefined;
  /** Base address of the content API, for pages that name none. */
  readonly api?: string | undefined;
  /** Kind of that API; default as its address tells. */
  readonly source?: string | undefined;
  /** Public reading key of that API. */
  readonly apiKey?: string | undefined;
  /** Sends requests in place of `fetch`: to another address inside, with a cache, or with a header. */
  readonly request?: RequestFunction | undefined;
  /** Milliseconds that all answers together may take; what has not come by then is left to the browser. Default 2,000. */
  readonly timeout?: number | undefined;
  /** For pages whose policy wants one on style elements. */
  readonly nonce?: string | undefined;
  /** Is told what could not be rendered; `tag` is empty where that is the page. Default: a warning on the console. */
  readonly onProblem?: ((problem: Problem, tag: string) => void) | undefined;
}

/** Which API serves an element: its own attributes', a provider's above it, or the page's default. */
function configOf(node: PageNode, providers: ReadonlyMap<PageNode, NewsProvider>, page: ContentApi | undefined) {
  const api = attribute(node, 'api');
  if (api) return { api, source: attribute(node, 'source') ?? 'auto', apiKey: attribute(node, 'api-key') };
  for (let at = parentOf(node); at; at = parentOf(at)) {
    const provider = providers.get(at);
    if (provider?.api) return { api: provider.api, source: provider.source, apiKey: provider.apiKey };
  }
  return page;
}

const isRendered = (node: PageNode): boolean =>
  childrenOf(node).some((one) => one.tagName === 'template' && attribute(one, 'shadowrootmode') !== undefined);

interface Insertion {
  readonly at: number;
  readonly text: string;
}

const warnOf = (problem: Problem, tag: string): void =>
  console.warn(`${problem.code}: ${tag ? `<${tag}> was not rendered: ` : ''}${problem.message}`);

/** As text in a script of a page: nothing in it can end the script, or begin another. */
const scriptText = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The page's own API, or the one that was found for it, which the page is told of. */
function apiFor(page: Page, { api, source = 'auto', apiKey }: RenderOptions): ContentApi | undefined {
  if (page.named) return page.named;
  return api ? { api, source, apiKey } : page.told;
}

const metas = ({ api, source, apiKey }: ContentApi): string =>
  Object.entries({ api, source, 'api-key': apiKey })
    .filter(([, value]) => value)
    .map(([name, value]) => `<meta name="news-${name}" content="${escaped(value ?? '')}">`)
    .join('');

/** Renders our elements in a page of HTML. */
export async function renderPage(text: string, options: RenderOptions = {}): Promise<string> {
  const { timeout = 2_000, nonce, request, onProblem = warnOf } = options;
  const page = readPage(text, options.url);
  const api = apiFor(page, options);

  const made: Made[] = [];
  const providers = new Map<PageNode, NewsProvider>();
  for (const node of page.elements) {
    if (!isNews(node) || isRendered(node)) continue;
    try {
      const one = make(node, page, configOf(node, providers, api));
      if (one.element instanceof NewsProvider) providers.set(node, one.element);
      made.push(one);
    } catch (error) {
      onProblem(asProblem(error), node.tagName);
    }
  }
  const outcomes = await answersFor(made, page, { request, timeout });

  // In one go, for lists look at what those before them show.
  const answers: Answer[] = [];
  const insertions: Insertion[] = [];
  made.forEach(({ node, element }, index) => {
    const { answer, problem } = outcomes[index] ?? {};
    const at = node.sourceCodeLocation?.startTag?.endOffset;
    if (at === undefined) return;
    if (problem) return onProblem(problem, node.tagName);
    if (element instanceof ContentElement) {
      if (answer) element.content.take(answer.key, answer.value);
      if (element.contentState === 'idle') return;
    }
    try {
      const place = answer && answers.push(answer) - 1;
      insertions.push({ at, text: rootOf(element, place, nonce) });
    } catch (error) {
      onProblem(asProblem(error), node.tagName);
    }
  });
  const last = insertions.at(-1);
  if (!last) return text;
  const data =
    (page.named || !api ? '' : metas(api)) +
    `<script type="application/json" data-news-answers>${scriptText(answers.map(({ key, value }) => [key, value ?? null]))}</script>`;
  insertions.push({ at: page.bodyEnd ?? text.length, text: data });
  return inserted(text, insertions);
}

function inserted(text: string, insertions: readonly Insertion[]): string {
  let result = '';
  let from = 0;
  for (const { at, text: piece } of [...insertions].sort((a, b) => a.at - b.at)) {
    result += text.slice(from, at) + piece;
    from = at;
  }
  return result + text.slice(from);
}
