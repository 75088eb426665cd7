import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { check } from '../../src/cli/check.js';
import { readPage } from '../../src/cli/page.js';
import { script as ourScript } from '../../src/cli/script.js';
import { startTestApi } from '../api/support.js';
import {
  atTheEnd,
  ghost,
  ghostKey,
  html,
  javascript,
  json,
  look,
  partner,
  recorded,
  said,
  serve,
  serving,
  wordpress,
  type Answer,
  type Handler,
} from './support.js';

const line = /Cache-Control: public, max-age=60/;

const one = (more: object = {}): object => ({
  items: [{ id: '1', url: 'https://news.example/1', headline: 'Boats go out', ...more }],
});

/** An API of ours that lets every origin in. */
const api = (headers: Record<string, string> = {}): Promise<string> => serving(json(one(), headers));

const own = await startTestApi();
atTheEnd(() => own.close());
// It opens its database now, which takes all of this process: later that would look like a slow server.
await own.ask('/v1/stories');

describe('reachable', () => {
  it('an answer', async () => {
    assert.match(await look('reachable', await api()), /^ok: answered 200 in \d+ ms, without https$/);
  });

  it('no server', async () => {
    const origin = await serving({});
    const [, port] = /:(\d+)$/.exec(origin)!;
    const said = await look('reachable', `http://127.0.0.1:${Number(port) - 1}/`);
    assert.match(said, /^failure: .* could not be read: nothing listens there → Start the server/);
  });

  it('a page that is not there', async () => {
    const origin = await serving({ ...html('Gone'), status: 404 });
    assert.match(await look('reachable', origin), /^failure: answered 404 .*→ Name an address.* --source/);
    assert.match(await look('reachable', origin, { source: 'rest' }), /^ok: answered 404/);
  });

  it('a server that fails', async () => {
    const origin = await serving({ ...json({}), status: 503 });
    assert.match(await look('reachable', origin), /^failure: answered 503 .*→ Look into the log/);
  });

  it('redirects', async () => {
    const origin = await serve(({ path }) =>
      path === '/old' ? { status: 301, headers: { Location: '/new' } } : html('<p>'),
    );
    assert.match(await look('reachable', `${origin}/old`), /^warning: .*after 1 redirect → .*\/new$/);
  });

  it('slowly', async () => {
    const origin = await serve(({ response }) => {
      response.setHeader('Content-Type', 'text/html');
      setTimeout(() => response.end(), 2_100);
      return undefined;
    });
    assert.match(await look('reachable', origin), /^warning: .*→ Find out what makes it slow/);
  });

  it('without https, where others than this machine are meant', async () => {
    const origin = (await api()).replace('127.0.0.1', '0.0.0.0');
    assert.match(await look('reachable', origin), /^warning: .*→ Serve it by https: pages by https may not/);
    assert.match(
      await look('reachable', origin, { origin: partner }),
      /failure: .*without https: pages of https:/,
    );
    assert.doesNotMatch(await look('reachable', origin, { origin: 'http://a.example' }), /failure/);
  });

  it('redirects without an end', async () => {
    const origin = await serving({ status: 302, headers: { Location: '/' } });
    assert.match(await look('reachable', origin), /^failure: .*sent on more than five times/);
  });

  it('redirects to what is no page', async () => {
    for (const Location of ['javascript:alert(1)', 'file:///etc/passwd', 'http://', 'ftp://x/'])
      assert.match(
        await look('reachable', await serving({ status: 302, headers: { Location } })),
        /^failure: /,
      );
  });
});

