/**
 * Waits until an element is in view for the first time.
 * @returns ends the waiting
 */
export function whenInView(
  element: Element,
  options: IntersectionObserverInit,
  then: () => void,
): () => void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    then();
  }, options);
  observer.observe(element);
  return () => observer.disconnect();
}
