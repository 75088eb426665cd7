import { expect, impatiently, patient } from '../content/support.js';
import { inHead } from '../elements/support/pretend.js';
import type { Answer } from '../tools/faulty-client.js';
import { json, listed, recorded, short, site, type Json } from './wordpress-records.js';

// Where a site is, and which post an address is that of.

const bridge = 'harbour-bridge-opens-after-nine-years';
const link = (slug: string): string => `http://127.0.0.1:8631/2025/03/${slug}/`;
const nothing: Answer = { body: [] };

/** A post, changed. */
const post = async (changes: Json): Promise<Json> => ({ ...(await json<Json[]>('019'))[0], ...changes });

/** Asks for stories; the answers are given to the questions that they name. */
async function read(refs: readonly string[], rules: Record<string, Answer>, path?: string, source?: string) {
  const answers = Object.entries(rules).map(([when, answer]) => ({ ...answer, when }));
  const { client, asked } = await site(answers, path, undefined, source);
  const stories = await Promise.all(refs.map((ref) => client.story(ref, 'teaser', patient())));
  return { ids: stories.map((story) => story?.id), asked: (await asked()).map(short) };
}

describe('the address of a WordPress site and its posts', () => {
  impatiently();

  for (const [path, arrives] of [
    ['', '/wp-json/wp/v2/posts?per_page=2'],
    ['/blog/', '/blog/wp-json/wp/v2/posts?per_page=2'],
    ['/index.php/wp-json', '/index.php/wp-json/wp/v2/posts?per_page=2'],
    ['/wp-json/wp/v2', '/wp-json/wp/v2/posts?per_page=2'],
    ['/wp-json/wp/v2/reviews', '/wp-json/wp/v2/reviews?per_page=2'],
    ['/wp-json/wp/v2/reviews/', '/wp-json/wp/v2/reviews?per_page=2'],
    ['/?rest_route=/wp/v2/reviews', '/?rest_route=/wp/v2/reviews&per_page=2'],
    ['/?rest_route=%2Fwp%2Fv2%2Freviews', '/?rest_route=/wp/v2/reviews&per_page=2'],
    ['/content-api/wp/v2/reviews', '/content-api/wp/v2/reviews?per_page=2'],
  ] as const)
    it(`may be ${path || 'the plain one of a site'}, with its kind named`, async () => {
      const { client, log } = await site(['010'], path, undefined, 'wordpress');
      const { items } = await client.list({ from: 'latest', limit: 2 }, patient());
      expect(items).to.have.length(2);
      const [arrival] = await log();
      expect(decodeURIComponent(arrival!.path).replace(/^\/s\/\w+/, '')).to.contain(arrives);
    });

  it('has a REST of another name where the page says so', async () => {
    const { client, log, api } = await site(['010'], '/content-api', undefined, 'wordpress');
    inHead(`<link rel="https://api.w.org/" href="${api}/">`);
    await client.list({ from: 'latest', limit: 2 }, patient());
    expect((await log())[0]!.path).to.match(/^\/s\/\w+\/content-api\/wp\/v2\/posts/);
  });

  it('leads readers to the sign-in of the site', async () => {
    for (const [path, home] of [
      ['/wp-json', ''],
      ['/blog/wp-json/wp/v2/posts', '/blog'],
      ['/blog/index.php/wp-json', '/blog'],
      ['/blog/index.php?rest_route=/', '/blog'],
      ['/blog/?lang=ur&rest_route=/', '/blog'],
      ['/blog/content-api/wp/v2/posts', '/blog'],
      ['/blog', '/blog'],
    ] as const) {
      const { client, api } = await site(['019'], path, undefined, 'wordpress');
      const story = await client.story('4', 'teaser', patient());
      expect(story?.signInUrl, path).to.equal(
        `${api.replace(path, '')}${home}/wp-login.php?redirect_to=${encodeURIComponent(story!.url)}`,
      );
    }
  });

  it('may hold the number of a post, and a month is none', async () => {
    const numbered = await post({ id: 123, slug: 'bridge', link: 'http://127.0.0.1:8631/archives/123' });
    const rules = { 'posts.*include=': await listed(numbered), 'posts.*slug=': nothing };
    for (const ref of ['http://127.0.0.1:8631/archives/123', 'https://news.example/archives/123.html'])
      expect((await read([ref], rules)).ids, ref).to.deep.equal(['123']);
    const third = { 'posts.*include=': await listed(await post({ id: 3 })), '': nothing };
    for (const ref of ['http://127.0.0.1:8631/2025/3/', 'http://127.0.0.1:8631/2025/03/'])
      expect((await read([ref], third)).ids, ref).to.deep.equal([undefined]);
  });

  it('may end in a slug of digits, or in .html', async () => {
    const book = await post({ id: 7, slug: '1984', link: link('1984') });
    const rules = { 'posts.*slug=': await listed(book), 'posts.*include=': nothing };
    expect((await read([link('1984')], rules)).ids).to.deep.equal(['7']);
    const { ids, asked } = await read([`https://news.example/${bridge}.html`], { '': await recorded('019') });
    expect([ids, asked]).to.deep.equal([['4'], [`GET posts?slug=${bridge}&per_page=100`]]);
  });

  it('asks nothing about what can be no post', async () => {
    for (const ref of ['a,b', 'a b', 'http://127.0.0.1:8631/2025/a,b', ',', '/%2C%20/'])
      expect((await read([ref], { posts: await recorded('019'), types: nothing })).asked, ref).not.to.match(
        /posts/,
      );
    // WordPress would take it for a mistake.
    const { ids, asked } = await read(['https://news.example/?p=abc', '4'], { '': await recorded('013') });
    expect([ids, asked]).to.deep.equal([[undefined, '4'], ['GET posts?include=4&per_page=100']]);
  });
});

