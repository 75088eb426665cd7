import { expect, fixture } from '@open-wc/testing';
import type { ContentElement } from '../../src/elements/content-element.js';
import '../../src/define.js';
import { loadWords } from '../../src/kit/words/load.js';
import { contentApi, page } from './support/content-api.js';
import { all, one, reaches, seen } from './support/seen.js';
import { captain, ferry, several } from './support/stories.js';

const given: [tag: string, data: unknown, words: string][] = [
  ['news-article', ferry, ferry.headline],
  ['news-article-card', ferry, ferry.headline],
  ['news-pull-quote', captain, captain.text],
  ['news-byline', ferry, 'Amina Rahman'],
  ['news-related-stories', several(3), 'Story number 3'],
  ['news-comment-form', ferry, 'Leave a reply'],
];

describe('in a host page', () => {
  for (const [tag, data, words] of given) {
    it(`<${tag}> shows its text where the page takes all styles away`, async () => {
      const holder = await fixture(`<div><style>* { all: unset !important }</style><${tag}></${tag}></div>`);
      const element = holder.querySelector(tag) as ContentElement<unknown>;
      element.data = data;
      await element.updateComplete;
      expect(seen(element)).to.contain(words);
      const { width, height } = element.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.greaterThan(10);
      await expect(element).to.be.accessible();
    });

    it(`<${tag}> works in another shadow root`, async () => {
      const holder = await fixture('<div lang="en-GB"></div>');
      const root = holder.attachShadow({ mode: 'open' });
      root.innerHTML = `<p>Before</p><${tag}></${tag}>`;
      const element = root.querySelector(tag) as ContentElement<unknown>;
      element.data = data;
      await element.updateComplete;
      expect(seen(element)).to.contain(words);
      expect(seen(holder)).to.contain(`Before`).and.to.contain(words);
      await expect(holder).to.be.accessible();
    });

    it(`<${tag}> that a server rendered is not printed twice without support for that`, async () => {
      const name = tag.slice(5);
      const query = new URLSearchParams({
        module: `elements/${name}/define.ts`,
        tag,
        data: JSON.stringify(data),
      });
      const response = await fetch(`/__ssr?${query}`);
      expect(response.status).to.equal(200);
      const holder = await fixture('<div></div>');
      holder.setHTMLUnsafe(await response.text());
      // Firefox would do so a little later.
      customElements.upgrade(holder);
      const element = holder.querySelector(tag) as ContentElement<unknown>;
      element.data = data;
      await element.updateComplete;
      expect(seen(element)).to.contain(words);
      expect(all(element, '[part~=root]')).to.have.length(1);
      expect(seen(element).split(words)).to.have.length(2);
    });
  }

  it('is not bent by rules of the page that descend', async () => {
    const bent = {
      'letter-spacing': 'normal',
      'text-indent': '0px',
      'text-shadow': 'none',
      'text-transform': 'none',
      visibility: 'visible',
      'white-space': 'normal',
      'word-spacing': '0px',
    };
    const holder = await fixture(`<div style="letter-spacing: 1em; text-indent: 9em; text-shadow: 1px 1px red;
      text-transform: uppercase; visibility: hidden; white-space: pre; word-spacing: 1em">
      <news-article-card headline="Ferry"></news-article-card></div>`);
    const style = getComputedStyle(one(holder.firstElementChild!, 'h3'));
    const found = Object.keys(bent).map((name) => [name, style.getPropertyValue(name)]);
    expect(Object.fromEntries(found)).to.deep.equal(bent);
  });

  it('looks like the page else', async () => {
    const holder = await fixture(`<div style="color: rgb(1, 2, 3); font: italic 23px monospace">
      <news-pull-quote quote="We sail."></news-pull-quote></div>`);
    const { color, fontSize, fontFamily, fontStyle } = getComputedStyle(
      one(holder.firstElementChild!, '[part~=root]'),
    );
    expect({ color, fontSize, fontFamily, fontStyle }).to.deep.equal({
      color: 'rgb(1, 2, 3)',
      fontSize: '23px',
      fontFamily: 'monospace',
      fontStyle: 'italic',
    });
  });

  it('takes its direction from the page', async () => {
    await loadWords('ar');
    const holder = await fixture(
      '<div dir="rtl" lang="ar"><news-related-stories></news-related-stories></div>',
    );
    const list = holder.firstElementChild as ContentElement<unknown>;
    list.data = several(3);
    await list.updateComplete;
    for (const element of all(list, '[part~=root], ol'))
      expect(getComputedStyle(element).direction).to.equal('rtl');
    await expect(list).to.be.accessible();
  });

  it('a whole page asks two questions', async () => {
    const both = page([{ ...ferry, url: location.href }, ...several(4)]);
    const api = await contentApi(both, both);
    const holder = await fixture(`<news-provider api="${api.address}">
      <news-byline></news-byline>
      <news-pull-quote story="${location.href}"></news-pull-quote>
      <news-article-card story="${location.href}"></news-article-card>
      <news-related-stories loading="eager"></news-related-stories>
      <news-comment-form></news-comment-form>
    </news-provider>`);
    for (const element of holder.children) await reaches(element, 'ready');
    expect((await api.asked()).length).to.equal(2);
  });
});
