import { readFile, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { renderPage, type RenderOptions } from '../server/index.js';
import { loadSource } from '../sources/registry.js';
import { inOneLine } from './finding.js';

const usage = `standfirst render [PAGE.html] [-o OUT.html] [--url https://example.org/a-page]
                  [--api https://…] [--source NAME] [--key KEY] [--timeout MS] [--nonce NONCE]

Writes what our elements show into a page of HTML, so that it reads without script. Without PAGE.html, or for "-", the
page comes from stdin; without -o it goes to stdout.

  --url      the page's address, where it has no canonical link
  --api      the content API, where the page names none
  --source   kind of that API: rest, wordpress, ghost, json-feed, rss
  --key      that API's public reading key
  --timeout  how long the API may take, in milliseconds; default 2000
  --nonce    for pages whose policy wants one on style elements

Ends with 0 when all is rendered; with 1 when something was left as it was, which is said on stderr, and the page is
written all the same; with 2 when it was called wrongly, or a file cannot be read or written: nothing is written then.
`;

interface Order {
  readonly from: string;
  readonly to: string | undefined;
  readonly options: RenderOptions;
}

/** What was asked for, by the command line. @throws {Error} when that is nothing we know */
async function orderOf(words: string[]): Promise<Order> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      output: { type: 'string', short: 'o' },
      url: { type: 'string' },
      api: { type: 'string' },
      source: { type: 'string' },
      key: { type: 'string' },
      timeout: { type: 'string' },
      nonce: { type: 'string' },
    },
  });
  const [from = '-', ...rest] = positionals;
  const { output: to, url, api, source, key: apiKey, timeout = '2000', nonce } = values;
  if (rest.length) throw new Error('One page at a time');
  for (const address of [url, api])
    if (address !== undefined && !/^https?:$/.test(URL.canParse(address) ? new URL(address).protocol : ''))
      throw new Error(`"${address}" is not an http(s) address`);
  if (!/^[1-9]\d{0,5}$/.test(timeout)) throw new Error(`"${timeout}" is no number of milliseconds`);
  if (!api && (source ?? apiKey) !== undefined) throw new Error('--source and --key belong to an --api');
  if (source !== undefined && source !== 'auto') await loadSource(source, api ?? '');
  return { from, to, options: { url, api, source, apiKey, timeout: Number(timeout), nonce } };
}

const say = (sentence: string): boolean => process.stderr.write(`${inOneLine(sentence)}\n`);

/** Renders a page from a file or stdin. @returns the exit code */
export async function render(words: string[]): Promise<number> {
  if (words.includes('--help') || words.includes('-h')) {
    process.stdout.write(usage);
    return 0;
  }
  // What a source warns of holds an API's words.
  console.warn = say;
  const order = await orderOf(words).catch((error: unknown) => {
    process.stderr.write(`${inOneLine((error as Error).message)}\n\n${usage}`);
    return undefined;
  });
  if (!order) return 2;
  const { from, to, options } = order;
  let left = 0;
  const onProblem: RenderOptions['onProblem'] = ({ code, message, tag }) => {
    left++;
    say(`${code}: ${tag && `<${tag}> is left as it was: `}${message}`);
  };
  try {
    const page = from === '-' ? await buffer(process.stdin) : await readFile(from);
    // As bytes: what is not rendered is written as it came, in whatever encoding.
    const rendered = renderPage(new Blob([page]).stream(), { ...options, onProblem });
    const bytes = new Uint8Array(await new Response(rendered).arrayBuffer());
    if (to === undefined) await new Promise((done) => process.stdout.write(bytes, done));
    else await writeFile(to, bytes);
  } catch (error) {
    say((error as Error).message);
    return 2;
  }
  return left ? 1 : 0;
}
