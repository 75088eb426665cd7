import { html, raw } from 'hono/html';
import { type Edition, type Origins, storyPath } from './edition.js';
import type { Html } from './page.js';
import { wordsIn } from './words.js';

const NEWEST = 20;

/** The newest stories as RSS 2.0. */
export function createFeed({ stories }: Edition, { site }: Origins): Html {
  const { nameplate, motto, lang } = wordsIn('en');
  const items = stories.slice(0, NEWEST).map((story): Html => {
    const address = `${site}${storyPath(story)}`;
    return html`<item>
        <title>${story.headline}</title>
        <link>${address}</link>
        <guid>${address}</guid>
        <pubDate>${new Date(story.published).toUTCString()}</pubDate>
        <description>${story.standfirst}</description>
      </item>`;
  });
  return html`${raw('<?xml version="1.0" encoding="utf-8"?>')}
    <rss version="2.0">
      <channel>
        <title>${nameplate}</title>
        <link>${site}/</link>
        <description>${motto}</description>
        <language>${lang}</language>
        ${items}
      </channel>
    </rss>`;
}
