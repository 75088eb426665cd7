import { html, type TemplateResult } from 'lit';

/** That a reader has to sign in, and where, as far as that is known. */
export const signIn = (words: string, url: string | undefined): string | TemplateResult =>
  url ? html`<a href=${url} part="sign-in">${words}</a>` : words;
