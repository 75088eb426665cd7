/**
 * Part of `npm run manifest`: to the custom properties that an element's docblock tells of it adds all others that its style
 * sheets read, in the words of docs/tokens.md. Editors, Storybook and the docs then offer them all.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { CSSResult, LitElement } from 'lit';
import * as standfirst from '../../src/index.js';
import { commentFormStyles } from '../../src/views/comment-form.styles.js';
import { searchResultsStyles } from '../../src/views/search-results.styles.js';
import type { ElementEntry, Entry } from './manifest.js';
import { tokensTold } from './tokens-told.js';

/** Styles that come with code that is loaded later. */
const later: Readonly<Record<string, CSSResult>> = {
  NewsComments: commentFormStyles,
  NewsSearch: searchResultsStyles,
};

function tokensOf(className: string): string[] {
  const { styles = [] } = (standfirst as unknown as Record<string, typeof LitElement>)[className]!;
  const css = [styles, later[className] ?? []].flat(Infinity) as CSSResult[];
  const text = css.map(({ cssText }) => cssText).join('');
  return [...new Set(text.match(/(?<=var\(\s*)--news-[\w-]+/g))].sort();
}

function entry(token: string): Entry {
  const one = tokensTold.find(({ name }) => name === token);
  if (!one) throw new Error(`docs/tokens.md does not tell of ${token}`);
  return one;
}

const file = 'custom-elements.json';
const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
  modules: { declarations: (Partial<ElementEntry> & { cssProperties?: Entry[] })[] }[];
};
for (const one of manifest.modules.flatMap(({ declarations }) => declarations)) {
  if (!one.tagName) continue;
  const own = one.cssProperties ?? [];
  const others = tokensOf(one.name!).filter((token) => !own.some(({ name }) => name === token));
  one.cssProperties = [...own, ...others.map(entry)];
}
// The package carries it: without blanks.
writeFileSync(file, JSON.stringify(manifest));
