import { strict as assert } from 'node:assert';
import { suite, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { be, field, Reader, send, someone, textOf, told } from './reader.js';
import { titles } from './seed.js';
import { comment, must, own, Place, publish, seeds, stored, type Post, type Trait } from './site.js';

// Pages that WordPress itself serves, on a stock site: our script, and elements without attributes in the text.

const reader = Reader.forSuite();
const three =
  '<news-related-stories></news-related-stories><news-byline></news-byline><news-comments></news-comments>';

const story = (content: string, more: object = {}): Promise<Post> =>
  publish({ content: `<!-- wp:html -->${content}<!-- /wp:html -->`, tags: [seeds.tags.tolls.id], ...more });

async function visit(post: Post, ...traits: Trait[]): Promise<Page> {
  return reader.visit(new Place(...traits).link(post));
}

suite('elements without attributes on a page of WordPress', () => {
  for (const [kind, ...traits] of [['stock'], ['plain', 'plain'], ['sub', 'sub']] as [string, ...Trait[]][])
    test(...own(`${kind}: they tell of the page’s own story`), async () => {
      const post = await story(three, { author: seeds.authors.author.id });
      await comment(post, 'I saw them change crews.');
      const page = await visit(post, ...traits);
      const list = await be(page.locator('news-related-stories'), 'ready');
      assert.match(await textOf(list), new RegExp(`Related stories[^]*${titles.crowd}`));
      assert.match(await textOf(await be(page.locator('news-byline'), 'ready')), /Bilal Raza/);
      assert.match(
        await textOf(await be(page.locator('news-comments'), 'ready')),
        /I saw them change crews\./,
      );
    });

  test(...own('they know a story of another post type'), async () => {
    const review = await must<Post>('POST', '/wp/v2/reviews', {
      title: 'The Tide House: a play about waiting',
      content: '<!-- wp:html --><news-byline></news-byline><!-- /wp:html -->',
      status: 'publish',
      author: seeds.authors.author.id,
    });
    const page = await visit(review);
    assert.match(await textOf(await be(page.locator('news-byline'), 'ready')), /Bilal Raza/);
  });

  test(...own('where REST is closed to visitors, the feed tells the latest'), async () => {
    const page = await visit(
      await story('<news-related-stories from="latest"></news-related-stories>'),
      'walled',
    );
    const list = await be(page.locator('news-related-stories'), 'ready');
    assert.match(await textOf(list), new RegExp(titles.harbour));
  });

  test(...own('"debug" tells which API was found, and how'), async () => {
    const page = await visit(await story('<news-byline debug></news-byline>'));
    const box = page.locator('news-byline [part=debug]');
    await box.getByText('state: ready').waitFor();
    const text = await box.innerText();
    assert.match(text, /source: wordpress/);
    assert.match(text, /rel="https:\/\/api\.w\.org\/"/);
  });
});

suite('elements on a partner’s page', () => {
  test(...own('related stories are the latest, where the page is no story of WordPress'), async () => {
    const page = await reader.open(new Place(), '<news-related-stories></news-related-stories>');
    const list = await be(page.locator('news-related-stories'), 'ready');
    const first = list.getByRole('heading', { level: 3 }).first();
    const [latest] = await must<{ link: string }[]>('GET', '/wp/v2/posts?per_page=1');
    assert.equal(await first.getByRole('link').getAttribute('href'), new Place().link(latest as Post));
  });
});

suite('a comment on a page of WordPress', () => {
  /** The discussion under a new story, with its form. */
  const talkAbout = async (post: Post, ...traits: Trait[]): Promise<Locator> => {
    const talk = (await visit(post, ...traits)).locator('news-comments');
    await talk.getByRole('button', { name: 'Post comment' }).waitFor();
    return talk;
  };
  const discussed = (more: object = {}): Promise<Post> => story('<news-comments open></news-comments>', more);

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

  test(...own('with a disallowed word looks to its writer as if it waited'), async () => {
    const post = await discussed();
    const talk = await talkAbout(post);
    await send(talk, { text: 'A casino at noon.' });
    await told(talk, 'Thank you. Your comment waits for approval.');
    assert.deepEqual(
      (await stored(post)).map(({ status }) => status),
      ['trash'],
    );
  });

  test(...own('on a story that was closed meanwhile is refused, and stays in the form'), async () => {
    const post = await discussed();
    const talk = await talkAbout(post);
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

  const signIn = async (page: Page): Promise<void> => {
    const back = page.url();
    await page.goto(new URL('/wp-login.php', back).href);
    await page.getByLabel('Username or Email Address').fill(seeds.authors.author.slug);
    await page.locator('#user_pass').fill(seeds.authors.author.login);
    await page.getByRole('button', { name: 'Log In' }).click();
    await page.waitForURL('**/wp-admin/**');
    await page.goto(back);
  };

  for (const traits of [[], ['members']] as Trait[][])
    test(...own(`of a reader who is signed in is theirs (${traits.join() || 'stock'})`), async () => {
      const post = await discussed();
      const page = await visit(post, ...traits);
      await signIn(page);
      const talk = page.locator('news-comments');
      await talk.getByRole('button', { name: 'Post comment' }).waitFor();
      await send(talk, { text: 'It is me.' });
      await told(talk, 'Thank you. Your comment is posted.');
      assert.deepEqual(
        (await stored(post)).map((one) => [one.author, one.author_name, one.content.raw]),
        [[seeds.authors.author.id, seeds.authors.author.name, 'It is me.']],
      );
    });

  test(...own('waits for a sign-in, where only members comment'), async () => {
    const post = await discussed();
    const talk = await talkAbout(post, 'members');
    await send(talk, { text: 'May I?' });
    await told(talk, 'Sign in to comment.');
    assert.equal(await field(talk, 'Comment').inputValue(), 'May I?');
    assert.deepEqual(await stored(post), []);
  });
});

suite('a comment from another site, where REST takes none', () => {
  test(...own('goes to WordPress with its writer, who is asked about it on return'), async () => {
    const post = await publish();
    const place = new Place();
    const page = await reader.open(place, `<news-comment-form story="${post.id}"></news-comment-form>`);
    const partner = page.url();
    const form = await be(page.locator('news-comment-form'), 'ready');
    await send(form, { text: 'Greetings from next door.' });
    await page.waitForURL(`${place.home}/**#comment-*`);
    assert.match(await page.locator('#their-comments').innerText(), /Greetings from next door\./);
    assert.deepEqual(
      (await stored(post)).map((one) => [one.author_name, one.content.raw, one.status]),
      [[someone.name, 'Greetings from next door.', 'approved']],
    );
    // Whether it has arrived cannot be known here: it is kept, and not sent again by itself.
    await page.goto(partner);
    await field(form, 'Comment').waitFor();
    assert.equal(await field(form, 'Comment').inputValue(), 'Greetings from next door.');
    await told(form, 'You took this comment to the site’s own page.');
    assert.equal((await stored(post)).length, 1);
    await form.getByRole('button', { name: 'It has arrived' }).click();
    await told(form, 'Thank you. Your comment has arrived.');
    await page.reload();
    await be(form, 'ready');
    assert.equal(await field(form, 'Comment').inputValue(), '');
    assert.equal((await stored(post)).length, 1);
  });
});
