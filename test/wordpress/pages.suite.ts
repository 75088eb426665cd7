import { strict as assert } from 'node:assert';
import { suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { be, field, Reader, send, textOf, told } from './reader.js';
import { rareWord, titles } from './seed.js';
import { comment, must, own, Place, publish, seeds, stored, type Post, type Trait } from './site.js';

// Pages that WordPress itself serves, on a stock site: our script, and elements without attributes in the text.

const reader = Reader.forSuite();

const story = (content: string, more: object = {}): Promise<Post> =>
  publish({ content: `<!-- wp:html -->${content}<!-- /wp:html -->`, tags: [seeds.tags.tolls.id], ...more });

const visit = (post: Post, ...traits: Trait[]): Promise<Page> =>
  reader.visit(new Place(...traits).link(post));

suite('elements without attributes on a page of WordPress', () => {
  const three =
    '<news-related-stories></news-related-stories><news-byline></news-byline><news-comments></news-comments>';

  for (const [kind, ...traits] of [['stock'], ['plain', 'plain'], ['sub', 'sub']] as [string, ...Trait[]][])
    test(...own(`${kind}: they tell of the page’s own story, and take comments on it`), async () => {
      const post = await story(three, { author: seeds.authors.author.id });
      await comment(post, 'I saw them change crews.');
      const page = await visit(post, ...traits);
      assert.equal(await page.locator('script[src*="standfirst"]').count(), 1);
      const list = await be(page.locator('news-related-stories'), 'ready');
      assert.match(await textOf(list), new RegExp(`Related stories[^]*${titles.crowd}`));
      assert.match(await textOf(await be(page.locator('news-byline'), 'ready')), /Bilal Raza/);
      const talk = await be(page.locator('news-comments'), 'ready');
      assert.match(await textOf(talk), /I saw them change crews\./);
      await talk.getByRole('button', { name: 'Click to comment' }).click();
      await field(talk, 'Comment').waitFor();
      await send(talk, { text: 'So did I.' });
      await told(talk, 'Thank you. Your comment is posted.');
      assert.deepEqual(
        (await stored(post)).map(({ content }) => content.raw),
        ['I saw them change crews.', 'So did I.'],
      );
    });

  test(...own('a search asks the site'), async () => {
    const page = await visit(await story('<news-search></news-search>'));
    await page.getByRole('searchbox').fill(rareWord);
    const search = await be(page.locator('news-search'), 'ready');
    assert.deepEqual(await search.getByRole('listitem').getByRole('link').allInnerTexts(), [titles.harbour]);
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
