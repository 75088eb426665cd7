import type { Story } from '../../src/model/index.js';
import { sharedClient } from '../../src/content/client.js';
import { quotes } from '../../src/sources/body.js';
import { expect, patient, problemOf } from '../content/support.js';
import { feedApi, item, list, record, rss, storiesOf, story } from './feeds.js';

const first = async (xml: string): Promise<Story> => {
  const [found] = await storiesOf(xml);
  if (!found) throw new Error('The feed has no story');
  return found;
};

const published = async (date: string): Promise<string | undefined> =>
  (await first(rss(item('A', `<pubDate>${date}</pubDate>`)))).published;

describe('an RSS feed', () => {
  it('gives stories with all that it knows of them', async () => {
    const [ferry, tram, price, note, library, ...others] = await storiesOf(await record('harbour.xml'));
    expect(ferry).to.deep.equal({
      id: 'https://www.harbour.example/?p=71',
      slug: 'night-ferry-returns',
      url: 'https://www.harbour.example/2026/03/night-ferry-returns/?utm_source=rss&utm_medium=feed',
      headline: 'The night ferry & its harbour return',
      kicker: 'Coast',
      standfirst: 'After nine years the last boat sails again. …',
      authors: [{ name: 'Amina Rahman' }, { name: 'Joris Vermeulen' }],
      published: '2026-03-12T21:30:00+01:00',
      updated: '2026-03-13T08:00:00+01:00',
      picture: { src: 'https://img.harbour.example/ferry-1200.jpg' },
      section: { id: 'coast', name: 'Coast' },
      tags: [
        { id: 'coast', name: 'Coast' },
        { id: 'ferries-boats', name: 'Ferries & boats' },
      ],
      lang: 'en-gb',
      commentCount: 12,
    });
    expect(tram).to.deep.include({
      id: 'https://www.harbour.example/2026/03/line-nine',
      url: 'https://www.harbour.example/2026/03/line-nine',
      authors: [{ name: 'Ola Lind' }],
      published: '2026-03-11T09:05:00-05:00',
      picture: { src: 'https://img.harbour.example/tram.jpg' },
      standfirst: 'The tram crosses the harbour.',
      comments: 'closed',
    });
    expect(price).to.deep.include({ authors: [], picture: { src: 'https://img.harbour.example/price.png' } });
    expect(note?.headline).to.equal(
      'A note without a headline, which tells in one long sentence all that there is to …',
    );
    expect(note).not.to.have.property('picture');
    expect(library?.published).to.equal('2026-03-07T08:00:00-07:00');
    expect(others, 'the one without an address').to.be.empty;
  });

  it('of WordPress is read as it was recorded', async () => {
    const [flood, opinion, ...others] = await storiesOf(await record('wordpress-rss.xml'));
    expect(others).to.have.length(8);
    expect(flood).to.deep.include({
      id: 'http://127.0.0.1:8631/2025/03/river-floods-force-2000-from-homes-part-3/',
      slug: 'river-floods-force-2000-from-homes-part-3',
      headline: 'River floods force 2,000 from homes (part 3)',
      kicker: 'Business & Markets',
      published: '2025-03-30T10:56:17+00:00',
      lang: 'en-US',
      commentCount: 0,
    });
    expect(flood?.standfirst).to.match(/^Paragraph 1 of story 29\. Reporters .* Paragraph …$/);
    expect(opinion?.headline).to.equal('Opinion: Stop calling it a “crisis” (part 3)');
    const atom = await storiesOf(await record('wordpress-atom.xml'));
    const both = ({ headline, url, kicker, tags, commentCount, slug, lang }: Story) => ({
      headline,
      url,
      kicker,
      tags,
      commentCount,
      slug,
      lang,
    });
    expect(atom.map(both)).to.deep.equal([flood!, opinion!, ...others].map(both));
  });

  it('of Ghost is read as it was recorded', async () => {
    const api = await feedApi(await record('ghost-rss.xml'));
    const { items } = await list(api, { from: 'latest' });
    expect(items).to.have.length(15);
    expect(items[0]).to.deep.include({
      id: '6b043e7f5da2a64f1042bcd0',
      headline: 'Fish & chips: the 5 < 7 question 🐟 (part 3)',
      standfirst: 'Hand-written excerpt 28 & more',
      published: '2025-03-29T07:00:00Z',
      picture: { src: 'http://127.0.0.1:8641/content/images/2026/11/story-28.png' },
    });
    const whole = await story(api, '6b043e7f5da2a64f1042bcd0', 'whole');
    expect(whole?.body).to.match(/^<img src=/);
    expect(whole, 'its body shows it').not.to.have.property('picture');
    expect(whole?.standfirst).to.equal('Hand-written excerpt 28 & more');
    const begun = await story(api, '6b043e7f5da2a64f1042bcca', 'whole');
    expect(begun, 'its body says it').not.to.have.property('standfirst');
  });

  it('is found by parameters, as WordPress’ searches are', async () => {
    const { client, asked } = await feedApi(
      await record('wordpress-search.xml'),
      'rss',
      '/?feed=rss2&s=bridge',
    );
    const page = await client.list({ from: 'latest', limit: 2 }, patient());
    expect(page.items.map(({ headline }) => headline)).to.deep.equal([
      'About us',
      'Harbour bridge opens after nine years (part 3)',
    ]);
    expect(await asked()).to.deep.equal(['GET ']);
  });

  it('may be RSS 1.0', async () => {
    expect(await storiesOf(await record('rdf.xml'))).to.deep.equal([
      {
        id: 'https://rdf.example/a',
        slug: 'a',
        url: 'https://rdf.example/a',
        headline: 'A story of 2008',
        kicker: 'hardware',
        standfirst: 'Said <then>.',
        authors: [{ name: 'kim' }],
        published: '2008-06-03T11:05:30+02:00',
        section: { id: 'hardware', name: 'hardware' },
        tags: [{ id: 'hardware', name: 'hardware' }],
        lang: 'en-us',
        commentCount: 7,
      },
    ]);
  });

  it('may be older than UTF-8', async () => {
    const xml = rss(item('Fähre fährt')).replace('?>', ' encoding="ISO-8859-1"?>');
    const bytes = Uint8Array.from(xml, (sign) => sign.charCodeAt(0));
    const request = () => Promise.resolve(new Response(bytes));
    const client = sharedClient({ api: 'https://news.example/old.xml', source: 'rss', request });
    const page = await client.list({ from: 'latest', limit: 1 }, patient());
    expect(page.items[0]?.headline).to.equal('Fähre fährt');
  });

  it('without items has no stories', async () => {
    expect(await storiesOf(rss())).to.deep.equal([]);
  });

  it('leads to http only', async () => {
    for (const bad of ['javascript:alert(1)', 'mailto:a@b.example', 'data:text/html,x', 'http://['])
      expect((await problemOf(storiesOf(rss(`<title>A</title><link>${bad}</link>`)))).kind, bad).to.equal(
        'parse',
      );
  });

  it('has its first picture from the body, where it names none', async () => {
    const body = (html: string) => rss(item('A', `<description><![CDATA[${html}]]></description>`));
    const emoji = '<img class="wp-smiley" src="/smile.png">';
    const pixel = "<img src='/pixel.gif' height='1' alt=''>";
    const picture = async (html: string) => (await first(body(html))).picture?.src;
    expect(await picture(`${emoji}${pixel}<p><img alt="" src="/real.jpg?a=1&amp;b=2" width="100">`)).to.equal(
      'https://news.example/real.jpg?a=1&b=2',
    );
    expect(await picture(emoji + pixel)).to.equal(undefined);
    expect(await picture('<img src="javascript:alert(1)">')).to.equal(undefined);
  });

  it('shows no e-mail address', async () => {
    const authors = async (said: string) => (await first(rss(item('A', `<author>${said}</author>`)))).authors;
    expect(await authors('kim@news.example (Kim Dahl)')).to.deep.equal([{ name: 'Kim Dahl' }]);
    expect(await authors('kim@news.example')).to.deep.equal([]);
    expect(await authors('Kim Dahl')).to.deep.equal([{ name: 'Kim Dahl' }]);
  });
});

