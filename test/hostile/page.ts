/** The pages' side: the strings of this run, and where figures go. */

export interface Attacks {
  readonly seed: number;
  readonly strings: readonly string[];
}

/** A cell of the report. */
export interface Figure {
  readonly table: 'attacks' | 'policies' | 'styles' | 'scripts' | 'privacy' | 'floor';
  readonly row: string;
  /** Empty where it is the same in all. */
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

export async function figure(table: Figure['table'], row: string, value: string): Promise<void> {
  await fetch('/__figures', {
    method: 'POST',
    body: JSON.stringify({ table, row, engine, value } satisfies Figure),
  });
}
