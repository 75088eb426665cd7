// Loaded only where `debug` is set.
import { clientFor, type ContentApi } from '../content/content-api.js';
import type { ContentController } from '../content/controller.js';
import { toldByDocument } from '../sources/auto.js';
import { kindOf } from '../sources/registry.js';
import type { ContentElement } from './content-element.js';

const style =
  '[part=debug]{all:initial;display:block;margin:.5em 0;padding:.75em;border:2px dashed #b36b00;background:#fff8e6;color:#222;font:12px/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere}';

/** Why this is the API, and this its kind. */
function whyOf({ api, source }: ContentApi): string {
  const page = toldByDocument();
  if (page?.api === api && page.source === source) return `the page names it: ${page.why}`;
  return source === 'auto' ? kindOf(api).why : 'as named';
}

/** Writes what an element asked for, of whom, and what came, under its content. */
export async function showDebugBox<T>(
  element: ContentElement<T>,
  content: ContentController<T>,
): Promise<void> {
  const { config } = content;
  const source =
    config &&
    (await clientFor(config)
      .then((client) => client.source())
      .then(
        ({ name }) => name,
        () => 'could not be loaded',
      ));
  // Only now: what is known has changed meanwhile.
  const { state, value, problem, at } = content;
  const given = state !== element.contentState;
  const list = (value as { items?: readonly unknown[] } | undefined)?.items;
  const lines = {
    element: element.localName,
    state: given ? 'given by the page: nothing was asked' : state,
    api: config?.api ?? 'none named',
    source: config && `${source} (${whyOf(config)})`,
    question: element.question()?.key,
    items: list ? list.length : value === undefined ? undefined : 1,
    age: at ? `${Math.round((Date.now() - at) / 1000)} s` : undefined,
    problem: problem && `${problem.code}${problem.status ? ` ${problem.status}` : ''}: ${problem.message}`,
  };
  const text = Object.entries(lines)
    .filter(([, entry]) => entry !== undefined)
    .map(([name, entry]) => `${name}: ${entry}`)
    .join('\n');
  const root = element.renderRoot as ShadowRoot;
  let box = root.querySelector<HTMLElement>('[part=debug]');
  if (!box) {
    box = document.createElement('div');
    box.setAttribute('part', 'debug');
    root.append(box);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
  if (box.textContent !== text) box.textContent = text;
}
