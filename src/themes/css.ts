// Design tokens (W3C Design Tokens Format Module 2025.10) as CSS. The build and the theme lab share it.

/** A colour, in sRGB. */
export interface ColorValue {
  readonly colorSpace: 'srgb';
  /** Red, green and blue, 0 to 1. */
  readonly components: readonly number[];
  readonly alpha?: number;
  /** The same as `#rrggbb`. */
  readonly hex: string;
}

/** A line; its colour is that of another token: `{news.color-rule}`. */
export interface BorderValue {
  readonly color: string;
  readonly width: { readonly value: number; readonly unit: 'px' };
  readonly style: string;
}

interface Typed<Type extends string, Value> {
  readonly $type: Type;
  readonly $value: Value;
}

/** The format measures in px and rem only; ours are shares of the text around: a number, and its unit beside it. */
interface NumberToken extends Typed<'number', number> {
  readonly $extensions?: { readonly 'org.standfirst.unit': 'em' | 'ch' };
}

export type Token =
  | Typed<'fontFamily', readonly string[]>
  | Typed<'fontWeight', number>
  | Typed<'color', ColorValue>
  | Typed<'border', BorderValue>
  | NumberToken;

/** Tokens by their names, which are those of the custom properties without `--news-`. */
export type Tokens = Readonly<Record<string, Token>>;

/** Generic families stand without quotes. */
const family = (name: string): string => (/^[a-z-]+$/.test(name) ? name : `'${name}'`);

function valueOf(token: Token): string {
  switch (token.$type) {
    case 'fontFamily':
      return token.$value.map(family).join(', ');
    case 'color':
      return token.$value.hex;
    case 'border': {
      const { color, width, style } = token.$value;
      return `${width.value}${width.unit} ${style} ${color.replace(/^\{news\.(.+)\}$/, 'var(--news-$1)')}`;
    }
    case 'number': {
      const { $value: number, $extensions: extensions } = token;
      return `${number}${number ? (extensions?.['org.standfirst.unit'] ?? '') : ''}`;
    }
    default:
      return String(token.$value);
  }
}

/**
 * The declarations of a theme, one a line.
 * @param dark what differs in the dark: chosen by the `color-scheme` in force where a token is used
 */
export const declarations = (tokens: Tokens, dark: Tokens = {}): string[] =>
  Object.entries(tokens).map(([name, token]) => {
    const [light, other] = [valueOf(token), dark[name] && valueOf(dark[name])];
    return `--news-${name}: ${other && other !== light ? `light-dark(${light}, ${other})` : light};`;
  });

/**
 * A theme as pages link it: for what carries the class `news-NAME`, and all inside. `news-light` and `news-dark` choose
 * the scheme of a part of it. `news-embed` beside it makes a box for elements on a page of another look.
 * @param parts what tokens cannot say
 */
export function themeSheet(name: string, tokens: Tokens, dark: Tokens, parts: string): string {
  const theme = `.news-${name}`;
  return `${theme} {
  ${declarations(tokens, dark).join('\n  ')}
  font-family: var(--news-font);
}
${theme}, ${theme} :is(.news-light, .news-dark) { background: var(--news-color-ground); color: var(--news-color-text); }
${parts}${theme}.news-light, ${theme} .news-light { color-scheme: light; }
${theme}.news-dark, ${theme} .news-dark { color-scheme: dark; }
${theme}.news-embed { display: flow-root; padding: 1em; & > * + * { margin-block-start: 1.5em; } }
`;
}
