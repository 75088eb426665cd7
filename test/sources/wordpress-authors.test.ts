import { expect, impatiently, patient } from '../content/support.js';
import type { Answer } from '../tools/faulty-client.js';
import { json, listed, short, site, type Json } from './wordpress-records.js';

// Who wrote a post, where plugins let several have written it. Their answers are as their sources write them: Co-Authors
// Plus 3.6 (class-coauthors-controller.php), PublishPress Authors 4 (rest-api.php).

const term = (id: number, slug: string, rest: Json = {}): Json => ({
  id,
  slug,
  taxonomy: 'author',
  name: slug,
  ...rest,
});

/** The authors of a post that is changed so. */
async function authorsOf(terms: Json[], changes: Json, ...answers: Answer[]) {
  const [post] = await json<Json[]>('019');
  const embedded = post!._embedded as Json;
  const all = [...(embedded['wp:term'] as Json[][]), terms];
  const { client, asked } = await site([
    await listed({
      ...post,
      ...changes,
      _embedded: { ...embedded, ...(changes._embedded as Json), 'wp:term': all },
    }),
    ...answers,
  ]);
  const story = await client.story('4', 'teaser', patient());
  expect(story).to.deep.include({ kicker: 'World' });
  expect(story?.tags).to.have.length(2);
  return { authors: story!.authors, asked: (await asked()).map(short).slice(1) };
}

const ada = {
  id: '2',
  name: 'Ada Okafor',
  bio: 'Science correspondent',
  url: 'http://127.0.0.1:8631/author/ada-okafor/',
};

describe('the authors of a post with Co-Authors Plus', () => {
  impatiently();
  const told: Answer = {
    body: [
      {
        id: 2,
        display_name: 'Ada Okafor',
        user_nicename: 'ada-okafor',
        link: ada.url,
        description: { raw: 'Science correspondent', rendered: '<p>Science correspondent</p>\n' },
        avatar_urls: { 24: 'https://secure.gravatar.com/avatar/x' },
      },
      {
        id: 901,
        display_name: 'Jo &amp; Friends',
        link: 'javascript:alert(1)',
        description: { rendered: '' },
      },
      { id: 902, display_name: 5 },
      null,
    ],
  };
  const two = [term(31, 'cap-ada-okafor'), term(32, 'cap-jo')];

  it('are all of them, guests too', async () => {
    const { authors, asked } = await authorsOf(two, {}, told);
    expect(authors).to.deep.equal([ada, { id: '901', name: 'Jo & Friends' }]);
    expect(asked).to.deep.equal(['GET /coauthors/v1/coauthors?post_id=4']);
  });

  it('are known without asking where WordPress’ own author is the only one', async () => {
    const { authors, asked } = await authorsOf([term(31, 'cap-ada-okafor')], {});
    expect([authors, asked]).to.deep.equal([[ada], []]);
  });

  it('are WordPress’ own where the plugin does not tell', async () => {
    for (const answer of [
      { status: 404, body: { code: 'rest_no_route' } },
      { body: [] },
      { body: '{' },
      { body: '7' },
    ])
      expect((await authorsOf(two, {}, answer)).authors).to.deep.equal([ada]);
  });

  it('are told where the site hides its users', async () => {
    const hidden = { author: [{ code: 'rest_user_cannot_view', message: 'No.' }] };
    const { authors } = await authorsOf([term(31, 'cap-ada-okafor')], { _embedded: hidden }, told);
    expect(authors).to.have.length(2);
  });
});

describe('the terms by which plugins note down authors', () => {
  impatiently();

  it('are neither section nor tags', async () => {
    const [post] = await json<Json[]>('019');
    const embedded = {
      ...(post!._embedded as Json),
      'wp:term': [[term(31, 'cap-ada-okafor'), term(32, 'jo')]],
    };
    const { client } = await site([await listed({ ...post, _embedded: embedded }), { body: [] }]);
    const story = await client.story('4', 'teaser', patient());
    expect(story).to.deep.include({ id: '4', tags: [] });
    expect(story).not.to.have.any.keys('section', 'kicker');
  });
});

describe('the authors of a post with PublishPress Authors', () => {
  impatiently();

  it('are all of them, with their pages where these are known', async () => {
    const { authors, asked } = await authorsOf(
      [
        term(41, 'jo', {
          name: 'Jo',
          description: 'Guest &amp; friend',
          link: 'https://x.example/author/jo/',
        }),
      ],
      {
        authors: [
          { term_id: 40, user_id: 2, is_guest: 0, slug: 'ada-okafor', display_name: 'Ada Okafor' },
          { term_id: 41, user_id: 0, is_guest: 1, slug: 'jo', display_name: 'Jo &#038; Co', avatar_url: 'x' },
          { term_id: 42, user_id: 0, display_name: 'Nora', description: 'Own words' },
          { term_id: 43, display_name: null },
        ],
      },
    );
    expect(authors).to.deep.equal([
      ada,
      { id: '41', name: 'Jo & Co', bio: 'Guest & friend', url: 'https://x.example/author/jo/' },
      { name: 'Nora', bio: 'Own words' },
    ]);
    expect(asked).to.deep.equal([]);
  });

  it('are WordPress’ own where its field is empty or broken', async () => {
    for (const authors of [[], [7, null], 'x', {}, [{}]])
      expect((await authorsOf([], { authors })).authors).to.deep.equal([ada]);
  });
});
