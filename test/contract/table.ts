/** The contract test as a table, source by promise: printed by each run, and kept in the docs. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Reporter, TestSession } from '@web/test-runner';

const docs = 'docs/own-source.md';
const refusal = ': cannot, and says so';

type Suite = NonNullable<TestSession['testResults']>;

/** By promise and site: what became of it, in the worst engine. */
type Cells = Map<string, Map<string, string>>;

function fill(cells: Cells, site: Suite): void {
  for (const { name, passed, skipped } of site.tests) {
    const promise = name.replace(refusal, '');
    const kept = skipped ? 'not run' : !passed ? '**no**' : name.endsWith(refusal) ? 'cannot' : 'yes';
    const row = cells.get(promise) ?? new Map<string, string>();
    if (row.get(site.name) !== '**no**') row.set(site.name, kept);
    cells.set(promise, row);
  }
}

function markdown(cells: Cells): string {
  const sites = [...new Set([...cells.values()].flatMap((row) => [...row.keys()]))].sort();
  const line = (first: string, rest: readonly string[]): string => `| ${[first, ...rest].join(' | ')} |`;
  return [
    line('promise', sites),
    line(
      '---',
      sites.map(() => '---'),
    ),
    ...[...cells].map(([promise, row]) =>
      line(
        promise,
        sites.map((site) => row.get(site) ?? 'not run'),
      ),
    ),
  ].join('\n');
}

/**
 * @param write puts the table into the docs; else `say` is told where these say something else
 */
export function contractTable(write: boolean, say: (problem: string) => void): Reporter {
  return {
    onTestRunFinished({ sessions }) {
      const cells: Cells = new Map();
      for (const { testFile, testResults } of sessions)
        if (testFile.endsWith('/contract.test.ts'))
          for (const suite of testResults?.suites ?? []) for (const site of suite.suites) fill(cells, site);
      if (!cells.size) return;
      const table = markdown(cells);
      console.log(`\n${table}`);
      // Those that were given live are not everybody's.
      if (process.env.LIVE_SITES) return;
      const page = readFileSync(docs, 'utf8');
      const place = /(<!-- contract -->)[^]*?(<!-- \/contract -->)/;
      if (!place.test(page))
        return say(`${docs} has no place for the table: <!-- contract --><!-- /contract -->`);
      const kept = page.replace(place, `$1\n\n${table}\n\n$2`);
      if (write) writeFileSync(docs, kept);
      else if (kept !== page) say(`${docs} tells another table: npm run contract`);
    },
  };
}
