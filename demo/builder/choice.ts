import type { Offer } from './elements.js';

export const schemes = ['light', 'dark'] as const;

/** Pages to see the elements on: by the class of their body, with the name that people read. */
export const hosts = {
  light: 'Light',
  dark: 'Dark',
  plain: 'Plain: no style at all',
  serif: 'A newspaper, serif',
  sans: 'A weblog, sans serif',
} as const;

/** Ways to take the elements along. */
export const ways = {
  exact: 'Script, this version',
  major: 'Script, newest',
  npm: 'npm',
  'no-script': 'No JavaScript',
  frame: 'iframe',
  static: 'Static, mail',
} as const;

export interface Chosen {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What a publisher has chosen: all that the page's address says. */
export interface Choice {
  readonly api: string;
  readonly source: string;
  readonly key: string;
  /** Where the package is served, without version: `https://cdn.example/standfirst`. */
  readonly files: string;
  readonly theme: string;
  readonly scheme: string;
  readonly host: string;
  readonly lang: string;
  /** What readers see until the content is there, and where it leads. */
  readonly words: string;
  readonly link: string;
  readonly way: keyof typeof ways;
  readonly elements: readonly Chosen[];
  /** What the address says and is not taken. */
  readonly refused: readonly string[];
}

/** What can be chosen, and what stands in for what is not. */
export interface Menu {
  readonly offers: readonly Offer[];
  readonly sources: readonly string[];
  readonly themes: readonly string[];
  readonly languages: readonly string[];
  readonly api: string;
  readonly files: string;
}

/** Browsers leave these out of an address before they look at its scheme. */
const unseen = /[\u0000-\u0020]/g;
const runs = (value: string): boolean =>
  /^(javascript:|vbscript:|data:\w*[/,;])/i.test(value.replace(unseen, ''));

const isWeb = (value: string): boolean => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);

/** Reads an address, which anybody may have written: only what the menu offers is taken, all else is text. */
export function readChoice(query: URLSearchParams, menu: Menu): Choice {
  const refused: string[] = [];
  const text = (name: string): string => query.get(name)?.trim() ?? '';
  const one = (name: string, known: readonly string[], standard = ''): string => {
    if (known.includes(text(name))) return text(name);
    if (text(name)) refused.push(`“${name}” has no “${text(name)}”.`);
    return standard;
  };
  const address = (name: string): string => {
    if (!text(name) || isWeb(text(name))) return text(name);
    refused.push(`“${name}” is no http(s) address.`);
    return '';
  };

  const elements = menu.offers
    .filter(({ tag }) => query.has(tag))
    .map(({ tag, settings }) => {
      const said = settings.flatMap(({ name, kind, options }): [string, string][] => {
        const value = text(`${tag}.${name}`);
        if (!value) return [];
        if (kind === 'choice' ? !options.includes(value) : kind === 'number' && !/^\d{1,9}$/.test(value)) {
          refused.push(`“${name}” of <${tag}> cannot be “${value}”.`);
          return [];
        }
        if (!runs(value)) return [[name, kind === 'flag' ? '' : value]];
        refused.push(`“${name}” of <${tag}> would run a script.`);
        return [];
      });
      return { tag, attributes: Object.fromEntries(said) };
    });

  return {
    api: address('api') || menu.api,
    source: one('source', menu.sources, 'auto'),
    key: text('key'),
    files: (address('files') || menu.files).replace(/[/?#]+$/, ''),
    theme: one('theme', menu.themes),
    scheme: one('scheme', schemes),
    host: one('host', Object.keys(hosts), 'light'),
    lang: one('lang', menu.languages, 'en'),
    words: text('words'),
    link: address('link'),
    way: one('way', Object.keys(ways), 'exact') as Choice['way'],
    elements,
    refused,
  };
}

/** Languages that are written from right to left, of those that elements speak. */
export const directionOf = (lang: string): 'ltr' | 'rtl' => (['ar', 'ur'].includes(lang) ? 'rtl' : 'ltr');
