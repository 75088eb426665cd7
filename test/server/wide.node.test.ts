import assert from 'node:assert/strict';
import { it } from 'node:test';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startApi } from '../../demo/api/start.js';
import { renderPage } from '../../src/server/index.js';
import { open, serve, serveModules } from './support.js';

it('walks', async () => {
  const api = await startApi({ port: 0, host: '127.0.0.1', siteOrigin: 'https://news.example', contentDir: fileURLToPath(new URL('../../demo/content', import.meta.url)) });
  const asked: string[] = [];
  const base = await serve(async (q, r) => { asked.push(q.url!); const a = await fetch(api.origin + q.url!); r.setHeader('Access-Control-Allow-Origin', '*'); r.setHeader('Content-Type', a.headers.get('content-type')!); r.statusCode = a.status; r.end(Buffer.from(await a.arrayBuffer())); });
  const list = (await (await fetch(`${api.origin}/v1/stories?limit=4`)).json()) as any;
  const [s1, s2] = list.items;
  console.log(s1.id, s1.url, s2.label);
  for (const script of ['<script type="module">import "/hydrate.js"; import "/define.js"</script>']) {
    asked.length = 0;
    const page = `<!doctype html><html lang="en-GB"><head><meta charset=utf-8><link rel=canonical href="${s1.url}"><style>body{max-width:44em;margin:auto;font-family:serif}</style>${script}</head><body>
<news-provider api="${base}/v1">
<news-follow name="The Truth"><a href="https://mastodon.social/@truth">M</a> <a href="/feed.xml" data-network="rss">Feed</a></news-follow>
<news-article json-ld><p slot="after-1">INSERT</p></news-article>
<news-byline variant="box"></news-byline>
<news-comment-count></news-comment-count>
<news-article-card story="${s2.id}" layout="row"><a href="x">f</a></news-article-card>
<news-article-card headline="By hand" href="/x"></news-article-card>
<news-pull-quote story="${s2.id}"></news-pull-quote>
<news-related-stories dedupe load-more limit=2 loading=eager>Fallback</news-related-stories>
<news-related-stories dedupe from=latest limit=2 layout=grid>Fallback</news-related-stories>
<news-article-card story="nope"><a href="x">Not there</a></news-article-card>
<news-comments privacy-url=/p></news-comments>
<news-comment-form></news-comment-form>
<news-search action=/find></news-search>
<news-share></news-share>
<news-copyright holder=T since=2020></news-copyright>
</news-provider>
<p>After</p></body></html>`;
    const t = performance.now();
    const html = await renderPage(page);
    console.log('ms', performance.now() - t, html.length);
    assert.equal(html, await renderPage(page));
    writeFileSync('/tmp/w/ssr-scratch/wide.html', html);
    console.log(asked);
    asked.length = 0;
    const site = await serve(async (request, response) => {
      if (await serveModules(request, response)) return;
      if (request.url !== '/') { response.statusCode = 404; return response.end(); }
      response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html);
    });
    const off = await open(site, { javaScriptEnabled: false });
    const on = await open(site + '/', {}, `addEventListener('DOMContentLoaded', () => { globalThis.roots = [...document.querySelectorAll('*')].filter((e) => e.shadowRoot).map((e) => [e, e.shadowRoot.querySelector('style'), e.shadowRoot.innerHTML]) }, true)`); console.log(await on.page.evaluate('globalThis.roots.map(([e, s, h]) => [e.localName, s.isConnected, h === e.shadowRoot.innerHTML].join(" "))'));
    const [a, b] = [await off.page.screenshot({ fullPage: true, path: '/tmp/w/ssr-scratch/off.png' }), await on.page.screenshot({ fullPage: true, path: '/tmp/w/ssr-scratch/on.png' })];
    console.log(script, asked, on.said, await on.shift(), a.equals(b), await on.page.evaluate(() => [...document.querySelectorAll('*')].filter((e) => e.localName.startsWith('news-')).map((e) => [e.localName, (e as any).contentState, e.shadowRoot?.querySelectorAll('.root').length].join(' '))));
  }
  await api.close();
});
