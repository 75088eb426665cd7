import { expect } from '@open-wc/testing';
import { attacks, elements, figure, rendered } from './page.js';
import { remains } from './remains.js';
import { addressesOf, commentOf, rest, storyOf } from './rest-answers.js';
import { apiOf, escaped, nothingOf, placesIn, portions } from './shown.js';
import { sites } from './sites.js';
import type { Words } from './spoil.js';
import { dealt, everywhere, shown, type Spoilt } from './spoilt-sites.js';
import { provoke, ran, settled, stretchIn } from './tripwires.js';

const headline = 'part="headline"';

describe('a page that a server has rendered', () => {
  before(() => stretchIn(window));

  /** As a browser parses it, with its declarative shadow roots. */
  async function opened(html: string): Promise<HTMLIFrameElement> {
    const frame = document.createElement('iframe');
    const loaded = new Promise((done) => frame.addEventListener('load', done));
    frame.srcdoc = html;
    document.body.append(frame);
    await loaded;
    return frame;
  }

  // Its own scripts find these before they run.
  const wires =
    '<script>for (const name of ["ran", "alert", "confirm", "prompt"]) window[name] = parent[name];</script>';

  /** @param proof what is there only if the page was rendered with its content */
  async function check(html: string, some: readonly string[], proof: string): Promise<void> {
    const page = await rendered(html);
    expect(page.includes(proof), `${JSON.stringify(some)} is rendered`).to.equal(true);
    const frame = await opened(page);
    const inside = frame.contentDocument!;
    stretchIn(frame.contentWindow!, (frame.contentWindow!.parent as unknown as { ran: () => void }).ran);
    const left = remains(inside.body);
    provoke(inside.body);
    await settled(inside);
    frame.remove();
    expect(left, JSON.stringify(some)).to.deep.equal([]);
    expect(ran(), JSON.stringify(some)).to.deep.equal([]);
  }

  /** With elements that ask a site. */
  const pageOf = ({ api, markup }: Spoilt): string => {
    const metas = Object.entries(api).map(
      ([key, value]) => `<meta name="news-${key}" content="${escaped(value)}">`,
    );
    return `<!doctype html><html lang="en"><head>${wires}${metas.join('')}</head><body>${markup}</body></html>`;
  };

  // The control: what is asked of the others would be seen.
  it('is told of what a link in it runs, and of its address', async () => {
    const link = '<a href="javascript:ran()">A</a>';
    const frame = await opened(
      `<!doctype html><html lang="en"><head>${wires}</head><body>${link}</body></html>`,
    );
    const inside = frame.contentDocument!;
    stretchIn(frame.contentWindow!, (frame.contentWindow!.parent as unknown as { ran: () => void }).ran);
    expect(remains(inside.body)).to.have.length(1);
    provoke(inside.body);
    await settled(inside);
    frame.remove();
    expect(ran()).to.deep.equal(['ran']);
  });

  it('runs nothing, whatever its API says', async () => {
    const { strings } = await attacks();
    let places = 0;
    for (const some of portions(strings, 10)) {
      const pairs = some.flatMap((text) => addressesOf(text).map((address) => [text, address] as const));
      const stories = pairs.map(([text, address], at) =>
        storyOf(String(at + 1), text.trim() || 'x', address),
      );
      const comments = pairs.map(([text, address], at) => commentOf(`c${at} ${text}`, text, address));
      const api = await apiOf([
        ['/comments', { body: { items: comments, total: comments.length } }],
        ['/stories', { body: { items: stories } }],
      ]);
      const body = stories.map(
        ({ id }) => `<news-article story="${id}" json-ld></news-article>
          <news-article-card story="${id}"></news-article-card><news-byline story="${id}" variant="box"></news-byline>
          <news-pull-quote story="${id}"></news-pull-quote><news-comment-count story="${id}"></news-comment-count>`,
      );
      places += pairs.reduce((sum, [text], at) => sum + placesIn([stories[at], comments[at]], text), 0);
      await check(
        `<!doctype html><html lang="en"><head>${wires}<meta name="news-api" content="${api}"><meta name="news-source" content="rest"></head>
          <body>${body.join('')}<news-related-stories from="latest" limit="20"></news-related-stories>
          <news-comments story="1"></news-comments></body></html>`,
        some,
        headline,
      );
    }
    await figure('attacks', 'rendered by a server, every field of `rest`', nothingOf(strings.length, places));
  }).timeout(3_600_000);

  const show = async (page: Spoilt, { own }: Words): Promise<void> => check(pageOf(page), [own], headline);

  for (const [name, site] of Object.entries(sites))
    it(`runs nothing, whatever its API says: ${name}`, async () => {
      const all = everywhere((await attacks()).strings);
      const places = await shown(site, all, show);
      await figure(
        'attacks',
        `rendered by a server, every field of \`${name}\``,
        nothingOf(all.length / 2, places),
      );
    }).timeout(3_600_000);

  for (const [name, site] of Object.entries({ rest, ...sites }))
    it(`runs nothing, whatever its API says, another string in each field: ${name}`, async () => {
      const { deck } = await attacks();
      const places = await shown(site, dealt(deck), show);
      await figure(
        'attacks',
        `rendered by a server, another string in each field of \`${name}\``,
        nothingOf(deck.length, places),
      );
    }).timeout(3_600_000);

  it('runs nothing, whatever the attributes in it say', async () => {
    const { strings } = await attacks();
    const all = await elements();
    let places = 0;
    for (const some of portions(strings, 10)) {
      const body = some.flatMap((text) =>
        all.map(({ tag, attributes }) => {
          const byHand = attributes.filter((name) => !/^(api|source|api-key|story)$/.test(name));
          places += byHand.length;
          return `<${tag} ${byHand.map((name) => `${name}="${escaped(text)}"`).join(' ')}></${tag}>`;
        }),
      );
      await check(
        `<!doctype html><html lang="en"><head>${wires}</head><body>${body.join('')}</body></html>`,
        some,
        '<template shadowrootmode',
      );
    }
    await figure('attacks', 'rendered by a server, every attribute', nothingOf(strings.length, places));
  }).timeout(3_600_000);
});
