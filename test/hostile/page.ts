/** The pages' side: the strings of this run, and where figures go. */

export interface Attacks {
  readonly seed: number;
  /** Each is said in every place. */
  readonly strings: readonly string[];
  /** These and many more: each is said in one place of each kind of API. */
  readonly deck: readonly string[];
  /** Whether all is tried, and not a part of it that the seed chooses. */
  readonly whole: boolean;
}

/** A cell of the report. */
export interface Figure {
  readonly table: 'attacks' | 'policies' | 'styles' | 'scripts' | 'privacy' | 'floor' | 'faults';
  readonly row: string;
  /** Where a table has other columns than the engines. */
  readonly column?: string;
  readonly engine: string;
  readonly value: string;
}

export const engine = navigator.userAgent.includes('Firefox')
  ? 'firefox'
  : navigator.userAgent.includes('Chrome')
    ? 'chromium'
    : 'webkit';

const json = async (path: string): Promise<unknown> => (await fetch(path)).json();

export const attacks = (): Promise<Attacks> => json('/__attacks') as Promise<Attacks>;

export const elements = (): Promise<{ tag: string; attributes: string[] }[]> =>
  json('/__elements') as Promise<{ tag: string; attributes: string[] }[]>;

/** A page as a server renders it. */
export const rendered = async (html: string): Promise<string> =>
  (await fetch('/__render', { method: 'POST', body: html })).text();

export async function figure(
  table: Figure['table'],
  row: string,
  value: string,
  column?: string,
): Promise<void> {
  await fetch('/__figures', {
    method: 'POST',
    body: JSON.stringify({ table, row, engine, value, ...(column && { column }) } satisfies Figure),
  });
}
