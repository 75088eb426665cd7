import { fixture } from '@open-wc/testing';
import '../../src/elements/article/define.js';
import '../../src/elements/comment-count/define.js';
import '../../src/elements/comment-form/define.js';
import '../../src/elements/comments/define.js';
import '../../src/elements/pull-quote/define.js';
import '../../src/elements/related-stories/define.js';
import { said } from '../elements/support/console.js';
import { all, one, reaches, seen } from '../elements/support/seen.js';
import { expect, faulty, impatiently, patient, problemOf, scriptedApi } from '../content/support.js';
import type { Answer } from '../tools/faulty-client.js';
import { feedApi, item, list, record, rss, storiesOf, story } from './feeds.js';

const harbour = async () => feedApi(await record('harbour.xml'));
const urdu = async () => feedApi(await record('urdu.json'), 'json-feed');
const headlines = async (...question: Parameters<typeof list>) =>
  (await list(...question)).items.map(({ headline }) => headline.split(' ').slice(0, 2).join(' '));

/** JSON feeds that follow each other, two items on each. */
async function paged(
  pages: number,
  more: (page: number) => Partial<Answer> & { next?: unknown } = () => ({}),
) {
  const key = faulty.key();
  const at = (page: number) => `${faulty.origin}/s/${key}/feed.json?page=${page}`;
  const answers = Array.from({ length: pages }, (_, index): Answer => {
    const page = index + 1;
    const { next = page < pages ? at(page + 1) : undefined, ...rest } = more(page);
    const items = [0, 1].map((n) => {
      const id = String(index * 2 + n + 1);
      return {
        id,
        url: `https://news.example/${id}`,
        title: `Story ${id}`,
        tags: [id === '9' ? 'late' : 'all'],
      };
    });
    return { when: `page=${page}$`, body: { items, next_url: next }, ...rest };
  });
  const api = await scriptedApi([], '', 'json-feed');
  await faulty.script(key, answers);
  const { sharedClient } = await import('../../src/content/client.js');
  return {
    ...api,
    client: sharedClient({ api: at(1), source: 'json-feed' }),
    at,
    pages: async () => (await faulty.log(key)).map(({ path }) => Number(/page=(\d+)/.exec(path)?.[1])),
  };
}

