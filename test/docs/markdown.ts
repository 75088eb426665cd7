/** What the tests of the documentation read from Markdown, as GitHub shows it. */
import { readdirSync, readFileSync } from 'node:fs';
import { lexer, walkTokens, type Token } from 'marked';

export interface Page {
  /** Path from the root of the project. */
  readonly path: string;
  readonly links: readonly string[];
  /** What `#…` in an address can name. */
  readonly anchors: ReadonlySet<string>;
  readonly snippets: readonly { readonly language: string; readonly text: string }[];
}

const left = /(^|\/)(node_modules|dist|storybook-static|\.data)(\/|$)/;

/** All pages of the project. */
export function pages(): Page[] {
  const folders = ['docs', 'demo', 'src', 'test', 'stories', 'examples'].filter((name) =>
    there.includes(name),
  );
  const paths = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  );
  return [...there, ...paths].filter((path) => path.endsWith('.md') && !left.test(path)).map(read);
}

const there = readdirSync('.');

/** The name that GitHub gives a heading: the second of the same words is `words-1`. */
function slug(heading: string, taken: ReadonlySet<string>): string {
  const plain = heading
    .toLowerCase()
    .replace(/<[^>]*>/g, '')
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replace(/ /g, '-');
  let name = plain;
  for (let n = 1; taken.has(name); n++) name = `${plain}-${n}`;
  return name;
}

const textOf = (token: Token): string =>
  'tokens' in token && token.tokens
    ? token.tokens.map(textOf).join('')
    : 'text' in token
      ? String(token.text)
      : '';

export function read(path: string): Page {
  const links: string[] = [];
  const anchors = new Set<string>();
  const snippets: { language: string; text: string }[] = [];
  walkTokens(lexer(readFileSync(path, 'utf8')), (token) => {
    if (token.type === 'link' || token.type === 'image') links.push(String(token.href));
    if (token.type === 'heading') anchors.add(slug(textOf(token), anchors));
    if (token.type === 'html')
      for (const [, name] of String(token.text).matchAll(/\s(?:id|name)="([^"]+)"/g)) anchors.add(name!);
    if (token.type === 'code')
      snippets.push({ language: (token.lang ?? '').split(' ', 1)[0] as string, text: String(token.text) });
  });
  return { path, links, anchors, snippets };
}
