import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { createBuilder, readRelease } from '../builder/builder.js';
import { readComments } from './discussion.js';
import { articlePage } from './article.js';
import { type Edition, type Origins, storyPath } from './edition.js';
import { createFeed } from './feed.js';
import { authorFront, missingPage, privacyPage, searchPage, sectionFront, tagFront } from './fronts.js';

const require = createRequire(import.meta.url);

/** The faces in use: text and headlines, labels, and Urdu. */
const FONTS = [
  '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2',
  '@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2',
  '@fontsource-variable/libre-franklin/files/libre-franklin-latin-wght-normal.woff2',
  '@fontsource/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-400-normal.woff2',
  '@fontsource/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-700-normal.woff2',
];

const A_DAY = 'public, max-age=86400';
const REVALIDATED = 'no-cache';

/** The newspaper: its pages, its style, and its own copy of the elements, which other sites may load too. */
export function createSite(edition: Edition, origins: Origins): Hono {
  const app = new Hono();
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    `img-src 'self' ${origins.api}`,
    `connect-src ${origins.api}`,
    `form-action 'self' ${origins.api}`,
    "base-uri 'none'",
  ].join('; ');

  app.use(async (c, next) => {
    await next();
    c.header('X-Content-Type-Options', 'nosniff');
    if (c.res.headers.get('Content-Type')?.startsWith('text/html')) {
      // The builder has policies of its own; on a CDN files have none.
      if (!/^\/(builder|standfirst)/.test(c.req.path)) c.header('Content-Security-Policy', policy);
      c.header('Cache-Control', REVALIDATED);
    }
  });

  // The elements as a CDN has them: under their version, under the major one, and under none.
  const release = readRelease();
  const { version } = release;
  const folders = ['standfirst', ...[version, version.split('.')[0]!].map((one) => `standfirst@${one}/dist`)];
  for (const folder of folders) {
    app.use(`/${folder}/*`, async (c, next) => {
      c.header('Access-Control-Allow-Origin', '*');
      c.header('Cache-Control', REVALIDATED);
      await next();
    });
    app.use(
      `/${folder}/*`,
      serveStatic({
        root: fileURLToPath(new URL('../../dist', import.meta.url)),
        rewriteRequestPath: (path) => path.slice(folder.length + 1),
      }),
    );
  }
  app.route('/builder', createBuilder(edition, origins, release));

  const give = (path: string, file: string | URL, type: string, cache: string) => {
    const content = new Uint8Array(readFileSync(file));
    app.get(path, (c) => c.body(content, 200, { 'Content-Type': type, 'Cache-Control': cache }));
  };
  for (const name of FONTS)
    give(`/fonts/${name.split('/').at(-1)}`, require.resolve(name), 'font/woff2', A_DAY);
  give('/courier.css', new URL('courier.css', import.meta.url), 'text/css; charset=utf-8', REVALIDATED);
  give('/courier.svg', new URL('courier.svg', import.meta.url), 'image/svg+xml', REVALIDATED);

  const showStory = async (story: Edition['lead'], stored: string | undefined) =>
    articlePage(edition, origins, story, await readComments(origins.api, story.id), stored);

  app.get('/', async (c) => c.html(await showStory(edition.lead, c.req.query('comment'))));
  app.get('/search', async (c) => c.html(await searchPage(edition, origins, c.req.query('q')?.trim() ?? '')));
  app.get('/feed.xml', (c) =>
    c.html(createFeed(edition, origins), 200, {
      'Content-Type': 'application/rss+xml; charset=utf-8',
      'Access-Control-Allow-Origin': '*',
    }),
  );
  app.get('/privacy', (c) => c.html(privacyPage(edition, origins)));
  app.get('/authors/:slug', (c, next) => {
    const author = edition.author(c.req.param('slug'));
    return author ? c.html(authorFront(edition, origins, author)) : next();
  });
  app.get('/tags/:slug', (c, next) => {
    const slug = c.req.param('slug');
    const name = edition.tag(slug);
    return name === undefined ? next() : c.html(tagFront(edition, origins, slug, name));
  });
  app.get('/:section', (c, next) => {
    const section = edition.sections.find(({ slug }) => slug === c.req.param('section'));
    return section ? c.html(sectionFront(edition, origins, section.slug, section.name)) : next();
  });
  app.get('/:section/:slug', async (c, next) => {
    const story = edition.stories.find((one) => storyPath(one) === c.req.path);
    return story ? c.html(await showStory(story, c.req.query('comment'))) : next();
  });
  app.notFound((c) => c.html(missingPage(edition, origins, c.req.path), 404));
  return app;
}
