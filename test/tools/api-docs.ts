/**
 * `npm run api-docs`: a page for each element in docs/elements, made from what its docblock says, by way of the manifest.
 *
 *     npm run api-docs              fails where a page is not what the docblock says
 *     npm run api-docs -- --write   writes the pages
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { eventFields, eventInit, typeOf } from './api-source.js';
import { elementsIn, type ElementEntry, type Entry, type Member } from './manifest.js';

const folder = 'docs/elements';
const made = '<!-- Made by `npm run api-docs -- --write` from the docblocks in src/elements. -->';

const code = (text: string): string => `\`${text}\``;
const cell = (text: string): string => text.replace(/\s*\n\s*/g, ' ').replace(/\|/g, '\\|');

function table(heading: string, columns: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (!rows.length) return [];
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [`## ${heading}`, '', line(columns), line(columns.map(() => '---')), ...rows.map(line), ''];
}

const named = (entries: readonly Entry[]): string[][] =>
  entries.map(({ name, description = '' }) => [name ? code(name) : 'without a name', description]);

const signature = ({ name, parameters = [] }: Member): string =>
  `${name}(${parameters.map((one) => one.name + (one.default ? ` = ${one.default}` : '')).join(', ')})`;

/** What the element is for, in a sentence: the first of its docblock. */
const purpose = ({ description }: ElementEntry): string =>
  description.replace(/\s+/g, ' ').split(/(?<=\.)\s/)[0] ?? '';

/** By their names: what is the element's own first, then what it has from the classes that it is made of. */
function page(element: ElementEntry): string {
  const { name, tagName, description, members, slots, cssParts, cssProperties, cssStates, events } = element;
  const type = (one: Member): string => code(typeOf(name, one.type?.text));
  const preset = (one: Member): string => (one.default ? code(one.default) : 'none');
  const fields = members.filter(({ kind }) => kind === 'field');
  const lines = [
    made,
    '',
    `# ${tagName}`,
    '',
    description,
    '',
    '```js',
    `import 'standfirst/define/${tagName.slice(5)}'; // the class is ${name}`,
    '```',
    '',
    ...table(
      'Attributes',
      ['attribute', 'property', 'type', 'default', 'what it sets'],
      fields
        .filter(({ attribute }) => attribute)
        .map((one) => [
          code(one.attribute as string),
          code(one.name),
          type(one),
          preset(one),
          one.description ?? '',
        ]),
    ),
    ...table(
      'Properties without an attribute',
      ['property', 'type', 'default', 'what it is'],
      fields
        .filter(({ attribute }) => !attribute)
        .map((one) => [
          code(one.name),
          type(one),
          one.readonly ? 'read only' : preset(one),
          one.description ?? '',
        ]),
    ),
    ...table(
      'Methods',
      ['method', 'what it does'],
      members
        .filter(({ kind }) => kind === 'method')
        .map((one) => [code(signature(one)), one.description ?? '']),
    ),
    ...table('Slots', ['slot', 'what it is for'], named(slots)),
    ...table(
      'Events',
      ['event', 'when', 'carries', 'bubbles', 'can be prevented'],
      events.map((event) => {
        const { bubbles, cancelable } = eventInit(event.type.text);
        const carries = eventFields(event.type.text).map((field) => {
          const kind = field.type && ` ${code(field.type)}`;
          return code(field.name) + kind + (field.description && `: ${field.description}`);
        });
        const yes = (is: boolean): string => (is ? 'yes' : 'no');
        return [
          code(event.name),
          event.description ?? '',
          carries.join('<br>'),
          yes(bubbles),
          yes(cancelable),
        ];
      }),
    ),
    ...table('Parts', ['part', 'what it is'], named(cssParts)),
    ...table(
      'CSS properties',
      ['property', 'default', 'what it sets'],
      cssProperties.map((one) => [
        code(one.name),
        one.default ? code(one.default) : '',
        one.description ?? '',
      ]),
    ),
    ...(cssProperties.length ? ['What they set for all elements: [tokens](../tokens.md).', ''] : []),
    ...table(
      'States',
      ['state', 'when'],
      cssStates.map((one) => [code(`:state(${one.name})`), one.description ?? '']),
    ),
    '[All elements](README.md)',
  ];
  return `${lines.join('\n')}\n`;
}

function index(elements: readonly ElementEntry[]): string {
  const lines = [
    made,
    '',
    '# The elements',
    '',
    'A page for each: what it is for, a snippet to paste, and all its attributes, properties, slots, events, parts and',
    'tokens with their defaults.',
    '',
    '| element | what it is for |',
    '| --- | --- |',
    ...elements.map((one) => `| [${code(one.tagName)}](${one.tagName}.md) | ${cell(purpose(one))} |`),
    '',
    '[README](../../README.md)',
  ];
  return `${lines.join('\n')}\n`;
}

const elements = elementsIn();
const pages = new Map([
  ['README.md', index(elements)],
  ...elements.map((one) => [`${one.tagName}.md`, page(one)] as const),
]);

mkdirSync(folder, { recursive: true });
const there = new Map(
  readdirSync(folder).map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')] as const),
);
const wrong = [...new Set([...pages.keys(), ...there.keys()])].filter(
  (name) => pages.get(name) !== there.get(name),
);
for (const name of wrong) {
  const text = pages.get(name);
  if (!process.argv.includes('--write')) {
    console.error(`${folder}/${name} is not what the docblocks say: npm run api-docs -- --write`);
    process.exitCode = 1;
  } else if (text === undefined) rmSync(`${folder}/${name}`);
  else writeFileSync(`${folder}/${name}`, text);
}
