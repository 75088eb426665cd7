// Lists on one page that name `dedupe` show no story twice. The list that has its answer first keeps the story.
const lists = new Map<object, readonly string[]>();

/** Notes what a list shows; nothing when it has left the page. */
export function noteShown(list: object, urls: readonly string[] | undefined): void {
  if (urls) lists.set(list, urls);
  else lists.delete(list);
}

/** What the page's other lists show. */
export const shownElsewhere = (list: object): ReadonlySet<string> =>
  new Set([...lists].flatMap(([other, urls]) => (other === list ? [] : urls)));