describe('what a feed is asked', () => {
  impatiently();

  it('is one download for all who ask', async () => {
    const api = await harbour();
    await Promise.all([
      list(api, { from: 'latest' }),
      list(api, { from: 'related', of: 'line-nine' }),
      list(api, { from: 'search', of: 'ferry' }),
      story(api, 'line-nine', 'whole'),
      story(api, '71', 'counted'),
    ]);
    expect(await api.asked()).to.have.length(1);
  });

  it('stories: by guid, post number, slug and address, however it is written', async () => {
    const api = await harbour();
    const ferry = 'https://www.harbour.example/2026/03/night-ferry-returns/?utm_source=rss&utm_medium=feed';
    for (const ref of [
      'https://www.harbour.example/?p=71',
      '71',
      'night-ferry-returns',
      'Night-Ferry-Returns',
      'https://www.harbour.example/2026/03/night-ferry-returns/',
      'http://harbour.example/2026/03/night-ferry-returns?ref=x#comments',
    ])
      expect((await story(api, ref))?.url, ref).to.equal(ferry);
    expect((await story(api, 'tag:harbour.example,2026:3'))?.slug).to.equal('ferries-cost-more');
  });

  it('stories: an unknown one is none, and the others come', async () => {
    const api = await harbour();
    const refs = ['7', '99', 'no-such', 'https://elsewhere.example/2026/03/line-nine', '%', '/', '..', 'javascript:alert(1)',
      'https://www.harbour.example/2026/03/line-nine?id=2', '__proto__', 'a'.repeat(300)]; // prettier-ignore
    const found = await Promise.all([...refs, 'line-nine'].map((ref) => story(api, ref)));
    expect(found.map((one) => one?.slug)).to.deep.equal([...refs.map(() => undefined), 'line-nine']);
  });

  it('stories: a slug in letters or in per cent signs', async () => {
    const link = '<title>A</title><link>https://news.example/%d8%b1%db%8c%d9%84</link>';
    const api = await feedApi(rss(link));
    for (const ref of ['ریل', '%d8%b1%db%8c%d9%84', '%D8%B1%DB%8C%D9%84', 'https://news.example/ریل/'])
      expect((await story(api, ref))?.headline, ref).to.equal('A');
  });

  it('quotes, only where they are asked for', async () => {
    const api = await harbour();
    const quotes = [{ text: 'We have waited nine winters.', by: 'Ruth Adeyemi' }];
    expect((await story(api, '71', 'quotes'))?.quotes).to.deep.equal(quotes);
    expect(await story(api, '71', 'quotes')).not.to.have.property('body');
    expect((await story(api, '71', 'whole'))?.quotes).to.deep.equal(quotes);
    expect(await story(api, '71')).not.to.have.any.keys('quotes', 'body');
  });

  it('sections, tags and authors, by name or as in an address', async () => {
    const api = await harbour();
    for (const of of ['Ferries & boats', 'ferries-boats', 'FERRIES boats'])
      expect(await headlines(api, { from: 'tag', of }), of).to.deep.equal(['The night', 'Ferries cost']);
    expect(await headlines(api, { from: 'section', of: 'coast' })).to.deep.equal(['The night']);
    expect(await headlines(api, { from: 'author', of: 'ola-lind' })).to.deep.equal(['Line nine']);
    expect(await headlines(api, { from: 'author', of: 'Joris Vermeulen' })).to.deep.equal(['The night']);
    expect(await list(api, { from: 'section', of: 'none' })).to.deep.equal({ items: [], total: 0 });
    expect(await headlines(await urdu(), { from: 'tag', of: 'سفر' })).to.have.length(2);
  });

  it('search: all of the words, those in the headline first', async () => {
    const api = await harbour();
    const search = (of: string) => headlines(api, { from: 'search', of });
    expect(await search('ferry')).to.deep.equal(['The night', 'Council votes']);
    expect(await search('harbour tram')).to.deep.equal(['Line nine']);
    expect(await search('library')).to.deep.equal(['Council votes']);
    expect(await search('erry'), 'the beginning of a word').to.deep.equal([]);
    expect(await search('VERMEULÉN night'), 'without accents').to.deep.equal(['The night']);
    expect(await search('winters'), 'in the body').to.deep.equal(['The night']);
    expect(await search('zzzqqq ferry')).to.deep.equal([]);
    for (const signs of ['', `")(],[`, '%00%', '\\', '.*']) expect(await search(signs)).to.be.an('array');
  });

  it('search: a headline counts more than what is newer', async () => {
    const said = '<description>of bridges</description>';
    const api = await feedApi(rss(item('New', said), item('Bridges of old'), item('Bridges', said)));
    expect(await headlines(api, { from: 'search', of: 'bridge of' })).to.deep.equal([
      'Bridges of',
      'Bridges',
      'New',
    ]);
  });

  it('search: in Urdu and Arabic', async () => {
    const api = await urdu();
    const search = async (of: string) => (await list(api, { from: 'search', of })).items.map(({ id }) => id);
    expect(await search('راستہ')).to.deep.equal(['https://khabar.example/rail']);
    expect(await search('كراچي'), 'from an Arabic keyboard').to.deep.equal(['https://khabar.example/rail']);
    expect(await search('فيضانات'), 'without its article').to.deep.equal(['flood']);
    expect(await search('أَلْفَي'), 'with vowel signs').to.deep.equal(['flood']);
  });

  it('related: what shares tags and words, the rarer the better, then the latest; never the story itself', async () => {
    const api = await harbour();
    expect(await headlines(api, { from: 'related', of: 'ferries-cost-more' })).to.deep.equal([
      'The night',
      'Line nine',
      'A note',
      'Council votes',
    ]);
    const tags = (...names: string[]) => names.map((name) => `<category>${name}</category>`).join('');
    const some = await feedApi(
      rss(
        item('Alpha', tags('News', 'Water')),
        item('Beta', tags('News')),
        item('Gamma', tags('News', 'Roads')),
        item('Delta', tags('News', 'Water')),
        item('Epsilon alpha'),
      ),
    );
    expect(await headlines(some, { from: 'related', of: 'alpha' })).to.deep.equal([
      'Delta',
      'Epsilon alpha',
      'Beta',
      'Gamma',
    ]);
  });

  it('related to a story of another site, or to none: the latest', async () => {
    const api = await harbour();
    const latest = await list(api, { from: 'latest', limit: 3 });
    for (const of of ['https://elsewhere.example/a-story/', 'unknown', undefined])
      expect(await list(api, { from: 'related', limit: 3, ...(of !== undefined && { of }) })).to.deep.equal(
        latest,
      );
  });

  it('pages, with how many there are', async () => {
    const api = await harbour();
    const first = await list(api, { from: 'latest', limit: 3 });
    expect([first.items.length, first.next, first.total]).to.deep.equal([3, '3', 5]);
    const second = await list(api, { from: 'latest', limit: 3, cursor: first.next! });
    expect(second.items.map(({ slug }) => slug)).to.deep.equal(['4', 'library-vote']);
    expect(second).not.to.have.property('next');
    expect((await list(api, { from: 'latest', limit: 3, cursor: 'nonsense' })).items).to.be.an('array');
  });

  it('comments: there are none, and there is no way to write any', async () => {
    const { client } = await harbour();
    expect(await client.comments({ story: '71', order: 'newest', limit: 5 }, patient())).to.equal(undefined);
    expect([await client.canComment(), await client.canReport()]).to.deep.equal([false, false]);
  });

  it('one who leaves stops the download', async () => {
    const { client, log } = await scriptedApi([{ delay: 60_000 }], '/feed', 'rss');
    const leaving = new AbortController();
    const waiting = client
      .list({ from: 'latest', limit: 3 }, leaving.signal)
      .catch((error: unknown) => String(error));
    await log({ arrived: 1 });
    leaving.abort(new Error('left'));
    expect(await waiting).to.equal('Error: left');
    await log({ aborted: 1 });
  });

  it('of another origin without CORS is a problem that names both', async () => {
    const { client } = await scriptedApi([{ when: '', cors: false, body: rss(item('A')) }], '/feed', 'rss');
    expect((await problemOf(client.list({ from: 'latest', limit: 3 }, patient()))).kind).to.equal('cors');
  });
});

