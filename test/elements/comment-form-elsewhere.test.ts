import { expect, fixture, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { longestTry } from '../../src/content/post-comment.js';
import { resume } from '../../src/content/outbox.js';
import type { NewsCommentForm } from '../../src/elements/comment-form/comment-form.js';
import { defineSource } from '../../src/index.js';
import { Problem } from '../../src/kit/problem.js';
import type { Story } from '../../src/model/index.js';
import { emptyOutbox, entries } from '../content/outbox-support.js';
import { recorded } from '../sources/wordpress-records.js';
import type { Answer } from '../tools/faulty-client.js';
import { loadWords } from '../../src/kit/words/load.js';
import { Clock } from './support/clock.js';
import {
  at, button, field, notice, posts, sent, type, typed, valid, type Texts,
} from './support/comment-form.js'; // prettier-ignore
import { button as named, comments as discussion, discussionOf, remark } from './support/comments.js';
import { contentApi, refusal, stories, type TestApi } from './support/content-api.js';
import { afterThisTest, inHead, pretend } from './support/pretend.js';
import { all, hasFocus, one, reaches, seen } from './support/seen.js';
import { ferry } from './support/stories.js';
import { waitUntil } from '../tools/wait.js';

const leaving = 'The site takes comments only on its own page. You are taken there with yours …';
const away =
  'You took this comment to the site’s own page. It is kept here until you say that it has arrived there.';
const elsewhere =
  'Your comment has not been sent: the site takes it only on its own page. Try again to go there with it.';
const draft = 'We have kept the comment that you began.';

/** What a notice says in words of its own, without its button. */
const sentence = (form: Element): string =>
  [...notice(form).childNodes]
    .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
    .map(({ nodeValue }) => nodeValue)
    .join('')
    .trim();
const says = (form: Element, words: string): Promise<void> =>
  waitUntil(() => sentence(form) === words, `“${words}”`);

/** A stock WordPress on another origin: REST is open to nobody who is not signed in. */
async function wordpress(...before: Answer[]): Promise<TestApi> {
  const { address, answers, asked } = await contentApi();
  const site: TestApi = { address: `${address}/wp-json`, answers, asked };
  await site.answers(
    ...before,
    { ...(await recorded('092')), when: '^POST .*/wp/v2/comments$' },
    { ...(await recorded('048')), when: '^GET .*_fields=url$' },
    { ...(await recorded('019')), when: '^GET .*/wp/v2/posts' },
  );
  return site;
}

interface Gone {
  readonly action: string;
  readonly how: string;
  readonly inPage: boolean;
  readonly fields: Record<string, FormDataEntryValue>;
}

/** The forms that the page is left with; it stays all the same. */
function departures(): Gone[] {
  const gone: Gone[] = [];
  pretend(HTMLFormElement.prototype, 'submit', function (this: HTMLFormElement) {
    // A field may be named like a property of the form.
    const [action = '', ...rest] = ['action', 'method', 'accept-charset', 'target'].map((name) =>
      String(this.getAttribute(name)),
    );
    const [how, inPage] = [rest.join(' '), this.isConnected];
    gone.push({ action, how, inPage, fields: Object.fromEntries(new FormData(this)) });
  });
  return gone;
}

/** The page goes. */
const goes = (): boolean => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));

/** What is kept of a comment that was begun. */
function kept(): Record<string, unknown> | undefined {
  const place = Object.keys(localStorage).find((key) => key.startsWith('news-draft'));
  return place ? (JSON.parse(localStorage.getItem(place)!) as Record<string, unknown>) : undefined;
}

/** A form on the page of a partner, from which the reader has gone to WordPress. */
async function gone(texts: Texts = valid): Promise<{ form: NewsCommentForm; api: TestApi; left: Gone[] }> {
  const left = departures();
  const api = await wordpress();
  const form = await at(api);
  await go(form, left, texts);
  return { form, api, left };
}

async function go(form: NewsCommentForm, left: Gone[], texts: Texts): Promise<void> {
  const before = left.length;
  type(form, texts);
  button(form).click();
  await waitUntil(() => left.length > before, 'the page to be left');
  await form.updateComplete;
}

