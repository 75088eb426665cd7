import { type DefaultTreeAdapterTypes, html as dom, parseFragment } from 'parse5';
import { renderPage } from '../../src/server/index.js';
import type { Choice } from './choice.js';
import { elementsOf, exact, type Release } from './snippets.js';

// What a server makes of the elements: whole with their looks, for readers without script, or plain for mail.

type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;
type Tag = DefaultTreeAdapterTypes.Element;

/** What mail shows anywhere; of all else only the content stays. */
const kept = new Set(
  'a abbr b blockquote br cite em figcaption figure h1 h2 h3 h4 h5 h6 hr i img li ol p q s small strong sub sup table tbody td th thead time tr ul'.split(
    ' ',
  ),
);
/** Of use to nobody who cannot press or fill them. */
const dropped = new Set(
  'button dialog form iframe input label script select style svg template textarea'.split(' '),
);
/** By tag, of what is kept. */
const attributes: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['src', 'alt'],
  time: ['datetime'],
};

const isTag = (node: Node): node is Tag => 'tagName' in node;
const say = (node: Tag, name: string): string | undefined =>
  node.attrs.find((one) => one.name === name)?.value;
const isHidden = (node: Tag): boolean =>
  say(node, 'hidden') !== undefined ||
  say(node, 'aria-hidden') === 'true' ||
  /\bquiet\b/.test(say(node, 'class') ?? '');

const rootOf = (host: Tag): Parent | undefined =>
  host.childNodes
    .filter(isTag)
    .flatMap((node) =>
      node.tagName === 'template' && say(node, 'shadowrootmode')
        ? (node as DefaultTreeAdapterTypes.Template).content
        : [],
    )[0];

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A node as readers see it, slots filled. */
function plain(node: Node, host: Tag | undefined): string {
  if (dom.NS.HTML !== (isTag(node) ? node.namespaceURI : dom.NS.HTML)) return '';
  if (!isTag(node)) return 'value' in node ? escape(node.value.replace(/\s+/g, ' ')) : '';
  const { tagName, childNodes } = node;
  if (dropped.has(tagName) || isHidden(node)) return '';
  if (tagName === 'slot' && host) {
    const name = say(node, 'name') ?? '';
    const given = host.childNodes.filter((one) =>
      isTag(one)
        ? one.tagName !== 'template' && (say(one, 'slot') ?? '') === name
        : !name && 'value' in one && one.value.trim(),
    );
    return all(given.length ? given : childNodes, given.length ? undefined : host);
  }
  const root = rootOf(node);
  const inside = root ? all(root.childNodes, node) : all(childNodes, host);
  if (tagName === 'img') {
    const source = say(node, 'src');
    return source ? `<img${written(node)} style="max-width: 100%; height: auto">` : '';
  }
  if (!kept.has(tagName)) return inside;
  return inside.trim() ? `<${tagName}${written(node)}>${inside.trim()}</${tagName}>` : '';
}

/** Nodes one after the other. Pieces that styles keep apart are kept apart by a space. */
function all(nodes: readonly Node[], host: Tag | undefined): string {
  const seen = nodes.filter((node) => isTag(node) || 'value' in node);
  return seen
    .map((node, index) => {
      const before = seen[index - 1];
      return `${host && isTag(node) && before && isTag(before) ? ' ' : ''}${plain(node, host)}`;
    })
    .join('');
}

const written = ({ tagName, attrs }: Tag): string =>
  attrs
    .filter(({ name }) => attributes[tagName]?.includes(name))
    .map(({ name, value }) => ` ${name}="${escape(value).replace(/"/g, '&quot;')}"`)
    .join('');

/** A piece to a line, so that people find their way in it. */
const inLines = (html: string): string =>
  html
    .replace(/ {2,}/g, ' ')
    .replace(
      /(?<=<\/(?:p|h\d|li|ul|ol|blockquote|figure|figcaption)>|<(?:ul|ol|blockquote|figure)>)\s*/g,
      '\n',
    )
    .trim();

export interface Made {
  readonly text: string;
  readonly problems: readonly string[];
}

/** Asks the API, and renders the elements. */
export async function make(choice: Choice, release: Release, url: string): Promise<Made> {
  const { api, source, key, way, lang } = choice;
  const problems: string[] = [];
  const html = way === 'static' ? `<html lang="${lang}"><body>${elementsOf(choice)}` : exact(choice, release);
  const rendered = await renderPage(html, {
    url,
    api,
    source,
    ...(key && { apiKey: key }),
    timeout: 15_000,
    onProblem: ({ code, message, tag }) => problems.push(`${tag && `<${tag}>: `}${message} (${code})`),
  });
  if (way !== 'static') return { text: rendered, problems };
  if (choice.theme) problems.push('No mail loads a theme: what is pasted looks like what is around it.');
  const text = inLines(all(parseFragment(rendered).childNodes, undefined));
  for (const { tag } of choice.elements)
    if (['news-comment-form', 'news-search', 'news-share'].includes(tag))
      problems.push(`<${tag}> is there to be used, which no mail allows: it is left out.`);
  return { text, problems };
}
