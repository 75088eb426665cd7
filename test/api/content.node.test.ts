import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readContent, slugOf } from '../../demo/api/content.js';
import type { Database } from '../../demo/api/database.js';
import { seed } from '../../demo/api/seed.js';
import { CONTENT, openTestDatabase } from './support.js';

describe('a content folder', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'standfirst-content-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('is read as it is written', () => {
    const { sections, authors, stories, comments } = readContent(CONTENT);
    assert.deepEqual([sections.length, authors.length, stories.length, comments.length], [2, 2, 5, 7]);
    assert.equal(stories[0]!.published, '2026-06-12T09:30:00+02:00');
  });

  for (const [file, from, to, sentence] of [
    ['sections.yaml', 'slug: city', 'slug: City', /^sections\.yaml: "1\.slug" must be a slug/],
    [
      'sections.yaml',
      'slug: city',
      'slug: world',
      /^sections\.yaml, entry 2: "slug" is "world", as in sections\.yaml, entry 1\.$/,
    ],
    [
      'authors.yaml',
      'staff: true',
      'stuff: true',
      /^authors\.yaml: "0\.\w+" (must be given|is not known here)\.$/,
    ],
    [
      'authors.yaml',
      'ada.svg',
      'eve.svg',
      /^authors\.yaml: "0\.portrait" names "eve\.svg", which is not in pictures\/\.$/,
    ],
    [
      'stories/01-harbour.md',
      'headline:',
      'title:',
      /^stories\/01-harbour\.md: "(headline|title)" (must be given|is not known here)\.$/,
    ],
    ['stories/01-harbour.md', "id: '101'", 'id: 101', /^stories\/01-harbour\.md: "id" must be string\.$/],
    [
      'stories/01-harbour.md',
      "id: '101'",
      "id: '102'",
      /^stories\/02-weather\.md: "id" is "102", as in stories\/01-harbour\.md\.$/,
    ],
    [
      'stories/01-harbour.md',
      'slug: harbour',
      "slug: '2026'",
      /^stories\/01-harbour\.md: "slug" must be a slug/,
    ],
    [
      'stories/01-harbour.md',
      'section: world',
      'section: moon',
      /^stories\/01-harbour\.md: "section" names "moon", which is not there\.$/,
    ],
    [
      'stories/01-harbour.md',
      '[ada-reyes, guest]',
      '[nobody]',
      /^stories\/01-harbour\.md: "authors" names "nobody"/,
    ],
    [
      'stories/01-harbour.md',
      '09:30:00+02:00',
      '09:30:00',
      /^stories\/01-harbour\.md: "published" must be an ISO 8601/,
    ],
    [
      'stories/01-harbour.md',
      'file: harbour.svg',
      'file: ../x.svg',
      /^stories\/01-harbour\.md: "picture\.file" must be a plain/,
    ],
    [
      'stories/01-harbour.md',
      'portrait: ada.svg',
      'portrait: jo.svg',
      /^stories\/01-harbour\.md: "quotes\.0\.portrait" names/,
    ],
    [
      'stories/01-harbour.md',
      '[Ports, Weather]',
      '[Ports, weather]',
      /^stories\/02-weather\.md: "tags" holds "Weather", elsewhere written "weather"\.$/,
    ],
    ['stories/01-harbour.md', 'tags: [', 'tags: [[', /^stories\/01-harbour\.md is not YAML: /],
    [
      'stories/01-harbour.md',
      '---\nid',
      'id',
      /^stories\/01-harbour\.md must begin with YAML between two lines of "---"\.$/,
    ],
    [
      'comments.yaml',
      "story: '102'",
      "story: '202'",
      /^comments\.yaml: "6\.story" names "202", which is not there\.$/,
    ],
    [
      'comments.yaml',
      "parent: '1'",
      "parent: '7'",
      /^comments\.yaml: "1\.parent" names "7", which is not there\.$/,
    ],
    [
      'comments.yaml',
      'status: held',
      'status: hidden',
      /^comments\.yaml: "5\.status" must be one of approved, held, removed\.$/,
    ],
    ['comments.yaml', 'Mina@example.org', 'Mina', /^comments\.yaml: "0\.email" must be an e-mail address\.$/],
  ] as const) {
    it(`is refused with file and field where ${file} says ${JSON.stringify(to)}`, () => {
      cpSync(CONTENT, folder, { recursive: true });
      const source = readFileSync(join(folder, file), 'utf8');
      assert.ok(source.includes(from));
      writeFileSync(join(folder, file), source.replace(from, to));
      assert.throws(
        () => readContent(folder),
        ({ message }: Error) => sentence.test(message) || assert.fail(message),
      );
    });
  }

  it('gives tags a slug in any script', () => {
    assert.deepEqual(['Fact check', 'Québec', ' C++ & co. ', 'دنیا کی خبریں'].map(slugOf), [
      'fact-check',
      'quebec',
      'c-co',
      'دنیا-کی-خبریں',
    ]);
  });
});

describe('the seed', () => {
  let database: Database;
  before(async () => {
    database = await openTestDatabase();
  });
  after(() => database.close());
  const count = async () => (await database.query('select from stories')).length;

  it('stores all or nothing', async () => {
    const content = readContent(CONTENT);
    const broken = { ...content, stories: content.stories.map((story) => ({ ...story, section: 'moon' })) };
    await assert.rejects(seed(database, () => broken));
    assert.deepEqual(await database.query('select from sections'), []);
  });

  it('fills an empty database, and leaves a full one alone', async () => {
    await seed(database, () => readContent(CONTENT));
    assert.equal(await count(), 5);
    await seed(database, () => assert.fail('nothing is to be read'));
    assert.equal(await count(), 5);
  });
});
