import type { NewComment, Story } from '../../src/model/index.js';
import type { Answer } from '../tools/faulty-client.js';
import { expect, impatiently, patient, problemOf, scriptedApi } from '../content/support.js';

type Json = Record<string, unknown>;
interface Recorded {
  id: string;
  status: number;
  headers: Record<string, string>;
  body: string;
}

const place = '/test/backends/wordpress-6.8/';
const manifest = (await (await fetch(`${place}manifest.json`)).json()) as Recorded[];

const bodies = new Map<string, Promise<string>>();

function bodyOf(file: string): Promise<string> {
  if (!bodies.has(file))
    bodies.set(
      file,
      fetch(place + file).then((response) => response.text()),
    );
  return bodies.get(file)!;
}

/** What WordPress answered, with the headers that a script may read. */
async function recorded(id: string): Promise<Answer> {
  const record = manifest.find((one) => one.id.startsWith(id))!;
  const kept = ['Content-Type', 'Access-Control-Expose-Headers', 'X-WP-Total', 'X-WP-TotalPages', 'Link'];
  return {
    status: record.status,
    headers: Object.fromEntries(Object.entries(record.headers).filter(([name]) => kept.includes(name))),
    body: await bodyOf(record.body),
  };
}

const json = async <T = Json>(id: string): Promise<T> => JSON.parse((await recorded(id)).body as string) as T;

/** Records of single objects, in the list that WordPress puts them in when it is asked for several. */
const listed = async (...objects: Json[]): Promise<Answer> => ({ ...(await recorded('019')), body: objects });

/** A site that gives these records in turn. */
async function site(answers: (string | Answer | Promise<Answer>)[], path = '/wp-json') {
  const all: Answer[] = [];
  for (const answer of answers) all.push(await (typeof answer === 'string' ? recorded(answer) : answer));
  return scriptedApi(all, path);
}

