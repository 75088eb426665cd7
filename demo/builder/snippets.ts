import { directionOf, type Choice, type Chosen } from './choice.js';

/** The package as it is served: its version, and the hash of its one file. */
export interface Release {
  readonly version: string;
  readonly integrity: string;
}

const escaped: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
const escape = (text: string): string => text.replace(/[&"<>]/g, (one) => escaped[one]!);

const attributes = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${escape(value)}"`))
    .join('');

/** What names the API, by this prefix. */
const settings = ({ api, source, key }: Choice, prefix: string): Record<string, string> => ({
  [`${prefix}api`]: api,
  ...(source !== 'auto' && { [`${prefix}source`]: source }),
  ...(key && { [`${prefix}api-key`]: key }),
});

const classOf = ({ theme, scheme }: Choice): string =>
  theme && ['news-embed', `news-${theme}`, scheme && `news-${scheme}`].filter(Boolean).join(' ');

/** The elements alone, with what readers see before them, in the theme's clothes. */
export function elementsOf(choice: Choice): string {
  const { elements, words, link } = choice;
  const fallback = words && link ? `<a href="${escape(link)}">${escape(words)}</a>` : escape(words);
  const tags = elements.map(({ tag, attributes: own }) => `<${tag}${attributes(own)}>${fallback}</${tag}>`);
  const theme = classOf(choice);
  return theme ? `<div class="${theme}">\n  ${tags.join('\n  ')}\n</div>` : tags.join('\n');
}

/** Script and style sheet, from a folder of the package. */
function loading(choice: Choice, dist: string, script: string): string {
  const sheet =
    choice.theme && `<link rel="stylesheet" href="${escape(`${dist}/themes/${choice.theme}.css`)}">\n`;
  return `${sheet}<script type="module" src="${escape(`${dist}/standfirst.all.js`)}"${script}${attributes(settings(choice, 'data-'))}></script>`;
}

const distOf = ({ files }: Choice, version: string): string => `${files}@${version}/dist`;

/** As a page has it whose script is this very version, and no other byte. */
export const exact = (choice: Choice, { version, integrity }: Release): string =>
  `${loading(choice, distOf(choice, version), ` integrity="${integrity}" crossorigin`)}

${elementsOf(choice)}`;

/** As a page has it whose script is whatever is newest and keeps what was promised. */
const major = (choice: Choice, { version }: Release): string =>
  `${loading(choice, distOf(choice, version.split('.')[0]!), '')}

${elementsOf(choice)}`;

/** As the builder's own pages have it, from a folder of this server. */
export const preview = (choice: Choice, dist: string): string =>
  `${loading(choice, dist, '')}\n${elementsOf(choice)}`;

function npm(choice: Choice): string {
  const { theme, elements } = choice;
  const imports = [
    ...elements.map(({ tag }) => `import 'standfirst/define/${tag.replace('news-', '')}';`),
    ...(theme ? [`import 'standfirst/themes/${theme}.css';`] : []),
  ];
  const metas = Object.entries(settings(choice, 'news-')).map(
    ([name, value]) => `<meta name="${name}" content="${escape(value)}">`,
  );
  return `# in a shell
npm install standfirst

// in a script
${imports.join('\n')}

<!-- in the page's head -->
${metas.join('\n')}

<!-- in the page -->
${elementsOf(choice)}`;
}

const listener = `<script>
  // A frame tells how high it is; only our frames are heard, and only from where they were loaded.
  addEventListener('message', ({ origin, source, data }) => {
    for (const frame of document.querySelectorAll('iframe[src*="/frame.html?tag=news-"]'))
      if (source === frame.contentWindow && origin === new URL(frame.src).origin && data?.newsHeight > 0)
        frame.height = data.newsHeight;
  });
</script>`;

/** Storage for drafts and an origin that APIs can let in, popups for links; the page around cannot be led away. */
const sandbox = 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox';

function frame(choice: Choice, { version }: Release): string {
  const { theme, scheme, lang } = choice;
  const dress = { theme, scheme, ...(lang !== 'en' && { lang, dir: directionOf(lang) }) };
  const one = ({ tag, attributes: own }: Chosen): string => {
    const said = Object.entries(dress).filter(([, value]) => value);
    const query = new URLSearchParams([
      ['tag', tag],
      ...said,
      ...Object.entries(settings(choice, '')),
      ...Object.entries(own),
    ]);
    const src = `${distOf(choice, version)}/frame.html?${query}`;
    return `<iframe src="${escape(src)}" title="${tag.replace('news-', '').replace('-', ' ')}"
  width="100%" height="300" style="border: 0" loading="lazy" referrerpolicy="origin"
  sandbox="${sandbox}"></iframe>`;
  };
  return [listener, ...choice.elements.map(one)].join('\n\n');
}

/** What to copy; undefined where a server has to make it, from what the API answers. */
export function snippetOf(choice: Choice, release: Release): string | undefined {
  switch (choice.way) {
    case 'exact':
      return exact(choice, release);
    case 'major':
      return major(choice, release);
    case 'npm':
      return npm(choice);
    case 'frame':
      return frame(choice, release);
    default:
      return undefined;
  }
}
