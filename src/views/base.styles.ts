import { css } from 'lit';

/**
 * What all elements share. The host is left to the page: its margin, grid place and display are the page's. The first
 * element inside is hardened against what a page's rules leak by inheritance; font, colour and direction come through.
 */
export const baseStyles = css`
  :host {
    display: block;
  }
  /* What is important in here outdoes whatever a page calls important. Tokens and direction still come through. */
  :host([isolate]) {
    all: initial !important;
    display: block !important;
    color-scheme: inherit !important;
  }
  :host([isolate])::before,
  :host([isolate])::after,
  :host([hidden]) {
    display: none !important;
  }
  .root {
    --text: var(--news-color-text, currentcolor);
    --muted: var(--news-color-muted, color-mix(in srgb, currentcolor 76%, transparent));
    --accent: var(--news-color-accent, currentcolor);
    --rule: var(--news-rule, 1px solid var(--news-color-rule, color-mix(in srgb, currentcolor 24%, transparent)));
    --space: var(--news-space, 1em);
    box-sizing: border-box;
    color: var(--text);
    font-family: var(--news-font, inherit);
    font-size: var(--news-font-size, inherit);
    line-height: var(--news-line-height, 1.5);
    letter-spacing: normal;
    line-break: auto;
    overflow-wrap: anywhere;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    visibility: visible;
    white-space: normal;
    word-break: normal;
    word-spacing: normal;
  }
  /* No weight: every rule that follows wins. */
  :where(.root *) {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
    font: inherit;
  }
  /* Nastaliq and naskh hang deep: tight or cut lines would lose their tails. */
  .root :is(:lang(ur), :lang(ar), :lang(fa)) {
    letter-spacing: normal;
    line-height: var(--news-leading-nastaliq, 2);
  }
  ol,
  ul {
    list-style: none;
  }
  a {
    color: inherit;
    text-underline-offset: 0.15em;
  }
  :focus-visible {
    outline: 0.15em solid var(--news-color-focus, currentcolor);
    outline-offset: 0.15em;
  }
  img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  [hidden] {
    display: none;
  }
`;

/** The look of a button, for the elements that have one. */
export const buttonStyles = css`
  button {
    min-block-size: 2.75em;
    padding: 0.5em 1.25em;
    border: 1px solid currentcolor;
    border-radius: var(--news-radius, 0);
    background: none;
    color: inherit;
    cursor: pointer;
    font-family: var(--news-font-label, inherit);
    font-weight: 600;
  }
  button:hover {
    text-decoration: underline;
  }
  button[aria-disabled='true'] {
    cursor: progress;
    opacity: 0.7;
  }
`;
