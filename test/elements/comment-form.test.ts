import { expect, fixture, nextFrame, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { NewsCommentForm } from '../../src/elements/comment-form/comment-form.js';
import type { NewsCommentSubmitEvent } from '../../src/elements/events.js';
import type { Answer } from '../tools/faulty-client.js';
import {
  at, body, button, field, notice, placed, posts, sent, type, typed, valid, type Texts,
} from './support/comment-form.js'; // prettier-ignore
import { contentApi, refusal, stories, taken } from './support/content-api.js';
import { keepsThePromises } from './support/promises.js';
import { pretend } from './support/pretend.js';
import { all, hasFocus, one, reaches, seen } from './support/seen.js';
import { emptyOutbox } from '../content/outbox-support.js';
import { ferry, tram } from './support/stories.js';
import { waitUntil } from '../tools/wait.js';

describe('<news-comment-form>', () => {
  keepsThePromises({
    tag: 'news-comment-form',
    answer: (story) => stories({ ...story, comments: story.headline === ferry.headline ? 'open' : 'closed' }),
    shows: ({ headline }) => (headline === ferry.headline ? 'Post comment' : 'Comments are closed.'),
    empty: stories(),
    data: (story) => story,
    form: true,
  });

  beforeEach(emptyOutbox);

  /** The form has looked at what was written, and leads to what is wrong. */
  async function faults(form: NewsCommentForm): Promise<string[]> {
    button(form).click();
    await waitUntil(() => all(form, '.summary').some(hasFocus), 'the summary has the focus');
    return all(form, '.summary a').map(({ textContent }) => textContent);
  }

  // The first that writes in a form of this page.
  it('loads what sending takes with the first letter, not before', async () => {
    const loaded = (): boolean =>
      performance
        .getEntriesByType('resource')
        .some(({ name }) => /comment-form\/sending|content\/outbox\./.test(name));
    const { form } = await placed();
    dispatchEvent(new Event('online'));
    await nextFrame();
    expect(loaded()).to.equal(false);
    type(form, { text: 'Y' });
    await waitUntil(loaded, 'the code for sending');
  });

  describe('the form', () => {
    it('names every field, says which are required, and helps to fill it in', async () => {
      const { form } = await placed();
      expect(one(form, 'h2')).to.have.trimmed.text('Leave a reply');
      expect(one(form, '#note')).to.have.text(
        'Your e-mail address will not be published. Required fields are marked *',
      );
      const fields = ['text', 'name', 'email', 'website'].map((name) => {
        const input = field(form, name);
        const { required, labels, type } = input;
        return [seen(labels![0]!), type, input.getAttribute('autocomplete'), required];
      });
      expect(fields).to.deep.equal([
        ['Comment *', 'textarea', null, true],
        ['Name *', 'text', 'name', true],
        ['E-mail *', 'email', 'email', true],
        ['Website (optional)', 'url', 'url', false],
      ]);
      expect(field(form, 'email').getAttribute('aria-describedby')).to.equal('note');
      expect(one(form, '[part~=required]')).to.have.attribute('aria-hidden', 'true');
      await expect(form).to.be.accessible();
    });

    it("takes a heading, a level and a link about privacy of the page's own", async () => {
      const { form } = await placed('label="Have your say" heading-level="4" privacy-url="/privacy"');
      expect(one(form, 'h4')).to.have.trimmed.text('Have your say');
      expect(one<HTMLAnchorElement>(form, '[part~=privacy]').href).to.equal(
        new URL('/privacy', location.href).href,
      );
      await expect(form).to.be.accessible();
      const { form: own } = await placed('', '<h2 slot="heading">Talk to us</h2>');
      expect(seen(own))
        .to.match(/^Talk to us/)
        .and.not.to.contain('Leave a reply');
    });

    for (const [comments, words] of [
      ['closed', 'Comments are closed.'],
      ['sign-in', 'Sign in to comment.'],
    ] as const) {
      it(`${comments}: says so in its place`, async () => {
        const { form } = await placed('', '', { ...ferry, comments });
        expect(seen(form)).to.equal(words);
        expect(all(form, 'form')).to.be.empty;
        await expect(form).to.be.accessible();
      });
    }

    it('is there when the API cannot be read, and takes the comment', async () => {
      const api = await contentApi(refusal(403, 'closed', 'No.'));
      const form = await fixture<NewsCommentForm>(
        `<news-comment-form api="${api.address}" story="71"></news-comment-form>`,
      );
      await reaches(form, 'error');
      await expect(form).to.be.accessible();
      await api.answers(taken('approved'));
      type(form, valid);
      await sent(form);
      expect(seen(form)).to.contain('Your comment is posted.');
    });

    it('keeps what is typed while the story loads', async () => {
      const api = await contentApi({ ...stories(ferry), delay: 200 });
      const form = await fixture<NewsCommentForm>(
        `<news-comment-form api="${api.address}" story="71"></news-comment-form>`,
      );
      await reaches(form, 'loading');
      const text = field(form, 'text');
      text.focus();
      type(form, { text: 'Half a th' });
      await reaches(form, 'ready');
      expect(field(form, 'text')).to.equal(text);
      expect(text.value).to.equal('Half a th');
      expect(hasFocus(text)).to.equal(true);
    });
  });

  describe('what is wrong', () => {
    it('is told together, in the order of the fields, and the focus goes there', async () => {
      const { form, api } = await placed();
      const told = await faults(form);
      expect(told).to.deep.equal(['Write your comment.', 'Enter your name.', 'Enter your e-mail address.']);
      expect(seen(one(form, '.summary p'))).to.equal('3 things to correct:');
      expect(one(form, '.summary')).to.have.attribute('role', 'alert');
      const fields = all(form, '[part~=input]').map((input) => input.getAttribute('name'));
      expect(fields).to.deep.equal(['text', 'name', 'email', 'website']);
      await expect(form).to.be.accessible();
      expect(posts(await api.asked())).to.be.empty;
    });

    it('leads from each line to its field', async () => {
      const { form } = await placed();
      await faults(form);
      for (const [index, name] of ['text', 'name', 'email'].entries()) {
        all(form, '.summary a')[index]!.click();
        expect(hasFocus(field(form, name))).to.equal(true);
      }
      expect(location.hash).to.equal('');
    });

    it('stands at its field as well, tied to it', async () => {
      const { form } = await placed();
      type(form, { text: 'A fine plan.', name: 'Ola' });
      await faults(form);
      const email = field(form, 'email');
      expect(email).to.have.attribute('aria-invalid', 'true');
      const described = one(form, `#${email.getAttribute('aria-describedby')}`);
      expect(described).to.have.text('Enter your e-mail address.');
      for (const name of ['text', 'name', 'website'])
        expect(field(form, name)).not.to.have.attribute('aria-invalid');
      expect(seen(one(form, '.summary p'))).to.equal('One thing to correct:');
    });

    it('is gone when it has been put right', async () => {
      const { form, api } = await placed();
      await faults(form);
      await api.answers(taken('approved'));
      type(form, valid);
      await sent(form);
      expect(all(form, '.summary, [aria-invalid]')).to.be.empty;
    });

    const table: [Texts, string][] = [
      [{ text: '   ' }, 'Write your comment.'],
      [{ text: 'x'.repeat(25) }, 'Your comment is 5 characters too long.'],
      [{ name: ' ' }, 'Enter your name.'],
      [{ name: 'x'.repeat(101) }, 'Use a name of at most 100 characters.'],
      [{ email: 'ola' }, 'Enter an e-mail address such as name@example.org.'],
      [{ email: 'ola@example' }, 'Enter an e-mail address such as name@example.org.'],
      [{ email: 'ola lind@example.org' }, 'Enter an e-mail address such as name@example.org.'],
      [{ website: 'example' }, 'Enter a web address such as https://example.org, or leave the field empty.'],
      [
        { website: 'javascript:alert(1)' },
        'Enter a web address such as https://example.org, or leave the field empty.',
      ],
    ];
    for (const [texts, expected] of table) {
      it(`${JSON.stringify(texts).slice(0, 40)}: ${expected}`, async () => {
        const { form, api } = await placed('max-length="20"');
        type(form, { ...valid, ...texts });
        expect(await faults(form)).to.deep.equal([expected]);
        expect(posts(await api.asked())).to.be.empty;
      });
    }

    for (const texts of [
      { email: "o'la+news@sub.example.museum" },
      { email: 'öla@exämple.org' },
      { website: 'http://example.org/a?b' },
      { text: 'x'.repeat(20) },
      { name: 'علی' },
    ]) {
      it(`not ${JSON.stringify(texts)}`, async () => {
        const { form, api } = await placed('max-length="20"');
        await api.answers(taken('held'));
        type(form, { ...valid, ...texts });
        await sent(form);
        const [post] = posts(await api.asked());
        expect(body(post)).to.deep.equal({ story: '71', ...valid, ...texts });
      });
    }
  });

  describe('sending', () => {
    it('approved: says that it is posted, and where', async () => {
      const { form, api } = await placed();
      await api.answers(taken('approved', 'https://news.example/2026/03/night-ferry-returns#comment-9001'));
      type(form, { ...valid, website: 'https://ola.example' });
      expect(await sent(form)).to.include({
        type: 'news-comment-posted',
        story: '71',
        comment: '9001',
        status: 'approved',
      });
      expect(seen(form)).to.equal(
        'Leave a reply Thank you. Your comment is posted. See your comment Write another comment',
      );
      expect(hasFocus(notice(form))).to.equal(true);
      await expect(form).to.be.accessible();

      const [post] = posts(await api.asked());
      expect(new URL(post!.path, api.address).href).to.equal(`${api.address}/comments`);
      expect(post!.headers['idempotency-key']).to.match(/^[\da-f]{32}-[\da-f]{1,16}$/);
      expect(body(post)).to.deep.equal({ story: '71', ...valid, website: 'https://ola.example' });
    });

    it('held: says that it waits, and gives no link', async () => {
      const { form, api } = await placed();
      await api.answers(taken('held', 'https://news.example/2026/03/night-ferry-returns#comment-9001'));
      type(form, valid);
      expect(await sent(form)).to.include({ type: 'news-comment-posted', status: 'held' });
      expect(seen(form)).to.equal(
        'Leave a reply Thank you. Your comment waits for approval. Write another comment',
      );
      expect(all(form, '.notice a')).to.be.empty;
      await expect(form).to.be.accessible();
    });

    it('another one: an empty form, ready to write in', async () => {
      const { form, api } = await placed();
      await api.answers(taken('approved'), taken('held'));
      type(form, valid);
      await sent(form);
      one(form, '[part~=button]').click();
      await waitUntil(() => all(form, 'form').length, 'a form');
      await waitUntil(() => hasFocus(field(form, 'text')), 'the focus in it');
      expect(field(form, 'text').value).to.equal('');
      expect(notice(form)).to.have.trimmed.text('');
      type(form, { ...valid, text: 'One more thing.' });
      await sent(form);
      const keys = posts(await api.asked()).map(({ headers }) => headers['idempotency-key']);
      expect(new Set(keys).size).to.equal(2);
    });

    it('twice in a hurry is once', async () => {
      const { form, api } = await placed();
      await api.answers({ ...taken('approved'), delay: 100 }, taken('approved'));
      type(form, valid);
      const posted = oneEvent(form, 'news-comment-posted');
      button(form).click();
      button(form).click();
      one<HTMLFormElement>(form, 'form').requestSubmit();
      await waitUntil(() => button(form).textContent.includes('Sending …'), 'a button that says so');
      button(form).click();
      expect(button(form)).to.have.attribute('aria-disabled', 'true');
      await expect(form).to.be.accessible();
      await posted;
      expect(posts(await api.asked())).to.have.length(1);
    });

    it('by keyboard alone', async () => {
      const { form, api } = await placed();
      await api.answers(taken('approved'));
      field(form, 'text').focus();
      for (const text of ['Yes, yes', 'Ola', 'o@a.no']) {
        // WebKit's driver loses a key that comes twice in one command.
        for (const letter of text) await sendKeys({ type: letter });
        await sendKeys({ press: 'Tab' });
      }
      expect(hasFocus(field(form, 'website'))).to.equal(true);
      const posted = oneEvent(form, 'news-comment-posted');
      await sendKeys({ press: 'Enter' });
      await posted;
      const [post] = posts(await api.asked());
      expect(body(post)).to.deep.equal({
        story: '71',
        text: 'Yes, yes',
        name: 'Ola',
        email: 'o@a.no',
      });
    });

    describe("the page's own check", () => {
      it('holds it back at once', async () => {
        const { form, api } = await placed();
        type(form, valid);
        form.parentElement!.addEventListener('news-comment-submit', (event) => event.preventDefault());
        const asked = oneEvent<NewsCommentSubmitEvent>(form, 'news-comment-submit');
        button(form).click();
        expect(await asked).to.include({ story: '71', bubbles: true, composed: true, cancelable: true });
        await waitUntil(() => button(form).ariaDisabled === 'false', 'a button at rest');
        expect(typed(form)).to.include(valid);
        expect(seen(form)).to.contain('Your comment was not sent. It is still here.');
        expect(posts(await api.asked())).to.be.empty;
      });

      it('lets it wait', async () => {
        const { form, api } = await placed();
        await api.answers(taken('approved'));
        type(form, valid);
        let resolve = (): void => undefined;
        const promise = new Promise<void>((done) => (resolve = done));
        form.addEventListener('news-comment-submit', (event) => event.waitFor(promise));
        const posted = oneEvent(form, 'news-comment-posted');
        const asked = oneEvent(form, 'news-comment-submit');
        button(form).click();
        await asked;
        await waitUntil(() => button(form).textContent.includes('Sending …'), 'a button that says so');
        expect(posts(await api.asked())).to.be.empty;
        resolve();
        await posted;
        expect(posts(await api.asked())).to.have.length(1);
      });

      it('holds it back after a while; the text stays, and may be sent again', async () => {
        const { form, api } = await placed();
        type(form, valid);
        form.addEventListener(
          'news-comment-submit',
          (event) => event.waitFor(Promise.reject(new Error('no'))),
          {
            once: true,
          },
        );
        const asked = oneEvent(form, 'news-comment-submit');
        button(form).click();
        await asked;
        await waitUntil(() => button(form).ariaDisabled === 'false', 'a button at rest');
        expect(typed(form)).to.include(valid);
        expect(seen(form)).to.contain('Your comment was not sent. It is still here.');
        expect(posts(await api.asked())).to.be.empty;
        await api.answers(taken('approved'));
        await sent(form);
        expect(posts(await api.asked())).to.have.length(1);
      });

      it('is not asked about a comment that is not complete', async () => {
        const { form } = await placed();
        let asked = 0;
        form.addEventListener('news-comment-submit', () => asked++);
        await faults(form);
        expect(asked).to.equal(0);
      });
    });
  });

  describe('what tells a reader from a robot', () => {
    it('a field that people do not meet', async () => {
      const { form, api } = await placed();
      const trap = one<HTMLInputElement>(form, '[name=homepage2]');
      expect(trap).to.include({ tabIndex: -1, autocomplete: 'off', value: '' });
      expect(trap.closest('[aria-hidden=true]')).not.to.equal(null);
      expect(trap.labels![0]!.textContent).to.equal('Leave this field empty.');
      const { width, height } = trap.parentElement!.getBoundingClientRect();
      expect([width, height]).to.deep.equal([1, 1]);
      trap.value = 'https://spam.example';
      await api.answers(refusal(422, 'spam', 'x'));
      type(form, valid);
      expect(await sent(form)).to.include({ reason: 'spam' });
      expect(body(posts(await api.asked())[0])).to.include({ homepage2: 'https://spam.example' });
    });

    it('the seconds since the form was shown', async () => {
      const now = performance.now.bind(performance);
      const { form, api } = await placed();
      await api.answers(taken('held'));
      type(form, valid);
      pretend(performance, 'now', () => now() + 12_000);
      await sent(form);
      expect(JSON.parse(posts(await api.asked())[0]!.body))
        .to.have.property('seconds')
        .within(12, 14);
    });

    it('not of one who comes back to a draft, or wrote before the script came', async () => {
      const { form, api } = await placed();
      type(form, { text: valid.text });
      form.remove();
      const again = await at(api);
      await api.answers(taken('held'));
      type(again, valid);
      await sent(again);
      const before = await placed('', `<form><textarea>${valid.text}</textarea></form>`);
      await before.api.answers(taken('held'));
      type(before.form, valid);
      await sent(before.form);
      for (const { asked } of [api, before.api])
        expect(JSON.parse(posts(await asked())[0]!.body)).not.to.have.property('seconds');
    });

    it("the publisher's own check, in fields of the page", async () => {
      const { form, api } = await placed(
        '',
        `<div slot="challenge">
          <label>What is 2 + 3? <input name="sum"></label>
          <textarea hidden name="token" aria-label="Token">x1</textarea>
          <input type="checkbox" name="robot" aria-label="I am a robot">
          <input type="checkbox" name="human" aria-label="I am none" checked>
          <input disabled name="off" value="1" aria-label="Off">
        </div>
        <input slot="challenge" name="more" type="hidden" value="2">`,
      );
      expect(seen(form)).to.contain('What is 2 + 3?');
      expect(field(form, 'text').value, 'no draft of the reader').to.equal('');
      form.addEventListener('news-comment-submit', (event) =>
        event.waitFor(
          nextFrame().then(() => {
            form.querySelector<HTMLInputElement>('[name=sum]')!.value = '5';
          }),
        ),
      );
      await expect(form).to.be.accessible();
      await api.answers(taken('approved'));
      type(form, valid);
      await sent(form);
      const { challenge } = body(posts(await api.asked())[0]);
      expect(challenge).to.deep.equal({ sum: '5', token: 'x1', human: 'on', more: '2' });
    });

    it('a check that was passed again goes along at the next try', async () => {
      const { form, api } = await placed('', '<input slot="challenge" name="token" type="hidden" value="1">');
      await api.answers({ close: true }, taken('approved'));
      type(form, valid);
      await sent(form);
      form.querySelector<HTMLInputElement>('[name=token]')!.value = '2';
      await sent(form);
      const tokens = posts(await api.asked()).map((post) => body(post).challenge);
      expect(tokens).to.deep.equal([{ token: '1' }, { token: '2' }]);
    });
  });

  describe('a comment that is not taken', () => {
    const reasons: [Answer, reason: string, words: string][] = [
      [refusal(409, 'duplicate', 'x'), 'duplicate', 'You have already sent this comment.'],
      [
        refusal(429, 'too-fast', 'x'),
        'too-fast',
        'You are sending comments too quickly. This one is kept here and will be sent by itself.',
      ],
      [refusal(403, 'comments-closed', 'x'), 'closed', 'Comments are closed.'],
      [refusal(401, 'sign-in', 'x'), 'sign-in', 'Sign in to comment.'],
      [
        refusal(403, 'spam', 'x'),
        'spam',
        'This was taken for spam and was not posted. Change it, or write to the editors.',
      ],
      [refusal(404, 'parent-gone', 'x'), 'parent-gone', 'The comment that you answer is no longer there.'],
      [
        refusal(422, 'rude', 'Not in this tone.'),
        'refused',
        'The comment was not accepted: Not in this tone.',
      ],
      [
        { status: 502 },
        'unreachable',
        'Your comment could not be sent yet. It is kept here and will be sent by itself.',
      ],
      [
        { close: true },
        'unreachable',
        'Your comment could not be sent yet. It is kept here and will be sent by itself.',
      ],
    ];
    for (const [answer, reason, words] of reasons) {
      it(`${answer.close ? 'cut off' : answer.status}, ${reason}: says why, and keeps the text`, async () => {
        const { form, api } = await placed();
        await api.answers(answer, { close: true });
        type(form, valid);
        expect(await sent(form)).to.include({ type: 'news-comment-failed', story: '71', reason });
        expect(notice(form)).to.have.trimmed.text(words);
        expect(notice(form)).to.have.attribute('role', 'alert');
        expect(hasFocus(notice(form))).to.equal(true);
        expect(typed(form)).to.include(valid);
        expect(button(form)).to.have.trimmed.text('Try again');
        await expect(form).to.be.accessible();
        expect(posts(await api.asked())).to.have.length(1);
      });
    }

    it('offline: says so, and keeps the text', async () => {
      const { form, api } = await placed();
      await api.answers({ close: true });
      pretend(navigator, 'onLine', false);
      type(form, valid);
      expect(await sent(form)).to.include({ reason: 'offline' });
      expect(notice(form)).to.have.trimmed.text(
        'You are offline. Your comment is kept here and will be sent by itself when you are connected again.',
      );
      expect(typed(form)).to.include(valid);
    });

    it('an API that is named nowhere: says so', async () => {
      const form = await fixture<NewsCommentForm>('<news-comment-form story="71"></news-comment-form>');
      form.data = ferry;
      await form.updateComplete;
      type(form, valid);
      expect(await sent(form)).to.include({ reason: 'no-comments' });
      expect(notice(form)).to.have.trimmed.text('Comments cannot be sent from this page.');
    });

    it('down, then back: the next try posts it, under the same key', async () => {
      const { form, api } = await placed();
      await api.answers({ status: 503 }, taken('approved'));
      type(form, valid);
      await sent(form);
      expect(button(form)).to.have.trimmed.text('Try again');
      await sent(form);
      expect(seen(form)).to.contain('Your comment is posted.');
      const keys = posts(await api.asked()).map(({ headers }) => headers['idempotency-key']);
      expect(keys).to.have.length(2);
      expect(keys[0]).to.equal(keys[1]);
    });

    it('stored, but its answer was lost: the next try says that it has arrived', async () => {
      const { form, api } = await placed();
      await api.answers({ close: true }, { status: 204 }, refusal(409, 'duplicate', 'x'));
      type(form, valid);
      await sent(form);
      await api.answers(refusal(409, 'duplicate', 'x'));
      await sent(form);
      expect(seen(form)).to.contain('Thank you. Your comment has arrived.');
      await expect(form).to.be.accessible();
    });
  });

  describe('what a reader wrote', () => {
    it('is there again after a reload, and says so', async () => {
      const { form, api } = await placed();
      type(form, { text: 'Half a thought', name: 'Ola' });
      form.remove();
      const again = await at(api);
      await again.updateComplete;
      expect(typed(again)).to.include({ text: 'Half a thought', name: 'Ola' });
      expect(notice(again)).to.have.trimmed.text('We have kept the comment that you began.');
      expect(notice(again)).to.have.attribute('role', 'status');
      await expect(again).to.be.accessible();
    });

    it('is kept for each story by itself', async () => {
      const { form, api } = await placed();
      type(form, { text: 'About the ferry' });
      form.remove();
      const other = await at(api, '', '', tram, '72');
      expect(field(other, 'text').value).to.equal('');
      expect(notice(other)).to.have.trimmed.text('');
      other.story = '71';
      await other.updateComplete;
      expect(field(other, 'text').value).to.equal('About the ferry');
    });

    it('is gone when it has been posted', async () => {
      const { form, api } = await placed();
      await api.answers(taken('approved'));
      type(form, valid);
      await sent(form);
      form.remove();
      const again = await at(api);
      expect(typed(again)).to.deep.equal({ text: '', name: '', email: '', website: '' });
    });

    it('is not lost when it is changed while it is sent', async () => {
      const { form, api } = await placed();
      await api.answers({ ...taken('approved'), delay: 100 });
      type(form, valid);
      const posted = oneEvent(form, 'news-comment-posted');
      button(form).click();
      await api.asked({ arrived: 2 });
      expect(field(form, 'text').readOnly).to.equal(true);
      await posted;
    });

    it('stays in a story that is closed meanwhile', async () => {
      const { form } = await placed();
      type(form, { text: 'Half a thought' });
      form.data = { ...ferry, comments: 'closed' };
      await form.updateComplete;
      expect(field(form, 'text').value).to.equal('Half a thought');
    });

    it('before the script came is taken over once', async () => {
      const { form, api } = await placed('', '<form><textarea>Half a thought</textarea></form>');
      expect(typed(form)).to.include({ text: 'Half a thought' });
      await api.answers(taken('approved'));
      type(form, valid);
      await sent(form);
      one(form, '[part~=button]').click();
      await waitUntil(() => all(form, 'form').length, 'a form');
      expect(typed(form)).to.include({ text: '' });
    });

    it('goes to the story that it was written about', async () => {
      const api = await contentApi(stories(ferry), stories(tram), taken('approved'));
      const form = await fixture<NewsCommentForm>(
        `<news-comment-form api="${api.address}" story="71"></news-comment-form>`,
      );
      await reaches(form, 'ready');
      type(form, valid);
      form.addEventListener('news-comment-submit', (event) => {
        form.story = '72';
        event.waitFor(oneEvent(form, 'news-load'));
      });
      expect(await sent(form)).to.include({ type: 'news-comment-posted', story: '71' });
      const [post] = posts(await api.asked());
      expect(JSON.parse(post!.body)).to.include({ story: '71' });
    });

    for (const place of ['in the page', 'in another shadow root']) {
      it(`before the script came is taken over, with focus and caret, ${place}`, async () => {
        const api = await contentApi();
        const holder = await fixture('<div></div>');
        const root = place === 'in the page' ? holder : holder.attachShadow({ mode: 'open' });
        const tag = `test-form-${place.replaceAll(' ', '-')}`;
        root.innerHTML = `<${tag} api="${api.address}" story="71"><form action="/comments" method="post">
          <label>Comment <textarea name="comment"></textarea></label>
          <label>Name <input name="author"></label>
          <label>E-mail <input name="email" type="email"></label>
          <label>Website <input name="url" type="url"></label>
        </form></${tag}>`;
        const form = root.firstElementChild as NewsCommentForm;
        const textarea = form.querySelector('textarea')!;
        textarea.focus();
        textarea.value = 'Half a thought';
        textarea.setSelectionRange(4, 6);
        form.querySelector<HTMLInputElement>('[name=author]')!.value = 'Ola';

        form.data = ferry;
        NewsCommentForm.define(tag);
        await form.updateComplete;
        expect(typed(form)).to.include({ text: 'Half a thought', name: 'Ola' });
        const text = field(form, 'text');
        expect(hasFocus(text)).to.equal(true);
        expect([text.selectionStart, text.selectionEnd]).to.deep.equal([4, 6]);
        expect(textarea.checkVisibility()).to.equal(false);
      });
    }

    it('no storage: the form works all the same', async () => {
      pretend(window, 'localStorage', undefined);
      const { form, api } = await placed();
      await api.answers(taken('approved'));
      type(form, valid);
      one<HTMLInputElement>(form, '#remember').checked = true;
      await sent(form);
      expect(seen(form)).to.contain('Your comment is posted.');
    });

    it('storage that throws: the form works all the same', async () => {
      const denied = (): never => {
        throw new DOMException('denied', 'SecurityError');
      };
      pretend(window, 'localStorage', { getItem: denied, setItem: denied, removeItem: denied });
      const { form, api } = await placed();
      await api.answers(taken('held'));
      type(form, valid);
      await sent(form);
      expect(seen(form)).to.contain('Your comment waits for approval.');
    });
  });

  describe('who a reader is', () => {
    it('is remembered with consent, and forgotten without', async () => {
      const { form, api } = await placed();
      await api.answers(taken('approved'));
      type(form, { ...valid, website: 'https://ola.example' });
      one(form, '#remember').click();
      await sent(form);

      const next = await at(api, '', '', tram);
      expect(typed(next)).to.deep.equal({
        text: '',
        name: 'Ola Lind',
        email: 'ola@example.org',
        website: 'https://ola.example',
      });
      expect(one<HTMLInputElement>(next, '#remember').checked).to.equal(true);
      one(next, '#remember').click();
      type(next, { text: 'And another' });
      await api.answers(taken('approved'));
      await sent(next);

      const last = await at(api);
      expect(typed(last)).to.deep.equal({ text: '', name: '', email: '', website: '' });
      expect(one<HTMLInputElement>(last, '#remember').checked).to.equal(false);
    });

    it('is not kept when nothing was agreed to', async () => {
      const { form, api } = await placed();
      await api.answers(taken('approved'));
      type(form, valid);
      await sent(form);
      expect(JSON.stringify(localStorage)).not.to.contain('ola@example.org');
    });
  });

  it("says all this in the publisher's words", async () => {
    const { form } = await placed();
    form.words = {
      heading: 'Sag etwas',
      send: 'Ab',
      textMissing: 'Schreib etwas.',
      errors: { other: '{n} Fehler' },
    };
    await form.updateComplete;
    expect(one(form, 'h2')).to.have.trimmed.text('Sag etwas');
    expect(button(form)).to.have.trimmed.text('Ab');
    expect((await faults(form))[0]).to.equal('Schreib etwas.');
    expect(one(form, '.summary p')).to.have.text('3 Fehler');
  });

  it("without script posts to an address of the page's", async () => {
    const { form } = await placed('action="/comments"');
    const plain = one<HTMLFormElement>(form, 'form');
    expect(plain).to.include({ method: 'post', action: new URL('/comments', location.href).href });
    expect(new FormData(plain).get('story')).to.equal('71');
  });
});
