import { expect, fixture, nextFrame, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { NewsComments } from '../../src/elements/comments/comments.js';
import { article, button, comments, discussionOf, focusOn, given, ids, remark } from './support/comments.js';
import { contentApi, query, type TestApi } from './support/content-api.js';
import { Clock } from './support/clock.js';
import { all, hasFocus, one, reaches, seen } from './support/seen.js';
import { waitUntil } from '../tools/wait.js';

const list = comments([remark(3), remark(2), remark(1)], { total: 3 });

describe('<news-comments>: what comes later', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => history.replaceState(null, '', location.pathname + location.search));

  describe('new comments', () => {
    /** Another answer to the same question. */
    async function again(
      element: NewsComments,
      api: TestApi,
      ...items: Parameters<typeof comments>
    ): Promise<void> {
      await api.answers(comments(...items));
      const loaded = oneEvent(element, 'news-load');
      element.reload();
      await loaded;
      await element.updateComplete;
    }

    it('wait behind a button that counts them; nothing moves', async () => {
      const clock = new Clock();
      const api = await contentApi(list);
      const element = await discussionOf(api, 'refresh-every="30"');
      const top = (): number => article(element, 3).getBoundingClientRect().top;
      const before = top();
      await api.answers(
        comments([remark(6), remark(5), remark(3), remark(2), remark(4, 2), remark(1)], { total: 6 }),
      );
      const loaded = oneEvent(element, 'news-load');
      clock.pass(30_000);
      await loaded;
      await element.updateComplete;
      expect(ids(element)).to.deep.equal([3, 2, 1]);
      button(element, '3 new comments');
      expect(top()).to.equal(before);
      expect(one(element, '[role=status]')).to.have.text('3 new comments');
      await expect(element).to.be.accessible();
    });

    it('are shown in their places when the reader wants, and the first has the focus', async () => {
      const api = await contentApi(list);
      const element = await discussionOf(api);
      await again(element, api, [remark(5), remark(3), remark(2), remark(4, 2), remark(1)], { total: 5 });
      button(element, '2 new comments').focus();
      await sendKeys({ press: 'Enter' });
      await focusOn(element, '#comment-5');
      expect(ids(element)).to.deep.equal([5, 3, 2, 4, 1]);
      expect(all(element, '[name=new]')).to.be.empty;
      expect(one(element, '[role=status]')).to.have.text('2 more comments');
      await again(element, api, [remark(7), remark(5), remark(3), remark(2), remark(4, 2), remark(1)]);
      button(element, '1 new comment');
    });

    it('come at the end where the oldest are first', async () => {
      const api = await contentApi(comments([remark(1), remark(2)]));
      const element = await discussionOf(api, 'order="oldest"');
      await again(element, api, [remark(1), remark(4, 1), remark(2), remark(3)]);
      button(element, '2 new comments').click();
      await focusOn(element, '#comment-4');
      expect(ids(element)).to.deep.equal([1, 4, 2, 3]);
    });

    it('are not those that only moved up from the next page', async () => {
      const api = await contentApi(comments([remark(3), remark(2)], { next: 'c' }));
      const element = await discussionOf(api, 'limit="2"');
      await again(element, api, [remark(3), remark(1)], { next: 'd' });
      expect(all(element, '[name=new]')).to.be.empty;
      expect(ids(element)).to.deep.equal([3, 2]);
    });

    it('the words of one that is on show change in its place', async () => {
      const api = await contentApi(list);
      const element = await discussionOf(api);
      const second = article(element, 2);
      await again(element, api, [remark(3), remark(2, undefined, { text: 'Corrected.' })]);
      expect(ids(element)).to.deep.equal([3, 2, 1]);
      expect(article(element, 2) === second).to.equal(true);
      expect(seen(second)).to.contain('Corrected.');
    });
  });

  describe('links to a comment', () => {
    const visit = async (api: TestApi): Promise<NewsComments> => {
      const element = await fixture<NewsComments>(
        `<news-comments api="${api.address}" story="71"></news-comments>`,
      );
      await reaches(element, 'ready');
      return element;
    };
    const arrives = (element: Element, id: number): Promise<void> => focusOn(element, `#comment-${id}`);

    it('on show: is led to, marked, and has the focus, though the list is far below', async () => {
      location.hash = '#comment-1';
      const api = await contentApi(list);
      const holder = await fixture(
        `<div><div style="block-size: 6000px"></div><news-comments api="${api.address}" story="71"></news-comments></div>`,
      );
      const element = holder.querySelector('news-comments')!;
      await reaches(element, 'ready');
      await arrives(element, 1);
      expect(article(element, 1)).to.have.attribute('aria-current', 'true');
      await waitUntil(() => {
        const { top, bottom } = article(element, 1).getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      }, 'the comment in view');
      expect(await api.asked()).to.have.length(1);
      await expect(element).to.be.accessible();
    });

    it('not on show: its thread is asked for, and comes first', async () => {
      location.hash = '#comment-42';
      const api = await contentApi(list, comments([remark(40), remark(42, 40)]));
      const element = await visit(api);
      await arrives(element, 42);
      expect(ids(element)).to.deep.equal([40, 42, 3, 2, 1]);
      expect((await api.asked()).map(query)[1]).to.deep.equal({ story: '71', threads: 'true', thread: '42' });
    });

    it('of nobody: says so, and nothing moves', async () => {
      location.hash = '#comment-99';
      const element = await visit(await contentApi(list, comments([])));
      await waitUntil(() => seen(element).includes('This comment is not there any more.'), 'the sentence');
      expect(element.matches(':focus-within')).to.equal(false);
      expect(scrollY).to.equal(0);
      await expect(element).to.be.accessible();
    });

    it('inside the page are followed in place, again and again', async () => {
      const element = await given([remark(1), remark(2), remark(3)]);
      const link = all<HTMLAnchorElement>(element, '[part~=permalink]')[1]!;
      link.click();
      await arrives(element, 2);
      expect(location.hash).to.equal('#comment-2');
      button(element, 'Click to comment').focus();
      link.click();
      await arrives(element, 2);
      location.hash = '#comment-3';
      await arrives(element, 3);
      expect(all(element, '[aria-current]').map(({ id }) => id)).to.deep.equal(['comment-3']);
    });

    it('refreshing leads nobody back to it', async () => {
      location.hash = '#comment-1';
      const api = await contentApi(list);
      const element = await visit(api);
      await arrives(element, 1);
      button(element, 'Click to comment').focus();
      await api.answers(list);
      const loaded = oneEvent(element, 'news-load');
      element.reload();
      await loaded;
      await nextFrame();
      await nextFrame();
      expect(hasFocus(button(element, 'Click to comment'))).to.equal(true);
    });
  });
});
