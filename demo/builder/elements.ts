import { readFileSync } from 'node:fs';

/** An attribute, as a form asks for it. */
export interface Setting {
  readonly name: string;
  readonly description: string;
  /** What holds without it; empty where nothing does. */
  readonly standard: string;
  readonly kind: 'choice' | 'flag' | 'number' | 'text';
  /** Of a choice. */
  readonly options: readonly string[];
  /** What the form shows at once, and what it folds away: content that no API gives, and what few pages need. */
  readonly group: 'first' | 'by-hand' | 'rare';
}

/** An element that a page can be given. */
export interface Offer {
  readonly tag: string;
  readonly purpose: string;
  readonly settings: readonly Setting[];
}

interface Attribute {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
  readonly inheritedFrom?: object;
}

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly description?: string;
      readonly attributes?: readonly Attribute[];
    }[];
  }[];
}

/** Named once, for all elements. */
const shared = ['api', 'source', 'api-key'];

function kindOf(type: string, options: readonly string[]): Setting['kind'] {
  if (options.length) return 'choice';
  const [only = '', ...others] = type.split(' | ').filter((one) => one !== 'undefined');
  if (others.length) return 'text';
  return only === 'boolean' ? 'flag' : only === 'number' ? 'number' : 'text';
}

function settingOf({
  name,
  description = '',
  default: standard = '',
  type,
  inheritedFrom,
}: Attribute): Setting {
  const text = type?.text ?? 'string';
  const options = [...text.matchAll(/'([^']+)'/g)].map(([, option]) => option!);
  const kind = kindOf(text, options);
  return {
    name,
    description,
    kind,
    options,
    standard: kind === 'flag' ? '' : standard.replace(/^'|'$/g, ''),
    group: description.includes('by hand') ? 'by-hand' : inheritedFrom && name !== 'story' ? 'rare' : 'first',
  };
}

/** The elements, by the package's manifest. One that only names an API shows nothing, and is no choice. */
export function readOffers(file: string | URL): readonly Offer[] {
  const { modules } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  return modules
    .flatMap(({ declarations = [] }) => declarations)
    .flatMap(({ tagName: tag, description = '', attributes = [] }) =>
      tag && tag !== 'news-provider'
        ? {
            tag,
            purpose: /^[^]*?(?=\.?\s*$|\.\s)/.exec(description.split('\n\n')[0]!)![0].replace(/\s+/g, ' '),
            settings: attributes
              .filter(({ name }) => !shared.includes(name))
              .map(settingOf)
              // Which story comes before how it looks.
              .sort((one, other) => Number(other.name === 'story') - Number(one.name === 'story')),
          }
        : [],
    )
    .sort((one, other) => (one.tag < other.tag ? -1 : 1));
}
