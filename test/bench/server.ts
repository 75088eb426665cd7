/** Pages in a second that a server writes: a front page with a list of thirty stories. */
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html, unsafeCSS } from 'lit';
import type { Story } from '../../src/model/index.js';
import { stories } from './content.js';
import { dateOf, PlainList } from './in-page/plain-list.js';
import { root } from './peers.js';

/** Stories on the page. */
export const STORIES = 30;

export interface Renderer {
  readonly name: string;
  /** One page. */
  readonly page: () => Promise<string>;
}

const around = (list: string): string =>
  `<!doctype html><html lang="en"><head><title>Front page</title></head><body><h1>The Harbour Courier</h1>${list}</body></html>`;

const escaped = (text: string | undefined): string =>
  (text ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const cardText = (story: Story): string =>
  `<li part="item"><article class="card" part="card"><div class="media" part="media"><img part="image" src="${escaped(story.picture?.src)}" sizes="auto, 100vw" width="${story.picture?.width ?? ''}" height="${story.picture?.height ?? ''}" alt="" loading="lazy"></div><div class="text" part="text"><p class="kicker" part="kicker"><span dir="auto">${escaped(story.kicker)}</span></p><h3 class="headline" part="headline"><span dir="auto"><a part="link" href="${escaped(story.url)}">${escaped(story.headline)}</a></span></h3><p class="standfirst" part="standfirst" dir="auto">${escaped(story.standfirst)}</p><p class="meta" part="meta"><time part="date" datetime="${story.published ?? ''}">${dateOf(story)}</time></p></div></article></li>`;

interface OurServer {
  readonly renderPage?: (page: string, options: object) => Promise<string>;
}

/** Everybody writes the same page. What this build does not have is not in the list. */
export async function renderers(): Promise<{
  text: Renderer;
  plainLit: Renderer;
  lit: Renderer;
  renderPage: Renderer | undefined;
}> {
  const { NewsRelatedStories } = (await import(`${root}dist/elements/related-stories/define.js`).then(
    () => import(`${root}dist/index.js`),
  )) as { NewsRelatedStories: { elementStyles: { cssText: string }[] } };
  const css = NewsRelatedStories.elementStyles.map(({ cssText }) => cssText).join('\n');
  customElements.define('plain-list', PlainList.with(unsafeCSS(css)));
  const data = stories(STORIES);
  const pieces = 'picture kicker excerpt date';
  const { renderPage } = (await import(`${root}dist/server/index.js`)) as OurServer;

  const answer = JSON.stringify({ items: data, total: data.length });
  const request = (): Promise<Response> =>
    Promise.resolve(new Response(answer, { headers: { 'Content-Type': 'application/json' } }));
  const tag = `<news-related-stories from="latest" limit="${STORIES}" layout="grid" show="${pieces}"></news-related-stories>`;

  return {
    text: {
      name: 'a template string, escaped by hand',
      page: () =>
        Promise.resolve(
          around(
            `<plain-list><template shadowrootmode="open"><style>${css}</style><div class="root grid stacked lines-3 ratio-" part="root"><section aria-labelledby="heading"><div id="heading"><slot name="heading"><h2 class="heading" part="heading">Related stories</h2></slot></div><ol class="items" part="list" role="list">${data.map(cardText).join('')}</ol><p class="quiet" role="status"></p></section></div></template></plain-list>`,
          ),
        ),
    },
    plainLit: {
      name: 'lit-ssr, plain Lit: one template, written for this',
      page: async () => around(await collectResult(render(html`<plain-list .stories=${data}></plain-list>`))),
    },
    lit: {
      name: 'lit-ssr, `news-related-stories` with `data`',
      page: async () =>
        around(
          await collectResult(
            render(
              html`<news-related-stories .data=${data} limit=${STORIES} layout="grid" show=${pieces}></news-related-stories>`,
            ),
          ),
        ),
    },
    renderPage: renderPage && {
      name: '`renderPage`, from a page of HTML and the JSON of an API',
      page: () =>
        renderPage(around(tag), {
          url: 'https://courier.example/',
          api: 'https://courier.example/api',
          source: 'rest',
          request,
        }),
    },
  };
}

/** Milliseconds of a page, in turn. */
export async function time(
  all: readonly Renderer[],
  another: () => boolean,
  pages = 20,
): Promise<Map<Renderer, number[]>> {
  const times = new Map(all.map((one) => [one, [] as number[]]));
  const run = async (one: Renderer): Promise<number> => {
    const start = performance.now();
    for (let page = 0; page < pages; page++) await one.page();
    return (performance.now() - start) / pages;
  };
  // Until the engine has compiled what it will.
  for (let before = 0; before < 5; before++) for (const one of all) await run(one);
  while (another()) for (const one of all) times.get(one)?.push(await run(one));
  return times;
}
