import { element, named, type SafeElement } from './tree.js';

/** What another site's frame becomes: a link, marked with what the frame would load once a reader agrees. */
export const embedMark = 'data-news-embed';

/** Who would be talked to. */
export const hostOf = (address: string): string => new URL(address).hostname.replace(/^www\./, '');

const shapes = ['width', 'height', 'title'] as const;

/** The box for a frame that has passed the allow-list, with the words that show where it is not loaded. */
export function embedBox(frame: Readonly<Record<string, string>>, ...words: SafeElement[]): SafeElement {
  const { src = '', title } = frame;
  const link = element('a', { href: src, rel: 'noopener' }, title ?? hostOf(src));
  const given = shapes.flatMap((name) => (frame[name] ? [[`${embedMark}-${name}`, frame[name]]] : []));
  return element(
    'div',
    { [embedMark]: src, ...(Object.fromEntries(given) as Record<string, string>) },
    ...(words.length ? words : [link]),
  );
}

/** Embeds that come as a quote and a script: by their class, where the link in them leads, and their frame. */
const quotes: readonly [name: string, link: RegExp, frame: (id: string) => string, height: string][] = [
  ['twitter-tweet', /^https:\/\/(?:twitter|x)\.com\/\w+\/status\/(\d+)/, (id) => `https://platform.twitter.com/embed/Tweet.html?id=${id}`, '600'],
  ['instagram-media', /^https:\/\/www\.instagram\.com\/((?:p|reel|tv)\/[\w-]+)/, (id) => `https://www.instagram.com/${id}/embed`, '700'],
  ['tiktok-embed', /^https:\/\/www\.tiktok\.com\/@[\w.-]+\/video\/(\d+)/, (id) => `https://www.tiktok.com/embed/v2/${id}`, '740'],
]; // prettier-ignore

/** The same quote in a box, if it is such an embed. Its own words go on to stand in the text. */
export function embedQuote(quote: SafeElement): SafeElement | undefined {
  const [, link, frame, height] =
    quotes.find(([name]) => quote.attributes.class?.split(' ').includes(name)) ?? [];
  if (!link || !frame || !height) return undefined;
  // The link to the post itself is the last one: those before it are in the words.
  const id = named([quote], 'a')
    .map(({ attributes }) => link.exec(attributes.href ?? '')?.[1])
    .filter((one) => one !== undefined)
    .at(-1);
  return id ? embedBox({ src: frame(id), height }, quote) : undefined;
}
