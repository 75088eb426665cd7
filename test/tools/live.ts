/** Content APIs that run, for the pages' contract test: Standfirst's own, started when first asked for, or LIVE_SITES. */
import type { TestRunnerConfig } from '@web/test-runner';
import { startTestApi } from '../api/support.js';
import type { LiveSite } from '../contract/site.js';

type Plugin = NonNullable<TestRunnerConfig['plugins']>[number];

const own = (origin: string): LiveSite => ({
  source: 'rest',
  api: `${origin}/v1`,
  lacks: [],
  ids: ['101', '102'],
  headlines: ['Harbour opens again', 'A calm week ahead'],
  slug: 'harbour',
  url: 'https://news.example/world/harbour',
  unknown: '999999',
  section: 'world',
  author: 'ada-reyes',
  tag: 'weather',
  search: ['harbour', 'Harbour'],
  talk: ['101', 3],
  open: '104',
  page: 2,
});

export function livePlugin(): Plugin {
  let api: ReturnType<typeof startTestApi> | undefined;
  return {
    name: 'live',
    async serve({ path }) {
      if (path !== '/__live') return undefined;
      const { LIVE_SITES: given } = process.env;
      if (given) return { body: `{"given":true,"sites":${given}}`, type: 'json' };
      api ??= startTestApi();
      return { body: JSON.stringify({ given: false, sites: [own((await api).origin)] }), type: 'json' };
    },
    async serverStop() {
      await (await api)?.close();
    },
  };
}
