import { ok, quoted, warning, type Finding } from './finding.js';

/** How long an answer may be kept: a minute is what the elements themselves keep one. */
const line = 'Cache-Control: public, max-age=60, stale-while-revalidate=600';
const remedy = `Let reads be answered with \`${line}\`, so that a busy story does not ask the database for each reader.`;

/** What caches may do with the stories' answer (RFC 9111). */
export function cache(headers: Headers): Finding {
  const control = headers.get('Cache-Control')?.toLowerCase() ?? '';
  const validator = ['ETag', 'Last-Modified'].find((name) => headers.has(name));
  if (control.includes('no-store'))
    return warning('cache', `nobody may keep an answer: Cache-Control is ${quoted(control)}`, remedy);
  if (/(max-age|s-maxage)="?[1-9]/.test(control) || (control && validator))
    return ok('cache', `${quoted(control)}${validator ? ` and ${validator}` : ''}`);
  const missing = control ? `${quoted(control)} without an ETag` : 'there is no Cache-Control';
  return warning('cache', `answers are made anew for every reader: ${missing}`, remedy);
}
