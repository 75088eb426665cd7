import { strict as assert } from 'node:assert';
import { before, suite, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { be, Reader } from './reader.js';
import { Place, rest, type Post } from './site.js';

// What readers of another site see of any WordPress: its newest stories, as REST tells them. Nothing is published for it.

const reader = Reader.forSuite();

interface Shown extends Post {
  readonly title: { readonly rendered: string };
}

const ask = (route: string): ReturnType<typeof rest> => rest('GET', route, undefined, null);

/** Links of the stories that an element shows. */
async function links(element: Locator): Promise<(string | null)[]> {
  await be(element, 'ready');
  const all = await element.locator('[part=link]').all();
  return Promise.all(all.map((link) => link.getAttribute('href')));
}

suite('any WordPress', () => {
  let newest: readonly Shown[];
  before(async () => {
    const { data } = await ask('/wp/v2/posts?per_page=4');
    newest = data as Shown[];
    assert.ok(newest.length, 'It has no stories.');
  });
  const link = (post: Post): string => new Place().link(post);

  test('its latest stories are listed', async () => {
    const page = await reader.open(
      new Place(),
      '<news-related-stories from="latest" limit="4"></news-related-stories>',
    );
    assert.deepEqual(await links(page.locator('news-related-stories')), newest.map(link));
  });

  test('a story is known by its id, its slug and its address', async () => {
    const [first] = newest as [Shown];
    const names = [first.id, first.slug, link(first)];
    const page = await reader.open(
      new Place(),
      names.map((name) => `<news-article-card story="${name}" loading="eager"></news-article-card>`).join(''),
    );
    const cards = page.locator('news-article-card');
    for (const nth of names.keys()) assert.deepEqual(await links(cards.nth(nth)), [link(first)]);
  });

  test('stories that are related to one are others', async () => {
    const [first] = newest as [Shown];
    const page = await reader.open(
      new Place(),
      `<news-related-stories story="${first.id}"></news-related-stories>`,
    );
    const found = await links(page.locator('news-related-stories'));
    assert.ok(found.length);
    assert.ok(!found.includes(link(first)));
  });

  test('a search for words of a headline finds its story', async () => {
    const [first] = newest as [Shown];
    const page = await reader.open(new Place(), '<news-search></news-search>');
    const words = await page.evaluate(
      (html) => new DOMParser().parseFromString(html, 'text/html').body.innerText,
      first.title.rendered,
    );
    await page.getByRole('searchbox').fill(words.replace(/[^\p{L}\p{N}\s]+/gu, ' '));
    const search = await be(page.locator('news-search'), 'ready');
    await search
      .locator(`a[href="${link(first)}"]`)
      .first()
      .waitFor();
  });

  test('as many comments are counted, and shown, as there are', async () => {
    const [first] = newest as [Shown];
    const { headers } = await ask(`/wp/v2/comments?post=${first.id}&per_page=1`);
    const total = Number(headers.get('X-WP-Total'));
    const page = await reader.open(
      new Place(),
      `<news-comment-count story="${first.id}"></news-comment-count><news-comments story="${first.id}"></news-comments>`,
    );
    const count = await be(page.locator('news-comment-count'), 'ready');
    assert.match(
      await count.getByRole('link').innerText(),
      total ? new RegExp(`^${total} comment`) : /^Click/,
    );
    const talk = await be(page.locator('news-comments'), total ? 'ready' : 'empty');
    assert.equal(await talk.getByRole('heading', { name: /^\d+ comment/ }).count(), total ? 1 : 0);
  });
});
