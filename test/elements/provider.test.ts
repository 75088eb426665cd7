import { expect, fixture, oneEvent } from '@open-wc/testing';
import '../../src/elements/article-card/define.js';
import '../../src/elements/provider/define.js';
import { NewsProvider } from '../../src/elements/provider/provider.js';
import type { Answer } from '../tools/faulty-client.js';
import { Clock } from './support/clock.js';
import { contentApi, never, page, query, stories } from './support/content-api.js';
import { inHead } from './support/pretend.js';
import { all, one, reaches, seen } from './support/seen.js';
import { captain, ferry, several, tram } from './support/stories.js';
import '../../src/define.js';

/** Every element that asks, with what it is answered. */
const kinds: [tag: string, answer: Answer, words: string][] = [
  ['news-article-card', stories(ferry), ferry.headline],
  ['news-pull-quote', stories(ferry), captain.text],
  ['news-byline', stories(ferry), 'Amina Rahman'],
  ['news-related-stories', page(several(4)), 'Story number 4'],
  ['news-comment-form', stories({ ...ferry, comments: 'closed' }), 'Comments are closed.'],
];

describe('<news-provider>', () => {
  it('shows what is in it, and takes no place in the layout', async () => {
    const grid = await fixture(
      '<div style="display: grid"><news-provider><p>One</p><p>Two</p></news-provider></div>',
    );
    const provider = one(grid, 'news-provider');
    expect(getComputedStyle(provider).display).to.equal('contents');
    expect(seen(grid)).to.equal('One Two');
    await expect(provider).to.be.accessible();
  });

  for (const [tag, answer, words] of kinds) {
    it(`serves a <${tag}> that was there before it`, async () => {
      const late = `test-late-for-${tag}`;
      const api = await contentApi(answer);
      const holder = await fixture(
        `<${late} api="${api.address}"><${tag} story="71" loading="eager"><p>Fallback</p></${tag}></${late}>`,
      );
      const element = one(holder, tag);
      expect(element).to.match(':state(idle)');
      expect(seen(element)).to.equal('Fallback');
      NewsProvider.define(late);
      await reaches(element, 'ready');
      expect(seen(element)).to.contain(words);
      expect(await api.asked()).to.have.length(1);
    });
  }

  it('that comes after its elements have given up serves them still', async () => {
    const clock = new Clock();
    const api = await contentApi(stories(ferry));
    const card = await fixture('<news-article-card story="71"></news-article-card>');
    const failed = oneEvent(card, 'news-error');
    clock.pass(1_000);
    await failed;
    const provider = document.createElement('news-provider');
    provider.api = api.address;
    card.parentElement!.append(provider);
    provider.append(card);
    await reaches(card, 'ready');
    expect(seen(card)).to.contain(ferry.headline);
  });

  it('that is put in later without a definition serves them when it has one', async () => {
    const [outer, inner] = [await contentApi(stories(tram)), await contentApi(stories(ferry))];
    const holder =
      await fixture(`<news-provider api="${outer.address}"><test-inner-provider api="${inner.address}">
      <news-article-card story="71"></news-article-card></test-inner-provider></news-provider>`);
    const card = one(holder.parentElement!, 'news-article-card');
    await outer.asked({ arrived: 1 });
    NewsProvider.define('test-inner-provider');
    await inner.asked({ arrived: 1 });
    await reaches(card, 'ready');
    expect(seen(card)).to.contain(ferry.headline);
  });

  it('the nearest one counts', async () => {
    const [outer, inner] = [await contentApi(stories(tram)), await contentApi(stories(ferry))];
    const holder = await fixture(`<news-provider api="${outer.address}">
      <news-article-card story="72"></news-article-card>
      <news-provider api="${inner.address}"><news-article-card story="71"></news-article-card></news-provider>
    </news-provider>`);
    const [first, second] = all(holder.parentElement!, 'news-article-card');
    await reaches(first!, 'ready');
    await reaches(second!, 'ready');
    expect((await outer.asked()).map(query)).to.deep.equal([{ ids: '72' }]);
    expect((await inner.asked()).map(query)).to.deep.equal([{ ids: '71' }]);
  });

  it('an element that is moved is served by its new one', async () => {
    const [one_, two] = [await contentApi(stories(ferry)), await contentApi(stories({ ...tram, id: '71' }))];
    const holder = await fixture(`<div>
      <news-provider api="${one_.address}"><news-article-card story="71"></news-article-card></news-provider>
      <news-provider api="${two.address}"></news-provider>
    </div>`);
    const card = one(holder, 'news-article-card');
    await reaches(card, 'ready');
    const loaded = oneEvent(card, 'news-load');
    holder.lastElementChild!.append(card);
    await loaded;
    expect(seen(card)).to.contain(tram.headline);
  });

  it('whose address changes: its elements show what the new one has, never the old one late', async () => {
    const [old, next] = [await contentApi(never), await contentApi(stories(ferry))];
    const provider = await fixture<NewsProvider>(
      `<news-provider api="${old.address}"><news-article-card story="71"></news-article-card></news-provider>`,
    );
    const card = one(provider.parentElement!, 'news-article-card');
    await old.asked({ arrived: 1 });
    provider.api = next.address;
    await reaches(card, 'ready');
    const [dropped] = await old.asked({ aborted: 1 });
    expect(dropped?.aborted).to.equal(true);
    expect(seen(card)).to.contain(ferry.headline);
  });

  it('without an address leaves its elements to the page', async () => {
    const api = await contentApi(stories(ferry));
    inHead(`<meta name="news-api" content="${api.address}">`);
    const holder = await fixture(
      '<news-provider><news-article-card story="71"></news-article-card></news-provider>',
    );
    await reaches(one(holder.parentElement!, 'news-article-card'), 'ready');
  });

  it('reaches into shadow roots', async () => {
    const api = await contentApi(stories(ferry));
    const holder = await fixture(`<news-provider api="${api.address}"><div></div></news-provider>`);
    const root = holder.querySelector('div')!.attachShadow({ mode: 'open' });
    root.innerHTML = '<news-article-card story="71"></news-article-card>';
    await reaches(root.firstElementChild!, 'ready');
  });

  it("asks through the page's own function, with what it was told about cookies", async () => {
    const asked: [string, RequestInit][] = [];
    const provider = document.createElement('news-provider');
    provider.api = 'https://api.example/v1';
    provider.credentials = 'include';
    provider.request = (url, init) => {
      asked.push([url, init]);
      return Promise.resolve(Response.json({ items: [ferry] }));
    };
    provider.innerHTML = '<news-article-card story="71"></news-article-card>';
    (await fixture('<div></div>')).append(provider);
    await reaches(provider.firstElementChild!, 'ready');
    expect(asked.map(([url, { credentials }]) => [url, credentials])).to.deep.equal([
      ['https://api.example/v1/stories?ids=71', 'include'],
    ]);
  });
});
