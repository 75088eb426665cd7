import { css } from 'lit';

export const commentsStyles = css`
  .root {
    container-type: inline-size;
  }
  section {
    display: grid;
    gap: var(--space);
    justify-items: start;
  }
  .heading {
    font-family: var(--news-font-headline, inherit);
    font-size: 1.375em;
    font-weight: var(--news-weight-headline, 700);
    line-height: 1.2;
  }
  .threads,
  .talk {
    inline-size: 100%;
  }
  .thread .comment {
    border-block-start: var(--rule);
  }
  /*
   * A thousand comments are laid out when they come near the view; the first at once, as what the estimate misses moves
   * what a reader sees. What is not painted is cut at the edge of its box: the margin leaves room for the outline of what
   * has the focus.
   */
  .threads > .thread > li:nth-child(n + 12) {
    margin-inline: -0.35em;
    padding-inline: 0.35em;
    contain-intrinsic-block-size: auto 9em;
    content-visibility: auto;
  }
  .thread .thread {
    padding-inline-start: min(var(--news-comment-indent, 1.25em), 4cqi);
    border-inline-start: var(--rule);
  }
  .talk,
  .report {
    margin-block-end: 1em;
  }
  .order {
    font-size: 0.875em;
  }
  select {
    min-block-size: 2em;
  }
  .closed {
    color: var(--muted);
  }
  /* They stay in view without taking room: nothing that is being read moves. */
  .new,
  .said {
    position: sticky;
    inset-block: 0.5em;
    z-index: 1;
  }
  .new {
    block-size: 0;
    text-align: center;
  }
  .new button,
  .said {
    padding: 0.5em 1em;
    background: var(--news-color-ground, Canvas);
  }
`;
