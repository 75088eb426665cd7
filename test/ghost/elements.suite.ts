import { strict as assert } from 'node:assert';
import { suite, test } from 'node:test';
import { be, cookie, counts, get, key, Reader, site, textOf, url, write } from './reader.js';

// What readers see: on a partner's page, and on a page that Ghost itself serves with our script on it.

const reader = Reader.forSuite();
const { open, discussed } = site;
const elements = `
  <news-byline></news-byline>
  <news-related-stories></news-related-stories>
  <news-comments loading="eager"></news-comments>
  <news-comment-form></news-comment-form>`;

suite('a partner’s page', () => {
  test('shows related stories, the author, comments and the way to sign in', async () => {
    const about = elements.replace(/(<news-[\w-]+)/g, `$1 story="${discussed.url}"`);
    const page = await reader.open(about, `data-api="${url}/ghost/api/content/" data-api-key="${key}"`);
    const shown = async (tag: string, state = 'ready'): Promise<string> =>
      textOf(await be(page.locator(tag), state));
    assert.match(await shown('news-byline'), new RegExp(discussed.authors[0]!.name));
    assert.notEqual((await shown('news-related-stories')).trim(), '');
    const number = (await counts([discussed.id]))[discussed.id]!;
    if (number) assert.match(await shown('news-comments'), new RegExp(`${number} comments?`));
    assert.equal((await shown('news-comment-form')).trim(), 'Sign in to comment.');
    const link = page.locator('news-comment-form [part=sign-in]');
    assert.equal(await link.getAttribute('href'), `${discussed.url}#/portal/signin`);
    await page
      .locator('news-comments')
      .getByRole('button', { name: 'Click to comment' })
      .waitFor({ state: 'detached' });
  });
});

suite('a page of the site itself', () => {
  test('shows related stories, the author and comments by elements without attributes', async () => {
    const page = await reader.openOwn(discussed, elements);
    for (const tag of ['news-byline', 'news-related-stories']) {
      const words = await textOf(await be(page.locator(tag), 'ready'));
      if (tag === 'news-byline') assert.match(words, new RegExp(discussed.authors[0]!.name));
      else assert.notEqual(words.trim(), '');
    }
    const number = (await counts([discussed.id]))[discussed.id]!;
    if (number) assert.match(await textOf(await be(page.locator('news-comments'), 'ready')), /\d comments?/);
  });

  test('leads a reader who is not signed in to the sign-in, and keeps what was written', async () => {
    const before = await counts([open.id]);
    const page = await reader.openOwn(open, elements);
    const form = await be(page.locator('news-comment-form'), 'ready');
    await write(form, 'May I?');
    const link = form.locator('[part=sign-in]');
    await link.waitFor();
    assert.equal(await link.getAttribute('href'), `${open.url}#/portal/signin`);
    assert.equal(await form.getByRole('textbox', { name: 'Comment', exact: true }).inputValue(), 'May I?');
    assert.deepEqual(await counts([open.id]), before);
  });

  test('takes a member’s comment, once', { skip: !cookie && 'GHOST_COOKIE is not given' }, async () => {
    const before = (await counts([open.id]))[open.id]!;
    const words = `Mine & <b>plain</b>, at ${Date.now()}.`;
    const page = await reader.openOwn(open, elements, cookie);
    const form = await be(page.locator('news-comment-form'), 'ready');
    await write(form, words);
    await form.getByText('Thank you. Your comment is posted.').waitFor();
    const { comments } = await get<{ comments: { html: string }[] }>(`members/api/comments/post/${open.id}/`);
    const escaped = words.replace('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    assert.equal(comments[0]?.html, `<p>${escaped}</p>`);
    assert.equal((await counts([open.id]))[open.id], before + 1);

    await form.getByRole('button', { name: 'Write another comment' }).click();
    await write(form, words);
    await form.getByText('You have already sent this comment.').waitFor();
    assert.equal((await counts([open.id]))[open.id], before + 1);
  });
});
