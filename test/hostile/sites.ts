import { byFile, ghost, jsonFeed, rss, wordpress, type ScriptedSite } from '../contract/recorded.js';
import { apiOf } from './shown.js';

/** What has to be known of a site to be asked by elements. */
export type AskedSite = Pick<
  ScriptedSite,
  'source' | 'rules' | 'path' | 'apiKey' | 'ids' | 'search' | 'talk' | 'open' | 'lacks'
>;

/** A site of each kind but `rest`. */
export const sites: Readonly<Record<string, ScriptedSite>> = {
  wordpress,
  ghost,
  'json-feed': jsonFeed,
  'rss, RSS 2.0': rss,
  'rss, Atom': { ...rss, rules: byFile('/test/backends/feeds/wordpress-atom.xml', 'application/atom+xml') },
};

type Rules = Awaited<ReturnType<ScriptedSite['rules']>>;

/** How elements ask a site that answers so: their attributes. */
export const settingsOf = async (
  { path, source, apiKey }: AskedSite,
  answers: Rules,
): Promise<Readonly<Record<string, string>>> => ({
  api: (await apiOf(answers)) + path,
  source,
  ...(apiKey && { 'api-key': apiKey }),
});

/** One of each element whose content such a site has, each on a line of its own. */
export const elementsOf = ({ ids, talk, lacks }: AskedSite, story = ids[0]): string => `
  <news-article story="${story}" json-ld></news-article>
  <news-article-card story="${story}"></news-article-card>
  <news-byline story="${story}" variant="box"></news-byline>
  <news-comment-count story="${story}"></news-comment-count>
  <news-related-stories from="latest" loading="eager"></news-related-stories>${
    lacks.includes('comments')
      ? ''
      : `
  <news-comments story="${talk[0]}" loading="eager"></news-comments>`
  }`;
