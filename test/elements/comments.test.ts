import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { Client } from '../../src/content/client.js';
import type { Comment, Story } from '../../src/model/index.js';
import { article, button, comments, discussionOf, given, ids, remark } from './support/comments.js';
import { contentApi, down, never, query } from './support/content-api.js';
import { pretend } from './support/pretend.js';
import { keepsThePromises } from './support/promises.js';
import { all, hasFocus, one, reaches, seen } from './support/seen.js';
import type { NewsComments } from '../../src/elements/comments/comments.js';
import { waitUntil } from '../tools/wait.js';

const about = ({ id: story, headline: text }: Story): Comment[] => [remark(1, undefined, { story, text })];

describe('<news-comments>', () => {
  beforeEach(() => localStorage.clear());

  keepsThePromises({
    tag: 'news-comments',
    answer: (story) => comments(about(story), { total: 1 }),
    shows: ({ headline }) => headline,
    empty: comments([]),
    data: about,
    invites: (words) => `Comments Click to comment ${words}`.trim(),
  });

  describe('threads', () => {
    /** What a list holds: ids, and after each the list of its answers. */
    const tree = (list: Element): unknown[] =>
      [...list.children].flatMap((item) => {
        const [said, answers] = [item.querySelector('article')!, item.querySelector(':scope > ol')];
        const id = Number(said.id.slice('comment-'.length));
        return answers ? [id, tree(answers)] : [id];
      });

    it('stand in lists, answers under what they answer', async () => {
      const element = await given([remark(1), remark(2, 1), remark(3, 2), remark(4, 1), remark(5)]);
      expect(tree(one(element, 'ol'))).to.deep.equal([1, [2, [3], 4], 5]);
      expect(one(element, '[part~=thread]')).to.have.attribute('role', 'list');
      await expect(element).to.be.accessible();
    });

    it('are indented three steps; what is deeper stands beside, and says what it answers', async () => {
      const chain = [remark(1), ...[2, 3, 4, 5, 6].map((id) => remark(id, id - 1))];
      const element = await given(chain);
      expect(tree(one(element, 'ol'))).to.deep.equal([1, [2, [3, [4, 5, 6]]]]);
      expect(all(element, '.by a[href^="#"]:not([part])').map(seen)).to.deep.equal([
        'in reply to Eli Marsh',
        'in reply to Ada Quill',
      ]);
      expect(seen(article(element, 4))).not.to.contain('in reply to');
      element.maxDepth = 1;
      await element.updateComplete;
      expect(tree(one(element, 'ol'))).to.deep.equal([1, [2, 3, 4, 5, 6]]);
    });

    it('are never lost: an answer to nobody, to itself, or in a circle is a comment like others', async () => {
      const element = await given([remark(1, 99), remark(2, 2), remark(3, 4), remark(4, 3)]);
      expect(ids(element)).to.have.members([1, 2, 3, 4]);
      const deep = await given([remark(0), ...Array.from({ length: 3000 }, (_, id) => remark(id + 1, id))]);
      expect(ids(deep)).to.have.length(3001);
    });

    it('show a comment once, however often an API sends it', async () => {
      expect(ids(await given([remark(1), remark(2), remark(1)]))).to.deep.equal([1, 2]);
    });
  });

  describe('a comment', () => {
    it('tells who, when and what, in paragraphs', async () => {
      const text = 'First line\nand second.\n\n\nSecond <b>paragraph</b>.';
      const element = await given([remark(1, undefined, { text, authorUrl: 'https://bo.example/' })]);
      const said = article(element, 1);
      expect([...said.querySelectorAll('.words p')].map(({ textContent }) => textContent)).to.deep.equal([
        'First line\nand second.',
        'Second <b>paragraph</b>.',
      ]);
      expect(getComputedStyle(said.querySelector('.words p')!).whiteSpace).to.contain('pre-line');
      const [author, link] = said.querySelectorAll('a');
      expect(author).to.have.attribute('rel', 'nofollow ugc');
      expect(author).to.have.attribute('href', 'https://bo.example/');
      expect(link).to.have.attribute('href', '#comment-1');
      expect(link!.querySelector('time')).to.have.attribute('datetime', '2026-03-13T09:15:00Z');
      expect(said).to.have.attribute('aria-labelledby', 'by-1');
      await expect(element).to.be.accessible();
    });

    it('links to its own address where it has one, and never to a script', async () => {
      const url = 'https://news.example/a#comment-1';
      const evil = 'javascript:alert(1)';
      const element = await given(
        [remark(1, undefined, { url }), remark(2, undefined, { url: evil, authorUrl: evil })],
        `report-url="${evil}"`,
      );
      expect(all(element, 'a').map((link) => link.getAttribute('href'))).to.deep.equal([url, '#comment-2']);
    });

    it('in another language is marked as such, and goes its way', async () => {
      const element = await given([
        remark(1, undefined, { text: 'یہ پُل سب کا ہے۔', author: 'ثنا ملک', lang: 'ur' }),
      ]);
      const words = one(element, '.words');
      expect(words).to.have.attribute('lang', 'ur');
      expect(getComputedStyle(words.firstElementChild!).direction).to.equal('rtl');
      expect(one(element, 'bdi')).to.have.attribute('lang', 'ur');
      await expect(element).to.be.accessible();
    });

    it('that was removed says so, and keeps its answers', async () => {
      const removed = remark(1, undefined, { status: 'removed', author: '', text: '' });
      const element = await given([removed, remark(2, 1)]);
      expect(seen(article(element, 1))).to.equal('This comment was removed.');
      expect(all(article(element, 1), 'button')).to.be.empty;
      expect(ids(element)).to.deep.equal([1, 2]);
      await expect(element).to.be.accessible();
    });

    it('that waits says so, and cannot be answered', async () => {
      const element = await given([remark(1, undefined, { status: 'held' })]);
      expect(seen(article(element, 1))).to.contain('This comment waits for approval.');
      expect(all(article(element, 1), 'button')).to.be.empty;
      await expect(element).to.be.accessible();
    });

    it('of nobody is of "Anonymous"', async () => {
      expect(seen(await given([remark(1, undefined, { author: '' })]))).to.contain('Anonymous');
    });
  });

  describe('the heading', () => {
    it('tells how many comments there are, as far as is known', async () => {
      const heading = (element: Element): string => seen(one(element, 'h2'));
      expect(heading(await given([remark(1), remark(2, 1)]))).to.equal('2 comments');
      expect(heading(await given([remark(1), remark(2, 1, { status: 'removed' })]))).to.equal('1 comment');
      const api = await contentApi(comments([remark(1)], { total: 41, next: 'c' }));
      expect(heading(await discussionOf(api))).to.equal('41 comments');
      const unknown = await contentApi(comments([remark(1)], { next: 'c' }));
      expect(heading(await discussionOf(unknown))).to.equal('Comments');
    });

    it("is the page's own, in words, as an element, or none", async () => {
      const element = await given([remark(1)], 'label="Letters" heading-level="3"');
      expect(seen(one(element, 'h3'))).to.equal('Letters');
      element.label = '';
      await element.updateComplete;
      expect(all(element, 'h3')).to.be.empty;
      element.innerHTML = '<h2 slot="heading">Readers</h2>';
      expect(seen(element)).to.match(/^Readers Click/);
      await expect(element).to.be.accessible();
    });
  });

  describe('pages', () => {
    it('asks for threads, newest first, twenty at a time', async () => {
      const api = await contentApi(comments([remark(1)]));
      await discussionOf(api);
      expect((await api.asked()).map(query)).to.deep.equal([
        { story: '71', threads: 'true', order: 'newest', limit: '20' },
      ]);
      const other = await contentApi(comments([remark(1)]));
      await discussionOf(other, 'order="oldest" limit="5"');
      expect((await other.asked()).map(query)).to.deep.equal([
        { story: '71', threads: 'true', order: 'oldest', limit: '5' },
      ]);
    });

    it('"More comments" keeps its place, leads to the first that came, and says how many', async () => {
      const api = await contentApi(
        comments([remark(9), remark(8)], { next: 'c1', total: 5 }),
        comments([remark(7), remark(6, 7), remark(5)], { total: 5 }),
      );
      const element = await discussionOf(api);
      const status = one(element, '[role=status]');
      expect(status).to.have.text('');
      button(element, 'More comments').focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => ids(element).length === 5, 'five comments');
      expect(ids(element)).to.deep.equal([9, 8, 7, 6, 5]);
      await waitUntil(() => hasFocus(article(element, 7)), 'focus');
      expect(one(element, '[role=status]')).to.equal(status);
      expect(status).to.have.text('3 more comments');
      expect(all(element, 'button[name=more]')).to.be.empty;
      expect((await api.asked()).map(query)[1]).to.deep.equal({
        story: '71', threads: 'true', order: 'newest', limit: '20', cursor: 'c1',
      }); // prettier-ignore
      await expect(element).to.be.accessible();
    });

    it('is busy meanwhile; a page that does not come says so, and can be asked for again', async () => {
      const api = await contentApi(comments([remark(9)], { next: 'c1' }), never);
      const element = await discussionOf(api);
      const more = button(element, 'More comments');
      more.focus();
      more.click();
      more.click();
      expect(await api.asked({ arrived: 2 })).to.have.length(2);
      await element.updateComplete;
      expect(more).to.have.attribute('aria-disabled', 'true');
      expect(hasFocus(more)).to.equal(true);

      const failing = await contentApi(comments([remark(9)], { next: 'c1' }), ...down, comments([remark(8)]));
      const other = await discussionOf(failing);
      button(other, 'More comments').click();
      await waitUntil(() => one(other, '[role=status]').textContent, 'words');
      expect(seen(other)).to.contain('This could not be loaded.');
      await expect(other).to.be.accessible();
      button(other, 'More comments').click();
      await waitUntil(() => ids(other).length === 2, 'two comments');
      expect(seen(other)).not.to.contain('This could not be loaded.');
    });

    it('a reader chooses the order; what was there stays until the other comes', async () => {
      const api = await contentApi(comments([remark(3), remark(2), remark(1)]), {
        ...comments([remark(1), remark(2), remark(3)]),
        delay: 150,
      });
      const element = await discussionOf(api, '', '<p>Fallback</p>');
      const order = one<HTMLSelectElement>(element, 'select');
      order.focus();
      order.value = 'oldest';
      order.dispatchEvent(new Event('change'));
      await reaches(element, 'loading');
      expect(ids(element)).to.deep.equal([3, 2, 1]);
      expect(one(element, '[part~=root]')).to.have.attribute('aria-busy', 'true');
      await reaches(element, 'ready');
      expect(ids(element)).to.deep.equal([1, 2, 3]);
      expect(hasFocus(order)).to.equal(true);
      expect(order).to.have.value('oldest');
      expect((await api.asked()).map(query)[1]).to.include({ order: 'oldest' });
    });

    it('another order that does not come takes nothing away', async () => {
      const api = await contentApi(comments([remark(3), remark(2)]), ...down);
      const element = await discussionOf(api);
      const order = one<HTMLSelectElement>(element, 'select');
      order.focus();
      order.value = 'oldest';
      order.dispatchEvent(new Event('change'));
      await reaches(element, 'error');
      await element.updateComplete;
      expect(ids(element)).to.deep.equal([3, 2]);
      expect(hasFocus(order)).to.equal(true);
      expect(seen(one(element, '[role=status]'))).to.equal('This could not be loaded.');
    });

    it('an attribute that says nothing sensible is as if it were not there', async () => {
      const element = await fixture<NewsComments>(
        '<news-comments order="best" limit="many" max-depth="-3"></news-comments>',
      );
      expect(element).to.include({ order: 'newest', limit: 20, maxDepth: 3 });
    });
  });

  it('an API without comments leaves the page as it is', async () => {
    pretend(Client.prototype, 'comments', () => Promise.resolve(undefined));
    const api = await contentApi();
    const element = await fixture<NewsComments>(
      `<news-comments api="${api.address}" story="71" loading="eager"><p>Write to us.</p></news-comments>`,
    );
    await reaches(element, 'empty');
    expect(seen(element)).to.equal('Write to us.');
  });

  it('1,000 comments are all there at once, and laid out when they come near', async () => {
    const many = Array.from({ length: 1000 }, (_, id) => remark(id, id % 10 ? id - (id % 10) : undefined));
    const element = await given(many);
    expect(ids(element)).to.have.length(1000);
    const last = one(element, 'ol').lastElementChild!;
    expect(getComputedStyle(last).contentVisibility).to.equal('auto');
    const words = last.querySelector('.words')!;
    expect(words.checkVisibility({ contentVisibilityAuto: true })).to.equal(false);
    article(element, 999).tabIndex = -1;
    article(element, 999).focus();
    await waitUntil(() => words.checkVisibility({ contentVisibilityAuto: true }));
    expect(hasFocus(article(element, 999))).to.equal(true);
  });
});
