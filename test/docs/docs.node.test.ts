import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, it } from 'node:test';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { elementsIn } from '../tools/manifest.js';
import { pages, type Page } from './markdown.js';

const all = pages();
const byPath = new Map(all.map((page) => [page.path, page]));

/** Where a link of a page leads in the project; undefined when it leads out of it. */
function target({ path }: Page, link: string): { file: string; anchor: string } | undefined {
  if (/^[a-z][a-z\d+.-]*:/i.test(link)) return undefined;
  const [to = '', anchor = ''] = link.split('#', 2);
  return { file: to ? normalize(join(dirname(path), decodeURI(to))) : path, anchor };
}

describe('links', () => {
  it('within the project lead to what is there', () => {
    const broken = all.flatMap((page) =>
      page.links
        .filter((link) => {
          const to = target(page, link);
          if (!to) return false;
          if (!existsSync(to.file)) return true;
          return to.anchor && !byPath.get(to.file)?.anchors.has(to.anchor);
        })
        .map((link) => `${page.path}: ${link}`),
    );
    assert.deepEqual(broken, []);
  });

  it('lead from the README to every page of the documentation', () => {
    const reached = new Set(['README.md']);
    for (const path of reached) {
      const page = byPath.get(path);
      for (const link of page?.links ?? []) {
        const to = target(page as Page, link);
        if (to && byPath.has(to.file)) reached.add(to.file);
      }
    }
    const wanted = all.map(({ path }) => path).filter((path) => /^[^/]*$|^docs\//.test(path));
    assert.ok(wanted.length > 20);
    assert.deepEqual(
      wanted.filter((path) => !reached.has(path)),
      [],
    );
  });

  it('lead to no folder, which a page on npm cannot show', () => {
    const folders = all.flatMap((page) =>
      page.links.filter((link) => {
        const file = target(page, link)?.file;
        return file && existsSync(file) && statSync(file).isDirectory();
      }),
    );
    assert.deepEqual(folders, []);
  });
});

describe('snippets', () => {
  const elements = new Map(elementsIn().map((element) => [element.tagName, element]));
  const anyElements =
    /^(id|class|classname|style|slot|lang|dir|hidden|role|title|is|key|ref|data-.*|aria-.*|defer-hydration|suppresshydrationwarning)$/;
  /** What Vue, Svelte, Angular and Lit write around a name; listeners and directives are none of ours. */
  const bare = (name: string): string => name.replace(/^[:.?[]|^(bind|prop):|\]$|\.prop$/g, '');
  const directive = /^(@|\(|#|on|v-|client:|set:|\{)/;

  /** What stands in braces is script: its blanks and arrows would be taken for HTML. */
  const withoutScript = (text: string): string =>
    text.replace(/=\$?\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g, '=""');

  function wrong(node: DefaultTreeAdapterTypes.Node, isHtml: boolean, around = ''): string[] {
    if (!('childNodes' in node)) return [];
    const tag = 'tagName' in node ? node.tagName : '';
    const said: string[] = [];
    if (tag.startsWith('news-')) {
      const element = elements.get(tag);
      if (!element) said.push(`there is no <${tag}>`);
      const names = [
        ...(element?.attributes ?? []).map(({ name }) => name),
        // Frameworks set properties too; a parser makes their names small.
        ...(isHtml ? [] : (element?.members ?? []).map(({ name }) => name.toLowerCase())),
      ];
      for (const { name } of 'attrs' in node ? node.attrs : [])
        if (!directive.test(name) && !anyElements.test(bare(name)) && !names.includes(bare(name)))
          said.push(`<${tag}> has no ${name}`);
    }
    if (around.startsWith('news-') && 'attrs' in node) {
      const slot = node.attrs.find(({ name }) => name === 'slot')?.value;
      const slots = elements.get(around)?.slots.map(({ name }) => name) ?? [];
      if (slot && !slots.includes(slot.replace(/-\d+$/, '-N'))) said.push(`<${around}> has no slot ${slot}`);
    }
    return [...said, ...node.childNodes.flatMap((child) => wrong(child, isHtml, tag))];
  }

  it('use elements, attributes and slots that there are', () => {
    const found = all.flatMap(({ path, snippets }) =>
      snippets.flatMap(({ language, text }) => {
        const isHtml = language === 'html';
        const tree = parseFragment(isHtml ? text : withoutScript(text));
        return wrong(tree, isHtml).map((line) => `${path}: ${line}`);
      }),
    );
    assert.deepEqual(found, []);
  });

  it('are there to be looked at', () => {
    const used = all.flatMap(({ snippets }) =>
      snippets.flatMap(({ text }) => text.match(/<news-[\w-]+ /g) ?? []),
    );
    assert.ok(used.length > 20, `${used.length}`);
  });
});

describe('tokens', () => {
  it('of the elements are all in their table, and the table has no other', () => {
    const used = new Set([
      ...elementsIn().flatMap(({ cssProperties }) => cssProperties.map(({ name }) => name)),
      '--news-reserve',
    ]);
    const told = new Set(
      [...readFileSync('docs/tokens.md', 'utf8').matchAll(/^\| (.*?) \|/gm)].flatMap(
        ([, cell]) => cell!.match(/--news-[\w-]+/g) ?? [],
      ),
    );
    assert.deepEqual([...told].sort(), [...used].sort());
  });
});
