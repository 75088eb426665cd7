import { expect, fixture, oneEvent } from '@open-wc/testing';
import '../../src/elements/byline/define.js';
import type { NewsByline } from '../../src/elements/byline/byline.js';
import type { Author, Story } from '../../src/model/index.js';
import { loadWords } from '../../src/kit/words/load.js';
import { aPicture, contentApi, noPicture, query, stories } from './support/content-api.js';
import { keepsThePromises } from './support/promises.js';
import { inHead } from './support/pretend.js';
import { all, one, reaches, seen } from './support/seen.js';
import { amina, dot, ferry, joris, tram, urdu } from './support/stories.js';

describe('<news-byline>', () => {
  keepsThePromises({
    tag: 'news-byline',
    answer: (story) => stories(story),
    shows: ({ authors }) => authors![0]!.name,
    empty: stories({ ...ferry, authors: [] }),
    data: ({ authors }) => authors,
  });

  async function showing(data: readonly Author[] | Story, attributes = ''): Promise<NewsByline> {
    const byline = await fixture<NewsByline>(`<news-byline ${attributes}></news-byline>`);
    byline.data = data;
    await byline.updateComplete;
    return byline;
  }

  describe('which story', () => {
    it('that of the page, by its canonical address', async () => {
      inHead('<link rel="canonical" href="https://news.example/2026/03/night-ferry-returns">');
      const api = await contentApi(stories(ferry));
      const byline = await fixture(`<news-byline api="${api.address}"></news-byline>`);
      await reaches(byline, 'ready');
      expect((await api.asked()).map(query)).to.deep.equal([{ url: ferry.url }]);
    });

    it('that of the page, by its own address without a fragment', async () => {
      const { href } = location;
      history.replaceState(null, '', '#comments');
      const api = await contentApi(stories({ ...ferry, url: href }));
      const byline = await fixture(`<news-byline api="${api.address}"></news-byline>`);
      await reaches(byline, 'ready');
      expect((await api.asked()).map(query)).to.deep.equal([{ url: href }]);
      history.replaceState(null, '', href);
    });

    it('one that is named, before that', async () => {
      const api = await contentApi(stories(ferry));
      await reaches(await fixture(`<news-byline api="${api.address}" story="71"></news-byline>`), 'ready');
      expect((await api.asked()).map(query)).to.deep.equal([{ ids: '71' }]);
    });
  });

  describe('a line', () => {
    it('joins the names as the language of the page does', async () => {
      const three = [amina, joris, { name: 'Ola Lind' }];
      expect(seen(await showing(three))).to.equal('By Amina Rahman, Joris Vermeulen, and Ola Lind');
      await loadWords('de');
      const german = await fixture('<div lang="de"><news-byline></news-byline></div>');
      const byline = german.querySelector('news-byline')!;
      byline.data = three;
      await byline.updateComplete;
      expect(seen(byline)).to.equal('Von Amina Rahman, Joris Vermeulen und Ola Lind');
    });

    it('links the authors who have a page, as authors', async () => {
      const byline = await showing(ferry);
      const links = all<HTMLAnchorElement>(byline, 'a');
      expect(links.map(({ href, rel }) => [href, rel])).to.deep.equal([[amina.url, 'author']]);
      expect(links[0]).to.have.text('Amina Rahman');
      await expect(byline).to.be.accessible();
    });

    it('takes words of its own', async () => {
      expect(seen(await showing([joris], 'label="Pictures:"'))).to.equal('Pictures: Joris Vermeulen');
    });

    it('sets an Urdu name as Urdu on an English page', async () => {
      const byline = await showing(urdu);
      const name = one(byline, '[part=author]');
      expect(name).to.have.attribute('lang', 'ur');
      expect(getComputedStyle(name).direction).to.equal('rtl');
      await expect(byline).to.be.accessible();
    });
  });

  describe('a box', () => {
    it('shows each author with portrait, role and a few words', async () => {
      const byline = await showing([{ ...amina, portrait: { src: dot } }, joris], 'variant="box"');
      expect(seen(one(byline, '.prompt'))).to.equal('Written by');
      const people = all(byline, 'li');
      expect(people.map((person) => seen(one(person, '.about')))).to.deep.equal([
        `Amina Rahman Coast correspondent ${amina.bio}`,
        'Joris Vermeulen Photographer',
      ]);
      expect(one<HTMLAnchorElement>(people[0]!, 'a')).to.include({ href: amina.url, rel: 'author' });
      expect(all(byline, 'img').map((image) => image.getAttribute('alt'))).to.deep.equal(['']);
      expect(one(byline, 'ul')).to.have.attribute('role', 'list');
      await expect(byline).to.be.accessible();
    });

    it('shows initials where there is no portrait', async () => {
      const byline = await showing([joris, { name: 'Ola' }, { name: 'María de la Cruz' }], 'variant="box"');
      expect(all(byline, '.portrait').map((box) => box.textContent.trim())).to.deep.equal(['JV', 'O', 'MC']);
      for (const box of all(byline, '.portrait')) expect(box).to.have.attribute('aria-hidden', 'true');
    });

    it('shows initials when the portrait does not come, and the next portrait when it does', async () => {
      const pictures = await contentApi(noPicture, aPicture);
      const lost = { ...joris, portrait: { src: `${pictures.address}/lost` } };
      const byline = await showing([lost], 'variant="box"');
      await oneEvent(one(byline, 'img'), 'error');
      expect(all(byline, 'img').filter((image) => image.checkVisibility())).to.be.empty;
      expect(seen(one(byline, '.portrait'))).to.equal('JV');
      await expect(byline).to.be.accessible();

      byline.data = [{ ...amina, portrait: { src: `${pictures.address}/found` } }];
      await byline.updateComplete;
      await oneEvent(one(byline, 'img'), 'load');
      expect(one(byline, 'img').checkVisibility()).to.equal(true);
    });
  });

  describe('written by hand', () => {
    it('in attributes: shows them, and asks nothing', async () => {
      const api = await contentApi(stories(tram));
      const holder = await fixture(`<div>
        <news-byline api="${api.address}" story="71" by="Amina Rahman" by-role="Reporter" href="/amina" portrait="${dot}"
          variant="box"></news-byline>
        <news-byline api="${api.address}" story="72"></news-byline>
      </div>`);
      const [byline, probe] = holder.children;
      expect(seen(byline!)).to.contain('Amina Rahman Reporter');
      expect(one<HTMLAnchorElement>(byline!, 'a').href).to.equal(new URL('/amina', location.href).href);
      await expect(byline).to.be.accessible();
      await reaches(probe!, 'ready');
      expect((await api.asked()).map(query)).to.deep.equal([{ ids: '72' }]);
    });

    for (const variant of ['line', 'box']) {
      it(`in a slot, as a ${variant}: shows it, and asks nothing`, async () => {
        const api = await contentApi(stories(tram));
        const holder = await fixture(`<div>
          <news-byline api="${api.address}" story="71" variant="${variant}"><a slot="authors" href="/amina">Amina</a></news-byline>
          <news-byline api="${api.address}" story="72"></news-byline>
        </div>`);
        const [byline, probe] = holder.children;
        expect(seen(byline!)).to.match(/^(By|Written by) Amina$/);
        await expect(byline).to.be.accessible();
        await reaches(probe!, 'ready');
        expect((await api.asked()).map(query)).to.deep.equal([{ ids: '72' }]);
      });
    }
  });
});
