import { readFileSync } from 'node:fs';

export interface Token {
  readonly name: string;
  readonly description: string;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What docs/tokens.md tells of each token: what it sets, and what there is without it. */
export const tokensTold: readonly Token[] = [
  ...readFileSync(new URL('../../docs/tokens.md', import.meta.url), 'utf8').matchAll(
    /^\| (`--.*?) \| (.*?) \| (.*?) \|$/gm,
  ),
].flatMap(([, names = '', purpose = '', without]) =>
  [...names.matchAll(/--[\w-]+/g)].map(([name]) => ({
    name,
    description: `${capital(purpose)}. Without it: ${without}.`,
  })),
);
