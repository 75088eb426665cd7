import { expect, impatiently, patient, problemOf } from '../content/support.js';
import { warnings } from '../elements/support/console.js';
import type { Answer } from '../tools/faulty-client.js';
import { recorded, site } from './wordpress-records.js';

// A site whose REST is closed to visitors.

const json = (status: number, code: string, message: string): Answer => ({
  status,
  body: { code, message, data: { status } },
});
const page = '<!DOCTYPE html><html lang="en"><title>Just a moment...</title>';

/** As plugins and firewalls answer in the place of REST. */
const closings: readonly (readonly [who: string, answer: Answer, told: string])[] = [
  [
    'a plugin that asks for a sign-in',
    json(401, 'rest_cannot_access', 'Only authenticated users can access the REST API.'),
    '401 rest_cannot_access: Only authenticated users can access the REST API',
  ],
  [
    'Solid Security',
    json(401, 'itsec_rest_api_access_restricted', 'You do not have sufficient permission.'),
    '401 itsec_rest_api_access_restricted: You do not have sufficient permission',
  ],
  ['a plugin that ends the request', json(500, 'wp_die', 'No.'), '500 wp_die: No'],
  ['a firewall that refuses', { status: 403, body: page }, '403: '],
  ['a firewall with a page to pass', { body: page }, '200: '],
  ['a server without the address', { status: 404, body: page }, '404: '],
];
const [plugin] = closings.map(([, answer]) => answer) as [Answer];

/** A post's own feed: WordPress puts that post in it and no other. */
async function feedOf(slug: string): Promise<Answer> {
  const feed = await recorded('064');
  const [before = '', ...items] = (feed.body as string).split('<item>');
  const item = items.find((one) => one.includes(`/${slug}/`))!.split('</item>')[0]!;
  return { ...feed, body: `${before}<item>${item}</item></channel></rss>` };
}

const slug = 'river-floods-force-2000-from-homes-part-3';

/** A closed site on this page's own origin, with its feeds. */
async function closed(...rules: readonly (readonly [when: string, answer: Answer])[]) {
  const all = [...rules, ['/wp/v2/', plugin] as const, ['[?&]feed=rss2', await recorded('064')] as const];
  const { asked, ...rest } = await site(
    all.map(([when, answer]) => ({ ...answer, when })),
    '/blog/wp-json',
    location.origin,
  );
  const home = rest.api.replace('/wp-json', '');
  const feeds = async (): Promise<string[]> =>
    (await asked())
      .filter((one) => one.includes('feed='))
      .map((one) => one.replace(/^GET \S*(?=\/blog)/, ''));
  return { ...rest, home, feeds };
}

