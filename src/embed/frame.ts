// Shows one element in a frame, as the address says: `frame.html?tag=news-article-card&story=1234&theme=wire`. Beside the
// element's own attributes it takes `lang` and `dir` for the page, `theme`, and `scheme`: light or dark.

type Classes = Readonly<Record<string, { define?: unknown; observedAttributes?: readonly string[] }>>;

const query = new URLSearchParams(location.search);
const { documentElement: root, body } = document;

/** A parameter that may become part of an address or of a class: one word, else nothing. */
const word = (name: string, pattern: RegExp): string => pattern.exec(query.get(name) ?? '')?.[0] ?? '';

function dress(): void {
  for (const name of ['lang', 'dir']) if (query.has(name)) root.setAttribute(name, query.get(name) as string);
  const theme = word('theme', /^[a-z]+$/);
  const scheme = word('scheme', /^(light|dark)$/);
  if (theme) {
    const sheet = Object.assign(document.createElement('link'), {
      rel: 'stylesheet',
      href: new URL(`themes/${theme}.css`, import.meta.url).href,
    });
    document.head.append(sheet);
    root.classList.add(`news-${theme}`);
  }
  if (scheme) root.style.colorScheme = scheme;
  if (scheme && theme) root.classList.add(`news-${scheme}`);
  // Room for the outline of what has the focus at the edge.
  Object.assign(body.style, { margin: '0', padding: '4px', display: 'flow-root' });
}

/** The autoloader, which stands in the page too, defines what is put there. */
async function show(): Promise<void> {
  const tag = word('tag', /^news-[a-z-]+$/);
  if (!tag) return;
  const chunk = new URL(`chunks/${tag.slice(5)}.js`, import.meta.url).href;
  const classes = (await import(/* @vite-ignore */ chunk)) as Classes;
  const known = Object.values(classes).find(({ define }) => define)?.observedAttributes;
  if (!known) return;
  const element = document.createElement(tag);
  for (const [name, value] of query) if (known.includes(name)) element.setAttribute(name, value);
  body.append(element);
}

/**
 * Tells the page around how high the element is. The frame was opened with `referrerpolicy="origin"`, so that it knows
 * whom it tells; a browser delivers it to no other. Where it knows nothing, the frame keeps its height and scrolls.
 */
function tellHeight(): void {
  if (!document.referrer) return;
  const { origin } = new URL(document.referrer);
  new ResizeObserver(() =>
    parent.postMessage({ newsHeight: Math.ceil(body.getBoundingClientRect().height) }, origin),
  ).observe(body);
}

/** A link to a place in the frame itself stays there. */
function stayWithin(event: Event): void {
  const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
  if (link?.getAttribute('href')?.startsWith('#')) link.target = '_self';
}

// By itself it would show whatever a link says under the publisher's own address, in the publisher's name.
if (parent === window) console.warn('NEWS-FRAME: frame.html shows nothing by itself: put it into an iframe.');
else {
  dress();
  tellHeight();
  addEventListener('click', stayWithin, true);
  show().catch((error: unknown) => console.warn(`NEWS-SCRIPT: ${String(error)}`));
}
