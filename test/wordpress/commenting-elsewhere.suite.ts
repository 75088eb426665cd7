import { strict as assert } from 'node:assert';
import { suite, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { be, field, Reader, send, someone, told } from './reader.js';
import { own, Place, publish, stored, type Post, type Trait } from './site.js';

// What becomes of a comment that is written on another site, where WordPress takes none by REST.

const reader = Reader.forSuite();

/** A form for it on the partner's page. */
async function formOn(post: Post, ...traits: Trait[]): Promise<Locator> {
  const page = await reader.open(
    new Place(...traits),
    `<news-comment-form story="${post.id}"></news-comment-form>`,
  );
  return be(page.locator('news-comment-form'), 'ready');
}

suite('a comment from another site, where REST takes none', () => {
  const asked = 'You took this comment to the site’s own page.';

  test(...own('goes to WordPress with its writer, who is asked about it on return'), async () => {
    const post = await publish();
    const form = await formOn(post);
    const page = form.page();
    const partner = page.url();
    await send(form, { text: 'Greetings from next door.' });
    await page.waitForURL(`${new Place().home}/**#comment-*`);
    assert.match(await page.locator('#their-comments').innerText(), /Greetings from next door\./);
    assert.deepEqual(
      (await stored(post)).map((one) => [one.author_name, one.content.raw, one.status]),
      [[someone.name, 'Greetings from next door.', 'approved']],
    );
    // Whether it has arrived cannot be known here: it is kept, and not sent again by itself.
    await page.goto(partner);
    await field(form, 'Comment').waitFor();
    assert.equal(await field(form, 'Comment').inputValue(), 'Greetings from next door.');
    await told(form, asked);
    assert.equal((await stored(post)).length, 1);
    await form.getByRole('button', { name: 'It has arrived' }).click();
    await told(form, 'Thank you. Your comment has arrived.');
    await page.reload();
    await be(form, 'ready');
    assert.equal(await field(form, 'Comment').inputValue(), '');
    assert.equal((await stored(post)).length, 1);
  });

  test(...own('stays with its writer, where the site wants them to sign in'), async () => {
    const post = await publish();
    const form = await formOn(post, 'members');
    const page = form.page();
    await send(form, { text: 'A guest’s greetings.' });
    await page.waitForURL('**/wp-comments-post.php');
    assert.match(await page.locator('body').innerText(), /must be logged in to comment/);
    await page.goBack();
    await field(form, 'Comment').waitFor();
    assert.equal(await field(form, 'Comment').inputValue(), 'A guest’s greetings.');
    await told(form, asked);
    assert.deepEqual(await stored(post), []);
  });
});
