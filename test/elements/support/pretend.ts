const undo: (() => void)[] = [];

afterEach(() => {
  for (const back of undo.splice(0).reverse()) back();
});

/** Takes back what a test did to the page, when it ends. */
export const afterThisTest = (back: () => void): void => void undo.push(back);

/** Gives a property of the browser another value, until the test ends. */
export function pretend<T extends object>(target: T, name: keyof T, value: unknown): void {
  const own = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, get: () => value });
  afterThisTest(() => {
    if (own) Object.defineProperty(target, name, own);
    else delete target[name];
  });
}

/** Puts an element into the page's head, until the test ends. */
export function inHead(markup: string): void {
  const [element] = document.createRange().createContextualFragment(markup).children;
  document.head.append(element as Element);
  afterThisTest(() => element?.remove());
}
