import type { Story } from '../../src/model/index.js';
import type { Detail, ListQuery } from '../../src/sources/source.js';
import { patient, scriptedApi, type ScriptedApi } from '../content/support.js';

/** The text of a feed in test/backends/feeds. */
export const record = async (file: string): Promise<string> =>
  (await fetch(`/test/backends/feeds/${file}`)).text();

/** Feeds that are answered in turn, each as often as it is asked for. */
export const feedApi = (body: unknown, source = 'rss', path = '/feed'): Promise<ScriptedApi> =>
  scriptedApi([{ when: '', body }], path, source);

/** All stories of a feed. */
export async function storiesOf(body: unknown, source = 'rss'): Promise<readonly Story[]> {
  const { client } = await feedApi(body, source);
  return (await client.list({ from: 'latest', limit: 100 }, patient())).items;
}

export const list = async ({ client }: ScriptedApi, query: Partial<ListQuery> & Pick<ListQuery, 'from'>) =>
  client.list({ limit: 100, ...query }, patient());

export const story = ({ client }: ScriptedApi, ref: string, detail: Detail = 'teaser') =>
  client.story(ref, detail, patient());

/** One item of an RSS feed. */
export const rss = (...items: readonly string[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><link>https://news.example/</link>${items
    .map((item) => `<item>${item}</item>`)
    .join('')}</channel></rss>`;

/** An item with what each must have. */
export const item = (name: string, more = ''): string =>
  `<title>${name}</title><link>https://news.example/${name.toLowerCase().replaceAll(' ', '-')}</link>${more}`;
