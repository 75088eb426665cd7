import { marked } from 'marked';
import { type Content, type ContentStory, slugOf } from './content.js';
import type { Database, Queries } from './database.js';

const WORDS_A_MINUTE = 230;

const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));

/** Stores one story; its section and its authors are there already. */
export async function storeStory(queries: Queries, story: ContentStory): Promise<void> {
  const body = marked.parse(story.body, { async: false });
  const plainBody = body.replaceAll(/<[^>]*>/g, ' ');
  const words = plainBody.split(/\s+/).filter(Boolean).length;
  await queries.query(
    `insert into stories (id, slug, section, headline, kicker, standfirst, label, lang, published, published_at,
       updated, picture, live, subscribers_only, comments, quotes, corrections, body, reading_minutes, search)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
       setweight(to_tsvector('simple', $20), 'A') || setweight(to_tsvector('simple', $21), 'B') ||
       setweight(to_tsvector('simple', concat_ws(' ', $22::text,
         (select string_agg(name, ' ') from authors where slug = any($24::text[])))), 'C') || setweight(to_tsvector('simple', $23), 'D'))`,
    [
      story.id,
      story.slug,
      story.section,
      story.headline,
      story.kicker ?? null,
      story.standfirst,
      story.label ?? null,
      story.lang ?? 'en',
      story.published,
      new Date(story.published).toISOString(),
      story.updated ?? null,
      json(story.picture),
      story.live ?? false,
      story.subscribersOnly ?? false,
      story.comments,
      json(story.quotes),
      json(story.corrections),
      body,
      Math.ceil(words / WORDS_A_MINUTE),
      story.headline,
      [story.kicker, story.standfirst].join(' '),
      story.tags.join(' '),
      plainBody,
      story.authors,
    ],
  );
  for (const [position, author] of story.authors.entries()) {
    await queries.query('insert into story_authors (story, author, position) values ($1, $2, $3)', [
      story.id,
      author,
      position,
    ]);
  }
  for (const [position, name] of story.tags.entries()) {
    const slug = slugOf(name);
    await queries.query('insert into tags (slug, name) values ($1, $2) on conflict do nothing', [slug, name]);
    await queries.query('insert into story_tags (story, tag, position) values ($1, $2, $3)', [
      story.id,
      slug,
      position,
    ]);
  }
}

/** Fills an empty database, all or nothing; one that holds stories is left as it is. */
export async function seed(database: Database, read: () => Content): Promise<void> {
  await database.transaction(async (transaction) => {
    // Of two processes that start at once on one server, the second waits here, and then finds the stories.
    await transaction.query(`select pg_advisory_xact_lock(hashtextextended('seed', 0))`);
    const [found] = await transaction.query('select from stories limit 1');
    if (found) return;
    const { sections, authors, stories, comments } = read();
    for (const [position, { slug, name }] of sections.entries()) {
      await transaction.query('insert into sections (slug, name, position) values ($1, $2, $3)', [
        slug,
        name,
        position,
      ]);
    }
    for (const { slug, name, role, bio, portrait, staff, lang } of authors) {
      await transaction.query(
        'insert into authors (slug, name, role, bio, portrait, staff, lang) values ($1, $2, $3, $4, $5, $6, $7)',
        [slug, name, role ?? null, bio ?? null, portrait ?? null, staff, lang ?? null],
      );
    }
    for (const story of stories) await storeStory(transaction, story);
    for (const comment of comments) {
      await transaction.query(
        `insert into comments (id, story, parent, author, email, website, lang, text, posted, status, posted_status)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
        [
          comment.id,
          comment.story,
          comment.parent ?? null,
          comment.author,
          comment.email.toLowerCase(),
          comment.website ?? null,
          comment.lang ?? null,
          comment.text.trim(),
          comment.posted,
          comment.status,
        ],
      );
    }
    await transaction.query(
      `select setval(pg_get_serial_sequence('comments', 'id'), (select coalesce(max(id), 0) + 1 from comments), false)`,
    );
  });
}