/** The reader has come back: the page was loaded again. */
async function back(form: Element, api: TestApi): Promise<NewsCommentForm> {
  form.remove();
  const again = await at(api);
  await says(again, away);
  return again;
}

describe('<news-comment-form> where only the site’s own page takes a comment', () => {
  beforeEach(emptyOutbox);

  describe('with a form, to which the reader goes along', () => {
    it('says so, and goes by a form of the page, once', async () => {
      const { form, api, left } = await gone({
        ...valid,
        text: 'Two\nlines, “سلام”',
        website: 'https://ola.example',
      });
      expect(left).to.deep.equal([
        {
          action: `${api.address.replace('/wp-json', '')}/wp-comments-post.php`,
          how: 'post utf-8 _self',
          inPage: true,
          fields: {
            comment_post_ID: '71',
            comment_parent: '0',
            author: valid.name,
            email: valid.email,
            url: 'https://ola.example',
            comment: 'Two\nlines, “سلام”',
          },
        },
      ]);
      expect(sentence(form)).to.equal(leaving);
      expect(notice(form)).to.have.attribute('role', 'status');
      expect(button(form)).to.have.trimmed.text('Sending …');
      expect(button(form)).to.have.attribute('aria-disabled', 'true');
      expect(field(form, 'text').readOnly).to.equal(true);
      expect(document.querySelectorAll('body > form').length).to.equal(0);
      await expect(form).to.be.accessible();

      button(form).click();
      button(form).click();
      goes();
      await says(form, away);
      expect(left).to.have.length(1);
      expect(posts(await api.asked())).to.have.length(1);
    });

    it('is asked about it as soon as the page is gone, for it may come back as it was', async () => {
      const { form } = await gone();
      goes();
      await says(form, away);
      await waitUntil(() => hasFocus(notice(form)), 'the focus on the question');
      expect(button(form)).to.have.trimmed.text('It has arrived');
      expect(all(form, 'form button').at(-1)).to.have.trimmed.text('Try again');
      expect(typed(form)).to.include(valid);
      await expect(form).to.be.accessible();
    });

    it('is asked about it when the page has not gone after all', async () => {
      const left = departures();
      const form = await at(await wordpress());
      const clock = new Clock(longestTry);
      await go(form, left, valid);
      clock.pass(longestTry - 1);
      expect(sentence(form)).to.equal(leaving);
      clock.pass(1);
      await says(form, away);
    });

    it('is asked about it when the page is loaded again; nothing is sent by itself', async () => {
      const { form, api, left } = await gone();
      goes();
      expect(kept()).to.have.property('fields').that.includes(valid);
      expect(await entries()).to.deep.equal([]);
      const again = await back(form, api);
      expect(typed(again)).to.include(valid);
      expect(notice(again)).to.have.attribute('role', 'status');
      expect(hasFocus(notice(again))).to.equal(false);
      await expect(again).to.be.accessible();
      await resume({ api: api.address, source: 'auto' });
      dispatchEvent(new Event('online'));
      expect(posts(await api.asked())).to.have.length(1);
      expect(left).to.have.length(1);
    });

    it('“It has arrived”: thanks, and the draft is gone', async () => {
      const { form, api } = await gone();
      goes();
      const again = await back(form, api);
      named(again, 'It has arrived').focus();
      const posted = oneEvent(again, 'news-comment-posted');
      await sendKeys({ press: 'Enter' });
      expect(await posted).to.include({ story: '71', comment: '', status: 'held' });
      await waitUntil(() => hasFocus(notice(again)), 'the focus on the thanks');
      expect(notice(again)).to.have.trimmed.text('Thank you. Your comment has arrived.');
      expect(kept()).to.equal(undefined);
      await expect(again).to.be.accessible();
      named(again, 'Write another comment').click();
      await waitUntil(() => all(again, 'form').length, 'a form');
      await again.updateComplete;
      expect(typed(again)).to.include({ text: '' });
      expect(sentence(again)).to.equal('');
      again.remove();
      const later = await at(api);
      expect(typed(later)).to.include({ text: '' });
    });

    it('it has not: is sent anew, and asked about again', async () => {
      const { form, api, left } = await gone();
      goes();
      const again = await back(form, api);
      named(again, 'Try again').click();
      await waitUntil(() => left.length === 2, 'the page to be left');
      expect(left[1]).to.deep.equal(left[0]);
      goes();
      await says(again, away);
      await back(again, api);
    });

    it('other words than those that were taken there are a draft like any other', async () => {
      const { form, api } = await gone();
      goes();
      const again = await back(form, api);
      type(again, { text: 'A finer plan.' });
      await says(again, '');
      expect(button(again)).to.have.trimmed.text('Post comment');
      type(again, { text: valid.text });
      await says(again, away);
      type(again, { text: 'A finer plan.' });
      again.remove();
      const last = await at(api);
      await says(last, draft);
      expect(typed(last)).to.include({ text: 'A finer plan.' });
    });

    it('the other tabs hear that it has arrived', async () => {
      const { form, api } = await gone();
      goes();
      await says(form, away);
      const other = await at(api);
      await says(other, away);
      const place = Object.keys(localStorage).find((key) => key.startsWith('news-draft'))!;
      const key = String(kept()!.unsure).replace('away ', '');
      named(form, 'It has arrived').click();
      // A page never hears its own.
      dispatchEvent(new StorageEvent('storage', { key: place, newValue: JSON.stringify({ posted: key }) }));
      await other.updateComplete;
      expect(notice(other)).to.have.trimmed.text('Thank you. Your comment has arrived.');
    });

    it('remembers the details of a reader who wants that', async () => {
      const left = departures();
      const api = await wordpress();
      const form = await at(api);
      one(form, '#remember').click();
      await go(form, left, valid);
      goes();
      await says(form, away);
      named(form, 'It has arrived').click();
      form.remove();
      const { name, email } = valid;
      expect(typed(await at(api))).to.include({ name, email, text: '' });
    });

    it('takes nobody along who has left the form', async () => {
      const left = departures();
      const slow = { ...(await recorded('048')), when: '^GET .*_fields=url$', delay: 300 };
      const api = await wordpress(slow);
      const form = await at(api);
      type(form, valid);
      const failed = oneEvent(form, 'news-comment-failed');
      button(form).click();
      await api.asked({ arrived: 2 });
      form.remove();
      expect(await failed).to.include({ reason: 'elsewhere' });
      expect(left).to.deep.equal([]);
      const again = await at(api);
      await says(again, draft);
      expect(typed(again)).to.include(valid);
    });

    it('learnt while the reader was elsewhere: they are told, and go by themselves', async () => {
      const left = departures();
      const api = await wordpress({ when: '^POST', close: true });
      const form = await at(api);
      type(form, valid);
      expect(await sent(form)).to.include({ reason: 'unreachable' });
      await api.answers({ ...(await recorded('092')), when: '^POST' }, { status: 404, when: '^GET' });
      const failed = oneEvent(form, 'news-comment-failed');
      dispatchEvent(new Event('online'));
      expect(await failed).to.include({ reason: 'elsewhere' });
      await says(form, elsewhere);
      expect(notice(form)).to.have.attribute('role', 'alert');
      expect(left).to.deep.equal([]);
      await expect(form).to.be.accessible();
      button(form).click();
      await waitUntil(() => left.length, 'the page to be left');
    });

    it('speaks the words of the page, from right to left', async () => {
      const left = departures();
      const words = {
        leaving: 'آپ کو وہاں لے جایا جا رہا ہے',
        away: 'آپ یہ تبصرہ وہاں لے گئے تھے۔',
        hasArrived: 'پہنچ گیا',
      };
      await loadWords('ur');
      const { dir, lang } = document.documentElement;
      Object.assign(document.documentElement, { dir: 'rtl', lang: 'ur' });
      afterThisTest(() => Object.assign(document.documentElement, { dir, lang }));
      const messages = `<script type="application/json" data-news-messages>${JSON.stringify(words)}</script>`;
      const form = await at(await wordpress(), '', messages);
      await go(form, left, valid);
      expect(sentence(form)).to.equal(words.leaving);
      goes();
      await says(form, words.away);
      const { borderRightWidth, borderLeftWidth } = getComputedStyle(notice(form));
      expect(parseFloat(borderRightWidth)).to.be.above(parseFloat(borderLeftWidth));
      const [question, answer] = [notice(form), named(form, words.hasArrived)].map((part) =>
        part.getBoundingClientRect(),
      );
      expect(answer!.left).to.be.at.least(question!.left);
      expect(answer!.height).to.be.at.least(24);
      await expect(form).to.be.accessible();
    });
  });

  it('without such a form: says so, and keeps the draft', async () => {
    const left = departures();
    const api = await contentApi();
    const form = await at(api);
    await api.answers(refusal(403, 'elsewhere', 'Not here.'));
    type(form, valid);
    expect(await sent(form)).to.include({ reason: 'elsewhere' });
    expect(sentence(form)).to.equal(elsewhere);
    expect(notice(form)).to.have.attribute('role', 'alert');
    expect(left).to.deep.equal([]);
    form.remove();
    const again = await at(api);
    expect(typed(again)).to.include(valid);
    await says(again, draft);
  });

  it('goes whatever the fields of the form are named', async () => {
    const left = departures();
    defineSource({
      name: 'odd',
      stories: (refs) => Promise.resolve(refs.map(() => ferry)),
      list: () => Promise.resolve({ items: [] }),
      postComment: () => Promise.reject(new Problem('http', 'Not by script', 401, 'elsewhere')),
      handover: ({ text }) =>
        Promise.resolve({
          action: 'https://odd.example/post',
          fields: { submit: text, action: 'x' },
        }),
    });
    const form = await at(await contentApi(), 'source="odd"');
    await go(form, left, valid);
    expect(left[0]).to.deep.include({
      action: 'https://odd.example/post',
      fields: { submit: valid.text, action: 'x' },
    });
    goes();
    await says(form, away);
  });
});

