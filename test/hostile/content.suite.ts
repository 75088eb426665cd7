import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { attacks, figure } from './page.js';
import { addressesOf, commentOf, storyOf } from './rest-answers.js';
import { apiOf, nothingOf, placed, placesIn, portions, searchFor, tried } from './shown.js';
import { stretchIn } from './tripwires.js';

/** One sign is nothing to look for. */
const isSought = (text: string): boolean => (text.match(/[^\s\p{M}\p{C}]/gu) ?? []).length > 1;

/** So many strings are on the page at once. */
const together = 10;

describe('an API of kind rest that says hostile things in every field', () => {
  before(() => stretchIn(window));

  it('runs nothing, and leaves nothing behind', async () => {
    const { strings } = await attacks();
    let places = 0;
    for (const some of portions(strings, together)) {
      const pairs = some.flatMap((text) => addressesOf(text).map((address) => [text, address] as const));
      const stories = pairs.map(([text, address], at) =>
        storyOf(String(at + 1), text.trim() || 'x', address),
      );
      const named = stories.map((story, at) => ({ ...story, id: `${at} ${some[at >> 1]}` }));
      const comments = pairs.flatMap(([text, address], at) => [
        commentOf(`c${at}`, text, address),
        commentOf(`${at} ${text}`, text, address, `c${at}`),
      ]);
      const api = await apiOf([
        ['/comments', { body: { items: comments, total: comments.length } }],
        ['/stories\\?.*ids=', { body: { items: stories } }],
        ['/stories', { body: { items: named } }],
      ]);
      const holder = placed(
        stories
          .map(
            ({ id }) => `<news-article story="${id}" json-ld></news-article>
              <news-article-card story="${id}"></news-article-card>
              <news-byline story="${id}" variant="box"></news-byline>
              <news-pull-quote story="${id}"></news-pull-quote>
              <news-comment-count story="${id}"></news-comment-count>`,
          )
          .join('') +
          `<news-related-stories from="latest" limit="${stories.length}" loading="eager"></news-related-stories>
          <news-comments story="1" loading="eager" limit="99" max-depth="2"></news-comments>
          <news-comment-form story="1"></news-comment-form>
          ${some.filter(isSought).map(searchFor).join('')}`,
        { api, source: 'rest' },
      );
      const { executed, left } = await tried(
        holder,
        (element) => element.localName.startsWith('news-') && !element.parentElement!.closest('news-article'),
      );
      expect(left, JSON.stringify(some)).to.deep.equal([]);
      expect(executed, JSON.stringify(some)).to.deep.equal([]);
      places += pairs.reduce(
        (sum, [text], at) =>
          sum + placesIn([stories[at], named[at], comments.slice(2 * at, 2 * at + 2)], text),
        0,
      );
    }
    await figure('attacks', 'every field of `rest`', nothingOf(strings.length, places));
  }).timeout(3_600_000);
});
