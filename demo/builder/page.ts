import { html, raw } from 'hono/html';
import type { Html } from '../site/page.js';
import { hosts, schemes, ways, type Choice, type Menu } from './choice.js';
import type { Offer, Setting } from './elements.js';

const options = (values: readonly (readonly [value: string, name: string])[], chosen: string): Html =>
  html`${values.map(
    ([value, name]) =>
      html`<option value="${value}" ${value === chosen ? raw('selected') : ''}>${name}</option>`,
  )}`;

const select = (label: string, name: string, values: Parameters<typeof options>[0], chosen: string): Html =>
  html`<label>${label} <select name="${name}">${options(values, chosen)}</select></label>`;

const asIs = (values: readonly string[]) => values.map((value) => [value, value] as const);

function control(
  tag: string,
  { name, kind, standard, options: values }: Setting,
  id: string,
  value: string | undefined,
): Html {
  const named = raw(`id="${id}" name="${tag}.${name}" aria-describedby="${id}-about"`);
  switch (kind) {
    case 'flag':
      return html`<input ${named} type="checkbox" value="on" ${value === undefined ? '' : raw('checked')} />`;
    case 'choice':
      return html`<select ${named}>${options([['', standard || '–'], ...asIs(values.filter((one) => one !== standard))], value ?? '')}</select>`;
    default:
      return html`<input ${named} type="text" ${kind === 'number' ? raw('inputmode="numeric" pattern="\\d*"') : ''} placeholder="${standard}" value="${value ?? ''}" dir="auto" autocomplete="off" />`;
  }
}

/** Descriptions name values as code. */
const prose = (text: string): Html =>
  html`${text.split('\`').map((part, index) => (index % 2 ? html`<code>${part}</code>` : part))}`;

function settingsOf({ tag, settings }: Offer, { elements }: Choice): Html {
  const own = elements.find((one) => one.tag === tag)?.attributes ?? {};
  const fields = (group: Setting['group']): Html[] =>
    settings
      .filter((one) => one.group === group)
      .map((setting) => {
        const id = `${tag}-${setting.name}`;
        return html`<div class="setting ${setting.kind}">
          <label for="${id}">${setting.name}</label>
          ${control(tag, setting, id, own[setting.name])}
          <p id="${id}-about">${prose(setting.description)}</p>
        </div>`;
      });
  const folded = (title: string, group: Setting['group']): Html => {
    const inside = fields(group);
    return html`${
      inside.length
        ? html`<details>
            <summary>${title}</summary>
            ${inside}
          </details>`
        : ''
    }`;
  };
  return html`<details class="settings" open>
    <summary><code>&lt;${tag}&gt;</code></summary>
    ${fields('first')} ${folded('Written by hand', 'by-hand')} ${folded('Rarely needed', 'rare')}
  </details>`;
}

const offered = (menu: Menu, choice: Choice): Html =>
  html`<fieldset class="offers">
    <legend>Elements</legend>
    ${menu.offers.map(
      ({ tag, purpose }) =>
        html`<label class="offer">
          <input type="checkbox" name="${tag}" value="on" ${choice.elements.some((one) => one.tag === tag) ? raw('checked') : ''} />
          <span><b>${tag.replace('news-', '').replaceAll('-', ' ')}</b> <small>${prose(purpose)}</small></span>
        </label>`,
    )}
  </fieldset>`;

const language = new Intl.DisplayNames('en', { type: 'language' });

/** What is to be copied, and what should be known before. */
export interface Result {
  /** Undefined until it is made on demand. */
  readonly text: string | undefined;
  readonly notes: readonly string[];
}