describe('<news-comment-form> where readers sign in', () => {
  beforeEach(emptyOutbox);

  const members: Story = { ...ferry, comments: 'sign-in', signInUrl: 'https://news.example/#/portal/signin' };
  const link = (form: Element): HTMLAnchorElement => one(form, '[part~=sign-in]');

  it('is a link to where they do', async () => {
    const form = await at(await contentApi(), '', '', members);
    expect(seen(form)).to.equal('Sign in to comment.');
    expect(all(form, 'form')).to.be.empty;
    expect(link(form).href).to.equal(members.signInUrl);
    link(form).focus();
    expect(hasFocus(link(form))).to.equal(true);
    await expect(form).to.be.accessible();
  });

  it('is a sentence where that is not known', async () => {
    const { signInUrl, ...unknown } = members;
    const form = await at(await contentApi(), '', '', unknown);
    expect(signInUrl).to.be.a('string');
    expect(seen(form)).to.equal('Sign in to comment.');
    expect(all(form, 'a')).to.be.empty;
    await expect(form).to.be.accessible();
  });

  it('learnt while the reader writes: says so over the form, and takes neither words nor focus', async () => {
    const api = await contentApi({ ...stories(members), delay: 300 });
    const form = await fixture<NewsCommentForm>(
      `<news-comment-form api="${api.address}" story="71"></news-comment-form>`,
    );
    await reaches(form, 'loading');
    const text = field(form, 'text');
    text.focus();
    type(form, { text: 'Half a thought' });
    await reaches(form, 'ready');
    expect(link(form).href).to.equal(members.signInUrl);
    expect(field(form, 'text') === text).to.equal(true);
    expect(hasFocus(text)).to.equal(true);
    expect(typed(form)).to.include({ text: 'Half a thought' });
    expect(kept()).to.have.nested.property('fields.text', 'Half a thought');
    await expect(form).to.be.accessible();
  });

  it('said by the API: a link, and the draft stays', async () => {
    const api = await contentApi();
    const form = await at(api, '', '', { ...members, comments: 'open' });
    await api.answers(refusal(401, 'sign-in', 'x'));
    type(form, valid);
    expect(await sent(form)).to.include({ reason: 'sign-in' });
    expect(notice(form)).to.have.attribute('role', 'alert');
    expect(link(form).href).to.equal(members.signInUrl);
    expect(kept()).to.have.nested.property('fields.text', valid.text);
    await expect(form).to.be.accessible();
  });

  it('thanks a reader who is signed in all the same', async () => {
    const api = await contentApi({ ...stories(members), delay: 300 });
    const form = await fixture<NewsCommentForm>(
      `<news-comment-form api="${api.address}" story="71"></news-comment-form>`,
    );
    await reaches(form, 'loading');
    type(form, valid);
    await reaches(form, 'ready');
    const stored = { id: '9', story: '71', author: 'Ola', text: 'A', posted: '2026-03-13T08:00:00Z' };
    await api.answers({ status: 201, body: { ...stored, status: 'held' } });
    expect(await sent(form)).to.include({ type: 'news-comment-posted' });
    expect(seen(form)).to.contain('Your comment waits for approval.');
  });
});

