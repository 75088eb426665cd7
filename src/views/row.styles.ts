import { css } from 'lit';

export const rowStyles = css`
  .row,
  ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em var(--space);
    align-items: center;
  }
  .row,
  .row button {
    font-family: var(--news-font-label, inherit);
  }
  .heading {
    font-weight: 600;
  }
  .row :is(a, button) {
    display: flex;
    gap: 0.5em;
    align-items: center;
    min-block-size: max(2em, 24px);
    min-inline-size: max(2em, 24px);
    border: 0;
    background: none;
    color: inherit;
    cursor: pointer;
    font-size: 0.9375em;
    text-decoration: none;
  }
  .row :is(a, button):hover {
    color: var(--accent);
    text-decoration: underline;
  }
  .icon {
    flex: none;
    inline-size: var(--news-size-icon, 1.125em);
    aspect-ratio: 1;
    overflow: visible;
    fill: currentcolor;
  }
  .icons ul {
    gap: 0.25em;
    /* So much room is around an icon. */
    margin-inline-start: -0.625em;
  }
  .icons :is(a, button) {
    position: relative;
    justify-content: center;
    min-block-size: max(2.5em, 24px);
    min-inline-size: max(2.5em, 24px);
  }
  .icons .name {
    position: absolute;
    overflow: hidden;
    inline-size: 1px;
    block-size: 1px;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media print {
    .root:has(.row) {
      display: none;
    }
  }
`;
