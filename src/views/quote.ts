import { html, nothing, type TemplateResult } from 'lit';
import type { Quote } from '../model/index.js';
import { ownAddress } from '../kit/urls.js';
import { dotted, mark } from './line.js';

export interface QuoteOptions {
  /** The quote is in the text already: a screen reader must not say it twice. */
  readonly decorative: boolean;
  readonly portrait: boolean;
  /** Name of the work that the words are taken from. */
  readonly work: string | undefined;
  /** Puts the words into a slot, for the element whose slot a publisher may fill. */
  readonly place?: (piece: unknown) => unknown;
}

/** What somebody said, large, and who said it. */
export function quote(said: Quote, options: QuoteOptions): TemplateResult {
  const { by, role, via, url, portrait, text, lang = nothing } = said;
  const { work, decorative, place = (piece: unknown) => piece } = options;
  const piece = (name: string, words: string | undefined): unknown => (words ? mark(name, words) : nothing);
  // `cite` is the name of a work; a person is no work (HTML 4.5.6).
  const source = work
    ? html`<cite class="work" part="work">${url && !decorative ? html`<a href=${ownAddress(url) ?? nothing}>${work}</a>` : work}</cite>`
    : nothing;
  return html`<figure class="quote" part="quote" lang=${lang} aria-hidden=${decorative ? 'true' : nothing}>
    ${
      options.portrait && portrait
        ? html`<img class="portrait" part="portrait" src=${portrait.src} alt="" loading="lazy" />`
        : nothing
    }
    <blockquote class="words" cite=${url ?? nothing}>
      ${place(html`<p part="words" dir="auto">${text}</p>`)}
    </blockquote>
    ${
      by || work
        ? html`<figcaption class="said-by" part="caption" dir="auto">
            ${dotted([piece('by', by), piece('role', role), piece('via', via), source])}
          </figcaption>`
        : nothing
    }
  </figure>`;
}
