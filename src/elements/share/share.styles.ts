import { css } from 'lit';

export const shareStyles = css`
  .root {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em var(--space);
    align-items: center;
  }
  /* Always there for screen readers, but no place of its own. */
  .status:empty {
    position: absolute;
  }
  .status {
    color: var(--muted);
    font-size: 0.875em;
  }
  .field {
    display: grid;
    gap: 0.25em;
    flex-basis: 100%;
    font-family: var(--news-font-label, inherit);
    font-size: 0.875em;
  }
  input {
    inline-size: 100%;
    max-inline-size: 40em;
    min-block-size: 2.75em;
    padding: 0.5em 0.625em;
    border: 1px solid color-mix(in srgb, currentcolor 60%, transparent);
    border-radius: var(--news-radius, 0);
    background: var(--news-color-field, transparent);
    color: inherit;
    /* Under 16 px some phones zoom into a field, and do not come back. */
    font-size: max(1em, 16px);
  }
`;
