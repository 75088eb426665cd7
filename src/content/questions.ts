import type { Comment, Page, Story } from '../model/index.js';
import type { CommentQuery, Detail, ListQuery } from '../sources/source.js';
import type { Client } from './client.js';

/** A question that a client answers, and that answers are kept by. */
export interface Question<T> {
  /** Equal for equal questions. */
  readonly key: string;
  ask(client: Client, signal: AbortSignal): Promise<T>;
}

/** One story, shared with everybody who asks for it. Undefined when the API does not know it. */
export const storyQuestion = (ref: string, detail: Detail = 'teaser'): Question<Story | undefined> => ({
  key: `${detail} ${ref}`,
  ask: (client, signal) => client.story(ref, detail, signal),
});

/** One page of a list of stories. */
export const listQuestion = (query: ListQuery): Question<Page<Story>> => ({
  key: JSON.stringify(query),
  ask: (client, signal) => client.list(query, signal),
});

/** One page of a discussion. Undefined where this kind of API has no comments. */
export const commentsQuestion = (query: CommentQuery): Question<Page<Comment> | undefined> => ({
  key: `comments ${JSON.stringify(query)}`,
  ask: (client, signal) => client.comments(query, signal),
});

/** A story that readers want to comment on. Undefined also where this kind of API takes no comments. */
export const commentableQuestion = (ref: string): Question<Story | undefined> => ({
  key: `commentable ${ref}`,
  ask: async (client, signal) => {
    // At once: the story is asked for together with those of other elements.
    const [story, open] = await Promise.all([client.story(ref, 'teaser', signal), client.canComment()]);
    return open ? story : undefined;
  },
});
