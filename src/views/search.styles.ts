import { css } from 'lit';

/** Modes are classes of an element around the form: `inline expand dialog`. */
export const searchStyles = css`
  search {
    display: block;
  }
  details {
    position: relative;
    inline-size: fit-content;
    outline: 0;
  }
  label {
    display: block;
    margin-block-end: 0.375em;
    font-family: var(--news-font-label, inherit);
    font-weight: 600;
  }
  .field {
    display: flex;
    gap: 0.5em;
  }
  input {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 2.75em;
    padding: 0.5em 0.625em;
    border: 1px solid color-mix(in srgb, currentcolor 60%, transparent);
    border-radius: var(--news-radius, 0);
    background: var(--news-color-field, transparent);
    color: inherit;
    /* Under 16 px some phones zoom into a field, and do not come back. */
    font-size: max(1em, 16px);
    appearance: textfield;
  }
  svg {
    inline-size: 1em;
    block-size: 1em;
    vertical-align: -0.125em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
  }
  summary {
    display: inline-block;
    min-block-size: 2.75em;
    padding: 0.5em 1.25em;
    border: 1px solid currentcolor;
    border-radius: var(--news-radius, 0);
    cursor: pointer;
    font-family: var(--news-font-label, inherit);
    font-weight: 600;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  .panel,
  dialog {
    box-sizing: border-box;
    inline-size: min(30em, 100vw - 2em);
    padding: var(--space);
    border: var(--rule);
    background: var(--news-color-panel, Canvas);
    color: var(--news-color-panel-text, CanvasText);
  }
  .panel {
    position: absolute;
    inset-block-start: 100%;
    inset-inline-start: 0;
    z-index: var(--news-layer-panel, 10);
    overflow-y: auto;
    max-block-size: 70vh;
    margin-block-start: 0.5em;
  }
  dialog {
    inline-size: min(40em, 100vw - 2em);
    max-block-size: 85vh;
    margin: 10vh auto auto;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 55%);
  }
  .close {
    float: inline-end;
    margin-block-end: 0.5em;
  }
  .close + * {
    clear: both;
  }
  .results:not(:empty) {
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
