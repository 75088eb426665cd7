import { strict as assert } from 'node:assert';
import { suite, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { be, field, Reader, send, someone, told } from './reader.js';
import { comment, must, own, Place, publish, stored, type Post, type Trait } from './site.js';

// What becomes of a comment that is written on another site, where WordPress takes comments by REST from everybody.

const reader = Reader.forSuite();

const open = (element: string, post: Post, ...traits: Trait[]): Promise<Page> =>
  reader.open(new Place('anonymous', ...traits), `<${element} story="${post.id}" open></${element}>`);

async function form(post: Post, ...traits: Trait[]): Promise<Locator> {
  const page = await open('news-comment-form', post, ...traits);
  return be(page.locator('news-comment-form'), 'ready');
}

/** A discussion, whoever has spoken in it. */
async function discussion(post: Post): Promise<Locator> {
  const page = await open('news-comments', post);
  const talk = page.locator('news-comments');
  await talk.getByRole('button', { name: 'Post comment' }).waitFor();
  return talk;
}

/** Their names as REST has them. */
const byline = { author_name: someone.name, author_email: someone.email };

const words = (talk: Locator): Promise<string[]> => talk.locator('[part=words]').allInnerTexts();

suite('a comment by REST', () => {
  test(...own('arrives as it was written, and the reader can go and see it'), async () => {
    const post = await publish();
    const place = await form(post);
    await send(place, { text: 'Fair winds to all who sail.' });
    await told(place, 'Thank you. Your comment is posted.');
    const [one, ...others] = await stored(post);
    assert.deepEqual(others, []);
    assert.deepEqual(
      [one?.author_name, one?.author_email, one?.content.raw, one?.parent, one?.status],
      [someone.name, someone.email, 'Fair winds to all who sail.', 0, 'approved'],
    );
    const page = place.page();
    await place.getByRole('link', { name: 'See your comment' }).click();
    await page.waitForURL(`**#comment-${one?.id}`);
    assert.match(await page.locator('#their-comments').innerText(), /Fair winds to all who sail\./);
  });

  test(...own('is shown in the discussion at once, and to whoever comes later'), async () => {
    const post = await publish();
    const talk = await discussion(post);
    await send(talk, { text: 'The pilots have earned it.' });
    await told(talk, 'Thank you. Your comment is posted.');
    assert.deepEqual(await words(talk), ['The pilots have earned it.']);
    const later = await be((await open('news-comments', post)).locator('news-comments'), 'ready');
    assert.deepEqual(await words(later), ['The pilots have earned it.']);
    assert.equal(await later.getByRole('heading', { name: '1 comment' }).count(), 1);
  });

  test(...own('keeps its letters and lines, whatever they mean to HTML'), async () => {
    const post = await publish();
    const place = await form(post);
    await send(place, { name: 'Åse & Søn', text: '1 < 2 & so on 🚢\n\nکشتی وقت پر آئی' });
    await told(place, 'Thank you. Your comment is posted.');
    const talk = await be((await open('news-comments', post)).locator('news-comments'), 'ready');
    const said = talk.locator('[part=words] p');
    assert.deepEqual(await said.allInnerTexts(), ['1 < 2 & so on 🚢', 'کشتی وقت پر آئی']);
    assert.equal(await said.nth(1).evaluate((p) => p.matches(':dir(rtl)')), true);
    assert.equal(await talk.locator('[part=author]').innerText(), 'Åse & Søn');
  });

  test(...own('that answers another stands under it'), async () => {
    const post = await publish();
    const first = await comment(post, 'Which pilots?');
    const talk = await discussion(post);
    await talk.getByRole('button', { name: /^Reply/ }).click();
    await talk.locator('[part=reply-to]').getByText('Reply to Maren Voss').waitFor();
    await send(talk, { text: 'Those of the outer harbour.' });
    await talk.locator('li li').getByText('Those of the outer harbour.').waitFor();
    const answer = (await stored(post)).find(({ id }) => id !== first.id);
    assert.deepEqual([answer?.parent, answer?.content.raw], [first.id, 'Those of the outer harbour.']);
  });

  test(...own('that a moderator must see first is kept, and its writer told so'), async () => {
    const post = await publish();
    const place = await form(post, 'moderated');
    await send(place, { text: 'I shall be read first.' });
    await told(place, 'Thank you. Your comment waits for approval.');
    assert.deepEqual(
      (await stored(post)).map(({ status }) => status),
      ['hold'],
    );
    const talk = await be((await open('news-comments', post)).locator('news-comments'), 'empty');
    assert.deepEqual(await words(talk), []);
  });

  test(...own('with a disallowed word looks to its writer as if it waited'), async () => {
    const post = await publish();
    const place = await form(post);
    await send(place, { text: 'Visit my casino.' });
    await told(place, 'Thank you. Your comment waits for approval.');
    assert.deepEqual(
      (await stored(post)).map(({ status }) => status),
      ['trash'],
    );
  });

  test(...own('on a story that was closed meanwhile is refused, and stays in the form'), async () => {
    const post = await publish();
    const place = await form(post);
    await must('POST', `/wp/v2/posts/${post.id}`, { comment_status: 'closed' });
    await send(place, { text: 'Am I too late?' });
    await told(place, 'Comments are closed.');
    assert.equal(await field(place, 'Comment').inputValue(), 'Am I too late?');
    assert.deepEqual(await stored(post), []);
  });

  test(...own('that says the same again is refused'), async () => {
    const post = await publish();
    await comment(post, 'Well done.', byline);
    const place = await form(post);
    await send(place, { text: 'Well done.' });
    await told(place, 'You have already sent this comment.');
    assert.equal((await stored(post)).length, 1);
  });

  test(...own('that comes too quickly waits, and is sent by itself'), async () => {
    const post = await publish();
    const place = await form(post, 'flood');
    // A flood is told by the address as well.
    const email = 'quick@example.org';
    await send(place, { email, text: 'First of two.' });
    await told(place, 'Thank you. Your comment is posted.');
    await place.getByRole('button', { name: 'Write another comment' }).click();
    await send(place, { email, text: 'Second of two.' });
    await told(
      place,
      'You are sending comments too quickly. This one is kept here and will be sent by itself.',
    );
    const [first] = await stored(post);
    assert.deepEqual([first?.content.raw, (await stored(post)).length], ['First of two.', 1]);
    // Time passes for WordPress, and something happens that wakes the outbox.
    await must('POST', `/wp/v2/comments/${first?.id}`, { date_gmt: '2001-02-03T04:05:06' });
    await place.page().context().setOffline(true);
    await place.page().context().setOffline(false);
    await told(place, 'Thank you. Your comment is posted.');
    assert.deepEqual(
      (await stored(post)).map(({ content }) => content.raw),
      ['First of two.', 'Second of two.'],
    );
  });

  test(...own('that answers a comment which was deleted meanwhile is refused'), async () => {
    const post = await publish();
    const first = await comment(post, 'I shall regret this.');
    const talk = await discussion(post);
    await talk.getByRole('button', { name: /^Reply/ }).click();
    await talk.locator('[part=reply-to]').getByText('Reply to Maren Voss').waitFor();
    await must('DELETE', `/wp/v2/comments/${first.id}?force=true`);
    await send(talk, { text: 'Why?' });
    await told(talk, 'The comment that you answer is no longer there.');
    assert.deepEqual(await stored(post), []);
  });

  test(...own('whose answer was lost is taken as posted when WordPress knows it already'), async () => {
    const post = await publish();
    const place = await form(post);
    let lost = 0;
    await place.page().route('**/wp/v2/comments', async (route) => {
      if (route.request().method() !== 'POST' || lost++) return route.fallback();
      // It arrives, and the line breaks.
      await comment(post, 'Do you hear me?', byline);
      return route.abort('connectionreset');
    });
    await send(place, { text: 'Do you hear me?' });
    await told(place, 'Your comment could not be sent yet.');
    await place.getByRole('button', { name: 'Try again' }).click();
    await told(place, 'Thank you. Your comment has arrived.');
    assert.deepEqual(
      (await stored(post)).map(({ content }) => content.raw),
      ['Do you hear me?'],
    );
  });

  test(...own('is refused in WordPress’ own words, where only WordPress knows why'), async () => {
    const post = await publish();
    const place = await form(post);
    await send(place, { email: 'tove@-example.org', text: 'Is this an address?' });
    const notice = place.locator('[part~=notice]');
    await notice.getByText('The comment was not accepted').waitFor();
    assert.doesNotMatch(await notice.innerText(), /&#?\w+;|<\w/);
    assert.deepEqual(await stored(post), []);
  });

  test(...own('without what WordPress asks for is not sent'), async () => {
    const post = await publish();
    const place = await form(post);
    const asked: string[] = [];
    place.page().on('request', (request) => asked.push(request.method()));
    await send(place, { name: '', email: 'tove', text: '' });
    const sentences = place.locator('[part=summary] li');
    await sentences.first().waitFor();
    assert.deepEqual(await sentences.allInnerTexts(), [
      'Write your comment.',
      'Enter your name.',
      'Enter an e-mail address such as name@example.org.',
    ]);
    assert.deepEqual(asked, []);
    assert.deepEqual(await stored(post), []);
  });

  test(...own('arrives also where addresses are plain, and under a path'), async () => {
    for (const trait of ['plain', 'sub'] as const) {
      const post = await publish();
      const place = await form(post, trait);
      await send(place, { text: `From a site that is ${trait}.` });
      await told(place, 'Thank you. Your comment is posted.');
      assert.deepEqual(
        (await stored(post)).map(({ content }) => content.raw),
        [`From a site that is ${trait}.`],
      );
    }
  });
});
