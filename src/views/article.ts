import { html, nothing, type TemplateResult } from 'lit';
import type { Correction, Picture, Story, Term } from '../model/index.js';
import { formatDate } from '../kit/dates.js';
import { ownAddress } from '../kit/urls.js';
import type { articleWords, storyWords } from '../kit/words/en.js';
import type { Say } from '../kit/words/say.js';
import { bylineLine } from './byline.js';
import { heading } from './heading.js';
import { dotted, kickerLine, mark } from './line.js';

/** Where a publisher may put pieces of their own, in reading order. */
export const articleSlots = [
  'kicker', 'heading', 'standfirst', 'byline', 'dates', 'media', 'body', 'tags', 'corrections',
] as const; // prettier-ignore

export type ArticleSlot = (typeof articleSlots)[number];
export type ArticleSay = Say<keyof typeof storyWords | keyof typeof articleWords>;

export interface ArticleOptions {
  readonly say: ArticleSay;
  /** The reader's language. */
  readonly lang: string;
  readonly level: number;
  readonly dateline: string | undefined;
  /** By the reader's clock; a server has none. */
  readonly now: number | undefined;
  /** Puts a piece into its slot; nothing, where there is neither. */
  readonly place: (slot: ArticleSlot, piece: unknown) => unknown;
  /** After which paragraphs the publisher puts something. */
  readonly inserts: readonly number[];
  /** The publisher's own body stands in the slot. */
  readonly ownBody: boolean;
  readonly paywall: boolean;
  /** In place of a body that cannot be shown. */
  readonly lost: unknown;
}

const time = (part: string, iso: string, words: string): TemplateResult =>
  html`<time part=${part} datetime=${iso}>${words}</time>`;

const leadPicture = (picture: Picture, lang: unknown): TemplateResult => {
  const { src, srcset = nothing, width = nothing, height = nothing, alt = '', caption, credit } = picture;
  return html`<figure class="media" part="media" lang=${lang}>
    <img
      part="image"
      src=${src}
      srcset=${srcset}
      sizes=${srcset === nothing ? nothing : '(min-width: 48em) 48em, 100vw'}
      width=${width}
      height=${height}
      alt=${alt}
      loading="eager"
      fetchpriority="high"
    />
    ${
      caption || credit
        ? html`<figcaption class="caption" part="caption" dir="auto">
            ${caption}${caption && credit ? ' ' : nothing}${credit ? mark('credit', credit) : nothing}
          </figcaption>`
        : nothing
    }
  </figure>`;
};

const year = 365.25 * 24 * 3600 * 1000;

/** Whole years since the story came out; a reader must not take old news for new. */
const yearsOld = (published: string | undefined, now: number | undefined): number =>
  Math.floor(((now ?? NaN) - Date.parse(published ?? '')) / year) || 0;

const tagList = (tags: readonly Term[], words: string): TemplateResult =>
  html`<div class="tags" part="tags">
    <span id="tags">${words}</span>
    <ul role="list" aria-labelledby="tags">
      ${tags.map(
        ({ name, url }) =>
          html`<li>
            ${url ? html`<a part="tag" rel="tag" href=${ownAddress(url) ?? nothing} dir="auto">${name}</a>` : html`<bdi part="tag">${name}</bdi>`}
          </li>`,
      )}
    </ul>
  </div>`;

const correctionList = (
  corrections: readonly Correction[],
  options: ArticleOptions,
  own: unknown,
): TemplateResult =>
  html`<div class="corrections" part="corrections">
    ${corrections.map(
      ({ date, note }) =>
        html`<p class="correction" part="correction">
          <strong>${options.say('correction')}</strong>${' · '}<time datetime=${date}>${formatDate(date, options.lang)}</time
          ><span class="note" lang=${own} dir="auto">${note}</span>
        </p>`,
    )}
  </div>`;

const bones = html`<div class="bones" aria-hidden="true">
  <div class="bone"></div>
  <div class="bone"></div>
  <div class="bone half"></div>
</div>`;

const insert = (paragraph: number): TemplateResult =>
  html`<div class="insert" part="insert"><slot name="after-${paragraph}"></slot></div>`;

/**
 * The body's place. A body of the publisher's own fills the slot; a body of ours comes in pieces, between which stands
 * what the publisher puts there.
 */
const bodyPlace = (story: Story, { inserts, ownBody, lost = bones }: ArticleOptions): unknown => {
  const pieces = story.body
    ? html`<slot name="body-1">${lost}</slot>${inserts.map((paragraph, index) => html`${insert(paragraph)}<slot name="body-${index + 2}"></slot>`)}`
    : nothing;
  return html`<div class="body" part="body" lang=${story.lang ?? nothing}><slot name="body">${pieces}</slot></div>
    ${ownBody || !story.body ? inserts.map(insert) : nothing}`;
};

/** A whole article, its body in slots. */
export function articleView(story: Story, options: ArticleOptions): TemplateResult {
  const { say, lang, place } = options;
  const own = story.lang ?? nothing;
  const { picture, standfirst, headline, authors = [], published, updated, readingMinutes } = story;
  const { tags = [], corrections = [] } = story;
  const years = yearsOld(published, options.now);
  const dates = dotted([
    options.dateline
      ? html`<span class="dateline" part="dateline" dir="auto">${options.dateline}</span>`
      : nothing,
    published ? time('published', published, formatDate(published, lang, 'datetime')) : nothing,
    updated && updated !== published
      ? time('updated', updated, say('updated', { time: formatDate(updated, lang, 'datetime') }))
      : nothing,
    readingMinutes ? html`<span>${say('readingTime', { n: readingMinutes })}</span>` : nothing,
  ]);
  return html`<article class="article" part="article">
    <header class="header" part="header">
      ${place('kicker', kickerLine(story, say, story.kicker))}
      ${place(
        'heading',
        headline
          ? heading(options.level, 'headline', html`<span lang=${own} dir="auto">${headline}</span>`)
          : nothing,
      )}
      ${place(
        'standfirst',
        standfirst
          ? html`<p class="standfirst" part="standfirst" lang=${own} dir="auto">${standfirst}</p>`
          : nothing,
      )}
      ${place('byline', authors.length ? bylineLine(authors, lang, say('by')) : nothing)}
      ${place('dates', dates ? html`<p class="dates" part="dates">${dates}</p>` : nothing)}
      ${years ? html`<p class="old" part="old">${say('old', { n: years })}</p>` : nothing}
    </header>
    ${place('media', picture ? leadPicture(picture, own) : nothing)}
    ${bodyPlace(story, options)} ${options.paywall ? html`<slot name="paywall"></slot>` : nothing}
    ${place('corrections', corrections.length ? correctionList(corrections, options, own) : nothing)}
    ${place('tags', tags.length ? tagList(tags, say('tags')) : nothing)}
  </article>`;
}

const shapes: Partial<Record<ArticleSlot, TemplateResult>> = {
  kicker: html`<div class="bone kicker half"></div>`,
  heading: html`<div class="headline"><div class="bone"></div><div class="bone half"></div></div>`,
  standfirst: html`<div class="standfirst"><div class="bone"></div><div class="bone half"></div></div>`,
  byline: html`<div class="bone half"></div>`,
  media: html`<div class="bone picture"></div>`,
  body: bones,
};

/** The shape of an article that is to come, but for the pieces that are there. */
export const articleSkeleton = (missing: (piece: ArticleSlot) => boolean): TemplateResult =>
  html`<div class="article" aria-hidden="true">
    <div class="header">${articleSlots.filter(missing).map((piece) => shapes[piece] ?? nothing)}</div>
  </div>`;