describe('<news-comment-form> where an API takes no comments', () => {
  it('shows nothing, or what the page put inside', async () => {
    defineSource({
      name: 'reading',
      stories: (refs) => Promise.resolve(refs.map(() => ferry)),
      list: () => Promise.resolve({ items: [] }),
    });
    for (const [content, shown] of [
      ['', ''],
      ['<p>Write a letter.</p>', 'Write a letter.'],
    ] as const) {
      const form = await fixture<NewsCommentForm>(
        `<news-comment-form api="https://news.example/read" source="reading" story="71">${content}</news-comment-form>`,
      );
      await reaches(form, 'empty');
      expect(seen(form)).to.equal(shown);
      await expect(form).to.be.accessible();
    }
  });
});

describe('a reply that waits', () => {
  beforeEach(emptyOutbox);

  it('is not sent any more once it is cancelled; its words are kept', async () => {
    const api = await contentApi(
      discussion([remark(1)], { total: 1 }),
      stories({ ...ferry, comments: 'open' }),
    );
    const element = await discussionOf(api);
    named(element, 'Reply to Bo Tern').click();
    await waitUntil(() => all(element, 'textarea').length, 'a form');
    await api.asked({ arrived: 2 });
    await api.answers({ when: '^POST', close: true });
    type(element, valid);
    named(element, 'Post comment').click();
    await says(element, 'Your comment could not be sent yet. It is kept here and will be sent by itself.');
    expect(await entries()).to.have.length(1);
    named(element, 'Cancel').click();
    await waitUntil(async () => !(await entries()).length, 'an empty outbox');
    expect(kept()).to.have.nested.property('fields.text', valid.text);
    named(element, 'Go on with your reply to Bo Tern').click();
    await waitUntil(() => all(element, 'textarea').length, 'a form');
    await says(element, draft);
    expect(typed(element)).to.include(valid);
  });
});

