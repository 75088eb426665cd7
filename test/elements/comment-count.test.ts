import { expect, fixture, oneEvent } from '@open-wc/testing';
import type { NewsCommentCount } from '../../src/elements/comment-count/comment-count.js';
import '../../src/elements/article-card/define.js';
import '../../src/elements/comment-count/define.js';
import '../../src/elements/provider/define.js';
import type { NewsNavigateEvent } from '../../src/elements/events.js';
import type { Story } from '../../src/model/index.js';
import { loadWords } from '../../src/kit/words/load.js';
import { contentApi, down, query, stories } from './support/content-api.js';
import { inHead } from './support/pretend.js';
import { keepsThePromises } from './support/promises.js';
import { all, one, reaches, seen } from './support/seen.js';
import { ferry, several, tram, urdu } from './support/stories.js';

describe('<news-comment-count>', () => {
  keepsThePromises({
    tag: 'news-comment-count',
    answer: (story) => stories({ ...story, commentCount: 12 }),
    shows: ({ headline }) => headline,
    empty: stories(),
    data: (story) => ({ ...story, commentCount: 12 }),
    quiet: true,
  });

  async function of(story: Story, attributes = ''): Promise<NewsCommentCount> {
    const count = await fixture<NewsCommentCount>(`<news-comment-count ${attributes}></news-comment-count>`);
    count.data = story;
    await count.updateComplete;
    return count;
  }
  const link = (count: Element): HTMLAnchorElement => one(count, 'a');

  for (const [commentCount, words] of [
    [undefined, 'Comments'],
    [0, 'Click to comment'],
    [1, '1 comment'],
    [12, '12 comments'],
    [1234, '1,234 comments'],
  ] as const) {
    it(`${commentCount}: "${words}", named with the headline`, async () => {
      const count = await of(commentCount === undefined ? tram : { ...tram, commentCount });
      expect(seen(count)).to.equal(`${words} on ${tram.headline}`);
      expect(link(count)).to.have.attribute('href', `${tram.url}#comments`);
      expect(link(count).getBoundingClientRect().height).to.be.at.least(24);
      // What is seen is the number alone.
      expect(one(count, '.quiet').getBoundingClientRect().width).to.equal(1);
      await expect(count).to.be.accessible();
    });
  }

  it("writes numbers as the page's language does, and the headline in its own", async () => {
    await loadWords('fa');
    const count = await of({ ...urdu, commentCount: 1234 }, 'lang="fa"');
    expect(seen(count)).to.contain((1234).toLocaleString('fa')).and.not.to.contain('1234');
    expect(one(count, '[lang=ur]')).to.have.text(urdu.headline);
  });

  it('closed: nothing to say where nobody has commented, else the number', async () => {
    const count = await of({ ...ferry, comments: 'closed', commentCount: 0 });
    expect(count.contentState).to.equal('empty');
    expect(seen(count)).to.equal('');
    const some = await of({ ...ferry, comments: 'closed', commentCount: 3 });
    expect(seen(some)).to.contain('3 comments');
  });

  it("leads to the comments on the page itself where it is the story's own", async () => {
    inHead(`<link rel="canonical" href="${ferry.url}">`);
    const count = await of(ferry);
    expect(link(count)).to.have.attribute('href', '#comments');
    expect(link(await of(tram))).to.have.attribute('href', `${tram.url}#comments`);
  });

  it('href: leads where the page says, but never to a script', async () => {
    expect(link(await of(ferry, 'href="/talk#all"'))).to.have.attribute('href', '/talk#all');
    expect(all(await of(ferry, 'href="javascript:alert(1)"'), 'a')).to.be.empty;
    expect(all(await of({ ...ferry, url: 'javascript:alert(1)' }), 'a')).to.be.empty;
  });

  it('tells the page when a reader goes to another page', async () => {
    const count = await of(ferry);
    count.addEventListener('news-navigate', (event) => event.preventDefault());
    const navigate = oneEvent<NewsNavigateEvent>(count, 'news-navigate');
    link(count).click();
    expect(await navigate).to.include({ story: '71', url: `${ferry.url}#comments`, position: 0 });
  });

  it('a failure is no zero: a link without a number where the address is known, else nothing', async () => {
    const api = await contentApi(...down, ...down);
    const known = await fixture(
      `<news-comment-count api="${api.address}" story="${ferry.url}"></news-comment-count>`,
    );
    const unknown = await fixture(
      `<news-comment-count api="${api.address}" story="71"></news-comment-count>`,
    );
    await reaches(known, 'error');
    await reaches(unknown, 'error');
    expect(seen(known)).to.equal('Comments');
    expect(link(known)).to.have.attribute('href', `${ferry.url}#comments`);
    expect(seen(unknown)).to.equal('');
    await expect(known).to.be.accessible();
  });

  it('fifty on a page, and their cards, are one request', async () => {
    const all50 = several(50).map((story, index) => ({ ...story, commentCount: index + 1 }));
    const api = await contentApi(stories(...all50));
    const holder = await fixture(
      `<news-provider api="${api.address}">${all50
        .map(
          ({ id }) => `<news-article-card story="${id}"></news-article-card>
            <news-comment-count story="${id}"></news-comment-count>`,
        )
        .join('')}</news-provider>`,
    );
    for (const element of holder.children) await reaches(element, 'ready');
    expect(seen(holder.lastElementChild!)).to.equal('50 comments on Story number 50');
    expect((await api.asked()).map(query)).to.deep.equal([{ ids: all50.map(({ id }) => id).join() }]);
  });
});
