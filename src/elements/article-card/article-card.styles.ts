import { css } from 'lit';

export const articleCardStyles = css`
  /* Numbered cards that follow one another count on. */
  :host([layout='numbered']) {
    counter-increment: news-number !important;
  }
`;
