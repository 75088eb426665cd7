import { strict as assert } from 'node:assert';
import { suite, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { be, field, Reader, send, someone, textOf, told } from './reader.js';
import { comment, must, own, Place, publish, seeds, stored, type Post, type Trait } from './site.js';

// What becomes of a comment that is written on a page which WordPress itself serves: REST takes none there.

const reader = Reader.forSuite();

/** A story with a discussion in its text. */
const discussed = (): Promise<Post> =>
  publish({ content: '<!-- wp:html --><news-comments open></news-comments><!-- /wp:html -->' });

/** The discussion on its page, with its form. */
async function talkAbout(post: Post, ...traits: Trait[]): Promise<Locator> {
  const page = await reader.visit(new Place(...traits).link(post));
  const talk = page.locator('news-comments');
  await talk.getByRole('button', { name: 'Post comment' }).waitFor();
  return talk;
}

suite('a comment on a page of WordPress', () => {
  test(...own('arrives, though REST takes none'), async () => {
    const post = await discussed();
    const talk = await talkAbout(post);
    await send(talk, { text: 'Noon is a good time.' });
    await told(talk, 'Thank you. Your comment is posted.');
    assert.equal(await talk.locator('[part=words]').innerText(), 'Noon is a good time.');
    const [one, ...others] = await stored(post);
    assert.deepEqual(others, []);
    assert.deepEqual(
      [one?.author_name, one?.author_email, one?.content.raw, one?.status],
      [someone.name, someone.email, 'Noon is a good time.', 'approved'],
    );
    await talk.page().reload();
    await be(talk, 'ready');
    assert.match(await textOf(talk), /Noon is a good time\./);
  });

  for (const trait of ['plain', 'sub'] as const)
    test(...own(`arrives where a site is ${trait}`), async () => {
      const post = await discussed();
      const talk = await talkAbout(post, trait);
      await send(talk, { text: 'Here as well.' });
      await told(talk, 'Thank you. Your comment is posted.');
      assert.deepEqual(
        (await stored(post)).map(({ content }) => content.raw),
        ['Here as well.'],
      );
    });

  test(...own('that answers another stands under it'), async () => {
    const post = await discussed();
    const first = await comment(post, 'Which crews?');
    const talk = await talkAbout(post);
    await talk.getByRole('button', { name: /^Reply/ }).click();
    await talk.locator('[part=reply-to]').getByText('Reply to Maren Voss').waitFor();
    await send(talk, { text: 'Both of them.' });
    await talk.locator('li li').getByText('Both of them.').waitFor();
    assert.deepEqual(
      (await stored(post)).map(({ parent }) => parent),
      [0, first.id],
    );
  });

  test(...own('that a moderator must see first is kept, and its writer told so'), async () => {
    const post = await discussed();
    const talk = await talkAbout(post, 'moderated');
    await send(talk, { text: 'I can wait.' });
    await told(talk, 'Thank you. Your comment waits for approval.');
    assert.deepEqual(
      (await stored(post)).map(({ status }) => status),
      ['hold'],
    );
  });

  test(...own('with a disallowed word has arrived for its writer, and nobody reads it'), async () => {
    const post = await discussed();
    const talk = await talkAbout(post);
    await send(talk, { text: 'A casino at noon.' });
    // The form’s answer is that to a comment which is shown.
    await told(talk, 'Thank you. Your comment has arrived.');
    assert.equal(await talk.locator('[part=words]').count(), 0);
    assert.deepEqual(
      (await stored(post)).map(({ status }) => status),
      ['trash'],
    );
  });

  test(...own('on a story that was closed meanwhile is refused, and stays in the form'), async () => {
    const post = await discussed();
    const talk = await talkAbout(post);
    // By then the page knows it as open.
    await talk.page().waitForLoadState('networkidle');
    await must('POST', `/wp/v2/posts/${post.id}`, { comment_status: 'closed' });
    await send(talk, { text: 'Am I too late?' });
    await told(talk, 'Comments are closed.');
    assert.equal(await field(talk, 'Comment').inputValue(), 'Am I too late?');
    assert.deepEqual(await stored(post), []);
  });

  test(...own('that says the same again is refused'), async () => {
    const post = await discussed();
    await comment(post, 'Well done.', { author_name: someone.name, author_email: someone.email });
    const talk = await talkAbout(post);
    await send(talk, { text: 'Well done.' });
    await told(talk, 'You have already sent this comment.');
    assert.equal((await stored(post)).length, 1);
  });

  test(...own('that comes too quickly waits'), async () => {
    const [before, post] = [await discussed(), await discussed()];
    const email = 'hasty@example.org';
    const first = await talkAbout(before, 'flood');
    await send(first, { email, text: 'First of two.' });
    await told(first, 'Thank you. Your comment is posted.');
    const second = await talkAbout(post, 'flood');
    await send(second, { email, text: 'Second of two.' });
    await told(second, 'You are sending comments too quickly.');
    assert.deepEqual(await stored(post), []);
  });

  test(...own('that answers a comment which was deleted meanwhile is refused'), async () => {
    const post = await discussed();
    const first = await comment(post, 'I shall regret this.');
    const talk = await talkAbout(post);
    await talk.getByRole('button', { name: /^Reply/ }).click();
    await talk.locator('[part=reply-to]').getByText('Reply to Maren Voss').waitFor();
    await must('DELETE', `/wp/v2/comments/${first.id}?force=true`);
    await send(talk, { text: 'Why?' });
    await told(talk, 'The comment that you answer is no longer there.');
    assert.deepEqual(await stored(post), []);
  });

  test(...own('whose answer was lost is taken as posted when WordPress knows it already'), async () => {
    const post = await discussed();
    const talk = await talkAbout(post);
    let lost = 0;
    await talk.page().route('**/wp-comments-post.php', async (route) => {
      if (lost++) return route.fallback();
      // It arrives, and the line breaks.
      await comment(post, 'Do you hear me?', { author_name: someone.name, author_email: someone.email });
      return route.abort('connectionreset');
    });
    await send(talk, { text: 'Do you hear me?' });
    await told(talk, 'Your comment could not be sent yet.');
    await talk.getByRole('button', { name: 'Try again' }).click();
    await told(talk, 'Thank you. Your comment has arrived.');
    assert.equal((await stored(post)).length, 1);
  });

  test(...own('is refused in WordPress’ own words, where only WordPress knows why'), async () => {
    const post = await discussed();
    const talk = await talkAbout(post);
    await send(talk, { email: 'tove@-example.org', text: 'Is this an address?' });
    const notice = talk.locator('[part~=notice]').first();
    await notice.getByText('The comment was not accepted: Error: ').waitFor();
    assert.match(await notice.innerText(), /valid email address/);
    assert.doesNotMatch(await notice.innerText(), /&#?\w+;|<\w/);
    assert.equal(await field(talk, 'Comment').inputValue(), 'Is this an address?');
    assert.deepEqual(await stored(post), []);
  });

  /** On the page that a form leads to; it leads back. */
  const signIn = async (page: Page): Promise<void> => {
    await page.getByLabel('Username or Email Address').fill(seeds.authors.author.slug);
    await page.locator('#user_pass').fill(seeds.authors.author.login);
    await page.getByRole('button', { name: 'Log In' }).click();
  };
  const theirs = async (post: Post, words: string): Promise<void> =>
    assert.deepEqual(
      (await stored(post)).map((one) => [one.author, one.author_name, one.content.raw]),
      [[seeds.authors.author.id, seeds.authors.author.name, words]],
    );

  test(...own('of a reader who is signed in is theirs'), async () => {
    const post = await discussed();
    const talk = await talkAbout(post);
    const page = talk.page();
    const back = page.url();
    await page.goto(new URL(`/wp-login.php?redirect_to=${encodeURIComponent(back)}`, back).href);
    await signIn(page);
    await page.waitForURL(back);
    await send(talk, { text: 'It is me.' });
    await told(talk, 'Thank you. Your comment is posted.');
    await theirs(post, 'It is me.');
  });

  test(...own('waits for a sign-in, where only members comment, and is sent after it'), async () => {
    const post = await discussed();
    const talk = await talkAbout(post, 'members');
    const page = talk.page();
    const back = page.url();
    await send(talk, { text: 'May I?' });
    await told(talk, 'Sign in to comment.');
    assert.deepEqual(await stored(post), []);
    await talk.getByRole('link', { name: 'Sign in to comment.' }).click();
    await signIn(page);
    await page.waitForURL(back);
    await field(talk, 'Comment').waitFor();
    assert.equal(await field(talk, 'Comment').inputValue(), 'May I?');
    await talk.getByRole('button', { name: 'Post comment' }).click();
    await told(talk, 'Thank you. Your comment is posted.');
    await theirs(post, 'May I?');
  });
});
