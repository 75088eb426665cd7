import { expect, fixture, oneEvent } from '@open-wc/testing';
import { resume } from '../../src/content/outbox.js';
import type { NewsCommentForm } from '../../src/elements/comment-form/comment-form.js';
import { emptyOutbox, entries } from '../content/outbox-support.js';
import { Clock } from './support/clock.js';
import {
  at,
  body,
  button,
  field,
  notice,
  placed,
  posts,
  sent,
  type,
  typed,
  valid,
} from './support/comment-form.js';
import { contentApi, refusal, taken, type TestApi } from './support/content-api.js';
import { pretend } from './support/pretend.js';
import { hasFocus, seen } from './support/seen.js';
import { tram } from './support/stories.js';
import { waitUntil } from '../tools/wait.js';

const waits =
  'Your comment has not been sent yet. It is kept here and will be sent by itself when you are connected again.';

const config = ({ address }: TestApi) => ({ api: address, source: 'auto' });

/** Waits for what the form says. */
const says = (form: Element, words: string): Promise<void> =>
  waitUntil(() => notice(form).textContent.trim() === words, `“${words}”`);

const keys = async (api: TestApi): Promise<unknown[]> =>
  posts(await api.asked()).map(({ headers }) => headers['idempotency-key']);

/** What the page does that is loaded again, after something was sent to an API that is away. */
async function waiting(): Promise<{ form: NewsCommentForm; api: TestApi }> {
  // The outbox's own time for the next try, two seconds later, comes on a slow machine before the page is back.
  new Clock(1_500);
  const { form, api } = await placed();
  await api.answers({ close: true }, { close: true });
  type(form, valid);
  await sent(form);
  form.remove();
  const again = await at(api);
  await says(again, waits);
  await waitUntil(async () => {
    const [entry] = await entries();
    return entry?.tries === 2 && !entry.lease;
  }, 'the page to have tried it again');
  return { form: again, api };
}

