import { css } from 'lit';

export const copyrightStyles = css`
  .root {
    font-family: var(--news-font-label, inherit);
  }
  .line {
    color: var(--muted);
    font-size: 0.875em;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space);
    font-size: 0.875em;
  }
  ::slotted(a) {
    display: inline-block;
    min-block-size: max(1.75em, 24px);
    align-content: center;
  }
`;