/** A question without the parameters that each has. */
const short = (question: string): string =>
  question.replace(/[?&](_fields|_embed)=[^&]*/g, '').replace('/wp/v2/', '');

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
    expect(stories[0]).to.deep.equal({
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
      // The record holds the body as well.
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
    const { stories } = await read(['8'], '013');
    expect(stories[0]?.standfirst).to.match(/It was the 3nd time this year\. Paragraph …$/);
    const [post] = await json<Json[]>('019');
    const excerpts = [
      ['<p>As the sea &hellip; <a href="x">Continue reading <span>Harbour</span></a></p>', 'As the sea …'],
      ['<p>As the sea&hellip; <a class="more-link" href="x">Continue reading</a></p>', 'As the sea …'],
      ['<p>As the sea [&#8230;]</p>\n', 'As the sea …'],
      ['<p>He said […] and left.</p>', 'He said […] and left.'],
    ] as const;
    const found = await arrivalsOf(excerpts.map(([rendered]) => ({ ...post, excerpt: { rendered } })));
    expect(found.map((story) => story.standfirst)).to.deep.equal(
      excerpts.map(([, standfirst]) => standfirst),
    );
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

    const [locked] = (await read(['14'], listed(await json('041')))).stories;
    expect(locked?.headline).to.equal('Comet seen with the naked eye');
    expect(locked).not.to.have.any.keys('standfirst', 'body');
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
      [[terms[0]], 'categories=2&exclude=4'],
      [[], 'exclude=4'],
    ] as const) {
      const { client, asked } = await site([listed({ ...post, _embedded: { 'wp:term': kept } }), '016']);
      await client.list({ from: 'related', of: '4', limit: 3 }, patient());
      expect((await asked()).map(short)[1]).to.equal(`GET posts?${question}&per_page=3`);
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

  it('is a failure that says so where the site answers with a web page', async () => {
    const { client } = await site([{ body: '<!doctype html><title>Login</title>' }]);
    const problem = await problemOf(client.list({ from: 'latest', limit: 3 }, patient()));
    expect(problem.kind).to.equal('parse');
    expect(problem.message).to.contain('a web page');
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
    ['/blog/index.php?rest_route=/&lang=ur', '/blog/index.php?rest_route=/wp/v2/posts&lang=ur&per_page=2'],
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

describe('a comment sent to a WordPress site', () => {
  impatiently();
  const sent: NewComment = {
    story: '4',
    name: 'Maria Sand',
    email: 'maria.sand@example.net',
    website: 'https://maria.example/',
    text: 'Known commenter',
  };
  const post = async (comment: Partial<NewComment>, ...answers: (string | Promise<Answer>)[]) => {
    const { client, log } = await site(answers);
    const outcome = client.postComment({ ...sent, ...comment }, 'k', patient());
    await outcome.catch(() => undefined);
    const asked = (await log()).filter(({ method }) => method !== 'OPTIONS');
    return { outcome, asked };
  };

  it('comes back approved, at its place on the story’s page', async () => {
    const { outcome, asked } = await post({}, '095');
    expect(await outcome).to.deep.equal({
      id: '81',
      story: '4',
      author: 'Maria Sand',
      text: 'Known commenter',
      posted: '2026-11-23T15:00:11+01:00',
      status: 'approved',
      url: `${link(bridge)}#comment-81`,
    });
    expect(asked.map(({ method }) => method)).to.deep.equal(['POST']);
    expect(JSON.parse(asked[0]!.body)).to.deep.equal({
      post: 4,
      parent: 0,
      author_name: 'Maria Sand',
      author_email: 'maria.sand@example.net',
      author_url: 'https://maria.example/',
      content: 'Known commenter',
    });
    expect(asked[0]!.headers).not.to.have.property('idempotency-key');
  });

  for (const [record, why] of [
    ['093', 'a new commenter'],
    ['119', 'a disallowed word, which goes to the trash'],
  ] as const)
    it(`waits for approval: ${why}`, async () => {
      expect(await (await post({}, record)).outcome).to.have.property('status', 'held');
    });

  it('finds its story by address first', async () => {
    const { outcome, asked } = await post({ story: link(bridge) }, '019', '093');
    expect(await outcome).to.have.property('story', '4');
    expect(asked.map(({ method }) => method)).to.deep.equal(['GET', 'POST']);
    expect(JSON.parse(asked[1]!.body)).to.have.property('post', 4);
  });

  it('goes nowhere when the site does not know its story', async () => {
    const { outcome, asked } = await post({ story: 'elsewhere' }, '020');
    expect((await problemOf(outcome)).status).to.equal(404);
    expect(asked).to.have.length(1);
  });

  it('answers a comment that is there', async () => {
    const { outcome, asked } = await post({ parent: '2' }, '082', '096');
    expect(await outcome).to.include({ id: '82', parent: '2' });
    expect(short(decodeURIComponent(asked[0]!.path))).to.match(/comments\?post=4&include=2$/);
    expect(JSON.parse(asked[1]!.body)).to.have.property('parent', 2);
  });

  it('does not answer a comment that is gone, which WordPress would take', async () => {
    const { outcome, asked } = await post({ parent: '999999' }, '083');
    expect((await problemOf(outcome)).reason).to.equal('parent-gone');
    expect(asked.map(({ method }) => method)).to.deep.equal(['GET']);
  });

  for (const [record, status, reason, message] of [
    ['097', 409, 'duplicate', 'Duplicate comment detected; it looks as though you’ve already said that!'],
    ['099', 400, 'too-fast', 'You are posting comments too quickly. Slow down.'],
    ['100', 403, 'closed', 'Sorry, comments are closed for this item.'],
    ['092', 401, 'sign-in', 'Sorry, you must be logged in to comment.'],
    ['101', 401, 'sign-in', 'Sorry, you are not allowed to read the post for this comment.'],
    [
      '104',
      403,
      'rest_comment_invalid_post_id',
      'Sorry, you are not allowed to create this comment without a post.',
    ],
    ['106', 400, 'rest_invalid_param', 'Invalid parameter(s): author_email'],
    ['111', 400, 'rest_comment_content_invalid', 'Invalid comment content.'],
    ['115', 400, 'comment_content_column_length', 'Comment field exceeds maximum length allowed.'],
    ['116', 400, 'comment_author_column_length', 'Comment field exceeds maximum length allowed.'],
  ] as const)
    it(`is refused with ${reason}, in words without entities (${record})`, async () => {
      const { outcome, asked } = await post({}, record);
      const problem = await problemOf(outcome);
      expect([problem.status, problem.reason, problem.message]).to.deep.equal([status, reason, message]);
      expect(asked).to.have.length(1);
    });

  it('is refused on a protected story, also as an answer', async () => {
    expect((await problemOf((await post({ parent: '2' }, '085')).outcome)).reason).to.equal('sign-in');
  });

  it('is refused with the site’s own code where we have no word for it', async () => {
    const answer = Promise.resolve({ status: 403, body: { code: 'constructor', message: 'No.' } });
    const problem = await problemOf((await post({}, answer)).outcome);
    expect([problem.reason, problem.message]).to.deep.equal(['constructor', 'No.']);
  });

  it('has not surely arrived when the answer is no comment', async () => {
    const problem = await problemOf((await post({}, Promise.resolve({ status: 201, body: '[]' }))).outcome);
    expect(problem.kind).to.equal('parse');
  });
});