describe('the pages of a feed', () => {
  impatiently();
  const ids = async (
    api: { client: Awaited<ReturnType<typeof paged>>['client'] },
    limit: number,
    cursor?: string,
  ) =>
    (await api.client.list({ from: 'latest', limit, ...(cursor && { cursor }) }, patient())).items.map(
      ({ id }) => Number(id),
    );

  it('are loaded as they are needed', async () => {
    const api = await paged(3);
    expect(await ids(api, 2)).to.deep.equal([1, 2]);
    expect(await api.pages()).to.deep.equal([1]);
    expect(await ids(api, 2, '2')).to.deep.equal([3, 4]);
    expect(await api.pages()).to.deep.equal([1, 2]);
    expect((await story(api, '6'))?.headline).to.equal('Story 6');
    expect(await api.pages()).to.deep.equal([1, 2, 3]);
    const page = await api.client.list({ from: 'latest', limit: 9 }, patient());
    expect([page.items.length, page.next, page.total]).to.deep.equal([6, undefined, 6]);
  });

  it('tell no total until all are there', async () => {
    const page = await (await paged(3)).client.list({ from: 'latest', limit: 2 }, patient());
    expect([page.next, page.total]).to.deep.equal(['2', undefined]);
  });

  it('are searched all, and looked through for a tag', async () => {
    const api = await paged(5);
    expect(await headlines(api, { from: 'search', of: 'story 10' })).to.deep.equal(['Story 10']);
    expect(await headlines(await paged(5), { from: 'tag', of: 'late' })).to.deep.equal(['Story 9']);
  });

  it('are five at most', async () => {
    const api = await paged(7);
    expect(await ids(api, 100)).to.have.length(10);
    expect(await api.pages()).to.deep.equal([1, 2, 3, 4, 5]);
  });

  it('hold 500 stories at most', async () => {
    const many = Array.from({ length: 600 }, (_, index) => item(`Story ${index}`));
    const api = await feedApi(rss(...many));
    expect((await list(api, { from: 'latest', limit: 1_000 })).total).to.equal(500);
  });

  it('are looked through no further, however many items they hold', async () => {
    // As many as fit into the bytes that are read. Nobody's page may stand still for that.
    const xml = `<rss version="2.0"><channel>${'<item/>'.repeat(2_000)}${`<item>${item('A')}</item>`.repeat(60_000)}</channel></rss>`;
    expect((await problemOf(storiesOf(xml))).message).to.contain('lack what they must have');
    const items = [
      ...Array<null>(2_000).fill(null),
      ...Array<object>(60_000).fill({ url: 'https://news.example/a', title: 'A' }),
    ];
    expect((await problemOf(storiesOf({ items }, 'json-feed'))).message).to.contain(
      'lack what they must have',
    );
    // The newest need not be first.
    const last = item('Last', '<pubDate>2026-03-12</pubDate>');
    const old = item('Old', '<pubDate>2025-03-12</pubDate>');
    expect((await storiesOf(rss(...Array<string>(1_500).fill(old), last)))[0]?.headline).to.equal('Last');
  });

  it('end where they go round in circles, or lead to another site', async () => {
    const circle = await paged(2, (page) => (page === 2 ? { next: '?page=1' } : {}));
    expect(await ids(circle, 100)).to.deep.equal([1, 2, 3, 4]);
    expect(await circle.pages()).to.deep.equal([1, 2]);
    const same = await paged(2, () => ({ next: '?page=1' }));
    expect(await ids(same, 100)).to.deep.equal([1, 2]);
    for (const next of ['https://elsewhere.example/feed', 'javascript:alert(1)', 'http://[', 7]) {
      const away = await paged(2, () => ({ next }));
      expect(await ids(away, 100), String(next)).to.deep.equal([1, 2]);
      expect(await away.pages()).to.deep.equal([1]);
    }
  });

  it('end where the last one leads nowhere; but a server that is down is a problem', async () => {
    expect(
      await ids(await paged(3, (page) => (page === 3 ? { status: 404, body: '' } : {})), 100),
    ).to.have.length(4);
    const down = await paged(3, (page) => (page === 3 ? { status: 503, body: '' } : {}));
    expect((await problemOf(ids(down, 100))).status).to.equal(503);
  });

  it('of RSS and Atom follow each other as well', async () => {
    const atom = await record('atom.xml');
    const { client, script } = await scriptedApi([], '/feed', 'rss');
    const next = `<link rel="next" href="${client.config.api}?page=2"/><id>urn:uuid`;
    await script([
      { when: 'page=2', body: rss(item('Second')) },
      { when: '', body: atom.replace('<id>urn:uuid', next) },
    ]);
    const { items } = await client.list({ from: 'latest', limit: 9 }, patient());
    expect(items.map(({ headline }) => headline)).to.include.members(['Less is more', 'Second']);
  });
});

