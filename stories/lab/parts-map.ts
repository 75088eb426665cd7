/// <reference types="vite/client" />
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import manifestText from '../../custom-elements.json?raw';
import '../../src/define.js';
import { discusses, served } from '../api.js';
import { closure, eels, fisheries, remarks, tram } from '../fixtures.js';

interface Entry {
  name: string;
  description?: string;
}

interface Declaration {
  tagName?: string;
  cssParts?: Entry[];
  cssProperties?: Entry[];
}

const { modules } = JSON.parse(manifestText) as { modules: { declarations?: Declaration[] }[] };
const elements = modules
  .flatMap(({ declarations = [] }) => declarations)
  .flatMap(({ tagName: tag, cssParts: parts = [], cssProperties: tokens = [] }) =>
    tag ? [{ tag, parts, tokens }] : [],
  )
  .sort((one, other) => (one.tag < other.tag ? -1 : 1));

/** Each element in a state that shows many of its parts. */
const pictures: Readonly<Record<string, () => TemplateResult>> = {
  'news-article': () => html`<news-article heading-level="3" .data=${closure}></news-article>`,
  'news-article-card': () =>
    html`<news-article-card
      show="picture kicker excerpt byline date comments reading-time"
      .data=${fisheries}
    ></news-article-card>`,
  'news-byline': () => html`<news-byline variant="box" .data=${fisheries}></news-byline>`,
  'news-comment-count': () => html`<news-comment-count .data=${fisheries}></news-comment-count>`,
  'news-comment-form': () => html`<news-comment-form story="1001" heading-level="3"></news-comment-form>`,
  'news-comments': () => html`<news-comments story="1001" heading-level="3" loading="eager"></news-comments>`,
  'news-copyright': () => html`<news-copyright holder="The Harbour Courier" since="2021"></news-copyright>`,
  'news-follow': () =>
    html`<news-follow
      links="https://mastodon.social/@courier /feed.xml"
      name="The Courier"
    ></news-follow>`,
  'news-pull-quote': () => html`<news-pull-quote .data=${fisheries.quotes?.[0]}></news-pull-quote>`,
  'news-related-stories': () =>
    html`<news-related-stories
      heading-level="3"
      show="picture kicker excerpt byline date"
      .data=${[fisheries, tram, eels]}
    ></news-related-stories>`,
  'news-search': () => html`<news-search></news-search>`,
  'news-share': () => html`<news-share ways="copy email print"></news-share>`,
};

/** What of each element can be styled: its tokens and parts, as the manifest has them, and where the parts are. */
export class PartsMap extends LitElement {
  static override properties = { pointed: { state: true } };

  /** The part that is outlined: `TAG::part(NAME)`. */
  declare pointed: string;

  constructor() {
    super();
    this.pointed = '';
  }

  /** None: `::part` of the elements is for the tree that they stand in. */
  protected override createRenderRoot(): this {
    return this;
  }

  #parts(tag: string, parts: readonly Entry[]): TemplateResult {
    return html`<dl>
      ${parts.map(({ name, description }) => {
        const selector = `${tag}::part(${name})`;
        const point = (): void => void (this.pointed = selector);
        return html`<div>
          <dt>
            <button
              type="button"
              aria-pressed=${this.pointed === selector}
              @click=${point}
              @pointerenter=${point}
              @focus=${point}
            >
              <code>::part(${name})</code>
            </button>
          </dt>
          <dd>${description}</dd>
        </div>`;
      })}
    </dl>`;
  }

  #section({ tag, parts, tokens }: (typeof elements)[number]): TemplateResult {
    return html`<section>
      <h2><code>${tag}</code></h2>
      <div class="pictured">
        <div>
          <h3>Tokens</h3>
          <dl>
            ${tokens.map(
              ({ name, description }) =>
                html`<div>
                  <dt><code>${name}</code></dt>
                  <dd>${description}</dd>
                </div>`,
            )}
          </dl>
          <h3>Parts</h3>
          ${this.#parts(tag, parts)}
        </div>
        <div class="picture">${pictures[tag]?.()}</div>
      </div>
    </section>`;
  }

  protected override render(): TemplateResult {
    return served(
      'parts-map',
      discusses(remarks),
      html`${
        this.pointed
          ? html`<style>
                .picture ${this.pointed} {
                  outline: 3px solid light-dark(#b0006d, #ff7ac8);
                  outline-offset: 1px;
                }
              </style>`
          : nothing
      }
        <h1>Tokens and parts</h1>
        <p>Point at a part to see where it is. What its element does not show just now, such as an error, is not found.</p>
        ${elements.map((one) => this.#section(one))}`,
    );
  }
}
