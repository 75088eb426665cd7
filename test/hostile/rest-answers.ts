import type { Author, Comment, Picture, Quote, Story } from '../../src/model/index.js';
import type { AskedSite } from './sites.js';

// Answers of an API of kind `rest` in which every field of text says the same. Where an element would leave a story out
// for a wrong address, the text stands in a right one.

const within = (text: string): string => `https://news.example/${text}`;

const picture = (text: string, address: string): Picture => ({
  src: address,
  srcset: `${address} 2x, ${text}`,
  width: 3,
  height: 2,
  alt: text,
  caption: text,
  credit: text,
});

/** @param address of all but the story itself */
export function storyOf(id: string, text: string, address: string): Story {
  const author: Author = {
    id: text,
    name: text,
    role: text,
    bio: text,
    url: address,
    portrait: picture(text, address),
    lang: text,
  };
  const quote: Quote = { text, by: text, role: text, via: text, url: address, lang: text };
  return {
    id,
    slug: text,
    url: within(text),
    headline: text,
    kicker: text,
    standfirst: text,
    label: text as 'news',
    authors: [author, { ...author, url: text }],
    published: text,
    updated: text,
    picture: picture(text, address),
    section: { id: text, name: text, url: address },
    tags: [{ id: text, name: text, url: address }],
    lang: text,
    comments: 'sign-in',
    signInUrl: address,
    quotes: [{ ...quote, portrait: picture(text, address) }, quote],
    corrections: [
      { date: '2026-03-12T21:30:00Z', note: text },
      { date: text, note: text },
    ],
    body: `${text}<p>Words</p><blockquote><p>${text}</p></blockquote>${text}`,
  };
}

export const commentOf = (id: string, text: string, address: string, parent?: string): Comment => ({
  id,
  story: text,
  ...(parent && { parent }),
  author: text || 'A',
  authorUrl: address,
  text,
  posted: text,
  status: 'approved',
  url: address,
  lang: text,
});

const somewhere = within('a');

/** A site of kind `rest`, of one story and one comment. */
export const rest: AskedSite = {
  source: 'rest',
  path: '',
  ids: ['1', '2'],
  search: ['words', 'words'],
  talk: ['1', 1],
  open: '1',
  lacks: [],
  rules: () =>
    Promise.resolve([
      ['/comments', { body: { items: [commentOf('1', 'words', somewhere)], total: 1 } }],
      ['/stories', { body: { items: [storyOf('1', 'words', somewhere)] } }],
    ]),
};

/** Each text twice: as an address, and within one. */
export const addressesOf = (text: string): string[] => [text, within(text)];
