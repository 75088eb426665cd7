import { fixture } from '@open-wc/testing';
import '../../../src/elements/comments/define.js';
import type { NewsComments } from '../../../src/elements/comments/comments.js';
import type { Comment } from '../../../src/model/index.js';
import type { Answer } from '../../tools/faulty-client.js';
import type { TestApi } from './content-api.js';
import { all, hasFocus } from './seen.js';
import { waitUntil } from '../../tools/wait.js';

const names = ['Ada Quill', 'Bo Tern', 'Cem Aydin', 'Dora Vale', 'Eli Marsh'];

/** A comment with that id; one that answers another names it. */
export const remark = (id: number, parent?: number, more: Partial<Comment> = {}): Comment => ({
  id: String(id),
  story: '71',
  ...(parent !== undefined && { parent: String(parent) }),
  author: names[id % names.length]!,
  text: `Words of number ${id}.`,
  posted: `2026-03-13T${String(8 + (id % 12)).padStart(2, '0')}:15:00Z`,
  status: 'approved',
  ...more,
});

/** A page of a discussion, as Standfirst's own API sends it. */
export const comments = (
  items: readonly Comment[],
  more: { next?: string; total?: number } = {},
): Answer => ({
  body: { items, ...more },
});

/** A discussion about story 71 that has its first answer. */
export async function discussionOf(api: TestApi, attributes = '', content = ''): Promise<NewsComments> {
  const element = await fixture<NewsComments>(
    `<news-comments api="${api.address}" story="71" loading="eager" ${attributes}>${content}</news-comments>`,
  );
  await waitUntil(() => /ready|empty/.test(element.contentState), 'an answer');
  await element.updateComplete;
  return element;
}

/** A discussion that was given. */
export async function given(data: readonly Comment[], attributes = ''): Promise<NewsComments> {
  const element = await fixture<NewsComments>(`<news-comments ${attributes}></news-comments>`);
  element.data = data;
  await element.updateComplete;
  return element;
}

/** Ids in the order in which they are read. */
export const ids = (element: Element): number[] =>
  all(element, 'article').map(({ id }) => Number(id.slice('comment-'.length)));

/** The comment with that id. */
export const article = (element: Element, id: number): HTMLElement => {
  const [found] = all(element, `#comment-${id}`);
  if (!found) throw new Error(`there is no comment ${id}, only ${ids(element).join()}`);
  return found;
};

/** A button by the words that a screen reader says. */
export function button(element: Element, words: string): HTMLButtonElement {
  const buttons = all<HTMLButtonElement>(element, 'button');
  const say = ({ textContent }: Element): string => textContent.replace(/\s+/g, ' ').trim();
  const found = buttons.find((one) => say(one) === words);
  if (!found) throw new Error(`there is no button "${words}", only ${buttons.map(say).join(', ')}`);
  return found;
}

/** Waits until the first of these has the focus. */
export const focusOn = (element: Element, selector: string): Promise<void> =>
  waitUntil(() => {
    const [found] = all(element, selector);
    return !!found && hasFocus(found);
  }, `the focus on ${selector}`);
