/** A tag that `Intl` takes: what a page says may be anything ("ur_PK", "xx-"), and `Intl` throws on that. */
export function known(tag: string | null | undefined): string {
  try {
    return Intl.getCanonicalLocales((tag || 'en').replace(/_/g, '-'))[0] as string;
  } catch {
    return 'en';
  }
}

/** The language in force at an element: the nearest `lang`, through shadow roots, as the browser itself would find it. */
export function languageOf(element: Element): string {
  const holder = element.closest('[lang]');
  const root = element.getRootNode();
  return holder || !(root instanceof ShadowRoot)
    ? known(holder?.getAttribute('lang'))
    : languageOf(root.host);
}
