import { expect, nextFrame } from '@open-wc/testing';
import { contentApi, page as listOf, query, stories } from '../elements/support/content-api.js';
import { ferry, several, tram } from '../elements/support/stories.js';
import { Cdn, FramedPage, strict } from './cdn-page.js';
import { waitUntil } from '../tools/wait.js';

const card = (story: string, more = ''): string =>
  `<news-article-card story="${story}" ${more}><a href="/">Fallback of ${story}</a></news-article-card>`;
const files = ['standfirst.js', 'standfirst.all.js'] as const;
const state = (element: Element): string | undefined => (element as { contentState?: string }).contentState;
/** What a reader sees of an element that is not there. */
const isFallback = (element: Element): boolean => !element.shadowRoot && !!element.textContent.trim();

/** As long as a slow machine needs. */
const until = (condition: () => unknown, message = ''): Promise<void> =>
  waitUntil(() => !!condition(), message, { interval: 1, timeout: 20_000 });

describe('from a CDN on another origin', () => {
  for (const file of files)
    describe(file, () => {
      it('shows content under the strictest policy, with the API of its own tag', async () => {
        const [cdn, api] = [
          new Cdn(),
          await contentApi(stories({ ...ferry, body: '<p>At <b>nine</b>.</p>' }), stories(tram)),
        ];
        const page = await FramedPage.open(cdn, {
          head: cdn.script(file, `data-api="${api.address}"`),
          body: `<news-article story="71" json-ld></news-article>`,
        });
        await page.shows(page.one('news-article'), ferry.headline);
        await until(() => page.one('news-article > [data-news-body] b'), 'the body');
        await until(() => page.one('script[type="application/ld+json"]'), 'JSON-LD');
        expect(await page.violations()).to.deep.equal([]);
        expect(page.warnings).to.deep.equal([]);
      });

      it('a policy that does not name the CDN keeps it out, and the fallback stays', async () => {
        const cdn = new Cdn();
        const page = await FramedPage.open(cdn, {
          head: cdn.script(file),
          body: card('71'),
          policy: strict(new Cdn()),
        });
        const violations = await page.violations();
        expect(violations).to.have.length(1);
        expect(violations[0]).to.contain('script-src');
        expect(isFallback(page.one('news-article-card'))).to.equal(true);
      });

      it('knows its settings by a tag with a query, and where the CDN leads on to a version', async () => {
        for (const src of [`/${file}?v=3`, `/latest/${file}`]) {
          const [cdn, api] = [new Cdn(), await contentApi(stories(ferry))];
          const page = await FramedPage.open(cdn, {
            head: `<script type="module" src="${cdn.base}${src}" data-api="${api.address}" data-source="rest" data-debug></script>`,
            body: card('71'),
          });
          const element = page.one('news-article-card');
          await page.shows(element, ferry.headline);
          await page.shows(element, api.address);
        }
      });
    });

  it('a nonce on the tag is enough: the chunks go by it', async () => {
    const [cdn, api] = [new Cdn(), await contentApi(stories(ferry))];
    const page = await FramedPage.open(cdn, {
      head: cdn.script('standfirst.js', `nonce="r4nd0m" data-api="${api.address}"`),
      body: card('71'),
      policy: strict(new Cdn(), "'nonce-r4nd0m'"),
    });
    await page.shows(page.one('news-article-card'), ferry.headline);
    expect(await page.violations()).to.deep.equal([]);
  });

  it('two of them on one page are nothing to speak of', async () => {
    const [cdn, api] = [new Cdn(), await contentApi(stories(ferry))];
    const page = await FramedPage.open(cdn, {
      head:
        cdn.script('standfirst.js', `data-api="${api.address}"`) +
        cdn.script('standfirst.all.js', `data-api="${api.address}"`),
      body: card('71'),
      policy: `${strict(cdn)} 'allow-duplicates'`,
    });
    await page.shows(page.one('news-article-card'), ferry.headline);
    expect(page.warnings).to.deep.equal([]);
  });
});

