import { safeUrl } from '../kit/urls.js';
import { escaped } from './feed/story.js';
import { feedSource } from './feed/feed.js';
import { fields, text, type Fields } from './shape.js';

// JSON Feed, 1.0 and 1.1: https://www.jsonfeed.org/version/1.1/

/** Paragraphs of a text as HTML. One ends where the next begins. */
const paragraphs = (plain: string): string =>
  '<p>' +
  escaped(plain)
    .replace(/\n\s*\n/g, '<p>')
    .replace(/\n/g, '<br>');

/** An item with the names of 1.1, and what it takes over from its feed. */
function itemOf(item: Fields, feed: Fields): Fields {
  const plain = text(item.content_text);
  return {
    ...item,
    url: item.url ?? item.external_url ?? item.id,
    content_html: item.content_html ?? (plain && paragraphs(plain)),
    image: { src: item.image ?? item.banner_image },
    // In 1.0 there was one author.
    authors: item.authors ?? (item.author ? [item.author] : (feed.authors ?? [feed.author])),
    language: item.language ?? feed.language,
  };
}

export default feedSource('json-feed', async (url, ask) => {
  const feed = fields((await ask.get(url)).data);
  return {
    items: Array.isArray(feed.items) ? feed.items.map((item) => itemOf(fields(item), feed)) : undefined,
    base: safeUrl(feed.home_page_url, url) ?? url,
    next: text(feed.next_url),
  };
});
