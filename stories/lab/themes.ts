/// <reference types="vite/client" />
import { news as plainDark } from './plain.dark.tokens.json';
import { news as plain } from './plain.tokens.json';
import { themeSheet, type Tokens } from '../../src/themes/css.js';

/** A theme as its files have it. */
export interface Theme {
  readonly name: string;
  readonly light: Tokens;
  /** What differs in the dark. */
  readonly dark: Tokens;
  /** What tokens cannot say, for `.news-NAME`. */
  readonly parts: string;
}

const files = import.meta.glob<Tokens>('../../src/themes/*.json', { eager: true, import: 'news' });
const sheets = import.meta.glob<string>('../../src/themes/*.css', {
  eager: true,
  import: 'default',
  query: '?raw',
});

/** To begin with: no theme, then those of the package. */
export const themes: readonly Theme[] = [
  { name: 'plain', light: plain as Tokens, dark: plainDark as Tokens, parts: '' },
  ...Object.entries(sheets).map(([path, parts]) => ({
    name: path.replace(/.*\/|\.css/g, ''),
    light: files[path.replace('.css', '.tokens.json')] ?? {},
    dark: files[path.replace('.css', '.dark.tokens.json')] ?? {},
    parts,
  })),
];

/** The style sheet of a theme; with another name, of one that began as it. */
export const sheetOf = ({ name, light, dark, parts }: Theme, as = name): string =>
  themeSheet(as, light, dark, parts.replaceAll(`.news-${name}`, `.news-${as}`));
