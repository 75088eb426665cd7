import { css } from 'lit';

export const statusStyles = css`
  .failure {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
  }
  .age {
    color: var(--muted);
    font-size: 0.8125em;
    margin-block-end: 0.5em;
  }
  .bone {
    min-block-size: 1em;
    margin-block: 0.25em;
    background: color-mix(in srgb, currentcolor 10%, transparent);
  }
  .bone.picture {
    margin: 0;
    aspect-ratio: var(--ratio, var(--news-ratio, 3 / 2));
  }
  .bone.half {
    inline-size: 55%;
  }
`;
