import { css } from 'lit';

/** A comment is quieter than the story: a thin rule, a name, a time, the words. */
export const commentStyles = css`
  .comment {
    padding-block: 0.75em;
  }
  .by {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    align-items: baseline;
    font-family: var(--news-font-label, inherit);
    font-size: 0.875em;
  }
  .author {
    font-weight: 700;
  }
  .meta,
  .held {
    color: var(--muted);
    font-size: 0.9375em;
  }
  .by a {
    display: inline-block;
    min-block-size: 24px;
  }
  .meta:not(:hover) {
    text-decoration: none;
  }
  .held,
  .comment[aria-current] {
    padding-inline-start: 0.75em;
    border-inline-start: 0.1875em solid var(--accent);
  }
  .words {
    max-inline-size: 42em;
  }
  .words p {
    margin-block: 0.25em;
    white-space: pre-line;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    margin-inline-start: -0.25em;
    font-size: 0.8125em;
  }
  .actions > * {
    min-block-size: max(24px, 2em);
    min-inline-size: 24px;
    padding: 0.25em;
    border: 0;
    color: var(--muted);
    font-family: var(--news-font-label, inherit);
    font-weight: 600;
  }
  .comment:focus-visible {
    outline-offset: 0;
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
