/** Whether this page is the one that a form with that action leads to. */
export function isHere(action: string | undefined): boolean {
  if (!action) return false;
  const { origin, pathname } = new URL(action, document.baseURI);
  return origin + pathname === location.origin + location.pathname;
}

/** Where a form with that action leads: a browser puts the field in the place of the address's query (HTML 4.10.21.3). */
export function resultsPage(action: string, name: string, words: string): string {
  const page = new URL(action, document.baseURI);
  page.search = String(new URLSearchParams({ [name]: words }));
  return page.href;
}
