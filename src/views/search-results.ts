import { html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '../kit/dates.js';
import { ownAddress } from '../kit/urls.js';
import type { foundWords } from '../kit/words/en.js';
import type { Say } from '../kit/words/say.js';
import type { Story } from '../model/index.js';
import { dotted } from './line.js';
import { marked } from './search-marks.js';

export type FoundSay = Say<keyof typeof foundWords>;

/** A button for the next page, and whether that failed. */
export const moreResults = (
  say: FoundSay,
  phase: 'rest' | 'busy' | 'failed',
  click: () => void,
): TemplateResult =>
  html`<button type="button" part="button" aria-disabled=${phase === 'busy' ? 'true' : 'false'} @click=${click}>
      ${say('moreResults')}</button
    >${phase === 'failed' ? html`${' '}${say('unanswered')}` : nothing}`;

/** A link to the site's own page of results. */
export const allResults = (say: FoundSay, href: string): TemplateResult =>
  html`<a href=${href} part="all">${say('allResults')}</a>`;

export interface SearchResultsOptions {
  readonly sought: string;
  /** The reader's language. */
  readonly lang: string;
  /** How many were found, in a sentence. */
  readonly summary: string;
  /** The way to more of them, where there is one. */
  readonly further: unknown;
  readonly navigate: (story: string, position: number) => (event: MouseEvent) => void;
}

/** What was found. Each headline is a link; the words are marked where they were looked for. */
export function searchResults(stories: readonly Story[], options: SearchResultsOptions): TemplateResult {
  const { sought, lang, summary, further, navigate } = options;
  const result = (story: Story, position: number): TemplateResult => {
    const { lang: own = nothing, id, url, headline, standfirst, section, published } = story;
    const meta = dotted([
      section ? html`<span dir="auto">${section.name}</span>` : nothing,
      published
        ? html`<time part="date" datetime=${published}>${formatDate(published, lang)}</time>`
        : nothing,
    ]);
    return html`<li part="result">
      <p lang=${own} dir="auto"><a part="link" href=${ownAddress(url) ?? nothing} @click=${navigate(id, position)}>${marked(headline, sought)}</a></p>
      ${standfirst ? html`<p class="excerpt" part="excerpt" lang=${own} dir="auto">${marked(standfirst, sought)}</p>` : nothing}
      ${meta ? html`<p class="meta" part="meta">${meta}</p>` : nothing}
    </li>`;
  };
  return html`<p class="count" id="count" part="count">${summary}</p>
    <ol part="list" role="list" aria-labelledby="count">
      ${stories.map(result)}
    </ol>
    ${further ? html`<p class="further">${further}</p>` : nothing}`;
}