describe('a WordPress site whose REST is closed', () => {
  impatiently();

  for (const [who, answer, told] of closings)
    it(`is named as such from another origin: ${who}`, async () => {
      const answers = Array.from({ length: 6 }, () => answer);
      const { client, api } = await site(answers);
      for (const work of [
        () => client.list({ from: 'latest', limit: 3 }, patient()),
        // An answer with status 500 is asked for three times.
        ...(answer.status === 500 ? [] : [() => client.story('4', 'teaser', patient())]),
      ]) {
        const problem = await problemOf(work());
        expect([problem.kind, problem.code]).to.deep.equal(['closed', 'NEWS-CLOSED']);
        expect(problem.message)
          .to.contain(`${api} is closed to visitors (${told}`)
          .and.to.contain('Allow GET requests to /wp/v2/ for everybody')
          .and.not.to.contain('_fields');
      }
    });

  it('is told from what WordPress itself keeps back, and from a server that is down', async () => {
    for (const [answer, kind] of [
      [json(401, 'rest_forbidden_context', 'Sorry.'), 'http'],
      [json(401, 'rest_user_cannot_view', 'Sorry.'), 'http'],
      [json(401, 'rest_cannot_read_post', 'Sorry.'), 'http'],
      [json(404, 'rest_no_route', 'No route.'), 'http'],
      [{ status: 503, body: page }, 'http'],
      [{ body: '{"half":' }, 'parse'],
    ] as const) {
      const { client } = await site([answer, answer, answer]);
      expect((await problemOf(client.list({ from: 'latest', limit: 3 }, patient()))).kind).to.equal(kind);
    }
  });

  it('shows its feed on its own pages, and says so once', async () => {
    const { client, api, feeds } = await closed();
    for (const limit of [3, 4]) {
      const { items } = await client.list({ from: 'latest', limit }, patient());
      expect(items).to.have.length(limit);
      expect(items[0]?.headline).to.equal('River floods force 2,000 from homes (part 3)');
    }
    expect(await feeds()).to.deep.equal(['/blog/?feed=rss2']);
    expect(warnings).to.have.length(1);
    expect(warnings[0])
      .to.match(/^NEWS-CLOSED: /)
      .and.to.contain(api)
      .and.to.contain('Its feed is shown instead');
  });

  it('has a feed for a search, a section, a tag and an author', async () => {
    const { client, feeds } = await closed(['[?&]s=', await recorded('067')]);
    const { items } = await client.list({ from: 'search', of: 'bridge', limit: 9 }, patient());
    expect(items).to.have.length(4);
    for (const [from, of] of [
      ['section', 'world'],
      ['section', '2'],
      ['tag', 'cafe'],
      ['tag', '23'],
      ['author', 'chiara'],
    ] as const)
      expect((await client.list({ from, of, limit: 2 }, patient())).items).to.have.length(2);
    expect(await feeds()).to.have.members([
      '/blog/?s=bridge&feed=rss2',
      '/blog/?category_name=world&feed=rss2',
      '/blog/?cat=2&feed=rss2',
      '/blog/?tag=cafe&feed=rss2',
      '/blog/?tag_id=23&feed=rss2',
      '/blog/?author_name=chiara&feed=rss2',
    ]);
  });

  it('has related stories', async () => {
    const { client } = await closed();
    const of = `http://127.0.0.1:8631/2025/03/${slug}/`;
    const { items } = await client.list({ from: 'related', of, limit: 3 }, patient());
    expect(items).to.have.length(3);
    expect(items.map(({ url }) => url)).not.to.include(of);
  });

  it('has a feed for each story, by id, slug and address', async () => {
    const { client, home, feeds } = await closed(['withoutcomments', await feedOf(slug)]);
    const refs = ['58', slug, `${home}/2025/03/${slug}/`];
    const found = await Promise.all(refs.map((ref) => client.story(ref, 'whole', patient())));
    // The feed tells addresses of the site as it was recorded.
    expect(found.map((story) => story?.headline)).to.deep.equal([
      'River floods force 2,000 from homes (part 3)',
      'River floods force 2,000 from homes (part 3)',
      undefined,
    ]);
    expect(found[0]?.body).to.match(/Paragraph 1/);
    // Comments need the number.
    expect(found[0]?.id).to.equal('58');
    expect(await feeds()).to.have.members([
      '/blog/?p=58&withoutcomments=1&feed=rss2',
      `/blog/?name=${slug}&withoutcomments=1&feed=rss2`,
      `/blog/2025/03/${slug}/?withoutcomments=1&feed=rss2`,
    ]);
  });

  it('tells the number of a story, where its feed does', async () => {
    const feed = await feedOf(slug);
    const guid = 'https://example.org/?p=58</guid>';
    const body = (feed.body as string).replace(/(?<=<guid[^>]*>)[^<]*<\/guid>/, guid);
    const { client } = await closed(['feed=rss2', { ...feed, body }]);
    expect((await client.story(slug, 'teaser', patient()))?.id).to.equal('58');
    const { items } = await client.list({ from: 'latest', limit: 3 }, patient());
    expect(items.map(({ id }) => id)).to.deep.equal(['58']);
  });

  it('has none of the stories whose feed is empty, is not there, or is another’s', async () => {
    const { client, home } = await closed(
      ['name=gone', { status: 404, body: page }],
      ['name=empty', { body: '<rss version="2.0"><channel><title>x</title></channel></rss>' }],
    );
    for (const ref of [
      'gone',
      'empty',
      `${home}/`,
      `${home}/category/world/`,
      'https://elsewhere.example/a/b',
    ])
      expect(await client.story(ref, 'teaser', patient()), ref).to.equal(undefined);
  });

  it('is a failure that names it where the feed is closed as well, and for comments', async () => {
    const { client } = await closed(['[?&]feed=rss2', { status: 403, body: page }]);
    for (const work of [
      () => client.list({ from: 'latest', limit: 3 }, patient()),
      () => client.comments({ story: '4', order: 'newest', limit: 3 }, patient()),
    ])
      expect((await problemOf(work())).kind).to.equal('closed');
  });

  it('is asked again where its feed did not answer in time', async () => {
    const { client } = await closed(['[?&]feed=rss2', { status: 503, body: '' }]);
    const problem = await problemOf(client.list({ from: 'latest', limit: 3 }, patient()));
    expect([problem.kind, problem.retryable]).to.deep.equal(['http', true]);
  });

  it('keeps what a plugin says to a comment', async () => {
    const { client } = await site([json(403, 'my_spam_filter', 'No links, please.')]);
    const sent = { story: '4', name: 'Ola', email: 'ola@example.org', text: 'Yes.' };
    const problem = await problemOf(client.postComment(sent, 'k', patient()));
    expect([problem.kind, problem.reason, problem.message]).to.deep.equal([
      'http',
      'my_spam_filter',
      'No links, please.',
    ]);
  });
});
