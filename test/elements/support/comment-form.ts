import { expect, fixture, oneEvent } from '@open-wc/testing';
import '../../../src/elements/comment-form/define.js';
import type { NewsCommentForm } from '../../../src/elements/comment-form/comment-form.js';
import type { NewsCommentFailedEvent, NewsCommentPostedEvent } from '../../../src/elements/events.js';
import type { Story } from '../../../src/model/index.js';
import type { Arrival } from '../../tools/faulty-client.js';
import { contentApi, type TestApi } from './content-api.js';
import { one } from './seen.js';
import { ferry } from './stories.js';

export const valid = { text: 'A fine plan.', name: 'Ola Lind', email: 'ola@example.org' };

export type Texts = Partial<Record<'text' | 'name' | 'email' | 'website', string>>;

/** A form about an open story, with an API that answers to comments. */
export async function placed(
  attributes = '',
  content = '',
  data: Story = ferry,
): Promise<{ form: NewsCommentForm; api: TestApi }> {
  const api = await contentApi();
  const form = await at(api, attributes, content, data);
  return { form, api };
}

/** A form about a story of that API's, as a page that is loaded has it. */
export async function at(
  api: TestApi,
  attributes = '',
  content = '',
  data = ferry,
  story = '71',
): Promise<NewsCommentForm> {
  const holder = await fixture('<div></div>');
  holder.innerHTML = `<news-comment-form api="${api.address}" story="${story}" ${attributes}>${content}</news-comment-form>`;
  const form = holder.firstElementChild as NewsCommentForm;
  form.data = data;
  await form.updateComplete;
  return form;
}

export const field = (form: Element, name: string): HTMLInputElement =>
  one<HTMLInputElement>(form, `[part~=input][name=${name}]`);
export const button = (form: Element): HTMLButtonElement => one(form, 'form button');
export const notice = (form: Element): HTMLElement => one(form, '[part~=notice]');

export function type(form: Element, texts: Texts): void {
  for (const [name, text] of Object.entries(texts)) {
    field(form, name).value = text;
    field(form, name).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }
}

export const typed = (form: Element): Texts =>
  Object.fromEntries(['text', 'name', 'email', 'website'].map((name) => [name, field(form, name).value]));

/** What was sent, but for the seconds that it took. */
export function body(post: Arrival | undefined): Record<string, unknown> {
  const { seconds, ...rest } = JSON.parse(post!.body) as Record<string, unknown>;
  expect(seconds).to.be.a('number').and.at.most(15);
  return rest;
}

export const posts = (asked: readonly Arrival[]): Arrival[] =>
  asked.filter(({ method }) => method === 'POST');

export async function sent(form: NewsCommentForm): Promise<NewsCommentPostedEvent | NewsCommentFailedEvent> {
  const outcome = Promise.race([
    oneEvent<NewsCommentPostedEvent>(form, 'news-comment-posted'),
    oneEvent<NewsCommentFailedEvent>(form, 'news-comment-failed'),
  ]);
  button(form).click();
  const event = await outcome;
  await form.updateComplete;
  return event;
}
