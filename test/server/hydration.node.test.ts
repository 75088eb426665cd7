import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renderPage } from '../../src/server/index.js';
import {
  contentApi,
  open,
  said,
  seenOn,
  serveSite,
  story,
  withoutScript,
  type Api,
  type Opened,
} from './support.js';

const modules = '<script type="module">import "/hydrate.js"; import "/define.js";</script>';
const oneFile = '<script type="module" src="/standfirst.all.js"></script>';

interface Parts {
  readonly body: string;
  readonly head?: string;
  readonly lang?: string;
}

const pageOf = (api: Api, { body, head = modules, lang = 'en' }: Parts): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta content="${api.address}" name="news-api">
  <link rel="canonical" href="https://news.example/story-1"><style>body { font: 16px serif; margin: 1em }</style>${head}</head>
  <body>${body}<p id="after">What comes after.</p></body></html>`;

const card = (n: number, inside = ''): string =>
  `<news-article-card story="${n}">${inside}</news-article-card>`;

/** Everything that there is, on one page. */
const all = `
  <news-follow name="The Truth"><a href="https://mastodon.social/@truth">M</a> <a href="/feed.xml">Feed</a></news-follow>
  <news-article json-ld><p slot="after-1">Subscribe.</p></news-article>
  <news-byline variant="box"></news-byline>
  <news-comment-count></news-comment-count>
  ${card(2, '<a href="/">Fallback</a>')}
  <news-article-card headline="By hand" href="/x"></news-article-card>
  <news-article-card story="unknown"><a href="/">Not there</a></news-article-card>
  <news-pull-quote story="3"></news-pull-quote>
  <news-related-stories limit="2" load-more dedupe>Fallback</news-related-stories>
  <news-related-stories from="latest" limit="2" layout="grid" dedupe><p slot="after-1">Between.</p></news-related-stories>
  <news-comments></news-comments>
  <news-comment-form></news-comment-form>
  <news-search action="/find"></news-search>
  <news-share ways="copy email x"></news-share>
  <news-copyright holder="The Truth" since="2020"></news-copyright>`;

const body =
  '<p>The crane moved first.</p><h2>Then the rest</h2><p>Boats followed.</p><figure class="wp-block-pullquote"><blockquote><p>Pulled.</p><cite>Ada</cite></blockquote></figure><table><tr><td>Nets</td></tr></table><iframe src="https://www.youtube.com/embed/x" title="A film"></iframe><p>End.</p>';

const wide = async (): Promise<Api> => {
  const api = await contentApi();
  api.stories[0] = { ...story(1), body };
  return api;
};

/** Nothing asked, nothing moved, nothing said. */
async function expectQuiet(api: Api, opened: Opened): Promise<void> {
  assert.deepEqual(api.asked, []);
  assert.deepEqual(opened.said, []);
  // On a slow machine a line is painted that the parser has not finished: it moves by some pixels without any of us.
  const shift = await opened.shift();
  assert.ok(shift < 0.001, `the page shifts by ${shift}`);
}

const states = ({ page }: Opened): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('news-article-card, news-related-stories')].map(
      (one) => (one as unknown as { contentState: string }).contentState,
    ),
  );

describe('a page that a server rendered, in a browser', () => {
  for (const [how, head] of Object.entries({
    modules,
    'the one file': oneFile,
    'reserve.css': `<link rel="stylesheet" href="/reserve.css">${modules}`,
    'reserve.css and the one file': `<link rel="stylesheet" href="/reserve.css">${oneFile}`,
  }))
    it(`looks and reads the same without script and with it: ${how}`, async () => {
      const api = await wide();
      const html = await renderPage(pageOf(api, { body: all, head }));
      api.asked.length = 0;
      const site = await serveSite(html);
      const [plain, scripted] = [await open(site, withoutScript), await open(site)];
      assert.match(
        await seenOn(plain),
        /The crane moved first[^]*Subscribe[^]*Boats followed[^]*Words of number 4/,
      );
      assert.equal(await seenOn(scripted), await seenOn(plain));
      // A picture of a whole page is taken in another view than the reader's: what moves then counts as a shift.
      await expectQuiet(api, scripted);
      const shots = [
        await plain.page.screenshot({ fullPage: true }),
        await scripted.page.screenshot({ fullPage: true }),
      ];
      assert.ok(shots[0]!.equals(shots[1]!), 'the same picture');
      // The one file replaces what the server rendered.
      if (head.includes('hydrate')) assert.deepEqual(await scripted.renewed(), []);
    });

  it('is taken over where the definitions come one by one, the provider last', async () => {
    const api = await contentApi();
    const html = await renderPage(
      pageOf(
        { ...api, address: 'http://127.0.0.1:9' },
        {
          head: '<script type="module">import "/hydrate.js"; await import("/card.js"); await new Promise((later) => setTimeout(later, 50)); await import("/provider.js");</script>',
          body: `<news-provider api="${api.address}">${card(1)}${card(2)}</news-provider>`,
        },
      ),
    );
    api.asked.length = 0;
    const opened = await open(await serveSite(html));
    await opened.page.waitForFunction('customElements.get("news-provider")');
    await expectQuiet(api, opened);
    assert.deepEqual(await opened.renewed(), []);
    assert.deepEqual(await states(opened), ['ready', 'ready']);
  });

  it('is taken over where the script is there before the parser has come so far', async () => {
    const api = await contentApi();
    const html = await renderPage(pageOf(api, { head: '', body: card(1) + card(2) }));
    const [first = '', second = ''] = html.split('</news-article-card>');
    const site = await serveSite(
      // The parser waits for a script that takes its time, when the elements are defined already.
      `${first}</news-article-card><script type="module" async>import "/hydrate.js"; import "/define.js"; import("/go.js");</script><script src="/waits.js"></script>${second}</news-article-card>${html.split('</news-article-card>')[2]}`,
      {},
    );
    api.asked.length = 0;
    const opened = await open(site);
    await opened.page.waitForFunction(
      'document.querySelectorAll("news-article-card")[1].contentState === "ready"',
    );
    await expectQuiet(api, opened);
    assert.deepEqual(await opened.renewed(), []);
  });

  for (const [what, broken] of Object.entries({
    'whose answers were lost on the way': (html: string) =>
      html.replace(/<script type="application\/json" data-news-answers>.*?<\/script>/, ''),
    'whose answers were cut off': (html: string) =>
      html.replace(/(data-news-answers>.{40}).*?<\/script>/, '$1</script>'),
    'that another version rendered': (html: string) => html.replaceAll(/lit-part \w{4}/g, 'lit-part abcd'),
  }))
    it(`starts anew on a page ${what}`, async () => {
      const api = await contentApi();
      const opened = await open(
        await serveSite(broken(await renderPage(pageOf(api, { body: card(1) + card(2) })))),
      );
      await opened.page.waitForFunction(
        'document.querySelectorAll("news-article-card")[1].contentState === "ready"',
      );
      assert.equal((await seenOn(opened)).match(/heading "Story/g)?.length, 2);
      assert.deepEqual(opened.said, []);
    });

  it('moves nothing while it comes in pieces, each of them painted', async () => {
    const api = await contentApi();
    const head = `<script>
      const painted = () => new Promise((then) => requestAnimationFrame(() => setTimeout(then)));
      const more = async () => {
        while (document.readyState === 'loading') await painted(), await painted(), await fetch('/more');
      };
      more();
    </script>${modules}`;
    const html = await renderPage(pageOf(api, { head, body: '<news-comments></news-comments>' }));
    api.asked.length = 0;
    const opened = await open(await serveSite(html.match(/[^]{1,8000}/g) ?? []));
    assert.match(await seenOn(opened), /number 4[^]*What comes after/);
    await expectQuiet(api, opened);
  });

  it('asks for itself where the server had no answer', async () => {
    const api = await contentApi();
    api.before = () => new Promise(() => undefined);
    const html = await renderPage(pageOf(api, { body: card(1, 'Fallback') }), {
      timeout: 30,
      onProblem: () => undefined,
    });
    api.before = () => undefined;
    const site = await serveSite(html);
    assert.match(await seenOn(await open(site, withoutScript)), /Fallback/);
    const opened = await open(site);
    await opened.page.waitForFunction('document.querySelector("news-article-card").contentState === "ready"');
    assert.match(await seenOn(opened), /Story number 1/);
  });

  it('has its pieces each with its answers', async () => {
    const api = await contentApi();
    const piece = (n: number): Promise<string> => renderPage(card(n), { api: api.address });
    const html = pageOf(api, {
      body: `<main>${await piece(1)}</main><aside>${await piece(2)}${card(3)}</aside>`,
    });
    api.asked.length = 0;
    const opened = await open(await serveSite(html));
    await opened.page.waitForFunction(
      'document.querySelectorAll("news-article-card")[2].contentState === "ready"',
    );
    assert.equal(api.asked.length, 1);
    assert.match(await seenOn(opened), /number 1[^]*number 2[^]*number 3/);
  });

  it('obeys a strict policy', async () => {
    const api = await wide();
    const html = await renderPage(
      pageOf(api, { body: all, head: modules.replace('<script', '<script nonce="n0"') }).replace(
        '<style>',
        '<style nonce="n0">',
      ),
      { nonce: 'n0' },
    );
    api.asked.length = 0;
    const opened = await open(
      await serveSite(html, {
        'Content-Security-Policy': `default-src 'none'; script-src 'nonce-n0' 'strict-dynamic'; style-src 'nonce-n0'; connect-src ${api.address}; require-trusted-types-for 'script'; trusted-types lit-html standfirst`,
      }),
    );
    await expectQuiet(api, opened);
    assert.deepEqual(await opened.renewed(), []);
  });

  describe('lives on as if it had asked itself', () => {
    const opening = async (api: Api, body: string): Promise<Opened> => {
      const html = await renderPage(pageOf(api, { body }));
      api.asked.length = 0;
      const opened = await open(await serveSite(html));
      await expectQuiet(api, opened);
      return opened;
    };

    it('tells that its content is there', async () => {
      const api = await contentApi();
      const head = `<script>addEventListener("news-load", ({ target, count }) => (globalThis.loaded ??= []).push([target.localName, count]), true)</script>${modules}`;
      const html = await renderPage(
        pageOf(api, { head, body: `${card(1)}<news-related-stories limit="3"></news-related-stories>` }),
      );
      const { page } = await open(await serveSite(html));
      assert.deepEqual(await page.evaluate('loaded'), [
        ['news-article-card', 1],
        ['news-related-stories', 4],
      ]);
    });

    it('a card: another story, the same again, another API', async () => {
      const api = await contentApi();
      const { page } = await opening(api, card(1));
      const one = page.locator('news-article-card');
      await one.evaluate((element) => element.setAttribute('story', '2'));
      await page.getByText('Story number 2').waitFor();
      api.stories = api.stories.map((each) => ({ ...each, headline: `New ${each.id}` }));
      await one.evaluate((element) => (element as unknown as { reload(): void }).reload());
      await page.getByText('New 2').waitFor();
      assert.equal(api.asked.length, 2);
    });

    it('a list: shows more, from where the server’s page ended', async () => {
      const api = await contentApi();
      const { page } = await opening(
        api,
        '<news-related-stories limit="2" load-more></news-related-stories>',
      );
      await page.getByRole('button', { name: 'Show more stories' }).click();
      await page.getByText('Story number 5').waitFor();
      assert.deepEqual(
        api.asked.map((path) => new URL(path, api.address).searchParams.get('cursor')),
        ['3'],
      );
    });

    it('a discussion: another order', async () => {
      const api = await contentApi();
      const { page } = await opening(api, '<news-comments></news-comments>');
      await page.getByRole('combobox').selectOption('oldest');
      await page.waitForFunction(
        'document.querySelector("news-comments").shadowRoot.querySelector("article").textContent.includes("number 1")',
      );
      assert.equal(api.asked.length, 1);
    });

    it('a discussion: brought up to date, what is new waits for a click', async () => {
      const api = await contentApi();
      const { page } = await opening(api, '<news-comments></news-comments>');
      api.comments = [said(5), ...api.comments];
      await page
        .locator('news-comments')
        .evaluate((element) => (element as unknown as { reload(): void }).reload());
      await page.getByRole('button', { name: '1 new comment' }).click();
      await page.getByText('Words of number 5').waitFor();
    });

    it('`refresh-every`; and when the API is gone, it says how old it is', async () => {
      const api = await contentApi();
      const html = await renderPage(
        pageOf(api, { body: '<news-article-card story="1" refresh-every="10"></news-article-card>' }),
      );
      api.asked.length = 0;
      const opened = await open(await serveSite(html), {}, true);
      const { page } = opened;
      await page.clock.runFor(10_500);
      await page.waitForFunction('document.querySelector("news-article-card").contentState === "ready"');
      while (!api.asked.length) await page.clock.runFor(500);
      api.before = (response) => {
        response.statusCode = 404;
        response.end('{}');
        return true;
      };
      await page.clock.runFor(10_500);
      while (api.asked.length < 2) await page.clock.runFor(500);
      await page.waitForFunction('document.querySelector("news-article-card").contentState === "stale"');
      assert.match(await seenOn(opened), /Story number 1/);
    });

    it('an article: its embeds load, its words change with the heading level', async () => {
      const api = await wide();
      const { page } = await opening(api, '<news-article></news-article>');
      await page.locator('news-article').evaluate((element) => element.setAttribute('heading-level', '2'));
      await page.locator('news-article h3', { hasText: 'Then the rest' }).waitFor();
      await page.getByRole('button', { name: 'Load' }).click();
      await page.locator('iframe[title="A film"]').waitFor({ state: 'attached' });
      assert.equal(await page.getByText('The crane moved first.').count(), 1);
      assert.deepEqual(api.asked, []);
    });

    it('a form: keeps what is typed', async () => {
      const api = await contentApi();
      const { page } = await opening(api, '<news-comment-form></news-comment-form>');
      await page.getByRole('textbox', { name: 'Comment' }).fill('Words.');
      assert.match(await page.evaluate('JSON.stringify({ ...localStorage })'), /Words\./);
    });

    it('a picture that did not come leaves no hole', async () => {
      const api = await contentApi();
      api.stories = [{ ...story(1), picture: { src: `${api.address}/broken.png`, width: 300, height: 200 } }];
      const html = await renderPage(
        pageOf(api, { body: '<news-article-card story="1" loading="eager"></news-article-card>' }),
      );
      const { page } = await open(await serveSite(html));
      await page.waitForFunction(
        'document.querySelector("news-article-card").shadowRoot.querySelector("img").hidden',
      );
    });
  });
});
