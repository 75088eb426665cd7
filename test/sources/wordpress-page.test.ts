import { expect, fixture } from '@open-wc/testing';
import '../../src/elements/article/define.js';
import '../../src/elements/byline/define.js';
import '../../src/elements/comment-count/define.js';
import '../../src/elements/comments/define.js';
import '../../src/elements/related-stories/define.js';
import { emptyOutbox } from '../content/outbox-support.js';
import { said, warnings } from '../elements/support/console.js';
import { inHead } from '../elements/support/pretend.js';
import { all, one, reaches, seen } from '../elements/support/seen.js';
import type { Answer } from '../tools/faulty-client.js';
import { json, listed, recorded, short, site, type Json } from './wordpress-records.js';
import { waitUntil } from '../tools/wait.js';

// Elements on pages of a WordPress site, and elsewhere.

const bridge = 'harbour-bridge-opens-after-nine-years';

/** A site that answers each question with what is recorded of it; `first` are asked before. */
async function wordpress(origin?: string, first: Record<string, Answer> = {}) {
  const rules = {
    ...first,
    'comments\\?post=4': await recorded('075'),
    'posts.*(include=4|slug=harbour)': await recorded('019'),
    'posts.*tags=11,12': await recorded('016'),
    posts: await recorded('010'),
  };
  const answers = Object.entries(rules).map(([when, answer]) => ({ ...answer, when }));
  const { api, asked } = await site(answers, '/wp-json', origin);
  return { api, home: api.replace('/wp-json', ''), asked: async () => (await asked()).map(short) };
}

/** A stock page's head, as WordPress 6.8 writes it. */
function head(api: string, home: string, path: string, id: string): void {
  inHead(`<link rel="alternate" type="application/rss+xml" title="Feed" href="${home}/feed/">`);
  inHead(`<link rel="https://api.w.org/" href="${api}/">`);
  inHead(`<link rel="alternate" title="JSON" type="application/json" href="${api}/wp/v2/${id}">`);
  inHead(`<link rel="canonical" href="${home}${path}">`);
  inHead(`<link rel="shortlink" href="${home}/?p=4">`);
  inHead(
    `<link rel="alternate" title="oEmbed (JSON)" type="application/json+oembed" href="${api}/oembed/1.0/embed">`,
  );
}

async function three(): Promise<[HTMLElement, HTMLElement, HTMLElement]> {
  const page = await fixture(`<main>
    <news-byline></news-byline>
    <news-related-stories loading="eager"></news-related-stories>
    <news-comments loading="eager"></news-comments>
  </main>`);
  return [...page.children] as [HTMLElement, HTMLElement, HTMLElement];
}

