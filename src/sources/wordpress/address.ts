import { fields, text } from '../shape.js';
import type { Detail, Params } from '../source.js';
import { isThisPage, linked, mayBeOn } from '../this-page.js';
import { read, type Found, type Place } from './posts.js';
import { decoded } from './shape.js';
import { whereabouts, type Site, type Whereabouts } from './site.js';

// Which post an address is that of. It names its post, but not which kind of post it is.

/** The post that this page says it is about, where it is one of that site. */
function postOfPage({ home }: Site): Whereabouts | undefined {
  const where = whereabouts(linked('[rel~="alternate"][type="application/json"]'));
  return where.id && where.home === home ? where : undefined;
}

const pathOf = (address: string): string => decoded(new URL(address).pathname).replace(/(\.html)?\/*$/, '');

/** Each is asked for the post. */
const mostKinds = 10;

/** The other kinds of posts that a site has, as REST names them. WordPress' own, but for pages, are no stories. */
const kindsOf = (site: Site): Promise<string[]> =>
  site.once('types', async ({ get }) =>
    Object.entries(fields((await get('/wp/v2/types')).data))
      .flatMap(([name, kind]) => {
        const base = text(fields(kind).rest_base);
        return !base || base === site.type || /^(attachment|nav_menu_item|wp_.*)$/.test(name) ? [] : base;
      })
      .slice(0, mostKinds),
  );

/** The post of another kind, which that question finds. What visitors may not list is not theirs to see. */
async function ofOtherKind(
  params: Params,
  is: Place['is'],
  detail: Detail,
  site: Site,
): Promise<Found | undefined> {
  const kinds = await kindsOf(site).catch(() => []);
  const answers = await Promise.all(
    kinds.map((kind) =>
      read(kind, params, site, detail).then(
        ({ found }) => found.find(is),
        () => undefined,
      ),
    ),
  );
  return answers.find(Boolean);
}

/** What the post at an address is asked by; undefined where it is none of the site's. */
export function placeAt(address: string, site: Site): Place | undefined {
  if (!URL.canParse(address)) return undefined;
  const ofSite = mayBeOn(address, site.home);
  if (isThisPage(address)) {
    const named = postOfPage(site);
    if (named) return { type: named.type, include: named.id, is: ({ story }) => story.id === named.id };
    // A partner's page is about none of the site's stories.
    if (!ofSite) return undefined;
  }
  const { type } = site;
  const otherwise = (params: Params, is: Place['is']) => (detail: Detail) =>
    ofSite ? ofOtherKind(params, is, detail, site) : undefined;
  const { searchParams } = new URL(address);
  const plain = searchParams.get('p') ?? searchParams.get('page_id') ?? '';
  if (/^\d+$/.test(plain)) {
    const is: Place['is'] = ({ story }) => story.id === plain;
    return { type, include: plain, is, otherwise: otherwise({ include: plain }, is) };
  }
  const path = pathOf(address);
  const slug = path.replace(/.*\//, '');
  if (!slug) return undefined;
  return {
    type,
    slug,
    // Some sites name their posts by number. A number may be a month as well: then the post's own address goes on.
    include: /^\d+$/.test(slug) ? slug : undefined,
    is: ({ story: { id, url, slug: own = '' } }) =>
      decoded(own) === slug || (id === slug && pathOf(url).endsWith(`/${id}`)),
    otherwise: otherwise({ slug }, ({ story }) => pathOf(story.url) === path),
  };
}
