import '../define.js';
import type { ContentApi } from '../content/content-api.js';
import { noteShown } from '../content/shown.js';
import { NewsArticle } from '../elements/article/article.js';
import type { NewsElement } from '../elements/base.js';
import { ContentElement } from '../elements/content-element.js';
import { give } from '../elements/hydration.js';
import { Icons } from '../elements/icons.js';
import { NewsProvider } from '../elements/provider/provider.js';
import { NewsRelatedStories } from '../elements/related-stories/related-stories.js';
import { NewsSearch } from '../elements/search/search.js';
import { asProblem } from '../kit/problem.js';
import { embedMark } from '../kit/safe-html/embed.js';
import { loadWords } from '../kit/words/load.js';
import { parser } from '../sources/feed/parser.js';
import { icons } from '../views/icons.js';
import { answersFor, type Answer, type Outcome } from './answers.js';
import { isNews, make, rootOf, type Made } from './element.js';
import { bodyOf, embedRoot, jsonLdOf } from './light.js';
import { attribute, childrenOf, parentOf, readPage, type Page, type PageNode } from './page.js';
import type { RenderOptions } from './render-page.js';
import { escaped } from './safe-html.js';
import { serverParser } from './feed-parser.js';

Icons.shapes = icons;
Object.assign(parser, serverParser);

/** No page is rendered that is longer, in bytes of UTF-8. */
export const longest = 2_000_000;

/** No more elements of a page are rendered. Each carries its styles, and is nothing to the one who writes it. */
const most = 1_000;

export function tell({ onProblem }: RenderOptions, code: string, message: string, tag = ''): void {
  if (onProblem) onProblem({ code, message, tag });
  else console.warn(`${code}: ${tag && `<${tag}> was not rendered: `}${message}`);
}

