// Loaded only where a page, or a part of it, is not in English.
import { languageOf } from '../kit/languages.js';
import { inEnglish, loadWords } from '../kit/words/load.js';
import type { NewsElement } from './base.js';

/** How long an element waits for its words before it speaks English, in milliseconds. */
const patience = 3_000;

/** Pieces that come from an API or from the publisher: they are in a language of their own, or the page's. */
const pieces = '[dir="auto"]:not(input, textarea), bdi, time';

const marked = new WeakSet<NewsElement>();

/**
 * Loads the words of an element's language. Where English has to stand in for them, the element is marked as English, for
 * voices and for the order of words; unless there is more in it than our own words.
 */
export async function learn(element: NewsElement): Promise<void> {
  const hostUpdated = (): void => {
    const root = element.renderRoot.querySelector('.root');
    const english =
      inEnglish(languageOf(element)) &&
      !root?.querySelector(pieces) &&
      !Object.keys(element.words).length &&
      !document.querySelector('[data-news-messages]');
    for (const [name, value] of [
      ['lang', 'en'],
      ['dir', 'ltr'],
    ] as const)
      if (english) root?.setAttribute(name, value);
      else root?.removeAttribute(name);
  };
  if (!marked.has(element)) element.addController({ hostUpdated });
  marked.add(element);
  await Promise.race([
    loadWords(languageOf(element)).then(() => {
      element.requestUpdate();
    }),
    new Promise((resolve) => setTimeout(resolve, patience)),
  ]);
}