describe('a story of another kind than posts', () => {
  impatiently();
  const film = (): Promise<Json> =>
    post({ id: 900, slug: 'solaris', link: 'http://127.0.0.1:8631/films/solaris/' });
  const types = async (): Promise<Answer> => {
    const known = await json('005');
    return { body: { ...known, film: { rest_base: 'films' }, broken: { rest_base: 7 }, worse: null } };
  };

  it('is read where the API names its kind', async () => {
    const rules = { 'films.*slug=': await listed(await film()) };
    const { ids, asked } = await read(['solaris'], rules, '/wp-json/wp/v2/films');
    expect([ids, asked]).to.deep.equal([['900'], ['GET ?slug=solaris&per_page=100']]);
  });

  it('is found by its address among the kinds that the site has', async () => {
    const rules = {
      '/posts': nothing,
      '/types': await types(),
      '/pages': nothing,
      '/films': await listed(await film()),
    };
    const { ids, asked } = await read(['http://127.0.0.1:8631/films/solaris/?utm_source=x#top'], rules);
    expect(ids).to.deep.equal(['900']);
    expect(asked.map((question) => question.replace(/^GET \/?/, '').split('&')[0])).to.have.members([
      'posts?slug=solaris',
      'types',
      'pages?slug=solaris',
      'films?slug=solaris',
    ]);
  });

  it('is found by a plain address', async () => {
    const [about] = await json<Json[]>('057');
    const rules = {
      '/posts': nothing,
      '/types': await types(),
      '/pages': await listed(about!),
      '/films': nothing,
    };
    expect((await read(['http://127.0.0.1:8631/?page_id=64'], rules)).ids).to.deep.equal(['64']);
  });

  it('is none where only its slug fits, or the site tells nothing of its kinds', async () => {
    const rules = { '/posts': nothing, '/pages': nothing, '/films': await listed(await film()) };
    const ref = 'http://127.0.0.1:8631/people/solaris/';
    expect((await read([ref], { ...rules, '/types': await types() })).ids).to.deep.equal([undefined]);
    for (const broken of [{ status: 401, body: '{}' }, { body: '[7]' }, { body: 'null' }])
      expect((await read([ref], { ...rules, '/types': broken })).ids).to.deep.equal([undefined]);
  });

  it('is not looked for on another site', async () => {
    const { ids, asked } = await read(['https://news.example/films/solaris/'], { '/posts': nothing });
    expect([ids, asked]).to.deep.equal([[undefined], ['GET posts?slug=solaris&per_page=100']]);
  });
});

describe('the story of the page itself', () => {
  impatiently();

  it('is the post that the page’s head names, of whatever kind', async () => {
    const film = await post({ id: 900, link: 'http://127.0.0.1:8631/films/solaris/' });
    for (const path of ['/wp-json', '/?rest_route=/']) {
      const { client, api, asked } = await site(
        [{ ...(await listed(film)), when: 'films.*include=900' }],
        path,
      );
      const page = 'https://www.news.example/films/solaris/';
      inHead(`<link rel="canonical" href="${page}">`);
      inHead(
        `<link rel="alternate" title="JSON" type="application/json" href="${api.replace(/\/$/, '')}/wp/v2/films/900">`,
      );
      expect((await client.story(page, 'teaser', patient()))?.id, path).to.equal('900');
      // Also under the address where it is just now.
      expect((await client.story(`${location.href}#x`, 'teaser', patient()))?.id, path).to.equal('900');
      expect(await asked()).to.have.length(2);
      for (const old of document.head.querySelectorAll('[rel=canonical], [type="application/json"]'))
        old.remove();
    }
  });

  it('is none on the page of a section, whose head names that', async () => {
    const { client, api } = await site([{ ...(await recorded('054')), when: 'categories' }]);
    inHead(`<link rel="alternate" title="JSON" type="application/json" href="${api}/wp/v2/categories/2">`);
    expect(await client.story(location.href, 'teaser', patient())).to.equal(undefined);
  });

  it('is none on a partner’s page: it asks for none, and its list is the latest', async () => {
    inHead('<link rel="canonical" href="https://partner.example/2025/03/our-own-story/">');
    inHead(
      '<link rel="alternate" type="application/json" href="https://partner.example/wp-json/wp/v2/posts/4">',
    );
    const { client, asked } = await site(['010']);
    const page = 'https://partner.example/2025/03/our-own-story/';
    expect(await client.story(page, 'teaser', patient())).to.equal(undefined);
    const { items } = await client.list({ from: 'related', of: page, limit: 2 }, patient());
    expect(items).to.have.length(2);
    expect((await asked()).map(short)).to.deep.equal(['GET posts?per_page=2']);
  });

  it('is found by its slug where the site’s REST is on a sister host', async () => {
    inHead(`<link rel="canonical" href="${link(bridge)}">`);
    const { client, asked } = await site(['019']);
    expect((await client.story(link(bridge), 'teaser', patient()))?.id).to.equal('4');
    expect((await asked()).map(short)).to.deep.equal([`GET posts?slug=${bridge}&per_page=100`]);
  });
});
