import { css } from 'lit';

/** What stands under the field. It comes with the code that looks for something. */
export const searchResultsStyles = css`
  /* A quick answer needs no word before it. */
  .waiting {
    animation: come 0s 0.5s both;
  }
  @keyframes come {
    from {
      visibility: hidden;
    }
  }
  .count,
  .waiting,
  .meta {
    color: var(--muted);
    font-family: var(--news-font-label, inherit);
    font-size: 0.8125em;
  }
  .count {
    margin-block-end: 0.75em;
  }
  li {
    position: relative;
    padding-block: 0.625em;
    border-block-start: var(--rule);
  }
  li a {
    font-family: var(--news-font-headline, inherit);
    font-weight: var(--news-weight-headline, 700);
    text-decoration: none;
  }
  li a::after {
    position: absolute;
    inset: 0;
    content: '';
  }
  li:hover a {
    text-decoration: underline;
  }
  mark {
    background: color-mix(in srgb, var(--accent) 18%, transparent);
    color: inherit;
  }
  .excerpt {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .excerpt:lang(ur) {
    line-height: 2.5;
  }
  .further {
    margin-block-start: 0.75em;
  }
`;
