import { expect, fixture, nextFrame, oneEvent } from '@open-wc/testing';
import '../../src/elements/article/define.js';
import type { NewsArticle } from '../../src/elements/article/article.js';
import '../../src/elements/pull-quote/define.js';
import { articleBody } from '../../src/server/article-body.js';
import type { Story } from '../../src/model/index.js';
import { aPicture, contentApi, never, noPicture, query, stories } from './support/content-api.js';
import { keepsThePromises } from './support/promises.js';
import { all, hasFocus, one, reaches, seen } from './support/seen.js';
import { afterThisTest, inHead } from './support/pretend.js';
import { dot, ferry, tram, urdu } from './support/stories.js';
import { waitUntil } from '../tools/wait.js';

/** Everything that an article can show. */
const whole: Story = {
  ...ferry,
  updated: '2026-03-13T08:05:00+01:00',
  picture: {
    src: dot,
    width: 300,
    height: 200,
    alt: 'A ferry',
    caption: 'The last boat.',
    credit: 'Joris Vermeulen',
  },
  tags: [
    { id: 'ferries', name: 'Ferries', url: 'https://news.example/tags/ferries' },
    { id: 'coast', name: 'Coast' },
  ],
  corrections: [{ date: '2026-03-14T09:00:00+01:00', note: 'The ferry takes forty cars, not fourteen.' }],
  body: `<p>The ferry left at nine.</p><h2 id="crew">The crew</h2><p>Six people <a href="/crew">work</a> on it.</p>
    <p>It came back at midnight, and <a href="#crew">the crew</a> went home.</p><p>Nobody was cold.</p>`,
};

const lightBody = (article: Element): string =>
  [...article.querySelectorAll(':scope > [data-news-body]')].map((box) => box.innerHTML.trim()).join('|');