// The last one: a page does not get rid of a policy.
describe('<news-comment-form> on a page that lets no form go elsewhere', () => {
  beforeEach(emptyOutbox);

  it('says so, keeps the comment, and leads to the story', async () => {
    inHead(`<meta http-equiv="Content-Security-Policy" content="form-action 'self'">`);
    const api = await wordpress();
    const form = await at(api, '', '', { ...ferry, id: '4' }, '4');
    type(form, valid);
    expect(await sent(form)).to.include({ type: 'news-comment-failed', reason: 'elsewhere' });
    await waitUntil(() => hasFocus(notice(form)), 'the focus on the notice');
    expect(sentence(form)).to.equal(
      'This page cannot take your comment to the site’s own page. It is kept here: copy it, and leave it there yourself.',
    );
    expect(notice(form)).to.have.attribute('role', 'alert');
    const [way] = all<HTMLAnchorElement>(form, '[part~=notice] a');
    expect(way?.href).to.equal('http://127.0.0.1:8631/2025/03/harbour-bridge-opens-after-nine-years/');
    expect(way).to.have.text('The story on its own page');
    expect(button(form)).to.have.trimmed.text('Try again');
    await expect(form).to.be.accessible();
    // Nobody has gone anywhere: there is nothing to ask.
    expect(kept()).to.have.property('unsure', '');
    form.remove();
    const again = await at(api, '', '', { ...ferry, id: '4' }, '4');
    await says(again, draft);
    expect(typed(again)).to.include(valid);
  });
});
