import { css } from 'lit';

export const articleStyles = css`
  /* For reserve.css: the gaps are here. */
  :host {
    --_gap: none;
  }
  /* The body inherits through here: its line height is the page's. */
  .root {
    line-height: var(--news-line-height, inherit);
  }
  .article {
    display: flex;
    flex-direction: column;
    gap: calc(var(--space) * 1.25);
  }
  /* Of the header alone: what a page fixes in the body would hang on an article that is a container. */
  .header {
    container-type: inline-size;
    display: flex;
    flex-direction: column;
    gap: calc(var(--space) * 0.625);
  }
  .kicker,
  .byline,
  .dates,
  .old,
  .caption,
  .tags,
  .corrections {
    font-family: var(--news-font-label, inherit);
    font-size: 0.875em;
    line-height: 1.5;
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
    font-size: var(--news-size-title, clamp(1.75em, 1.2em + 3cqi, 3.25em));
    font-weight: var(--news-weight-headline, 700);
    text-wrap: balance;
  }
  .headline span {
    display: block;
    letter-spacing: var(--news-tracking-headline, normal);
    line-height: var(--news-leading-headline, 1.1);
  }
  .standfirst {
    max-inline-size: 34em;
    font-size: 1.1875em;
    line-height: 1.4;
    text-wrap: pretty;
  }
  .author {
    font-weight: 600;
  }
  .dates,
  .caption {
    color: var(--muted);
    font-variant-numeric: tabular-nums;
  }
  /* A date in one language stands beside words in another. */
  .dates > * {
    unicode-bidi: isolate;
  }
  .byline + .dates {
    margin-block-start: calc(var(--space) * -0.5);
  }
  .dateline {
    font-weight: 600;
  }
  .old {
    padding-block: 0.5em;
    border-block: var(--rule);
    font-weight: 600;
  }
  .media img {
    block-size: auto;
  }
  .media:has(img[hidden]) {
    display: none;
  }
  .caption {
    margin-block-start: 0.5em;
  }
  .body {
    max-inline-size: var(--news-measure, 65ch);
    /* Else the narrowest a cell of a table may be is one letter. */
    overflow-wrap: break-word;
  }
  /* Whatever a page says of boxes. */
  ::slotted([data-news-body]) {
    display: block;
  }
  .insert {
    margin-block: var(--space);
  }
  .bones {
    max-inline-size: var(--news-measure, 65ch);
  }
  .header > .bone.half {
    inline-size: 30%;
  }
  .corrections,
  .tags {
    padding-block-start: calc(var(--space) * 0.75);
    border-block-start: var(--rule);
  }
  .note {
    display: block;
  }
  strong {
    font-weight: 700;
  }
  .tags,
  .tags ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1em;
  }
  .tags span {
    color: var(--muted);
  }
  .tags a {
    display: inline-block;
    min-block-size: 1.75em;
  }
  @media print {
    .media,
    .header,
    .correction {
      break-inside: avoid;
    }
    .media img {
      max-block-size: 90vh;
      object-fit: contain;
    }
  }
`;
