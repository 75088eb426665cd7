// Which story this page is about, and whose page it may be.

const bare = (address: string): string => address.replace(/\/*(#.*)?$/, '');

/** An address that the page's head tells. */
export const linked = (selector: string): string =>
  bare(
    (typeof document !== 'undefined' &&
      document.querySelector<HTMLLinkElement>(`link[href]${selector}`)?.href) ||
      '',
  );

/** Whether it is an address that this page goes by. */
export const isThisPage = (address: string): boolean =>
  typeof location !== 'undefined' &&
  [linked('[rel~="canonical"]'), bare(location.href)].includes(bare(address));

const domain = (url: string): string => new URL(url).hostname.split('.').slice(-2).join('.');

/** Whether an address may be one of a site's, as far as names tell: `cms.example.org` serves `www.example.org`. */
export const mayBeOn = (address: string, home: string): boolean => domain(address) === domain(home);

/** Whether it is this page's address, and that of a page on none of these sites. */
export const isPartners = (address: string, ...homes: readonly string[]): boolean =>
  isThisPage(address) && !homes.some((home) => mayBeOn(address, home));
