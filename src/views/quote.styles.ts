import { css } from 'lit';

/** Variants are classes of an element around the quote: `pull block portrait centred`. */
export const quoteStyles = css`
  .quote {
    display: grid;
    gap: 0.75em;
    padding-block: calc(var(--space) * 0.875);
    border-block: var(--rule);
  }
  .words {
    font-family: var(--news-font-headline, inherit);
    font-size: var(--news-size-quote, 1.625em);
    font-weight: var(--news-weight-quote, 500);
    line-height: 1.2;
    text-wrap: balance;
    hanging-punctuation: first;
  }
  /* The marks of the quote's own language. */
  .words p {
    quotes: auto;
  }
  .words p::before,
  .words p::after {
    color: var(--accent);
    content: open-quote;
  }
  .words p::after {
    content: close-quote;
  }
  .said-by {
    font-family: var(--news-font-label, inherit);
    font-size: 0.875em;
  }
  .by {
    font-weight: 700;
  }
  .role,
  .via,
  .work {
    color: var(--muted);
    font-style: normal;
  }
  img.portrait {
    inline-size: 5em;
    block-size: 5em;
    border-radius: var(--news-radius-portrait, 50%);
  }

  .block .quote {
    padding-block: 0.25em;
    padding-inline-start: var(--space);
    border-block: 0;
    border-inline-start: 0.1875em solid var(--accent);
  }
  .block .words {
    font-size: 1.125em;
    font-weight: inherit;
    line-height: 1.45;
  }
  .root.portrait .quote {
    grid-template-columns: auto 1fr;
    align-items: center;
  }
  .root.portrait .said-by,
  .root.portrait .words {
    grid-column: 2;
  }
  .root.portrait .quote > img {
    grid-row: 1 / 3;
    align-self: start;
  }
  .centred .quote {
    justify-items: center;
    text-align: center;
  }
  @media print {
    .quote {
      break-inside: avoid;
    }
  }
`;
