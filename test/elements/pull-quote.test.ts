import { expect, fixture, oneEvent } from '@open-wc/testing';
import '../../src/elements/pull-quote/define.js';
import type { NewsPullQuote, QuoteVariant } from '../../src/elements/pull-quote/pull-quote.js';
import type { Quote, Story } from '../../src/model/index.js';
import { aPicture, contentApi, noPicture, query, stories } from './support/content-api.js';
import { keepsThePromises } from './support/promises.js';
import { all, one, reaches, seen } from './support/seen.js';
import { captain, dot, ferry, tram, urdu } from './support/stories.js';

const variants: QuoteVariant[] = ['pull', 'block', 'portrait', 'centred'];

describe('<news-pull-quote>', () => {
  keepsThePromises({
    tag: 'news-pull-quote',
    answer: (story) => stories(story),
    shows: ({ quotes }) => quotes![0]!.text,
    empty: stories({ ...ferry, quotes: [] }),
    data: ({ quotes }) => quotes![0],
  });

  async function showing(data: Quote | Story, attributes = ''): Promise<NewsPullQuote> {
    const quote = await fixture<NewsPullQuote>(`<news-pull-quote ${attributes}></news-pull-quote>`);
    quote.data = data;
    await quote.updateComplete;
    return quote;
  }

  it('is a figure with the words, and under them who said them', async () => {
    const quote = await showing(captain);
    const figure = one(quote, 'figure');
    expect([...figure.children].map(({ localName }) => localName)).to.deep.equal([
      'blockquote',
      'figcaption',
    ]);
    expect(one(quote, 'blockquote')).to.have.trimmed.text(captain.text);
    expect(seen(one(quote, 'figcaption'))).to.equal(
      'Captain Ruth Adeyemi · Harbour master · told Radio Norrhaven',
    );
    await expect(quote).to.be.accessible();
  });

  it('lets a page style its quotation marks and its dots', async () => {
    const quote = await showing(captain, 'class="plain"');
    const page = document.createElement('style');
    page.textContent = `.plain::part(words)::before { content: '»' } .plain::part(words)::after { content: none }
      .plain::part(dot) { display: none }`;
    quote.before(page);
    const mark = (which: string): string => getComputedStyle(one(quote, 'blockquote p'), which).content;
    expect([mark('::before'), mark('::after')]).to.deep.equal(['"»"', 'none']);
    expect(one(quote, 'figcaption').innerText.trim()).to.match(/Adeyemi\s*Harbour master\s*told/);
    page.remove();
    expect([mark('::before'), mark('::after')]).to.deep.equal(['open-quote', 'close-quote']);
  });

  it('without a speaker there is no caption', async () => {
    const quote = await showing({ text: 'The crossing takes fifty minutes.' });
    expect(all(quote, 'figcaption')).to.be.empty;
    await expect(quote).to.be.accessible();
  });

  it('cites works, never people', async () => {
    const quote = await showing({ ...captain, url: 'https://news.example/report' });
    expect(all(quote, 'cite')).to.be.empty;
    quote.cite = 'Report on the Ferries';
    await quote.updateComplete;
    expect(one(quote, 'cite')).to.have.text('Report on the Ferries');
    expect(one<HTMLAnchorElement>(quote, 'cite a').href).to.equal('https://news.example/report');
    expect(one(quote, 'blockquote')).to.have.attribute('cite', 'https://news.example/report');
    await expect(quote).to.be.accessible();
  });

  it('decorative: not read twice, and nothing in it takes the focus', async () => {
    const quote = await showing(
      { ...captain, url: 'https://news.example/report' },
      'decorative cite="Report"',
    );
    expect(one(quote, 'figure')).to.have.attribute('aria-hidden', 'true');
    expect(seen(quote)).to.contain(captain.text).and.to.contain('Report');
    expect(all(quote, 'a, button, [tabindex]')).to.be.empty;
    await expect(quote).to.be.accessible();
  });

  for (const variant of variants) {
    it(`${variant}: readable and accessible`, async () => {
      const quote = await showing(
        { ...captain, portrait: { src: dot, alt: 'The captain' } },
        `variant="${variant}"`,
      );
      expect(seen(quote)).to.contain(captain.text).and.to.contain(captain.by);
      expect(all(quote, 'img').map((image) => image.getAttribute('alt'))).to.deep.equal(
        variant === 'portrait' ? [''] : [],
      );
      await expect(quote).to.be.accessible();
    });
  }

  it('a portrait that does not come leaves no hole, and the next one shows', async () => {
    const pictures = await contentApi(noPicture, aPicture);
    const lost = { ...captain, portrait: { src: `${pictures.address}/lost` } };
    const quote = await showing(lost, 'variant="portrait"');
    await oneEvent(one(quote, 'img'), 'error');
    expect(all(quote, 'img').filter((image) => image.checkVisibility())).to.be.empty;
    await expect(quote).to.be.accessible();

    quote.data = { ...captain, portrait: { src: `${pictures.address}/found` } };
    await quote.updateComplete;
    await oneEvent(one(quote, 'img'), 'load');
    expect(one(quote, 'img').checkVisibility()).to.equal(true);
  });

  it("pick: which of the story's quotes", async () => {
    const quote = await showing(ferry, 'pick="2"');
    expect(seen(quote)).to.contain('The crossing takes fifty minutes.');
    quote.pick = 3;
    await quote.updateComplete;
    expect(quote).to.match(':state(empty)');
  });

  it('pick: two quotes of one story are one request', async () => {
    const api = await contentApi(stories(ferry));
    const holder = await fixture(`<div>
      <news-pull-quote api="${api.address}" story="71"></news-pull-quote>
      <news-pull-quote api="${api.address}" story="71" pick="2"></news-pull-quote>
    </div>`);
    const [first, second] = holder.children;
    await reaches(first!, 'ready');
    await reaches(second!, 'ready');
    expect(seen(second!)).to.contain('The crossing takes fifty minutes.');
    expect((await api.asked()).map(query)).to.deep.equal([{ ids: '71' }]);
  });

  it('the words of an Urdu speaker on an English page', async () => {
    const quote = await showing(urdu);
    const words = one(quote, 'blockquote');
    expect(words.closest('[lang]')?.getAttribute('lang')).to.equal('ur');
    expect(getComputedStyle(one(words, 'p')).direction).to.equal('rtl');
    for (const part of ['by', 'role']) {
      expect(getComputedStyle(one(quote, `[part=${part}]`)).direction, part).to.equal('rtl');
      expect(one(quote, `[part=${part}]`).closest('[lang]'), part).to.have.attribute('lang', 'ur');
    }
    await expect(quote).to.be.accessible();
  });

  describe('written by hand', () => {
    it('in attributes: shows them, and asks nothing', async () => {
      const api = await contentApi(stories(tram));
      const holder = await fixture(`<div>
        <news-pull-quote api="${api.address}" story="71" quote="We sail." by="Ruth Adeyemi" by-role="Captain"
          via="told us"></news-pull-quote>
        <news-pull-quote api="${api.address}" story="72"></news-pull-quote>
      </div>`);
      const [quote, probe] = holder.children;
      expect(seen(quote!)).to.equal('We sail. Ruth Adeyemi · Captain · told us');
      await expect(quote).to.be.accessible();
      await reaches(probe!, 'ready');
      expect((await api.asked()).map(query)).to.deep.equal([{ ids: '72' }]);
    });

    it('in a slot: shows it in its place, and asks nothing', async () => {
      const api = await contentApi(stories(tram));
      const holder = await fixture(`<div>
        <news-pull-quote api="${api.address}" story="71" by="Ruth Adeyemi"><p slot="words">We <em>sail</em>.</p></news-pull-quote>
        <news-pull-quote api="${api.address}" story="72"></news-pull-quote>
      </div>`);
      const [quote, probe] = holder.children;
      expect(seen(quote!)).to.equal('We sail. Ruth Adeyemi');
      await expect(quote).to.be.accessible();
      await reaches(probe!, 'ready');
      expect((await api.asked()).map(query)).to.deep.equal([{ ids: '72' }]);
    });

    it('nothing at all: the fallback', async () => {
      const quote = await fixture('<news-pull-quote><p>“We sail.”</p></news-pull-quote>');
      expect(seen(quote)).to.equal('“We sail.”');
    });
  });
});
