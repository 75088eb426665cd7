/** The proper names of networks. */
const names: Readonly<Record<string, string>> = {
  facebook: 'Facebook',
  instagram: 'Instagram',
  x: 'X',
  youtube: 'YouTube',
  tiktok: 'TikTok',
  threads: 'Threads',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  linkedin: 'LinkedIn',
  reddit: 'Reddit',
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
};

/** The proper name of a network; undefined for anything else. */
export const networkName = (network: string): string | undefined =>
  Object.hasOwn(names, network) ? names[network] : undefined;

/** What stands at these hosts and those under them. */
const hosts: Readonly<Record<string, string>> = {
  'facebook.com': 'facebook',
  'fb.com': 'facebook',
  'instagram.com': 'instagram',
  'x.com': 'x',
  'twitter.com': 'x',
  'youtube.com': 'youtube',
  'youtu.be': 'youtube',
  'tiktok.com': 'tiktok',
  'threads.com': 'threads',
  'threads.net': 'threads',
  'bsky.app': 'bluesky',
  'linkedin.com': 'linkedin',
  'reddit.com': 'reddit',
  'whatsapp.com': 'whatsapp',
  'wa.me': 'whatsapp',
  't.me': 'telegram',
  'telegram.me': 'telegram',
  'apps.apple.com': 'app',
  'play.google.com': 'app',
};

/** What an address leads to, as far as it can be told from the address: a network, else `app rss newsletter email link`. */
export function networkOf(address: string): string {
  // A relative address is one of the publisher's own pages.
  const { protocol, hostname, pathname } = new URL(address, 'https://page.invalid');
  if (protocol === 'mailto:') return 'email';
  for (const [host, network] of Object.entries(hosts))
    if (`.${hostname}`.endsWith(`.${host}`)) return network;
  // Anybody may run a server of it; most say so in their name.
  if (/mastodon|mstdn/.test(hostname)) return 'mastodon';
  if (/\b(rss|atom|feed)\d?(\.\w+)?\/?$/i.test(pathname)) return 'rss';
  return /newsletter/i.test(pathname) ? 'newsletter' : 'link';
}
