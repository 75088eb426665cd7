import { ownTag } from './own-tag.js';

/** What the page says about a setting for all elements: `data-NAME` on our script tag, else `<meta name="news-NAME">`. */
export const pageDefault = (name: 'api' | 'source' | 'api-key' | 'debug'): string | undefined =>
  ownTag()?.getAttribute(`data-${name}`) ??
  document.querySelector<HTMLMetaElement>(`meta[name="news-${name}"]`)?.content;

/** The address that this page goes by, without a fragment. */
export const canonicalUrl = (): string =>
  document.querySelector<HTMLLinkElement>('link[rel~="canonical"][href]')?.href ??
  location.href.replace(/#.*/, '');
