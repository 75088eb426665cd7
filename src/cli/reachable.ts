import type { Exchange } from './exchange.js';
import { failure, ok, warning, type Finding } from './finding.js';

/** From here on readers notice, in milliseconds. */
const slow = 2_000;

// Secure Contexts, "is origin potentially trustworthy": pages by https may ask these without it.
const isLocal = (hostname: string): boolean =>
  /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

/** Whether pages by https are kept from it (Mixed Content). */
export function isMixed(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !isLocal(hostname);
}

/** What an address answered to who goes there. The base of an API may well be none of its answers. */
export function reachable({ steps, answer, took }: Exchange, isPage: boolean): Finding {
  const { status, url } = answer;
  const redirects = steps.length - 1;
  const said = [
    `answered ${status} in ${took} ms`,
    url.startsWith('https:') ? 'by https' : 'without https',
    redirects ? `after ${redirects} redirect${redirects > 1 ? 's' : ''}` : [],
  ]
    .flat()
    .join(', ');
  if (status >= 500) return failure('reachable', said, 'Look into the log of the server.');
  if (isPage && status >= 400)
    return failure(
      'reachable',
      said,
      'Name an address that readers can open. If it is the base of an API, say of which kind: --source.',
    );
  const remedies = [
    redirects ? `Name the address where it ends: ${url}` : [],
    isMixed(url) ? 'Serve it by https: pages by https may not read anything else.' : [],
    took > slow ? 'Find out what makes it slow: readers wait as long.' : [],
  ].flat();
  return remedies.length ? warning('reachable', said, remedies.join(' ')) : ok('reachable', said);
}