describe('a page of a WordPress site', () => {
  beforeEach(emptyOutbox);

  it('shows stories, the author and comments by elements without attributes, and says why', async () => {
    const { api, home, asked } = await wordpress(location.origin);
    head(api, home, `/2025/03/${bridge}/`, 'posts/4');
    const elements = await three();
    const [byline, related, talk] = elements;
    for (const element of elements) await reaches(element, 'ready');
    expect(seen(byline)).to.equal('By Ada Okafor');
    expect(all(related, '[part~=headline]').map(seen)).to.deep.equal([
      'United lose 3–2 in extra time (part 3)',
      'Opinion: Stop calling it a “crisis” (part 2)',
      'River floods force 2,000 from homes',
      'River floods force 2,000 from homes (part 3)',
    ]);
    expect(seen(talk)).to.contain('9 comments').and.to.contain('I drove over it this morning.');
    await waitUntil(() => seen(talk).includes('Click to comment'), 'the form is offered');
    expect(await said()).to.deep.equal([]);
    const questions = await asked();
    expect(
      questions.filter((question) => question.includes('slug=')),
      'its id is told',
    ).to.deep.equal([]);
    expect(questions.filter((question) => question.includes('include=4'))).to.have.length.within(1, 2);
    await expect(byline.parentElement!).to.be.accessible();

    byline.setAttribute('debug', '');
    await waitUntil(() => all(byline, '[part=debug]').length);
    expect(seen(one(byline, '[part=debug]')))
      .to.contain(`api: ${api}`)
      .and.to.contain('source: wordpress (the page names it: <link rel="https://api.w.org/">)')
      .and.to.contain(`question: teaser ${home}/2025/03/${bridge}/`);
  });

  it('of another kind than posts speaks about that', async () => {
    const [post] = await json<Json[]>('019');
    const film = await listed({ ...post, id: 900, link: 'http://127.0.0.1:8631/films/solaris/' });
    const { api, home, asked } = await wordpress(location.origin, { 'films.*include=900': film });
    head(api, home, '/films/solaris/', 'films/900');
    const byline = await fixture<HTMLElement>(`<news-byline api="${api}"></news-byline>`);
    await reaches(byline, 'ready');
    expect(seen(byline)).to.equal('By Ada Okafor');
    expect(await asked()).to.deep.equal(['GET films?include=900&per_page=100']);
  });

  it('is a story behind a password: its headline, no body, no form', async () => {
    const post = { ...(await json('041')), content: { rendered: '', protected: true } };
    const { api } = await wordpress(location.origin, { 'posts.*(include|slug)=': await listed(post) });
    const attributes = `api="${api}" story="comet-seen-with-the-naked-eye"`;
    const article = await fixture<HTMLElement>(
      `<news-article ${attributes}><p slot="paywall">Enter the password.</p></news-article>`,
    );
    await reaches(article, 'ready');
    expect(seen(article)).to.contain('Comet seen with the naked eye').and.to.contain('Enter the password.');
    const talk = await fixture<HTMLElement>(`<news-comments loading="eager" ${attributes}></news-comments>`);
    await reaches(talk, 'empty');
    await waitUntil(() => seen(talk).includes('Comments are closed.'));
    expect(all(talk, '[part=form], button')).to.be.empty;
    expect(await said()).to.deep.equal([]);
  });

  it('shows the feed where REST is closed', async () => {
    const { api, home } = await wordpress(location.origin, {
      '/wp/v2/': { status: 401, body: { code: 'rest_cannot_access', message: 'Sign in.' } },
      '[?&]feed=rss2': await recorded('064'),
    });
    inHead(`<link rel="canonical" href="${home}/2025/03/${bridge}/">`);
    const related = await fixture<HTMLElement>(
      `<news-related-stories loading="eager" api="${api}"></news-related-stories>`,
    );
    await reaches(related, 'ready');
    expect(all(related, '[part~=headline]')).to.have.length(4);
    expect(warnings.join()).to.contain('NEWS-CLOSED').and.to.contain('rest_cannot_access');
  });
});

describe('a page elsewhere, about a WordPress site', () => {
  beforeEach(emptyOutbox);

  it('shows the latest, and asks for no story of its own address', async () => {
    inHead('<link rel="canonical" href="https://partner.example/2025/03/our-own-story/">');
    const { api, asked } = await wordpress();
    const related = await fixture<HTMLElement>(
      `<news-related-stories loading="eager" limit="2" api="${api}"></news-related-stories>`,
    );
    await reaches(related, 'ready');
    expect(all(related, '[part~=headline]')).to.have.length(2);
    const byline = await fixture<HTMLElement>(`<news-byline api="${api}"></news-byline>`);
    await reaches(byline, 'empty');
    expect(await asked()).to.deep.equal(['GET posts?per_page=3']);
  });

  it('is about the site’s story where its canonical address is that one’s', async () => {
    inHead(`<link rel="canonical" href="http://127.0.0.1:8631/2025/03/${bridge}/">`);
    const { api } = await wordpress();
    const byline = await fixture<HTMLElement>(`<news-byline api="${api}"></news-byline>`);
    await reaches(byline, 'ready');
    expect(seen(byline)).to.equal('By Ada Okafor');
  });

  it('says what to allow where REST is closed', async () => {
    const { api } = await wordpress(undefined, {
      '/wp/v2/': { status: 401, body: { code: 'rest_cannot_access', message: 'Sign in.' } },
    });
    const byline = await fixture<HTMLElement>(`<news-byline api="${api}" story="4"></news-byline>`);
    await reaches(byline, 'error');
    await waitUntil(() => warnings.length);
    expect(warnings[0]).to.equal(
      `NEWS-CLOSED: <news-byline> asked ${api}: ${api} is closed to visitors (401 rest_cannot_access: Sign in). ` +
        'Allow GET requests to /wp/v2/ for everybody in the plugin or firewall that closes it. ' +
        'docs/wordpress.md names the usual plugins, and their setting.',
    );
  });
});
