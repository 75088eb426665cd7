/** A table in Markdown; the first column is words, the others numbers unless they are named as words. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  words: readonly number[] = [],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_name, column) => (column === 0 || words.includes(column) ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** Three figures that count, as `1,234`, `12.3` or `0.123`. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return 'not measured';
  const decimals = value === 0 || value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
  return value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}
