import { expect } from '@open-wc/testing';
import type { Answer } from '../tools/faulty-client.js';
import { addressesOf } from './rest-answers.js';
import { rulesAsked, searchFor } from './shown.js';
import { elementsOf, settingsOf, type AskedSite } from './sites.js';
import { said, spoiltJson, spoiltXml, type Words } from './spoil.js';

/** What asks a site that says a string wherever it can: the settings of its API, and the elements. */
export interface Spoilt {
  readonly api: Readonly<Record<string, string>>;
  readonly markup: string;
}

const ownOf = (text: string): string =>
  `https://news.example/${encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, ''))}`;

/** A string in every place, on two pages of its own for each site: every fifth is tried. */
export const everywhere = (strings: readonly string[]): Words[] =>
  strings
    .filter((_, at) => at % 5 === 0)
    .flatMap((text) => addressesOf(text).map((address) => ({ text, address, own: ownOf(text) })));

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
  // One is there even among few.
  const addresses = turns(['javascript:ran()', ...strings.filter(isAddress)]);
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

/**
 * Shows elements that ask a site, once for each of the words, and tells in how many places these stood: in answers that
 * were asked for, since what nobody reads is no place.
 */
export async function shown(
  site: AskedSite,
  all: Iterable<Words>,
  show: (page: Spoilt, words: Words) => Promise<void>,
): Promise<number> {
  const harmless = { text: 'words', address: 'https://news.example/a', own: ownOf('words') };
  const first = await spoilt(site, harmless);
  await show(first, harmless);
  const asked = await rulesAsked(first.api.api!);
  const before = said.places;
  for (const words of all) {
    const page = await spoilt(site, words, asked);
    await show(page, words);
    const again = await rulesAsked(page.api.api!);
    expect(
      [...asked].filter((rule) => !again.has(rule)),
      `asked for by the first page, not by that of ${words.own}`,
    ).to.deep.equal([]);
  }
  return said.places - before;
}

type Asked = Awaited<ReturnType<typeof rulesAsked>>;

async function spoilt(site: AskedSite, words: Words, asked?: Asked): Promise<Spoilt> {
  // A feed is searched where it is read: every text of it says so.
  const inFeeds = site.source === 'rss' || site.source === 'json-feed';
  // A feed knows its stories by their addresses.
  const story = site.source === 'rss' ? words.own : site.ids[0];
  const form = site.lacks.includes('posting')
    ? ''
    : `<news-comment-form story="${site.open}"></news-comment-form>`;
  return {
    api: await settingsOf(site, await answers(site, words, asked)),
    markup: `${elementsOf(site, story)}
      <news-related-stories story="${story}" loading="eager"></news-related-stories>
      ${searchFor(inFeeds ? 'words' : site.search[0])}${form}`,
  };
}

/** The answers of a site, with other words in every field: in all of them, or in those that are asked for. */
async function answers({ rules }: AskedSite, words: Words, asked?: Asked): ReturnType<AskedSite['rules']> {
  return (await rules()).map(([when, answer]) => {
    // What a server says of itself is no content.
    const stays = asked?.has(when) === false || when.includes('wp-json/?');
    return [when, stays ? answer : spoiltAnswer(answer, words)];
  });
}

/** An answer as it is given from its record, or as a value. */
export function spoiltAnswer(answer: Answer, words: Words): Answer {
  const { body } = answer;
  if (typeof body !== 'string') return { ...answer, body: spoiltJson(body, words) };
  if (!body) return answer;
  const spoiled = body.startsWith('<')
    ? spoiltXml(body, words)
    : JSON.stringify(spoiltJson(JSON.parse(body), words));
  return { ...answer, body: spoiled };
}
