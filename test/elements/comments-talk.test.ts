import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/article-card/define.js';
import type { NewsCommentOpenEvent, NewsCommentPostedEvent } from '../../src/elements/events.js';
import type { Comment } from '../../src/model/index.js';
import { article, button, comments, discussionOf, focusOn, given, ids, remark } from './support/comments.js';
import { contentApi, never, refusal, stories, type TestApi } from './support/content-api.js';
import { all, hasFocus, one, reaches, seen } from './support/seen.js';
import { fixture } from '@open-wc/testing';
import { ferry } from './support/stories.js';
import type { Answer } from '../tools/faulty-client.js';
import { waitUntil } from '../tools/wait.js';

const list = comments([remark(1), remark(2, 1), remark(5)], { total: 3 });
const open = stories({ ...ferry, comments: 'open' });
const stored = (comment: Comment): Answer => ({ status: 201, body: comment });

const field = (element: Element): HTMLTextAreaElement => one(element, 'textarea');
const isOpen = (element: Element): Promise<void> => focusOn(element, 'textarea');

async function write(element: Element, words: string): Promise<void> {
  for (const [name, text] of Object.entries({ text: words, name: 'Ola', email: 'ola@example.org' })) {
    const input = one<HTMLInputElement>(element, `[part~=input][name=${name}]`);
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }
  await (element as { updateComplete?: Promise<unknown> }).updateComplete;
}
/** The form has asked about the story: the next answer is for what is posted. */
const asked = (api: TestApi): Promise<unknown> => api.asked({ arrived: 2 });
const posts = async (api: TestApi): Promise<Record<string, unknown>[]> =>
  (await api.asked())
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/comments'))
    .map(({ body }) => JSON.parse(body) as Record<string, unknown>);

