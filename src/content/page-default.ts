// The one-file build and a bundle with `data-api` on its script tag know themselves by their own address:
// `document.currentScript` is null in modules.
const script = (): HTMLScriptElement | undefined =>
  [...document.querySelectorAll<HTMLScriptElement>('script[src][data-api], script[src][data-debug]')].find(
    ({ src }) => src === import.meta.url,
  );

const meta = (name: string): string | undefined =>
  document.querySelector<HTMLMetaElement>(`meta[name="news-${name}"]`)?.content;

/** What the page says about a setting for all elements: `data-NAME` on our script tag, else `<meta name="news-NAME">`. */
export const pageDefault = (name: 'api' | 'source' | 'api-key' | 'debug'): string | undefined =>
  script()?.getAttribute(`data-${name}`) ?? meta(name);

/** The address that this page goes by, without a fragment. */
export const canonicalUrl = (): string =>
  document.querySelector<HTMLLinkElement>('link[rel~="canonical"][href]')?.href ??
  location.href.replace(/#.*/, '');
