import { expect, fixture, oneEvent } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../src/elements/article-card/define.js';
import type { CardLayout, NewsArticleCard } from '../../src/elements/article-card/article-card.js';
import type { NewsNavigateEvent } from '../../src/elements/events.js';
import type { Story } from '../../src/model/index.js';
import { loadWords } from '../../src/kit/words/load.js';
import { said, warnings } from './support/console.js';
import { aPicture, contentApi, noPicture, query, stories } from './support/content-api.js';
import { keepsThePromises } from './support/promises.js';
import { inHead } from './support/pretend.js';
import { all, hasFocus, one, reaches, seen } from './support/seen.js';
import { dot, ferry, tram, urdu } from './support/stories.js';
import { waitUntil } from '../tools/wait.js';

const layouts: CardLayout[] = ['stacked', 'row', 'overlay', 'compact', 'headline-only', 'numbered'];

describe('<news-article-card>', () => {
  keepsThePromises({
    tag: 'news-article-card',
    answer: (story) => stories(story),
    shows: ({ headline }) => headline,
    empty: stories(),
    data: (story) => story,
  });

  async function showing(data: Story, attributes = '', content = ''): Promise<NewsArticleCard> {
    const card = await fixture<NewsArticleCard>(
      `<news-article-card ${attributes}>${content}</news-article-card>`,
    );
    card.data = data;
    await card.updateComplete;
    return card;
  }

  it('asks for a story by id, slug or address', async () => {
    for (const [story, expected] of [
      ['71', { ids: '71' }],
      ['night-ferry-returns', { slugs: 'night-ferry-returns' }],
      [ferry.url, { url: ferry.url }],
    ] as const) {
      const api = await contentApi(stories(ferry));
      const card = await fixture(
        `<news-article-card api="${api.address}" story="${story}"></news-article-card>`,
      );
      await reaches(card, 'ready');
      const [asked] = await api.asked();
      expect(query(asked!)).to.deep.equal(expected);
    }
  });

  it('without a story it asks for nothing, not even for the story of the page', async () => {
    const api = await contentApi(stories(ferry));
    const holder = await fixture(`<div>
      <news-article-card api="${api.address}"><a href="/">Front page</a></news-article-card>
      <news-article-card api="${api.address}" story="71"></news-article-card>
    </div>`);
    const [without, asks] = holder.children;
    await reaches(asks!, 'ready');
    expect(seen(without!)).to.equal('Front page');
    expect(await api.asked()).to.have.length(1);
  });

  it('cards that ask within one frame share a request', async () => {
    const api = await contentApi(stories(tram, ferry));
    const holder = await fixture(`<div>
      <news-article-card api="${api.address}" story="71"></news-article-card>
      <news-article-card api="${api.address}" story="72"></news-article-card>
      <news-article-card api="${api.address}" story="71"></news-article-card>
    </div>`);
    for (const card of holder.children) await reaches(card, 'ready');
    expect([...holder.children].map((card) => one(card, 'a').textContent)).to.deep.equal([
      ferry.headline,
      tram.headline,
      ferry.headline,
    ]);
    const asked = await api.asked();
    expect(asked.map(query)).to.deep.equal([{ ids: '71,72' }]);
  });

  describe('what it shows', () => {
    it('all that a story has, as words', async () => {
      const card = await showing(ferry, 'show="kicker excerpt byline date reading-time comments"');
      expect(seen(card)).to.equal(
        'Live · Analysis · Harbour · Subscribers only The night ferry returns to Norrhaven ' +
          'After nine years the last boat of the day sails again, with room for forty cars. ' +
          'By Amina Rahman and Joris Vermeulen · March 12, 2026 · 4 minute read · 12 comments',
      );
    });

    it('nothing in place of what a story has not', async () => {
      const card = await showing(tram, 'show="picture kicker excerpt byline date reading-time comments"');
      expect(seen(card)).to.equal('Line nine opens in June By Ola Lind');
      expect(all(card, '.media, .kicker, .standfirst, time, img')).to.be.empty;
      await expect(card).to.be.accessible();
    });

    it('only the pieces that are wanted', async () => {
      const card = await showing(ferry, 'show="date"');
      expect(seen(card)).to.equal(
        'Live · Analysis · Subscribers only The night ferry returns to Norrhaven March 12, 2026',
      );
      card.show = '';
      await card.updateComplete;
      expect(all(card, 'time')).to.be.empty;
      expect(one(card, 'a').textContent).to.equal(ferry.headline);
    });

    it('does not call news "news"', async () => {
      const card = await showing({ ...tram, label: 'news' }, 'show=""');
      expect(seen(card)).to.equal('Line nine opens in June');
    });

    it("the date of the publisher's own clock, and the whole moment for machines", async () => {
      const card = await showing({ ...tram, published: '2026-03-12T23:30:00-05:00' });
      const time = one<HTMLTimeElement>(card, 'time');
      expect(time.dateTime).to.equal('2026-03-12T23:30:00-05:00');
      expect(time).to.have.text('March 12, 2026');
    });

    it('the date in the language of the page', async () => {
      await loadWords('de');
      const holder = await fixture('<div lang="de"><news-article-card></news-article-card></div>');
      const card = holder.querySelector('news-article-card')!;
      card.data = ferry;
      await card.updateComplete;
      expect(one(card, 'time')).to.have.text('12. März 2026');
    });

    it('an Urdu story on an English page as Urdu, each text by itself', async () => {
      const card = await showing(urdu, 'lang="en"');
      for (const text of [urdu.headline, urdu.kicker, urdu.standfirst]) {
        const holder = all(card, '[lang="ur"]').find(({ textContent }) => textContent.trim() === text);
        expect(holder, text).to.have.attribute('dir', 'auto');
        expect(getComputedStyle(holder!).direction).to.equal('rtl');
      }
      const author = one(card, 'bdi');
      expect(author).to.have.attribute('lang', 'ur');
      expect(author).to.have.text('ثنا ملک');
      expect(getComputedStyle(one(card, '.meta')).direction).to.equal('ltr');
      await expect(card).to.be.accessible();
    });

    for (const level of [1, 2, 3, 4, 5, 6]) {
      it(`a real heading of level ${level}`, async () => {
        const card = await showing(tram, `heading-level="${level}"`);
        const headings = all(card, 'h1, h2, h3, h4, h5, h6');
        expect(headings.map(({ localName }) => localName)).to.deep.equal([`h${level}`]);
        expect(headings[0]).to.have.trimmed.text(tram.headline);
      });
    }

    it('so many lines of the standfirst', async () => {
      const standfirst = 'One more word, and then one more. '.repeat(40);
      const card = await showing({ ...tram, standfirst }, 'style="inline-size: 20em"');
      const heights = [];
      for (const lines of [1, 2, 3]) {
        card.excerptLines = lines;
        await card.updateComplete;
        heights.push(one(card, '.standfirst').clientHeight);
      }
      const [line = 0] = heights;
      for (const [index, height] of heights.entries()) expect(height).to.be.closeTo(line * (index + 1), 2);
    });

    it('cuts the standfirst at a word, with an ellipsis, and leaves a short one whole', async () => {
      const card = await showing(ferry, 'excerpt-length="40"');
      expect(seen(card)).to.contain('After nine years the last boat of the …').and.not.to.contain('day');
      card.data = { ...ferry, standfirst: 'After nine years.' };
      await card.updateComplete;
      expect(seen(card)).to.contain('After nine years.').and.not.to.contain('…');
    });
  });

  describe('its link', () => {
    it('is one, in the heading, with the whole card to click on', async () => {
      const card = await showing({ ...ferry, picture: { src: dot, alt: 'A ferry' } });
      const links = all<HTMLAnchorElement>(card, 'a');
      expect(links.map(({ href }) => href)).to.deep.equal([ferry.url]);
      expect(links[0]).to.have.trimmed.text(ferry.headline);
      expect(links[0]!.closest('h3')).not.to.equal(null);
      expect(all(card, '[tabindex]')).to.be.empty;

      card.addEventListener('news-navigate', (event) => event.preventDefault());
      const { left, top, width } = one(card, '.media').getBoundingClientRect();
      const followed = oneEvent(card, 'news-navigate');
      await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + 5)] });
      await followed;
    });

    it('is the one stop of the Tab key, and Enter follows it', async () => {
      const card = await showing({ ...ferry, picture: { src: dot } });
      const before = document.createElement('button');
      const after = document.createElement('button');
      card.before(before);
      card.after(after);
      card.addEventListener('news-navigate', (event) => event.preventDefault());
      before.focus();
      await sendKeys({ press: 'Tab' });
      expect(hasFocus(one(card, 'a'))).to.equal(true);
      const followed = oneEvent(card, 'news-navigate');
      await sendKeys({ press: 'Enter' });
      await followed;
      await sendKeys({ press: 'Tab' });
      expect(hasFocus(after)).to.equal(true);
    });

    it('tells the page where a reader goes, and lets it go there in its own way', async () => {
      const card = await showing(ferry);
      const heard: NewsNavigateEvent[] = [];
      card.parentElement!.addEventListener('news-navigate', (event) => {
        event.preventDefault();
        heard.push(event);
      });
      const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
      one(card, 'a').dispatchEvent(click);
      expect(heard).to.have.length(1);
      expect(heard[0]).to.include({ story: '71', url: ferry.url, position: 0, composed: true });
      expect(click.defaultPrevented).to.equal(true);
    });

    it("is the browser's own where the page does not object", async () => {
      const card = await showing({ ...tram, url: `${location.href}#line-nine` });
      const there = oneEvent(window, 'hashchange');
      one(card, 'a').click();
      await there;
      history.replaceState(null, '', location.href.replace(/#.*/, ''));
    });
  });

  describe('its picture', () => {
    const picture = { src: dot, width: 300, height: 200, alt: 'A ferry at night' };

    it('is decoration', async () => {
      const card = await showing({ ...ferry, picture });
      const image = one<HTMLImageElement>(card, 'img');
      expect(image.alt).to.equal('');
      expect(image.loading).to.equal('lazy');
      expect([image.width > 0, image.getAttribute('width'), image.getAttribute('height')]).to.deep.equal([
        true,
        '300',
        '200',
      ]);
      await expect(card).to.be.accessible();
    });

    it('leaves no hole when it does not come, and the next one shows', async () => {
      const pictures = await contentApi(noPicture, aPicture);
      const card = await showing({ ...ferry, picture: { ...picture, src: `${pictures.address}/lost` } });
      await oneEvent(one(card, 'img'), 'error');
      expect(one(card, '.media').checkVisibility()).to.equal(false);
      await expect(card).to.be.accessible();

      card.data = { ...tram, picture: { src: `${pictures.address}/found` } };
      await card.updateComplete;
      await oneEvent(one(card, 'img'), 'load');
      expect(one(card, '.media').getBoundingClientRect().height).to.be.greaterThan(20);
    });

    it("of the page's own that does not come is the page's to hide", async () => {
      const { address } = await contentApi(noPicture);
      const card = await fixture<NewsArticleCard>(
        `<news-article-card headline="Ferry" href="/ferry"><img slot="media" alt="A ferry"></news-article-card>`,
      );
      const own = card.querySelector('img')!;
      own.src = `${address}/lost`;
      await oneEvent(own, 'error');
      expect(own.hidden).to.equal(false);
    });

    it('comes at once where readers begin', async () => {
      const card = await showing(
        { ...ferry, picture: { ...picture, srcset: `${dot} 300w` } },
        'loading="eager"',
      );
      expect(one<HTMLImageElement>(card, 'img').loading).to.equal('eager');
    });
  });

  describe('layouts', () => {
    for (const layout of layouts) {
      it(`${layout}: readable and accessible`, async () => {
        const card = await showing({ ...ferry, picture: { src: dot } }, `layout="${layout}"`);
        const shown = layout === 'headline-only' ? ferry.headline : 'Amina Rahman';
        expect(seen(card)).to.contain(ferry.headline).and.to.contain(shown);
        const pictureShows = one(card, '.media').checkVisibility();
        expect(pictureShows).to.equal(layout !== 'headline-only' && layout !== 'numbered');
        await expect(card).to.be.accessible();
      });
    }

    it('row: the picture beside the text, above it where there is no room', async () => {
      const card = await showing({ ...ferry, picture: { src: dot } }, 'layout="row"');
      const side = (): boolean =>
        one(card, '.media').getBoundingClientRect().right <= one(card, '.text').getBoundingClientRect().left;
      card.style.inlineSize = '40em';
      expect(side()).to.equal(true);
      card.style.inlineSize = '15em';
      expect(side()).to.equal(false);
    });

    it('overlay: the picture lies under all words, however many', async () => {
      const story = { ...ferry, headline: 'Ferry', standfirst: '', picture: { src: dot } };
      const card = await showing(story, 'layout="overlay" style="inline-size: 300px"');
      const heightOf = (selector: string): number => one(card, selector).getBoundingClientRect().height;
      expect(heightOf('.media')).to.be.closeTo(200, 1);
      card.data = { ...story, headline: ferry.headline.repeat(9) };
      await card.updateComplete;
      expect(heightOf('.text')).to.be.greaterThan(200);
      expect(heightOf('.media')).to.equal(heightOf('.card'));
    });

    it('ratio: the shape of the picture', async () => {
      const card = await showing({ ...ferry, picture: { src: dot } }, 'ratio="16/9"');
      const { width, height } = one(card, '.media').getBoundingClientRect();
      expect(width / height).to.be.closeTo(16 / 9, 0.02);
    });
  });

  describe('written by hand', () => {
    it('in attributes: shows them, and asks nothing', async () => {
      const api = await contentApi(stories(tram));
      const holder = await fixture(`<div>
        <news-article-card api="${api.address}" story="71" headline="Ferry returns" href="/ferry" kicker="Coast"
          standfirst="It sails again." by="Amina Rahman" published="2026-03-12" image="${dot}"></news-article-card>
        <news-article-card api="${api.address}" story="72"></news-article-card>
      </div>`);
      const [card, probe] = holder.children as unknown as [NewsArticleCard, NewsArticleCard];
      expect(card).to.match(':state(ready)');
      expect(seen(card)).to.equal('Coast Ferry returns It sails again. By Amina Rahman · March 12, 2026');
      expect(one<HTMLAnchorElement>(card, 'a').href).to.equal(new URL('/ferry', location.href).href);
      await expect(card).to.be.accessible();
      await reaches(probe, 'ready');
      expect((await api.asked()).map(query)).to.deep.equal([{ ids: '72' }]);
    });

    it('in slots: shows them in their places, and asks nothing', async () => {
      const api = await contentApi(stories(tram));
      const holder = await fixture(`<div>
        <news-article-card api="${api.address}" story="71">
          <img slot="media" alt="" src="${dot}">
          <p slot="overline">Coast</p>
          <h3 slot="heading"><a href="/ferry">Ferry returns</a></h3>
          <p slot="summary">It sails again.</p>
          <p slot="meta">Today</p>
        </news-article-card>
        <news-article-card api="${api.address}" story="72"></news-article-card>
      </div>`);
      const [card, probe] = holder.children as unknown as [NewsArticleCard, NewsArticleCard];
      expect(seen(card)).to.equal('Coast Ferry returns It sails again. Today');
      expect(card.querySelector('img')!.checkVisibility()).to.equal(true);
      expect(all(card, 'a').filter((link) => link.checkVisibility())).to.be.empty;
      await expect(card).to.be.accessible();
      await reaches(probe, 'ready');
      expect((await api.asked()).map(query)).to.deep.equal([{ ids: '72' }]);
    });

    it('without an address the headline is no link', async () => {
      const card = await fixture('<news-article-card headline="Ferry returns"></news-article-card>');
      expect(all(card, 'a[href]')).to.be.empty;
      expect(one(card, 'h3')).to.have.trimmed.text('Ferry returns');
      await expect(card).to.be.accessible();
    });

    it('an address that would run a script is none', async () => {
      const card = await fixture(
        '<news-article-card headline="x" href="javascript:alert(1)"></news-article-card>',
      );
      expect(all(card, 'a[href]')).to.be.empty;
    });

    it('a slot over what the API gives takes its place', async () => {
      const card = await showing(ferry, '', '<p slot="summary">Told in our own words.</p>');
      expect(seen(card)).to.contain('Told in our own words.').and.not.to.contain(ferry.standfirst);
    });
  });

  describe('words', () => {
    const script = (json: string): string =>
      `<script type="application/json" data-news-messages>${json}</script>`;

    it('by property', async () => {
      const card = await showing(ferry, 'show="reading-time"');
      card.words = { live: 'Direkt', readingTime: { one: '{n} Minute', other: '{n} Minuten' } };
      await card.updateComplete;
      expect(seen(card)).to.contain('Direkt').and.to.contain('4 Minuten').and.to.contain('Analysis');
    });

    it('in the element, without script', async () => {
      const card = await showing(ferry, '', script('{"live":"Direkt"}'));
      expect(seen(card)).to.contain('Direkt').and.to.contain('Analysis');
    });

    it("once for the page; the element's own go before", async () => {
      inHead(script('{"live":"Im Gange","analysis":"Hintergrund"}'));
      const card = await showing(ferry, '', script('{"live":"Direkt"}'));
      expect(seen(card)).to.contain('Direkt').and.to.contain('Hintergrund');
    });

    it('not those of another element', async () => {
      const holder = await fixture(`<div>
        <news-article-card>${script('{"live":"Direkt"}')}</news-article-card><news-article-card></news-article-card>
      </div>`);
      for (const card of holder.children) (card as NewsArticleCard).data = ferry;
      const [, second] = holder.children as unknown as [NewsArticleCard, NewsArticleCard];
      await second.updateComplete;
      expect(seen(second)).to.contain('Live').and.not.to.contain('Direkt');
    });

    it('that are no JSON: the standard words, and one warning', async () => {
      const card = await showing(ferry, '', script('{live: Direkt}'));
      expect(seen(card)).to.contain('Live');
      await waitUntil(() => warnings.length, 'a warning');
      expect(seen(await showing(ferry, '', script('{')))).to.contain('Live');
      expect(await said()).to.have.length(1);
      expect(warnings[0]).to.match(/^NEWS-WORDS: .*data-news-messages.*standard words/);
    });
  });
});
