import { css } from 'lit';

export const relatedStoriesStyles = css`
  .heading {
    margin-block-end: calc(var(--space) * 0.75);
    font-family: var(--news-font-label, inherit);
    font-size: 1em;
    font-weight: 700;
  }
  .items {
    display: grid;
    gap: var(--space);
    counter-reset: news-number;
  }
  .items > * {
    min-inline-size: 0;
    padding-block-start: calc(var(--space) * 0.75);
    border-block-start: var(--rule);
    counter-increment: news-number;
  }
  .items > .insert {
    min-block-size: var(--news-insert-size, 0);
    counter-increment: none;
  }
  .grid .items {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, var(--news-column, 15em)), 1fr));
  }
  .grid .insert {
    grid-column: 1 / -1;
  }
  .scroller .items {
    overflow-x: auto;
    grid-auto-columns: minmax(min(80%, var(--news-column, 15em)), 1fr);
    grid-auto-flow: column;
    padding-block-end: 0.5em;
    scroll-snap-type: inline proximity;
  }
  .scroller .items > * {
    scroll-snap-align: start;
  }
  .numbered .insert {
    list-style: none;
  }
  button {
    margin-block-start: var(--space);
  }
  .quiet {
    position: absolute;
    overflow: hidden;
    inline-size: 1px;
    block-size: 1px;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
