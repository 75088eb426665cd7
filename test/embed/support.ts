import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as later } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { readContent } from '../../demo/api/content.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const content = readContent(`${root}/demo/content`);

const picture = (file: string | undefined, width = 400, height = 400) =>
  file ? { src: `${pictures}/${file}`, width, height } : undefined;

/** Replaced by where this test's site is. */
const pictures = 'https://pictures.invalid';

/** The demo's stories, as Standfirst's own API sends them. */
export const stories = content.stories.map((story) => ({
  ...story,
  url: `https://courier.example/${story.section}/${story.slug}`,
  section: { id: story.section, name: content.sections.find(({ slug }) => slug === story.section)?.name },
  tags: story.tags.map((name) => ({ id: name, name })),
  authors: story.authors.map((slug) => {
    const { portrait, ...author } = content.authors.find((one) => one.slug === slug)!;
    return { id: slug, ...author, portrait: picture(portrait) };
  }),
  picture: picture(story.picture?.file, story.picture?.width, story.picture?.height),
  quotes: story.quotes?.map((quote) => ({ ...quote, portrait: picture(quote.portrait) })),
  commentCount: content.comments.filter((one) => one.story === story.id && one.status === 'approved').length,
  body: undefined,
}));

const comments = (story: string | null) =>
  content.comments
    .filter((one) => one.story === story && one.status === 'approved')
    .map(({ email: _email, website: _website, ...one }) => ({ ...one, url: `#comment-${one.id}` }));

function answer({ pathname, searchParams: query }: URL): unknown {
  if (pathname.endsWith('/comments')) {
    const items = comments(query.get('story'));
    return { items, total: items.length };
  }
  // A section that is empty, and one that is out of order.
  if (query.get('section') === 'none') return { items: [] };
  if (query.get('section') === 'broken') return undefined;
  const ids = query.get('ids')?.split(',');
  if (ids) return { items: stories.filter(({ id }) => ids.includes(id)) };
  const others = stories.filter(({ id }) => id !== query.get('related'));
  return { items: others.slice(0, Number(query.get('limit') ?? 20)), total: others.length };
}

export interface Site {
  readonly origin: string;
  /** Address of a page with this in its body. */
  page(body: string, options?: { reserve?: boolean; width?: string; script?: string }): string;
  close(): void;
}

/**
 * Pages with our elements, and a content API that takes its time.
 * @param delay milliseconds before the API answers
 */
export async function startSite(delay: number): Promise<Site> {
  const { outputFiles } = await build({
    entryPoints: [`${root}/src/define.ts`],
    outdir: '/lib',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['production'],
    define: { __VERSION__: '"0.0.0"' },
    write: false,
  });
  const library = new Map(outputFiles.map(({ path, text }) => [path, text]));
  const pages = new Map<string, string>();

  const server = createServer((request, response) => {
    const url = new URL(request.url!, 'http://localhost');
    const { pathname } = url;
    const send = (type: string, body: string | Buffer): void => {
      response.writeHead(200, { 'Content-Type': type }).end(body);
    };
    if (library.has(pathname)) send('text/javascript', library.get(pathname)!);
    else if (pathname === '/reserve.css') send('text/css', readFileSync(`${root}/src/embed/reserve.css`));
    else if (pathname.startsWith('/pictures/'))
      send('image/svg+xml', readFileSync(`${root}/demo/content/${pathname}`));
    else if (pathname.startsWith('/api/'))
      void later(delay).then(() => {
        const found = answer(url);
        if (!found) return response.writeHead(403).end();
        return send('application/json', JSON.stringify(found).replaceAll(pictures, `${origin}/pictures`));
      });
    else if (pages.has(pathname)) send('text/html; charset=utf-8', pages.get(pathname)!);
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    page(
      body,
      {
        reserve = true,
        width = 'none',
        script = `<meta name="news-api" content="${origin}/api"><script type="module" src="/lib/define.js"></script>`,
      } = {},
    ) {
      const path = `/page/${pages.size}`;
      pages.set(
        path,
        `<!doctype html><html lang="en"><head><title>Page</title><meta name="viewport" content="width=device-width">
        ${reserve ? '<link rel="stylesheet" href="/reserve.css">' : ''}
        <style>body { margin: 1rem; font: 1rem/1.5 Georgia, serif; max-width: ${width} } p { margin: 0 }</style>
        ${script}</head><body>${body}</body></html>`,
      );
      return origin + path;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
