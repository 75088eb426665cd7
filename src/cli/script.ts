import { Problem } from '../kit/problem.js';
import { letsRead } from './cors.js';
import { exchange, remedyFor } from './exchange.js';
import { failure, ok, quoted, warning, type Finding } from './finding.js';
import type { Page } from './page.js';
import { isMixed } from './reachable.js';

/** HTML, "fetch a module script": another type is not run. */
const isScript = /^(text|application)\/(x-)?(java|ecma)script\b/i;

/** Whether our script is on a page, and runs there. */
export async function script({ url, script: found, elements }: Page): Promise<Finding> {
  if (!found)
    return elements.length
      ? warning(
          'script',
          `${elements.map((name) => `<${name}>`).join(', ')} stand there, but no script of ours can be seen`,
          'Add the script tag of the README; if a bundle of yours defines the elements, all is well.',
        )
      : ok('script', 'neither an element nor a script of ours is on the page yet');
  if (found.tag.getAttribute('type') !== 'module')
    return failure(
      'script',
      `the tag of ${found.url} lacks type="module"`,
      'Write: <script type="module" src="…">.',
    );
  if (url.startsWith('https:') && isMixed(found.url))
    return failure(
      'script',
      `${found.url} is without https: pages by https may not load it`,
      'Serve it by https.',
    );
  try {
    const { origin } = new URL(url);
    const own = new URL(found.url).origin === origin;
    const { answer, steps } = await exchange(found.url, { origin: own ? undefined : origin });
    if (answer.status !== 200)
      return failure(
        'script',
        `${found.url} answered ${answer.status}`,
        'Correct the address in the script tag.',
      );
    const type = answer.headers.get('Content-Type');
    if (!type || !isScript.test(type))
      return failure(
        'script',
        `${found.url} comes ${type ? `as ${quoted(type)}` : 'without a Content-Type'}, which no browser runs`,
        'Serve it as text/javascript.',
      );
    if (!own && !steps.every(letsRead))
      return failure(
        'script',
        `${found.url} may not be loaded by pages of ${origin}`,
        'Let its server send `Access-Control-Allow-Origin: *`: modules are loaded by CORS.',
      );
    const used = elements.length === 1 ? '1 kind of element' : `${elements.length} kinds of elements`;
    return ok('script', `${found.url} is on the page${elements.length ? `, and ${used}` : ''}`);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return failure('script', error.message, remedyFor(error));
  }
}