describe('<news-comment-form> and what was sent from it', () => {
  beforeEach(emptyOutbox);

  it('waits in the form after a reload, and says that it is sent by itself', async () => {
    const { form } = await waiting();
    expect(typed(form)).to.include(valid);
    expect(notice(form)).to.have.attribute('role', 'status');
    expect(button(form)).to.have.trimmed.text('Try again');
    await expect(form).to.be.accessible();
  });

  it('is sent when the network is back, and the form thanks for it', async () => {
    const { form, api } = await waiting();
    await api.answers(taken('held'));
    const posted = oneEvent(form, 'news-comment-posted');
    dispatchEvent(new Event('online'));
    expect(await posted).to.include({ story: '71', comment: '9001', status: 'held' });
    await form.updateComplete;
    expect(seen(form)).to.contain('Your comment waits for approval.');
    expect(new Set(await keys(api)).size).to.equal(1);
    expect(await entries()).to.deep.equal([]);
    form.remove();
    expect(typed(await at(api))).to.include({ text: '' });
  });

  for (const [when, event] of [
    ['the page comes back', () => dispatchEvent(new Event('pageshow'))],
    [
      'the page is seen again',
      () => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
    ],
  ] as const)
    it(`is sent when ${when}`, async () => {
      const { form, api } = await waiting();
      await api.answers(taken('approved'));
      const posted = oneEvent(form, 'news-comment-posted');
      event();
      await posted;
    });

  it('is sent from any page that has a form for the same API', async () => {
    const { form, api } = await waiting();
    form.remove();
    await api.answers(taken('approved'));
    const other = await at(api, '', '', tram, '72');
    await waitUntil(async () => !(await entries()).length, 'an empty outbox');
    expect(typed(other)).to.include({ text: '' });
    expect(notice(other)).to.have.trimmed.text('');
    expect(body(posts(await api.asked()).at(-1))).to.include({ story: '71' });
  });

  it('does not take the focus from a reader who is elsewhere', async () => {
    const { form, api } = await waiting();
    await api.answers(taken('approved'));
    const elsewhere = await fixture<HTMLInputElement>('<input aria-label="Elsewhere">');
    elsewhere.focus();
    const posted = oneEvent(form, 'news-comment-posted');
    await resume(config(api));
    await posted;
    await form.updateComplete;
    expect(hasFocus(elsewhere)).to.equal(true);
  });

  it('keeps the focus of a reader who is in the form', async () => {
    const { form, api } = await waiting();
    await api.answers(taken('approved'));
    field(form, 'name').focus();
    await resume(config(api));
    await waitUntil(() => hasFocus(notice(form)), 'the focus on the thanks');
  });

  it('is sent though the note that something waits is lost', async () => {
    const { form, api } = await waiting();
    form.remove();
    for (const key of Object.keys(localStorage))
      if (key.startsWith('news-outbox')) localStorage.removeItem(key);
    await api.answers(taken('approved'));
    const again = await at(api);
    await oneEvent(again, 'news-comment-posted');
  });

  it('the button sends it at once, under the same key', async () => {
    const { form, api } = await waiting();
    await api.answers(taken('approved'));
    expect(await sent(form)).to.include({ type: 'news-comment-posted' });
    expect(new Set(await keys(api)).size).to.equal(1);
  });

  describe('changed', () => {
    it('is not sent by itself any more; changed back, it is the same comment', async () => {
      const { form, api } = await waiting();
      type(form, { text: 'A finer plan.' });
      await waitUntil(async () => !(await entries()).length, 'an empty outbox');
      expect(notice(form)).to.have.trimmed.text('');
      expect(button(form)).to.have.trimmed.text('Post comment');
      const before = (await keys(api)).length;
      await resume(config(api));
      expect(await keys(api)).to.have.length(before);

      type(form, { text: valid.text });
      await api.answers(refusal(409, 'duplicate', 'x'));
      await sent(form);
      expect(seen(form)).to.contain('Your comment has arrived.');
      expect(new Set(await keys(api)).size).to.equal(1);
    });

    it('before the code for sending has come, is not sent either', async () => {
      const { form, api } = await waiting();
      form.remove();
      const again = await at(api);
      type(again, { text: 'A finer plan.' });
      await waitUntil(async () => !(await entries()).length, 'an empty outbox');
      expect(typed(again)).to.include({ text: 'A finer plan.' });
    });

    it('while it is under way: says so when it has arrived, and keeps what is new', async () => {
      const { form, api } = await waiting();
      const before = (await keys(api)).length;
      await api.answers({ ...taken('approved'), delay: 1_000 });
      const round = resume(config(api));
      await waitUntil(async () => (await keys(api)).length > before, 'a request');
      type(form, { text: 'A finer plan.' });
      await round;
      await says(form, 'Your comment had been sent before you changed it.');
      expect(typed(form)).to.include({ text: 'A finer plan.' });
      await api.answers(taken('approved'));
      await sent(form);
      expect(new Set(await keys(api)).size).to.equal(2);
    });
  });

  describe('a final no that came while nobody looked', () => {
    it('is told where the comment was written, once', async () => {
      const { form, api } = await waiting();
      form.remove();
      await api.answers(refusal(403, 'comments-closed', 'x'));
      await resume(config(api));
      const again = await at(api);
      await says(again, 'Comments are closed.');
      expect(notice(again)).to.have.attribute('role', 'alert');
      expect(typed(again)).to.include(valid);
      await waitUntil(async () => !(await entries()).length, 'an empty outbox');
      again.remove();
      const last = await at(api);
      await says(last, 'We have kept the comment that you began.');
      expect(typed(last)).to.include(valid);
    });

    it('is told at once where the form is open', async () => {
      const { form, api } = await waiting();
      await api.answers(refusal(422, 'rude', 'Not in this tone.'));
      const failed = oneEvent(form, 'news-comment-failed');
      await resume(config(api));
      expect(await failed).to.include({ reason: 'refused' });
      await says(form, 'The comment was not accepted: Not in this tone.');
      await expect(form).to.be.accessible();
    });

    it('puts the text back where the draft is lost', async () => {
      const { form, api } = await waiting();
      form.remove();
      const marks = Object.entries({ ...localStorage }).filter(([key]) => key.startsWith('news-outbox'));
      localStorage.clear();
      for (const [key, value] of marks) localStorage.setItem(key, value as string);
      await api.answers(refusal(403, 'spam', 'x'));
      await resume(config(api));
      const again = await at(api);
      await says(again, 'This was taken for spam and was not posted. Change it, or write to the editors.');
      expect(typed(again)).to.include(valid);
    });

    it('waits while the form has something else in it', async () => {
      const { form, api } = await waiting();
      form.remove();
      await api.answers(refusal(403, 'spam', 'x'));
      await resume(config(api));
      for (const key of Object.keys(localStorage))
        if (key.startsWith('news-draft')) localStorage.removeItem(key);
      const other = await at(api);
      type(other, { text: 'Something else.' });
      other.remove();
      const again = await at(api);
      await says(again, 'We have kept the comment that you began.');
      expect(typed(again)).to.include({ text: 'Something else.' });
    });
  });

  describe('in two tabs', () => {
    // The storage event is what other tabs hear; the same page never hears its own.
    const fromTab = (key: string, newValue: string | null): boolean =>
      dispatchEvent(new StorageEvent('storage', { key, newValue }));
    const place = (): string => Object.keys(localStorage).find((key) => key.startsWith('news-draft'))!;

    it('what the other one has posted is thanked for here', async () => {
      const { form, api } = await waiting();
      const [entry] = await entries();
      fromTab(place(), JSON.stringify({ posted: entry!.key }));
      await form.updateComplete;
      expect(seen(form)).to.contain('Thank you. Your comment has arrived.');
      await expect(form).to.be.accessible();
      expect((await keys(api)).length).to.be.at.least(1);
    });

    it('other words stay', async () => {
      const { form } = await waiting();
      const [entry] = await entries();
      const key = place();
      type(form, { text: 'Something else.' });
      fromTab(key, JSON.stringify({ posted: entry!.key }));
      await form.updateComplete;
      expect(typed(form)).to.include({ text: 'Something else.' });
    });

    it('the same draft sent from both is one comment', async () => {
      const api = await contentApi();
      const one = await at(api);
      type(one, valid);
      const other = await at(api);
      expect(typed(other)).to.include(valid);
      await api.answers(taken('approved'), taken('approved'));
      const heard = oneEvent(other, 'news-comment-posted');
      await sent(one);
      await heard;
      expect(seen(other)).to.contain('Your comment is posted.');
      expect(await keys(api)).to.have.length(1);
    });
  });

  describe('where the browser keeps nothing', () => {
    it('says that the page has to stay', async () => {
      pretend(IDBDatabase.prototype, 'transaction', () => {
        throw new DOMException('denied', 'InvalidStateError');
      });
      const denied = (): never => {
        throw new DOMException('denied', 'SecurityError');
      };
      pretend(window, 'localStorage', { getItem: denied, setItem: denied, removeItem: denied });
      const { form, api } = await placed();
      await api.answers({ close: true }, taken('approved'));
      type(form, valid);
      await sent(form);
      expect(notice(form)).to.have.trimmed.text(
        'Your comment could not be sent yet. Keep this page open: it will be sent by itself.',
      );
      expect(typed(form)).to.include(valid);
      await expect(form).to.be.accessible();
      const posted = oneEvent(form, 'news-comment-posted');
      await resume(config(api));
      await posted;
      expect(new Set(await keys(api)).size).to.equal(1);
    });
  });
});
