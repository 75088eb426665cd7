import { fixture } from '@open-wc/testing';
import '../../src/elements/related-stories/define.js';
import { toldByAddress, toldByTags } from '../../src/sources/auto.js';
import { kindOf } from '../../src/sources/registry.js';
import { expect } from '../content/support.js';
import { inHead } from '../elements/support/pretend.js';
import { all, reaches } from '../elements/support/seen.js';
import { feedApi, record } from './feeds.js';

describe('the kind of an API', () => {
  for (const [address, source] of [
    ['https://news.example/wp-json', 'wordpress'],
    ['https://news.example/blog/wp-json/', 'wordpress'],
    ['https://news.example/?rest_route=/', 'wordpress'],
    ['https://news.example/ghost/api/content', 'ghost'],
    ['https://news.example/feed.json', 'json-feed'],
    ['https://news.example/feed/json', 'json-feed'],
    ['https://news.example/?feed=json', 'json-feed'],
    ['https://news.example/feed', 'rss'],
    ['https://news.example/feed/', 'rss'],
    ['https://news.example/feed/atom', 'rss'],
    ['https://news.example/news/rss', 'rss'],
    ['https://news.example/index.xml', 'rss'],
    ['https://news.example/index.rdf', 'rss'],
    ['https://news.example/?feed=rss2&cat=3', 'rss'],
    ['https://news.example/outboundfeeds/rss/?outputType=xml', 'rss'],
    ['https://news.example/feed.xml?section=2', 'rss'],
    ['https://news.example/feed.json?section=2', 'json-feed'],
    ['https://news.example/api', undefined],
    ['https://news.example/feedback', undefined],
    ['https://news.example/atomic/', undefined],
  ] as const)
    it(`${address} is ${source ?? 'not told by its address'}`, () => {
      expect(toldByAddress(address)?.source).to.equal(source);
      expect(kindOf(address).source).to.equal(source ?? 'rest');
    });

  const tags = {
    rss: '<link rel="alternate" type="application/rss+xml" href="/feed/"><link rel="alternate" type="application/rss+xml" href="/comments/feed/">',
    'json-feed': '<link rel="alternate" type="application/feed+json" href="/feed.json">',
    ghost: '<script src="x.js" data-ghost="https://news.example/" data-key="abc"></script>',
    wordpress: '<link rel="https://api.w.org/" href="/wp-json/">',
  };
  const told = (html: string) =>
    toldByTags(
      new DOMParser().parseFromString(html, 'text/html').querySelectorAll('*'),
      'https://news.example/a/',
    );

  it('told by a page: WordPress before Ghost before JSON Feed before RSS, in whatever order they stand', () => {
    const kinds = ['rss', 'json-feed', 'ghost', 'wordpress'] as const;
    for (const [index, kind] of kinds.entries()) {
      const html = kinds.slice(0, index + 1).map((one) => tags[one]);
      for (const page of [html.join(''), html.reverse().join('')]) expect(told(page)?.source).to.equal(kind);
    }
    expect(told('<link rel="alternate" hreflang="ur" href="/ur/"><script></script>')).to.equal(undefined);
  });

  it('told by a page: with its address, the site’s feed and not that of its comments', () => {
    expect(told(tags.rss)?.api).to.equal('https://news.example/feed');
    expect(told(tags['json-feed'])?.api).to.equal('https://news.example/feed.json');
    expect(told('<link rel="ALTERNATE home" type="Application/Atom+XML" href="atom.php">')).to.deep.include({
      source: 'rss',
      api: 'https://news.example/a/atom.php',
    });
  });

  it('a page that only names a feed shows its stories without an attribute', async () => {
    const { api, asked } = await feedApi(await record('harbour.xml'), 'rss', '/anything');
    inHead(`<link rel="alternate" type="application/rss+xml" href="${api}">`);
    const related = await fixture('<news-related-stories></news-related-stories>');
    related.scrollIntoView();
    await reaches(related, 'ready');
    expect(all(related, '[part~=link]')).to.have.length(4);
    expect(await asked()).to.have.length(1);
  });
});
