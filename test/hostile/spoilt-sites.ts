import { byFile, ghost, jsonFeed, rss, wordpress, type ScriptedSite } from '../contract/recorded.js';
import { apiOf } from './shown.js';
import { spoiltJson, spoiltXml, type Words } from './spoil.js';

/** A site of each kind, whose answers are spoilt. */
export const sites: Readonly<Record<string, ScriptedSite>> = {
  wordpress,
  ghost,
  'json-feed': jsonFeed,
  'rss, RSS 2.0': rss,
  'rss, Atom': { ...rss, rules: byFile('/test/backends/feeds/wordpress-atom.xml', 'application/atom+xml') },
};

/** Each string is two pages of its own, in each site: every fifth is tried. */
export const everyFifth = (strings: readonly string[]): string[] => strings.filter((_, at) => at % 5 === 0);

/** What asks a site that says a string wherever it can: the settings of its API, and the elements. */
export interface Spoilt {
  readonly api: Readonly<Record<string, string>>;
  readonly markup: string;
}

export async function spoilt(site: ScriptedSite, text: string, address: string): Promise<Spoilt> {
  const own = `https://news.example/${encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, ''))}`;
  const api = await apiOf(await answers(site, { text, address, own }));
  // A feed knows its stories by their addresses.
  const id = site.source === 'rss' ? own : site.ids[0];
  const comments = site.lacks.includes('comments')
    ? ''
    : `<news-comments story="${site.talk[0]}" loading="eager"></news-comments>
       <news-comment-form story="${site.open}"></news-comment-form>`;
  return {
    api: { api: api + site.path, source: site.source, ...(site.apiKey && { 'api-key': site.apiKey }) },
    markup: `<news-article story="${id}" json-ld></news-article>
     <news-article-card story="${id}"></news-article-card>
     <news-byline story="${id}" variant="box"></news-byline>
     <news-comment-count story="${id}"></news-comment-count>
     <news-related-stories from="latest" loading="eager"></news-related-stories>
     <news-related-stories story="${id}" loading="eager"></news-related-stories>${comments}`,
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
