import { plainText } from '../kit/plain-text.js';

// RSS and Atom, as far as they can be judged without a browser, whose parser is the one that counts. What the elements mend
// (ampersands, entities of HTML, control characters) is no fault here.

const tokens =
  /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|(?<type><!DOCTYPE)|<\/(?<end>[^\s>]+)\s*>|<(?<start>[^\s!?/>]+)(?:[^>"']|"[^"<]*"|'[^'<]*')*?(?<empty>\/?)>|</gi;

/** What is wrong with a feed's XML, in words that end a sentence. */
export function faultIn(xml: string): string | undefined {
  const open: string[] = [];
  let root: string | undefined;
  for (const { 0: whole, index, groups = {} } of xml.matchAll(tokens)) {
    const { type, start, end, empty } = groups;
    const near = `near “${xml.slice(index, index + 60)}”`;
    if (type) return 'it has a document type of its own, which is not read';
    if (whole === '<') return `a tag is not written out, ${near}`;
    if (end && open.pop() !== end) return `a tag closes what is not open, ${near}`;
    if (!start) continue;
    if (root && !open.length) return `something stands after its end, ${near}`;
    root ??= start;
    if (!empty) open.push(start);
  }
  if (!root || !/^(rss|feed|\w+:RDF)$/.test(root)) return 'it is no feed';
  return open.length ? `<${open.at(-1) ?? ''}> is never closed` : undefined;
}

/** Whether a text begins as a feed does. */
export function isFeed(text: string): boolean {
  let rest = text.replace(/^\s*<\?xml[^>]*>/, '').trimStart();
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->');
    if (end < 0) return false;
    rest = rest.slice(end + 3).trimStart();
  }
  return /^<(rss|feed|\w+:RDF)\b/.test(rest);
}

/** What stands in the first element of such a name. It looks once: a regular expression would look from each that is not closed. */
function inFirst(names: string, xml: string): string {
  const start = new RegExp(`<(${names})(?=[\\s>])[^>]*>`).exec(xml);
  if (!start) return '';
  const rest = xml.slice(start.index + start[0].length);
  return rest.slice(0, Math.max(0, rest.search(new RegExp(`</${start[1]}\\s*>`))));
}

/** How many stories a feed has, and the first one's headline. */
export function storiesIn(xml: string): { number: number; headline: string } {
  const title = inFirst('title', inFirst('item|entry', xml));
  return {
    number: xml.match(/<(item|entry)[\s>]/g)?.length ?? 0,
    headline: plainText(title.replace(/<!\[CDATA\[([^]*?)\]\]>/g, '$1')),
  };
}
