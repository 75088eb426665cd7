import type { ScriptedSite } from '../contract/recorded.js';
import { elementsOf, settingsOf } from './sites.js';
import { spoiltJson, spoiltXml, type Words } from './spoil.js';

/** Each string is two pages of its own, in each site: every fifth is tried. */
export const everyFifth = (strings: readonly string[]): string[] => strings.filter((_, at) => at % 5 === 0);

/** What asks a site that says a string wherever it can: the settings of its API, and the elements. */
export interface Spoilt {
  readonly api: Readonly<Record<string, string>>;
  readonly markup: string;
}

export async function spoilt(site: ScriptedSite, text: string, address: string): Promise<Spoilt> {
  const own = `https://news.example/${encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, ''))}`;
  // A feed knows its stories by their addresses.
  const story = site.source === 'rss' ? own : site.ids[0];
  const form = site.lacks.includes('posting')
    ? ''
    : `<news-comment-form story="${site.open}"></news-comment-form>`;
  return {
    api: await settingsOf(site, await answers(site, { text, address, own })),
    markup: `${elementsOf(site, story)}
      <news-related-stories story="${story}" loading="eager"></news-related-stories>${form}`,
  };
}

/** The answers of a site, each of which says the same words in every field. */
async function answers({ rules }: ScriptedSite, words: Words): ReturnType<ScriptedSite['rules']> {
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