/** Something that is put into the page. */
interface Insertion {
  readonly at: number;
  readonly text: string;
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

/** As text in a script of a page: nothing in it can end the script, or begin another. */
const scriptText = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const answersScript = (answers: readonly Answer[]): string =>
  `<script type="application/json" data-news-answers>${scriptText(
    answers.map(({ key, value, properties }) => [key, value ?? null, ...(properties ? [properties] : [])]),
  )}</script>`;

/** Tells the page of an API that it does not name itself. */
const metas = ({ api, source, apiKey }: ContentApi): string =>
  Object.entries({ api, source, 'api-key': apiKey })
    .map(([name, value]) => value && `<meta name="news-${name}" content="${escaped(value)}">`)
    .join('');

/** Which API serves an element: its own attributes', a provider's above it, or the page's default. */
function configFor(
  node: PageNode,
  providers: ReadonlyMap<PageNode, NewsProvider>,
  byPage: ContentApi | undefined,
): ContentApi | undefined {
  const api = attribute(node, 'api');
  if (api) return { api, source: attribute(node, 'source') ?? 'auto', apiKey: attribute(node, 'api-key') };
  for (let at = parentOf(node); at; at = parentOf(at)) {
    const provider = providers.get(at);
    if (provider?.api) return { api: provider.api, source: provider.source, apiKey: provider.apiKey };
  }
  return byPage;
}

/** A page may have been rendered before. */
const isRendered = (node: PageNode): boolean =>
  childrenOf(node).some(
    (one) => one.tagName === 'template' && attribute(one, 'shadowrootmode') !== undefined,
  );

function makeAll(page: Page, byPage: ContentApi | undefined, options: RenderOptions, lang?: string): Made[] {
  const made: Made[] = [];
  const providers = new Map<PageNode, NewsProvider>();
  const nodes = page.elements.filter((node) => isNews(node) && !isRendered(node));
  if (nodes.length > most)
    tell(options, 'NEWS-PAGE', `only the first ${most} elements of a page are rendered, of ${nodes.length}`);
  for (const node of nodes.slice(0, most)) {
    try {
      const one = make(node, page, configFor(node, providers, byPage), lang);
      if (one.element instanceof NewsProvider) providers.set(node, one.element);
      if (one.element instanceof NewsArticle && options.now !== undefined) one.element.now = options.now;
      made.push(one);
    } catch (error) {
      const { code, message } = asProblem(error);
      tell(options, code, message, node.tagName);
    }
  }
  return made;
}

/** Nothing but its fallback would be shown: that is there already. */
function showsNothing({ element }: Made): boolean {
  if (element instanceof NewsSearch) return !element.action;
  return element instanceof ContentElement && element.contentState === 'idle';
}

/** Where the answers stand: before the end of the body, or, in a piece of a page, after all that holds the last element. */
function endOf({ bodyEnd }: Page, nodes: readonly PageNode[]): number {
  const starts = nodes.map(({ sourceCodeLocation }) => sourceCodeLocation?.startTag?.endOffset ?? 0);
  const last = Math.max(...starts);
  if (bodyEnd !== undefined && bodyEnd >= last) return bodyEnd;
  let end = last;
  for (let at = nodes[starts.indexOf(last)]; at; at = parentOf(at)) {
    const after = at.sourceCodeLocation?.endTag?.endOffset;
    if (after === undefined || after < end) break;
    end = after;
  }
  return end;
}

/** A page, and the article that tells search engines about itself: one a page, where the page does not. */
interface Told extends Page {
  readonly teller: NewsElement | undefined;
}

/** What is put into the page for an element: its root, and what an article has in the page itself. */
function* piecesOf(
  { node, element }: Made,
  place: number | undefined,
  page: Told,
  options: RenderOptions,
): Generator<Insertion> {
  const { startTag, endTag } = node.sourceCodeLocation ?? {};
  const at = startTag?.endOffset;
  if (at === undefined) return;
  yield { at, text: rootOf(element, place, options.nonce) };
  if (element instanceof NewsRelatedStories && element.dedupe)
    noteShown(
      element,
      element.stories.slice(0, element.visible).map(({ url }) => url),
    );
  if (!(element instanceof NewsArticle)) return;
  const story = element.data ?? element.content.value;
  if (!story) return;
  const end = endTag && endTag.startOffset >= at ? endTag.startOffset : at;
  const body = bodyOf(element, story, options.nonce !== undefined);
  yield { at: end, text: withRoots(body, element, page, options) };
  if (element === page.teller) yield { at: end, text: jsonLdOf(story) };
}

/** Pulled quotes in a body are our elements, too, and embeds are in boxes. */
function withRoots(body: string, article: NewsArticle, page: Told, options: RenderOptions): string {
  if (!/<news-|data-news-embed/.test(body)) return body;
  const piece = { ...readPage(body, page.url), words: page.words, url: page.url, teller: undefined };
  const quotes = makeAll(piece, undefined, options, languageIn(article));
  const boxes = piece.elements.flatMap((node) => {
    const at = node.sourceCodeLocation?.startTag?.endOffset;
    const isEmbed = attribute(node, embedMark) !== undefined && at !== undefined;
    const text = isEmbed && embedRoot(article, node, options.nonce);
    return text ? [{ at, text }] : [];
  });
  return inserted(body, [
    ...boxes,
    ...quotes.flatMap((one) => [...piecesOf(one, undefined, piece, options)]),
  ]);
}

const languageIn = (element: NewsElement): string => (element as unknown as { language: string }).language;

/** Renders what has its answer. In one go: lists look at what those before them show. */
function insertionsFor(
  made: readonly Made[],
  outcomes: readonly Outcome[],
  page: Told,
  options: RenderOptions,
): { insertions: Insertion[]; answers: Answer[]; nodes: PageNode[] } {
  const answers: Answer[] = [];
  const nodes: PageNode[] = [];
  const insertions = made.flatMap((one, index) => {
    const { answer, problem } = outcomes[index] ?? {};
    const { element, node } = one;
    try {
      if (problem) throw problem;
      if (answer && element instanceof ContentElement) give(element, answer.key, answer.value);
      if (showsNothing(one)) return [];
      const pieces = [...piecesOf(one, answer && answers.length, page, options)];
      if (answer) answers.push(answer);
      nodes.push(node);
      return pieces;
    } catch (error) {
      const { code, message } = asProblem(error);
      tell(options, code, message, node.tagName);
      return [];
    }
  });
  for (const { element } of made) if (element instanceof NewsRelatedStories) noteShown(element, undefined);
  return { insertions, answers, nodes };
}

/** Renders a page, or a piece of one. */
export async function renderText(text: string, options: RenderOptions): Promise<string> {
  // No character has more than three bytes of UTF-8 for each of its units.
  if (text.length * 3 > longest && new TextEncoder().encode(text).length > longest) {
    tell(options, 'NEWS-PAGE', `a page of more than ${longest / 1e6} MB is left as it is`);
    return text;
  }
  const page = readPage(text, options.url);
  const { api, source = 'auto', apiKey } = options;
  const byPage = page.named ?? (api ? { api, source, apiKey } : page.told);
  const made = makeAll(page, byPage, options);
  const [outcomes] = await Promise.all([
    answersFor(made, page, options),
    ...made.map(({ element }) => loadWords(languageIn(element))),
  ]);
  const articles = made.map(({ element }) => element).filter((one) => one instanceof NewsArticle);
  const teller = page.tellsArticle ? undefined : articles.find(({ jsonLd }) => jsonLd);
  const { insertions, answers, nodes } = insertionsFor(made, outcomes, { ...page, teller }, options);
  // An API that is late here may answer there.
  const asks = made.some(({ element, config }) => element instanceof ContentElement && config === byPage);
  const names = byPage && !page.named && asks && (api || answers.length);
  const end = (names ? metas(byPage) : '') + (answers.length ? answersScript(answers) : '');
  if (!end) return inserted(text, insertions);
  const last = endOf(page, nodes.length ? nodes : made.map(({ node }) => node));
  return inserted(text, [...insertions, { at: last, text: end }]);
}
