import { safeUrl } from '../../kit/urls.js';
import { fields, type Fields } from '../shape.js';
import type { Ask, Params } from '../source.js';

// A Ghost site has two APIs for readers: the Content API for its stories, the members API for their comments. Both want
// a slash at the end of each path: without one they redirect.

/** The address of the site; `api` may also be that of its Content API. */
export const siteOf = ({ api }: Ask): string => api.replace(/\/ghost\/api\/content$/, '');

/**
 * Address of the site that its readers know, and its members API. One that is administered on a domain of its own
 * (`admin.url`) has its Content API there and nothing else: the script on its pages names both.
 */
export function homeOf(ask: Ask): string {
  const site = siteOf(ask);
  // The command line has no page.
  const script = globalThis.document?.querySelector<HTMLElement>(`script[data-ghost][data-api^="${site}/"]`);
  return safeUrl(script?.dataset.ghost)?.replace(/\/$/, '') ?? site;
}

/** Whether this page is one of the site's: a member's sign-in counts there only. */
export const isOwn = (ask: Ask): boolean =>
  ask.own || `${homeOf(ask)}/`.startsWith(`${globalThis.location?.origin}/`);

/** Whether a name has the form of Ghost's ids; all others are slugs. */
export const isId = (name: string): boolean => /^[\da-f]{24}$/.test(name);

/** Reads from the members API. */
export const askMembers = async (path: string, ask: Ask, params?: Params): Promise<Fields> =>
  fields((await ask.get(`${homeOf(ask)}/members/api/${path}/`, params)).data);
