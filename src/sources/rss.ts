import { feedSource } from './feed/feed.js';

// RSS and Atom.

export default feedSource('rss', async (url, ask) => {
  // The code that reads XML and the feed come at the same time.
  const [{ pageOf }, { data }] = await Promise.all([import('./feed/rss-page.js'), ask.text(url)]);
  return pageOf(String(data), url);
});
