import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { byFile, ghost, jsonFeed, rss, wordpress, type ScriptedSite } from '../contract/recorded.js';
import { attacks, figure } from './page.js';
import { addressesOf } from './rest-answers.js';
import { apiOf, nothingOf, placed, tried } from './shown.js';
import { said, spoiltJson, spoiltXml, type Words } from './spoil.js';
import { stretchIn } from './tripwires.js';

const sites: Readonly<Record<string, ScriptedSite>> = {
  wordpress,
  ghost,
  'json-feed': jsonFeed,
  'rss, RSS 2.0': rss,
  'rss, Atom': { ...rss, rules: byFile('/test/backends/feeds/wordpress-atom.xml', 'application/atom+xml') },
};

/** The answers of a site, each of which says the same words in every field. */
async function spoilt({ rules }: ScriptedSite, words: Words): ReturnType<ScriptedSite['rules']> {
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

/** The elements of a page that asks a site which says a string wherever it can. */
async function pageOf(site: ScriptedSite, text: string, address: string): Promise<HTMLElement> {
  const own = `https://news.example/${encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, ''))}`;
  const api = await apiOf(await spoilt(site, { text, address, own }));
  // A feed knows its stories by their addresses.
  const id = site.source === 'rss' ? own : site.ids[0];
  const comments = site.lacks.includes('comments')
    ? ''
    : `<news-comments story="${site.talk[0]}" loading="eager"></news-comments>
       <news-comment-form story="${site.open}"></news-comment-form>`;
  return placed(
    `<news-article story="${id}" json-ld></news-article>
     <news-article-card story="${id}"></news-article-card>
     <news-byline story="${id}" variant="box"></news-byline>
     <news-comment-count story="${id}"></news-comment-count>
     <news-related-stories from="latest" loading="eager"></news-related-stories>
     <news-related-stories story="${id}" loading="eager"></news-related-stories>${comments}`,
    { api: api + site.path, source: site.source, ...(site.apiKey && { 'api-key': site.apiKey }) },
  );
}

describe('an API that says hostile things in every field', () => {
  before(() => stretchIn(window));

  for (const [name, site] of Object.entries(sites))
    it(name, async () => {
      const { strings: all } = await attacks();
      // Each is two sites of its own.
      const strings = all.filter((_, at) => at % 5 === 0);
      const before = said.places;
      for (const text of strings)
        for (const address of addressesOf(text)) {
          const { executed, left } = await tried(await pageOf(site, text, address), (element) =>
            element.matches('news-article-card, news-article, news-related-stories[from], news-comments'),
          );
          expect(left, JSON.stringify(text)).to.deep.equal([]);
          expect(executed, JSON.stringify(text)).to.deep.equal([]);
        }
      await figure('attacks', `every field of \`${name}\``, nothingOf(strings.length, said.places - before));
    }).timeout(3_600_000);
});
