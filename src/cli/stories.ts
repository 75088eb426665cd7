import { Problem } from '../kit/problem.js';
import type { Story } from '../model/index.js';
import type { Source } from '../sources/source.js';
import type { Asking } from './asking.js';
import { remedyFor } from './exchange.js';
import { faultIn, storiesIn } from './feed.js';
import { failure, ok, quoted, warning, type Finding } from './finding.js';

/** How many are asked for: the newest may not be the one that takes comments. */
const some = 5;
/** No page of XML is read by the elements that is longer, in bytes. */
const longestFeed = 5_000_000;

/** What the publisher of that kind of API does about an answer that is none. */
function remedyOf({ kind, status, reason }: Problem, source: string): string {
  if (kind === 'config')
    return 'Give the key as --key, and on the page as api-key, or data-api-key on the script.';
  if (kind === 'closed')
    return 'Look among the security plugins and in the rules of the firewall, then check again.';
  if (kind !== 'http' && kind !== 'parse') return remedyFor(new Problem(kind, '', 0, reason));
  if (status >= 500 || status === 429)
    return 'Look into the log of the server, or ask who limits it; readers meet the same.';
  if (source === 'ghost')
    return 'Copy the key from Ghost: Settings, Integrations, Content API key; and look for a slip in the address.';
  if (source === 'wordpress')
    return 'A plugin, a firewall or a wrong address is in the way: visitors need GET on /wp-json/wp/v2/ of that very site.';
  return `Look for a slip in the address, and whether source="${source}" is right; then let visitors read it without signing in.`;
}

const ofProblem = (problem: Problem, source: string): Finding =>
  failure('stories', problem.message, remedyOf(problem, source));

async function readFeed({ ask, exchanges }: Asking): Promise<Finding> {
  const xml = String((await ask.text('')).data);
  if (Buffer.byteLength(xml) > longestFeed)
    return failure('stories', 'the feed has more than 5 MB, which is not read', 'Let it hold fewer stories.');
  const fault = faultIn(xml);
  if (fault)
    return failure(
      'stories',
      `the feed cannot be read: ${fault}`,
      'Correct what writes the feed; browsers refuse all of it for one mistake.',
    );
  const { number, headline } = storiesIn(xml);
  if (!number) return empty();
  const type = exchanges.at(-1)?.answer.headers.get('Content-Type') ?? 'nothing';
  const found = `${quoted(headline)}, the first of ${number}; only a browser reads them whole`;
  return /xml|rss/.test(type)
    ? ok('stories', found)
    : warning(
        'stories',
        `${found}; but the Content-Type is ${quoted(type)}`,
        'Serve it as application/rss+xml or application/atom+xml.',
      );
}

/** The feed of a WordPress whose REST is closed, which its own pages show in place of it. */
function feedOfClosed(xml: string): Finding {
  const fault = faultIn(xml);
  const [say, what] = fault
    ? [failure, `REST is closed to visitors, and the feed cannot be read: ${fault}`]
    : [
        warning,
        `${quoted(storiesIn(xml).headline)}, from the feed: REST is closed to visitors, so there are fewer stories, and no comments`,
      ];
  return say('stories', what, 'Allow visitors GET on /wp/v2/ in the plugin or firewall that closes it.');
}

const empty = (): Finding =>
  warning('stories', 'there are none', 'Publish one; until then the elements show what you put into them.');

/** Reads the latest stories as an element does. */
export async function readStories(
  source: Source,
  asking: Asking,
): Promise<{ finding: Finding; stories: readonly Story[] }> {
  try {
    if (source.name === 'rss') return { finding: await readFeed(asking), stories: [] };
    const { items: stories, total } = await source.list({ from: 'latest', limit: some }, asking.ask);
    const [first] = stories;
    if (!first) return { finding: empty(), stories };
    const { took = 0 } = asking.exchanges[0] ?? {};
    const of = total === undefined ? '' : ` of ${total}`;
    return { finding: ok('stories', `${quoted(first.headline)}, the latest${of}, in ${took} ms`), stories };
  } catch (error) {
    if (error instanceof Problem) return { finding: ofProblem(error, source.name), stories: [] };
    // Only a browser has the parser that the source now looks for.
    const closed = source.name === 'wordpress' && error instanceof ReferenceError;
    if (closed) return { finding: feedOfClosed(asking.exchanges.at(-1)?.body ?? ''), stories: [] };
    throw error;
  }
}