describe('the dates of a feed', () => {
  for (const [said, told] of [
    ['Tue, 03 Jun 2008 11:05:30 +0200', '2008-06-03T11:05:30+02:00'],
    ['Tue, 3 Jun 2008 11:05 GMT', '2008-06-03T11:05:00Z'],
    ['3 June 2008 11:05:30 EST', '2008-06-03T11:05:30-05:00'],
    ['Tue, 03 Jun 08 11:05:30 PDT', '2008-06-03T11:05:30-07:00'],
    ['Tue, 03 Jun 98 11:05:30 UT', '1998-06-03T11:05:30Z'],
    ['tue, 03 jun 2008 11:05:30 z', '2008-06-03T11:05:30Z'],
    ['Fri, 03 Jun 2008 11:05:30 -0430', '2008-06-03T11:05:30-04:30'],
    ['Tue, 03 Jun 2008 11:05:30', '2008-06-03T11:05:30Z'],
    ['Tue,  03  Jun  2008  11:05:30  CEST', '2008-06-03T11:05:30Z'],
    ['Tue, 03 Jun 2008 11:05:30 GMT+0200', '2008-06-03T11:05:30+02:00'],
    ['Tue, 03 Jun 2008 11:05:30 UTC -05:00', '2008-06-03T11:05:30-05:00'],
    ['2008-06-03T11:05:30+02:00', '2008-06-03T11:05:30+02:00'],
    ['2008-06-03T11:05:30.250-0800', '2008-06-03T11:05:30-08:00'],
    ['2008-06-03 11:05:30', '2008-06-03T11:05:30Z'],
    ['2008-06-03T11:05Z', '2008-06-03T11:05:00Z'],
    ['2008-06-03', '2008-06-03T00:00:00Z'],
    ['soon', undefined],
    ['0000-00-00 00:00:00', undefined],
    ['Tue, 03 Foo 2008 11:05:30 GMT', undefined],
    ['1'.repeat(400), undefined],
    ['1'.repeat(400_000), undefined],
  ] as const)
    it(`"${said.slice(0, 40)}" is ${told ?? 'none'}`, async () =>
      expect(await published(said)).to.equal(told));
});