describe('source', () => {
  it('is told by the address', async () => {
    const origin = await wordpress();
    assert.equal(await look('source', `${origin}/wp-json`), 'ok: wordpress (told from the address)');
  });

  it('is told by the page', async () => {
    const origin = await wordpress();
    assert.equal(
      await look('source', origin),
      `ok: wordpress at ${origin}/wp-json (<link rel="https://api.w.org/">)`,
    );
  });

  it('is told by the script of Ghost, with its key', async () => {
    const origin = await ghost();
    const report = await check({ target: origin });
    assert.equal(said(report, 'source'), `ok: ghost at ${origin}/ghost/api/content (Ghost's script)`);
    assert.match(said(report, 'stories'), /^ok: /);
  });

  it('is what the publisher says', async () => {
    assert.equal(await look('source', await api(), { source: 'rest' }), 'ok: rest (--source)');
  });

  it('is told by the answer alone, which the elements do not know', async () => {
    const feed = { version: 'https://jsonfeed.org/version/1.1', items: [] };
    assert.match(
      await look('source', await serving(json(feed))),
      /^warning: json-feed, as the answer shows.*→ Write source="json-feed"/,
    );
  });

  it('is named by nobody', async () => {
    assert.match(
      await look('source', await serving(html('<p>'))),
      /^failure: the page names no content API → .*--source/,
    );
  });

  it('is named by the script, then by the elements, which are named, too', async () => {
    const [first, second] = [await api(), await api()];
    const page = await serving(
      html(`<script type="module" src="/standfirst.all.js" data-api="${first}/v1/"></script>
        <template><news-search api="https://later.example"></news-search></template>
        <news-search api="${second}/v1"></news-search>`),
    );
    assert.equal(
      await look('source', page),
      `ok: rest at ${first}/v1 (data-api of our script; nothing else was told)\n` +
        `ok: the page names ${second}/v1, too, which is not looked at here`,
    );
  });
});

