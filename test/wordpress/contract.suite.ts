import { test } from 'node:test';
import { keepContract } from '../contract/keep.js';
import { rareWord, titles } from './seed.js';
import { Place, seeded, seeds } from './site.js';

test(...seeded('WordPress keeps what every source promises'), async () => {
  const place = new Place();
  const { stories, sections, authors, tags } = seeds;
  const { ferry, harbour, talk, quiet } = stories as Required<typeof stories>;
  await keepContract({
    source: 'wordpress',
    api: place.api,
    lacks: [],
    ids: [String(ferry!.id), String(harbour!.id)],
    headlines: ['Night ferry “back for good” & what it will cost', titles.harbour],
    slug: ferry!.slug,
    url: place.link(ferry!),
    unknown: '999999',
    section: sections.harbour.slug,
    author: authors.editor.slug,
    tag: tags.ferries.slug,
    search: [rareWord, rareWord],
    talk: [String(talk!.id), 5],
    open: String(quiet!.id),
    page: 9,
  });
});
