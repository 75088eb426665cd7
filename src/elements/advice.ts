// Loaded only when there is something to say: a publisher's page pays for advice when it needs it.
import { autoloads } from '../content/own-tag.js';
import type { Problem } from '../kit/problem.js';
import { warn } from '../kit/warn.js';
import { toldByAddress } from '../sources/auto.js';
import { version, type Versioned } from './define.js';

/** The tags of this package. */
const tags = [
  'news-provider',
  'news-article',
  'news-article-card',
  'news-byline',
  'news-comment-count',
  'news-comment-form',
  'news-comments',
  'news-copyright',
  'news-follow',
  'news-pull-quote',
  'news-related-stories',
  'news-search',
  'news-share',
];

/** Edit distance of Damerau and Levenshtein: two letters changed about count as one slip. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      let best = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1]),
      );
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, at(i - 2, j - 2) + 1);
      (rows[i] as number[])[j] = best;
    }
  }
  return at(a.length, b.length);
}

/** The known name that somebody most likely meant. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const plain = (text: string): string => text.replace(/-/g, '').toLowerCase();
  const [best] = known
    .map((one) => ({ one, slips: distance(plain(name), plain(one)) }))
    .sort((a, b) => a.slips - b.slips);
  return best && best.slips <= Math.max(1, Math.floor(best.one.length / 3)) ? best.one : undefined;
}

/** Attributes of any element, but for those that the element itself lets pass. */
const anyElements =
  /^(accesskey|autocapitalize|autocorrect|autofocus|contenteditable|draggable|enterkeyhint|inputmode|spellcheck|virtualkeyboardpolicy|writingsuggestions)$/;

/**
 * Attributes that were renamed, old name to new. An entry comes with the major version that renames, and goes with the
 * next one.
 */
const renames: Readonly<Record<string, string>> = {};

/** The old name goes on to do what it did; where both are there, the new one has its way. */
function carryOver(element: Element, old: string, now: string): void {
  warn(
    'NEWS-RENAMED',
    `<${element.localName} ${old}> is now called "${now}"; the old name works until the next major version.`,
  );
  if (element.hasAttribute(now)) return;
  const carry = (): void => {
    const value = element.getAttribute(old);
    if (value === null) element.removeAttribute(now);
    else element.setAttribute(now, value);
  };
  carry();
  new MutationObserver(carry).observe(element, { attributeFilter: [old] });
}

/** Names attributes that the element does not have, and does what those mean that it had. */
export function adviseAttributes(
  element: Element,
  strange: readonly string[],
  known: readonly string[],
  renamed = renames,
): void {
  for (const name of strange) {
    if (anyElements.test(name)) continue;
    const now = renamed[name];
    // By name and not by tag: a class may stand under a tag of the publisher's.
    if (now && known.includes(now)) {
      carryOver(element, name, now);
      continue;
    }
    const meant = nearest(name, known);
    warn(
      'NEWS-ATTRIBUTE',
      `<${element.localName}> has no attribute "${name}"${meant ? `; did you mean "${meant}"?` : `. It has: ${known.join(', ')}.`}`,
    );
  }
}

/** Names tags on the page that look like ours and are not. */
export function adviseTags(root: ParentNode): void {
  for (const { localName } of root.querySelectorAll(':not(:defined)')) {
    if (!localName.startsWith('news-')) continue;
    const meant = nearest(localName, tags);
    if (tags.includes(localName)) {
      // What the autoloader loads may be under way.
      if (autoloads) continue;
      warn(
        'NEWS-TAG',
        `<${localName}> is on the page but its script is not: load standfirst/define/${localName.slice(5)}.`,
      );
    } else
      warn(
        'NEWS-TAG',
        `There is no <${localName}>${meant ? `; did you mean <${meant}>?` : `. There are: ${tags.join(', ')}.`}`,
      );
  }
}

/** Names the script that was first, or says that a tag is none. */
export function adviseDefinition(tag: string, taken: Versioned | undefined): void {
  warn(
    'NEWS-DEFINE',
    taken
      ? `<${tag}> is already defined by ${taken.version ? `Standfirst ${taken.version}` : 'another script'}; Standfirst ${version} leaves it so. Load one of them only.`
      : `"${tag}" cannot be the tag of an element: it takes small letters and a hyphen, such as "my-card".`,
  );
}

/** Says that the publisher's own words are not JSON. */
export function adviseWords(): void {
  warn('NEWS-WORDS', 'The JSON in <script data-news-messages> cannot be read; the standard words are used.');
}

/** Says which values `from` takes. */
export function adviseFrom(from: string): void {
  warn(
    'NEWS-ATTRIBUTE',
    `from="${from}" is not known; use related, latest, section:NAME, author:NAME, tag:NAME or ids:1,2. The related stories are shown.`,
  );
}

const remedies: Record<string, string> = {
  cors: `Whoever runs the API must let this page read it: send "Access-Control-Allow-Origin: *" (or this page's origin) with every answer. Where it does already, the address is not the API's (for WordPress it ends in "/wp-json"): a server's page for what it does not find comes without that header.`,
  network:
    'Check the address, and that the server runs and answers over the same scheme (https) as the page.',
  timeout: 'The server is too slow or hangs; readers see the fallback meanwhile.',
  parse:
    'Check that the address is the API\'s base (for WordPress it ends in "/wp-json") and that "source" names its kind.',
  closed: 'docs/wordpress.md names the usual plugins, and their setting.',
  config: 'Correct it on the element, or on the <news-provider> around it.',
  none: 'Set api="https://…" on the element, put a <news-provider api="https://…"> around it, or add <meta name="news-api" content="https://…"> to the page.',
};

/** Where it is a feed that may not be read: whose software never allows it. */
function ofFeed(element: Element, { kind }: Problem, api = ''): string {
  const kinds = [element.getAttribute('source'), toldByAddress(api)?.source];
  return kind === 'cors' && kinds.some((one) => one === 'rss' || one === 'json-feed')
    ? " WordPress' and Ghost's own feeds send no CORS headers: use them on their own origin, or through a proxy."
    : '';
}

/** Tells the publisher why nothing came, and what to do. */
export function adviseProblem(element: Element, problem: Problem, api: string | undefined): void {
  const remedy =
    remedies[problem.kind === 'config' && !api ? 'none' : problem.kind] ??
    (problem.status === 404
      ? 'Check the base address of the API, and that it has what is asked for: the path after it was not found there.'
      : problem.status === 401 || problem.status === 403
        ? 'The API refuses readers without a sign-in or key: open it for reading, or set api-key.'
        : "Look into the API's own log.");
  warn(
    problem.code,
    `<${element.localName}>${api ? ` asked ${api}:` : ':'} ${problem.message.replace(/\.$/, '')}. ${remedy}${ofFeed(element, problem, api)}`,
  );
}
