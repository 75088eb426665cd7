import type { Figure } from './page.js';

// The report: what was tried and what came of it, a table for each kind of hostility.

const tables: Readonly<Record<Figure['table'], readonly [title: string, words: string]>> = {
  attacks: [
    'Hostile content',
    "Strings that ran, and strings of which something was left in a body that may look or act as the page's: a style, a form, a frame, a name or id of its own, an address of another scheme.",
  ],
  policies: [
    'Policies',
    "Violations reported by the browser; but for the trusted types `default-src 'none'` with our script, the API and its pictures.",
  ],
  styles: [
    'Hostile style sheets',
    'One of each element in a page with such a sheet, its font tokens set, beside a page without: box and words.',
  ],
  scripts: ['Hostile scripts', 'The same where such a script runs before ours.'],
  privacy: ['Privacy', ''],
  faults: [
    'Networks',
    'A content API that fails, over HTTP: how each element then stands, the kind of its `news-error`, how often it asked. In each cell the fallback or a sentence stays on show, and the element comes back when the API does.',
  ],
  floor: ['Browsers below the floor', 'Chrome 125, Firefox 128, Safari 17.5: what each lacks that is older.'],
};

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** What a cell says: once, if all engines say the same. */
function cell(figures: readonly Figure[]): string {
  const values = new Set(figures.map(({ value }) => value));
  if (values.size > 1) return figures.map(({ engine, value }) => `${engine}: ${value}`).join('; ');
  return [...values].join() || 'not run';
}

function table(figures: readonly Figure[]): string {
  const columnOf = ({ column, engine }: Figure): string => column ?? engine;
  const columns = [...new Set(figures.map(columnOf))].sort();
  const rows = [...new Set(figures.map(({ row }) => row))].sort();
  return [
    line(['', ...columns]),
    line(['---', ...columns.map(() => '---')]),
    ...rows.map((row) =>
      line([
        row,
        ...columns.map((column) =>
          cell(figures.filter((one) => one.row === row && columnOf(one) === column)),
        ),
      ]),
    ),
  ].join('\n');
}

/** A part of the report that others have made. */
export interface Part {
  readonly title: string;
  readonly words: string;
  readonly table: string;
}

export function markdown(
  figures: readonly Figure[],
  others: readonly Part[],
  { seed, strings, deck, totals }: { seed: number; strings: number; deck: number; totals: string },
): string {
  const own = Object.entries(tables).flatMap(([kind, [title, words]]) => {
    const these = figures.filter((figure) => figure.table === kind);
    return these.length ? [`## ${title}`, ...(words ? [words] : []), table(these)] : [];
  });
  return [
    '# Hostile pages, hostile content',
    `Written by \`npm run test:hostile\`: what was tried on the elements in real browsers, and what came of it. ${strings} strings in every place, and ${deck} of which each stands in one place of what each kind of API answers; places are those of answers that the page's elements were seen to ask for; seed ${seed}, from lists that are kept and by a grammar. ${totals}.`,
    ...own,
    ...others.flatMap(({ title, words, table: rows }) => [`## ${title}`, words, rows]),
    '',
  ].join('\n\n');
}