describe('elements on a feed', () => {
  const evil = `<p>Plain words</p><script>window.hacked = 1</script><img src="/nothing.png" onerror="window.hacked = 2"><a href="javascript:window.hacked = 3">go</a>`;
  const title =
    '&lt;img src=x onerror="window.hacked=4"&gt;Hack &lt;script&gt;window.hacked=5&lt;/script&gt;me';

  for (const [kind, body] of [
    [
      'rss',
      rss(
        `<title>${title}</title><link>https://news.example/a</link><description><![CDATA[${evil}]]></description>`,
      ),
    ],
    [
      'atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><id>f</id><entry><id>a</id><link href="https://news.example/a"/><title type="html">${title}</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${evil.replace('"/nothing.png"', '"/nothing.png" alt=""').replace(/(<img[^>]*)>/, '$1/>')}</div></content></entry></feed>`,
    ],
    [
      'json-feed',
      {
        items: [
          {
            id: 'a',
            url: 'https://news.example/a',
            title: '<img src=x onerror="window.hacked=4">Hack <script>window.hacked=5</script>me',
            content_html: evil,
          },
        ],
      },
    ],
  ] as const)
    it(`<news-article>: script in an item of ${kind} does nothing`, async () => {
      const { api } = await feedApi(body, kind === 'json-feed' ? kind : 'rss');
      const article = await fixture(
        `<news-article api="${api}" source="${kind === 'json-feed' ? kind : 'rss'}" story="https://news.example/a"></news-article>`,
      );
      await reaches(article, 'ready');
      expect(seen(article)).to.contain('Hack me').and.contain('Plain words');
      const html = article.innerHTML + article.shadowRoot!.innerHTML;
      expect(html).not.to.match(/onerror|javascript:|<script/);
      for (const link of article.querySelectorAll('a')) link.click();
      expect((window as { hacked?: number }).hacked).to.equal(undefined);
    });

  it('<news-comment-form> and <news-comments> show their fallback, or nothing', async () => {
    const { api } = await harbour();
    const attributes = `api="${api}" source="rss" story="71" loading="eager"`;
    const holder = await fixture(`<div>
      <news-comment-form ${attributes}></news-comment-form>
      <news-comments ${attributes}></news-comments>
      <news-comment-form ${attributes}><p>Write to us</p></news-comment-form>
    </div>`);
    for (const element of holder.children) await reaches(element, 'empty');
    expect([...holder.children].map(seen)).to.deep.equal(['', '', 'Write to us']);
    await expect(holder).to.be.accessible();
  });

  it('<news-comment-count> counts where the feed does, and says nothing else', async () => {
    const { api } = await harbour();
    const count = (story: string) =>
      fixture(`<news-comment-count api="${api}" source="rss" story="${story}"></news-comment-count>`);
    const counted = await count('71');
    await reaches(counted, 'ready');
    expect(seen(counted)).to.contain('12');
    const uncounted = await count('line-nine');
    await reaches(uncounted, 'empty');
    expect(seen(uncounted)).to.equal('');
  });

  it('<news-pull-quote> shows a quote from the feed', async () => {
    const { api } = await harbour();
    const quote = await fixture(`<news-pull-quote api="${api}" source="rss" story="71"></news-pull-quote>`);
    await reaches(quote, 'ready');
    expect(seen(quote)).to.contain('nine winters').and.contain('Ruth Adeyemi');
  });

  it('says what to do where the feed may not be read from this origin', async () => {
    const { api } = await scriptedApi([{ when: '', cors: false, body: rss(item('A')) }], '/feed', 'rss');
    const related = await fixture(
      `<news-related-stories api="${api}" source="rss" loading="eager"></news-related-stories>`,
    );
    await reaches(related, 'error');
    expect((await said()).join()).to.match(/NEWS-CORS.*own feeds send no CORS headers.*proxy/);
    expect(all(related, 'a')).to.be.empty;
    expect(one(related, '[part~=error]')).to.be.ok;
  });
});
