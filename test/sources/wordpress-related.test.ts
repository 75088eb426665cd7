import { expect, impatiently, patient } from '../content/support.js';
import { json, listed, short, site, type Json } from './wordpress-records.js';

// What is related to a story of a WordPress site.

const terms = (taxonomy: string, ...ids: number[]): Json[] =>
  ids.map((id) => ({ id, taxonomy, name: `${taxonomy} ${id}`, slug: `${taxonomy}-${id}` }));

/** A post in these sections and with these tags. */
async function post(id: number, sections: number[], tags: number[] = []): Promise<Json> {
  const [like] = await json<Json[]>('019');
  const embedded = [terms('category', ...sections), terms('post_tag', ...tags)];
  return { ...like, id, slug: `story-${id}`, _embedded: { 'wp:term': embedded } };
}

const posts = (...all: Promise<Json>[]) => Promise.all(all).then((them) => listed(...them));

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Asks for what is related to story 4, and answers in this order. */
async function related(
  limit: number,
  cursor: string | undefined,
  ...answers: Awaited<ReturnType<typeof listed>>[]
) {
  const { client, asked } = await site(answers);
  const query = { from: 'related', of: '4', limit, ...(cursor && { cursor }) } as const;
  const { items, ...page } = await client.list(query, patient());
  const sections = items.map(({ section }) => section?.id);
  return {
    ids: items.map(({ id }) => Number(id)),
    page,
    sections,
    asked: (await asked()).map(short).slice(1),
  };
}

describe('stories related to one of a WordPress site', () => {
  impatiently();
  const about = () => posts(post(4, [2], [11, 12]));

  it('share its tags, and are filled up by those of its section and the newest, in one request more', async () => {
    const near = await posts(post(30, [9], [11]), post(31, [2], [12]));
    const newest = await posts(post(50, [9]), post(51, [2]), post(52, [9]), post(53, [2]), post(54, [9]));
    const { ids, asked } = await related(5, undefined, await about(), near, newest);
    expect(ids).to.deep.equal([30, 31, 51, 53, 50]);
    expect(asked).to.deep.equal([
      'GET posts?tags=11,12&exclude=4&per_page=5',
      'GET posts?exclude=4,30,31&per_page=12',
    ]);
  });

  it('are asked for once where enough share its tags', async () => {
    const near = await posts(...range(30, 34).map((id) => post(id, [2], [11])));
    const { ids, asked } = await related(5, undefined, await about(), near);
    expect(ids).to.deep.equal(range(30, 34));
    expect(asked).to.have.length(1);
  });

  it('are those of the section, then the newest, where it has no tags', async () => {
    const near = await posts(post(30, [2]));
    const newest = await posts(...range(50, 53).map((id) => post(id, [9])));
    const { ids, asked } = await related(4, undefined, await posts(post(4, [2])), near, newest);
    expect(ids).to.deep.equal([30, 50, 51, 52]);
    expect(asked).to.deep.equal([
      'GET posts?categories=2&exclude=4&per_page=4',
      'GET posts?exclude=4,30&per_page=4',
    ]);
  });

  it('are never the story itself, nor one twice, though the site lists them', async () => {
    const near = await posts(post(4, [2], [11]), post(30, [2], [11]));
    const newest = await posts(post(30, [2]), post(4, [2]), post(50, [2]));
    const { ids } = await related(4, undefined, await about(), near, newest);
    expect(ids).to.deep.equal([30, 50]);
  });

  it('go on page by page, and end', async () => {
    const first = await related(
      2,
      undefined,
      await about(),
      await posts(post(30, [2], [11]), post(31, [2], [11])),
    );
    expect(first.page).to.deep.equal({ next: '4,30,31' });
    const newest = await posts(post(50, [9]), post(51, [9]));
    const second = await related(2, first.page.next, await about(), await posts(post(32, [2], [11])), newest);
    expect([second.ids, second.page]).to.deep.equal([[32, 50], { next: '4,30,31,32,50' }]);
    expect(second.asked[0]).to.equal('GET posts?tags=11,12&exclude=4,30,31&per_page=2');
    const last = await related(2, second.page.next, await about(), await posts(), await posts(post(51, [9])));
    expect([last.ids, last.page]).to.deep.equal([[51], {}]);
  });

  it('share what posts of its kind are filed under', async () => {
    const [like] = await json<Json[]>('019');
    const film: Json = {
      ...like,
      _links: {
        'wp:term': [
          { taxonomy: 'genre', href: 'https://x/?rest_route=%2Fwp%2Fv2%2Fgenres&post=4' },
          { taxonomy: 'director', href: 'https://x/wp-json/wp/v2/directors?post=4' },
        ],
      },
      _embedded: { 'wp:term': [terms('genre', 71), terms('director', 81, 82)] },
    };
    const { ids, sections, asked } = await related(
      1,
      undefined,
      await listed(film),
      await listed({ ...film, id: 30 }),
    );
    expect([ids, sections]).to.deep.equal([[30], ['71']]);
    expect(asked).to.deep.equal(['GET posts?directors=81,82&exclude=4&per_page=1']);
  });

  it('are the newest posts for a page, which is filed under nothing', async () => {
    const [page] = await json<Json[]>('057');
    const answers = [
      { ...(await listed()), when: 'posts.*slug=' },
      { ...(await json('005').then((body) => ({ body }))), when: '/types' },
      { ...(await listed(page!)), when: '/pages' },
      { ...(await posts(post(50, [9]), post(51, [9]))), when: 'posts.*exclude=64&per_page=3' },
    ];
    const { client } = await site(answers);
    const query = { from: 'related', of: 'http://127.0.0.1:8631/about-us/', limit: 2 } as const;
    const { items } = await client.list(query, patient());
    expect(items.map(({ id }) => id)).to.deep.equal(['50', '51']);
  });

  it('ask about a story once, whoever asks', async () => {
    const { client, asked } = await site([
      { ...(await about()), when: 'posts.*slug=story-4' },
      { ...(await posts(post(30, [2], [11]))), when: 'posts.*tags=' },
      { ...(await listed()), when: 'posts.*exclude=|comments' },
    ]);
    await Promise.all([
      client.list({ from: 'related', of: 'story-4', limit: 1 }, patient()),
      client.comments({ story: 'story-4', order: 'newest', limit: 1 }, patient()),
    ]);
    expect((await asked()).filter((question) => question.includes('slug='))).to.have.length(1);
  });
});
