import { html, nothing, type TemplateResult } from 'lit';
import type { Picture, Story } from '../model/index.js';
import { formatDate } from '../kit/dates.js';
import { excerpt } from '../kit/excerpt.js';
import { ownAddress } from '../kit/urls.js';
import type { storyWords } from '../kit/words/en.js';
import type { Say } from '../kit/words/say.js';
import { names } from './byline.js';
import { heading } from './heading.js';
import { dotted, kickerLine } from './line.js';

export type CardSay = Say<keyof typeof storyWords>;

/** The pieces of a card that a publisher can leave out; the headline always shows. */
export type CardPiece = 'picture' | 'kicker' | 'excerpt' | 'byline' | 'date' | 'comments' | 'reading-time';

/** Where a publisher may put pieces of their own. */
export type CardSlot = 'media' | 'overline' | 'heading' | 'summary' | 'meta';

export interface CardOptions {
  readonly say: CardSay;
  /** The reader's language. */
  readonly lang: string;
  readonly level: number;
  readonly shows: (piece: CardPiece) => boolean;
  /** Characters of the standfirst before it is cut at a word. */
  readonly excerptLength: number | undefined;
  /** Address to link to, where it is not the story's own as it stands. */
  readonly href?: string;
  readonly target?: string | undefined;
  readonly navigate?: (event: MouseEvent) => void;
  /** Load the picture at once: it stands where readers begin. */
  readonly eager?: boolean;
  /** Puts a piece into a slot, for the element whose slots a publisher may fill. */
  readonly place?: (slot: CardSlot, piece: unknown) => unknown;
}

const image = (picture: Picture, eager: boolean | undefined): TemplateResult =>
  html`<div class="media" part="media">
    <img
      part="image"
      src=${picture.src}
      srcset=${picture.srcset ?? nothing}
      sizes="auto, 100vw"
      width=${picture.width ?? nothing}
      height=${picture.height ?? nothing}
      alt=""
      loading=${eager ? 'eager' : 'lazy'}
    />
  </div>`;

/**
 * A teaser of a story. One link, in the heading, stretched over the card by its style; the picture is decoration and no
 * second tab stop.
 */
export function card(story: Story, options: CardOptions): TemplateResult {
  const { say, lang, shows, target = nothing, place = (_slot: CardSlot, piece: unknown) => piece } = options;
  const own = story.lang ?? nothing;
  const { picture, standfirst, authors = [], published, commentCount, readingMinutes } = story;
  const meta = dotted([
    shows('byline') && authors.length
      ? html`<span class="by">${say('by')} ${names(authors, lang, false)}</span>`
      : nothing,
    shows('date') && published
      ? html`<time part="date" datetime=${published}>${formatDate(published, lang)}</time>`
      : nothing,
    shows('reading-time') && readingMinutes
      ? html`<span>${say('readingTime', { n: readingMinutes })}</span>`
      : nothing,
    shows('comments') && commentCount ? html`<span>${say('comments', { n: commentCount })}</span>` : nothing,
  ]);
  const link = html`<span lang=${own} dir="auto"
    ><a part="link" href=${ownAddress(options.href ?? story.url) ?? nothing} target=${target} @click=${options.navigate}
      >${story.headline}</a
    ></span
  >`;
  return html`<article class="card" part="card">
    ${place('media', shows('picture') && picture ? image(picture, options.eager) : nothing)}
    <div class="text" part="text">
      ${place('overline', kickerLine(story, say, shows('kicker') ? story.kicker : undefined))}
      ${place('heading', heading(options.level, 'headline', link))}
      ${place(
        'summary',
        shows('excerpt') && standfirst
          ? html`<p class="standfirst" part="standfirst" lang=${own} dir="auto">${excerpt(standfirst, options.excerptLength)}</p>`
          : nothing,
      )}
      ${place('meta', meta ? html`<p class="meta" part="meta">${meta}</p>` : nothing)}
    </div>
  </article>`;
}

/** The pieces that `show` names. */
export const piecesOf = (show: string): ((piece: CardPiece) => boolean) => {
  const names = show.split(/\s+/);
  return (piece) => names.includes(piece);
};

/** The classes that an element's settings come to. Classes, because a strict policy forbids a style attribute. */
export const cardLook = (settings: {
  layout: string;
  ratio?: string | undefined;
  excerptLines: number;
}): string =>
  `${settings.layout} lines-${settings.excerptLines} ratio-${settings.ratio?.replace('/', '-') ?? ''}`;

/** The shape of a card that is to come. */
export const cardSkeleton = (shows: (piece: CardPiece) => boolean): TemplateResult =>
  html`<div class="card" aria-hidden="true">
    ${shows('picture') ? html`<div class="media"><div class="bone picture"></div></div>` : nothing}
    <div class="text">
      <div class="bone"></div>
      <div class="bone half"></div>
    </div>
  </div>`;
