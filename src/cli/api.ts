import { Problem } from '../kit/problem.js';
import { fields, text } from '../sources/shape.js';
import type { Told } from '../sources/auto.js';
import { loadSource } from '../sources/registry.js';
import { askingAs, json } from './asking.js';
import { cache } from './cache.js';
import { comments } from './comments.js';
import { cors } from './cors.js';
import type { Needs } from './csp.js';
import { exchange, type Exchange } from './exchange.js';
import { isFeed } from './feed.js';
import { failure, ok, warning, type Finding } from './finding.js';
import { readPage } from './page.js';
import { isMixed } from './reachable.js';
import { readStories } from './stories.js';

/** Origins that nobody has: RFC 2606. */
const strangers = ['https://one.example', 'https://two.example'] as const;

/** Which pages are to read an API. */
export interface Readers {
  readonly origin: string;
  /** Whether that origin is a page's, or somebody's who asked for it: what fails there is a failure. */
  readonly wanted: boolean;
  /** Whether the page itself is looked at. */
  readonly onPage: boolean;
}

/** What an answer itself says of the kind of API. */
export function toldByAnswer({ body }: Exchange): string | undefined {
  if (isFeed(body)) return 'rss';
  const { version, namespaces } = fields(json(body));
  if (text(version)?.startsWith('https://jsonfeed.org/')) return 'json-feed';
  return Array.isArray(namespaces) && namespaces.includes('wp/v2') ? 'wordpress' : undefined;
}

/** The API that lies at an address which was taken for one of ours: often it is the site's own address. */
async function otherwise(address: string): Promise<Finding[]> {
  const opened = await exchange(address).catch(() => undefined);
  if (!opened) return [];
  const source = toldByAnswer(opened);
  // A server that answers everything with one page names nothing by it: `rest` is what nothing was told of.
  const page = readPage(opened.body, opened.answer.url);
  const found = source ? { source, api: address } : page.apis.find((one) => one.source !== 'rest');
  return found
    ? [
        warning(
          'source',
          `there seems to be ${found.source}, at ${found.api}`,
          `Write data-api="${found.api}" data-source="${found.source}" on the script, or api and source on the element.`,
        ),
      ]
    : [];
}

/**
 * Asks an API all that can be asked of it, for pages of an origin.
 * @returns what a page must be let load for it
 */
export async function checkApi(
  { api, source: name, apiKey }: Told,
  { origin, wanted, onPage }: Readers,
  findings: Finding[],
): Promise<Needs> {
  const source = await loadSource(name, api).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error;
  });
  if (!source) {
    const remedy =
      'Look for a slip in its name; how it reads stories, the attribute debug shows on the page.';
    findings.push(warning('source', `${name} is a source of the page's own, and is not known here`, remedy));
    return [['connect-src', api]];
  }
  const home = new URL(api).origin;
  if (origin.startsWith('https:') && isMixed(api))
    findings.push(
      failure(
        'reachable',
        `${home} is without https: pages of ${origin} may not read it`,
        'Serve it by https.',
      ),
    );
  const asking = askingAs({ api, apiKey, origin });
  const { finding, stories } = await readStories(source, asking);
  const failed = finding.mark === 'failure';
  if (failed && name === 'rest' && onPage) findings.push(...(await otherwise(api)));
  findings.push(finding);

  const [first] = asking.exchanges;
  const needs: [...Needs] = first ? [] : [['connect-src', api]];
  if (first && onPage && origin === home)
    findings.push(ok('CORS', 'not needed: the page and its API share an origin'));
  else if (first) {
    const [one, two] = strangers;
    const asked = origin === home ? { origin: one, other: two } : { origin, other: one };
    findings.push(await cors(first.steps[0]?.url ?? api, name, { ...asked, wanted }));
  }
  if (!failed && (stories.length || !source.comments)) {
    const { finding: found, form } = await comments(source, stories, asking, origin);
    findings.push(found);
    if (form) needs.push(['form-action', form]);
  }
  if (!failed && first) findings.push(cache(first.answer.headers));

  for (const { steps } of asking.exchanges) for (const { url } of steps) needs.push(['connect-src', url]);
  for (const { picture } of stories) if (picture) needs.push(['img-src', picture.src]);
  return needs;
}
