import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { articleBody, articleJsonLd, jsonLdText } from '../../src/server/index.js';
import { allowed, anywhere } from '../../src/kit/safe-html/allow-list.js';
import { attacks } from '../kit/safe-html.attacks.js';
import type { Story } from '../../src/model/index.js';

const story: Story = {
  id: '71',
  url: 'https://news.example/2026/03/night-ferry-returns',
  headline: 'The night ferry returns',
  lang: 'en',
};
const bodyOf = (body: string): string => articleBody({ ...story, body });

test('a body for the slot of the element', () => {
  assert.equal(
    bodyOf('<h3 id="a">One</h3><p onclick="x">Two <a href="/b">three</a>'),
    '<div slot="body" data-news-body="" lang="en"><h2 dir="auto" id="news-a">One</h2>' +
      '<p dir="auto">Two <a rel="noopener" href="https://news.example/b">three</a></p></div>',
  );
});

test('headings come below the headline', () => {
  const at = (headingLevel: number) =>
    articleBody({ ...story, body: '<h1>a</h1><h2>b</h2>' }, { headingLevel });
  assert.match(at(1), /<h2 dir="auto">a<\/h2><h3 dir="auto">b<\/h3>/);
  assert.match(at(5), /<h6 dir="auto">a<\/h6><h6 dir="auto">b<\/h6>/);
});

test('tables, quotes and embeds are as the element has them', () => {
  const made = bodyOf(
    '<table><caption>Tides</caption></table><blockquote class="pullquote">We sail.</blockquote><iframe src="//films.example/1"></iframe>',
  );
  assert.match(
    made,
    /<div dir="auto" data-news-table="" role="region" tabindex="0" aria-label="Tides"><table>/,
  );
  assert.match(made, /<news-pull-quote dir="auto" quote="We sail."><blockquote class="pullquote">/);
  assert.match(made, /data-news-embed="https:\/\/films.example\/1"><a href="https:\/\/films.example\/1"/);
});

test('no body is an empty one', () => {
  assert.equal(articleBody(story), '<div slot="body" data-news-body="" lang="en"></div>');
});

test('a tree without end is no end of the server', () => {
  const deep = 20_000;
  assert.match(bodyOf(`<p>Words</p>${'<div>'.repeat(deep)}x${'</div>'.repeat(deep)}`), /Words/);
});

const ours = new Set(['slot', 'role', 'tabindex', 'aria-label', 'quote', 'by', 'decorative']);

function* elements(node: DefaultTreeAdapterTypes.Node): Generator<DefaultTreeAdapterTypes.Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elements(child);
}

/** What stands in a text of ours that the list does not name. */
function strange(html: string): string[] {
  return [...elements(parseFragment(html))].flatMap(({ tagName, attrs }) => {
    const rule = tagName === 'news-pull-quote' ? {} : tagName === 'iframe' ? undefined : allowed.get(tagName);
    if (!rule) return [tagName];
    const may = { ...anywhere, ...rule.attributes, ...rule.always };
    return attrs
      .filter(
        ({ name, value }) =>
          !(name in may || ours.has(name) || name.startsWith('data-news-')) ||
          /^\s*(javascript|data|vbscript):/i.test(value),
      )
      .map(({ name, value }) => `${tagName} ${name}=${value}`);
  });
}

test('hostile content leaves nothing that the list does not name', () => {
  for (const attack of attacks) assert.deepEqual(strange(bodyOf(attack)), [], attack);
});

test('nor do pieces of it in any order', () => {
  const pieces = fc.constantFrom(...attacks.flatMap((attack) => attack.split(/(?=[<"'>])/)));
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 25 }), (soup) => {
      assert.deepEqual(strange(bodyOf(soup.join(''))), []);
    }),
    { numRuns: 1_000 },
  );
});

test('the check itself can fail', () => {
  assert.deepEqual(strange('<p onclick=x><script></script><a href="javascript:x">'), [
    'p onclick=x',
    'script',
    'a href=javascript:x',
  ]);
});

test('what search engines read', () => {
  const told = articleJsonLd({
    ...story,
    label: 'opinion',
    authors: [{ name: 'Amina Rahman', url: 'https://news.example/amina', role: 'Correspondent' }],
    published: '2026-03-12T21:30:00+01:00',
    picture: { src: 'https://news.example/a.png', width: 3, height: 2, credit: 'Joris' },
    section: { id: 'coast', name: 'Coast' },
    tags: [{ id: 'a', name: 'Ferries' }],
    corrections: [{ date: '2026-03-14', note: 'Forty.' }],
    subscribersOnly: true,
  });
  // What has no prototype is copied into what has one.
  assert.deepEqual(structuredClone(told), {
    '@context': 'https://schema.org',
    '@type': 'OpinionNewsArticle',
    mainEntityOfPage: story.url,
    url: story.url,
    headline: story.headline,
    inLanguage: 'en',
    datePublished: '2026-03-12T21:30:00+01:00',
    dateModified: '2026-03-12T21:30:00+01:00',
    author: [
      {
        '@type': 'Person',
        name: 'Amina Rahman',
        url: 'https://news.example/amina',
        jobTitle: 'Correspondent',
      },
    ],
    image: [
      { '@type': 'ImageObject', url: 'https://news.example/a.png', width: 3, height: 2, creditText: 'Joris' },
    ],
    articleSection: 'Coast',
    keywords: ['Ferries'],
    correction: [{ '@type': 'CorrectionComment', datePublished: '2026-03-14', text: 'Forty.' }],
    isAccessibleForFree: false,
    hasPart: { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '[data-news-body]' },
  });
});

test('each kind of piece by its name', () => {
  const kind = (label: Story['label']) =>
    (articleJsonLd({ ...story, ...(label && { label }) }) as { '@type': string })['@type'];
  assert.deepEqual(
    ([undefined, 'news', 'analysis', 'review', 'explainer', 'interview', 'fact-check', 'sponsored'] as const).map(kind),
    [
      'NewsArticle', 'NewsArticle', 'AnalysisNewsArticle', 'ReviewNewsArticle', 'BackgroundNewsArticle', 'NewsArticle',
      'NewsArticle', 'AdvertiserContentArticle',
    ],
  ); // prettier-ignore
});

test('a headline does not end the script that tells it', () => {
  const text = jsonLdText({ ...story, headline: '</script><script>x' });
  assert.ok(!text.includes('<'));
  assert.equal((JSON.parse(text) as { headline: string }).headline, '</script><script>x');
});
