import { css } from 'lit';

/** Layouts are classes of an element around the card: `stacked row overlay compact headline-only numbered`. */
export const cardStyles = css`
  .root {
    container-type: inline-size;
  }
  .card,
  .text {
    position: relative;
    display: flex;
    flex-direction: column;
    gap: calc(var(--space) * 0.625);
  }
  .text {
    position: static;
    flex: 1;
    gap: 0.375em;
  }
  .media {
    overflow: hidden;
    aspect-ratio: var(--ratio, var(--news-ratio, 3 / 2));
    border-radius: var(--news-radius, 0);
    background: color-mix(in srgb, currentcolor 10%, transparent);
  }
  .media:has([hidden]) {
    display: none;
  }
  .kicker,
  .meta {
    color: var(--muted);
    font-family: var(--news-font-label, inherit);
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
  }
  .kicker {
    color: var(--accent);
    font-weight: 600;
  }
  .live {
    color: var(--news-color-live, light-dark(#c40018, #ff8087));
    font-weight: 700;
  }
  .headline {
    font-family: var(--news-font-headline, inherit);
    font-size: var(--news-size-headline, 1.25em);
    font-weight: var(--news-weight-headline, 700);
    text-wrap: balance;
  }
  .headline span {
    display: block;
    letter-spacing: var(--news-tracking-headline, normal);
    line-height: var(--news-leading-headline, 1.15);
  }
  .headline a {
    text-decoration: none;
  }
  .headline a::after {
    position: absolute;
    inset: 0;
    content: '';
  }
  .card:hover .headline a {
    text-decoration: underline;
  }
  .standfirst {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: var(--lines, 3);
  }
  /* Where lines are cut off: less, and tails are cut too, or the next line's tips stay. */
  .standfirst:lang(ur) {
    line-height: 2.5;
  }
  .lines-1 {
    --lines: 1;
  }
  .lines-2 {
    --lines: 2;
  }
  .lines-4 {
    --lines: 4;
  }
  .ratio-1-1 {
    --ratio: 1 / 1;
  }
  .ratio-5-4 {
    --ratio: 5 / 4;
  }
  .ratio-16-9 {
    --ratio: 16 / 9;
  }

  /* The picture beside the text. */
  .row .card,
  .compact .card,
  .numbered .card {
    flex-direction: row;
    gap: var(--space);
    align-items: start;
  }
  .row .media {
    flex: 0 0 38%;
  }
  .compact .media {
    flex: 0 0 5.5em;
    order: 1;
    aspect-ratio: 1;
  }
  .compact .standfirst,
  .headline-only :is(.standfirst, .media, .meta),
  .numbered .media {
    display: none;
  }
  .compact .headline,
  .headline-only .headline {
    font-size: 1.125em;
  }
  @container (max-width: 22em) {
    .row .card {
      flex-direction: column;
    }
    .row .media {
      flex: none;
      inline-size: 100%;
    }
  }

  /* The text on the picture: on a dark ground of its own, so that it is read on any picture. */
  .overlay .card {
    display: grid;
    background: #222;
  }
  /* The picture is as high as the words, where these are higher. */
  .overlay :is(.media, .text) {
    grid-area: 1 / 1;
    place-self: stretch;
  }
  .overlay .text {
    z-index: 1;
    align-self: end;
    padding: 3.5em 1em 1em;
    background: linear-gradient(transparent, #000c 3em);
    color: #fff;
    --accent: #fff;
    --muted: #fff;
  }
  .overlay .live {
    color: #ffb3b8;
  }

  .numbered .card::before {
    color: var(--accent);
    content: counter(news-number);
    font-family: var(--news-font-headline, inherit);
    font-size: 2em;
    line-height: 1;
  }
  @media (forced-colors: active) {
    .overlay .text {
      background: Canvas;
    }
  }
`;
