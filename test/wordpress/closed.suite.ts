import { strict as assert } from 'node:assert';
import { suite, test } from 'node:test';
import { be, lines, Reader, send, textOf, told } from './reader.js';
import { titles } from './seed.js';
import { comment, own, Place, publish, seeds, stored, type Post } from './site.js';

// A WordPress whose REST a plugin has closed to visitors: they get 401 from it. Its feed and its forms are open.

const reader = Reader.forSuite();
const ferry = (): string => `story="${seeds.stories.ferry?.id}"`;

const story = (content: string, more: object = {}): Promise<Post> =>
  publish({ content: `<!-- wp:html -->${content}<!-- /wp:html -->`, ...more });

/** What a page hears. */
const witness = `<script>
  window.heard = [];
  addEventListener('news-error', ({ code, status }) => heard.push([code, status]), true);
</script>`;

suite('where REST is closed, on the site’s own pages', () => {
  test(
    ...own('the feed tells stories: the latest, the page’s own, one by its id, those of a section'),
    async () => {
      const section = `from="section:${seeds.sections.harbour.slug}"`;
      const post = await story(
        `<news-related-stories from="latest" limit="2"></news-related-stories>
      <news-byline></news-byline>
      <news-article-card ${ferry()}></news-article-card>
      <news-related-stories ${section} limit="9"></news-related-stories>`,
        { author: seeds.authors.author.id },
      );
      const page = await reader.visit(new Place('walled').link(post));
      const typographic = 'Night ferry “back for good” & what it will cost';
      const [latest, harbour] = [0, 1].map((nth) => page.locator('news-related-stories').nth(nth));
      for (const [list, expected] of [
        [latest, [typographic, titles.harbour]],
        [harbour, [typographic, titles.harbour, titles.lock, titles.fares, titles.dredging]],
      ] as const) {
        await be(list!, 'ready');
        assert.deepEqual(await list!.getByRole('heading', { level: 3 }).allInnerTexts(), expected);
      }
      assert.match(await textOf(await be(page.locator('news-byline'), 'ready')), /Bilal Raza/);
      const card = await lines(await be(page.locator('news-article-card'), 'ready'));
      assert.ok(card.includes(typographic), card.join('|'));
    },
  );

  test(...own('a discussion cannot be read, and says so'), async () => {
    const post = await story(`${witness}<news-comments></news-comments>`);
    await comment(post, 'Nobody reads this there.');
    const page = await reader.visit(new Place('walled').link(post));
    const talk = await be(page.locator('news-comments'), 'error');
    assert.match(await textOf(talk), /This could not be loaded\./);
    assert.deepEqual(await page.evaluate('heard'), [['NEWS-CLOSED', 401]]);
  });

  test(...own('a comment arrives by the form of the site'), async () => {
    const post = await story('<news-comment-form></news-comment-form>');
    const page = await reader.visit(new Place('walled').link(post));
    const form = await be(page.locator('news-comment-form'), 'ready');
    await send(form, { text: 'May I write?' });
    await told(form, 'Your comment has arrived.');
    assert.deepEqual(
      (await stored(post)).map(({ content }) => content.raw),
      ['May I write?'],
    );
  });
});

suite('where REST is closed, on another site', () => {
  test(
    ...own('the page hears why, and the publisher what to do; no feed is asked, for it may not be read'),
    async () => {
      const page = await reader.open(new Place('walled'), witness);
      const said: string[] = [];
      const asked: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      page.on('request', (request) => asked.push(request.url()));
      await page.evaluate(() => {
        const list = document.createElement('news-related-stories');
        list.setAttribute('from', 'latest');
        list.innerHTML = '<a href="/x">More</a>';
        document.body.append(list);
      });
      const list = page.locator('news-related-stories');
      await be(list, 'error');
      assert.deepEqual(await page.evaluate('heard'), [['NEWS-CLOSED', 401]]);
      assert.equal(await list.getByRole('link', { name: 'More' }).isVisible(), true);
      const advice = said.filter((text) => text.startsWith('NEWS-CLOSED'));
      assert.equal(advice.length, 1, said.join('\n'));
      assert.match(advice.join(), /is closed to visitors \(401 rest_not_logged_in: .*Allow GET requests/);
      assert.deepEqual(
        asked.filter((url) => url.includes('feed')),
        [],
      );
    },
  );

  test(...own('a comment goes there with its writer'), async () => {
    const post = await publish();
    const place = new Place('walled');
    const page = await reader.open(place, `<news-comment-form story="${post.id}"></news-comment-form>`);
    const form = page.locator('news-comment-form');
    await form.getByRole('button', { name: 'Post comment' }).waitFor();
    await send(form, { text: 'Over the wall.' });
    await page.waitForURL(`${place.home}/**#comment-*`);
    assert.deepEqual(
      (await stored(post)).map(({ content }) => content.raw),
      ['Over the wall.'],
    );
  });
});