const result = ({ text, notes }: Result, { elements }: Choice): Html =>
  html`<div id="result">
    <div class="notes" role="status">
      ${
        notes.length
          ? html`<ul>
              ${notes.map((note) => html`<li>${note}</li>`)}
            </ul>`
          : ''
      }
    </div>
    ${
      !elements.length
        ? html`<p>Choose an element to begin.</p>`
        : text === undefined
          ? html`<p>
              <button formmethod="post" form="choices">Ask the API and make it</button>
              <small>The page is rendered now, with what the API answers now.</small>
            </p>`
          : html`<pre id="snippet" tabindex="0" dir="ltr" aria-label="What to paste">${text}</pre>
              <p><button type="button" id="copy" hidden>Copy</button> <span id="copied" role="status"></span></p>`
    }
  </div>`;

/** The builder: a form whose answers are the page's address, what comes of them, and what to copy. */
export function builderPage(menu: Menu, choice: Choice, outcome: Result, query: string): Html {
  const { api, source, key, files, theme, scheme, host, lang, words, link, way, elements } = choice;
  const chosen = menu.offers.filter(({ tag }) => elements.some((one) => one.tag === tag));
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Embed builder | The Harbour Courier</title>
        <meta name="description" content="Choose elements, see them live, and copy what your page needs." />
        <link rel="icon" href="/courier.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/builder/builder.css" />
        <script type="module" src="/builder/builder.js"></script>
      </head>
      <body>
        <header>
          <p><a href="/">The Harbour Courier</a></p>
          <h1>Embed builder</h1>
          <p>Choose, look, copy. The address of this page keeps what you choose: share it.</p>
        </header>
        <nav aria-label="On this page">
          <a href="#choices">Choose</a> <a href="#look">Look</a> <a href="#paste">Paste</a>
        </nav>
        <main>
          <form id="choices" action="/builder">
            <fieldset>
              <legend>Content API</legend>
              <label>Address <input name="api" type="url" value="${api === menu.api ? '' : api}" placeholder="${menu.api}" /></label>
              ${select('Kind', 'source', asIs(menu.sources), source)}
              <label>Public reading key <input name="key" value="${key}" autocomplete="off" /></label>
            </fieldset>
            ${offered(menu, choice)}
            <div id="settings" data-chosen="${chosen.map(({ tag }) => tag).join(' ')}">
              ${chosen.map((offer) => settingsOf(offer, choice))}
            </div>
            <fieldset>
              <legend>Look</legend>
              ${select('Theme', 'theme', [['', 'That of the page'], ...asIs(menu.themes)], theme)}
              ${select('Scheme', 'scheme', [['', 'That of the reader'], ...asIs(schemes)], scheme)}
              ${select('On a page that is', 'host', Object.entries(hosts), host)}
              ${select(
                'In',
                'lang',
                menu.languages.map((tag) => [tag, language.of(tag) ?? tag]),
                lang,
              )}
            </fieldset>
            <fieldset>
              <legend>Fallback</legend>
              <p>What readers see until the content is there, and where no script runs.</p>
              <label>Words <input name="words" value="${words}" dir="auto" /></label>
              <label>Link <input name="link" type="url" value="${link}" placeholder="https://" /></label>
            </fieldset>
            <fieldset>
              <legend>Files</legend>
              <label
                >Served at, without version
                <input name="files" type="url" value="${files === menu.files ? '' : files}" placeholder="${menu.files}"
              /></label>
            </fieldset>
            <p class="show"><button>Show</button></p>
          </form>
          <div class="outcome">
            <section id="look" aria-labelledby="preview-title">
              <h2 id="preview-title">Preview</h2>
              <iframe
                id="preview"
                title="Preview"
                src="/builder/preview?${query}"
                sandbox="allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox"
              ></iframe>
              <p id="seen" role="status"></p>
            </section>
            <section id="paste" aria-labelledby="paste-title">
              <h2 id="paste-title">Paste</h2>
              <fieldset class="ways">
                <legend>As</legend>
                ${Object.entries(ways).map(
                  ([name, title]) =>
                    html`<label><input type="radio" name="way" form="choices" value="${name}" ${name === way ? raw('checked') : ''} /><span>${title}</span></label>`,
                )}
              </fieldset>
              ${result(outcome, choice)}
            </section>
          </div>
        </main>
      </body>
    </html>`;
}
