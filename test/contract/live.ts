import { Client } from '../../src/content/client.js';
import type { LiveSite, Site } from './site.js';

const told = (await (await fetch('/__live')).json()) as { given: boolean; sites: LiveSite[] };

/** Whether the run was given APIs to look at: these alone. */
export const { given } = told;

/** APIs that run: the embedded one, or those that were given. */
export const live: readonly Site[] = told.sites.map(({ api, apiKey, ...known }) => ({
  ...known,
  from: 'live',
  client: () => Promise.resolve(new Client({ api, apiKey, source: known.source })),
}));
