import { expect, faulty, impatiently, patient, problemOf } from '../content/support.js';
import { Problem } from '../../src/kit/problem.js';
import type { NewComment, Page, Story } from '../../src/model/index.js';
import { Client } from '../../src/content/client.js';
import type { Detail, ListQuery } from '../../src/sources/source.js';
import type { Answer } from '../tools/faulty-client.js';
import type { Gift, Site } from './site.js';

// What elements rely on, whatever the kind of API.

interface Promised {
  readonly name: string;
  /** What the API must have for it; without that it must say so. */
  readonly needs?: Gift;
  keep(site: Site): Promise<void>;
  /** How an API that has it not says so. */
  sayNo?(client: Client, site: Site): Promise<void>;
}

const all = (client: Client, refs: readonly string[], detail: Detail = 'teaser') =>
  Promise.all(refs.map((ref) => client.story(ref, detail, patient())));

const idsOf = (stories: readonly (Story | undefined)[]) => stories.map((story) => story?.id);

const list = async (site: Site, query: Partial<ListQuery> & Pick<ListQuery, 'from'>): Promise<Page<Story>> =>
  (await site.client()).list({ limit: site.page, ...query }, patient());

function expectStories(stories: readonly Story[]): void {
  expect(stories).not.to.have.length(0);
  for (const { id, url, headline, picture } of stories) {
    expect(id).to.be.a('string').and.not.equal('');
    for (const address of [url, picture?.src].filter((one) => one !== undefined))
      expect(address).to.match(/^https?:\/\//);
    expect(headline).to.match(/\S/);
  }
  expect(new Set(idsOf(stories)).size, 'no story twice').to.equal(stories.length);
}

/** The same kind of API, on a server that answers everything with this. */
async function broken(
  site: Site,
  answer: Answer,
): Promise<{ client: Client; arrivals: () => Promise<number> }> {
  const key = faulty.key();
  await faulty.script(key, [{ when: '', ...answer }]);
  return {
    client: new Client({ api: `${faulty.origin}/s/${key}/api`, source: site.source, apiKey: 'a'.repeat(26) }),
    arrivals: async () => (await faulty.log(key)).filter(({ method }) => method === 'GET').length,
  };
}

/** Each way to read, one after the other. */
const questions = (client: Client, site: Site): readonly [string, () => Promise<unknown>][] => [
  ['story', () => client.story(site.ids[0], 'whole', patient())],
  ['latest', () => client.list({ from: 'latest', limit: 3 }, patient())],
  ['related', () => client.list({ from: 'related', of: site.ids[0], limit: 3 }, patient())],
  ['search', () => client.list({ from: 'search', of: 'bridge', limit: 3 }, patient())],
  ['comments', () => client.comments({ story: site.ids[0], order: 'newest', limit: 3 }, patient())],
];

const reader: Omit<NewComment, 'story'> = {
  name: 'Reader of the contract',
  email: 'reader@example.org',
  text: 'I have read this twice.',
};

export const promises: readonly Promised[] = [
  {
    name: 'stories by id come in the order asked for',
    async keep(site) {
      for (const ids of [site.ids, [...site.ids].reverse()])
        expect(idsOf(await all(await site.client(), ids))).to.deep.equal(ids);
    },
  },
  {
    name: 'a hundred cards are one question',
    async keep(site) {
      const client = await site.client();
      let asked = 0;
      const source = await client.source();
      const counted = {
        ...source,
        stories: (...args: Parameters<typeof source.stories>) => (asked++, source.stories(...args)),
      };
      client.source = () => Promise.resolve(counted);
      const refs = Array.from({ length: 100 }, (_, index) => site.ids[index % 2]!);
      expect(idsOf(await all(client, refs))).to.deep.equal(refs);
      expect(asked).to.equal(1);
    },
  },
  {
    name: 'a story is found by its slug',
    needs: 'slugs',
    async keep(site) {
      expect(idsOf(await all(await site.client(), [site.slug]))).to.deep.equal([site.ids[0]]);
    },
    async sayNo(client, site) {
      expect(idsOf(await all(client, [site.slug]))).to.deep.equal([undefined]);
    },
  },
  {
    name: 'a story is found by its address',
    async keep(site) {
      expect(idsOf(await all(await site.client(), [site.url]))).to.deep.equal([site.ids[0]]);
    },
  },
  {
    name: 'an unknown story is none, and the others come',
    async keep(site) {
      const [a, b] = site.ids;
      expect(idsOf(await all(await site.client(), [a, site.unknown, b]))).to.deep.equal([a, undefined, b]);
    },
  },
  {
    name: 'hostile references are no story, and the others come',
    async keep(site) {
      const hostile = [
        '../../etc',
        "x' or '1'='1",
        'a,b',
        '](',
        '%',
        'javascript:alert(1)',
        '😀',
        'a'.repeat(300),
      ];
      const client = await site.client();
      const found = await Promise.all(
        [...hostile, site.ids[0]].map((ref) =>
          // An API may say that this is no reference.
          client.story(ref, 'teaser', patient()).catch((problem: unknown) => {
            if (!(problem instanceof Problem && problem.status === 400)) throw problem;
            return undefined;
          }),
        ),
      );
      expect(idsOf(found)).to.deep.equal([...hostile.map(() => undefined), site.ids[0]]);
    },
  },
  {
    name: 'a teaser has its headline as text, and absolute addresses',
    async keep(site) {
      const stories = (await all(await site.client(), site.ids)).filter((story) => story !== undefined);
      expectStories(stories);
      expect(stories.map(({ headline }) => headline)).to.deep.equal(site.headlines);
    },
  },
  {
    name: 'a whole story has its body',
    async keep(site) {
      const [story] = await all(await site.client(), [site.ids[0]], 'whole');
      expect(story?.body).to.match(/\w/);
    },
  },
  {
    name: 'the latest stories',
    async keep(site) {
      expectStories((await list(site, { from: 'latest' })).items);
    },
  },
  {
    name: 'a long list comes in pages, and ends',
    needs: 'pages',
    async keep(site) {
      const client = await site.client();
      const seen = new Set<string>();
      let cursor: string | undefined;
      let pages = 0;
      do {
        const page: Page<Story> = await client.list(
          { from: 'latest', limit: site.page, ...(cursor !== undefined && { cursor }) },
          patient(),
        );
        for (const { id } of page.items) seen.add(id);
        cursor = page.next;
        pages++;
      } while (cursor !== undefined && pages < 60);
      expect(pages).to.be.within(2, 59);
      expect(seen.size).to.be.above(site.page);
    },
  },
  {
    name: 'related stories, the story itself not among them',
    async keep(site) {
      const { items } = await list(site, { from: 'related', of: site.ids[0] });
      expectStories(items);
      expect(idsOf(items)).not.to.include(site.ids[0]);
    },
  },
  {
    name: 'stories related to one of another site are the latest',
    async keep(site) {
      expectStories(
        (await list(site, { from: 'related', of: 'https://elsewhere.example/2020/a-story/' })).items,
      );
    },
  },
  {
    name: 'the stories of a section, an author and a tag',
    async keep(site) {
      for (const from of ['section', 'author', 'tag'] as const) {
        const { items } = await list(site, { from, of: site[from] });
        expectStories(items);
      }
    },
  },
  {
    name: 'a search finds, and finds nothing',
    async keep(site) {
      const [words, headline] = site.search;
      const { items } = await list(site, { from: 'search', of: words });
      expectStories(items);
      expect(items.map((story) => story.headline).join('\n')).to.contain(headline);
      expect((await list(site, { from: 'search', of: 'zzzzqqq' })).items).to.deep.equal([]);
    },
  },
  {
    name: 'a search for signs breaks nothing',
    async keep(site) {
      for (const of of [`'`, `")(],[`, '%00%', '+id:-1,', '\\', '&key=x#'])
        expect((await list(site, { from: 'search', of })).items).to.be.an('array');
    },
  },
  {
    name: 'comments, each after what it answers, and how many there are',
    needs: 'comments',
    async keep(site) {
      const [story, count] = site.talk;
      for (const order of ['newest', 'oldest'] as const) {
        const page = await (await site.client()).comments({ story, order, limit: 100 }, patient());
        const { items = [], total } = page ?? {};
        expect(items).not.to.have.length(0);
        expect(total).to.equal(count);
        const before = new Set<string>();
        for (const { id, parent, text, status, posted } of items) {
          if (parent !== undefined) expect(before, `${id} answers ${parent}`).to.include(parent);
          if (status === 'approved')
            expect(text)
              .to.match(/\S/)
              .and.not.match(/<\/?p>/);
          expect(Date.parse(posted)).to.be.a('number').and.not.be.NaN;
          before.add(id);
        }
        expect(before.size, 'none twice').to.equal(items.length);
      }
    },
    async sayNo(client, site) {
      expect(await client.comments({ story: site.ids[0], order: 'newest', limit: 9 }, patient())).to.equal(
        undefined,
      );
    },
  },
  {
    name: 'a story without comments has an empty discussion',
    needs: 'comments',
    async keep(site) {
      const page = await (
        await site.client()
      ).comments({ story: site.ids[1], order: 'oldest', limit: 9 }, patient());
      expect(page?.items).to.be.an('array');
    },
    async sayNo(client) {
      expect(await client.canReport()).to.equal(false);
    },
  },
  {
    name: 'the number of comments',
    needs: 'counts',
    async keep(site) {
      const [story, count] = site.talk;
      const [one] = await all(await site.client(), [story], 'counted');
      expect(one?.commentCount).to.equal(count);
    },
    async sayNo(client, site) {
      const [one] = await all(client, [site.ids[0]], 'counted');
      expect(one?.id).to.equal(site.ids[0]);
      expect(one?.commentCount).to.equal(undefined);
    },
  },
  {
    name: 'a comment is taken, or the reader is told the way',
    needs: 'posting',
    async keep(site) {
      const client = await site.client();
      const sent: NewComment = { story: site.open, ...reader, text: `${reader.text} ${faulty.key()}` };
      const stored = await client.postComment(sent, faulty.key(), patient()).catch((error: unknown) => error);
      if (!(stored instanceof Problem))
        return expect((stored as { status: string }).status).to.match(/approved|held/) as never;
      if (stored.reason === 'elsewhere') {
        const form = await client.handover(sent, patient());
        expect(form?.action).to.match(/^https?:\/\//);
        expect(Object.values(form?.fields ?? {})).to.include(sent.text);
      } else expect(stored.status, stored.message).to.equal(401);
    },
    async sayNo(client, site) {
      expect(await client.canComment()).to.equal(false);
      const sent = client.postComment({ story: site.ids[0], ...reader }, 'key', patient());
      expect((await problemOf(sent)).kind).to.equal('config');
    },
  },
  {
    name: 'one who leaves stops the request',
    async keep(site) {
      const { client } = await broken(site, { delay: 60_000 });
      const leaving = new AbortController();
      const waiting = client.list({ from: 'latest', limit: 3 }, leaving.signal);
      leaving.abort(new Error('left'));
      expect(await waiting.catch((error: unknown) => String(error))).to.equal('Error: left');
    },
  },
  {
    name: 'a failing server is asked three times, and named',
    async keep(site) {
      const { client, arrivals } = await broken(site, { status: 503, body: '{}' });
      const problem = await problemOf(client.list({ from: 'latest', limit: 3 }, patient()));
      expect([problem.kind, problem.status]).to.deep.equal(['http', 503]);
      expect(await arrivals()).to.equal(3);
    },
  },
  {
    name: 'a web page in place of an answer is named',
    async keep(site) {
      for (const body of [
        '<!doctype html><title>Log in</title><p>Please',
        '<html><body>Checking your browser',
      ]) {
        const { client } = await broken(site, { headers: { 'Content-Type': 'text/html' }, body });
        const problem = await problemOf(client.list({ from: 'latest', limit: 3 }, patient()));
        expect(problem.kind).to.match(/parse|closed/);
        expect(problem.message).to.match(/web page/);
      }
    },
  },
  {
    name: 'what breaks off, or is none of the kind, is a parse problem',
    async keep(site) {
      for (const body of ['{"items":[{"id":', '<rss version="2.0"><channel><item>', '\u0000\u0001', '']) {
        const { client } = await broken(site, { body });
        const outcome = await client.list({ from: 'latest', limit: 3 }, patient()).then(
          (page) => page.items.length || 'nothing',
          (error: unknown) => (error as Problem).kind,
        );
        expect(outcome, body).to.equal('parse');
      }
    },
  },
  {
    name: 'wrong types are left out, or a problem with a name',
    async keep(site) {
      const wrong = [null, 7, true, '', 'x', [], {}, [null], [[]], [7], [{}], { id: {} }];
      const names = ['items', 'posts', 'comments', 'data', 'meta'];
      const bodies = [
        ...wrong,
        ...wrong.flatMap((one) => [
          Object.fromEntries(names.map((name) => [name, one])),
          [{ id: one, title: one, link: one, url: one }],
        ]),
      ];
      for (const body of bodies) {
        const { client } = await broken(site, { body: JSON.stringify(body) });
        for (const [name, ask] of questions(client, site)) {
          const failed = await ask().then(
            () => undefined,
            (error: unknown) => error as Error,
          );
          if (failed)
            expect(failed, `${name} of ${JSON.stringify(body)}: ${failed.stack}`).to.be.instanceOf(Problem);
        }
      }
    },
  },
  {
    name: 'reading needs no preflight and sends no sign-in',
    async keep(site) {
      const key = faulty.key();
      await faulty.script(key, [{ when: '', body: '[]' }]);
      const client = new Client({
        api: `${faulty.origin}/s/${key}/api`,
        source: site.source,
        apiKey: 'a'.repeat(26),
      });
      for (const [, ask] of questions(client, site)) await ask().catch(() => undefined);
      const arrivals = await faulty.log(key);
      expect(new Set(arrivals.map(({ method }) => method))).to.deep.equal(new Set(['GET']));
      for (const { headers } of arrivals) {
        expect(headers).not.to.have.property('cookie');
        expect(headers).not.to.have.property('authorization');
      }
    },
  },
];

/** The whole list, for one site. */
export function contract(site: Site): void {
  describe(`${site.source}, ${site.from}`, () => {
    impatiently();
    for (const { name, needs, keep, sayNo } of promises) {
      const cannot = needs && site.lacks.includes(needs);
      it(cannot ? `${name}: cannot, and says so` : name, async () => {
        if (cannot) await sayNo?.(await site.client(), site);
        else await keep(site);
      }).timeout(60_000);
    }
  });
}
