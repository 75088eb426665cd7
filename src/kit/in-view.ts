/**
 * Waits until an element is in view for the first time, in the page or taken out and put back. There is nothing to undo:
 * an observer lives no longer than the elements that it watches.
 */
export function whenInView(element: Element, options: IntersectionObserverInit, then: () => void): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    then();
  }, options);
  observer.observe(element);
}