describe('<news-comments>: taking part', () => {
  beforeEach(() => localStorage.clear());

  it('"Click to comment" opens the form, with the focus in it; Cancel gives it back', async () => {
    const api = await contentApi(list, open);
    const element = await discussionOf(api);
    expect(all(element, 'form')).to.be.empty;
    const opened = oneEvent<NewsCommentOpenEvent>(element, 'news-comment-open');
    button(element, 'Click to comment').focus();
    await sendKeys({ press: 'Enter' });
    expect(await opened).to.include({ story: '71', parent: '', bubbles: true });
    await isOpen(element);
    expect(seen(one(element, 'h3'))).to.equal('Leave a reply');
    await expect(element).to.be.accessible();
    button(element, 'Cancel').click();
    await focusOn(element, '[name=open]');
    expect(all(element, 'form')).to.be.empty;
  });

  it('the form leaves the look of all else as it was', async () => {
    const api = await contentApi(list, open);
    const element = await discussionOf(api);
    const look = getComputedStyle(one(element, '[part~=order]'));
    const before = [look.fontWeight, look.fontFamily];
    element.style.setProperty('--news-font-label', 'monospace');
    button(element, 'Click to comment').click();
    await isOpen(element);
    expect(getComputedStyle(one(element, 'label[for]')).fontWeight).to.equal('600');
    expect([look.fontWeight, look.fontFamily]).to.deep.equal(before);
  });

  it('open: the form is there from the start, and takes no focus', async () => {
    const api = await contentApi(list, open);
    const element = await discussionOf(api, 'open');
    await waitUntil(() => all(element, 'form').length, 'a form');
    expect(element.matches(':focus-within')).to.equal(false);
    button(element, 'Cancel').click();
    await element.updateComplete;
    expect(all(element, 'form')).to.be.empty;
  });

  it('open: where nobody has said anything, too', async () => {
    const element = await discussionOf(await contentApi(comments([]), open), 'open');
    await waitUntil(() => all(element, 'form').length, 'a form');
    await expect(element).to.be.accessible();
  });

  it('a reply stands under what it answers, says to whom, and can be cancelled', async () => {
    const element = await discussionOf(await contentApi(list, open));
    const reply = button(element, 'Reply to Cem Aydin');
    const opened = oneEvent<NewsCommentOpenEvent>(element, 'news-comment-open');
    reply.focus();
    await sendKeys({ press: 'Enter' });
    expect(await opened).to.include({ parent: '2' });
    await isOpen(element);
    const form = one(element, 'form');
    expect(form.closest('li')!.querySelector('article')!.id).to.equal('comment-2');
    expect(seen(form)).to.match(/^Reply to Cem Aydin/);
    await expect(element).to.be.accessible();
    button(element, 'Cancel').click();
    await waitUntil(() => hasFocus(reply), 'the focus on "Reply"');
    expect(all(element, 'form')).to.be.empty;
  });

  it('Escape loses nothing', async () => {
    const element = await discussionOf(await contentApi(list, open));
    button(element, 'Reply to Cem Aydin').click();
    await isOpen(element);
    await sendKeys({ type: 'But' });
    await sendKeys({ press: 'Escape' });
    expect(field(element)).to.have.value('But');
  });

  it('one form at a time; what was begun in another is kept, and its button says so', async () => {
    const element = await discussionOf(await contentApi(list, open));
    button(element, 'Click to comment').click();
    await isOpen(element);
    await write(element, 'On the story');
    button(element, 'Reply to Bo Tern').click();
    await waitUntil(() => one(element, 'form').closest('li'), 'the form below');
    await isOpen(element);
    expect(all(element, 'form')).to.have.length(1);
    expect(field(element)).to.have.value('');
    await write(element, 'On the first');
    button(element, 'Go on with your comment').click();
    await waitUntil(() => !one(element, 'form').closest('li'), 'the form above');
    await isOpen(element);
    expect(field(element)).to.have.value('On the story');
    button(element, 'Go on with your reply to Bo Tern').click();
    await waitUntil(() => one(element, 'form').closest('li'), 'the form below');
    expect(field(element)).to.have.value('On the first');
  });

  it('what was begun before a reload is told of where it was begun, and not opened', async () => {
    const api = await contentApi(list, open);
    const element = await discussionOf(api);
    button(element, 'Reply to Bo Tern').click();
    await isOpen(element);
    await write(element, 'Half a sentence');
    element.remove();
    const again = await discussionOf(api);
    expect(all(again, 'form')).to.be.empty;
    button(again, 'Click to comment');
    button(again, 'Go on with your reply to Bo Tern').click();
    await isOpen(again);
    expect(field(again)).to.have.value('Half a sentence');
  });

  for (const [order, place] of [
    ['newest', [9, 1, 2, 5]],
    ['oldest', [1, 2, 5, 9]],
  ] as const) {
    it(`a comment that is posted is in its place at once, ${order} first`, async () => {
      const api = await contentApi(list, open, stored(remark(9)));
      const element = await discussionOf(api, `order="${order}"`);
      button(element, 'Click to comment').click();
      await isOpen(element);
      await write(element, 'Yes.');
      const posted = oneEvent<NewsCommentPostedEvent>(element, 'news-comment-posted');
      await asked(api);
      button(element, 'Post comment').click();
      expect(await posted).to.include({ story: '71', comment: '9', status: 'approved' });
      await focusOn(element, '#comment-9');
      expect(ids(element)).to.deep.equal(place);
      expect(one(element, '[role=status]')).to.have.text('Thank you. Your comment is posted.');
      expect(seen(one(element, 'h2'))).to.equal('4 comments');
      expect(await posts(api)).to.have.length(1);
      button(element, 'Click to comment');
      await expect(element).to.be.accessible();

      // The API has it now, too.
      await api.answers(comments([remark(9), remark(1), remark(2, 1), remark(5)], { total: 4 }));
      const loaded = oneEvent(element, 'news-load');
      element.reload();
      await loaded;
      expect(ids(element)).to.deep.equal(place);
      expect(seen(one(element, 'h2'))).to.equal('4 comments');
      expect(all(element, '[name=new]')).to.be.empty;
    });
  }

  it('a reply that waits for approval is shown to its writer, in its place', async () => {
    const api = await contentApi(list, open, stored(remark(9, 1, { status: 'held' })));
    const element = await discussionOf(api);
    button(element, 'Reply to Bo Tern').click();
    await isOpen(element);
    await write(element, 'Yes.');
    await asked(api);
    button(element, 'Post comment').click();
    await focusOn(element, '#comment-9');
    expect(ids(element)).to.deep.equal([1, 2, 9, 5]);
    expect(seen(article(element, 9))).to.contain('This comment waits for approval.');
    expect(one(element, '[role=status]')).to.have.text('Thank you. Your comment waits for approval.');
    expect(seen(one(element, 'h2'))).to.equal('3 comments');
    const [sent] = await posts(api);
    expect(sent).to.include({ parent: '1', text: 'Yes.' });
    await expect(element).to.be.accessible();
    // It still waits: the API sends it to nobody.
    await api.answers(list);
    const loaded = oneEvent(element, 'news-load');
    element.reload();
    await loaded;
    expect(ids(element)).to.deep.equal([1, 2, 9, 5]);
  });

  it('the first comment of all takes its place where there was none', async () => {
    const api = await contentApi(comments([], { total: 0 }), open, stored(remark(9)));
    const element = await discussionOf(api, '', '<p slot="empty">Be the first.</p>');
    expect(seen(element)).to.contain('Be the first.');
    button(element, 'Click to comment').click();
    await isOpen(element);
    await write(element, 'Yes.');
    await asked(api);
    button(element, 'Post comment').click();
    await focusOn(element, '#comment-9');
    expect(seen(element)).not.to.contain('Be the first.');
    expect(seen(one(element, 'h2'))).to.equal('1 comment');
  });

  it('a comment that was not taken stays in the form', async () => {
    const api = await contentApi(list, open, refusal(422, 'spam', 'No.'));
    const element = await discussionOf(api);
    button(element, 'Click to comment').click();
    await isOpen(element);
    await write(element, 'Buy.');
    await asked(api);
    button(element, 'Post comment').click();
    await oneEvent(element, 'news-comment-failed');
    await element.updateComplete;
    expect(field(element)).to.have.value('Buy.');
    expect(ids(element)).to.deep.equal([1, 2, 5]);
    await expect(element).to.be.accessible();
  });

  it('what comes back while a reader writes leaves form, words and focus alone', async () => {
    const api = await contentApi(list, open);
    const element = await discussionOf(api);
    button(element, 'Reply to Cem Aydin').click();
    await isOpen(element);
    await sendKeys({ type: 'But' });
    for (const answer of [comments([remark(8), remark(1), remark(5)]), { status: 403 }]) {
      await api.answers(answer);
      const heard = Promise.race([oneEvent(element, 'news-load'), oneEvent(element, 'news-error')]);
      element.reload();
      await heard;
      await element.updateComplete;
      expect(hasFocus(field(element))).to.equal(true);
      expect(field(element)).to.have.value('But');
    }
    expect(element.contentState).to.equal('stale');
  });

  it('new comments that are shown above it leave the form where it is', async () => {
    const api = await contentApi(list, open);
    const element = await discussionOf(api);
    button(element, 'Reply to Cem Aydin').click();
    await focusOn(element, 'textarea');
    await sendKeys({ type: 'But' });
    const form = one(element, 'form');
    await api.answers(comments([remark(8), remark(1), remark(2, 1), remark(5)]));
    const loaded = oneEvent(element, 'news-load');
    element.reload();
    await loaded;
    button(element, '1 new comment').click();
    await focusOn(element, '#comment-8');
    expect(one(element, 'form') === form).to.equal(true);
    expect(form.closest('li')!.querySelector('article')!.id).to.equal('comment-2');
    expect(field(element)).to.have.value('But');
  });

  it('another story: the form goes, and what was written waits with its story', async () => {
    const api = await contentApi(list, open);
    const element = await discussionOf(api);
    button(element, 'Click to comment').click();
    await isOpen(element);
    await write(element, 'On 71');
    // Whether the story takes comments is asked beside.
    await api.asked({ arrived: 2 });
    await api.answers(comments([remark(7)]));
    let loaded = oneEvent(element, 'news-load');
    element.story = '72';
    await loaded;
    expect(all(element, 'form')).to.be.empty;
    button(element, 'Click to comment');
    await api.answers(list);
    loaded = oneEvent(element, 'news-load');
    element.story = '71';
    await loaded;
    button(element, 'Go on with your comment');
  });

  it("what was typed in the page's own form goes on in ours, with focus and caret", async () => {
    const api = await contentApi({ ...list, delay: 200 }, open);
    const waiting = fixture(
      `<news-comments api="${api.address}" story="71" loading="eager">
        <form><textarea name="text"></textarea><input name="author"></form>
      </news-comments>`,
    );
    const element = await waiting;
    const theirs = element.querySelector('textarea')!;
    theirs.focus();
    theirs.value = 'Half a';
    theirs.setSelectionRange(4, 4);
    await focusOn(element, 'textarea');
    expect(field(element)).to.include({ value: 'Half a', selectionStart: 4 });
    expect(seen(element)).to.contain('Words of number 1.');
    await sendKeys({ type: '!' });
    expect(field(element)).to.have.value('Half! a');
    button(element, 'Cancel').click();
    await focusOn(element, '[name=open]');
    expect(seen(element)).to.contain('Go on with your comment').and.to.contain('Words of number 1.');
  });

  it("the page's own form, where nobody writes in it, goes with the fallback", async () => {
    const element = await discussionOf(await contentApi(list), '', '<form><textarea></textarea></form>');
    expect(all(element, 'form')).to.be.empty;
    button(element, 'Click to comment');
  });

  describe('a closed story', () => {
    const closed = stories({ ...ferry, comments: 'closed' });

    it('says so when the form is opened, before anything is written', async () => {
      const element = await discussionOf(await contentApi(list, closed));
      button(element, 'Reply to Bo Tern').click();
      await waitUntil(() => seen(element).includes('Comments are closed.'), 'the sentence');
      expect(all(element, 'form, [name=reply], [name=open]')).to.be.empty;
      await focusOn(element, '.closed');
      await expect(element).to.be.accessible();
    });

    it('says so at once where another element has asked about the story', async () => {
      const api = await contentApi(closed);
      const card = await fixture(
        `<news-article-card api="${api.address}" story="71" loading="eager"></news-article-card>`,
      );
      await reaches(card, 'ready');
      await api.answers(list);
      const element = await discussionOf(api);
      await waitUntil(() => seen(element).includes('Comments are closed.'), 'the sentence');
      expect(all(element, '[name=reply], [name=open]')).to.be.empty;
      expect(await api.asked()).to.have.length(2);
    });

    it('takes no words away: what was written meanwhile stays in the form', async () => {
      const api = await contentApi(list, { ...closed, delay: 300 });
      const element = await discussionOf(api);
      button(element, 'Click to comment').click();
      await isOpen(element);
      await sendKeys({ type: 'But' });
      await waitUntil(() => !all(element, '[name=reply]').length, 'the answer');
      expect(field(element)).to.have.value('But');
    });

    it('gives back what was begun while it was open', async () => {
      const api = await contentApi(list, open);
      const element = await discussionOf(api);
      button(element, 'Click to comment').click();
      await focusOn(element, 'textarea');
      await write(element, 'Half a sentence');
      element.remove();
      const later = await contentApi(list, closed);
      // The same API, as far as the browser knows.
      for (const key of Object.keys(localStorage))
        localStorage.setItem(key.replace(api.address, later.address), localStorage.getItem(key)!);
      const again = await discussionOf(later);
      button(again, 'Go on with your comment').click();
      await waitUntil(() => seen(again).includes('Comments are closed.'), 'the sentence');
      expect(field(again)).to.have.value('Half a sentence');
      await expect(again).to.be.accessible();
    });

    it('sign-in: says so', async () => {
      const element = await discussionOf(await contentApi(list, stories({ ...ferry, comments: 'sign-in' })));
      button(element, 'Click to comment').click();
      await waitUntil(() => seen(element).includes('Sign in to comment.'), 'the sentence');
    });
  });

  describe('report', () => {
    it('asks whether it is meant, tells the moderators, and thanks', async () => {
      const api = await contentApi(list, { status: 204 });
      const element = await discussionOf(api);
      await waitUntil(() => all(element, '[name=report]').length, 'buttons');
      const report = button(element, 'Report the comment of Cem Aydin');
      report.focus();
      await sendKeys({ press: 'Enter' });
      await focusOn(element, '.report button');
      expect(seen(element)).to.contain('Tell the moderators about this comment?');
      await expect(element).to.be.accessible();
      await sendKeys({ press: 'Enter' });
      await focusOn(element, 'p.report');
      expect(seen(element)).to.contain('Thank you. The moderators will look at this comment.');
      const [sent] = (await api.asked()).filter(({ method }) => method === 'POST');
      expect(sent!.path).to.match(/\/comments\/2\/reports$/);
      await expect(element).to.be.accessible();
    });

    it('can be thought better of', async () => {
      const api = await contentApi(list);
      const element = await discussionOf(api);
      await waitUntil(() => all(element, '[name=report]').length, 'buttons');
      button(element, 'Report the comment of Bo Tern').click();
      await focusOn(element, '.report button');
      button(element, 'Cancel').click();
      await element.updateComplete;
      expect(hasFocus(button(element, 'Report the comment of Bo Tern'))).to.equal(true);
      expect(all(element, '.report')).to.be.empty;
      expect(await api.asked()).to.have.length(1);
    });

    it('that fails says so, and can be tried again', async () => {
      const api = await contentApi(list, { status: 500 }, never);
      const element = await discussionOf(api);
      await waitUntil(() => all(element, '[name=report]').length, 'buttons');
      button(element, 'Report the comment of Bo Tern').click();
      await focusOn(element, '.report button');
      button(element, 'Yes, tell them').click();
      const status = one(element, '[role=status]');
      await waitUntil(() => status.textContent, 'words');
      expect(status).to.have.text('The moderators could not be told. Try again in a moment.');
      expect(hasFocus(button(element, 'Yes, tell them'))).to.equal(true);
      await expect(element).to.be.accessible();
      button(element, 'Yes, tell them').click();
      // Each with its preflight.
      expect(await api.asked({ arrived: 5 })).to.have.length(5);
    });

    it('leads to the address that the page names where there is no API for it', async () => {
      const element = await given([remark(1)], 'report-url="/report?comment={id}"');
      const [link] = all(element, '.actions a');
      expect(link).to.have.attribute('href', '/report?comment=1');
      expect(seen(link!)).to.equal('Report the comment of Bo Tern');
      await expect(element).to.be.accessible();
      expect(all(await given([remark(1)]), '.actions a, [name=report]')).to.be.empty;
    });
  });
});
