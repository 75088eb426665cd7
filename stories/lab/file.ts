// The one file that leaves the lab, and comes back: tokens in the format of design tools.
import type { ColorValue, Token, Tokens } from '../../src/themes/css.js';
import { channels } from './contrast.js';
import { themes, type Theme } from './themes.js';

/** Where it carries the colours for the dark, and the theme that it began as. */
const darkKey = 'org.standfirst.dark';
const themeKey = 'org.standfirst.theme';

interface LabFile {
  $extensions?: { [darkKey]?: Tokens; [themeKey]?: string };
  news?: Tokens;
}

export const colorValue = (hex: string): ColorValue => ({
  colorSpace: 'srgb',
  components: channels(hex).map((value) => Number(value.toFixed(4))),
  hex,
});

export const unitOf = (token: Token): string | undefined =>
  token.$type === 'number' ? token.$extensions?.['org.standfirst.unit'] : undefined;

const isHex = (value: unknown): value is string => /^#[\da-f]{6}$/i.test(String(value));

/** Earlier drafts of the format, and tools that keep to them, write a colour as `#rrggbb` alone. */
const current = (given: Token | null): Token | null =>
  given?.$type === 'color' && isHex(given.$value) ? { ...given, $value: colorValue(given.$value) } : given;

/** Whether a token of a file can stand in for one that is there: of the same kind and shape. */
function fits(mine: Token | undefined, given: Token | null): boolean {
  return (
    given?.$type === mine?.$type &&
    typeof given?.$value === typeof mine?.$value &&
    Array.isArray(given?.$value) === Array.isArray(mine?.$value) &&
    (given?.$type === 'color' ? isHex(given.$value.hex) : !!given?.$type)
  );
}

/** What would have fitted. */
function needed(mine: Token | undefined): string {
  if (!mine) return 'no token of ours';
  const unit = unitOf(mine);
  return `a ${mine.$type}${unit ? ` of ${unit}` : ''} is needed`;
}

/** The tokens that are there, those of a file in their place where they fit; and those that do not, with why. */
function fitting(tokens: Tokens, file: Tokens = {}): { tokens: Tokens; left: string[] } {
  const given = Object.entries(file).map(([name, one]) => [name, tokens[name], current(one)] as const);
  const good = given.filter(([, mine, one]) => fits(mine, one));
  return {
    // What a design tool has dropped, such as the unit, stays ours.
    tokens: {
      ...tokens,
      ...Object.fromEntries(good.map(([name, mine, one]) => [name, { ...mine, ...one } as Token])),
    },
    left: given
      .filter(([, mine, one]) => !fits(mine, one))
      .map(([name, mine]) => `${name} (${needed(mine)})`),
  };
}

export function fileOf({ name, light, dark }: Theme): string {
  const file: LabFile = { $extensions: { [themeKey]: name, [darkKey]: dark }, news: light };
  return JSON.stringify(file, undefined, 2);
}

/**
 * The theme of a file that was made here, or of one theme's token file, and what of it did not fit.
 * @param now what it is laid upon if it does not say as which theme it began
 */
export function readFile(text: string, now: Theme): { theme: Theme; left: string[] } {
  const { news, $extensions } = JSON.parse(text) as LabFile;
  if (!news) throw new Error('it has no group "news"');
  const begun = themes.find(({ name }) => name === $extensions?.[themeKey]) ?? now;
  const light = fitting(begun.light, news);
  const dark = fitting(begun.dark, $extensions?.[darkKey]);
  return {
    theme: { ...begun, light: light.tokens, dark: dark.tokens },
    left: [...new Set([...light.left, ...dark.left])],
  };
}
