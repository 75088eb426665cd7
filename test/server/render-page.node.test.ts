import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { renderPage, type RenderOptions, type RenderProblem } from '../../src/server/index.js';
import { contentApi, said, story, type Api } from './support.js';

const card = (n: number | string, inside = ''): string =>
  `<news-article-card story="${n}">${inside}</news-article-card>`;

const pageOf = (api: Api, body: string, head = ''): string =>
  `<!doctype html>\n<html lang="en"><head><meta content="${api.address}" name="news-api">${head}</head>\n<body>${body}</body></html>\n`;

/** Renders, and gives what was told of, too. */
async function told(html: string, options: RenderOptions = {}): Promise<[string, RenderProblem[]]> {
  const problems: RenderProblem[] = [];
  const rendered = await renderPage(html, { ...options, onProblem: (one) => problems.push(one) });
  return [rendered, problems];
}

/** What was there before: nothing but our own pieces may have come. */
const without = (html: string): string =>
  html
    .replace(/<template shadowrootmode="open"><style data-news="\d*">[^]*?<\/template>/g, '')
    .replace(/<meta name="news-api" content="[^"]*"><meta name="news-source" content="auto">/g, '')
    .replace(/<script type="application\/json" data-news-answers>.*?<\/script>/g, '');

const answersIn = (html: string): [string, unknown, object?][] =>
  JSON.parse(/data-news-answers>(.*?)<\/script>/.exec(html)?.[1] ?? '[]') as [string, unknown, object?][];

const roots = (html: string): number => html.split('<template shadowrootmode').length - 1;

