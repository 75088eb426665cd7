import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { OutputFile } from 'esbuild';
import { renderPage } from '../../src/server/index.js';
import { pageOf } from '../../src/sources/feed/rss-page.js';
import { bundle, open, serve } from './support.js';

// A server has no DOM: it reads feeds by parsers of its own.

const folder = new URL('../backends/feeds/', import.meta.url);
const rss = (inside: string): string =>
  `<rss version="2.0"><channel><link>https://news.example/</link>${inside}</channel></rss>`;

const feeds: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.xml'))
      .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
  ),
  'entities of HTML, bare ampersands, forbidden signs': `\ufeff\n ${rss(
    '<item><title>Caf&eacute; &amp; bar</title><link>https://news.example/?a=1&b=2</link><description>a&nbsp;b & c&unknown; AT&T\u0008 &#8217;</description></item><item><title>B</title><description><![CDATA[R&D &eacute;]]></description></item>',
  )}\n`,
  'XHTML in Atom':
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/blog/" xml:lang="sv"><entry><id>urn:a</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a <b>&lt;b&gt;</b> &amp; c</div></title><link href="one" xml:base="two/"/></entry></feed>',
  'a mistake that cannot be mended': '<rss><channel><item></channel></rss>',
  'no end': '<rss><channel><item><title>A</title>',
  'two roots': '<rss/><rss/>',
  'attributes without quotes': '<rss version=2.0><channel/></rss>',
  'a prefix of nobody': rss('<item><title>A</title><x:y>1</x:y></item>'),
  'a document type': '<!DOCTYPE rss [<!ENTITY a "b">]><rss><channel/></rss>',
  'something else': '<opml/>',
  nothing: '',
};

type Read = (xml: string) => Promise<unknown>;

/** What is read, or the kind of problem that it is. */
const read: Read = async (xml) => {
  try {
    return await pageOf(xml, 'https://news.example/feed');
  } catch (error) {
    return { problem: (error as { kind?: string }).kind };
  }
};

/** Without what says nothing: members that are undefined, and the space in `<br />`. */
const asData = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll(' />', '/>'));

const sendModule = (files: ReadonlyMap<string, OutputFile>) =>
  serve((request, response) => {
    const file = files.get(request.url ?? '');
    if (file) response.setHeader('Content-Type', 'text/javascript').end(file.contents);
    else
      response.setHeader('Content-Type', 'text/html').end('<!doctype html><link rel="icon" href="data:,">');
  });

describe('a feed on a server', () => {
  it('is read as in a browser', async () => {
    const site = await sendModule(new Map(await bundle({ feed: 'src/sources/feed/rss-page.ts' })));
    const { page } = await open(site);
    const inBrowser = (xml: string): Promise<unknown> =>
      page.evaluate(
        `import('/feed.js').then(({ pageOf }) => pageOf(${JSON.stringify(xml)}, 'https://news.example/feed'))
          .catch(({ kind }) => ({ problem: kind }))`,
      );
    for (const [name, xml] of Object.entries(feeds))
      assert.deepEqual(asData(await read(xml)), asData(await inBrowser(xml)), name);
  });

  it('is rendered with its stories', async () => {
    const feed = await serve((_, response) =>
      response.setHeader('Content-Type', 'application/rss+xml').end(feeds['wordpress-rss.xml']),
    );
    const problems: unknown[] = [];
    const html = await renderPage(
      `<!doctype html><html lang="en"><body><news-related-stories api="${feed}/feed.xml" source="rss" from="latest"></news-related-stories></body></html>`,
      { onProblem: (problem) => problems.push(problem) },
    );
    assert.deepEqual(problems, []);
    const [, first = 'no title'] = /<item>\s*<title>([^<]+)/.exec(feeds['wordpress-rss.xml'] ?? '') ?? [];
    assert.ok(html.includes(first), first);
  });
});
