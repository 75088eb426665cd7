import type { Figure } from './page.js';

// The report: what was tried and what came of it, a table for each kind of hostility.

const tables: Readonly<Record<Figure['table'], readonly [title: string, words: string]>> = {
  attacks: ['Hostile content', 'Strings that ran, of those tried.'],
  policies: ['Policies', ''],
  styles: ['Hostile style sheets', ''],
  scripts: ['Hostile scripts', ''],
  privacy: ['Privacy', ''],
  floor: ['Browsers below the floor', 'Chrome 125, Firefox 128, Safari 17.5: what each lacks that is older.'],
};

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function table(figures: readonly Figure[]): string {
  const engines = [...new Set(figures.map(({ engine }) => engine))].sort();
  const rows = [...new Set(figures.map(({ row }) => row))].sort();
  return [
    line(['', ...engines]),
    line(['---', ...engines.map(() => '---')]),
    ...rows.map((row) =>
      line([
        row,
        ...engines.map(
          (engine) => figures.find((one) => one.row === row && one.engine === engine)?.value ?? 'not run',
        ),
      ]),
    ),
  ].join('\n');
}

export function markdown(
  figures: readonly Figure[],
  { seed, strings }: { seed: number; strings: number },
): string {
  const parts = Object.entries(tables).flatMap(([kind, [title, words]]) => {
    const own = figures.filter((figure) => figure.table === kind);
    return own.length ? [`## ${title}`, ...(words ? [words] : []), table(own)] : [];
  });
  return ['# Hostile pages, hostile content', `${strings} strings, seed ${seed}.`, ...parts, ''].join('\n\n');
}
