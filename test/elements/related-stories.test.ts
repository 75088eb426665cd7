import { expect, fixture, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/article-card/define.js';
import '../../src/elements/provider/define.js';
import '../../src/elements/related-stories/define.js';
import type { NewsNavigateEvent } from '../../src/elements/events.js';
import type { ListLayout, NewsRelatedStories } from '../../src/elements/related-stories/related-stories.js';
import type { Story } from '../../src/model/index.js';
import { said, warnings } from './support/console.js';
import { contentApi, down, never, page, query, stories, type TestApi } from './support/content-api.js';
import { keepsThePromises } from './support/promises.js';
import { inHead } from './support/pretend.js';
import { all, hasFocus, one, reaches, seen } from './support/seen.js';
import { dot, ferry, several, tram, urdu } from './support/stories.js';
import { waitUntil } from '../tools/wait.js';

const layouts: ListLayout[] = ['list', 'grid', 'scroller', 'numbered'];

describe('<news-related-stories>', () => {
  keepsThePromises({
    tag: 'news-related-stories',
    // The story itself is never in its own list.
    answer: (story) => page([{ ...story, id: '7' }, ...several(2, 80)]),
    shows: ({ headline }) => headline,
    empty: page([]),
    data: (story) => [story, ...several(1, 80)],
  });

  const listOf = (api: TestApi, attributes = '', content = ''): Promise<NewsRelatedStories> =>
    fixture<NewsRelatedStories>(
      `<news-related-stories api="${api.address}" story="71" loading="eager" ${attributes}>${content}</news-related-stories>`,
    );

  async function showing(data: readonly Story[], attributes = '', content = ''): Promise<NewsRelatedStories> {
    const list = await fixture<NewsRelatedStories>(
      `<news-related-stories ${attributes}>${content}</news-related-stories>`,
    );
    list.data = data;
    await list.updateComplete;
    return list;
  }

  const headlines = (list: Element): string[] =>
    all(list, '[part~=link]').map(({ textContent }) => textContent.trim());
  const numbers = (list: Element): number[] => headlines(list).map((text) => Number(/\d+$/.exec(text)));

  describe('which stories', () => {
    for (const [from, asked, heading] of [
      ['related', { related: '71', limit: '5' }, 'Related stories'],
      ['latest', { limit: '5' }, 'Latest stories'],
      ['section:world', { section: 'world', limit: '5' }, 'More stories'],
      ['author:amina-rahman', { author: 'amina-rahman', limit: '5' }, 'More stories'],
      ['tag:sea: ports', { tag: 'sea: ports', limit: '5' }, 'More stories'],
    ] as const) {
      it(`from="${from}"`, async () => {
        const api = await contentApi(page(several(4)));
        const list = await listOf(api, `from="${from}"`);
        await reaches(list, 'ready');
        expect((await api.asked()).map(query)).to.deep.equal([asked]);
        expect(numbers(list)).to.deep.equal([1, 2, 3, 4]);
        expect(one(list, 'h2')).to.have.trimmed.text(heading);
        expect(await said()).to.be.empty;
      });
    }

    it('from="ids:3, 1": these, in this order, with one request for all on the page', async () => {
      const api = await contentApi(stories(...several(3)));
      const holder = await fixture(`<news-provider api="${api.address}">
        <news-related-stories from="ids:3, 1" loading="eager"></news-related-stories>
        <news-article-card story="2"></news-article-card>
      </news-provider>`);
      for (const element of holder.children) await reaches(element, 'ready');
      expect(numbers(holder.firstElementChild!)).to.deep.equal([3, 1]);
      expect((await api.asked()).map(query)).to.deep.equal([{ ids: '3,1,2' }]);
    });

    it('from="ids:1,2": one that the API does not know is left out', async () => {
      const list = await listOf(await contentApi(stories(...several(1))), 'from="ids:1,2"');
      await reaches(list, 'ready');
      expect(numbers(list)).to.deep.equal([1]);
    });

    for (const from of ['realted', 'section', 'ids:']) {
      it(`from="${from}" is none: one warning, and the related stories`, async () => {
        const api = await contentApi(page(several(4)));
        const list = await listOf(api, `from="${from}"`);
        await reaches(list, 'ready');
        expect((await api.asked()).map(query)).to.deep.equal([{ related: '71', limit: '5' }]);
        await waitUntil(() => warnings.length, 'a warning');
        expect(await said()).to.have.length(1);
        expect(warnings[0]).to.contain(`from="${from}"`).and.to.contain('section:NAME');
      });
    }

    it('never the story of the page, however it is named', async () => {
      const own: Story = { ...ferry };
      for (const story of [own.id, own.slug, own.url]) {
        const api = await contentApi(page([...several(2), own, ...several(2, 3)]));
        const list = await fixture(
          `<news-related-stories api="${api.address}" story="${story}" loading="eager"></news-related-stories>`,
        );
        await reaches(list, 'ready');
        expect(numbers(list)).to.deep.equal([1, 2, 3, 4]);
      }
    });

    it('never the story of the page, where the page alone names it', async () => {
      inHead(`<link rel="canonical" href="${ferry.url}">`);
      const api = await contentApi(page([ferry, ...several(2)]));
      const list = await fixture(
        `<news-related-stories api="${api.address}" from="latest" loading="eager"></news-related-stories>`,
      );
      await reaches(list, 'ready');
      expect(numbers(list)).to.deep.equal([1, 2]);
    });

    it('empty when the story of the page is all that came', async () => {
      const list = await listOf(await contentApi(page([ferry])), '', '<p slot="empty">No more today.</p>');
      await reaches(list, 'empty');
      expect(seen(list)).to.equal('No more today.');
    });

    it('limit: so many', async () => {
      const api = await contentApi(page(several(3)));
      const list = await listOf(api, 'limit="2"');
      await reaches(list, 'ready');
      expect(numbers(list)).to.deep.equal([1, 2]);
      expect((await api.asked()).map(query)).to.deep.equal([{ related: '71', limit: '3' }]);
    });

    it('dedupe: no story twice on a page', async () => {
      const api = await contentApi(page(several(9)));
      const first = await listOf(api, 'dedupe limit="3"');
      await reaches(first, 'ready');
      await api.answers(page(several(9, 2)));
      const second = await listOf(api, 'dedupe limit="3" from="latest"');
      await reaches(second, 'ready');
      expect([numbers(first), numbers(second)]).to.deep.equal([
        [1, 2, 3],
        [4, 5, 6],
      ]);
      first.remove();
      await api.answers(page(several(9)));
      const third = await listOf(api, 'dedupe limit="3" from="tag:sea"');
      await reaches(third, 'ready');
      expect(numbers(third)).to.deep.equal([1, 2, 3]);
    });
  });

  describe('the list', () => {
    it('is a list under a heading, its stories one level below', async () => {
      const list = await showing(several(3), 'heading-level="3"');
      expect(one(list, 'section')).to.have.attribute('aria-labelledby', 'heading');
      expect(one(list, '#heading h3')).to.have.trimmed.text('Related stories');
      expect(one(list, 'ol')).to.have.attribute('role', 'list');
      expect([...one(list, 'ol').children].map(({ localName }) => localName)).to.deep.equal([
        'li',
        'li',
        'li',
      ]);
      expect(all(list, 'h4')).to.have.length(3);
      await expect(list).to.be.accessible();
    });

    it('one story is no list', async () => {
      const list = await showing(several(1));
      expect(all(list, 'ol, li')).to.be.empty;
      expect(numbers(list)).to.deep.equal([1]);
      await expect(list).to.be.accessible();
    });

    it("takes a heading of the page's own, in words, as an element, or none", async () => {
      const list = await showing(several(2), 'label="Read on"');
      expect(one(list, 'h2')).to.have.trimmed.text('Read on');
      list.label = '';
      await list.updateComplete;
      expect(all(list, 'h2')).to.be.empty;
      await expect(list).to.be.accessible();
      const own = await showing(several(2), '', '<h2 slot="heading">From the coast</h2>');
      expect(seen(own))
        .to.match(/^From the coast Story/)
        .and.not.to.contain('Related');
      await expect(own).to.be.accessible();
    });

    it('after-N: what a publisher puts between stories', async () => {
      const list = await showing(
        several(4),
        '',
        '<p slot="after-2">Subscribe.</p><p slot="after-4">Thanks.</p>',
      );
      expect(seen(one(list, 'ol'))).to.equal(
        'Story number 1 Story number 2 Subscribe. Story number 3 Story number 4 Thanks.',
      );
      expect([...one(list, 'ol').children].every(({ localName }) => localName === 'li')).to.equal(true);
      await expect(list).to.be.accessible();
    });

    it('shows the pieces that are wanted, and Urdu as Urdu', async () => {
      const list = await showing([urdu, ferry], 'show="kicker byline"');
      expect(seen(list)).to.contain('Harbour').and.to.contain('By Amina Rahman').and.not.to.contain('March');
      const headline = one(list, '[part~=headline] [lang]');
      expect(headline).to.have.attribute('lang', 'ur');
      expect(getComputedStyle(headline).direction).to.equal('rtl');
      await expect(list).to.be.accessible();
    });

    for (const layout of layouts) {
      it(`${layout}: readable and accessible`, async () => {
        const picture = { src: dot };
        const list = await showing(
          [{ ...ferry, picture }, { ...tram, picture }, ...several(2)],
          `layout="${layout}"`,
        );
        expect(headlines(list)).to.have.length(4);
        for (const link of all(list, '[part~=link]')) expect(link.checkVisibility()).to.equal(true);
        await expect(list).to.be.accessible();
      });
    }

    it('tells the page which story a reader follows, and from which place', async () => {
      const list = await showing(several(3));
      const heard: NewsNavigateEvent[] = [];
      document.addEventListener('news-navigate', (event) => heard.push(event as NewsNavigateEvent), {
        once: true,
      });
      list.addEventListener('news-navigate', (event) => event.preventDefault());
      all(list, '[part~=link]')[1]!.click();
      expect(heard).to.have.length(1);
      expect(heard[0]).to.include({ story: '2', url: 'https://news.example/story/2', position: 1 });
    });

    it('link-params and link-target, for partners', async () => {
      const [story] = several(1);
      const list = await showing(
        [{ ...story!, url: `${story!.url}?page=2&utm_source=old#top` }],
        'link-params="utm_source=partner&utm_medium=list" link-target="_blank"',
      );
      const link = one<HTMLAnchorElement>(list, 'a');
      expect(link.href).to.equal(`${story!.url}?page=2&utm_source=partner&utm_medium=list#top`);
      expect(link).to.include({ target: '_blank' });
      const plain = await showing(several(1), 'link-target="_top"');
      expect(one(plain, 'a')).not.to.have.attribute('rel');
    });
  });

  describe('load-more', () => {
    const button = (list: Element): HTMLButtonElement => one(list, 'button');

    it('is not there unless it is wanted, nor where there is no more', async () => {
      expect(all(await showing(several(9)), 'button')).to.be.empty;
      expect(all(await showing(several(4), 'load-more'), 'button')).to.be.empty;
    });

    it('shows more, leads to the first new story, and says how many came', async () => {
      const list = await showing(several(9), 'load-more limit="4"');
      expect(numbers(list)).to.deep.equal([1, 2, 3, 4]);
      const status = one(list, '[role=status]');
      expect(status).to.have.text('');
      await expect(list).to.be.accessible();

      const more = button(list);
      more.focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => numbers(list).length === 8, 'eight stories');
      expect(hasFocus(all(list, '[part~=link]')[4])).to.equal(true);
      expect(button(list)).to.equal(more);
      expect(one(list, '[role=status]')).to.equal(status);
      expect(status).to.have.text('4 more stories');
      await expect(list).to.be.accessible();

      more.click();
      await waitUntil(() => numbers(list).length === 9, 'nine stories');
      expect(status).to.have.text('1 more story');
      expect(hasFocus(all(list, '[part~=link]')[8])).to.equal(true);
      expect(all(list, 'button')).to.be.empty;
    });

    it('asks for the next page by its cursor, once for each click', async () => {
      const api = await contentApi(page(several(5), 'c1'), page(several(5, 6), 'c2'), page(several(1, 11)));
      const list = await listOf(api, 'load-more');
      await reaches(list, 'ready');
      const more = button(list);
      more.click();
      more.click();
      expect(more).to.have.attribute('type', 'button');
      await waitUntil(() => numbers(list).length === 8, 'eight stories');
      expect((await api.asked()).map(query)).to.deep.equal([
        { related: '71', limit: '5' },
        { related: '71', limit: '5', cursor: 'c1' },
      ]);
      more.click();
      await waitUntil(() => numbers(list).length === 11, 'eleven stories');
      expect(numbers(list)).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
      expect((await api.asked()).map(query).slice(2)).to.deep.equal([
        { related: '71', limit: '5', cursor: 'c2' },
      ]);
    });

    it('is busy meanwhile, and keeps the focus', async () => {
      const api = await contentApi(page(several(5), 'c1'), never);
      const list = await listOf(api, 'load-more');
      await reaches(list, 'ready');
      button(list).focus();
      button(list).click();
      await api.asked({ arrived: 2 });
      await list.updateComplete;
      expect(button(list)).to.have.attribute('aria-disabled', 'true');
      expect(hasFocus(button(list))).to.equal(true);
      await expect(list).to.be.accessible();
    });

    it('that fails says so, and the next click tries again', async () => {
      const api = await contentApi(page(several(5), 'c1'), ...down, page(several(2, 6)));
      const list = await listOf(api, 'load-more');
      await reaches(list, 'ready');
      button(list).focus();
      button(list).click();
      const status = one(list, '[role=status]');
      await waitUntil(() => status.textContent, 'words');
      expect(status).to.have.text('This could not be loaded.');
      expect(numbers(list)).to.deep.equal([1, 2, 3, 4]);
      expect(hasFocus(button(list))).to.equal(true);
      await waitUntil(() => button(list).ariaDisabled === 'false', 'a button at rest');
      button(list).click();
      await waitUntil(() => numbers(list).length > 4, 'more stories');
      expect(numbers(list)).to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
    });

    it('after a page that came short leads to the first new story, too', async () => {
      const api = await contentApi(page([ferry, ...several(2)], 'c1'), page(several(5, 3)));
      const list = await listOf(api, 'load-more');
      await reaches(list, 'ready');
      expect(numbers(list)).to.deep.equal([1, 2]);
      button(list).click();
      await waitUntil(() => numbers(list).length === 6, 'six stories');
      await list.updateComplete;
      expect(hasFocus(all(list, '[part~=link]')[2])).to.equal(true);
      expect(one(list, '[role=status]')).to.have.text('4 more stories');
    });

    it('says the same words again when as many came again', async () => {
      const list = await showing(several(12), 'load-more limit="4"');
      button(list).click();
      const status = one(list, '[role=status]');
      await waitUntil(() => numbers(list).length === 8, 'eight stories');
      const said: string[] = [];
      const observer = new MutationObserver(() => void said.push(status.textContent));
      observer.observe(status, { childList: true, characterData: true, subtree: true });
      button(list).click();
      await waitUntil(() => numbers(list).length === 12, 'twelve stories');
      await list.updateComplete;
      observer.disconnect();
      expect(said).to.deep.equal(['', '4 more stories']);
    });

    it('that brings nothing new says so, and keeps the focus in the list', async () => {
      const api = await contentApi(page(several(4), 'c1'), page([ferry]));
      const list = await listOf(api, 'load-more');
      await reaches(list, 'ready');
      button(list).focus();
      button(list).click();
      const status = one(list, '[role=status]');
      await waitUntil(() => status.textContent, 'words');
      expect(status).to.have.text('There are no more stories.');
      await list.updateComplete;
      expect(list.matches(':focus-within')).to.equal(true);
    });

    it('what came later goes with the question that it answered', async () => {
      const api = await contentApi(page(several(5), 'c1'), page(several(5, 6)));
      const list = await listOf(api, 'load-more');
      await reaches(list, 'ready');
      button(list).click();
      await waitUntil(() => numbers(list).length === 8, 'eight stories');

      const other = await contentApi(page(several(5, 21), 'd1'));
      list.api = other.address;
      await oneEvent(list, 'news-load');
      expect(numbers(list)).to.deep.equal([21, 22, 23, 24]);
    });

    it("a page that comes late is not put under another question's answer", async () => {
      const api = await contentApi(page(several(5), 'c1'), { ...page(several(5, 6)), delay: 300 });
      const list = await listOf(api, 'load-more');
      await reaches(list, 'ready');
      button(list).click();
      await api.asked({ arrived: 2 });
      await api.answers(page(several(5, 21), 'd1'));
      list.from = 'latest';
      await oneEvent(list, 'news-load');
      await waitUntil(() => button(list).ariaDisabled === 'false', 'the late page');
      expect(numbers(list)).to.deep.equal([21, 22, 23, 24]);
    });

    it('keeps what a reader has opened when the list is brought up to date, and shows nothing twice', async () => {
      const api = await contentApi(page(several(5), 'c1'), page(several(5, 6)));
      const list = await listOf(api, 'load-more');
      await reaches(list, 'ready');
      button(list).click();
      await waitUntil(() => numbers(list).length === 8, 'eight stories');
      await api.answers(page([several(1, 99)[0]!, ...several(4)], 'e1'));
      list.reload();
      await oneEvent(list, 'news-load');
      expect(numbers(list)).to.deep.equal([99, 1, 2, 3, 4, 6, 7, 8]);
      await api.answers(page([several(1, 100)[0]!, ...several(6)], 'e1'));
      list.reload();
      await oneEvent(list, 'news-load');
      expect(numbers(list)).to.deep.equal([100, 1, 2, 3, 4, 5, 6, 7]);
    });
  });
});
