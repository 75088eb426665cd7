// What attacks call where they run, and how they are brought to run.

let runs: string[] = [];
const wires = ['ran', 'alert', 'confirm', 'prompt'];

/** What ran since this was asked last. */
export function ran(): string[] {
  const before = runs;
  runs = [];
  return before;
}

/** Lets a window tell what runs in it. */
export function stretchIn(window: Window, say = (name: string): void => void runs.push(name)): void {
  for (const name of wires)
    Object.defineProperty(window, name, { value: () => say(name), writable: true, configurable: true });
  window.print = () => {};
  window.open = () => null;
  // A page may not be left: only a script in an address is followed.
  window.document.addEventListener('click', (event) => {
    // No `instanceof`: a frame has classes of its own.
    const link = event.composedPath().find((target) => (target as Partial<Element>).matches?.('a, area'));
    if (link && !isScript(link as HTMLAnchorElement | SVGAElement)) event.preventDefault();
  });
  window.document.addEventListener('submit', (event) => event.preventDefault());
}

function isScript({ href }: HTMLAnchorElement | SVGAElement): boolean {
  const address = typeof href === 'string' ? href : href.baseVal;
  return /^javascript:/i.test(address.replace(/[\0-\x20]/g, ''));
}

/** All elements of a tree, those in shadow roots too. */
export const deep = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')].flatMap((element) =>
    element.shadowRoot ? [element, ...deep(element.shadowRoot)] : [element],
  );

/** Fires all that can be fired, and follows each link. */
export function provoke(root: ParentNode): void {
  for (const element of deep(root)) {
    for (const name of element.getAttributeNames())
      if (/^on/i.test(name)) element.dispatchEvent(new Event(name.slice(2).toLowerCase()));
    if (element.matches('a, area, summary, [onclick]')) (element as HTMLElement).click?.();
  }
}

/** Waits until a picture that cannot be loaded has failed twice: whatever failed before it has been told of by then. */
export async function settled(document: Document): Promise<void> {
  for (let times = 0; times < 2; times++) {
    const picture = document.createElement('img');
    // A port that browsers do not open, so that no server is asked.
    picture.src = 'http://127.0.0.1:1/';
    await new Promise((failed) => picture.addEventListener('error', failed));
  }
}
