import { Problem } from '../kit/problem.js';
import type { Source } from './source.js';

// Only the kind of API in use is downloaded: each is a chunk of its own.
const loaders: Record<string, () => Promise<{ default: Source }>> = {
  rest: () => import('./rest.js'),
  wordpress: () => import('./wordpress.js'),
};

/** The names that `source` takes. */
export const sourceNames = (): string[] => ['auto', ...Object.keys(loaders)];

/** The kind of API that an address belongs to, as far as the address tells. */
export const sourceNameFor = (api: string): string =>
  /\/wp-json(\/|$)|[?&]rest_route=/.test(api) ? 'wordpress' : 'rest';

/**
 * The source of that name.
 * @throws {Problem} `config`, when there is none
 */
export async function loadSource(name: string, api: string): Promise<Source> {
  const load = loaders[name === 'auto' ? sourceNameFor(api) : name];
  if (!load)
    throw new Problem('config', `source="${name}" is not known; use one of: ${sourceNames().join(', ')}`);
  return (await load()).default;
}
