import { deep } from './tripwires.js';

const addresses =
  'href src action formaction data poster cite background ping xlink:href longdesc codebase manifest'.split(
    ' ',
  );
const harmless = /^(https?|mailto):$/;
/** What a body may not have: it stands in the page, and could look or act as if it were of the page. */
const strange = 'style, form, iframe, frame, object, embed, base, link, meta, input, button, [style], [name]';
/** The box that we put around a table, so that it scrolls by itself. */
const ownStyle = '[data-news-table][style="overflow-x: auto;"]';

/** What is left in a tree that must not be, in words. */
export function remains(root: ParentNode): string[] {
  const found: string[] = [];
  for (const element of deep(root)) {
    const tag = element.localName;
    const type = element.getAttribute('type');
    if (tag === 'script' && !(type ?? '').endsWith('json')) found.push(`<script type=${type}>`);
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name) || name === 'srcdoc') found.push(`<${tag} ${name}=${value}>`);
      // What stands in an attribute of an element of ours leads nowhere by itself.
      if (!tag.includes('-') && addresses.includes(name) && !isHarmless(value, element.baseURI))
        found.push(`<${tag} ${name}=${value}>`);
    }
    const inBody = element.closest('[data-news-body]') && !element.matches('[data-news-body]');
    if (!inBody) continue;
    if (element.matches(strange) && !element.matches(ownStyle))
      found.push(`in a body: ${(element.cloneNode() as Element).outerHTML}`);
    if (element.id && !element.id.startsWith('news-')) found.push(`in a body: id=${element.id}`);
  }
  return found;
}

function isHarmless(address: string, base: string): boolean {
  // What is no address leads nowhere.
  return !URL.canParse(address, base) || harmless.test(new URL(address, base).protocol);
}
