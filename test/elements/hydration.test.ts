import { hydrated, type Hydrated } from '../tools/hydrate.js';
import { expect, oneEvent } from '@open-wc/testing';
import type { ContentElement } from '../../src/elements/content-element.js';
import { loadWords } from '../../src/kit/words/load.js';
import { comments, remark } from './support/comments.js';
import { contentApi, page, stories, taken } from './support/content-api.js';
import { inHead, pretend } from './support/pretend.js';
import { all, one, reaches, seen } from './support/seen.js';
import { amina, captain, dot, ferry, joris, several, tram, urdu } from './support/stories.js';
import { waitUntil } from '../tools/wait.js';

interface Case {
  readonly what: string;
  readonly name: string;
  readonly data?: unknown;
  readonly attrs?: Record<string, string>;
  readonly shows: string;
}

const picture = { src: dot, width: 300, height: 200 };

const cases: Case[] = [
  { what: 'a card', name: 'article-card', data: { ...ferry, picture }, shows: ferry.headline },
  {
    what: 'a card of an Urdu story',
    name: 'article-card',
    data: urdu,
    attrs: { lang: 'ur', layout: 'row', show: 'kicker excerpt byline date', 'heading-level': '2' },
    shows: urdu.headline,
  },
  {
    what: 'a card written by hand',
    name: 'article-card',
    attrs: {
      headline: 'Ferry returns',
      href: '/ferry',
      image: dot,
      by: 'Amina Rahman',
      published: '2026-03-12',
    },
    shows: 'Ferry returns',
  },
  {
    what: 'a quote',
    name: 'pull-quote',
    data: captain,
    attrs: { cite: 'Report', variant: 'block' },
    shows: captain.text,
  },
  { what: "a story's quote", name: 'pull-quote', data: ferry, attrs: { pick: '2' }, shows: 'The crossing' },
  {
    what: 'a quote written by hand',
    name: 'pull-quote',
    attrs: { quote: 'We sail.', by: 'Ruth Adeyemi', decorative: '' },
    shows: 'We sail.',
  },
  { what: 'a byline', name: 'byline', data: ferry, shows: 'Amina Rahman' },
  {
    what: 'a box of authors',
    name: 'byline',
    data: [{ ...amina, portrait: picture }, joris],
    attrs: { variant: 'box', lang: 'de' },
    shows: 'Coast correspondent',
  },
  {
    what: 'a byline written by hand',
    name: 'byline',
    attrs: { by: 'Amina Rahman', href: '/amina', portrait: dot, variant: 'box' },
    shows: 'Amina Rahman',
  },
  {
    what: 'a list',
    name: 'related-stories',
    data: [ferry, ...several(5)],
    attrs: { 'load-more': '', 'link-params': 'a=b', layout: 'grid' },
    shows: 'Story number 3',
  },
  { what: 'a list of one', name: 'related-stories', data: { items: [tram] }, shows: tram.headline },
  {
    what: 'a form',
    name: 'comment-form',
    data: ferry,
    attrs: { action: '/comments', 'privacy-url': '/privacy' },
    shows: 'Leave a reply',
  },
  {
    what: 'a search',
    name: 'search',
    attrs: { action: '/find', label: 'Find a story' },
    shows: 'Find a story',
  },
  {
    what: 'a search that unfolds',
    name: 'search',
    attrs: { action: '/find', mode: 'expand' },
    shows: 'Search',
  },
  {
    what: 'a form about a closed story',
    name: 'comment-form',
    data: { ...ferry, comments: 'closed' },
    shows: 'Comments are closed.',
  },
  {
    what: 'links to follow the publisher',
    name: 'follow',
    attrs: { name: 'The Truth', links: 'https://mastodon.social/@truth /feed.xml', 'heading-level': '2' },
    shows: 'The Truth on Mastodon',
  },
  {
    what: 'links to follow that were given',
    name: 'follow',
    data: [{ url: 'https://x.com/desk', name: 'Sports desk' }],
    attrs: { variant: 'icons' },
    shows: 'Sports desk',
  },
  { what: 'ways to share', name: 'share', attrs: { ways: 'copy email x print' }, shows: 'Copy link' },
  {
    what: 'a copyright line',
    name: 'copyright',
    attrs: { holder: 'The Truth', since: '2021', until: '2024' },
    shows: 'Copyright © 2021–2024 The Truth',
  },
  {
    what: 'a copyright line in Urdu',
    name: 'copyright',
    attrs: { holder: 'The Truth', since: '2021', lang: 'ur' },
    shows: 'جملہ حقوق © 2021 The Truth',
  },
  {
    what: 'ways to share in German',
    name: 'share',
    attrs: { ways: 'copy', lang: 'de' },
    shows: 'Link kopieren',
  },
  {
    what: 'an article',
    name: 'article',
    // Not a year old, whenever this runs: the warning of that needs a clock, and comes after.
    data: {
      ...ferry,
      published: new Date().toISOString(),
      picture: { ...picture, caption: 'The last boat.' },
      tags: [{ id: 'ferries', name: 'Ferries' }],
      corrections: [{ date: '2026-03-14', note: 'It takes forty cars.' }],
      body: '<p>It sailed.</p>',
    },
    attrs: { 'heading-level': '2', dateline: 'Norrhaven' },
    shows: ferry.headline,
  },
  { what: 'a number of comments', name: 'comment-count', data: ferry, shows: '12 comments' },
  {
    what: 'a discussion',
    name: 'comments',
    data: { items: [remark(1), remark(2, 1), remark(3)], total: 9, next: 'c' },
    attrs: { story: '71', 'report-url': '/report?{id}', 'max-depth': '1' },
    shows: 'Words of number 2.',
  },
  {
    what: 'a discussion in which nobody has said anything',
    name: 'comments',
    data: [],
    shows: 'Click to comment',
  },
];

