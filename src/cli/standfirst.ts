#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { Problem } from '../kit/problem.js';
import { loadSource } from '../sources/registry.js';
import { check, type Order } from './check.js';
import { inOneLine } from './finding.js';
import { integrityTags } from './integrity.js';
import { printed } from './print.js';

const usage = `standfirst check PAGE_OR_API [--origin https://partner.example] [--source NAME] [--key KEY] [--json]

Says what works for readers of a page, or of the pages that are to show stories from a content API.

  --origin  where these pages are, when not on the API's own origin
  --source  kind of API: rest, wordpress, ghost, json-feed, rss
  --key     the API's public reading key
  --json    for programs

standfirst integrity https://cdn.example/standfirst@1.2.3/dist/

Prints script tags and an import map with hashes of the files of this version, for where they are served.

Ends with 0 when all is well, 1 when something fails for readers, 2 when it was called wrongly.

The other command: standfirst render --help
`;

/** What was asked for, by the command line. @throws {Error} when that is nothing we know */
async function orderOf(words: string[]): Promise<{ order: Order; asJson: boolean }> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      origin: { type: 'string' },
      source: { type: 'string' },
      key: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [command, given = '', ...rest] = positionals;
  if (command !== 'check' || !given || rest.length)
    throw new Error('Three commands are known: check PAGE_OR_API, render PAGE.html, integrity ADDRESS');
  const addressOf = (value: string): URL => {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    if (!url || !/^https?:$/.test(url.protocol)) throw new Error(`"${value}" is not an http(s) address`);
    if (url.username || url.password) throw new Error('An address with a password in it is not asked');
    return url;
  };
  const { origin, source = 'auto', key: apiKey } = values;
  const { href } = addressOf(given);
  const target = href.replace(/#.*/, '');
  if (source !== 'auto') await loadSource(source, target);
  return {
    order: {
      target,
      origin: origin === undefined ? undefined : addressOf(origin).origin,
      source: source === 'auto' ? undefined : source,
      apiKey,
    },
    asJson: values.json,
  };
}

/** https://no-color.org */
const colourful = (): boolean => process.stdout.isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb';

async function main(words: string[]): Promise<number> {
  if (words[0] === 'render') return (await import('./render.js')).render(words.slice(1));
  if (words.includes('--help') || words.includes('-h')) {
    process.stdout.write(usage);
    return 0;
  }
  const [command, base = ''] = words;
  if (command === 'integrity' && /^https?:/.test(base) && URL.canParse(base)) {
    process.stdout.write(integrityTags(base));
    return 0;
  }
  // What a source warns of holds an API's words.
  console.warn = (said: string) => process.stderr.write(`${inOneLine(said)}\n`);
  const { order, asJson } = await orderOf(words).catch((error: unknown) => {
    process.stderr.write(`${inOneLine((error as Error).message)}\n\n${usage}`);
    return { order: undefined, asJson: false };
  });
  if (!order) return 2;
  const report = await check(order);
  process.stdout.write(asJson ? `${JSON.stringify(report, null, 2)}\n` : printed(report, colourful()));
  return report.ok ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const what = error instanceof Problem ? error.message : String(error);
  process.stderr.write(`The check itself failed, which it never should: ${inOneLine(what)}\n`);
  process.exitCode = 1;
}
