import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import type { ElementEntry, Member } from '../tools/manifest.js';
import '../../src/define.js';

// Editors, Storybook and the pages in docs/elements believe the manifest: it is held against the elements themselves.

const made = await fetch('/custom-elements.json');
if (!made.ok) throw new Error('custom-elements.json is not there: npm run manifest');
const { modules } = (await made.json()) as { modules: { declarations?: Partial<ElementEntry>[] }[] };
const elements = modules.flatMap(({ declarations = [] }) =>
  declarations.filter(({ tagName }) => tagName),
) as ElementEntry[];

const create = (tag: string): LitElement & Record<string, unknown> =>
  document.createElement(tag) as LitElement & Record<string, unknown>;

const isField = ({ kind }: Member): boolean => kind === 'field';

/** What a default stands for, as the docblock's page shows it: `'list'`, `4`, `false`, `{}`; nothing when there is none. */
const meant = (text?: string): unknown =>
  text === undefined ? undefined : JSON.parse(text.replace(/^'(.*)'$/, '"$1"'));

/** What an attribute makes of its property, by the property's type. */
function set(type = ''): [attribute: string, property: unknown] {
  if (/^number\b/.test(type)) return ['2', 2];
  if (/^boolean\b/.test(type)) return ['', true];
  return ['some', 'some'];
}

describe('the manifest', () => {
  it('knows each element that is defined, by its class', () => {
    expect(elements).to.have.length(13);
    for (const { tagName, name } of elements)
      expect(customElements.get(tagName)?.name, tagName)
        // A class whose static fields are helped along by the compiler has a name of its own making.
        .to.match(new RegExp(`^_?${name}$`));
  });

  for (const { tagName, members, attributes } of elements)
    describe(tagName, () => {
      it('has the attributes that it tells of, and no other', () => {
        const { observedAttributes } = customElements.get(tagName) as typeof LitElement;
        expect(attributes.map(({ name }) => name)).to.have.members(observedAttributes);
      });

      it('has the properties and defaults that it tells of', () => {
        const element = create(tagName);
        const told = members.filter(isField).filter(({ readonly }) => !readonly);
        const found = told.map(({ name }) => [name, element[name]]);
        expect(found).to.deep.equal(told.map(({ name, default: text }) => [name, meant(text)]));
      });

      it('sets its properties by its attributes', () => {
        for (const { attribute, name, type } of members) {
          if (!attribute) continue;
          const element = create(tagName);
          const [text, value] = set(type?.text);
          element.setAttribute(attribute, text);
          expect(element[name], attribute).to.equal(value);
        }
      });

      it('tells of every property that is for the page, and has its methods', () => {
        const element = create(tagName);
        const { elementProperties } = customElements.get(tagName) as typeof LitElement;
        const forThePage = [...elementProperties].filter(([, { state }]) => !state).map(([name]) => name);
        expect(members.map(({ name }) => name)).to.include.members(forThePage);
        for (const { kind, name, readonly } of members) {
          if (kind === 'method') expect(element[name], name).to.be.a('function');
          if (readonly) expect(name in element, name).to.equal(true);
        }
      });
    });
});
