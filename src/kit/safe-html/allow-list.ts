import { safeUrl } from '../urls.js';

// What may stand in the body of a story. Data and no code, so that a reader of this file knows what is let through;
// everything that is not named here is not.

/** Where a piece of HTML stands. */
export interface Place {
  /** Absolute address that relative ones start from: that of the story. */
  readonly base: string | undefined;
}

/** The value as it is let through; undefined when it is not. */
export type Check = (value: string, place: Place) => string | undefined;

export interface Allowed {
  readonly attributes?: Readonly<Record<string, Check>>;
  /** Set in any case. */
  readonly always?: Readonly<Record<string, string>>;
  /** Without one of these it is left out, and what is in it as well. */
  readonly needs?: readonly string[];
  /** Another name to go by. */
  readonly as?: string;
}

const like =
  (pattern: RegExp): Check =>
  (value) =>
    pattern.test(value) ? value : undefined;

const words: Check = (value) => value;
const flag: Check = () => '';
const number = like(/^\d{1,5}$/);
const moment = like(/^[\w:.+ -]{1,40}$/);

const web: Check = (value, { base }) => {
  const url = safeUrl(value, base);
  return url?.startsWith('http') ? url : undefined;
};

/** Ids carry a prefix, so that they are no other's on the page, and no name of a global of its scripts. */
export const prefixed = (id: string): string => `news-${id}`;
const id: Check = (value) => (/^\S+$/.test(value) ? prefixed(value) : undefined);

const link: Check = (value, { base }) =>
  /^\s*#\S/.test(value) ? `#${prefixed(value.trim().slice(1))}` : safeUrl(value, base);

// A `srcset` is a list of addresses and sizes; an address may hold commas (HTML 4.8.4.2.1).
const pictures: Check = (value, place) =>
  value
    .split(/,\s+|(?<=\s[\d.]+[wx]),/)
    .flatMap((part) => {
      const [address = '', size = ''] = part.trim().split(/\s+/);
      const url = web(address, place);
      return url && /^(\d+w|[\d.]+x|)$/.test(size) ? `${url} ${size}`.trim() : [];
    })
    .join(', ') || undefined;

/** Classes by which content systems and embeds say what a piece is; any other could call up a style of the page. */
const known =
  /^(wp-block-[\w-]+|wp-element-caption|align(left|right|center|wide|full)|has-(drop-cap|text-align-\w+)|is-style-[\w-]+|language-[\w-]+|pullquote|twitter-tweet|instagram-media|tiktok-embed)$/;
const classes: Check = (value) =>
  value
    .split(/\s+/)
    .filter((name) => known.test(name))
    .join(' ') || undefined;

/** What a link may say of where it leads; search engines and the law want it kept. */
const relations: Check = (value) =>
  ['noopener', ...value.split(/\s+/).filter((name) => /^(nofollow|sponsored|ugc)$/.test(name))].join(' ');

/** What any element may carry. */
export const anywhere: Readonly<Record<string, Check>> = {
  id,
  class: classes,
  dir: like(/^(ltr|rtl|auto)$/i),
  hidden: flag,
  lang: like(/^[a-z\d-]{1,35}$/i),
  title: words,
};

const plain: Allowed = {};
const block: Allowed = { as: 'div' };
const cell = { colspan: number, rowspan: number, abbr: words };
const quoted: Allowed = { attributes: { cite: web } };
const edited: Allowed = { attributes: { cite: web, datetime: moment } };
const media: Allowed = {
  attributes: { src: web, width: number, height: number, loop: flag, muted: flag },
  always: { controls: '', preload: 'metadata' },
};

export const allowed: ReadonlyMap<string, Allowed> = new Map<string, Allowed>([
  // Text
  ['a', { attributes: { href: link, hreflang: words, rel: relations, 'aria-label': words }, always: { rel: 'noopener' } }],
  ['abbr', plain], ['b', plain], ['bdi', plain], ['bdo', plain], ['br', plain], ['cite', plain], ['code', plain],
  ['data', { attributes: { value: words } }],
  ['del', edited], ['dfn', plain], ['em', plain], ['i', plain], ['ins', edited], ['kbd', plain], ['mark', plain],
  ['q', quoted], ['rp', plain], ['rt', plain], ['ruby', plain], ['s', plain], ['samp', plain], ['small', plain],
  ['span', plain], ['strong', plain], ['sub', plain], ['sup', plain],
  ['time', { attributes: { datetime: moment } }],
  ['u', plain], ['var', plain], ['wbr', plain],
  ['acronym', { as: 'abbr' }], ['strike', { as: 's' }], ['tt', { as: 'code' }],

  // Blocks
  ['address', plain], ['aside', plain], ['blockquote', quoted], ['dd', plain],
  ['details', { attributes: { open: flag } }],
  ['div', plain], ['dl', plain], ['dt', plain], ['figcaption', plain], ['figure', plain],
  ['h1', plain], ['h2', plain], ['h3', plain], ['h4', plain], ['h5', plain], ['h6', plain], ['hr', plain],
  ['li', { attributes: { value: number } }],
  ['menu', { as: 'ul' }],
  ['ol', { attributes: { start: number, reversed: flag, type: like(/^[1aAiI]$/) } }],
  ['p', plain], ['pre', plain], ['summary', plain], ['ul', plain],
  // Landmarks and forms are the page's own business.
  ['article', block], ['center', block], ['fieldset', block], ['footer', block], ['form', block], ['header', block],
  ['hgroup', block], ['main', block], ['nav', block], ['search', block], ['section', block],

  // Tables
  ['caption', plain], ['col', { attributes: { span: number } }], ['colgroup', { attributes: { span: number } }],
  ['table', plain], ['tbody', plain], ['td', { attributes: cell }], ['tfoot', plain],
  ['th', { attributes: { ...cell, scope: like(/^(row|col|rowgroup|colgroup)$/i) } }],
  ['thead', plain], ['tr', plain],

  // Pictures, sound, film
  ['img', {
    attributes: { src: web, srcset: pictures, sizes: words, width: number, height: number, alt: words },
    always: { alt: '', loading: 'lazy', decoding: 'async', referrerpolicy: 'strict-origin-when-cross-origin' },
    needs: ['src', 'srcset'],
  }],
  ['picture', plain],
  ['source', {
    attributes: { src: web, srcset: pictures, sizes: words, media: words, type: words, width: number, height: number },
    needs: ['src', 'srcset'],
  }],
  ['audio', media],
  ['video', { ...media, attributes: { ...media.attributes, poster: web, playsinline: flag } }],
  ['track', {
    attributes: { src: web, srclang: words, label: words, kind: like(/^(subtitles|captions|descriptions|chapters)$/) },
    needs: ['src'],
  }],

  // Becomes a box that waits for a click: see `embed.ts`.
  ['iframe', { attributes: { src: web, width: number, height: number }, needs: ['src'] }],
]); // prettier-ignore

/** What goes with all that is in it: its text is none that a reader was meant to see. Of what is unknown the text stays. */
export const dropped: ReadonlySet<string> = new Set([
  'applet', 'base', 'button', 'canvas', 'datalist', 'dialog', 'embed', 'frame', 'frameset', 'head', 'input', 'link',
  'map', 'meta', 'meter', 'noembed', 'noframes', 'noscript', 'object', 'option', 'output', 'param', 'plaintext',
  'progress', 'script', 'select', 'slot', 'style', 'template', 'textarea', 'title', 'xmp',
]); // prettier-ignore
