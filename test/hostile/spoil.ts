// Recorded answers in which every field of text says something hostile.

/**
 * What is said: in a text, as an address, and as one without which an element leaves a story out. Each is read anew for
 * each place: it may be another every time.
 */
export interface Words {
  readonly text: string;
  readonly address: string;
  readonly own: string;
}

/** In how many places something hostile was said so far. */
export const said = { places: 0 };

/** By these an answer is known to be the one that was asked for. */
const kept =
  /^(id|\w+_id|ids|uuid|slug|status|type|version|format|taxonomy|visibility|access|\w*date\w*|\w+_at|\w+_status|media_type|mime_type)$/;
/** A story's own. */
const own = /^(link|url|guid|id)$/;
const markup = /^(rendered|html|content_html|encoded|content|body)$/;

const isAddress = (value: string): boolean => /^(https?:)?\/\/|^\/\w/.test(value);

const body = (text: string): string => `${text}<p>Words</p><blockquote><p>${text}</p></blockquote>${text}`;

function instead(name: string, value: string, words: Words): string {
  said.places++;
  if (isAddress(value)) return own.test(name) ? words.own : words.address;
  return markup.test(name) && /<\w/.test(value) ? body(words.text) : `${words.text} words`;
}

/** A value of JSON. */
export function spoiltJson(value: unknown, words: Words, name = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => spoiltJson(one, words, name));
  if (typeof value === 'string')
    return name === 'version' || (kept.test(name) && !isAddress(value)) ? value : instead(name, value, words);
  if (typeof value !== 'object' || !value) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, spoiltJson(one, words, key)]));
}

/** What XML cannot hold at all. */
const unfit = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** A feed. */
export function spoiltXml(xml: string, words: Words): string {
  const clean = (name: string, value: string): string => instead(name, value, words).replace(unfit, '');
  const feed = new DOMParser().parseFromString(xml, 'application/xml');
  for (const element of feed.querySelectorAll('*')) {
    for (const attribute of element.attributes)
      if (/^(href|src|url|term|label|title)$/.test(attribute.name))
        attribute.value = clean(element.localName, attribute.value);
    const isDate = /^(pubDate|date|published|updated|lastBuildDate)$/.test(element.localName);
    if (!element.children.length && element.textContent.trim() && !isDate)
      element.textContent = clean(element.localName, element.textContent.trim());
  }
  return new XMLSerializer().serializeToString(feed);
}
