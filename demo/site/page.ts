import { html, raw } from 'hono/html';
import { formatDate } from '../../src/kit/dates.js';
import type { Edition, Origins } from './edition.js';
import type { Words } from './words.js';

export type Html = ReturnType<typeof html>;

export interface Page {
  readonly title: string;
  readonly description: string;
  /** The path that the page goes by. */
  readonly path: string;
  readonly words: Words;
  /** The section that the page is in: its colour, and its place in the list of sections. */
  readonly section?: string | undefined;
  readonly kind: 'story' | 'front' | 'plain';
  readonly main: Html;
}

const DAY: Intl.DateTimeFormatOptions = { weekday: 'long' };

/** "Sunday, 22 November 2026", by the publisher's own clock. */
function longDate(iso: string, lang: string): string {
  const day = new Intl.DateTimeFormat(lang, { ...DAY, timeZone: 'UTC' }).format(new Date(iso.slice(0, 10)));
  return `${day}${lang === 'ur' ? '، ' : ', '}${formatDate(iso, lang)}`;
}

const FONTS = {
  ltr: ['newsreader-latin-opsz-normal.woff2', 'libre-franklin-latin-wght-normal.woff2'],
  rtl: ['noto-nastaliq-urdu-arabic-400-normal.woff2', 'noto-nastaliq-urdu-arabic-700-normal.woff2'],
};

/** A page of the newspaper: what stands around its main part. */
export function page({ sections, date }: Edition, { site, api }: Origins, about: Page): Html {
  const { words, section, kind } = about;
  const { lang, dir } = words;
  const links = sections.map(
    ({ slug, name }) =>
      html`<li>
        <a href="/${slug}" data-section="${slug}" ${slug === section ? raw('aria-current="true"') : ''}
          >${words.sections[slug] ?? name}</a
        >
      </li>`,
  );
  return html`<!doctype html>
    <html lang="${lang}" dir="${dir}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${about.title}</title>
        <meta name="description" content="${about.description}" />
        <link rel="canonical" href="${site}${about.path}" />
        <link rel="icon" href="/courier.svg" type="image/svg+xml" />
        ${FONTS[dir].map(
          (file) =>
            html`<link rel="preload" href="/fonts/${file}" as="font" type="font/woff2" crossorigin />`,
        )}
        <link rel="alternate" type="application/rss+xml" title="${words.nameplate}" href="/feed.xml" />
        <link rel="stylesheet" href="/courier.css" />
        <script type="module" src="/standfirst/standfirst.all.js" data-api="${api}/v1"></script>
      </head>
      <body class="${kind}" ${section ? html`data-section="${section}"` : ''}>
        <a class="skip" href="#main">${words.skip}</a>
        <header class="masthead">
          <p class="ear"><time datetime="${date}">${longDate(date, lang)}</time></p>
          <p class="nameplate"><a href="/">${words.nameplate}</a></p>
          <p class="ear motto">${words.motto}</p>
          <nav aria-label="${words.sectionsTitle}">
            <ul>
              ${links}
            </ul>
          </nav>
          <div class="services">
            <news-follow label="${words.connect}" heading-level="2" variant="icons">
              <h2>${words.connect}</h2>
              <ul>
                <li><a href="https://mastodon.example/@courier" rel="me">Mastodon</a></li>
                <li><a href="https://bsky.example/courier" data-network="bluesky" rel="me">Bluesky</a></li>
                <li><a href="mailto:desk@harbour-courier.example?subject=The%20morning%20letter">${words.newsletter}</a></li>
                <li><a href="/feed.xml">${words.feed}</a></li>
              </ul>
            </news-follow>
            <news-search label="${words.looking}" action="/search">
              <form action="/search" role="search">
                <label for="looking">${words.looking}</label>
                <input id="looking" name="q" type="search" required dir="auto" />
                <button>${words.search}</button>
              </form>
            </news-search>
          </div>
        </header>
        <main id="main">${about.main}</main>
        <footer class="imprint">
          <p class="nameplate"><a href="/">${words.nameplate}</a></p>
          <ul class="imprint-sections">
            ${links}
          </ul>
          <p>
            ${words.about}<br />
            <a href="mailto:desk@harbour-courier.example">${words.letters}</a> ·
            <a href="/privacy">${words.privacy}</a> ·
            <a href="/builder">${words.builder}</a>
          </p>
          <news-copyright holder="${words.holder}" since="2021"><p>${words.rights}</p></news-copyright>
        </footer>
      </body>
    </html>`;
}
