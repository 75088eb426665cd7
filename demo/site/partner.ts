import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { type Edition, type Origins, storyPath } from './edition.js';

/**
 * Somebody else's weblog, on a server of its own, with a style that knows nothing of newspapers: it loads the elements
 * from the newspaper, and they are to look like the weblog.
 */
export function createPartner(edition: Edition, { site, api }: Origins, origin: string): Hono {
  const app = new Hono();
  const { lead } = edition;
  const ferry = edition.stories.find(({ slug }) => slug === 'night-ferry-returns') ?? lead;
  const fallback = (story = lead) => html`<a href="${site}${storyPath(story)}">${story.headline}</a>`;
  const style = readFileSync(new URL('partner.css', import.meta.url), 'utf8');

  app.get('/partner.css', (c) => c.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.get('/', (c) =>
    c.html(
      html`<!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width" />
            <title>The last boat out is running again | Slow Boats</title>
            <link rel="canonical" href="${origin}/" />
            <link rel="icon" href="data:," />
            <link rel="stylesheet" href="/partner.css" />
            <script type="module" src="${site}/standfirst/standfirst.all.js" data-api="${api}/v1"></script>
          </head>
          <body>
            <header>
              <p><a href="/">slow boats</a></p>
              <p>a weblog about getting there by water</p>
            </header>
            <main>
              <article>
                <h1>The last boat out is running again</h1>
                <p class="when">posted by Wilma on a wet Sunday</p>
                <p>
                  I have not slept on a ferry since the one from Port Alder was given up, and I had stopped looking at the
                  timetable. Then a reader sent me this.
                </p>
                <news-article-card story="${ferry.id}" heading-level="2" layout="row" show="picture kicker excerpt date"
                  >${fallback(ferry)}</news-article-card
                >
                <p>
                  Two cabins with a window are left for the first night, or were when I rang. Meanwhile the whole town is
                  talking about something else. I like how this minister put it:
                </p>
                <news-pull-quote story="${lead.id}">${fallback()}</news-pull-quote>
                <news-byline story="${lead.id}" label="The report is by">${fallback()}</news-byline>
                <h2>From the same harbour</h2>
                <news-related-stories
                  from="section:city"
                  story="${lead.id}"
                  limit="3"
                  load-more
                  label=""
                  show="picture kicker excerpt"
                  excerpt-lines="2"
                  link-params="utm_source=partner"
                  >${fallback()}</news-related-stories
                >
                <h2>Tell them, not me</h2>
                <p>What you write here goes straight to the newspaper, under its story about the pact.</p>
                <news-comment-form story="${lead.id}" label="" privacy-url="${site}/privacy"
                  >${fallback()}</news-comment-form
                >
              </article>
              <aside>
                <h2>On my blogroll</h2>
                <ul>
                  <li><a href="${site}/">The Harbour Courier</a></li>
                  <li><a href="${site}/tags/boats">All that it has about boats</a></li>
                </ul>
                <button type="button">Print this page</button>
              </aside>
            </main>
          </body>
        </html>`,
    ),
  );
  return app;
}
