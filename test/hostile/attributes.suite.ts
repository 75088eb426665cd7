import { expect } from '@open-wc/testing';
import type { ContentElement } from '../../src/elements/content-element.js';
import '../../src/define.js';
import { remark } from '../elements/support/comments.js';
import { ferry, several } from '../elements/support/stories.js';
import { attacks, elements, figure } from './page.js';
import { nothingOf, portions, tried } from './shown.js';
import { stretchIn } from './tripwires.js';

const content: Readonly<Record<string, unknown>> = {
  'news-related-stories': several(3),
  'news-comments': [remark(1), remark(2, 1)],
  'news-follow': undefined,
};
/** Says where content comes from: with one that is wrong, there is none to show. */
const origin = /^(api|source|api-key|story|loading|pick)$/;

function made(tag: string, attributes: readonly string[], text: string): ContentElement<unknown> {
  const element = document.createElement(tag) as ContentElement<unknown>;
  for (const name of attributes) element.setAttribute(name, text);
  return element;
}

describe('attributes that say hostile things', () => {
  before(() => stretchIn(window));

  it('run nothing, beside content and in its place', async () => {
    const all = await elements();
    const { strings } = await attacks();
    let places = 0;
    for (const some of portions(strings, 10)) {
      const holder = document.createElement('div');
      for (const text of some)
        for (const { tag, attributes } of all) {
          const filled = made(tag, attributes, text);
          filled.data = tag in content ? content[tag] : ferry;
          const byHand = attributes.filter((name) => !origin.test(name));
          places += attributes.length + byHand.length;
          holder.append(filled, made(tag, byHand, text));
        }
      const { executed, left } = await tried(holder, () => false);
      expect(left, JSON.stringify(some)).to.deep.equal([]);
      expect(executed, JSON.stringify(some)).to.deep.equal([]);
    }
    await figure('attacks', `every attribute of ${all.length} elements`, nothingOf(strings.length, places));
  }).timeout(3_600_000);
});
