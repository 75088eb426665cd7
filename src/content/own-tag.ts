// A bundle with `data-api` on its script tag knows it by its own address: `document.currentScript` is null in modules. Our
// builds for script tags have src/embed/own-tag.ts in place of this.

/** The script tag that may have the page's settings. */
export const ownTag = (): HTMLScriptElement | undefined =>
  [...document.querySelectorAll('script')].find(({ src }) => src === import.meta.url);

/** Whether elements that are not defined may be on their way. */
export const autoloads = false as boolean;
