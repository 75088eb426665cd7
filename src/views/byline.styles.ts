import { css } from 'lit';

export const bylineStyles = css`
  .byline,
  .prompt,
  .role {
    font-family: var(--news-font-label, inherit);
  }
  .author,
  .name {
    font-weight: 600;
  }
  a.author {
    text-decoration-thickness: 1px;
    text-decoration-color: color-mix(in srgb, currentcolor 40%, transparent);
  }
  a.author:hover {
    text-decoration-color: currentcolor;
  }
  p.prompt {
    margin-block-end: 0.5em;
    color: var(--muted);
    font-size: 0.8125em;
  }
  .people {
    display: grid;
    gap: var(--space);
  }
  .person {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.875em;
    align-items: start;
  }
  .portrait {
    position: relative;
    display: grid;
    overflow: hidden;
    inline-size: 4em;
    aspect-ratio: 1;
    border-radius: var(--news-radius-portrait, 50%);
    background: color-mix(in srgb, currentcolor 10%, transparent);
    place-items: center;
    font-family: var(--news-font-label, inherit);
    font-weight: 600;
  }
  .portrait img {
    position: absolute;
    inset: 0;
  }
  .role {
    color: var(--muted);
    font-size: 0.875em;
  }
  .bio {
    margin-block-start: 0.25em;
    max-inline-size: var(--news-measure, 65ch);
    font-size: 0.9375em;
  }
`;
