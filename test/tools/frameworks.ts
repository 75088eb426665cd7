/**
 * What editors and frameworks read about the elements, out of custom-elements.json, into dist: data for VS Code and
 * JetBrains' editors, types for the markup of frameworks, wrappers for React. A part of `npm run build`.
 *
 * The types are ours: those of the generators call every event a CustomEvent, import a class twice, or do not compile.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import { tokensTold } from './tokens-told.js';

interface Declaration {
  readonly name: string;
  readonly tagName?: string;
  readonly members?: readonly { kind: string; name: string; readonly?: boolean; attribute?: string }[];
  readonly events?: readonly { name: string }[];
}

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

const text = (path: string): string => readFileSync(path, 'utf8');
const manifest = JSON.parse(text('custom-elements.json'));
const elements = (manifest.modules as { declarations: Declaration[] }[])
  .flatMap(({ declarations }) => declarations)
  .flatMap(({ tagName: tag, name, members = [], events = [] }) =>
    tag
      ? {
          tag,
          name,
          module: tag.replace('news-', ''),
          properties: members.filter((member) => member.kind === 'field' && !member.readonly),
          events: events.map((event) => event.name),
        }
      : [],
  );

const written = '// Written by the build from custom-elements.json.\n';

function write(path: string, content: string): void {
  writeFileSync(`dist/${path}`, content);
}

for (const folder of ['editors', 'types', 'react']) mkdirSync(`dist/${folder}`, { recursive: true });

// Editors. The generators write into what they are given; all tokens are offered in CSS, and none in the words on a tag.
const { name, version } = JSON.parse(text('package.json')) as { name: string; version: string };
const html = JSON.parse(getVsCodeHtmlCustomData(structuredClone(manifest), { hideCssPropertiesDocs: true }));
const css = JSON.parse(getVsCodeCssCustomData(structuredClone(manifest), {}));
// What JetBrains' editors show by itself need not stand in the description too.
const brief = {
  hideSlotDocs: true,
  hideEventDocs: true,
  hideCssPropertiesDocs: true,
  hideCssPartsDocs: true,
};
const web = JSON.parse(getWebTypesData(structuredClone(manifest), { ...brief, packageJson: false }));
write('editors/vscode.html.json', JSON.stringify(html));
write('editors/vscode.css.json', JSON.stringify({ ...css, properties: tokensTold }));
web.contributions.css.properties = tokensTold;
write('editors/web-types.json', JSON.stringify({ ...web, name, version }));

// Types.
const union = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(' | ') || 'never';
cpSync('src/types', 'dist/types', { recursive: true });
write(
  'types/elements.d.ts',
  `${written}import type { Entry } from './props.js';
${elements.map(({ name, module }) => `import type { ${name} } from '../elements/${module}/${module}.js';`).join('\n')}

export interface Elements {
${elements
  .map(({ tag, name, properties, events }) => {
    const renamed = properties.filter((member) => member.attribute && member.attribute !== member.name);
    const names = [properties, renamed].map((members) => union(members.map((member) => member.name)));
    return `  '${tag}': Entry<${[name, ...names, union(events)].join(', ')}>;`;
  })
  .join('\n')}
}
`,
);

// React: a wrapper is a module, so that a bundler takes those that are used.
const handler = (event: string): string =>
  `on-${event}`.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());
for (const { tag, name, module, events } of elements)
  write(
    `react/${module}.js`,
    `import { createComponent } from '@lit/react';
import * as react from 'react';
import { ${name} as elementClass } from '../elements/${module}/${module}.js';
import '../elements/${module}/define.js';

export const ${name} = /* @__PURE__ */ createComponent({
  react,
  tagName: '${tag}',
  elementClass,
  events: ${JSON.stringify(Object.fromEntries(events.map((event) => [handler(event), event])))},
});
`,
  );
write(
  'react/index.js',
  elements.map(({ name, module }) => `export { ${name} } from './${module}.js';\n`).join(''),
);
write(
  'react/index.d.ts',
  `${written}import type { EventName, ReactWebComponent } from '@lit/react';
import type { Elements } from '../types/elements.js';
import type { Handler } from '../types/props.js';

type Component<Tag extends keyof Elements> = ReactWebComponent<
  Elements[Tag]['element'],
  { [Name in Elements[Tag]['events'] as Handler<Name>]: EventName<HTMLElementEventMap[Name]> }
>;
${elements.map(({ tag, name }) => `export declare const ${name}: Component<'${tag}'>;\n`).join('')}`,
);