describe('an Atom feed', () => {
  it('gives each kind of text its right', async () => {
    const [em, rain, less] = await storiesOf(await record('atom.xml'));
    expect(em).to.deep.equal({
      id: 'urn:one',
      slug: 'how-to-write-em',
      url: 'https://atom.example/blog/2026/how-to-write-em',
      headline: 'How to write <em> & live',
      kicker: 'HTML',
      standfirst: 'A <p> is a paragraph.',
      authors: [{ name: 'Ada Okafor', url: 'https://atom.example/blog/staff/ada' }],
      published: '2026-03-12T10:00:00-05:00',
      updated: '2026-03-12T11:00:00-05:00',
      section: { id: 'html', name: 'HTML' },
      tags: [{ id: 'html', name: 'HTML' }],
      lang: 'sv',
      commentCount: 3,
    });
    expect(rain).to.deep.include({
      url: 'https://other.example/rain',
      headline: 'Rain & wind',
      authors: [{ name: 'Ben Lindqvist' }],
      published: '2026-03-11T10:00:00+02:00',
      picture: { src: 'https://other.example/img/rain.jpg?a=1&b=2' },
      lang: 'en',
    });
    expect(rain).not.to.have.property('updated');
    expect(less).to.deep.include({ headline: 'Less is more', standfirst: 'Short.' });
  });

  it('gives bodies as HTML', async () => {
    const api = await feedApi(await record('atom.xml'));
    expect((await story(api, 'urn:one', 'whole'))?.body).to.match(
      /<p>One &amp; <b>two<\/b><br ?\/>three<\/p>/,
    );
    expect((await story(api, 'urn:two', 'whole'))?.body).to.match(/^<p>It rained\.<\/p><img/);
    expect((await story(api, 'urn:three', 'whole'))?.body).to.equal('<p>Short.</p>');
  });
});

