import { fields, type Fields } from '../shape.js';
import type { Ask, Params } from '../source.js';

// A Ghost site has two APIs for readers: the Content API for its stories, the members API for their comments. Both want
// a slash at the end of each path: without one they redirect.

/** The address of the site; `api` may also be that of its Content API. */
export const siteOf = ({ api }: Ask): string => api.replace(/\/ghost\/api\/content$/, '');

/** Whether a name has the form of Ghost's ids; all others are slugs. */
export const isId = (name: string): boolean => /^[\da-f]{24}$/.test(name);

/** Reads from the members API. */
export const askMembers = async (path: string, ask: Ask, params?: Params): Promise<Fields> =>
  fields((await ask.get(`${siteOf(ask)}/members/api/${path}/`, params)).data);
