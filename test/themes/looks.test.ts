import { expect, fixture } from '@open-wc/testing';
import '../../src/define.js';
import type { ContentElement } from '../../src/elements/content-element.js';
import type { Story } from '../../src/model/index.js';
import { themeSheet, type Tokens } from '../../src/themes/css.js';
import { remark } from '../elements/support/comments.js';
import { inHead } from '../elements/support/pretend.js';
import { one } from '../elements/support/seen.js';
import { dot, ferry, tram, urdu } from '../elements/support/stories.js';

// What a reader gets of a theme, as the browser computes it.

const names = ['broadsheet', 'magazine', 'tabloid', 'wire'];
const file = async (name: string): Promise<string> => (await fetch(`/src/themes/${name}`)).text();
const tokens = async (name: string): Promise<Tokens> =>
  (JSON.parse(await file(`${name}.tokens.json`)) as { news: Tokens }).news;

async function link(name: string): Promise<{ light: Tokens; dark: Tokens }> {
  const [light, dark, parts] = await Promise.all([tokens(name), tokens(`${name}.dark`), file(`${name}.css`)]);
  inHead(`<style>${themeSheet(name, light, dark, parts)}</style>`);
  return { light, dark };
}

const rgb = (theme: Tokens, token: string): string => {
  const color = theme[token]!;
  return color.$type !== 'color'
    ? token
    : `rgb(${color.$value.components.map((value) => Math.round(value * 255)).join(', ')})`;
};

/** An element of each kind that holds text, filled. */
const page = `
  <news-related-stories layout="grid" show="picture kicker excerpt date byline comments"></news-related-stories>
  <news-related-stories layout="numbered" label="Most read"></news-related-stories>
  <news-article-card></news-article-card>
  <news-pull-quote></news-pull-quote>
  <news-byline variant="box"></news-byline>
  <news-article heading-level="2"><p slot="body">The night ferry sails again.</p></news-article>
  <news-comments story="71"></news-comments>
  <news-comment-form story="71" api="https://news.example"></news-comment-form>
  <news-search></news-search>
  <news-share></news-share>
  <news-copyright holder="The Truth" since="2021"><a href="/terms">Terms</a></news-copyright>`;

const whole: Story = { ...ferry, picture: { src: dot, alt: '' } };
const data: Record<string, unknown> = {
  'news-related-stories': [whole, tram, urdu],
  'news-comments': [remark(1), remark(2, 1)],
};

async function filled(classes: string, direction = 'ltr'): Promise<HTMLElement> {
  const place = await fixture<HTMLElement>(`<main class="${classes}" dir="${direction}">${page}</main>`);
  for (const element of place.querySelectorAll<ContentElement<unknown>>(
    'news-related-stories, news-article-card, news-pull-quote, news-byline, news-article, news-comments',
  )) {
    element.data = data[element.localName] ?? whole;
    await element.updateComplete;
  }
  return place;
}

describe('a theme', () => {
  for (const name of names) {
    it(`${name} is light or dark by the scheme of the page, or by a class on any part of it`, async () => {
      const { light, dark } = await link(name);
      const ground = (element: Element): string => getComputedStyle(element).backgroundColor;
      const color = (element: Element): string => getComputedStyle(one(element, '.root')).color;
      const quote = '<news-pull-quote quote="Nine." by="Ola Lind"></news-pull-quote>';
      const place = await fixture<HTMLElement>(`<div>
        <div style="color-scheme: light"><div class="news-${name}">${quote}</div></div>
        <div style="color-scheme: dark"><div class="news-${name}">${quote}</div></div>
        <div class="news-${name} news-light">${quote}<div class="news-dark">${quote}</div></div>
        <div class="news-${name} news-dark">${quote}<div class="news-light">${quote}</div></div>
      </div>`);
      const quotes = [...place.querySelectorAll('news-pull-quote')];
      // The wire is dark unless a class says otherwise.
      const byPage = name === 'wire' ? dark : light;
      const wanted = [byPage, dark, light, dark, dark, light];
      expect(quotes.map(color)).to.deep.equal(wanted.map((theme) => rgb(theme, 'color-text')));
      expect(quotes.map((element) => ground(element.parentElement!))).to.deep.equal(
        wanted.map((theme) => rgb(theme, 'color-ground')),
      );
    });

    for (const scheme of ['light', 'dark'])
      for (const direction of ['ltr', 'rtl'])
        it(`${name} is accessible, ${scheme}, ${direction}`, async () => {
          await link(name);
          const place = await filled(`news-${name} news-${scheme}`, direction);
          await expect(place).to.be.accessible();
        });
  }

  it('look truly different: headlines share no face, size and case', async () => {
    const seen = new Set<string>();
    for (const name of names) {
      await link(name);
      const place = await filled(`news-${name}`);
      const { fontFamily, fontSize, fontWeight, textTransform } = getComputedStyle(
        one(place.querySelector('news-related-stories')!, '[part=headline]'),
      );
      seen.add([fontFamily, fontSize, fontWeight, textTransform].join());
    }
    expect(seen.size).to.equal(names.length);
  });
});
