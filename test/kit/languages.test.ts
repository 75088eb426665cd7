import { expect, fixture, html } from '@open-wc/testing';
import { languageOf } from '../../src/kit/languages.js';

const inner = (root: ParentNode): Element => root.querySelector('i')!;

function shadow(host: Element, content: string): ShadowRoot {
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = content;
  return root;
}

describe('the language at an element', () => {
  const page = document.documentElement.lang;
  afterEach(() => {
    document.documentElement.lang = page;
  });

  it('is that of the nearest ancestor that names one', async () => {
    const place = await fixture(html`<div lang="ur"><p lang="de"><i></i></p></div>`);
    expect(languageOf(inner(place))).to.equal('de');
    expect(languageOf(place)).to.equal('ur');
  });

  it('is found through shadow roots, however many', async () => {
    const place = await fixture(html`<div lang="ar"><p></p></div>`);
    const outer = shadow(place.querySelector('p')!, '<section><p></p></section>');
    const root = shadow(outer.querySelector('p')!, '<i></i>');
    expect(languageOf(inner(root))).to.equal('ar');
    outer.querySelector('section')!.lang = 'fr';
    expect(languageOf(inner(root))).to.equal('fr');
    document.documentElement.lang = 'sv';
    place.removeAttribute('lang');
    outer.querySelector('section')!.removeAttribute('lang');
    expect(languageOf(inner(root))).to.equal('sv');
  });

  it('is one that dates and numbers can be written in, whatever the page says', async () => {
    const place = await fixture(html`<div><i></i></div>`);
    for (const bad of ['en_US', 'xx-', '-', 'english', '12', '*', '']) {
      place.setAttribute('lang', bad);
      const language = languageOf(inner(place));
      expect(() => new Intl.DateTimeFormat(language), bad).not.to.throw();
    }
    place.setAttribute('lang', 'en_US');
    expect(languageOf(inner(place))).to.equal('en-US');
    place.setAttribute('lang', 'ur_PK');
    expect(languageOf(inner(place))).to.equal('ur-PK');
    place.setAttribute('lang', 'UR-pk');
    expect(languageOf(inner(place))).to.equal('ur-PK');
  });

  it('is English where nobody names one', () => {
    document.documentElement.removeAttribute('lang');
    expect(languageOf(document.body)).to.equal('en');
    expect(languageOf(document.createElement('i'))).to.equal('en');
  });
});