describe('renderPage', () => {
  it('puts shadow roots and answers into a page, and asks once for all cards', async () => {
    const api = await contentApi(150);
    const page = pageOf(api, Array.from({ length: 100 }, (_, n) => card(n + 1)).join('\n'));
    const html = await renderPage(page);
    assert.equal(api.asked.length, 1);
    assert.equal(roots(html), 100);
    assert.match(html, /Story number 100 of a long night/);
    assert.equal(without(html), page);
    assert.equal(answersIn(html).length, 100);
    // Transferred, a hundred times the same style is next to nothing; the data is small.
    assert.ok(html.indexOf('data-news-answers') > html.lastIndexOf('</news-article-card>'));
  });

  it('asks each kind of question once, whoever puts it', async () => {
    const api = await contentApi();
    const head = '<link rel="canonical" href="https://news.example/story-1">';
    const html = await renderPage(
      pageOf(
        api,
        `${card(1)}${card(1)}<news-byline></news-byline><news-comment-count></news-comment-count><news-pull-quote story="1"></news-pull-quote><news-related-stories></news-related-stories><news-comments></news-comments><news-comment-form></news-comment-form>`,
        head,
      ),
    );
    assert.deepEqual(api.asked.map((path) => path.replace(/\?.*&?(related|url|story)=.*/, ' $1')).sort(), [
      '/comments story',
      '/stories related',
      '/stories url',
    ]);
    assert.equal(roots(html), 8);
    assert.match(html, /Words of number 4\./);
  });

  it('gives the same for the same', async () => {
    const api = await contentApi();
    const page = pageOf(api, `${card(1)}<news-comments story="1"></news-comments><news-share></news-share>`);
    assert.equal(await renderPage(page), await renderPage(page));
  });

  describe('leaves every byte of the page as it is', () => {
    const odd: Record<string, string> = {
      'no head, no body': `<news-article-card story=1><p>x`,
      'a piece': `  <main>\r\n${card(1)}\r\n</main> \t`,
      'upper case, odd attributes': `<NEWS-ARTICLE-CARD STORY='1' a=">" b c='x"'\n\n>x</NEWS-ARTICLE-CARD>`,
      'in a table': `<table><tr><td>${card(1)}</td></tr>${card(2)}</table>`,
      'closed in the wrong order': `<b><i>${card(1).replace('</news', '</b></news')}</i>x`,
      'never closed': `<div><p><news-article-card story="1"></div>after`,
      'after the body': `</body></html>${card(1)}<!-- x -->`,
      'two bodies': `<body a>${card(1)}<body b>${card(2)}</body>`,
      'a byte order mark, NUL, lone surrogate': `\ufeff\0<p>\ud800</p>${card(1)}\u2028`,
      entities: `&amp;&nbsp&#0;&notit;${card(1, '&lt;')}`,
      'an unclosed textarea after it': `${card(1)}<textarea>x`,
      'an unclosed comment after it': `${card(1)}<!-- x`,
      'an unclosed script after it': `<p>${card(1)}</p><script>x`,
      plaintext: `${card(1)}<plaintext>x`,
      'frames of another namespace': `<svg><foreignObject>${card(1)}</foreignObject></svg>`,
    };
    for (const [what, page] of Object.entries(odd))
      it(what, async () => {
        const api = await contentApi();
        const html = await renderPage(page, { api: api.address });
        assert.equal(without(html), page);
        assert.ok(roots(html) > 0, 'rendered');
        // A browser finds them where they are meant to be.
        const { templates, scripts } = found(html);
        assert.equal(templates, roots(html));
        assert.equal(scripts, 1);
      });

    it('whatever it is', async () => {
      const api = await contentApi();
      const piece = fc.constantFrom(
        ...[
          card(1),
          '<news-article-card story="2">',
          '</news-article-card>',
          '<p>',
          '</p>',
          '<table>',
          '<tr>',
          '<td>',
        ],
        ...[
          '</table>',
          '<select>',
          '</select>',
          '<svg>',
          '</svg>',
          '<b>',
          '</b>',
          '<template>',
          '</template>',
          '<!--',
          '-->',
        ],
        ...[
          '<script>',
          '</script>',
          '<textarea>',
          '</textarea>',
          '</body>',
          '<body>',
          '</html>',
          '\r\n',
          '\0',
          '<',
          '&',
          'é',
          '😀',
        ],
        ...[
          '<news-provider>',
          '</news-provider>',
          '<a href=x>',
          '</a>',
          '<form>',
          '</form>',
          '<li>',
          '<button>',
          '<noscript>',
        ],
      );
      await fc.assert(
        fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
          const page = pieces.join('');
          const html = await renderPage(page, { api: api.address });
          assert.equal(without(html), page);
          assert.equal(found(html).templates, roots(html));
          assert.equal(found(html).scripts, answersIn(html).length ? 1 : 0);
        }),
        { numRuns: 300 },
      );
    });

    it('what has no element of ours, and what is not there: templates, comments, scripts, words', async () => {
      const page = `<template>${card(1)}</template><!-- ${card(1)} --><script>"${card(1)}"</script><textarea>${card(1)}</textarea><x-card story="1"></x-card><news-nonsense></news-nonsense>`;
      assert.deepEqual(await told(page), [page, []]);
    });

    it('what is rendered already', async () => {
      const api = await contentApi();
      const once = await renderPage(pageOf(api, card(1)));
      assert.equal(await renderPage(once), once);
      assert.equal(api.asked.length, 1);
    });
  });

  it('writes answers that cannot break out of their script', async () => {
    const api = await contentApi();
    const headline = `</script><!--<script>\u2028\u2029]]>&lt;`;
    api.stories = [{ ...story(1), headline }];
    const html = await renderPage(pageOf(api, card(1)));
    assert.equal(html.match(/<\/script/g)?.length, 1);
    assert.doesNotMatch(html, /[\u2028\u2029](?![^]*data-news-answers)/);
    assert.equal((answersIn(html)[0]?.[1] as { headline: string }).headline, headline);
  });

  describe('reads the page as the elements would', () => {
    it('its API: own attribute, provider, script, meta, option, head', async () => {
      const apis = await Promise.all(Array.from({ length: 5 }, () => contentApi()));
      const [own, around, script, meta, option] = apis.map(({ address }) => address);
      const asked = (): number[] => apis.map((api) => api.asked.splice(0).length);
      const scriptTag = `<script type="module" src="/news.js" data-api="${script}"></script>`;
      const metaTag = `<meta name="news-api" content="${meta}">`;
      await renderPage(
        `${metaTag}${scriptTag}<news-provider api="${around}"><news-article-card story="1" api="${own}"></news-article-card>${card(2)}</news-provider>${card(3)}`,
        { api: option },
      );
      assert.deepEqual(asked(), [1, 1, 1, 0, 0]);
      await renderPage(`${metaTag}${card(3)}`, { api: option });
      assert.deepEqual(asked(), [0, 0, 0, 1, 0]);
      const html = await renderPage(card(3), { api: option, source: 'rest', apiKey: '"k"' });
      assert.deepEqual(asked(), [0, 0, 0, 0, 1]);
      assert.match(
        html,
        /<meta name="news-api" content="http[^>]*><meta name="news-source" content="rest"><meta name="news-api-key" content="&quot;k&quot;"><script/,
      );
    });

    it('a relative API, by the address of the page', async () => {
      const api = await contentApi();
      const html = await renderPage(`<news-article-card story="1" api="/"></news-article-card>`, {
        url: `${api.address}/a/page`,
      });
      assert.equal(roots(html), 1);
    });

    it('language and words: the nearest ones', async () => {
      const api = await contentApi();
      const words = (by: string): string =>
        `<script type="application/json" data-news-messages>{"by":"${by}"}</script>`;
      const byline = (inside = ''): string => `<news-byline story="1">${inside}</news-byline>`;
      const html = await renderPage(
        pageOf(
          api,
          `<div lang="de">${card(1)}</div><div lang="xx-">${byline()}</div>${byline(words('From'))}`,
          words('Von'),
        ),
      );
      assert.match(html, /12\. März 2026/);
      assert.match(html, />Von<[^]*>From</);
    });

    it('the publisher’s own slots, links and fallback', async () => {
      const api = await contentApi();
      const html = await renderPage(
        pageOf(
          api,
          `<news-article-card><h3 slot="heading"><a href="/own">Own</a></h3></news-article-card>${card(1)}<news-follow><a href="https://mastodon.social/@truth">M</a></news-follow><news-related-stories limit="3"><p slot="after-2">Subscribe</p></news-related-stories>`,
        ),
      );
      assert.match(
        html,
        /<slot name="heading"><!--lit-part [^>]*><!--lit-node 0--><h3[^]*?<h3 slot="heading"/,
      );
      assert.match(html, /href="https:\/\/mastodon.social\/@truth"\s+rel="me noopener"[^]*?<path d="M/);
      assert.match(html, /<slot name="after-2">/);
    });

    it('the story that the page is about: by its canonical link, else its address', async () => {
      const api = await contentApi();
      await renderPage(
        pageOf(
          api,
          '<news-byline></news-byline>',
          '<base href="https://news.example/x/"><link rel="canonical" href="../story-1">',
        ),
      );
      await renderPage(pageOf(api, '<news-byline></news-byline>'), {
        url: 'https://news.example/story-2#top',
      });
      assert.deepEqual(
        api.asked.map((path) => new URL(path, api.address).searchParams.get('url')),
        ['https://news.example/story-1', 'https://news.example/story-2'],
      );
    });

    it('lists with `dedupe`: none shows what another does, on this page alone', async () => {
      const api = await contentApi();
      const list = '<news-related-stories from="latest" dedupe limit="2"></news-related-stories>';
      const shown = async (): Promise<string[]> =>
        [
          ...(await renderPage(pageOf(api, list + list)))
            .split('data-news-answers')[0]!
            .matchAll(/Story number (\d)/g),
        ].map(([, n]) => n!);
      assert.deepEqual(await shown(), ['1', '2', '3', '4']);
      assert.deepEqual(await shown(), ['1', '2', '3', '4']);
    });
  });

  describe('an article', () => {
    const body =
      '<p>One.</p><h2>Two</h2><p>Three.<script>alert(1)</script></p><table><tr><td>4</td></tr></table><figure class="wp-block-pullquote"><blockquote><p>Five.</p><cite>Ada</cite></blockquote></figure><iframe src="https://www.youtube.com/embed/x" title="A film"></iframe>';
    const article = async (
      attributes = '',
      inside = '',
      head = '',
      options: RenderOptions = {},
    ): Promise<string> => {
      const api = await contentApi();
      api.stories = [{ ...story(1), lang: 'sv', body }];
      return renderPage(
        pageOf(api, `<news-article story="1" ${attributes}>${inside}</news-article>`, head),
        options,
      );
    };

    it('has its body in the page, as the browser would put it', async () => {
      const html = await article();
      assert.match(
        html,
        /<div slot="body-1" data-news-body="" lang="sv"><p dir="auto">One\.<\/p><h2 dir="auto">Two<\/h2><p dir="auto">Three\.<\/p><div [^>]*data-news-table="" role="region" tabindex="0" aria-label="Table" style="overflow-x: auto;">/,
      );
      assert.match(
        html,
        /<news-pull-quote dir="auto" quote="Five\." by="Ada"><template shadowrootmode="open">[^]*Five\./,
      );
      assert.match(
        html,
        /data-news-embed="https:\/\/www.youtube.com\/embed\/x"[^>]*><template shadowrootmode="open"><style>[^]*youtube\.com[^]*<\/template><a href/,
      );
      assert.doesNotMatch(html.replace(/<script type="application\/json"[^]*/, ''), /alert/);
    });

    it('is cut where the publisher puts something in', async () => {
      const html = await article('', '<p slot="after-1">Subscribe</p>');
      assert.match(html, /<div slot="body-1"[^>]*><p dir="auto">One\.<\/p><\/div><div slot="body-2"/);
    });

    it('keeps a body of the publisher’s own', async () => {
      assert.doesNotMatch(await article('', '<div slot="body">Own</div>'), /slot="body-1" data/);
    });

    it('tells search engines, unless the page does', async () => {
      assert.equal((await article('json-ld')).match(/application\/ld\+json/g)?.length, 1);
      const told = '<script type="application/ld+json">{"@type":"NewsArticle"}</script>';
      assert.equal((await article('json-ld', '', told)).match(/application\/ld\+json/g)?.length, 1);
    });

    it('warns of its age where it is told the time', async () => {
      const old = /class="old"/;
      assert.doesNotMatch(await article(), old);
      assert.match(await article('', '', '', { now: Date.parse('2029-01-01') }), old);
    });
  });

  it('carries a nonce, and no style attribute then', async () => {
    const api = await contentApi();
    api.stories = [{ ...story(1), body: '<table><tr><td>4</td></tr></table>' }];
    const html = await renderPage(pageOf(api, '<news-article story="1"></news-article>'), { nonce: 'a"b' });
    assert.match(html, /<style data-news="0" nonce="a&quot;b">/);
    assert.doesNotMatch(html, / style="/);
  });

  describe('leaves the fallback', () => {
    const list = '<news-related-stories><a href="/world">More</a></news-related-stories>';

    it('when the API is late: within the time that it is given', async () => {
      const api = await contentApi();
      const gone: (() => void)[] = [];
      api.before = () => new Promise<void>((later) => gone.push(later));
      const page = pageOf(api, card(1) + list);
      const [html, problems] = await told(page, { timeout: 50 });
      assert.equal(html, page);
      assert.deepEqual(
        problems.map(({ code, tag }) => [code, tag]),
        [
          ['NEWS-TIMEOUT', 'news-article-card'],
          ['NEWS-TIMEOUT', 'news-related-stories'],
        ],
      );
      for (const answer of gone) answer();
    });

    it('when the API is dead, or says nonsense', async () => {
      const page = `${card(1)}<news-article-card story="1" api="nonsense:"></news-article-card><news-article-card story="2" api="http://127.0.0.1:9" source="never"></news-article-card>`;
      const [html, problems] = await told(page, { api: 'http://127.0.0.1:9', timeout: 1_500 });
      assert.equal(without(html), page);
      assert.equal(roots(html), 0);
      assert.equal(problems.length, 3);
      // The browser may ask it.
      assert.match(html, /<meta name="news-api" content="http:\/\/127\.0\.0\.1:9">/);
      const api = await contentApi();
      api.before = (response) => response.end('<html>');
      assert.deepEqual(
        (await told(pageOf(api, card(1))))[1].map(({ code }) => code),
        ['NEWS-PARSE'],
      );
    });

    it('of one element alone, when only its question fails', async () => {
      const api = await contentApi();
      api.before = (response) => {
        if (!api.asked.at(-1)?.includes('limit')) return false;
        response.statusCode = 404;
        response.end('{}');
        return true;
      };
      const html = await renderPage(
        pageOf(api, card(1) + list.replace('<news-related-stories', '$& from="latest"')),
        {
          onProblem: () => undefined,
        },
      );
      assert.equal(roots(html), 1);
      assert.equal(without(html).includes(list.slice(22)), true);
    });

    it('when the API does not know the story: nobody asks again', async () => {
      const api = await contentApi();
      const html = await renderPage(pageOf(api, card('unknown', 'Fallback')));
      assert.deepEqual(answersIn(html), [['teaser unknown', null]]);
      assert.equal(roots(html), 1);
    });

    it('when no API is named', async () => {
      assert.deepEqual(
        (await told(card(1)))[1].map(({ code }) => code),
        ['NEWS-CONFIG'],
      );
    });

    it('of all after a thousand elements', async () => {
      const [html, problems] = await told('<news-copyright holder="A"></news-copyright>'.repeat(1_001));
      assert.equal(roots(html), 1_000);
      assert.equal(problems[0]?.code, 'NEWS-PAGE');
    });

    it('of a page of more than 2 MB', async () => {
      const page = `${'é'.repeat(1_000_000)}<news-copyright holder="A"></news-copyright>`;
      const [html, problems] = await told(page);
      assert.equal(html, page);
      assert.equal(problems[0]?.code, 'NEWS-PAGE');
    });
  });

  it('asks in the way that it is given', async () => {
    const api = await contentApi();
    const html = await renderPage(pageOf({ ...api, address: 'https://public.example/api' }, card(1)), {
      request: (url, init) => fetch(url.replace('https://public.example/api', api.address), init),
    });
    assert.equal(roots(html), 1);
    assert.doesNotMatch(html, /127\.0\.0\.1/);
  });

  describe('a stream', () => {
    const encoder = new TextEncoder();
    const bytesOf = async (stream: ReadableStream<Uint8Array>): Promise<Buffer> =>
      Buffer.from(await new Response(stream).arrayBuffer());
    function inParts(bytes: Uint8Array, size: number): Readable {
      const parts: Uint8Array[] = [];
      for (let at = 0; at < bytes.length; at += size) parts.push(bytes.subarray(at, at + size));
      return Readable.from(parts);
    }

    it('comes out as the text would, however it is cut', async () => {
      const api = await contentApi();
      const page = pageOf(api, `<p>é😀 a < b <new></p>${card(1)}${card(2)}`, '<title>é</title>');
      const expected = await renderPage(page);
      for (const size of [1, 2, 3, 7, 100, 10_000])
        assert.equal(String(await bytesOf(renderPage(inParts(encoder.encode(page), size)))), expected);
      assert.equal(String(await bytesOf(renderPage(new Blob([page]).stream()))), expected);
    });

    it('goes on at once up to the first element', async () => {
      const api = await contentApi();
      let open: (() => void) | undefined;
      api.before = () => new Promise<void>((later) => (open = later));
      const reader = renderPage(new Blob([pageOf(api, `<h1>Head</h1>${card(1)}`)]).stream()).getReader();
      const first = await reader.read();
      assert.match(new TextDecoder().decode(first.value), /^<!doctype html>[^]*<h1>Head<\/h1>$/);
      const rest = reader.read();
      while (!open) await new Promise((later) => setTimeout(later, 5));
      open();
      assert.match(new TextDecoder().decode((await rest).value), /^<news-article-card story="1"><template/);
    });

    it('is left as it is where it is too long, no UTF-8, or without an element', async () => {
      const element = '<news-copyright holder="A"></news-copyright>';
      const pages: [Uint8Array, string[]][] = [
        [Buffer.from(`${element}${'x'.repeat(2_000_000)}`), ['NEWS-PAGE']],
        [Buffer.from(`é${element}`, 'latin1'), ['NEWS-PAGE']],
        [Buffer.from('<p>é', 'latin1'), []],
      ];
      for (const [page, codes] of pages) {
        const problems: string[] = [];
        const out = await bytesOf(
          renderPage(inParts(page, 300_000), { onProblem: ({ code }) => problems.push(code) }),
        );
        assert.ok(out.equals(page));
        assert.deepEqual(problems, codes);
      }
    });

    it('that breaks off gives what it had, and the error', async () => {
      function* broken(): Generator<string> {
        yield `<p>a</p>${card(1)}`;
        throw new Error('broken off');
      }
      let out = '';
      await assert.rejects(async () => {
        for await (const part of renderPage(Readable.from(broken())) as unknown as AsyncIterable<Uint8Array>)
          out += new TextDecoder().decode(part);
      }, /broken off/);
      assert.equal(out, `<p>a</p>${card(1)}`);
    });
  });

  it('of a discussion knows what the other elements learn', async () => {
    const api = await contentApi();
    api.stories = [{ ...story(1), comments: 'closed' }];
    api.comments = [said(1)];
    const html = await renderPage(pageOf(api, `${card(1)}<news-comments story="1"></news-comments>`));
    assert.match(html, /Comments are closed\./);
    assert.deepEqual(answersIn(html)[1]?.[2], { reports: true, known: { id: '1', comments: 'closed' } });
  });
});

/** How a parser finds what was put into a page: roots first in their elements, the answers as a script. */
function found(html: string): { templates: number; scripts: number } {
  type Node = DefaultTreeAdapterTypes.Node;
  let [templates, scripts] = [0, 0];
  const walk = (node: Node): void => {
    if ('tagName' in node) {
      const [first] = node.childNodes;
      const isRoot = first && 'tagName' in first && first.attrs.some(({ name }) => name === 'shadowrootmode');
      if (node.tagName.startsWith('news-') && isRoot) templates++;
      if (node.attrs.some(({ name }) => name === 'data-news-answers')) scripts++;
    }
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return { templates, scripts };
}
