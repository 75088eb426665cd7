// What `renderPage` of standfirst/server leaves in a page, given to the elements before their first update.
import { ContentElement } from './content-element.js';
import { NewsElement } from './base.js';

/** A question with its answer, null where there is none, and further properties of the element that asked. */
type Answered = readonly [key: string, value: unknown, properties?: object];

const read = new WeakMap<Element, readonly Answered[]>();

/** The answers that belong to an element stand in the first such script after it: a page may be made of several pieces. */
function answersFor(element: Element): readonly Answered[] {
  const scripts = [...document.querySelectorAll('script[data-news-answers]')];
  const script =
    scripts.find((one) => element.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) ??
    scripts.at(-1);
  if (!script) return [];
  let answers = read.get(script);
  if (!answers) {
    try {
      answers = JSON.parse(script.textContent) as readonly Answered[];
    } catch {
      // Cut off on the way: the elements ask for themselves.
      answers = [];
    }
    read.set(script, answers);
  }
  return answers;
}

/** Gives an element the answer to its first question. */
export function give(element: ContentElement<unknown>, key: string, value: unknown): void {
  const state = element.isEmpty(value) ? 'empty' : 'ready';
  Object.assign(element.content, { taken: key, value, state, at: Date.now() });
}

NewsElement.prototype.takeOver = function () {
  const style = this.shadowRoot?.querySelector<HTMLStyleElement>('[data-news]');
  if (!style) return false;
  const [key, value, properties] = answersFor(this)[Number(style.dataset.news || NaN)] ?? [];
  if (key !== undefined && this instanceof ContentElement) {
    Object.assign(this, properties);
    give(this as ContentElement<unknown>, key, value ?? undefined);
  }
  return true;
};
