import { expect, fixture } from '@open-wc/testing';
import '../../src/elements/copyright/define.js';
import type { NewsCopyright } from '../../src/elements/copyright/copyright.js';
import { loadWords } from '../../src/kit/words/load.js';
import { all, one, seen } from './support/seen.js';

const line = (attributes: string, content = ''): Promise<NewsCopyright> =>
  fixture<NewsCopyright>(`<news-copyright ${attributes}>${content}</news-copyright>`);

describe('<news-copyright>', () => {
  before(() => Promise.all(['ur', 'ar-EG'].map(loadWords)));

  for (const [attributes, words] of Object.entries({
    'holder="The Truth" since="2021"': 'Copyright © 2021 The Truth',
    'holder="The Truth" since="2021" until="2024"': 'Copyright © 2021–2024 The Truth',
    'holder="The Truth" since="2021" until="2021"': 'Copyright © 2021 The Truth',
    'holder="The Truth" since="2021" until="2019"': 'Copyright © 2021 The Truth',
    'holder="The Truth" until="2024"': 'Copyright © 2024 The Truth',
    'holder="The Truth" since="long ago" until="soon"': 'Copyright © The Truth',
    'holder="The Truth"': 'Copyright © The Truth',
    'holder="روزنامہ" since="2021" lang="ur"': 'جملہ حقوق © 2021 روزنامہ',
    'holder="الحقيقة" since="2021" until="2024" lang="ar-EG"': 'حقوق النشر © ٢٠٢١–٢٠٢٤ الحقيقة',
  }))
    it(`${attributes}: "${words}"`, async () => {
      const element = await line(attributes, '<p>© us</p>');
      expect(seen(element)).to.equal(words);
      expect(one(element, 'small').textContent).to.equal(words);
      await expect(element).to.be.accessible();
    });

  it('until now: the year in which it is read', async () => {
    const year = new Date().getFullYear();
    const element = await line('holder="The Truth" since="2021" until="now"');
    expect(seen(element)).to.equal(`Copyright © 2021–${year} The Truth`);
    element.since = String(year);
    await element.updateComplete;
    expect(seen(element)).to.equal(`Copyright © ${year} The Truth`);
  });

  it('policy links stay on show: one by one, and as navigation', async () => {
    const links = '<a slot="links" href="/ethics">Ethics</a> <a slot="links" href="/privacy">Privacy</a>';
    const navigation = '<nav slot="links" aria-label="Policies"><a href="/contact">Contact</a></nav>';
    const element = await line('holder="The Truth" since="2021"', `<p>© us</p>${links}${navigation}`);
    expect(seen(element)).to.equal('Copyright © 2021 The Truth Ethics Privacy Contact');
    expect(element.querySelector('p')).to.have.property('assignedSlot', null);
    const [ethics, privacy] = [...element.querySelectorAll('a')].map((link) => link.getBoundingClientRect());
    expect(ethics!.height).to.be.at.least(24);
    expect(privacy!.left - ethics!.right).to.be.greaterThan(4);
    await expect(element).to.be.accessible();
  });

  it('without a holder it is what stands in it', async () => {
    const element = await line('since="2021"', '<p>© 2021 us</p>');
    expect(seen(element)).to.equal('© 2021 us');
    expect(all(element, 'small')).to.be.empty;
  });

  it('in words of the page', async () => {
    const script =
      '<script type="application/json" data-news-messages>{"line":"{holder} © {years}"}</script>';
    const element = await line('holder="The Truth" since="2021"', script);
    expect(seen(element)).to.equal('The Truth © 2021');
  });
});
