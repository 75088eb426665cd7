import type { Story } from '../../src/model/index.js';
import type { CommentQuery } from '../../src/sources/source.js';
import type { Answer } from '../tools/faulty-client.js';
import { bodyOf, json, listed, recorded, short, site, type Json } from './wordpress-records.js';
import { expect, impatiently, patient, problemOf } from '../content/support.js';

/** Asks for stories one after the other; the answers are given in this order. */
async function read(refs: readonly string[], ...answers: (string | Answer | Promise<Answer>)[]) {
  const { client, asked } = await site(answers);
  const stories = await Promise.all(refs.map((ref) => client.story(ref, 'teaser', patient())));
  return { stories, asked: (await asked()).map(short) };
}

/** Posts as WordPress lists them, and as they arrive. */
async function arrivalsOf(posts: Json[]): Promise<readonly Story[]> {
  const { client } = await site([listed(...posts)]);
  return (await client.list({ from: 'latest', limit: posts.length }, patient())).items;
}

const arabic = async (): Promise<Json> => ({ ...(await json<Json[]>('027'))[0], ...(await json('039')) });
const link = (slug: string): string => `http://127.0.0.1:8631/2025/03/${slug}/`;
const bridge = 'harbour-bridge-opens-after-nine-years';

describe('stories of a WordPress site', () => {
  impatiently();

  it('are asked for by id with author, terms and picture, in one simple request', async () => {
    const { client, log } = await site(['013']);
    const refs = ['8', '4', '16'];
    const found = await Promise.all(refs.map((ref) => client.story(ref, 'teaser', patient())));
    expect(found.map((story) => story?.id)).to.deep.equal(refs);
    const arrivals = await log();
    expect(arrivals.map(({ method }) => method)).to.deep.equal(['GET']);
    const query = new URL(arrivals[0]!.path, 'http://_').searchParams;
    expect([...query.keys()]).to.deep.equal(['include', 'per_page', '_fields', '_embed']);
    expect([query.get('include'), query.get('per_page')]).to.deep.equal(['8,4,16', '100']);
    expect(query.get('_fields')!.split(',')).to.include.members(['_links', '_embedded', 'modified_gmt']);
    expect(query.get('_fields')!.split(',')).not.to.include('content');
    expect(query.get('_embed')).to.equal('author,wp:featuredmedia,wp:term');
  });

  it('arrive as our own', async () => {
    const { stories } = await read(['4'], '019');
    const uploads = 'http://127.0.0.1:8631/wp-content/uploads/2025/03';
    // The record holds the body as well.
    const { body, signInUrl, ...teaser } = stories[0]!;
    expect(body).to.match(/^<p>Paragraph 1 of <em>/);
    expect(signInUrl).to.match(
      /^http.*\/wp-login\.php\?redirect_to=http%3A%2F%2F127\.0\.0\.1%3A8631%2F2025%2F03%2Fharbour-/,
    );
    expect(teaser).to.deep.equal({
      id: '4',
      slug: bridge,
      url: link(bridge),
      headline: 'Harbour bridge opens after nine years',
      kicker: 'World',
      standfirst: 'Hand-written excerpt for story 0 & nothing else.',
      authors: [
        {
          id: '2',
          name: 'Ada Okafor',
          bio: 'Science correspondent',
          url: 'http://127.0.0.1:8631/author/ada-okafor/',
        },
      ],
      published: '2025-03-01T08:00:00+01:00',
      picture: {
        src: `${uploads}/story-0.jpg`,
        srcset: [
          `${uploads}/story-0-300x200.jpg 300w`,
          `${uploads}/story-0-1024x683.jpg 1024w`,
          `${uploads}/story-0-768x512.jpg 768w`,
          `${uploads}/story-0.jpg 1200w`,
        ].join(', '),
        width: 1200,
        height: 800,
      },
      section: { id: '2', name: 'World', url: 'http://127.0.0.1:8631/category/world/' },
      tags: [
        { id: '11', name: 'bridges', url: 'http://127.0.0.1:8631/tag/bridges/' },
        { id: '12', name: 'transport', url: 'http://127.0.0.1:8631/tag/transport/' },
      ],
      quotes: [],
    } satisfies Story);
  });

  it('are found by slug, by permalink and by plain address', async () => {
    for (const [ref, question] of [
      [bridge, `slug=${bridge}`],
      [link(bridge), `slug=${bridge}`],
      [`https://news.example/blog/${bridge}`, `slug=${bridge}`],
      [`/2025/03/${bridge}/?utm_source=x`, `slug=${bridge}`],
      ['http://127.0.0.1:8631/?p=4', 'include=4'],
      ['/blog/?p=4&preview=false', 'include=4'],
      ['4', 'include=4'],
    ]) {
      const { stories, asked } = await read([ref!], '019');
      expect(stories[0]?.id, ref).to.equal('4');
      expect(asked).to.deep.equal([`GET posts?${question}&per_page=100`]);
    }
  });

  it('are found by id and by slug at once, in two requests', async () => {
    // Each has the whole list for an answer, for either may arrive first.
    const { stories, asked } = await read(['8', bridge, link(bridge), '4'], '013', '013');
    expect(stories.map((story) => story?.id)).to.deep.equal(['8', '4', '4', '4']);
    expect(asked.sort()).to.deep.equal([
      'GET posts?include=8,4&per_page=100',
      `GET posts?slug=${bridge},${bridge}&per_page=100`,
    ]);
  });

  it('are found by an Arabic slug, as letters or in per cent signs', async () => {
    const { slug, link: url } = await json<{ slug: string; link: string }>('039');
    const letters = decodeURIComponent(slug);
    for (const ref of [letters, slug, slug.toUpperCase(), url, decodeURIComponent(url)]) {
      const { stories, asked } = await read([ref], listed(await arabic()));
      expect(stories[0]?.headline, ref).to.equal('الفيضانات تجبر ألفي شخص على ترك منازلهم');
      expect(asked).to.deep.equal([`GET posts?slug=${letters}&per_page=100`]);
    }
  });

  it('are found by a slug with a fish in it', async () => {
    const { stories } = await read(['fish-chips-the-5-7-question-🐟'], '013');
    expect(stories[0]?.id).to.equal('16');
  });

  it('come without those that the site does not know', async () => {
    const { stories, asked } = await read(['4', '999999'], '019');
    expect(stories.map((story) => story?.id)).to.deep.equal(['4', undefined]);
    expect(asked).to.deep.equal(['GET posts?include=4,999999&per_page=100']);
    expect((await read(['no-such-slug'], '020')).stories).to.deep.equal([undefined]);
  });

  it('come though an address beside them is broken, or leads to no story', async () => {
    const { stories } = await read(['http://[', '/100%/', 'https://news.example/', bridge], '019');
    expect(stories.map((story) => story?.id)).to.deep.equal([undefined, undefined, undefined, '4']);
  });

  it('have their titles, kickers and tags as text', async () => {
    const { stories } = await read(['8', '16'], '013');
    expect(stories.map((story) => [story?.headline, story?.kicker])).to.deep.equal([
      ['Markets & money: rates held again', 'Business & Markets'],
      ['Fish & chips: the 5 < 7 question 🐟', 'Arts & Culture'],
    ]);
    expect(stories[0]?.tags?.map(({ name }) => name)).to.deep.equal(['C++', 'rates']);
  });

  it('have authors’ notes and captions as text', async () => {
    const { client } = await site(['010']);
    const { items } = await client.list({ from: 'latest', limit: 2 }, patient());
    expect(items[0]?.picture?.caption).to.equal('Caption 29. Photo: J. Doe/Agency');
    expect(items[0]?.picture?.alt).to.equal('Alt text for story 29');
    expect(items[1]?.authors?.[0]?.bio).to.equal('Political editor. Based in Malmö.');
    expect(items[1]?.headline).to.equal('Opinion: Stop calling it a “crisis” (part 3)');
  });

  it('have an excerpt that ends in an ellipsis where it was cut', async () => {
    // Without the bodies, for which a teaser does not ask.
    const [cut] = (await json<Json[]>('013')).map(({ content: _, ...teaser }) => teaser);
    expect((await arrivalsOf([cut!]))[0]?.standfirst).to.match(
      /It was the 3nd time this year\. Paragraph …$/,
    );
    const [post] = await json<Json[]>('019');
    const excerpts = [
      ['<p>As the sea &hellip; <a href="x">Continue reading <span>Harbour</span></a></p>', 'As the sea …'],
      ['<p>As the sea&hellip; <a class="more-link" href="x">Continue reading</a></p>', 'As the sea …'],
      ['<p>As the sea [&#8230;]</p>\n', 'As the sea …'],
      ['<p>He said […] and left.</p>', 'He said […] and left.'],
      ['<p>As the sea [...]</p>', 'As the sea …'],
      ['<p>Als het water <a class="more-link" href="x">Lees verder</a></p>', 'Als het water …'],
      [`<p>Alles ist gut. <a href="${link(bridge)}">Weiterlesen</a></p>`, 'Alles ist gut.'],
      ['<p>As the <a href="x">sea</a></p>', 'As the sea'],
      [
        '<p>Read <a href="x">Continue reading, a book</a>, said she.</p>',
        'Read Continue reading, a book, said she.',
      ],
    ] as const;
    const found = await arrivalsOf(excerpts.map(([rendered]) => ({ ...post, excerpt: { rendered } })));
    expect(found.map((story) => story.standfirst)).to.deep.equal(
      excerpts.map(([, standfirst]) => standfirst),
    );
  });

  it('have no excerpt beside the body that it was made of', async () => {
    const [post] = await json<Json[]>('019');
    const excerpts = ['Paragraph 1 of story 0. Reporters on [&hellip;]', 'Paragraphs, three of them.'];
    const found = await arrivalsOf(excerpts.map((rendered) => ({ ...post, excerpt: { rendered } })));
    expect(found.map(({ standfirst }) => standfirst)).to.deep.equal([undefined, excerpts[1]]);
  });

  it('offer no picture size of another shape', async () => {
    const { stories } = await read(['8'], '013');
    const { srcset, width, height } = stories[0]!.picture!;
    expect([width, height]).to.deep.equal([320, 200]);
    expect(srcset).to.match(/-300x188\.jpg 300w, .*story-2\.jpg 320w$/);
    expect(srcset).not.to.contain('150');
  });

  it('may have no picture, no author that is shown, and nothing to read without a password', async () => {
    const [fish] = (await read(['16'], '013')).stories;
    expect(fish).not.to.have.property('picture');

    const [post] = await json<Json[]>('019');
    const [hidden] = JSON.parse(await bodyOf('extra-posts-embed-users-hidden.json')) as Json[];
    const [nameless] = (await read(['4'], listed({ ...post, _embedded: hidden!._embedded }))).stories;
    expect(nameless?.authors).to.deep.equal([]);
  });

  it('say so where they are behind a password, and are asked for no comments', async () => {
    const post = await json('041');
    const locked = { ...post, content: { rendered: '', protected: true } };
    const { client, asked } = await site([listed(locked), listed(locked)]);
    const story = await client.story('14', 'counted', patient());
    expect(story).to.include({
      headline: 'Comet seen with the naked eye',
      subscribersOnly: true,
      comments: 'closed',
    });
    expect(story).not.to.have.any.keys('standfirst', 'body', 'commentCount');
    const query = { story: 'comet-seen-with-the-naked-eye', order: 'newest', limit: 3 } as const;
    expect(await client.comments(query, patient())).to.deep.equal({ items: [] });
    expect((await asked()).filter((question) => question.includes('comments?'))).to.deep.equal([]);
  });

  it('say that comments are closed, and do not promise that they are open', async () => {
    const [post] = await json<Json[]>('019');
    const { comment_status } = await json('040');
    expect(comment_status).to.equal('closed');
    expect((await read(['4'], listed({ ...post, comment_status }))).stories[0]?.comments).to.equal('closed');
    expect((await read(['4'], '019')).stories[0]).not.to.have.property('comments');
  });

  it('have the time on the clock of the site, summer and winter', async () => {
    const { client } = await site(['010']);
    const { items } = await client.list({ from: 'latest', limit: 2 }, patient());
    // The clocks went forward that night.
    expect(items.map(({ published }) => published)).to.deep.equal([
      '2025-03-30T12:56:17+02:00',
      '2025-03-29T12:46:04+01:00',
    ]);
    const [post] = await json<Json[]>('019');
    const dates = [
      ['2025-03-01T08:00:00', '2025-03-01T02:15:00', '2025-03-01T08:00:00+05:45'],
      ['2025-03-01T00:10:00', '2025-03-01T03:40:00', '2025-03-01T00:10:00-03:30'],
      ['2025-03-01T08:00:00', '2025-03-01T08:00:00', '2025-03-01T08:00:00+00:00'],
      ['2025-03-01T08:00:00', null, undefined],
      ['0000-00-00T00:00:00', '0000-00-00T00:00:00', undefined],
    ] as const;
    const stories = await arrivalsOf(dates.map(([date, date_gmt]) => ({ ...post, date, date_gmt })));
    expect(stories.map(({ published }) => published)).to.deep.equal(
      dates.map(([, , published]) => published),
    );
  });

  it('say when they were changed, if they were', async () => {
    const [post] = await json<Json[]>('019');
    const changed = { modified: '2025-03-02T09:00:00', modified_gmt: '2025-03-02T08:00:00' };
    expect((await read(['4'], listed({ ...post, ...changed }))).stories[0]?.updated).to.equal(
      '2025-03-02T09:00:00+01:00',
    );
    expect((await read(['4'], '019')).stories[0]).not.to.have.property('updated');
  });

  it('have their quotes where these were asked for, and no script of the body', async () => {
    const [post] = await json<Json[]>('019');
    const rendered = `<p>Text</p>
      <figure class="wp-block-pullquote"><blockquote><p>We &#8220;had&#8221; <em>no</em> water.</p><cite>Ana, <b>mayor</b></cite></blockquote></figure>
      <blockquote class="wp-block-quote">Nobody came.<script>alert(1)</script></blockquote><blockquote> </blockquote>`;
    const { client, asked } = await site([listed({ ...post, content: { rendered } })]);
    const story = await client.story('4', 'quotes', patient());
    expect(story?.quotes).to.deep.equal([
      { text: 'We “had” no water.', by: 'Ana, mayor' },
      { text: 'Nobody came.' },
    ]);
    expect((await asked())[0]).to.match(/_fields=[^&]*\bcontent\b/);
  });

  it('come whole where that is asked for, as WordPress wrote them', async () => {
    const post = await json<Json & { content: { rendered: string } }>('037');
    const { client, log } = await site([listed(post)]);
    const whole = await client.story('10', 'whole', patient());
    expect(whole?.body).to.equal(post.content.rendered.trim());
    expect(whole?.body).to.contain('<script>').and.contain('<iframe');
    const [arrival, ...more] = await log();
    expect(more).to.deep.equal([]);
    expect(new URL(arrival!.path, 'http://_').searchParams.get('_fields')).to.match(/\bcontent\b/);

    const { client: other } = await site([listed(await json('041'))]);
    expect(await other.story('14', 'whole', patient())).not.to.have.property('body');
  });

  it('lead nowhere but to the web', async () => {
    const [post] = await json<Json[]>('019');
    const bad = 'javascript:alert(1)';
    const _embedded = {
      author: [{ id: 2, name: 'Ada', link: bad }],
      'wp:term': [[{ id: 2, name: 'World', link: bad }], [{ id: 9, name: 'water', link: bad }]],
      'wp:featuredmedia': [{ source_url: bad, media_type: 'image' }],
    };
    const [story] = (await read(['4'], listed({ ...post, _embedded }))).stories;
    expect(JSON.stringify(story)).not.to.contain('javascript');
    expect(story).not.to.have.property('picture');
    expect(story?.authors).to.deep.equal([{ id: '2', name: 'Ada' }]);
  });

  it('survive a site whose fields are all of the wrong type', async () => {
    const [post] = await json<Json[]>('019');
    const { id, link: url, title } = post!;
    const all = [null, 7, 'x', [], [null], {}, [{ id: 1, name: 5 }], { rendered: 5 }];
    const posts = all.flatMap((wrong) => {
      const spoilt = Object.fromEntries(Object.keys(post!).map((name) => [name, wrong]));
      const embedded = {
        author: wrong,
        'wp:term': wrong,
        'wp:featuredmedia': [{ source_url: 'https://a.example/a.jpg', media_details: wrong }],
      };
      return [wrong, embedded].map((_embedded) => ({ ...spoilt, id, link: url, title, _embedded }));
    });
    const headlines = (await arrivalsOf(posts)).map(({ headline }) => headline);
    expect(headlines).to.deep.equal(posts.map(() => 'Harbour bridge opens after nine years'));
  });
});

