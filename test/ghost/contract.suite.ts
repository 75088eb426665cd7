import { test } from 'node:test';
import { keepContract } from '../contract/keep.js';
import { counts, key, site, url } from './reader.js';

test('Ghost keeps what every source promises', async () => {
  const { open, discussed, latest } = site;
  const other = latest.find(({ id, access }) => access && id !== open.id)!;
  const words = open.title.match(/\p{L}+/gu) ?? [];
  const longest = words.sort((a, b) => b.length - a.length)[0]!;
  await keepContract({
    source: 'ghost',
    api: url,
    apiKey: key,
    lacks: [],
    ids: [open.id, other.id],
    headlines: [open.title.trim(), other.title.trim()],
    slug: open.slug,
    url: open.url,
    unknown: '0123456789abcdef01234567',
    section: open.tags[0]!.slug,
    author: open.authors[0]!.slug,
    tag: open.tags[0]!.slug,
    search: [longest, longest],
    talk: [discussed.id, (await counts([discussed.id]))[discussed.id]!],
    open: open.id,
    page: Math.ceil(latest.length / 3),
  });
});
