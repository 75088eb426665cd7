import type { Story } from '../model/index.js';
import type { Source } from './source.js';
import { byRefs } from './wordpress/posts.js';
import { answer } from './wordpress/site.js';

// WordPress' own REST API, `https://example.org/wp-json`.

const wordpress: Source = {
  name: 'wordpress',

  stories: (refs, detail, ask) =>
    answer<readonly (Story | undefined)[]>(
      ask,
      async (site) => {
        const stories = (await byRefs(refs, detail, site)).map((one) => one?.story);
        if (detail !== 'counted') return stories;
        const { counted } = await import('./wordpress/comments.js');
        return counted(stories, site);
      },
      (feed) => feed.stories(refs, detail),
    ),

  list: (query, ask) =>
    answer(
      ask,
      async (site) => (await import('./wordpress/lists.js')).list(query, site),
      (feed) => feed.list(query),
    ),

  comments: async (query, ask) => (await import('./wordpress/talk.js')).comments(query, ask),

  postComment: async (sent, _key, ask) => (await import('./wordpress/talk.js')).postComment(sent, ask),

  handover: async (sent, ask) => (await import('./wordpress/talk.js')).handover(sent, ask),
};

export default wordpress;