describe('a list of a WordPress site', () => {
  impatiently();

  it('goes on page by page, by the totals that the site tells', async () => {
    const { client, asked } = await site(['010', '010', '029']);
    const query = { from: 'latest', limit: 2 } as const;
    const first = await client.list(query, patient());
    expect([first.items.length, first.next, first.total]).to.deep.equal([2, '2', 30]);
    const last = await client.list({ ...query, cursor: '15' }, patient());
    expect([last.next, last.total]).to.deep.equal([undefined, 30]);
    expect(await client.list({ ...query, cursor: '16' }, patient()), 'past the end').to.deep.equal({
      items: [],
    });
    expect((await asked()).map(short)).to.deep.equal([
      'GET posts?per_page=2',
      'GET posts?per_page=2&page=15',
      'GET posts?per_page=2&page=16',
    ]);
  });

  it('has one page where the site keeps its totals to itself', async () => {
    const { client } = await site([{ ...(await recorded('010')), headers: {} }]);
    const page = await client.list({ from: 'latest', limit: 2 }, patient());
    expect(page.items).to.have.length(2);
    expect(page).not.to.have.any.keys('next', 'total');
  });

  it('is related by tags, without the story itself', async () => {
    const { client, asked } = await site(['019', '016']);
    const { items } = await client.list({ from: 'related', of: bridge, limit: 3 }, patient());
    expect(items.map(({ id }) => id)).to.deep.equal(['55', '38', '21']);
    expect((await asked()).map(short)).to.deep.equal([
      `GET posts?slug=${bridge}&per_page=100`,
      'GET posts?tags=11,12&exclude=4&per_page=3',
    ]);
  });

  it('is related by section where a story has no tags, and the latest where it has neither', async () => {
    const [post] = await json<Json[]>('019');
    const terms = (post!._embedded as Record<string, Json[][]>)['wp:term']!;
    for (const [kept, question] of [
      [[terms[0]], 'categories=2&exclude=4&per_page=3'],
      [[], 'exclude=4&per_page=4'],
    ] as const) {
      const { client, asked } = await site([listed({ ...post, _embedded: { 'wp:term': kept } }), '016']);
      await client.list({ from: 'related', of: '4', limit: 3 }, patient());
      expect((await asked()).map(short)[1]).to.equal(`GET posts?${question}`);
    }
  });

  it('is the latest where the site does not know the story that it should be related to', async () => {
    const { client, asked } = await site(['020', '010']);
    const { items } = await client.list({ from: 'related', of: 'elsewhere', limit: 2 }, patient());
    expect(items).to.have.length(2);
    expect((await asked()).map(short)[1]).to.equal('GET posts?per_page=2');
  });

  it('is that of a section, a tag or an author, by the name in its address', async () => {
    const named = async (record: string, slug: string): Promise<Answer> =>
      listed((await json<Json[]>(record)).find((one) => one.slug === slug)!);
    for (const [from, of, answer, questions] of [
      ['section', 'world', named('054', 'world'), ['categories?slug=world', 'posts?categories=2&per_page=3']],
      ['tag', 'cafe', '056', ['tags?slug=cafe', 'posts?tags=23&per_page=3']],
      ['author', 'chiara', named('069', 'chiara'), ['users?slug=chiara', 'posts?author=4&per_page=3']],
    ] as const) {
      const { client, asked } = await site([answer, '016']);
      expect((await client.list({ from, of, limit: 3 }, patient())).items).to.have.length(3);
      expect((await asked()).map(short)).to.deep.equal(questions.map((question) => `GET ${question}`));
    }
  });

  it('is that of a number where one is given', async () => {
    const { client, asked } = await site(['016']);
    await client.list({ from: 'section', of: '2', limit: 3 }, patient());
    expect((await asked()).map(short)).to.deep.equal(['GET posts?categories=2&per_page=3']);
  });

  it('is empty for a section that the site does not know', async () => {
    const { client, asked } = await site(['020']);
    expect(await client.list({ from: 'section', of: 'moon', limit: 3 }, patient())).to.deep.equal({
      items: [],
    });
    expect(await asked()).to.have.length(1);
  });

  it('is a failure that says so where the site hides its authors', async () => {
    const { client } = await site(['048']);
    const problem = await problemOf(client.list({ from: 'author', of: 'ada', limit: 3 }, patient()));
    expect([problem.kind, problem.status, problem.reason]).to.deep.equal(['http', 404, 'rest_no_route']);
  });
});

