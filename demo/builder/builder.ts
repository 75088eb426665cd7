import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { sourceNames } from '../../src/sources/registry.js';
import type { Edition, Origins } from '../site/edition.js';
import { type Choice, type Menu, readChoice } from './choice.js';
import { readOffers } from './elements.js';
import { notesOn } from './notes.js';
import { builderPage } from './page.js';
import { previewPage } from './preview.js';
import { type Release, snippetOf } from './snippets.js';

const root = new URL('../../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8');
const namesIn = (folder: string, ending: string): string[] =>
  readdirSync(new URL(folder, root))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));

const speaks = (): string[] =>
  namesIn('src/kit/words', '.ts')
    .filter((name) => !['load', 'say'].includes(name))
    .map((name) => Intl.getCanonicalLocales(name)[0]!);

/** The package as it was built. */
export const readRelease = (): Release => ({
  version: (JSON.parse(read('package.json')) as { version: string }).version,
  integrity: `sha384-${createHash('sha384').update(read('dist/standfirst.all.js')).digest('base64')}`,
});

/** Where a publisher without a developer chooses elements, sees them, and copies what their page needs. */
export function createBuilder({ lead }: Edition, { site, api }: Origins, release: Release): Hono {
  const app = new Hono();
  const menu: Menu = {
    offers: readOffers(new URL('custom-elements.json', root)),
    sources: ['auto', ...sourceNames()],
    themes: namesIn('src/themes', '.css'),
    languages: speaks(),
    api: `${api}/v1`,
    files: `${site}/standfirst`,
  };

  const policies = {
    page: `default-src 'none'; script-src ${site}; style-src ${site}; img-src ${site}; font-src ${site}; connect-src ${site}; frame-src ${site}; form-action ${site}; base-uri 'none'; frame-ancestors 'none'`,
    // It shows what any API says, which the builder's own origin must not be touched by.
    preview: `sandbox allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox; default-src 'none'; script-src ${site}; style-src ${site}; connect-src http: https:; img-src http: https: data:; media-src http: https:; frame-src https:; form-action http: https:; base-uri 'none'; frame-ancestors ${site}`,
  };

  const answer = async (
    choice: Choice,
    query: string,
    made?: { text: string; problems: readonly string[] },
  ) =>
    builderPage(
      menu,
      choice,
      {
        text: made?.text ?? snippetOf(choice, release),
        notes: [...(await notesOn(choice)), ...(made?.problems ?? [])],
      },
      query,
    );

  const example = new URLSearchParams({ 'news-article-card': 'on', 'news-article-card.story': lead.id });

  app.get('/', async (c) => {
    const { search, searchParams } = new URL(c.req.url);
    if (!search) return c.redirect(`/builder?${example}`);
    c.header('Content-Security-Policy', policies.page);
    return c.html(await answer(readChoice(searchParams, menu), search.slice(1)));
  });
  // By a button of the page alone: an address that somebody sends makes this server ask nobody.
  app.post('/', csrf({ origin: site }), async (c) => {
    const fields = [...(await c.req.formData())].flatMap(([name, value]) =>
      typeof value === 'string' && value ? [[name, value]] : [],
    );
    const query = new URLSearchParams(fields);
    const choice = readChoice(query, menu);
    const { make } = await import('./made.js');
    c.header('Content-Security-Policy', policies.page);
    return c.html(await answer(choice, String(query), await make(choice, release, `${site}/`)));
  });
  app.get('/preview', (c) => {
    c.header('Content-Security-Policy', policies.preview);
    return c.html(previewPage(readChoice(new URL(c.req.url).searchParams, menu)));
  });

  for (const [file, type] of [
    ['builder.css', 'text/css'],
    ['hosts.css', 'text/css'],
    ['builder.js', 'text/javascript'],
    ['preview.js', 'text/javascript'],
  ] as const) {
    const content = readFileSync(fileURLToPath(new URL(file, import.meta.url)), 'utf8');
    app.get(`/${file}`, (c) =>
      c.body(content, 200, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-cache' }),
    );
  }
  return app;
}
