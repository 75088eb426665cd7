import type { Author, Quote, Story } from '../../../src/model/index.js';

/** Pictures that load and one that does not, without a request. */
export const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

export const amina: Author = {
  id: '3',
  name: 'Amina Rahman',
  role: 'Coast correspondent',
  bio: 'Amina writes about harbours, ferries and the people on them.',
  url: 'https://news.example/authors/amina-rahman',
};

export const joris: Author = { id: '4', name: 'Joris Vermeulen', role: 'Photographer' };

export const captain: Quote = {
  text: 'We have waited nine winters for this ferry.',
  by: 'Captain Ruth Adeyemi',
  role: 'Harbour master',
  via: 'told Radio Norrhaven',
};

/** A story with everything that a teaser can show. */
export const ferry: Story = {
  id: '71',
  slug: 'night-ferry-returns',
  url: 'https://news.example/2026/03/night-ferry-returns',
  headline: 'The night ferry returns to Norrhaven',
  kicker: 'Harbour',
  standfirst: 'After nine years the last boat of the day sails again, with room for forty cars.',
  label: 'analysis',
  authors: [amina, joris],
  published: '2026-03-12T21:30:00+01:00',
  section: { id: 'coast', name: 'Coast' },
  live: true,
  subscribersOnly: true,
  readingMinutes: 4,
  commentCount: 12,
  comments: 'open',
  quotes: [captain, { text: 'The crossing takes fifty minutes.' }],
};

/** A story with nothing but what every story has. */
export const tram: Story = {
  id: '72',
  slug: 'tram-line-nine',
  url: 'https://news.example/2026/03/tram-line-nine',
  headline: 'Line nine opens in June',
  authors: [{ name: 'Ola Lind' }],
  quotes: [{ text: 'Nine is a good number.', by: 'Ola Lind' }],
};

export const urdu: Story = {
  id: '73',
  slug: 'rail-link',
  url: 'https://news.example/ur/rail-link',
  headline: 'ریل کا نیا راستہ جون میں کھلے گا',
  kicker: 'سفر',
  standfirst: 'نئی لائن دو شہروں کو چالیس منٹ میں ملائے گی۔',
  authors: [{ name: 'ثنا ملک', lang: 'ur' }],
  lang: 'ur',
  quotes: [{ text: 'یہ راستہ سب کا ہے۔', by: 'ثنا ملک', role: 'وزیر' }],
};

/** So many different stories, numbered from `first`. */
export const several = (count: number, first = 1): Story[] =>
  Array.from({ length: count }, (_, index) => {
    const id = String(first + index);
    return { id, url: `https://news.example/story/${id}`, headline: `Story number ${id}` };
  });
