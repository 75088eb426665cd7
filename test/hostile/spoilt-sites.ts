import { elementsOf, settingsOf, type AskedSite } from './sites.js';
import { spoiltJson, spoiltXml, type Words } from './spoil.js';

/** Each string is two pages of its own, in each site: every fifth is tried. */
export const everyFifth = (strings: readonly string[]): string[] => strings.filter((_, at) => at % 5 === 0);

/** What asks a site that says a string wherever it can: the settings of its API, and the elements. */
export interface Spoilt {
  readonly api: Readonly<Record<string, string>>;
  readonly markup: string;
}

const ownOf = (text: string): string =>
  `https://news.example/${encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, ''))}`;

/** One string in every place. */
export const everywhere = (text: string, address: string): Words => ({ text, address, own: ownOf(text) });

const isAddress = (text: string): boolean => /^[^<]*?(:|&colon;|&#58;|%3a)/i.test(text);

/** Gives one after the other, and begins again after the last. */
function turns(strings: readonly string[]): { next: () => string; isOver: () => boolean } {
  let at = 0;
  return { next: () => strings[at++ % strings.length]!, isOver: () => at >= strings.length };
}

/** Strings, each in one place of text, and in one of an address if it is one: for as many pages as it takes. */
export function* dealt(strings: readonly string[]): Generator<Words> {
  const own = turns(strings);
  const all = turns(strings);
  const addresses = turns(strings.filter(isAddress));
  while (!all.isOver() || !addresses.isOver())
    yield {
      own: ownOf(own.next()),
      get text() {
        return all.next();
      },
      get address() {
        return addresses.next();
      },
    };
}

export async function spoilt(site: AskedSite, words: Words): Promise<Spoilt> {
  // A feed knows its stories by their addresses.
  const story = site.source === 'rss' ? words.own : site.ids[0];
  const form = site.lacks.includes('posting')
    ? ''
    : `<news-comment-form story="${site.open}"></news-comment-form>`;
  return {
    api: await settingsOf(site, await answers(site, words)),
    markup: `${elementsOf(site, story)}
      <news-related-stories story="${story}" loading="eager"></news-related-stories>${form}`,
  };
}

/** The answers of a site, with other words in every field. */
async function answers({ rules }: AskedSite, words: Words): ReturnType<AskedSite['rules']> {
  return (await rules()).map(([when, answer]) => {
    const { body } = answer;
    if (typeof body !== 'string') return [when, { ...answer, body: spoiltJson(body, words) }];
    // What a server says of itself is no content.
    if (when.includes('wp-json/?') || !body) return [when, answer];
    const spoiled = body.startsWith('<')
      ? spoiltXml(body, words)
      : JSON.stringify(spoiltJson(JSON.parse(body), words));
    return [when, { ...answer, body: spoiled }];
  });
}
