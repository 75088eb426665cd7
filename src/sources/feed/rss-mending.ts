import { escaped } from './story.js';
import { parser } from './parser.js';

/** What stands for the entities of HTML, which XML does not know; they are read at once, parted by a sign of no meaning. */
function entities(xml: string): ReadonlyMap<string, string> {
  const names = ['', ...new Set(xml.match(/&\w+;/g))];
  const texts = parser.words(names.join('\ue000')).split('\ue000');
  return new Map(names.map((name, index) => [name, texts[index] ?? name]));
}

/** XML without the mistakes that feeds are known for: signs that XML forbids, and ampersands and entities of HTML. */
export function mended(xml: string): string {
  const known = entities(xml);
  return xml
    .trim()
    .replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g, '')
    .replace(
      /<!\[CDATA\[[^]*?(?:\]\]>|$)|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)(?:\w+;)?/gi,
      (found) => (found.startsWith('&') ? escaped(known.get(found) ?? found) : found),
    );
}