const hydrate = ({ name, ...given }: Pick<Case, 'name' | 'data' | 'attrs'>): Promise<Hydrated> =>
  hydrated(`elements/${name}/define.ts`, `news-${name}`, given);

/** A server's element that the page goes on with: what a browser does with a document that holds it. */
async function placed(
  name: string,
  { attrs = {}, content = '' }: { attrs?: Record<string, string>; content?: string },
): Promise<ContentElement<unknown>> {
  const module = `elements/${name}/define.ts`;
  const query = new URLSearchParams({ module, tag: `news-${name}`, attrs: JSON.stringify(attrs) });
  const rendered = await (await fetch(`/__ssr?${query}`)).text();
  const place = document.createElement('div');
  document.body.append(place);
  places.push(place);
  await import(new URL(module, new URL('/src/', location.origin)).href);
  place.setHTMLUnsafe(rendered.replace(`</news-${name}>`, `${content}</news-${name}>`));
  // Firefox would do so a little later.
  customElements.upgrade(place);
  const element = place.firstElementChild as ContentElement<unknown>;
  await element.updateComplete;
  return element;
}

const places: Element[] = [];
afterEach(() => {
  for (const place of places.splice(0)) place.remove();
});

describe('rendered on a server, taken over by the browser', () => {
  for (const { what, shows, ...given } of cases) {
    it(`${what}: as the server wrote it, and as the browser would have`, async () => {
      const { element, htmlBefore, htmlAfter, htmlAlone, errors } = await hydrate(given);
      places.push(element.parentElement!);
      expect(errors).to.deep.equal([]);
      expect(htmlBefore).to.contain(shows);
      expect(htmlAfter).to.equal(htmlBefore);
      expect(htmlAlone).to.equal(htmlBefore);
      expect(seen(element)).to.contain(shows);
      await expect(element).to.be.accessible();
    });
  }

  it('a card: tells where a reader goes, and shows another story', async () => {
    const { element } = await hydrate({ name: 'article-card', data: ferry });
    places.push(element.parentElement!);
    element.addEventListener('news-navigate', (event) => event.preventDefault());
    const followed = oneEvent(element, 'news-navigate');
    one(element, 'a').click();
    expect(await followed).to.include({ story: '71' });
    (element as ContentElement<unknown>).data = tram;
    await element.updateComplete;
    expect(seen(element)).to.contain(tram.headline).and.not.to.contain(ferry.headline);
  });

  it('a list: shows more', async () => {
    const { element } = await hydrate({
      name: 'related-stories',
      data: several(6),
      attrs: { 'load-more': '' },
    });
    places.push(element.parentElement!);
    const status = one(element, '[role=status]');
    one(element, 'button').click();
    await waitUntil(() => status.textContent, 'words');
    expect(all(element, 'li')).to.have.length(6);
    expect(status).to.have.text('2 more stories');
  });

  it('a form: takes a comment', async () => {
    localStorage.clear();
    const api = await contentApi(taken('approved'));
    const { element } = await hydrate({
      name: 'comment-form',
      data: ferry,
      attrs: { api: api.address },
    });
    places.push(element.parentElement!);
    for (const [name, text] of Object.entries({ text: 'Yes.', name: 'Ola', email: 'ola@example.org' }))
      one<HTMLInputElement>(element, `[part~=input][name=${name}]`).value = text;
    const posted = oneEvent(element, 'news-comment-posted');
    one(element, 'form button').click();
    expect(await posted).to.include({ story: '71', status: 'approved' });
    await element.updateComplete;
    expect(seen(element)).to.contain('Your comment is posted.');
  });

  it('a discussion: takes a reply', async () => {
    const data = [remark(1), remark(2, 1)];
    const { element } = await hydrate({ name: 'comments', data, attrs: { story: '71' } });
    places.push(element.parentElement!);
    const reply = one(element, '[name=reply][value="2"]');
    reply.click();
    await waitUntil(() => all(element, 'li li form').length, 'the form');
    expect(one(element, '[name=reply][value="2"]') === reply).to.equal(true);
    await expect(element).to.be.accessible();
  });

  describe('what only the browser knows comes after that', () => {
    const attrs = { story: '71', loading: 'eager' };
    const answers = {
      'article-card': [stories(ferry), ferry.headline],
      'pull-quote': [stories(ferry), captain.text],
      article: [stories({ ...ferry, body: '<p>It sailed.</p>' }), 'It sailed.'],
      byline: [stories(ferry), 'Amina Rahman'],
      'related-stories': [page(several(4)), 'Story number 4'],
      'comment-form': [stories({ ...ferry, comments: 'closed' }), 'Comments are closed.'],
      'comment-count': [stories(ferry), '12 comments'],
      comments: [comments([remark(1)]), 'Words of number 1.'],
    } as const;
    for (const [name, [answer, shows]] of Object.entries(answers)) {
      it(`the answer of an API: news-${name}`, async () => {
        const api = await contentApi(answer);
        const element = await placed(name, { attrs: { ...attrs, api: api.address } });
        await reaches(element, 'ready');
        expect(seen(element)).to.contain(shows);
        expect(await api.asked()).to.have.length(1);
      });
    }

    const slots = {
      'article-card': '<h3 slot="heading"><a href="/ferry">Ferry</a></h3><p slot="summary">It sails.</p>',
      'pull-quote': '<p slot="words">Ferry.</p>',
      byline: '<a slot="authors" href="/amina">Ferry</a>',
      article: '<h1 slot="heading">Ferry</h1><div slot="body"><p>It sailed.</p></div>',
    };
    for (const [name, content] of Object.entries(slots)) {
      it(`what stands in slots: news-${name}`, async () => {
        const element = await placed(name, { content });
        await reaches(element, 'ready');
        expect(seen(element)).to.contain('Ferry');
        await expect(element).to.be.accessible();
      });
    }

    it('links in an element that asks nothing: news-follow', async () => {
      const element = await placed('follow', { content: '<a href="/feed.xml">All stories</a>' });
      await element.updateComplete;
      expect(all(element, 'a')).to.have.length(1);
      expect(seen(element)).to.equal('Connect with us All stories');
      await expect(element).to.be.accessible();
    });

    it("the system's sheet: news-share", async () => {
      pretend(navigator, 'share', () => Promise.resolve());
      const element = await placed('share', { attrs: { ways: 'sheet copy' } });
      await waitUntil(() => all(element, 'button').length === 2, 'a button for the sheet');
      expect(seen(element)).to.equal('Share Share with … Copy link');
    });

    it('the year: news-copyright', async () => {
      const attrs = { holder: 'The Truth', since: '2021', until: 'now' };
      const { element, htmlBefore } = await hydrate({ name: 'copyright', attrs });
      places.push(element.parentElement!);
      expect(htmlBefore).to.contain('Copyright © 2021 The Truth');
      await element.updateComplete;
      expect(seen(element)).to.equal(`Copyright © 2021–${new Date().getFullYear()} The Truth`);
    });

    it('a fallback', async () => {
      const element = await placed('article-card', { content: '<a href="/">Front page</a>' });
      expect(seen(element)).to.equal('Front page');
    });

    it('what a publisher puts between stories', async () => {
      const { element } = await hydrate({ name: 'related-stories', data: several(3) });
      places.push(element.parentElement!);
      element.insertAdjacentHTML('beforeend', '<p slot="after-2">Subscribe.</p>');
      element.requestUpdate();
      await element.updateComplete;
      expect(seen(element)).to.contain('Story number 2 Subscribe. Story number 3');
    });

    it('the words of a language that the server had not loaded', async () => {
      for (const [lang, words] of [
        ['fr', 'Copier le lien'],
        ['es', 'Copiar enlace'],
      ] as const) {
        // Of one that is there already, English would be taken for the words that the server wrote.
        if (lang === 'es') await loadWords(lang);
        const attrs = { lang, ways: 'copy' };
        const query = new URLSearchParams({
          module: 'elements/share/define.ts',
          tag: 'news-share',
          attrs: JSON.stringify(attrs),
        });
        expect(await (await fetch(`/__ssr?${query}`)).text()).to.contain('Copy link');
        const element = await placed('share', { attrs });
        await waitUntil(() => seen(element).includes(words), words);
      }
    });

    it("the page's language and words", async () => {
      inHead('<script type="application/json" data-news-messages>{"by":"Von","live":"Direkt"}</script>');
      document.documentElement.lang = 'de';
      const { element, errors } = await hydrate({ name: 'article-card', data: ferry });
      places.push(element.parentElement!);
      await element.updateComplete;
      document.documentElement.lang = 'en';
      expect(errors).to.deep.equal([]);
      expect(seen(element)).to.contain('12. März 2026').and.to.contain('Von Amina').and.to.contain('Direkt');
    });
  });

  it('on a server an element without content is its fallback', async () => {
    for (const name of [
      'article-card',
      'pull-quote',
      'article',
      'byline',
      'related-stories',
      'comment-count',
      'comment-form',
      'comments',
      'copyright',
      'follow',
      'provider',
    ]) {
      const query = new URLSearchParams({
        module: `elements/${name}/define.ts`,
        tag: `news-${name}`,
        attrs: JSON.stringify({ api: 'https://api.example', story: '71' }),
      });
      const response = await fetch(`/__ssr?${query}`);
      const html = await response.text();
      expect(response.status, html).to.equal(200);
      expect(html).to.match(/<template shadowroot(mode)?="open".*<slot><\/slot>/s);
    }
  });
});
