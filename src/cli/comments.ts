import { Problem } from '../kit/problem.js';
import { address } from '../content/request.js';
import type { Story } from '../model/index.js';
import type { Source } from '../sources/source.js';
import { siteOf } from '../sources/wordpress/site.js';
import type { Asking } from './asking.js';
import { letsRead } from './cors.js';
import { exchange, remedyFor } from './exchange.js';
import { failure, named, ok, quoted, warning, type Finding } from './finding.js';

// How readers can comment. Nothing is posted to find out: servers are asked what they would take.

/** What is known of comments, and the form that a reader may be taken along to. */
export interface Comments {
  readonly finding: Finding;
  readonly form?: string | undefined;
}

type Way = (story: Story, source: Source, asking: Asking, origin: string) => Promise<Comments>;

const signIn = (finding = 'only for readers who are signed in on the site'): Comments => ({
  finding: ok('comments', finding),
});

const says = (url: string): Promise<string> =>
  exchange(url).then(
    ({ body }) => body,
    () => '',
  );

/** WordPress says in `Allow` what it would take from whoever asks, on that very post. */
async function takesByRest(story: Story, { ask }: Asking): Promise<boolean> {
  const url = address(siteOf(ask).api, '/wp/v2/comments', { post: story.id });
  const { answer } = await exchange(url, { method: 'OPTIONS' });
  return /\bPOST\b/.test(answer.headers.get('Allow') ?? '');
}

const wordpress: Way = async (story, source, asking) => {
  const { ask } = asking;
  const { action } = (await source.handover?.({ story: story.id, name: '', email: '', text: '' }, ask)) ?? {};
  // It takes POST alone, and says so.
  const there = !!action && (await exchange(action)).answer.status === 405;
  const here = there && ask.own && new URL(action).origin === new URL(ask.api).origin;
  if (there && /class=["'][^"']*\bmust-log-in\b/.test(await says(story.url))) return signIn();
  if (here) return { finding: ok('comments', "by the form of the site's own pages") };
  if (await takesByRest(story, asking)) return { finding: ok('comments', 'by REST, without signing in') };
  return there
    ? {
        finding: ok(
          'comments',
          `the reader is taken along to ${new URL(action).origin}; one line would open REST (docs/wordpress.md)`,
        ),
        form: action,
      }
    : {
        finding: failure(
          'comments',
          `neither ${action ?? 'a form'} nor REST takes any`,
          'Let the plugin or firewall that hides wp-comments-post.php pass it, or open REST as docs/wordpress.md says.',
        ),
      };
};

/** Posting to it needs a preflight on pages of other origins. */
const rest: Way = async (_story, _source, { ask }, origin) => {
  const fine = { finding: ok('comments', 'by its own API') };
  if (ask.own) return fine;
  const { answer } = await exchange(address(ask.api, '/comments'), {
    method: 'OPTIONS',
    origin,
    headers: {
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'content-type,idempotency-key',
    },
  });
  const allowed =
    answer.headers
      .get('Access-Control-Allow-Headers')
      ?.toLowerCase()
      .split(/\s*,\s*/) ?? [];
  const missing = ['content-type', 'idempotency-key'].filter(
    (name) => ![name, '*'].some((one) => allowed.includes(one)),
  );
  if (answer.status < 300 && letsRead(answer) && !missing.length) return fine;
  return {
    finding: failure(
      'comments',
      `they cannot be sent from ${origin}: the preflight was answered ${answer.status}, without ${missing.join(' and ') || 'that origin'}`,
      'Answer OPTIONS on /comments with `Access-Control-Allow-Origin: *` and `Access-Control-Allow-Headers: Content-Type, Idempotency-Key`.',
    ),
  };
};

const ghost: Way = (story) =>
  Promise.resolve(
    signIn(
      story.comments === 'open'
        ? 'for members who are signed in on the site'
        : "by a link to the site's sign-in",
    ),
  );

const ways: Readonly<Record<string, Way | undefined>> = { wordpress, rest, ghost };

export async function comments(
  source: Source,
  stories: readonly Story[],
  asking: Asking,
  origin: string,
): Promise<Comments> {
  const way = ways[source.name];
  if (!source.comments || !way)
    return { finding: ok('comments', 'none: a feed has no comments, and the elements hide') };
  const story = stories.find((one) => one.comments !== 'closed');
  if (!story)
    return {
      finding: ok(
        'comments',
        `none: they are closed on the latest ${stories.length > 1 ? `${stories.length} stories` : 'story'}`,
      ),
    };
  const { ask, exchanges } = asking;
  const before = exchanges.length;
  try {
    await source.comments({ story: story.id, order: 'newest', limit: 1 }, ask);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return {
      finding: warning(
        'comments',
        `those on ${quoted(story.headline)} cannot be read: ${error.message}`,
        'Let visitors read them, or leave out the elements that show them.',
      ),
    };
  }
  const refused = exchanges
    .slice(before)
    .flatMap(({ steps }) => steps)
    .find((step) => !letsRead(step));
  if (!ask.own && refused)
    return {
      finding: failure(
        'comments',
        `${origin} may not read ${named(refused.url)}`,
        'Let it be answered with the same `Access-Control-Allow-Origin` as the stories.',
      ),
    };
  try {
    return source.name === 'rest' && story.comments === 'sign-in'
      ? signIn()
      : await way(story, source, asking, origin);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return {
      finding: failure('comments', `they can be read, but not sent: ${error.message}`, remedyFor(error)),
    };
  }
}
