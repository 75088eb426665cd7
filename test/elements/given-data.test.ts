import { expect, fixture } from '@open-wc/testing';
import type { NewsArticleCard, NewsByline, NewsPullQuote, NewsRelatedStories } from '../../src/index.js';
import type { Story } from '../../src/model/index.js';
import '../../src/define.js';

// A page may hand on what an API said, or what a reader wrote: it is no more trusted than that.

const evil = 'javascript:alert(1)';
const story: Story = {
  id: '1',
  url: evil,
  headline: 'H',
  authors: [{ name: 'A', url: evil }],
  quotes: [{ text: 'T', by: 'B', url: evil }],
};
const links = (element: HTMLElement): (string | null)[] =>
  [...element.shadowRoot!.querySelectorAll('a')].map((link) => link.getAttribute('href'));

describe('data that is given', () => {
  it('never becomes a link that runs a script', async () => {
    const page = await fixture<HTMLElement>(
      `<div><news-article-card></news-article-card><news-byline></news-byline><news-byline variant="box"></news-byline>
        <news-pull-quote cite="Work"></news-pull-quote><news-related-stories></news-related-stories></div>`,
    );
    const elements = [...page.children] as (
      NewsArticleCard | NewsByline | NewsPullQuote | NewsRelatedStories
    )[];
    for (const element of elements) {
      element.data = element.localName === 'news-related-stories' ? [story, story] : story;
      await element.updateComplete;
      expect(links(element), element.localName).not.to.be.empty;
      expect(links(element).join(''), element.localName).to.equal('');
    }
  });

  it('a limit that is no number of stories is four', async () => {
    for (const limit of ['abc', '-5', '0', '1e99']) {
      const list = await fixture<NewsRelatedStories>(
        `<news-related-stories limit="${limit}"></news-related-stories>`,
      );
      expect(list.limit, limit).to.equal(limit === '1e99' ? 100 : 4);
    }
  });

  it('words that are none leave the standard ones', async () => {
    const list = await fixture<NewsRelatedStories>(
      `<news-related-stories heading-level="2"><script type="application/json" data-news-messages>{"related":5}</script></news-related-stories>`,
    );
    list.data = [
      { ...story, url: 'https://example.org/1' },
      { ...story, id: '2', url: 'https://example.org/2' },
    ];
    await list.updateComplete;
    expect(list.shadowRoot!.querySelector('h2')?.textContent).to.equal('Related stories');
  });
});
