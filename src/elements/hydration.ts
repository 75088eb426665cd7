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
    scripts.find(
      (one) => element.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING,
    ) ?? scripts.at(-1);
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

NewsElement.takeOver = (element) => {
  const style = element.shadowRoot?.querySelector<HTMLStyleElement>('[data-news]');
  if (!style) return false;
  const [key, value, properties] = answersFor(element)[Number(style.dataset.news || NaN)] ?? [];
  if (key !== undefined && element instanceof ContentElement) {
    Object.assign(element, properties);
    (element as ContentElement<unknown>).content.take(key, value ?? undefined);
  }
  return true;
};
