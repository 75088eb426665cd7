import { expect } from '@open-wc/testing';
import { waitUntil } from '../tools/wait.js';
import { ferry } from '../elements/support/stories.js';
import { Cdn, FramedPage } from '../embed/cdn-page.js';
import { faulty } from '../tools/faulty-client.js';
import { figure } from './page.js';
import { apiOf } from './shown.js';

/** No style, no frame, no policy but ours. */
const strictest = (cdn: Cdn, policies = 'standfirst'): string =>
  `default-src 'none'; script-src ${cdn.base}/; connect-src ${faulty.origin}; img-src ${faulty.origin}; ` +
  `require-trusted-types-for 'script'; trusted-types ${policies}`;

const story = {
  ...ferry,
  body: '<p>At <b>nine</b>.</p><iframe src="https://www.youtube.com/embed/x"></iframe>',
};
const feed = `<?xml version="1.0"?><rss version="2.0"><channel><link>https://news.example/</link><item><title>${ferry.headline}</title>
  <link>${ferry.url}</link><guid isPermaLink="false">71</guid><description><![CDATA[<p>At <b>nine</b>.</p>]]></description></item></channel></rss>`;

const article = '<news-article story="71" json-ld><a href="/">Fallback</a></news-article>';
const api = (): Promise<string> => apiOf([['', { body: { items: [story] } }]]);
const named = (address: string, source: string): string => `data-api="${address}" data-source="${source}"`;

describe('under a policy that allows nothing but our script, the API and our trusted types', () => {
  for (const file of ['standfirst.js', 'standfirst.all.js'] as const)
    for (const [source, answer] of [
      ['rest', { body: { items: [story] } }],
      ['rss', { headers: { 'Content-Type': 'application/rss+xml' }, body: feed }],
    ] as const)
      it(`${file}, source ${source}: an article with its body and JSON-LD breaks it nowhere`, async () => {
        const cdn = new Cdn();
        const page = await FramedPage.open(cdn, {
          head: cdn.script(file, named(await apiOf([['', answer]]), source)),
          body: article,
          policy: strictest(cdn),
        });
        await page.shows(page.one('news-article'), ferry.headline);
        await waitUntil(
          () => page.one('[data-news-body] b') && page.one('script[type="application/ld+json"]'),
          'all of it',
          { timeout: 20_000 },
        );
        expect(await page.violations()).to.deep.equal([]);
        expect(page.warnings).to.deep.equal([]);
        await figure('policies', `\`${file}\`, source \`${source}\`, body and JSON-LD`, 'no violation');
      });

  it('beside a Lit of the page, which keeps its own name', async () => {
    const cdn = new Cdn();
    const page = await FramedPage.open(cdn, {
      head: `<script type="module" src="/node_modules/lit-html/lit-html.js"></script>
        ${cdn.script('standfirst.all.js', named(await api(), 'rest'))}`,
      body: article,
      policy: strictest(cdn, 'standfirst lit-html').replace('script-src', `script-src ${location.origin}/`),
    });
    await page.shows(page.one('news-article'), ferry.headline);
    await waitUntil(() => 'litHtmlVersions' in page.window, "the page's own Lit");
    expect(await page.violations()).to.deep.equal([]);
    await figure('policies', 'beside a Lit of the page: `standfirst lit-html`', 'no violation, both live');
  });

  for (const file of ['standfirst.js', 'standfirst.all.js'] as const)
    it(`${file}: where our policy is refused the fallback stays, and one sentence says why`, async () => {
      const cdn = new Cdn();
      const page = await FramedPage.open(cdn, {
        head: cdn.script(file, named(await api(), 'rest')),
        body: article,
        policy: strictest(cdn, 'lit-html'),
      });
      const said = page.warnings;
      page.window.addEventListener('error', (event) => {
        said.push(event.message);
        event.preventDefault();
      });
      await waitUntil(() => said.length, 'a sentence', { timeout: 20_000 });
      expect(said).to.have.length(1);
      expect(said[0]).to.match(/NEWS-TRUSTED-TYPES: .* refuses the policy "standfirst"/);
      expect(page.one('news-article').shadowRoot).to.equal(null);
      expect(page.one('news-article').textContent).to.equal('Fallback');
      await figure('policies', `\`${file}\`, \`standfirst\` refused`, 'the fallback stays, one sentence');
    });
});
