import { Problem } from '../kit/problem.js';
import { exchange, remedyFor, type Exchange, type Step } from './exchange.js';
import { failure, named, ok, quoted, warning, type Finding } from './finding.js';

// Whether pages of other origins may read an answer (Fetch Standard, "CORS protocol"). It is asked for from two origins: a
// cache that keeps what was meant for the first gives it to the second as well.

const allowOrigin = 'Access-Control-Allow-Origin';

const said = ({ headers }: Step): string | null => headers.get(allowOrigin);

/** Whether an answer may be read by who asked; `*` does, for the elements send no cookies to other origins. */
export const letsRead = (step: Step): boolean => said(step) === '*' || said(step) === (step.origin ?? null);

/** The same question under an address that no cache has seen. */
function freshly(url: string, origin: string): Promise<Exchange> {
  const fresh = new URL(url);
  fresh.searchParams.set('standfirst-check', crypto.randomUUID());
  return exchange(fresh.href, { origin });
}

const vary =
  'Let the server send `Vary: Origin` with every answer, also with those to nobody; then empty the cache.';

/** Who looks after that header, by kind of API. */
const line = `Let the server send \`${allowOrigin}: *\` with every answer; in nginx: add_header ${allowOrigin} * always;`;
const owners: Readonly<Record<string, string | undefined>> = {
  wordpress: `WordPress sends ${allowOrigin} by itself: look for the plugin, proxy or cache that takes it away.`,
  ghost: `Ghost sends ${allowOrigin} by itself: look for the proxy or cache that takes it away.`,
};

/** What a script of another origin has to be shown, by kind of API. */
const exposed: Readonly<Record<string, string | undefined>> = { wordpress: 'X-WP-TotalPages' };

interface Readers {
  /** Where the page is. */
  readonly origin: string;
  /** Another origin. */
  readonly other: string;
  /** Whether somebody waits for it: else what fails is only worth knowing. */
  readonly wanted: boolean;
}

/** @throws {Problem} when no answer came */
async function asked(url: string, source: string, { origin, other, wanted }: Readers): Promise<Finding> {
  const bad = wanted ? failure : warning;
  const first = await exchange(url, { origin });
  const second = await exchange(url, { origin: other });
  const refused = first.steps.find((step) => !letsRead(step));
  if (refused) {
    const told = said(refused);
    if ((await freshly(url, origin)).steps.every(letsRead))
      return bad(
        'CORS',
        `a cache gives ${origin} an answer that was not meant for it: ${told ?? 'nothing'} is allowed`,
        vary,
      );
    if (!told)
      return bad(
        'CORS',
        `${origin} may not read it: ${named(refused.url)} comes without ${allowOrigin}`,
        owners[source] ?? line,
      );
    if (told.includes(','))
      return bad(
        'CORS',
        `${allowOrigin} is said twice, and browsers take neither: ${quoted(told)}`,
        'Let only one of them say it: the server, or the proxy before it.',
      );
    return bad(
      'CORS',
      `${origin} may not read it, only ${quoted(told)}`,
      `Add ${origin} to the origins that the server allows.`,
    );
  }
  const told = said(first.answer);
  if (told !== '*') {
    const mixed = said(second.answer) === origin && said((await freshly(url, other)).answer) !== origin;
    if (mixed)
      return bad(
        'CORS',
        `a cache gives ${other} what was meant for ${origin}, and so the other way round`,
        vary,
      );
    const always = said(second.answer) === origin;
    if (!always && !/\*|\borigin\b/i.test(first.answer.headers.get('Vary') ?? ''))
      return warning(
        'CORS',
        `${origin} may read it, but the answer names that origin without \`Vary: Origin\`: a cache would give it to others`,
        vary,
      );
  }
  const header = exposed[source];
  if (
    header &&
    !first.answer.headers.get('Access-Control-Expose-Headers')?.toLowerCase().includes(header.toLowerCase())
  )
    return warning(
      'CORS',
      `${origin} may read it, but not the header ${header}: lists end with their first page`,
      `Let Access-Control-Expose-Headers name X-WP-Total and ${header}, as WordPress itself does.`,
    );
  return ok(
    'CORS',
    told === '*' ? 'every origin may read it' : `${origin} may read it; asked from ${other} as well`,
  );
}

/** Whether pages of an origin may read what that address answers. */
export const cors = (url: string, source: string, readers: Readers): Promise<Finding> =>
  asked(url, source, readers).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error;
    const bad = readers.wanted ? failure : warning;
    return bad(
      'CORS',
      `whoever says from which origin it asks gets no answer: ${error.message}`,
      remedyFor(error),
    );
  });
