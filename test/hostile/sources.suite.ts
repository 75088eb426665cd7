import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { ContentElement } from '../../src/elements/content-element.js';
import { waitUntil } from '../tools/wait.js';
import { attacks, figure } from './page.js';
import { rest } from './rest-answers.js';
import { nothingOf, placed, tried } from './shown.js';
import { sites } from './sites.js';
import type { Words } from './spoil.js';
import { dealt, everywhere, shown, type Spoilt } from './spoilt-sites.js';
import { stretchIn } from './tripwires.js';

const hasContent = (element: Element): boolean =>
  element.matches('news-article-card, news-article, news-related-stories[from], news-comments, news-search');

/** Waits until these, which ask once more when they have something, have their last answer. */
const answered = (holder: HTMLElement): Promise<unknown> =>
  Promise.all(
    [...holder.querySelectorAll<ContentElement<unknown>>('news-related-stories, news-comment-count')].map(
      (one) => waitUntil(() => !/idle|loading/.test(one.contentState), `the end of ${one.localName}`),
    ),
  );

describe('an API that says hostile things in every field', () => {
  before(() => stretchIn(window));

  async function show({ api, markup }: Spoilt, words: Words): Promise<void> {
    const { executed, left } = await tried(placed(markup, api), hasContent, answered);
    expect(left, words.own).to.deep.equal([]);
    expect(executed, words.own).to.deep.equal([]);
  }

  for (const [name, site] of Object.entries(sites))
    it(name, async () => {
      const words = everywhere((await attacks()).strings);
      const places = await shown(site, words, show);
      await figure('attacks', `every field of \`${name}\``, nothingOf(words.length / 2, places));
    }).timeout(3_600_000);

  for (const [name, site] of Object.entries({ rest, ...sites }))
    it(`${name}, another in each`, async () => {
      const { deck } = await attacks();
      const places = await shown(site, dealt(deck), show);
      await figure('attacks', `another string in each field of \`${name}\``, nothingOf(deck.length, places));
    }).timeout(3_600_000);
});
