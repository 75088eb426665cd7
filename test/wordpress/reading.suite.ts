import { strict as assert } from 'node:assert';
import { suite, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { be, lines, Reader, textOf } from './reader.js';
import { crowd, rareWord, standfirsts, titles } from './seed.js';
import { must, own, Place, rest, seeded, seeds, type Post } from './site.js';

// What readers of another site see of a WordPress.

const reader = Reader.forSuite();
const typographic = 'Night ferry “back for good” & what it will cost';
const related = [titles.harbour, titles.lock, titles.fares, titles.dredging];

const story = (name: string): Post => seeds.stories[name] as Post;
const headlines = (element: Locator): Promise<string[]> =>
  element.getByRole('heading', { level: 3 }).allInnerTexts();
const sorted = (words: readonly string[]): string[] => [...words].sort();

/** The first element with that name, on a page with this one, once it is ready. */
async function shown(html: string, place = new Place()): Promise<Locator> {
  const page = await reader.open(place, html);
  return be(page.locator(/<(news-[a-z-]+)/.exec(html)?.[1] ?? ''), 'ready');
}

suite('lists', () => {
  test(...seeded('related stories share a tag, newest first, without the story itself'), async () => {
    const list = await shown(`<news-related-stories story="${story('ferry').id}"></news-related-stories>`);
    assert.deepEqual(await headlines(list), related);
  });

  test(...seeded('a story is known by its id, its slug and its address'), async () => {
    for (const name of [story('ferry').slug, new Place().link(story('ferry'))]) {
      const list = await shown(`<news-related-stories story="${name}"></news-related-stories>`);
      assert.deepEqual(await headlines(list), related);
    }
  });

  test(
    ...seeded('a card has section, headline, standfirst, author, date, and a picture that comes'),
    async () => {
      const card = await shown(
        `<news-article-card story="${story('ferry').id}" show="picture kicker excerpt byline date"></news-article-card>`,
      );
      const text = await lines(card);
      assert.deepEqual(text.slice(0, 3), ['Harbour', typographic, standfirsts.ferry]);
      assert.match(text[3] ?? '', /By Ines Holm.*May \d+, 2024/);
      const image = card.locator('img');
      await image.evaluate((img: HTMLImageElement) => img.decode());
      const srcset = (await image.getAttribute('srcset')) ?? '';
      // A site that has such a file already numbers them.
      assert.match(srcset, /-300x200\.png 300w.*-1024x683\.png 1024w.*picture(-\d+)?\.png 1200w/);
      const href = await card.getByRole('link').getAttribute('href');
      assert.equal(href, new Place().link(story('ferry')));
    },
  );

  test(...seeded('an excerpt that WordPress cut ends in an ellipsis'), async () => {
    const card = await shown(`<news-article-card story="${story('lock').id}"></news-article-card>`);
    const standfirst = await card.locator('[part=standfirst]').innerText();
    assert.match(standfirst, /^The lock has kept its keeper busy\. .*\w …$/);
  });

  test(...seeded('an Urdu headline runs from right to left, and its slug is as good as any'), async () => {
    const { slug } = story('library');
    for (const name of [slug, decodeURIComponent(slug)]) {
      const card = await shown(`<news-article-card story="${name}"></news-article-card>`);
      const headline = card.getByRole('heading').locator('[dir=auto]');
      assert.equal(await headline.innerText(), titles.library);
      assert.equal(await headline.evaluate((element) => element.matches(':dir(rtl)')), true);
    }
  });

  test(...seeded('a section, an author and a tag are known by their slugs'), async () => {
    const { sections, authors, tags } = seeds;
    const inHarbour = [typographic, ...related];
    for (const [from, expected] of [
      [`section:${sections.harbour.slug}`, inHarbour],
      [`tag:${tags.ferries.slug}`, inHarbour],
      [`author:${authors.author.slug}`, [titles.harbour, titles.library]],
    ] as const) {
      // No more of them: what other tests publish meanwhile is older.
      const list = await shown(
        `<news-related-stories from="${from}" limit="${expected.length}"></news-related-stories>`,
      );
      assert.deepEqual(await headlines(list), expected, from);
    }
  });

  test(
    ...seeded('stories that are named come in the order of their names, and more than ten of them'),
    async () => {
      const names = Object.keys(seeds.stories).reverse();
      const ids = names.map((name) => story(name).id).join();
      const list = await shown(
        `<news-related-stories from="ids:${ids},99999999" limit="20"></news-related-stories>`,
      );
      const links = await list.getByRole('heading').getByRole('link').all();
      const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')));
      assert.deepEqual(
        hrefs,
        names.map((name) => new Place().link(story(name))),
      );
    },
  );

  test(...seeded('"Show more stories" goes on to the last page, and no story comes twice'), async () => {
    const from = `section:${seeds.sections.harbour.slug}`;
    const list = await shown(
      `<news-related-stories from="${from}" limit="2" load-more></news-related-stories>`,
    );
    const more = list.getByRole('button', { name: 'Show more stories' });
    for (const count of [4, 5]) {
      await more.click();
      await list
        .getByRole('heading', { level: 3 })
        .nth(count - 1)
        .waitFor();
    }
    assert.deepEqual(await headlines(list), [typographic, ...related]);
    await more.waitFor({ state: 'detached' });
  });

  test(...seeded('the latest stories are the newest of the site'), async () => {
    const { data } = await rest('GET', '/wp/v2/posts?per_page=4&_fields=link', undefined, null);
    const list = await shown('<news-related-stories from="latest"></news-related-stories>');
    const links = await list.getByRole('heading').getByRole('link').all();
    const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')));
    const newest = (data as { link: string }[]).map((post) => new Place().link(post as Post));
    assert.deepEqual(hrefs, newest);
  });

  test(...seeded('a story that the site does not know leaves the fallback in its place'), async () => {
    const page = await reader.open(
      new Place(),
      '<news-article-card story="no-such-story"><a href="/x">Read on</a></news-article-card>',
    );
    const card = await be(page.locator('news-article-card'), 'empty');
    assert.equal(await card.getByRole('link', { name: 'Read on' }).isVisible(), true);
  });
});

suite('a story', () => {
  test(
    ...seeded('an article has headline, standfirst, author, picture with caption, and its text'),
    async () => {
      const article = await shown(`<news-article story="${story('ferry').id}"></news-article>`);
      await article.getByText('The first ticket was sold to a schoolteacher.').waitFor();
      assert.equal(await article.getByRole('heading', { level: 1 }).innerText(), typographic);
      const text = await lines(article);
      for (const line of [standfirsts.ferry, 'Who pays for it', 'We never stopped believing in it.'])
        assert.ok(text.includes(line), `${line} in ${text.join('|')}`);
      assert.ok(text.some((line) => line.includes('Ines Holm')));
      assert.ok(text.some((line) => line.includes('Photo: Ines Holm')));
      assert.equal(await article.locator('img[alt="A ferry at the quay"]').count(), 1);
    },
  );

  test(...seeded('no script that stands in a story runs'), async () => {
    const article = await shown(`<news-article story="${story('ferry').id}"></news-article>`);
    await article.getByText('The first ticket').waitFor();
    assert.equal(
      await article.evaluate(({ ownerDocument }) => ownerDocument.documentElement.dataset.ran),
      undefined,
    );
  });

  test(...seeded('a protected story shows its headline and nothing of its text'), async () => {
    const article = await shown(`<news-article story="${story('locked').id}"></news-article>`);
    assert.match(await textOf(article), new RegExp(titles.locked));
    assert.doesNotMatch(await article.page().content(), /Nobody may read this/);
  });

  test(...seeded('a byline box tells who wrote it, in a few words'), async () => {
    const byline = await shown(`<news-byline story="${story('ferry').id}" variant="box"></news-byline>`);
    const text = await lines(byline);
    assert.ok(text.includes('Ines Holm'), text.join('|'));
    assert.ok(text.includes('Writes about the sea & those who live by it.'), text.join('|'));
  });

  test(...seeded('a pull quote is found in the text'), async () => {
    const quote = await shown(`<news-pull-quote story="${story('ferry').id}"></news-pull-quote>`);
    const text = await textOf(quote);
    assert.match(text, /We never stopped believing in it\./);
    assert.match(text, /Ines Holm/);
  });

  test(...own('where a site hides its users, stories come without a name'), async () => {
    const place = new Place('hidden');
    const html = `<news-article-card story="${story('ferry').id}" show="byline"></news-article-card>`;
    assert.deepEqual(await lines(await shown(html, place)), [typographic]);
  });
});

suite('search', () => {
  const seek = async (words: string): Promise<Locator> => {
    const page = await reader.open(new Place(), '<news-search></news-search>');
    await page.getByRole('searchbox').fill(words);
    return page.locator('news-search');
  };

  test(...seeded('finds a story while a reader types, and no pages'), async () => {
    const search = await be(await seek(rareWord), 'ready');
    assert.deepEqual(await search.getByRole('listitem').getByRole('link').allInnerTexts(), [titles.harbour]);
  });

  test(...seeded('finds an Urdu story'), async () => {
    const search = await be(await seek('لائبریری رات'), 'ready');
    assert.deepEqual(await search.getByRole('listitem').getByRole('link').allInnerTexts(), [titles.library]);
  });

  test(...seeded('says that nothing was found'), async () => {
    const search = await be(await seek('xylophonists'), 'empty');
    assert.match(await textOf(search), /Nothing was found for “.?xylophonists.?”/);
  });
});

suite('comments', () => {
  const discussion = (name: string, more = ''): Promise<Locator> =>
    shown(`<news-comments story="${story(name).id}" ${more}></news-comments>`);
  // Those out of view are not laid out, so there is no `innerText`.
  const words = (element: Locator): Promise<string[]> =>
    element
      .locator('[part=words]')
      .evaluateAll((said) =>
        said.map((one) => [...one.querySelectorAll('p')].map((p) => p.textContent).join('|')),
      );
  const more = (element: Locator): Locator => element.getByRole('button', { name: 'More comments' });

  test(
    ...seeded('counts are those of the approved, and nothing is said of a story that nobody may read'),
    async () => {
      const ids = ['talk', 'quiet', 'locked'].map((name) => story(name).id);
      const page = await reader.open(
        new Place(),
        ids.map((id) => `<news-comment-count story="${id}" href="#c"></news-comment-count>`).join(''),
      );
      const counts = page.locator('news-comment-count');
      assert.match(await textOf(await be(counts.nth(0), 'ready')), /^5 comments/);
      assert.match(await textOf(await be(counts.nth(1), 'ready')), /^Click to comment/);
      assert.equal(await textOf(await be(counts.nth(2), 'empty')), '');
    },
  );

  test(...seeded('answers stand under what they answer, threads newest first'), async () => {
    const talk = await discussion('talk');
    assert.equal(await talk.getByRole('heading', { name: '5 comments' }).count(), 1);
    const [windy, buses, leave] = [
      'The quay is too windy for a market.',
      'Where would the buses stop?',
      'Leave it where it is.|People find it there.',
    ];
    const answers = ['Not in summer, and it doesn’t rain more there.', 'It does in May.'];
    assert.deepEqual(await words(talk), [leave, buses, windy, ...answers]);
    const under = talk.locator('li li', { hasText: answers[0] as string }).first();
    assert.deepEqual(await words(under), answers);
    assert.deepEqual(await words(under.locator('li')), [answers[1]]);
  });

  test(...seeded('the order can be turned'), async () => {
    const talk = await discussion('talk');
    await talk.getByRole('combobox').selectOption('oldest');
    await talk.locator('[part=words]').first().getByText('too windy').waitFor();
    assert.equal((await words(talk)).length, 5);
  });

  test(...seeded('a page of comments holds whole threads'), async () => {
    const talk = await discussion('talk', 'limit="2" order="oldest"');
    assert.equal((await words(talk)).length, 4);
    await more(talk).click();
    await talk.getByText('Leave it where it is').waitFor();
    await more(talk).waitFor({ state: 'detached' });
  });

  test(...seeded('more comments than fit into an answer come page by page'), async () => {
    const long = await discussion('crowd', 'limit="50"');
    assert.equal(await long.getByRole('heading', { name: `${crowd} comments` }).count(), 1);
    for (const count of [100, crowd]) {
      await more(long).click();
      await long
        .locator('[part=words]')
        .nth(count - 1)
        .waitFor();
    }
    const expected = Array.from({ length: crowd }, (_, index) => `Toll, number ${index + 1}`);
    assert.deepEqual(sorted(await words(long)), sorted(expected));
    await more(long).waitFor({ state: 'detached' });
  });

  test(...seeded('a link to a comment on a later page shows it'), async () => {
    const { data } = await rest('GET', `/wp/v2/comments?post=${story('crowd').id}&order=asc&per_page=1`);
    const [first] = data as [{ id: number }];
    const page: Page = await reader.open(
      new Place(),
      `<a href="#comment-${first.id}">The first</a><news-comments story="${story('crowd').id}" limit="5"></news-comments>`,
    );
    await be(page.locator('news-comments'), 'ready');
    await page.getByText('The first').click();
    await page.locator('news-comments').getByText('Toll, number 1', { exact: true }).waitFor();
  });

  test(...seeded('where comments are closed, it says so'), async () => {
    const form = await shown(`<news-comment-form story="${story('closed').id}"></news-comment-form>`);
    assert.deepEqual(await lines(form), ['Comments are closed.']);
  });
});

suite('every kind of site', () => {
  for (const trait of ['plain', 'sub'] as const)
    test(...own(`${trait}: stories, their links and comments come`), async () => {
      const place = new Place(trait);
      const page = await reader.open(
        place,
        `<news-related-stories story="${story('ferry').id}"></news-related-stories>
        <news-comments story="${story('talk').id}" limit="2" order="oldest"></news-comments>`,
      );
      const list = await be(page.locator('news-related-stories'), 'ready');
      assert.deepEqual(await headlines(list), related);
      const link = list.getByRole('link', { name: titles.lock });
      assert.equal(await link.getAttribute('href'), place.link(story('lock')));
      const talk = await be(page.locator('news-comments'), 'ready');
      await talk.getByRole('button', { name: 'More comments' }).click();
      await talk.getByText('Leave it where it is').waitFor();
      // By its address, which is of another kind there.
      const card = await shown(
        `<news-article-card story="${place.link(story('ferry'))}"></news-article-card>`,
        place,
      );
      assert.match(await textOf(card), new RegExp(typographic));
    });

  test(...own('a story of another post type is known by its address'), async () => {
    const place = new Place();
    const review = await must<Post>('POST', '/wp/v2/reviews', {
      title: 'The Tide House: a play about waiting',
      content: '<p>Two hours that pass like one.</p>',
      status: 'publish',
      author: seeds.authors.editor.id,
    });
    const article = await shown(`<news-article story="${place.link(review)}"></news-article>`, place);
    await article.getByText('Two hours that pass like one.').first().waitFor();
  });
});
