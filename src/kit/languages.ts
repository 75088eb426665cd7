/** A tag that `Intl` takes: what a page says may be anything ("en_US", "xx-"), and `Intl` throws on that. */
export function knownLanguage(tag: string | null | undefined): string {
  try {
    return Intl.getCanonicalLocales(tag || 'en')[0] as string;
  } catch {
    return 'en';
  }
}

/** The language in force at an element: the nearest `lang`, through shadow roots, as the browser itself would find it. */
export function languageOf(element: Element): string {
  const holder = element.closest('[lang]');
  const root = element.getRootNode();
  return holder || !(root instanceof ShadowRoot)
    ? knownLanguage(holder?.getAttribute('lang'))
    : languageOf(root.host);
}
