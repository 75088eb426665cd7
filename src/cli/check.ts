import { Problem } from '../kit/problem.js';
import { toldByAddress, type Told } from '../sources/auto.js';
import { checkApi, toldByAnswer } from './api.js';
import { csp, type Needs } from './csp.js';
import { exchange, remedyFor, type Exchange } from './exchange.js';
import { failure, ok, quoted, warning, type Finding, type Report } from './finding.js';
import { readPage } from './page.js';
import { reachable } from './reachable.js';
import { script } from './script.js';

/** What is to be checked. */
export interface Order {
  /** Address of a page, or of a content API. */
  readonly target: string;
  /** Origin of the pages that are to read it; of a page, its own where none is given. */
  readonly origin?: string | undefined;
  /** Kind of API, where it is not to be told. */
  readonly source?: string | undefined;
  readonly apiKey?: string | undefined;
}

async function checkPage(opened: Exchange, order: Order, findings: Finding[]): Promise<void> {
  const { url, headers, status } = opened.answer;
  findings.push(reachable(opened, true));
  if (status >= 400) return;
  const page = readPage(opened.body, url);
  findings.push(await script(page));
  const [named, ...others] = page.apis;
  const needs: [...Needs] = page.script ? [['script-src', page.script.url]] : [];
  for (const slip of page.slips)
    findings.push(
      failure('source', `${quoted(slip)} is no http(s) address`, "Write the API's whole address: https://…"),
    );
  if (named) {
    const { source, api, why } = named;
    const told = { ...named, apiKey: order.apiKey ?? named.apiKey };
    findings.push(
      ok('source', `${source} at ${api} (${why})`),
      ...others.map((other) => ok('source', `the page names ${other.api}, too, which is not looked at here`)),
    );
    const readers = { origin: order.origin ?? new URL(url).origin, wanted: true, onPage: true };
    needs.push(...(await checkApi(told, readers, findings)));
  } else if (!page.slips.length) {
    findings.push(
      failure(
        'source',
        'the page names no content API',
        'Write data-api="https://…" on the script tag, or api on an element; pages of WordPress and Ghost name theirs by themselves. If the address is that of an API, say of which kind: --source.',
      ),
    );
  }
  findings.push(...csp(page, headers, needs));
}

/** What the elements would take an address for; or must be told to. */
function sourceOf(opened: Exchange, told: Told | undefined, named: string | undefined): [string, Finding] {
  const answered = toldByAnswer(opened);
  if (!named && !told && answered)
    return [
      answered,
      warning(
        'source',
        `${answered}, as the answer shows; the address does not tell it`,
        `Write source="${answered}" beside api, or data-source beside data-api.`,
      ),
    ];
  const source = named ?? told?.source ?? 'rest';
  const why = named ? '--source' : (told?.why ?? 'nothing else was told');
  return [source, ok('source', `${source} (${why})`)];
}

async function look(order: Order, findings: Finding[]): Promise<void> {
  const { target, origin, apiKey } = order;
  const opened = await exchange(target);
  const api = target.replace(/\/+$/, '');
  const told = toldByAddress(api);
  const type = opened.answer.headers.get('Content-Type') ?? '';
  const isPage = type.includes('html') || /^\s*<(!doctype html|html)\b/i.test(opened.body);
  // Whoever names a source names an API.
  if (isPage && !order.source && !told) return checkPage(opened, order, findings);
  const answered = reachable(opened, false);
  const [source, finding] = sourceOf(opened, told, order.source);
  findings.push(answered, finding);
  if (answered.mark === 'failure') return;
  const readers = { origin: origin ?? new URL(api).origin, wanted: !!origin, onPage: false };
  await checkApi({ api, source, apiKey, why: '' }, readers, findings);
}

/** Looks at a page, or at a content API, as readers meet it. */
export async function check(order: Order): Promise<Report> {
  const { target, origin } = order;
  const findings: Finding[] = [];
  try {
    await look(order, findings);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    findings.push(failure('reachable', error.message, remedyFor(error)));
  }
  return { target, origin, ok: findings.every(({ mark }) => mark !== 'failure'), findings };
}