describe('a search on a WordPress site', () => {
  impatiently();

  it('gives stories, the best first, page by page', async () => {
    const { client, asked } = await site(['010', '029']);
    const query = { from: 'search', of: 'harbour & sea', limit: 2 } as const;
    const { items, next, total } = await client.list(query, patient());
    expect([items.length, next, total]).to.deep.equal([2, '2', 30]);
    expect((await client.list({ ...query, cursor: '16' }, patient())).items).to.deep.equal([]);
    expect((await asked()).map(short)).to.deep.equal([
      'GET posts?search=harbour+&+sea&orderby=relevance&per_page=2',
      'GET posts?search=harbour+&+sea&orderby=relevance&per_page=2&page=16',
    ]);
  });
});

describe('the numbers of comments on a WordPress site', () => {
  impatiently();
  const refs = ['8', '4', '16'];
  const count = async (...answers: (string | Answer | Promise<Answer>)[]) => {
    const { client, asked } = await site(['013', ...answers]);
    const found = await Promise.all(refs.map((ref) => client.story(ref, 'counted', patient())));
    return { counts: found.map((story) => story?.commentCount), asked: (await asked()).map(short) };
  };
  /** The comments' posts, as WordPress tells them, and how many it says there are. */
  const told = async (posts: unknown[], total: unknown = posts.length): Promise<Answer> => {
    const answer = await recorded('082');
    const body = posts.map((post) => ({ post }));
    return { ...answer, headers: { ...answer.headers, 'X-WP-Total': String(total) }, body };
  };
  const silent = async (record: string): Promise<Answer> => ({ ...(await recorded(record)), headers: {} });
  const together = ['GET posts?include=8,4,16&per_page=100', 'GET comments?post=8,4,16&per_page=100'];
  const alone = refs.map((ref) => `GET comments?post=${ref}&per_page=1`);

  it('are one request while these comments fit into one answer', async () => {
    const { counts, asked } = await count(told([4, 8, 4, 4]));
    expect(counts).to.deep.equal([1, 3, 0]);
    expect(asked).to.deep.equal(together);
    expect((await count(told([]))).counts).to.deep.equal([0, 0, 0]);
    expect((await count(told(Array<number>(100).fill(4)))).counts).to.deep.equal([0, 100, 0]);
  });

  it('are asked for one by one where there are more, or one story is locked', async () => {
    for (const answer of [told(Array<number>(100).fill(4), 101), '085', '048', listed({}, {})]) {
      const { counts, asked } = await count(answer, '082', '082', '082');
      expect(counts).to.deep.equal([63, 63, 63]);
      expect(asked.slice(0, 2)).to.deep.equal(together);
      expect(asked.slice(2).sort()).to.deep.equal([...alone].sort());
    }
  });

  it('are unknown where the site keeps them to itself', async () => {
    expect((await count('085', '085', '085', '085')).counts).to.deep.equal(refs.map(() => undefined));
    const quiet = [silent('082'), silent('082'), silent('082')];
    for (const answer of [silent('081'), silent('082'), told([4], '')])
      expect((await count(answer, ...quiet)).counts).to.deep.equal(refs.map(() => undefined));
  });

  it('are one request for one story, and none for a story that is not there', async () => {
    const { client, asked } = await site(['019', '082']);
    expect(await client.story(bridge, 'counted', patient())).to.include({ id: '4', commentCount: 63 });
    expect((await asked()).map(short)).to.deep.equal([
      `GET posts?slug=${bridge}&per_page=100`,
      'GET comments?post=4&per_page=1',
    ]);
    const none = await site(['020']);
    expect(await none.client.story('no-such-slug', 'counted', patient())).to.equal(undefined);
    expect(await none.asked()).to.have.length(1);
  });

  it('are a failure that may pass where the site does not answer', async () => {
    const down = Array.from({ length: 3 }, () => ({ status: 503, body: '' }));
    const { client } = await site(['013', ...down]);
    const problem = await problemOf(Promise.all(refs.map((ref) => client.story(ref, 'counted', patient()))));
    expect([problem.status, problem.retryable]).to.deep.equal([503, true]);
  });
});

