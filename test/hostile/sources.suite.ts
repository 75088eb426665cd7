import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { attacks, figure } from './page.js';
import { addressesOf, rest } from './rest-answers.js';
import { nothingOf, placed, tried } from './shown.js';
import { sites } from './sites.js';
import { said } from './spoil.js';
import { dealt, everyFifth, everywhere, spoilt } from './spoilt-sites.js';
import { stretchIn } from './tripwires.js';

const hasContent = (element: Element): boolean =>
  element.matches('news-article-card, news-article, news-related-stories[from], news-comments');

describe('an API that says hostile things in every field', () => {
  before(() => stretchIn(window));

  for (const [name, site] of Object.entries(sites))
    it(name, async () => {
      const strings = everyFifth((await attacks()).strings);
      const before = said.places;
      for (const text of strings)
        for (const address of addressesOf(text)) {
          const { api, markup } = await spoilt(site, everywhere(text, address));
          const { executed, left } = await tried(placed(markup, api), hasContent);
          expect(left, JSON.stringify(text)).to.deep.equal([]);
          expect(executed, JSON.stringify(text)).to.deep.equal([]);
        }
      await figure('attacks', `every field of \`${name}\``, nothingOf(strings.length, said.places - before));
    }).timeout(3_600_000);

  for (const [name, site] of Object.entries({ rest, ...sites }))
    it(`${name}, another in each`, async () => {
      const { deck } = await attacks();
      const before = said.places;
      for (const words of dealt(deck)) {
        const { api, markup } = await spoilt(site, words);
        const { executed, left } = await tried(placed(markup, api), hasContent);
        expect(left, words.own).to.deep.equal([]);
        expect(executed, words.own).to.deep.equal([]);
      }
      await figure(
        'attacks',
        `another string in each field of \`${name}\``,
        nothingOf(deck.length, said.places - before),
      );
    }).timeout(3_600_000);
});
