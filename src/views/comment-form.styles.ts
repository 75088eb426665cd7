import { css } from 'lit';

export const commentFormStyles = css`
  .root {
    --error: var(--news-color-error, light-dark(#b00020, #ff9aa2));
  }
  .heading {
    margin-block-end: 0.5em;
    font-family: var(--news-font-headline, inherit);
    font-size: 1.375em;
    font-weight: var(--news-weight-headline, 700);
    line-height: 1.2;
  }
  form {
    display: grid;
    gap: 1em;
    max-inline-size: 40em;
  }
  .reply-to {
    font-weight: 700;
  }
  .note,
  .optional {
    color: var(--muted);
    font-size: 0.875em;
  }
  .details {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13em), 1fr));
    gap: 1em;
  }
  .field {
    display: grid;
    align-content: start;
    gap: 0.25em;
  }
  /* Not the order of a discussion around it. */
  label[for] {
    font-family: var(--news-font-label, inherit);
    font-weight: 600;
  }
  .optional {
    font-weight: 400;
  }
  input:not([type='checkbox']),
  textarea {
    inline-size: 100%;
    min-block-size: 2.75em;
    padding: 0.5em 0.625em;
    border: 1px solid color-mix(in srgb, currentcolor 60%, transparent);
    border-radius: var(--news-radius, 0);
    background: var(--news-color-field, transparent);
    color: inherit;
    /* Under 16 px some phones zoom into a field, and do not come back. */
    font-size: max(1em, 16px);
  }
  textarea {
    display: block;
    resize: vertical;
  }
  [aria-invalid] {
    border-color: var(--error) !important;
    box-shadow: inset 0 0 0 1px var(--error);
  }
  .fault,
  .summary,
  [data-failed] {
    color: var(--error);
  }
  .fault {
    font-size: 0.875em;
    font-weight: 600;
  }
  .summary,
  .notice:not(:empty) {
    padding: 0.75em 1em;
    border: 1px solid currentcolor;
    border-inline-start-width: 0.3125em;
  }
  /* Always there for screen readers, but no row of its own. */
  .notice:empty {
    position: absolute;
  }
  .notice + p,
  .note + form {
    margin-block-start: 1em;
  }
  .notice button {
    display: block;
    margin-block-start: 0.75em;
  }
  .summary p {
    font-weight: 700;
  }
  .consent {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.625em;
    align-items: start;
  }
  .consent label {
    font-size: 0.875em;
    font-weight: 400;
  }
  [type='checkbox'] {
    inline-size: 1.5em;
    block-size: 1.5em;
    accent-color: var(--accent);
  }
  /* For robots only; it takes no room and is not laid out of the page. */
  .trap {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
  }
`;