describe('source, on a page', () => {
  const page = async (attributes: string): Promise<string> =>
    look('source', await serving(html(`<news-search ${attributes}></news-search>`)));

  it('that names the site and not its API', async () => {
    const site = await wordpress();
    const said = await page(`api="${site}"`);
    assert.match(
      said,
      /^ok: rest at .*\nwarning: there seems to be wordpress, at .*\/wp-json → Write data-api=/,
    );
    assert.match(await page(`api="${site}" source="wordpress"`), /^ok: wordpress at [^\n]*$/);
  });

  it('that is what its server answers everything with', async () => {
    const app = html('<script type="module" src="/standfirst.all.js" data-api="v1/api"></script>');
    assert.match(await look('source', await serving(app)), /^ok: rest at [^\n]*$/);
  });

  it('that names what is no address', async () => {
    assert.match(
      await page('api="news:example"'),
      /^failure: “news:example” is no http\(s\) address → Write the API's whole address/,
    );
  });

  it('that it has defined itself', async () => {
    const said = await page('api="https://cms.invalid/api" source="strapi"');
    assert.match(said, /\nwarning: strapi is a source of the page's own.*→ Look for a slip/);
  });
});

describe('stories', () => {
  it('of WordPress', async () => {
    const origin = await wordpress();
    assert.match(await look('stories', `${origin}/wp-json`), /^ok: “.+”, the latest of 30, in \d+ ms$/);
  });

  it('of WordPress whose REST is closed', async () => {
    const origin = await serve(({ path }) =>
      path.includes('feed=')
        ? recorded('wordpress-6.8', '064', '')
        : { ...json({ code: 'rest_not_logged_in', message: 'No.' }), status: 401 },
    );
    assert.match(
      await look('stories', `${origin}/wp-json`, { origin: partner }),
      /^failure: .* is closed to visitors.*→ Look among the security plugins/,
    );
    assert.match(await look('stories', `${origin}/wp-json`), /^warning: “.+”, from the feed: REST is closed/);
  });

  it('of Ghost, with its key, without it, and with another', async () => {
    const origin = await ghost();
    const ask = (apiKey?: string) => look('stories', `${origin}/ghost/api/content`, { apiKey });
    assert.match(await ask(ghostKey), /^ok: “.+”, the latest of 29/);
    assert.match(await ask(), /^failure: Ghost wants its Content API key.*→ Give the key as --key/);
    assert.match(await ask('b'.repeat(26)), /^failure: .* answered 401.*→ Copy the key from Ghost/);
  });

  it('of our own API', async () => {
    assert.match(await look('stories', `${own.origin}/v1`), /^ok: “Harbour opens again”/);
  });

  it('of a JSON Feed', async () => {
    const file = new URL('../backends/feeds/notes.json', import.meta.url);
    const feed = await serving({ ...json(''), body: readFileSync(file, 'utf8') });
    assert.match(await look('stories', `${feed}/feed.json`), /^ok: “.+”, the latest/);
  });

  it('of RSS, as far as Node can read it', async () => {
    const origin = await serve(({ here }) => recorded('wordpress-6.8', '064', here));
    assert.match(
      await look('stories', `${origin}/feed/`),
      /^ok: “.+”, the first of 10; only a browser reads them whole$/,
    );
  });

  it('of RSS that is longer than is read', async () => {
    const item = `<item><title>One</title><description>${'word '.repeat(100_000)}</description></item>`;
    const feed = (items: number) =>
      serving({
        headers: { 'Content-Type': 'text/xml' },
        body: `<rss>${item.repeat(items)}</rss>`,
      }).then((origin) => look('stories', `${origin}/rss`));
    assert.match(await feed(9), /^ok: “One”/);
    assert.match(await feed(11), /^failure: the feed has more than 5 MB, .*→ Let it hold fewer/);
  });

  it('of an API that answers nothing', async () => {
    const said = await look('stories', await serving({}));
    assert.match(said, /^failure: .* answered nothing instead of JSON → /);
  });

  it('of RSS in an old encoding', async () => {
    const rss = '<?xml version="1.0" encoding="ISO-8859-1"?><rss><item><title>Br\xfccke</title></item></rss>';
    const body = Buffer.from(rss, 'latin1');
    const feed = (type: string) =>
      serving({ headers: { 'Content-Type': type }, body }).then((origin) => look('stories', `${origin}/rss`));
    assert.match(await feed('text/xml'), /^ok: “Brücke”/);
    assert.match(await feed('text/xml; charset=windows-1252'), /^ok: “Brücke”/);
    assert.match(await feed('text/xml; charset=klingon'), /^ok: “Br\ufffdcke”/);
  });

  it('of Atom that is none, not closed, or has a document type', async () => {
    const feed = (body: string, type = 'application/atom+xml') =>
      serving({ headers: { 'Content-Type': type }, body }).then((origin) =>
        look('stories', `${origin}/atom`),
      );
    const entry = '<entry><title>Boats &amp; bridges</title></entry>';
    assert.match(await feed(`<feed>${entry}</feed>`), /^ok: “Boats & bridges”, the first of 1;/);
    assert.match(
      await feed(`<feed>${entry}</feed>`, 'text/plain'),
      /^warning: .*“text\/plain” → Serve it as/,
    );
    assert.match(await feed('<feed></feed>'), /^warning: there are none/);
    for (const [fault, words] of [
      [`<feed>${entry}`, '<feed> is never closed'],
      [`<feed>${entry}</rss>`, 'closes what is not open'],
      [`<feed>${entry}</feed><feed/>`, 'after its end'],
      [`<feed>${entry}<a</feed>`, 'is never closed'],
      [`<feed>${entry}<a title="></feed>`, 'not written out'],
      [`<!DOCTYPE feed><feed>${entry}</feed>`, 'document type'],
      [`<html>${entry}</html>`, 'it is no feed'],
      ['', 'it is no feed'],
    ] as const)
      assert.match(await feed(fault), new RegExp(`^failure: the feed cannot be read: .*${words}.*→ `), fault);
  });

  it('that are none', async () => {
    assert.match(
      await look('stories', await serving(json({ items: [] }))),
      /^warning: there are none → Publish one/,
    );
  });

  it('that are no stories', async () => {
    for (const body of ['<p>', '{}', 'null', '[]', '{"items":[1]}', ''])
      assert.match(await look('stories', await serving({ ...json(''), body })), /^failure: .+ → .+/, body);
  });
});

describe('CORS', () => {
  const asked = async (handler: Handler, origin: string | undefined = partner): Promise<string> =>
    look('CORS', `${await serve(handler)}/v1`, { origin });
  const allowing = (origin: string | undefined, headers: Record<string, string> = {}): Answer =>
    json(one(), { 'Access-Control-Allow-Origin': origin ?? 'null', ...headers });

  it('for all', async () => {
    assert.equal(await asked(() => allowing('*')), 'ok: every origin may read it');
  });

  it('for each, by name', async () => {
    assert.match(
      await asked(({ origin }) => allowing(origin, { Vary: 'Accept, Origin' })),
      /^ok: https:\/\/partner/,
    );
  });

  it('for nobody', async () => {
    const { body = '' } = json(one());
    const refusing: Handler = () => ({ body, headers: { 'Content-Type': 'application/json' } });
    assert.match(
      await asked(refusing),
      /^failure: .*comes without Access-Control-Allow-Origin → Let the server send/,
    );
    // Who is not waited for is no failure.
    assert.match(await look('CORS', await serve(refusing)), /^warning: .*comes without/);
  });

  it('for nobody who says who asks, which leaves the rest to be looked at', async () => {
    const origin = await serve(({ path, origin: asking, response }) => {
      if (asking !== 'https://one.example') return json(path.startsWith('/comments') ? { items: [] } : one());
      response.socket?.destroy();
      return undefined;
    });
    const report = await check({ target: origin, origin: partner });
    assert.match(said(report, 'reachable'), /^ok: [^\n]*$/);
    assert.match(said(report, 'CORS'), /^failure: whoever says .*the server hung up → Look into/);
    assert.match(said(report, 'cache'), /^ok/);
    assert.match(await look('CORS', origin), /^warning: whoever says/);
  });

  it('for another', async () => {
    assert.match(
      await asked(() => allowing('https://a.example')),
      /^failure: .*only “https:\/\/a.example” → Add/,
    );
  });

  it('for one alone, always', async () => {
    assert.match(await asked(() => allowing(partner)), /^ok: /);
  });

  it('said twice', async () => {
    assert.match(await asked(() => allowing(`${partner}, *`)), /^failure: .*said twice/);
  });

  it('by a cache that keeps what was meant for the first', async () => {
    const kept = new Map<string, Answer>();
    const cache: Handler = ({ path, origin }) => {
      const answer = kept.get(path) ?? allowing(origin);
      kept.set(path, answer);
      return answer;
    };
    assert.match(
      await asked(cache),
      /^failure: a cache gives https:\/\/one.example what was meant.*Vary: Origin/,
    );
    // By now somebody else's answer lies in it.
    kept.forEach((_, path) => kept.set(path, allowing('https://else.example')));
    assert.match(
      await asked(cache),
      /^failure: a cache gives https:\/\/partner.example an answer.*Vary: Origin/,
    );
  });

  it('without Vary, before there is a cache', async () => {
    assert.match(await asked(({ origin }) => allowing(origin)), /^warning: .*without `Vary: Origin`.*→ /);
  });

  it('on a redirect', async () => {
    const moved =
      (headers: Record<string, string>): Handler =>
      (call) =>
        call.path.startsWith('/v1')
          ? { status: 301, headers: { Location: '/v2', ...headers } }
          : allowing('*');
    assert.match(await asked(moved({})), /^failure: .*\/v1\/stories.* comes without/);
    assert.match(await asked(moved({ 'Access-Control-Allow-Origin': '*' })), /^ok: every/);
  });

  it('on a redirect to a third server, which is not told who asks', async () => {
    const third = await serve(({ origin }) => allowing(origin === 'null' ? '*' : undefined));
    const second = await serving({
      status: 301,
      headers: { Location: `${third}/v1`, 'Access-Control-Allow-Origin': '*' },
    });
    assert.equal(await look('CORS', second, { origin: partner }), 'ok: every origin may read it');
  });

  it('with the headers that WordPress tells the pages of a list by', async () => {
    const hidden = await wordpress({
      proxy: (answer) => ({
        ...answer,
        headers: { ...answer.headers, 'Access-Control-Expose-Headers': 'Link' },
      }),
    });
    const shown = await wordpress();
    assert.match(
      await look('CORS', `${hidden}/wp-json`, { origin: partner }),
      /^warning: .*X-WP-TotalPages.*→ /,
    );
    assert.match(await look('CORS', `${shown}/wp-json`, { origin: partner }), /^ok: /);
  });

  it('where it is not needed, and not asked for', async () => {
    const origins = new Set<string | undefined>();
    const site = await wordpress({ proxy: (answer, { origin }) => (origins.add(origin), answer) });
    await check({ target: site });
    assert.deepEqual([...origins], [undefined]);
    assert.match(await look('CORS', await wordpress()), /^ok: not needed/);
    assert.match(await look('CORS', await wordpress(), { origin: partner }), /^ok: https:\/\/partner/);
  });
});

describe('comments', () => {
  it("on WordPress' own pages", async () => {
    assert.equal(await look('comments', await wordpress()), "ok: by the form of the site's own pages");
  });

  it("on WordPress' own pages, whose form is hidden", async () => {
    assert.equal(
      await look('comments', await wordpress({ hidesForm: true, takesByRest: true })),
      'ok: by REST, without signing in',
    );
    assert.match(
      await look('comments', await wordpress({ hidesForm: true })),
      /^failure: neither .*wp-comments-post.php nor REST takes any → Let the plugin/,
    );
  });

  it('on WordPress, for members', async () => {
    assert.match(
      await look('comments', await wordpress({ membersOnly: true })),
      /^ok: only for readers who are signed in/,
    );
  });

  it('on WordPress, from elsewhere', async () => {
    const from = async (site: Promise<string>): Promise<string> =>
      look('comments', `${await site}/wp-json/wp/v2/posts`, { origin: partner });
    assert.equal(await from(wordpress({ takesByRest: true })), 'ok: by REST, without signing in');
    assert.match(await from(wordpress()), /^ok: the reader is taken along to http:\/\/127.0.0.1/);
  });

  it('on WordPress are not posted to find out', async () => {
    const methods = new Set<string>();
    const proxy = (answer: Answer, { method }: { method: string }): Answer => {
      methods.add(method);
      return answer;
    };
    const origin = await wordpress({ proxy });
    await check({ target: `${origin}/wp-json`, origin: partner });
    assert.deepEqual([...methods].sort(), ['GET', 'OPTIONS']);
  });

  it('on Ghost', async () => {
    const origin = await ghost();
    const ask = (order: object) =>
      look('comments', `${origin}/ghost/api/content`, { apiKey: ghostKey, ...order });
    assert.equal(await ask({}), 'ok: for members who are signed in on the site');
    assert.equal(await ask({ origin: partner }), "ok: by a link to the site's sign-in");
  });

  it('by our own API', async () => {
    const ask = (order: object) => look('comments', `${own.origin}/v1`, order);
    assert.equal(await ask({}), 'ok: by its own API');
    assert.equal(await ask({ origin: partner }), 'ok: by its own API');
  });

  const talking: Handler = ({ path }) => json(path.startsWith('/comments') ? { items: [] } : one());

  it('by an API that refuses the preflight', async () => {
    const preflight = (headers: string) =>
      serve((call) =>
        call.method === 'OPTIONS'
          ? {
              status: 204,
              headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': headers },
            }
          : talking(call),
      ).then((origin) => look('comments', origin, { origin: partner }));
    assert.equal(await preflight('Content-Type, Idempotency-Key'), 'ok: by its own API');
    assert.equal(await preflight('*'), 'ok: by its own API');
    assert.match(await preflight('Content-Type'), /^failure: .*without idempotency-key → Answer OPTIONS/);
  });

  it('by an API that does not answer the preflight', async () => {
    const origin = await serve((call) => {
      if (call.method !== 'OPTIONS') return talking(call);
      call.response.socket?.destroy();
      return undefined;
    });
    assert.match(
      await look('comments', origin, { origin: partner }),
      /^failure: they can be read, but not sent: .*hung up → Look into/,
    );
  });

  it('that pages of that origin may not read', async () => {
    const origin = await serve((call) => {
      const { headers, ...answer } = talking(call)!;
      return call.path.startsWith('/comments') ? answer : { headers: headers!, ...answer };
    });
    assert.match(
      await look('comments', origin, { origin: partner }),
      /^failure: https:\/\/partner.example may not read .*\/comments.* → Let it be answered/,
    );
    assert.equal(await look('comments', origin), 'ok: by its own API');
  });

  it('that nobody may read', async () => {
    const origin = await serve(({ path }) =>
      path.startsWith('/comments') ? { ...json({}), status: 403 } : json(one({ comments: 'open' })),
    );
    assert.match(await look('comments', origin), /^warning: those on “Boats go out” cannot be read.*403/);
  });

  it('that are closed, or for readers who are signed in', async () => {
    const stories = async (comments: string): Promise<string> =>
      look(
        'comments',
        await serve(({ path }) =>
          path.startsWith('/comments') ? json({ items: [] }) : json(one({ comments })),
        ),
      );
    assert.equal(await stories('closed'), 'ok: none: they are closed on the latest story');
    assert.match(await stories('sign-in'), /^ok: only for readers who are signed in/);
  });

  it('on a feed', async () => {
    const origin = await serve(({ here }) => recorded('wordpress-6.8', '064', here));
    assert.match(await look('comments', `${origin}/feed/`), /^ok: none: a feed has no comments/);
  });
});

describe('cache', () => {
  const kept = async (headers: Record<string, string>): Promise<string> => look('cache', await api(headers));

  it('for a while', async () => {
    assert.equal(await kept({ 'Cache-Control': 'public, max-age=60' }), 'ok: “public, max-age=60”');
    assert.match(await kept({ 'Cache-Control': 's-maxage=5' }), /^ok: /);
  });

  it('asked again by a validator', async () => {
    assert.equal(await kept({ 'Cache-Control': 'no-cache', ETag: '"1"' }), 'ok: “no-cache” and ETag');
  });

  it('without one', async () => {
    assert.match(await kept({ 'Cache-Control': 'max-age=0' }), /^warning: .*“max-age=0” without an ETag/);
  });

  it('not at all', async () => {
    assert.match(
      await kept({ 'Cache-Control': 'private, no-store', ETag: '"1"' }),
      /^warning: nobody may keep/,
    );
    assert.match(await kept({ 'Cache-Control': 'private, no-store', ETag: '"1"' }), line);
  });

  it('left to chance', async () => {
    const { body = '' } = json(one());
    const headers = { 'Content-Type': 'application/json', ETag: '"1"' };
    assert.match(
      await look('cache', await serving({ headers, body })),
      /^warning: .*there is no Cache-Control → /,
    );
  });

  it('nothing said, as by WordPress', async () => {
    const origin = await wordpress();
    assert.match(await look('cache', `${origin}/wp-json`), /^warning: .*there is no Cache-Control/);
    assert.match(await look('cache', `${origin}/wp-json`), line);
  });
});

describe('a page', () => {
  interface Told {
    readonly policy?: string;
    readonly meta?: string;
    readonly attributes?: string;
    readonly file?: Answer;
    readonly from?: string;
  }
  const picture = 'https://img.example/a.jpg';

  /** A page with our script, and an API of another origin. */
  async function page(told: Told): Promise<{ address: string; there: string }> {
    const { policy, meta = '', attributes = 'type="module"', file = javascript } = told;
    const there = await serving(json(one({ picture: { src: picture } })));
    const address = await serve(({ path }) =>
      path === '/standfirst.all.js'
        ? file
        : html(
            `<head><meta charset="utf-8">${meta}</head>
            <script ${attributes} src="${told.from ?? ''}/standfirst.all.js" data-api="${there}"></script>
            <news-related-stories></news-related-stories>`,
            policy === undefined ? {} : { 'Content-Security-Policy': policy },
          ),
    );
    return { address, there };
  }
  const csp = async (told: Told): Promise<string> => look('CSP', (await page(told)).address);
  const script = async (told: Told): Promise<string> => look('script', (await page(told)).address);

  it('with our script', async () => {
    assert.match(await script({}), /^ok: .*\/standfirst.all.js is on the page, and 1 kind of element$/);
  });

  it('with our script from another origin', async () => {
    assert.match(await script({ from: await serving(javascript) }), /^ok: /);
    const from = await serving({ headers: { 'Content-Type': 'text/javascript' } });
    assert.match(await script({ from }), /^failure: .*may not be loaded by pages of .*→ /);
  });

  it('whose script does not run', async () => {
    assert.match(await script({ attributes: '' }), /^failure: .*lacks type="module"/);
    assert.match(await script({ file: { status: 404 } }), /^failure: .*answered 404/);
    assert.match(await script({ file: html('Login') }), /^failure: .*comes as “text\/html.*→ Serve it as/);
    assert.match(await script({ file: {} }), /^failure: .*comes without a Content-Type/);
    assert.match(await script({ from: 'http://127.0.0.1:1' }), /^failure: .*could not be read/);
  });

  it('by https, whose script is not', async () => {
    const tag = '<script type="module" src="http://cdn.example/standfirst.all.js"></script>';
    const { mark, text } = await ourScript(readPage(tag, `${partner}/`));
    assert.equal(mark, 'failure');
    assert.match(text, /pages by https may not load it/);
  });

  it('without our script', async () => {
    assert.match(await look('script', await serving(html('<p>'))), /^ok: neither an element nor a script/);
    const elements = html('<news-search></news-search>');
    assert.match(await look('script', await serving(elements)), /^warning: <news-search> stand there.*→ /);
  });

  it('without a policy', async () => {
    assert.equal(await csp({}), 'ok: there is none, and so nothing is forbidden');
  });

  it('whose policy lets everything through', async () => {
    const { there } = await page({});
    assert.equal(
      await csp({
        policy: `default-src 'none'; script-src 'self'; connect-src ${new URL(there).protocol}//127.0.0.1:*; img-src https://img.example; trusted-types standfirst; require-trusted-types-for 'script'`,
      }),
      'ok: it lets through what the elements need (script-src, connect-src, img-src)',
    );
  });

  it('whose policy refuses the script', async () => {
    const said = await csp({ policy: 'script-src https://cdn.example; connect-src *; img-src *' });
    assert.match(
      said,
      /^failure: script-src does not let .*: no element starts → Write: script-src https:\/\/cdn.example http:\/\/127/,
    );
    assert.match(
      await csp({ policy: "script-src 'strict-dynamic' 'nonce-x'" }),
      /^failure: .*→ Give our script tag the page's nonce/,
    );
    assert.match(
      await csp({ policy: "script-src 'strict-dynamic' 'nonce-x'", attributes: 'type="module" nonce="x"' }),
      /^ok: /,
    );
  });

  it('whose policy refuses the API', async () => {
    const { address, there } = await page({ policy: "default-src 'self'; img-src *" });
    assert.equal(
      await look('CSP', address),
      `failure: default-src does not let ${there} through: no story is read → Write: connect-src 'self' ${there}`,
    );
  });

  it('whose policy refuses the pictures', async () => {
    assert.equal(
      await csp({ policy: "img-src 'none'" }),
      'failure: img-src does not let https://img.example through: stories have no pictures → Write: img-src https://img.example',
    );
  });

  it('whose policy refuses the form that takes a reader along', async () => {
    const site = await wordpress();
    const address = await serving(
      html(`<news-comments api="${site}/wp-json"></news-comments>`, {
        'Content-Security-Policy': "form-action 'self'",
      }),
    );
    assert.equal(
      await look('CSP', address),
      `failure: form-action does not let ${site} through: comments do not arrive → Write: form-action 'self' ${site}`,
    );
  });

  it('whose policy refuses our Trusted Types', async () => {
    const types = (names: string) => csp({ policy: `trusted-types ${names}` });
    assert.equal(
      await types("'none'"),
      'failure: it refuses the Trusted Types policy “standfirst”: no element starts → Write: trusted-types standfirst',
    );
    assert.match(await types('standfirst'), /^ok: /);
  });

  it('whose policy refuses those of a bundle', async () => {
    const types = async (names: string): Promise<string> => {
      const headers = { 'Content-Security-Policy': `trusted-types ${names}` };
      const bundle = `<script type="module" src="/assets/index.js" data-api="${await api()}"></script>`;
      return look('CSP', await serving(html(bundle, headers)));
    };
    assert.equal(
      await types("'none'"),
      'failure: it refuses the Trusted Types policy “lit-html”: no element starts → Write: trusted-types lit-html standfirst',
    );
    assert.match(
      await types('lit-html other'),
      /^warning: .*“standfirst”.*→ Write: trusted-types lit-html other standfirst$/,
    );
  });

  it('whose policy stands in its head counts, and elsewhere does not', async () => {
    const meta = `<meta http-equiv="Content-Security-Policy" content="connect-src 'self'">`;
    assert.match(await csp({ meta }), /^failure: connect-src/);
    const there = await api();
    const body = `<body><p>${meta}<news-search api="${there}"></news-search>`;
    assert.match(await look('CSP', await serving(html(body))), /^ok: there is none/);
  });
});