describe('the autoloader', () => {
  it('loads what is on the page, and nothing else', async () => {
    const [cdn, api] = [new Cdn(), await contentApi(stories(ferry))];
    const page = await FramedPage.open(cdn, {
      head: cdn.script('standfirst.js', `data-api="${api.address}" data-source="rest"`),
      body: card('71') + '<news-weather></news-weather><ghost></ghost>',
    });
    await page.shows(page.one('news-article-card'), ferry.headline);
    const asked = await cdn.asked();
    expect(asked[0]).to.equal('standfirst');
    expect(asked.slice(1)).to.have.members(['core', 'article-card', 'card', 'rest']);
  });

  it('loads nothing on a page without elements', async () => {
    const [cdn, api] = [new Cdn(), await contentApi()];
    const page = await FramedPage.open(cdn, {
      head: cdn.script('standfirst.js', `data-api="${api.address}/wp-json"`),
      body: '<p>Words</p>',
    });
    await until(() => page.document.readyState === 'complete');
    expect(await cdn.asked()).to.deep.equal(['standfirst']);
    page.add('<news-share></news-share>');
    expect(await cdn.asked(6)).to.include.members(['core', 'share', 'row', 'wordpress']);
  });

  it('loads what comes later: on the page, in shadow roots, in such as come with an element that is defined late', async () => {
    const [cdn, api] = [new Cdn(), await contentApi(listOf(several(4)), stories(ferry))];
    const page = await FramedPage.open(cdn, {
      head: cdn.script('standfirst.js', `data-api="${api.address}"`),
      body: '<div id="host"></div><late-host></late-host>',
    });
    await until(() => page.document.readyState === 'complete');
    const related = page.add('<news-related-stories from="latest" loading="eager"></news-related-stories>');
    await page.shows(related, 'Story number 4');

    const host = page.document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    page.document.body.append(host);
    const follow = page.document.createElement('news-follow');
    follow.setAttribute('links', '/feed.xml');
    root.append(follow);
    await page.shows(follow, 'RSS');

    const { HTMLElement: theirs } = page.window;
    page.window.customElements.define(
      'late-host',
      class extends theirs {
        connectedCallback(): void {
          this.attachShadow({ mode: 'open' }).append(page.document.createElement('news-share'));
        }
      },
    );
    await page.shows(page.one('late-host').shadowRoot!.firstElementChild!, 'Copy');
  });

  it('the provider is there before the others, however late it comes', async () => {
    const [cdn, api, ofPage] = [new Cdn(), await contentApi(stories(ferry)), await contentApi(stories(tram))];
    const page = await FramedPage.open(cdn, {
      head: cdn.script('standfirst.js', `data-api="${ofPage.address}"`),
      body: `<news-provider api="${api.address}">${card('71')}</news-provider>`,
      orders: { held: 'provider' },
    });
    // A resource is entered when all of it has come.
    const came = (): string[] =>
      page.window.performance.getEntriesByType('resource').map(({ name }) => name.replace(/.*\//, ''));
    await until(() => ['core.js', 'card.js', 'article-card.js'].every((file) => came().includes(file)));
    await nextFrame();
    expect(isFallback(page.one('news-article-card'))).to.equal(true);
    await cdn.order({});
    await page.shows(page.one('news-article-card'), ferry.headline);
    expect((await api.asked()).map(query)).to.deep.equal([{ ids: '71' }]);
    expect(await ofPage.asked()).to.deep.equal([]);
  });

  describe('a chunk that does not come', () => {
    it('is told of once, the fallback stays, and the next element tries again', async () => {
      const [cdn, api] = [new Cdn(), await contentApi(stories(ferry, tram))];
      const page = await FramedPage.open(cdn, {
        head: cdn.script('standfirst.js', `data-api="${api.address}"`),
        body: card('71') + '<news-byline story="71">By us</news-byline>',
        orders: { broken: 'article-card|byline' },
      });
      const [warning] = await page.warned();
      expect(warning).to.match(/^NEWS-SCRIPT: <news-(article-card|byline)> could not be loaded/);
      const element = page.one('news-article-card');
      expect(isFallback(element)).to.equal(true);
      await cdn.order({});
      page.add('<news-share></news-share>');
      await page.shows(element, ferry.headline);
      await page.shows(page.one('news-byline'), 'Amina Rahman');
      expect(page.warnings).to.have.length(1);
    });

    it('is tried again when the network is back', async () => {
      const [cdn, api] = [new Cdn(), await contentApi(stories(ferry))];
      const page = await FramedPage.open(cdn, {
        head: cdn.script('standfirst.js', `data-api="${api.address}"`),
        body: card('71'),
        orders: { broken: 'article-card' },
      });
      await page.warned();
      await cdn.order({});
      page.window.dispatchEvent(new Event('online'));
      await page.shows(page.one('news-article-card'), ferry.headline);
    });

    it('that others share: the same, but in Firefox, which keeps the failure until the page is loaded anew', async () => {
      const [cdn, api] = [new Cdn(), await contentApi(stories(ferry))];
      const page = await FramedPage.open(cdn, {
        head: cdn.script('standfirst.js', `data-api="${api.address}"`),
        body: card('71'),
        orders: { broken: 'core' },
      });
      await page.warned();
      await cdn.order({});
      page.window.dispatchEvent(new Event('online'));
      if (navigator.userAgent.includes('Firefox'))
        expect(isFallback(page.one('news-article-card'))).to.equal(true);
      else await page.shows(page.one('news-article-card'), ferry.headline);
    });
  });

  describe('Subresource Integrity, as the command prints it', () => {
    /** The part of what is printed with the loader, or with the one file; and what a policy needs for the import map. */
    async function printed(cdn: Cdn, api: string): Promise<{ tags: string; all: string; policy: string }> {
      const text = await cdn.integrity();
      const withApi = (tag = ''): string => tag.replace('crossorigin', `crossorigin data-api="${api}"`);
      const [, all] = /(<script[^>]*all\.js.*<\/script>)/.exec(text)!;
      const [map] = /<script type="importmap">.*<\/script>/.exec(text)!;
      const [loader] = /<script[^>]*\/standfirst\.js.*<\/script>/.exec(text)!;
      const [, hash] = /('sha256-[^']*')/.exec(text)!;
      return { tags: `${map}\n${withApi(loader)}`, all: withApi(all), policy: strict(cdn, hash) };
    }

    it('lets the files of this version run, the import map under a policy, too', async () => {
      for (const which of ['tags', 'all'] as const) {
        const [cdn, api] = [new Cdn(), await contentApi(stories(ferry))];
        const { policy, ...tags } = await printed(cdn, api.address);
        const page = await FramedPage.open(cdn, { head: tags[which], body: card('71'), policy });
        await page.shows(page.one('news-article-card'), ferry.headline);
        expect(await page.violations()).to.deep.equal([]);
      }
    });

    for (const file of ['core', 'article-card', 'card'])
      it(`a changed ${file} is refused, and the fallback stays`, async () => {
        const [cdn, api] = [new Cdn(), await contentApi(stories(ferry))];
        const { tags, policy } = await printed(cdn, api.address);
        const page = await FramedPage.open(cdn, {
          head: tags,
          body: card('71'),
          policy,
          orders: { tampered: `/${file}\\.js` },
        });
        expect((await page.warned())[0]).to.contain('NEWS-SCRIPT');
        // Tried again it is the same. What was tried is there, or is not, once a later one is.
        for (const later of ['<news-share></news-share>', '<news-copyright holder="Us"></news-copyright>']) {
          const { length } = await cdn.asked();
          const element = page.add(later);
          if (file === 'core') await cdn.asked(length + 1);
          else await page.shows(element, later.includes('Us') ? 'Us' : 'Copy');
        }
        expect(isFallback(page.one('news-article-card'))).to.equal(true);
        expect(await api.asked()).to.deep.equal([]);
      });

    it('a changed source, which is loaded later, is refused: nothing is asked, and the element says it failed', async () => {
      const [cdn, api] = [new Cdn(), await contentApi(stories(ferry))];
      const { tags, policy } = await printed(cdn, api.address);
      const page = await FramedPage.open(cdn, {
        head: tags,
        body: card('71'),
        policy,
        orders: { tampered: 'rest' },
      });
      await until(() => state(page.one('news-article-card')) === 'error', 'an error');
      expect(await api.asked()).to.deep.equal([]);
    });

    it("the loader's own hash covers the loader alone: without the map a changed chunk runs", async () => {
      const [cdn, api] = [new Cdn(), await contentApi(stories(ferry))];
      const { tags } = await printed(cdn, api.address);
      const page = await FramedPage.open(cdn, {
        head: tags.replace(/<script type="importmap">.*<\/script>/, ''),
        body: card('71'),
        orders: { tampered: 'article-card' },
      });
      await page.shows(page.one('news-article-card'), ferry.headline);
    });

    for (const which of ['tags', 'all'] as const)
      it(`a changed ${which === 'all' ? 'one file' : 'loader'} does not run`, async () => {
        const [cdn, api] = [new Cdn(), await contentApi(stories(ferry))];
        const { policy, ...tags } = await printed(cdn, api.address);
        const page = await FramedPage.open(cdn, {
          head: tags[which],
          body: card('71'),
          policy,
          orders: { tampered: '^standfirst' },
        });
        await until(() => page.document.readyState === 'complete');
        expect(isFallback(page.one('news-article-card'))).to.equal(true);
        expect(await cdn.asked()).to.have.length(1);
      });
  });
});

describe('cloak.css', () => {
  const head = (cdn: Cdn): string => `<link rel="stylesheet" href="${cdn.base}/cloak.css" crossorigin>`;
  const visible = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });

  it('hides an element until its content is there, and nothing else', async () => {
    const [cdn, api] = [new Cdn(), await contentApi({ ...stories(ferry), delay: 300 })];
    const page = await FramedPage.open(cdn, {
      head: head(cdn) + cdn.script('standfirst.js', `data-api="${api.address}"`),
      body: `<p>Words</p><news-provider>${card('71')}</news-provider><news-article><p>Body</p></news-article>`,
      orders: { held: 'core' },
    });
    const element = page.one('news-article-card');
    await cdn.asked(3);
    await until(() => !visible(element), 'a cloak');
    for (const other of ['p', 'news-article > p']) expect(visible(page.one(other))).to.equal(true);
    await cdn.order({});
    await until(() => state(element) === 'loading');
    expect(visible(element)).to.equal(false);
    await page.shows(element, ferry.headline);
    expect(visible(element)).to.equal(true);
  });

  it('for two seconds at most, though the script never comes', async () => {
    const cdn = new Cdn();
    const page = await FramedPage.open(cdn, {
      head: head(cdn) + cdn.script('standfirst.js'),
      body: card('71'),
      orders: { held: 'core' },
    });
    const element = page.one('news-article-card');
    await until(() => !visible(element), 'a cloak');
    const [cloak] = page.document.getAnimations();
    expect(cloak!.effect!.getComputedTiming().endTime).to.equal(2_000);
    cloak!.finish();
    await until(() => visible(element), 'the fallback');
    // What comes after that is not hidden.
    expect(visible(page.add(card('72')))).to.equal(true);
    await cdn.order({});
  });
});
