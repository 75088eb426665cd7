import { expect, fixture } from '@open-wc/testing';
import type * as Standfirst from '../../src/index.js';
import { said, warnings } from './support/console.js';
import { contentApi, query, stories } from './support/content-api.js';
import { reaches, seen } from './support/seen.js';
import { ferry, tram } from './support/stories.js';
import { waitUntil } from '../tools/wait.js';

const version = (number: string): Promise<typeof Standfirst> =>
  import(/* @vite-ignore */ `/__version/${number}.js`) as Promise<typeof Standfirst>;

describe('two versions on one page', () => {
  let older: typeof Standfirst;
  let newer: typeof Standfirst;
  before(async () => {
    [older, newer] = [await version('0.8.1'), await version('2.0.0')];
    older.NewsProvider.define('news-provider');
    older.NewsArticleCard.define('news-article-card');
    newer.NewsByline.define('news-byline');
    newer.NewsProvider.define('newer-provider');
    newer.NewsArticleCard.define('newer-article-card');
  });

  it('are two', () => {
    expect(older.NewsArticleCard).not.to.equal(newer.NewsArticleCard);
    expect([older.NewsByline.version, newer.NewsByline.version]).to.deep.equal(['0.8.1', '2.0.0']);
  });

  for (const [provider, theirs] of [
    ['news-provider', 'the older'],
    ['newer-provider', 'the newer'],
  ] as const)
    it(`elements of both live, and hear ${theirs} version's provider`, async () => {
      const api = await contentApi(stories(ferry, tram), stories(ferry, tram));
      const holder = await fixture(`<div><${provider} api="${api.address}">
        <news-article-card story="71"></news-article-card>
        <newer-article-card story="72"></newer-article-card>
        <news-byline story="71"></news-byline></${provider}></div>`);
      const [old, young, byline] = holder.firstElementChild!.children as unknown as Element[];
      for (const element of [old!, young!, byline!]) await reaches(element, 'ready');
      expect(old).to.be.instanceOf(older.NewsArticleCard);
      expect(young).to.be.instanceOf(newer.NewsArticleCard);
      expect([seen(old!), seen(young!), seen(byline!)].join()).to.contain(ferry.headline);
      expect(seen(young!)).to.contain(tram.headline);
      expect(seen(byline!)).to.contain('Amina Rahman');
      // Each copy has its own client, and asks once.
      expect((await api.asked()).map(query)).to.have.deep.members([{ ids: '71' }, { ids: '72,71' }]);
      expect(await said()).to.be.empty;
    });

  it('where both want a tag the first has it, and one warning names both versions', async () => {
    newer.NewsArticleCard.define('news-article-card');
    newer.NewsArticleCard.define('news-article-card');
    await waitUntil(() => warnings.length, 'a warning');
    expect(await said()).to.deep.equal([
      'NEWS-DEFINE: <news-article-card> is already defined by Standfirst 0.8.1; Standfirst 2.0.0 leaves it so. Load one of them only.',
    ]);
    expect(customElements.get('news-article-card')).to.equal(older.NewsArticleCard);
  });
});