describe('<news-article>', () => {
  keepsThePromises({
    tag: 'news-article',
    answer: (story) => stories({ ...story, body: `<p>All about ${story.headline}</p>` }),
    shows: ({ headline }) => `All about ${headline}`,
    empty: stories(),
    data: (story) => ({ ...story, body: `<p>All about ${story.headline}</p>` }),
  });

  async function showing(data: Story, attributes = '', content = ''): Promise<NewsArticle> {
    const article = await fixture<NewsArticle>(`<news-article ${attributes}>${content}</news-article>`);
    article.data = data;
    await article.updateComplete;
    return article;
  }

  async function fetched(story: Story, attributes = '', content = ''): Promise<NewsArticle> {
    const api = await contentApi(stories(story));
    const article = await fixture<NewsArticle>(
      `<news-article api="${api.address}" story="71" ${attributes}>${content}</news-article>`,
    );
    await reaches(article, 'ready');
    return article;
  }

  it('tells the whole story', async () => {
    const pictures = await contentApi(aPicture);
    const picture = { ...whole.picture!, src: `${pictures.address}/boat` };
    const api = await contentApi(stories({ ...whole, picture }));
    const article = await fixture<NewsArticle>(
      `<news-article api="${api.address}" story="71" dateline="Norrhaven"></news-article>`,
    );
    await reaches(article, 'ready');
    expect((await api.asked()).map(query)).to.deep.equal([{ ids: '71', detail: 'whole' }]);
    expect(one(article, 'h1')).to.have.trimmed.text(whole.headline);
    let words = seen(article);
    for (const part of [
      'Live · Analysis · Harbour · Subscribers only',
      whole.headline,
      whole.standfirst!,
      'By Amina Rahman and Joris Vermeulen',
      'Norrhaven · Mar 12, 2026, 9:30 PM · Updated Mar 13, 2026, 8:05 AM · 4 minute read',
      'The last boat. Joris Vermeulen',
      'The ferry left at nine. The crew Six people work on it.',
      'Correction · March 14, 2026 The ferry takes forty cars, not fourteen.',
      'More on Ferries Coast',
    ]) {
      expect(words).to.contain(part);
      words = words.slice(words.indexOf(part) + part.length);
    }
    expect(all(article, 'time').map((time) => time.getAttribute('datetime'))).to.deep.equal([
      whole.published,
      whole.updated,
      whole.corrections![0]!.date,
    ]);
    await expect(article).to.be.accessible();
  });

  it('the lead picture comes first of all, and keeps its place', async () => {
    const srcset = `${dot} 300w`;
    const article = await showing({ ...whole, picture: { ...whole.picture!, srcset } });
    const image = one<HTMLImageElement>(article, 'img');
    expect(image).to.include({ loading: 'eager', fetchPriority: 'high', srcset });
    expect(image).to.have.attribute('width', '300');
    expect(image).to.have.attribute('height', '200');
  });

  it('a picture that does not come leaves no hole', async () => {
    const pictures = await contentApi(noPicture);
    const article = await showing({
      ...whole,
      picture: { src: `${pictures.address}/lost`, caption: 'Lost.' },
    });
    const image = one<HTMLImageElement>(article, 'img');
    if (!image.complete) await oneEvent(image, 'error');
    await waitUntil(() => image.hidden);
    expect(seen(article)).not.to.contain('Lost.');
  });

  it('a story with nothing but a headline and names', async () => {
    const article = await showing(tram);
    expect(seen(article)).to.equal('Line nine opens in June By Ola Lind');
    await expect(article).to.be.accessible();
  });

  it('warns of an old story, in years', async () => {
    const ago = (days: number): string => new Date(Date.now() - days * 24 * 3600 * 1000).toISOString();
    for (const [days, words] of [
      [360, undefined],
      [370, 'This article is more than 1 year old.'],
      [800, 'This article is more than 2 years old.'],
    ] as const) {
      const article = await showing({ ...tram, published: ago(days) });
      const told = all(article, '[part=old]').map(seen);
      expect(told).to.deep.equal(words ? [words] : []);
      await expect(article).to.be.accessible();
    }
  });

  it('heading-level: the headline, and below it the headings of the body', async () => {
    for (const [level, headline, below] of [
      ['1', 'h1', 'h2'],
      ['2', 'h2', 'h3'],
      ['x', 'h1', 'h2'],
      ['6', 'h6', 'h6'],
    ] as const) {
      const article = await showing(
        { ...whole, body: '<h3>First</h3><p>Words</p><h4>Second</h4>' },
        `heading-level="${level}"`,
      );
      expect(one(article, '[part=headline]').localName).to.equal(headline);
      expect(article.querySelector(below)?.textContent).to.equal('First');
      expect(article.querySelectorAll(':is(h1, h2, h3, h4, h5, h6)')).to.have.length(2);
    }
  });

  it('Urdu on an English page', async () => {
    const article = await showing({ ...urdu, body: '<p>یہ راستہ سب کا ہے۔</p><p>The end.</p>' });
    expect(getComputedStyle(one(article, 'h1 span')).direction).to.equal('rtl');
    expect(article.querySelector('[data-news-body]')).to.have.attribute('lang', 'ur');
    const directions = [...article.querySelectorAll('p')].map((p) => getComputedStyle(p).direction);
    expect(directions).to.deep.equal(['rtl', 'ltr']);
    await expect(article).to.be.accessible();
  });

  describe('its body', () => {
    it("stands in the page, where the page's own styles reach it", async () => {
      const holder = await fixture(`<div><style>news-article p { color: rgb(1, 2, 3) }</style>
        <news-article></news-article></div>`);
      const article = holder.querySelector('news-article') as NewsArticle;
      article.data = whole;
      await article.updateComplete;
      const paragraphs = [...article.querySelectorAll('p')];
      expect(paragraphs).to.have.length(4);
      expect(getComputedStyle(paragraphs[0]!).color).to.equal('rgb(1, 2, 3)');
    });

    it('is written once, and again when it has changed', async () => {
      const article = await showing(whole);
      const [first] = article.querySelectorAll('p');
      article.data = { ...whole, headline: 'Another headline' };
      await article.updateComplete;
      expect(article.querySelector('p') === first).to.equal(true);
      article.data = { ...whole, body: '<p>Changed.</p>' };
      await article.updateComplete;
      expect(lightBody(article)).to.equal('<p dir="auto">Changed.</p>');
      article.data = tram;
      await article.updateComplete;
      expect(lightBody(article)).to.equal('');
    });

    it('grows without a jump: the paragraphs that were there are not touched', async () => {
      const film = '<iframe src="https://films.example/1"></iframe>';
      const article = await showing({ ...whole, live: true, body: `${film}${whole.body}` });
      const [link] = article.querySelectorAll<HTMLElement>('p a');
      const box = article.querySelector<HTMLElement>('[data-news-embed]')!;
      one(box, 'button').click();
      link!.focus();
      article.data = {
        ...whole,
        live: true,
        body: `<p>New.</p>${film}${whole.body!.replace('at midnight', 'at one')}`,
      };
      await article.updateComplete;
      expect(seen(article)).to.contain('at one');
      expect(article.querySelector('p')).to.have.text('New.');
      expect(hasFocus(link)).to.equal(true);
      expect(box.isConnected).to.equal(true);
    });

    it('goes when another story is asked for', async () => {
      const article = await fetched(whole);
      const api = await contentApi(never);
      article.api = api.address;
      await reaches(article, 'loading');
      expect(lightBody(article)).to.equal('');
    });

    it('a copy of the article writes its own', async () => {
      const article = await showing(whole);
      const copy = article.cloneNode(true) as NewsArticle;
      article.after(copy);
      copy.data = whole;
      await copy.updateComplete;
      expect(copy.querySelectorAll('[data-news-body]')).to.have.length(1);
      expect(seen(copy).split('The ferry left')).to.have.length(2);
    });

    it('holds nothing that could run', async () => {
      const article = await showing({
        ...whole,
        body: '<p onclick="x" style="position:fixed">a<script>b</script></p><a href="javascript:c">d</a>',
      });
      expect(lightBody(article)).to.equal('<p dir="auto">a</p><a dir="auto" rel="noopener">d</a>');
    });

    it('what is put between paragraphs stays the same node, in its place', async () => {
      const article = await showing(
        whole,
        '',
        '<aside slot="after-2">Subscribe.</aside><aside slot="after-9">End.</aside>',
      );
      const [first, last] = article.querySelectorAll('aside');
      const frame = first!.parentElement === article;
      expect(frame).to.equal(true);
      expect(seen(article)).to.contain('Six people work on it. Subscribe. It came back');
      expect(seen(article)).to.contain('Nobody was cold. End.');
      expect([first!.slot, last!.slot]).to.deep.equal(['after-2', 'after-9']);
      await expect(article).to.be.accessible();
    });

    it('tables scroll by themselves, and a keyboard reaches them', async () => {
      const cells = Array.from({ length: 60 }, (_, index) => `<td>column${index}</td>`).join('');
      const article = await showing({
        ...whole,
        body: `<table><caption>Tides</caption><tr>${cells}</tr></table><table><tr><td>1</td></tr></table>`,
      });
      const [region, other] = article.querySelectorAll<HTMLElement>('[role=region]');
      expect(region).to.have.attribute('aria-label', 'Tides');
      expect(other).to.have.attribute('aria-label', 'Table');
      region!.focus();
      expect(hasFocus(region)).to.equal(true);
      region!.scrollLeft = 50;
      expect(region!.scrollLeft).to.equal(50);
      await expect(article).to.be.accessible();
    });

    it('pulled quotes become elements, with the figure for where there are none', async () => {
      const figure =
        '<figure class="wp-block-pullquote"><blockquote><p>We sail.</p><cite>Ruth Adeyemi</cite></blockquote></figure>';
      const article = await showing({
        ...whole,
        body: `<p>“We sail.”</p>${figure}<blockquote class="pullquote">No.</blockquote>`,
      });
      const [quote, second] = article.querySelectorAll('news-pull-quote');
      expect(quote).to.have.attribute('quote', 'We sail.');
      expect(quote).to.have.attribute('by', 'Ruth Adeyemi');
      expect(quote).to.have.attribute('decorative');
      expect(quote!.innerHTML).to.equal(figure);
      expect(second).not.to.have.attribute('decorative');
      expect(seen(article)).to.contain('We sail. Ruth Adeyemi');
      await expect(article).to.be.accessible();
    });

    it('an address that names a place in it goes there, in both names', async () => {
      const tall = '<div style="block-size: 5000px"></div>';
      for (const hash of ['#crew', '#news-crew']) {
        const holder = await fixture(`<div>${tall}<news-article></news-article>${tall}</div>`);
        history.replaceState(null, '', hash);
        scrollTo(0, 0);
        const article = holder.querySelector('news-article') as NewsArticle;
        article.data = whole;
        await article.updateComplete;
        const { top } = article.querySelector('#news-crew')!.getBoundingClientRect();
        expect(Math.abs(top), hash).to.be.lessThan(2);
        history.replaceState(null, '', location.pathname + location.search);
        scrollTo(0, 0);
        holder.remove();
      }
    });

    it('a link to a place in it goes there', async () => {
      const holder = await fixture(`<div><a href="#crew">The crew</a><div style="block-size: 5000px"></div>
        <news-article></news-article><div style="block-size: 5000px"></div></div>`);
      const article = holder.querySelector('news-article') as NewsArticle;
      article.data = whole;
      await article.updateComplete;
      afterThisTest(() => history.replaceState(null, '', location.pathname + location.search));
      holder.querySelector('a')!.click();
      await waitUntil(() => Math.abs(article.querySelector('#news-crew')!.getBoundingClientRect().top) < 2);
      scrollTo(0, 0);
    });
  });

  describe('by hand', () => {
    const slots = `<p slot="kicker">Coast</p><h1 slot="heading">Ferry</h1><p slot="standfirst">It sails.</p>
      <p slot="byline">By Ola</p><div slot="body"><p>It sailed.</p></div>`;

    it('headline and body: shows all in order, and asks nothing', async () => {
      const api = await contentApi(stories(tram));
      const holder = await fixture(`<div>
        <news-article api="${api.address}">${slots}<p slot="after-1">Ad.</p><p slot="paywall">Pay.</p></news-article>
        <news-article api="${api.address}" story="72"></news-article></div>`);
      const [article, probe] = holder.children;
      expect(seen(article!)).to.equal('Coast Ferry It sails. By Ola It sailed. Ad. Pay.');
      await expect(article!).to.be.accessible();
      await reaches(probe!, 'ready');
      expect((await api.asked()).map(query)).to.deep.equal([{ ids: '72', detail: 'whole' }]);
    });

    it('a story is named all the same: the API adds what the page does not tell, and is not missed', async () => {
      const dead = await contentApi({ status: 403 });
      const article = await fixture<NewsArticle>(
        `<news-article api="${dead.address}" story="71">${slots}</news-article>`,
      );
      const own = 'Coast Ferry It sails. By Ola It sailed.';
      expect(seen(article)).to.equal(own);
      await reaches(article, 'error');
      expect(seen(article)).to.equal(own);
      await expect(article).to.be.accessible();
      const corrections = [{ date: '2026-03-13T08:00:00+01:00', note: 'It was Line 9.' }];
      const lives = await contentApi(stories({ ...whole, corrections }));
      article.api = lives.address;
      await reaches(article, 'ready');
      expect(seen(article)).to.contain('It was Line 9.').and.not.to.contain('The ferry left at nine.');
    });

    it('reads the same before and after the script', async () => {
      const plain = await fixture(`<div>${slots}</div>`);
      const article = await fixture(`<news-article>${slots}</news-article>`);
      expect(seen(article)).to.equal(seen(plain));
      expect(article.querySelector('[slot=body] p')!.checkVisibility()).to.equal(true);
    });

    it('pieces of it stay on show while the rest is asked for, and if it does not come', async () => {
      const api = await contentApi(never);
      const article = await fixture<NewsArticle>(
        `<news-article api="${api.address}" story="71"><h1 slot="heading">Ferry</h1></news-article>`,
      );
      await reaches(article, 'loading');
      expect(seen(article)).to.equal('Ferry');
      await expect(article).to.be.accessible();
      const dead = await contentApi({ status: 403 });
      article.api = dead.address;
      await reaches(article, 'error');
      expect(seen(article)).to.equal('Ferry This could not be loaded.');
      const lives = await contentApi(stories(whole));
      article.api = lives.address;
      await reaches(article, 'ready');
      expect(seen(article)).to.contain('Ferry After nine years').and.to.contain('The ferry left at nine.');
      expect(seen(article)).not.to.contain(whole.headline);
    });

    it("the publisher's own body goes before that of the API, and is never touched", async () => {
      const article = await fetched(whole, '', '<div slot="body"><p onclick="x">Own.</p></div>');
      expect(seen(article)).to.contain(whole.headline).and.to.contain('Own.');
      expect(seen(article)).not.to.contain('The ferry left');
      const own = article.querySelector('[slot=body]')!;
      expect(own.innerHTML).to.equal('<p onclick="x">Own.</p>');
      article.remove();
      expect(own.isConnected || article.contains(own)).to.equal(true);
    });

    it('the paywall shows under what only subscribers may read', async () => {
      const paywall = '<p slot="paywall">Subscribe to read on.</p>';
      const closed = await fetched(whole, '', paywall);
      expect(seen(closed)).to.contain('Nobody was cold. Subscribe to read on.');
      const open = await fetched({ ...whole, subscribersOnly: false }, '', paywall);
      expect(seen(open)).not.to.contain('Subscribe to read on.');
    });
  });

  describe('embeds', () => {
    const film = 'https://films.example/embed/1';
    const body = `<p>Words</p><iframe src="${film}" width="16" height="9" title="A film"></iframe>
      <blockquote class="twitter-tweet"><p>A short word.</p><a href="https://twitter.com/a/status/12">May 1</a></blockquote>`;
    const boxes = (article: Element): HTMLElement[] => [
      ...article.querySelectorAll<HTMLElement>('[data-news-embed]'),
    ];
    const frames = (article: Element): string[] =>
      boxes(article).flatMap((box) => all<HTMLIFrameElement>(box, 'iframe').map(({ src }) => src));

    it('wait for a click, and say who would be talked to', async () => {
      const article = await showing({ ...whole, body });
      expect(frames(article)).to.deep.equal([]);
      expect(seen(article)).to.contain('A film This comes from films.example.');
      expect(seen(article)).to.contain('A short word. May 1 This comes from platform.twitter.com.');
      await expect(article).to.be.accessible();

      const [box] = boxes(article);
      one(box!, 'button').click();
      const frame = one<HTMLIFrameElement>(box!, 'iframe');
      expect(hasFocus(frame)).to.equal(true);
      expect(frame).to.include({ src: film, title: 'A film', loading: 'lazy' });
      expect(frame.sandbox.contains('allow-scripts')).to.equal(true);
      expect(frame.sandbox.contains('allow-top-navigation')).to.equal(false);
      expect(frame.getBoundingClientRect().height).to.be.greaterThan(20);
      expect(frames(article)).to.deep.equal([film]);
    });

    it('a frame of this very origin may not take its sandbox away', async () => {
      const article = await showing(
        { ...whole, body: `<iframe src="${location.origin}/x"></iframe>` },
        'allow-embeds',
      );
      const [box] = boxes(article);
      expect(one<HTMLIFrameElement>(box!, 'iframe').sandbox.contains('allow-same-origin')).to.equal(false);
    });

    it('allow-embeds: all, or those of some hosts', async () => {
      const none = await showing({ ...whole, body }, 'allow-embeds="other.example ample.example"');
      expect(frames(none)).to.deep.equal([]);
      const some = await showing({ ...whole, body }, 'allow-embeds="twitter.com"');
      expect(frames(some)).to.deep.equal(['https://platform.twitter.com/embed/Tweet.html?id=12']);
      const every = await showing({ ...whole, body }, 'allow-embeds');
      expect(frames(every)).to.have.length(2);
    });

    it('loadEmbeds: a consent manager says that they may', async () => {
      const article = await showing({ ...whole, body });
      article.loadEmbeds('films.example');
      await article.updateComplete;
      await waitUntil(() => frames(article).length);
      expect(frames(article)).to.deep.equal([film]);
      expect(article.matches(':focus-within')).to.equal(false);
      article.loadEmbeds();
      await waitUntil(() => frames(article).length === 2);
    });

    it("also in a body that the publisher's server wrote", async () => {
      const article = await fixture<NewsArticle>(`<news-article><h1 slot="heading">Ferry</h1>
        <div slot="body">${articleBody({ ...whole, body })}</div></news-article>`);
      await waitUntil(() => boxes(article)[0]?.shadowRoot);
      expect(seen(article)).to.contain('This comes from films.example.');
    });
  });

  describe('json-ld', () => {
    const told = (): Record<string, unknown>[] =>
      [...document.querySelectorAll('script[type="application/ld+json"]')].map(
        ({ textContent }) => JSON.parse(textContent) as Record<string, unknown>,
      );

    it('tells search engines about the story, once a page, in the article', async () => {
      const article = await showing({ ...whole, headline: 'A </script> line' }, 'json-ld');
      await waitUntil(() => told().length);
      const other = await showing(tram, 'json-ld');
      await import('../../src/elements/article/json-ld.js');
      await other.updateComplete;
      expect(told()).to.have.length(1);
      expect(told()[0]).to.deep.include({
        '@type': 'AnalysisNewsArticle',
        headline: 'A </script> line',
        isAccessibleForFree: false,
        keywords: ['Ferries', 'Coast'],
      });
      expect(article.querySelectorAll('script')).to.have.length(1);
      expect(document.head.querySelector('script[type="application/ld+json"]') === null).to.equal(true);
      article.data = { ...whole, headline: 'Another line' };
      await article.updateComplete;
      await waitUntil(() => told()[0]?.headline === 'Another line');
      expect(told()).to.have.length(1);
    });

    it('is silent where the page tells its own', async () => {
      inHead('<script type="application/ld+json">{"@graph":[{"@type": ["NewsArticle"]}]}</script>');
      await showing(whole, 'json-ld');
      await import('../../src/elements/article/json-ld.js');
      await nextFrame();
      expect(told()).to.have.length(1);
    });
  });

  describe('under a strict policy', () => {
    /** A page of its own, with an article that has everything. */
    async function strict(policy: string): Promise<{ article: NewsArticle; said: string[]; page: Document }> {
      const frame = document.createElement('iframe');
      frame.srcdoc = `<!doctype html><html lang="en"><head><title>Ferry</title>
        <meta http-equiv="Content-Security-Policy" content="${policy}">
        <script>
          said = [];
          console.warn = (text) => said.push(text);
          addEventListener('securitypolicyviolation', (event) => said.push(event.violatedDirective));
        </script>
        <script type="module" src="/src/elements/article/define.ts"></script></head>
        <body><news-article json-ld></news-article></body></html>`;
      const loaded = oneEvent(frame, 'load');
      document.body.append(frame);
      afterThisTest(() => frame.remove());
      await loaded;
      const page = frame.contentDocument!;
      const { said } = frame.contentWindow as unknown as { said: string[] };
      const article = page.querySelector('news-article') as NewsArticle;
      article.data = {
        ...whole,
        body: `${whole.body}<table><tr><td>1</td></tr></table><iframe src="//films.example/1"></iframe>`,
      };
      await article.updateComplete;
      await waitUntil(() => article.querySelector('script') ?? said.length, 'all of it', { timeout: 5_000 });
      return { article, said, page };
    }

    const base = "style-src 'none'; require-trusted-types-for 'script';";

    it('with our policy by its name: all is as ever', async () => {
      const { article, said } = await strict(`${base} trusted-types lit-html standfirst`);
      expect(said).to.deep.equal([]);
      expect(article.querySelectorAll('p')).to.have.length(4);
      expect(article.querySelector('script')!.textContent).to.contain('AnalysisNewsArticle');
      expect((article.querySelector('[data-news-table]') as HTMLElement).style.overflowX).to.equal('auto');
      expect(
        article.querySelector('[data-news-embed]')!.shadowRoot!.querySelector('button'),
      ).to.have.trimmed.text('Load from films.example');
    });

    it('without it: the words are there, and one sentence says why nothing else is', async function () {
      if (!('trustedTypes' in window)) this.skip();
      const { article, said, page } = await strict(`${base} trusted-types lit-html`);
      await waitUntil(() => said.some((one) => one.startsWith('NEWS-')));
      expect(said.filter((one) => one.startsWith('NEWS-')).join()).to.match(/^NEWS-TRUSTED-TYPES: /);
      expect(article.querySelectorAll('p').length).to.be.greaterThan(3);
      expect(article.textContent).to.contain('Six people work on it.');
      expect(article.querySelectorAll('a')).to.have.length(0);
      expect(page.querySelectorAll('script[type="application/ld+json"]')).to.have.length(0);
    });
  });

  it('reader views find its title and its whole body', async () => {
    const script = document.createElement('script');
    script.src = '/node_modules/@mozilla/readability/Readability.js';
    document.head.append(script);
    await oneEvent(script, 'load');
    const paragraphs = Array.from(
      { length: 12 },
      (_, index) =>
        `<p>Paragraph ${index + 1}: the ferry sailed, and on it went those who had waited, some for long, some in rain.</p>`,
    ).join('');
    const title = document.title;
    document.title = whole.headline;
    afterThisTest(() => {
      document.title = title;
      script.remove();
    });
    await fetched({ ...whole, body: paragraphs }, '', '<p slot="after-3">Subscribe.</p>');
    const { Readability } = window as unknown as {
      Readability: new (page: Document) => { parse(): { title: string; textContent: string } | null };
    };
    const read = new Readability(document.cloneNode(true) as Document).parse();
    expect(read?.title).to.equal(whole.headline);
    for (let index = 1; index <= 12; index++) expect(read?.textContent).to.contain(`Paragraph ${index}:`);
  });
});
