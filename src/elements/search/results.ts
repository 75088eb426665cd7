// Loaded when a reader begins to type.
import type { LitElement } from 'lit';
import { clientFor } from '../../content/content-api.js';
import type { ContentController } from '../../content/controller.js';
import type { Question } from '../../content/questions.js';
import { foundWords, moreWords } from '../../kit/words/en.js';
import type { Say } from '../../kit/words/say.js';
import type { Page, Story } from '../../model/index.js';
import type { FoundSay } from '../../views/search-results.js';

export { foundWords };
export { allResults, moreResults, searchResults } from '../../views/search-results.js';

/** What became of a search, in a sentence. */
export function summary(say: FoundSay, content: ContentController<Page<Story>>, sought: string): string {
  const { value, state } = content;
  if (state === 'error') return say(navigator.onLine ? 'unanswered' : 'disconnected');
  // Isolated: words of another direction must not turn the sentence around.
  const words = `\u2068${sought}\u2069`;
  if (!value?.items.length) return say('notFound', { words });
  const { items, next, total } = value;
  const known = total !== undefined || next === undefined;
  return say(known ? 'found' : 'foundFirst', { n: total ?? items.length, words });
}

/** Results that can grow. */
interface GrowingResults extends LitElement {
  readonly content: ContentController<Page<Story>>;
  /** All that are there. */
  readonly stories: readonly Story[];
  later: readonly Page<Story>[];
  said: string;
}

/** Asks for the next page, says how many stories came, and leads the reader to the first. */
export async function showMore(
  results: GrowingResults,
  next: Question<Page<Story>>,
  speak: (words: typeof moreWords) => Say<keyof typeof moreWords>,
): Promise<void> {
  const { config, value } = results.content;
  if (!config) return;
  const client = await clientFor(config);
  const page = await client.ask(next, new AbortController().signal);
  // Meanwhile something else is looked for.
  if (value !== results.content.value) return;
  const first = results.stories.length;
  results.later = [...results.later, page];
  const n = results.stories.length - first;
  const say = speak(moreWords);
  results.said = n ? say('added', { n }) : say('noMore');
  await results.updateComplete;
  // The button may have gone, and the focus with it.
  if (n || !results.shadowRoot?.activeElement)
    results.renderRoot.querySelectorAll<HTMLElement>('li a')[n ? first : first - 1]?.focus();
}

/** Where a key leads from the field, or from one of the links under it. */
export function step(
  key: string,
  from: Element | null,
  field: HTMLElement,
  links: readonly HTMLElement[],
): HTMLElement | undefined {
  const at = links.indexOf(from as HTMLElement);
  if (at < 0 && (from !== field || key !== 'ArrowDown')) return undefined;
  switch (key) {
    case 'ArrowDown':
      return links[at + 1];
    case 'ArrowUp':
      return links[at - 1] ?? field;
    case 'Home':
      return links[0];
    case 'End':
      return links.at(-1);
    default:
      return undefined;
  }
}
