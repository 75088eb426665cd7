// Loaded when a reader asks for more.
import type { LitElement } from 'lit';
import { clientFor } from '../../content/content-api.js';
import type { ContentController } from '../../content/controller.js';
import type { Question } from '../../content/questions.js';
import { moreWords } from '../../kit/words/en.js';
import type { Say } from '../../kit/words/say.js';
import type { Page, Story } from '../../model/index.js';

/** A list that can grow. */
export interface GrowingList extends LitElement {
  readonly limit: number;
  readonly content: ContentController<Page<Story> | readonly Story[]>;
  /** All stories that are there to be shown. */
  readonly stories: readonly Story[];
  /** Where the pages go on. */
  readonly next: string | undefined;
  nextQuestion(cursor: string): Question<Page<Story>>;
  later: readonly Page<Story>[];
  visible: number;
  said: string;
}

/** Shows as many stories again, asks for them where they are not there yet, and leads the reader to the first. */
export async function showMore(
  list: GrowingList,
  speak: (words: typeof moreWords) => Say<keyof typeof moreWords>,
): Promise<void> {
  const say = speak(moreWords);
  const { next, content } = list;
  const { config, asked } = content;
  const first = Math.min(list.visible, list.stories.length);
  // Said again only when it was unsaid between.
  list.said = '';
  await list.updateComplete;
  if (list.stories.length < first + list.limit && next !== undefined && config) {
    const client = await clientFor(config);
    const page = await client.ask(list.nextQuestion(next), new AbortController().signal);
    if (asked !== content.asked) return;
    list.later = [...list.later, page];
  }
  list.visible = Math.min(list.stories.length, first + list.limit);
  const came = list.visible - first;
  list.said = came > 0 ? say('added', { n: came }) : say('noMore');
  await list.updateComplete;
  // The button may have gone, and the focus with it.
  if (came > 0 || !list.shadowRoot?.activeElement)
    list.renderRoot.querySelectorAll<HTMLElement>('[part~="link"]')[came > 0 ? first : first - 1]?.focus();
}