describe('the discussion on a WordPress site', () => {
  impatiently();
  const query = { story: '4', order: 'newest', limit: 10 } as const;
  const discuss = async (ask: Partial<CommentQuery>, ...answers: (string | Answer | Promise<Answer>)[]) => {
    const { client, asked } = await site(answers);
    const page = await client.comments({ ...query, ...ask }, patient());
    return { page: page!, ids: page!.items.map(({ id }) => id).join(' '), asked: (await asked()).map(short) };
  };
  /** Recorded comments of story 4, as one page of so many. */
  const page = async (ids: readonly number[], pages = 1, total = ids.length): Promise<Answer> => {
    const answer = await recorded('075');
    const all = await json<{ id: number }[]>('075');
    return {
      ...answer,
      headers: { ...answer.headers, 'X-WP-Total': String(total), 'X-WP-TotalPages': String(pages) },
      body: ids.map((id) => all.find((one) => one.id === id) ?? { id }),
    };
  };
  const [FIRST, SECOND, THIRD] = ['2 3 4 5 6 7 8', '9', '14'];
  const whole = 'GET comments?post=4&order=asc&per_page=100';
  /** A discussion of more than one page. */
  const long = () => page([2, 3, 4], 2, 101);

  it('comes in one request, by threads, with its total', async () => {
    const { page, ids, asked } = await discuss({}, '075');
    expect(ids).to.equal(`${THIRD} ${SECOND} ${FIRST}`);
    expect([page.next, page.total]).to.deep.equal([undefined, 9]);
    expect(asked).to.deep.equal([whole]);
    expect((await discuss({ order: 'oldest' }, '075')).ids).to.equal(`${FIRST} ${SECOND} ${THIRD}`);
    expect((await discuss({ story: bridge }, '019', '075')).asked[1]).to.equal(whole);
  });

  it('arrives as our own', async () => {
    const { page } = await discuss({ order: 'oldest' }, '075');
    expect(page.items[0]).to.deep.equal({
      id: '2',
      story: '4',
      author: 'Maria Sand',
      authorUrl: 'https://maria.example.net/',
      text: 'I drove over it this morning. Took 4 minutes!\n\nSecond paragraph, with a map & a link https://example.org/auto',
      posted: '2025-04-10T09:29:00+02:00',
      status: 'approved',
      url: `${link(bridge)}#comment-2`,
    });
    expect(page.items[1]).to.include({ id: '3', parent: '2' }).and.not.to.have.property('authorUrl');
    expect(page.items.slice(-2).map(({ author, text }) => [author, text])).to.deep.equal([
      ['Ünïcode Ñame', '🐟 emoji & “quotes” bold x < y'],
      ['', 'A comment with no author name'],
    ]);
  });

  it('keeps line breaks and paragraphs, and no script', async () => {
    const [comment] = await json<Json[]>('075');
    const texts = [
      ['<p>One<br />\ntwo &amp; three</p>\n<p>Four</p>\n', 'One\ntwo & three\n\nFour'],
      ['<blockquote><p>Quoted</p></blockquote>\n<p>Answered</p>', 'Quoted\n\nAnswered'],
      ['<ul>\n<li>a</li>\n<li>b</li>\n</ul>', 'a\n\nb'],
      ['<p><img src=x onerror=alert(1)>Bad<script>alert(1)</script></p>', 'Bad'],
      [{}, ''],
    ] as const;
    const answer = listed(
      ...texts.map(([rendered], id) => ({ ...comment, id, link: 'javascript:x', content: { rendered } })),
    );
    const { page } = await discuss({ order: 'oldest' }, answer);
    expect(page.items.map(({ text }) => text)).to.deep.equal(texts.map(([, text]) => text));
    expect(page.items[0]).not.to.have.property('url');
  });

  it('goes on page by page', async () => {
    const first = await discuss({ limit: 2 }, '075');
    expect(first.ids).to.equal(`${THIRD} ${SECOND}`);
    const second = await discuss({ limit: 2, cursor: first.page.next! }, '075');
    expect(second.ids).to.equal(FIRST);
    expect(second.page).not.to.have.property('next');
  });

  it('is empty where nobody has said anything', async () => {
    expect((await discuss({}, '083')).page).to.deep.equal({ items: [], total: 0 });
  });

  it('shows an answer whose parent is gone as a thread of its own', async () => {
    expect((await discuss({}, page([4, 9, 5]))).ids).to.equal('9 4 5');
  });

  it('can be asked for one thread, by any comment in it', async () => {
    for (const [thread, expected] of [
      ['2', FIRST],
      ['7', FIRST],
      ['9', SECOND],
    ] as const) {
      const { ids, page, asked } = await discuss({ thread, limit: 1 }, '075');
      expect(ids, thread).to.equal(expected);
      expect([page.next, page.total]).to.deep.equal([undefined, 9]);
      expect(asked).to.deep.equal([whole]);
    }
    const problem = await problemOf(discuss({ thread: '999' }, '075'));
    expect([problem.kind, problem.status]).to.deep.equal(['http', 404]);
  });

  it('comes by threads and their answers, level by level, where it is long', async () => {
    const levels = [page([3, 8]), page([4]), page([5]), page([6]), page([7]), page([])];
    const { page: found, ids, asked } = await discuss({ limit: 3 }, long(), page([14, 9, 2], 5), ...levels);
    expect(ids).to.equal(`${THIRD} ${SECOND} ${FIRST}`);
    expect(found.total).to.equal(101);
    const answers = ['14,9,2', '3,8', '4', '5', '6', '7'].map(
      (parents) => `GET comments?post=4&parent=${parents}&order=asc&per_page=100&page=1`,
    );
    expect(asked).to.deep.equal([
      whole,
      'GET comments?post=4&parent=0&order=desc&per_page=3&page=1',
      ...answers,
    ]);

    const second = await discuss({ limit: 3, order: 'oldest', cursor: found.next! }, page([9], 2), page([]));
    expect(second.ids).to.equal('9');
    expect(second.page).not.to.have.any.keys('next', 'total');
    expect(second.asked[0]).to.equal('GET comments?post=4&parent=0&order=asc&per_page=3&page=2');
  });

  it('has all answers of a level, and only these', async () => {
    const { ids, asked } = await discuss(
      {},
      long(),
      page([2]),
      page([3, 5, 9], 2),
      page([8, 2], 2),
      page([]),
    );
    expect(ids).to.equal('2 3 8');
    expect(asked.slice(2)).to.deep.equal([
      'GET comments?post=4&parent=2&order=asc&per_page=100&page=1',
      'GET comments?post=4&parent=2&order=asc&per_page=100&page=2',
      'GET comments?post=4&parent=3,8&order=asc&per_page=100&page=1',
    ]);
  });

  it('ends, though a site answers without end', async () => {
    const endless = Array.from({ length: 40 }, (_, index) =>
      recorded('079').then((answer) => ({ ...answer, body: [{ id: index + 3, parent: index + 2 }] })),
    );
    const { page: found } = await discuss({}, long(), page([2]), ...endless);
    expect(found.items).to.have.length(11);
  });

  it('climbs from a comment to its thread where it is long', async () => {
    const up = [page([4]), page([3]), page([2])];
    const down = [page([3, 8]), page([4]), page([])];
    const { ids, page: found, asked } = await discuss({ thread: '4' }, long(), ...up, ...down);
    expect(ids).to.equal('2 3 4 8');
    expect([found.next, found.total]).to.deep.equal([undefined, 101]);
    expect(asked.slice(1, 4)).to.deep.equal(['4', '3', '2'].map((id) => `GET comments?post=4&include=${id}`));
    const orphan = await discuss({ thread: '4' }, long(), page([4]), page([]), page([]));
    expect(orphan.ids).to.equal('4');
    const problem = await problemOf(discuss({ thread: '999' }, long(), page([])));
    expect([problem.kind, problem.status]).to.deep.equal(['http', 404]);
  });

  it('has one page where the site keeps its totals to itself', async () => {
    const { ids, page, asked } = await discuss({}, { ...(await recorded('075')), headers: {} });
    expect(ids).to.equal(`${THIRD} ${SECOND} ${FIRST}`);
    expect(page).not.to.have.any.keys('next', 'total');
    expect(asked).to.deep.equal([whole]);
  });

  it('is a failure that says so on a locked story, or one that the site does not know', async () => {
    expect((await problemOf(discuss({}, '085'))).status).to.equal(401);
    expect((await problemOf(discuss({ story: 'elsewhere' }, '020'))).status).to.equal(404);
  });

  it('cannot be reported to the moderators', async () => {
    expect(await (await site([])).client.canReport()).to.equal(false);
  });
});

describe('the address of a WordPress site', () => {
  impatiently();

  for (const [path, arrives] of [
    ['/wp-json', '/wp-json/wp/v2/posts?per_page=2'],
    ['/wp-json/', '/wp-json/wp/v2/posts?per_page=2'],
    ['/news/blog/wp-json', '/news/blog/wp-json/wp/v2/posts?per_page=2'],
    ['/?rest_route=/', '/?rest_route=/wp/v2/posts&per_page=2'],
    ['/?rest_route=', '/?rest_route=/wp/v2/posts&per_page=2'],
    ['/blog/index.php?rest_route=/&lang=ur', '/blog/index.php?lang=ur&rest_route=/wp/v2/posts&per_page=2'],
    ['/blog/?lang=ur&rest_route=/', '/blog/?lang=ur&rest_route=/wp/v2/posts&per_page=2'],
  ] as const)
    it(`may be ${path}`, async () => {
      const { client, log } = await site(['010'], path);
      const { items } = await client.list({ from: 'latest', limit: 2 }, patient());
      expect(items).to.have.length(2);
      const [arrival] = await log();
      expect(decodeURIComponent(arrival!.path).replace(/^\/s\/\w+/, '')).to.contain(arrives);
    });
});
