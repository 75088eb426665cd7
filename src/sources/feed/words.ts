import type { Story } from '../../model/index.js';
import { plainText } from '../../kit/plain-text.js';
import { slug, wordsOf as foldedWords } from './story.js';

// A feed's server does not search and knows no relatives: that is done here, in what was loaded.

/** Words in which letters that Arabic and Urdu keyboards tell apart are one. */
const wordsOf = (text: string): string[] =>
  foldedWords(text).map((word) => word.replace(/[يى]/g, 'ی').replaceAll('ك', 'ک'));

// Each word after a space, so that the beginning of a word can be looked for.
const spaced = (...texts: (string | undefined)[]): string => ` ${wordsOf(texts.join(' ')).join(' ')}`;

const known = new WeakMap<Story, readonly [headline: string, all: string]>();

function textsOf(story: Story): readonly [headline: string, all: string] {
  let texts = known.get(story);
  if (!texts) {
    const { headline, standfirst, body = '', tags = [], authors = [] } = story;
    const names = [...tags, ...authors].map(({ name }) => name);
    texts = [spaced(headline), spaced(headline, standfirst, ...names, plainText(body))];
    known.set(story, texts);
  }
  return texts;
}

const best = (stories: readonly Story[], score: (story: Story) => number): [Story, number][] =>
  stories.map((one): [Story, number] => [one, score(one)]).sort(([, a], [, b]) => b - a);

/** The stories in which all these words are, those with them in the headline first. */
export function found(stories: readonly Story[], sought: string): readonly Story[] {
  // Arabic sets "the" before a word, Chinese sets nothing between two: there a word may stand anywhere.
  const words = wordsOf(sought).map((word) =>
    /^[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{N}]+$/u.test(word) ? ` ${word}` : word,
  );
  const score = (story: Story): number => {
    const [headline, all] = textsOf(story);
    return words.every((word) => all.includes(word))
      ? words.reduce((sum, word) => sum + (headline.includes(word) ? 4 : 1), 0)
      : 0;
  };
  return best(stories, score).flatMap(([one, points]) => (points ? one : []));
}

const featuresOf = ({ headline, standfirst = '', tags = [] }: Story): ReadonlySet<string> =>
  new Set([
    ...tags.map(({ name }) => `#${slug(name)}`),
    ...wordsOf(`${headline} ${standfirst}`).filter((word) => word.length > 2),
  ]);

/** The other stories: first those that share tags and words with this one, the rarer the better; then as they stand. */
export function related(stories: readonly Story[], to: Story | undefined): readonly Story[] {
  if (!to) return stories;
  const features = new Map(stories.map((one) => [one, featuresOf(one)]));
  const spread = new Map<string, number>();
  for (const each of features.values()) for (const one of each) spread.set(one, (spread.get(one) ?? 0) + 1);
  const weight = (feature: string): number =>
    Math.log(stories.length / (spread.get(feature) ?? 1)) * (feature.startsWith('#') ? 2 : 1);
  const mine = [...featuresOf(to)];
  const score = (story: Story): number =>
    mine.reduce((sum, one) => sum + (features.get(story)?.has(one) ? weight(one) : 0), 0);
  return best(stories, score).flatMap(([one]) => (one === to ? [] : one));
}