describe('a feed that is not well made', () => {
  it('is read with the mistakes that feeds are known for', async () => {
    const xml = rss(
      item('Caf&eacute; &amp; bar', '<description>a&nbsp;b & c&unknown; AT&T\u0008 &#8217;</description>'),
      item('B', '<description><![CDATA[R&D &eacute;]]></description>'),
    ).replace('https://news.example/', 'https://news.example/?a=1&b=2');
    const [cafe, other] = await storiesOf(`\ufeff\n  ${xml}\n`);
    expect([cafe?.headline, cafe?.standfirst]).to.deep.equal(['Café & bar', 'a b & c&unknown; AT&T ’']);
    expect(other?.standfirst).to.equal('R&D é');
  });

  for (const [what, body, words] of [
    ['a web page', '<!doctype html><title>Log in</title>', /answered a web page/],
    [
      'an XHTML page',
      '<?xml version="1.0"?><!-- hi --><!DOCTYPE html PUBLIC "x" "y"><html/>',
      /answered a web page/,
    ],
    ['a bare page', '<html><body>Checking your browser', /answered a web page/],
    ['one that breaks off', '<rss version="2.0"><channel><item>', /XML with a mistake in it: .+/],
    ['JSON', '{"items":[]}', /XML with a mistake/],
    ['nothing', '', /XML with a mistake|something instead/],
    ['another kind of XML', '<opml version="2.0"><body/></opml>', /something instead of a feed/],
  ] as const)
    it(`${what} is a problem with clear words`, async () => {
      const problem = await problemOf(storiesOf(body));
      expect(problem.kind).to.equal('parse');
      expect(problem.message).to.match(words);
    });

  for (const [what, prolog] of [
    ['entities', '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'],
    ['a file as an entity', '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>'],
    [
      'parameter entities',
      '<!DOCTYPE rss SYSTEM ">" [<!ENTITY % a SYSTEM "https://evil.example/x.dtd"> %a;]>',
    ],
    [
      'entities behind a comment that seems to open CDATA',
      '<!-- <![CDATA[ --><!DOCTYPE rss [<!ENTITY a "x">]><!-- ]]> -->',
    ],
    ['an empty subset', '<!DOCTYPE rss []>'],
  ] as const)
    it(`${what}: refused before it is parsed`, async () => {
      const parsed: string[] = [];
      const { parseFromString } = DOMParser.prototype;
      DOMParser.prototype.parseFromString = function (text, type) {
        parsed.push(type);
        return parseFromString.call(this, text, type);
      };
      try {
        const problem = await problemOf(storiesOf(prolog + rss(item('&a;')).replace(/<\?.*?\?>/, '')));
        expect(problem.kind).to.equal('parse');
        expect(problem.message).to.contain('document type');
        expect(parsed).to.deep.equal([]);
      } finally {
        DOMParser.prototype.parseFromString = parseFromString;
      }
    });

  it('may speak of entities in a story', async () => {
    const text = '<![CDATA[<pre><!ENTITY a "b"> <!DOCTYPE html></pre>]]>';
    expect(await storiesOf(rss(item('A', `<description>${text}</description>`)))).to.have.length(1);
  });

  // Reading that grows with the square of a text's length does not end within the minute.
  it('comes to an end, however it is made', async () => {
    const many = 50_000;
    for (const piece of ['<!--', '<![CDATA[', '<?', '&', '<!DOCTYPE ', '<img ', '("', '1 Jan '])
      await storiesOf(rss(item('A', `<description>${piece.repeat(many)}`))).catch(() => undefined);
    for (const piece of ['<img ', '<p', 'The post ', '(', '1 Jan ', '&amp;', 'src="'])
      await storiesOf(
        rss(
          item(
            'A',
            `<description><![CDATA[${piece.repeat(many)}]]></description><author>${piece.replace(/[<&]/g, '').repeat(many)}</author>`,
          ),
        ),
      );
    for (const piece of ['<blockquote>', '<blockquote ', '<cite>', '</cite>'])
      quotes(`<blockquote>${piece.repeat(many)}</blockquote>`);
  }).timeout(60_000);
});
