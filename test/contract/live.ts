import { Client } from '../../src/content/client.js';
import type { Site } from './site.js';

/** APIs that run: the embedded one, and those that the run was given. */
type Live = Omit<Site, 'client'> & { readonly api: string; readonly apiKey?: string };

const given = (await (await fetch('/__live')).json()) as Live[];

export const live: readonly Site[] = given.map(({ api, apiKey, ...known }) => ({
  ...known,
  client: () => Promise.resolve(new Client({ api, apiKey, source: known.source })),
}));
