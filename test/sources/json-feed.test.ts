import { expect, problemOf } from '../content/support.js';
import { feedApi, record, storiesOf, story } from './feeds.js';

const urdu = async () => JSON.parse(await record('urdu.json')) as { items: Record<string, unknown>[] };

/** The first item of the Urdu feed, changed like this. */
async function changed(changes: Record<string, unknown>) {
  const feed = await urdu();
  const [found] = await storiesOf({ ...feed, items: [{ ...feed.items[0], ...changes }] }, 'json-feed');
  return found;
}

describe('a JSON feed', () => {
  it('gives stories with all that it knows of them', async () => {
    const [fish, rail, flood] = await storiesOf(await urdu(), 'json-feed');
    expect(rail).to.deep.equal({
      id: 'https://khabar.example/rail',
      slug: 'rail',
      url: 'https://khabar.example/rail',
      headline: 'ریل کا نیا راستہ جون میں کھلے گا',
      kicker: 'سفر',
      standfirst: 'نئی لائن دو شہروں کو چالیس منٹ میں ملائے گی۔',
      authors: [
        {
          name: 'ثنا ملک',
          url: 'https://khabar.example/sana',
          portrait: { src: 'https://khabar.example/sana.jpg' },
        },
      ],
      published: '2026-03-12T21:30:00+05:00',
      updated: '2026-03-12T22:30:00+05:00',
      picture: { src: 'https://khabar.example/rail.jpg' },
      section: { id: 'سفر', name: 'سفر' },
      tags: [
        { id: 'سفر', name: 'سفر' },
        { id: 'ریل', name: 'ریل' },
      ],
      lang: 'ur',
      comments: 'closed',
    });
    expect(fish).to.deep.include({
      id: '2',
      url: 'https://khabar.example/english',
      headline: 'Fish & chips: the question',
      standfirst: 'One <line> and another. A second paragraph.',
      authors: [{ name: 'Ola Lind' }],
      picture: { src: 'https://khabar.example/banner.jpg' },
      tags: [{ id: 'food', name: 'food' }],
      lang: 'en',
    });
    expect(flood).to.deep.include({ id: 'flood', url: 'https://elsewhere.example/flood', lang: 'ar' });
  });

  it('gives bodies as HTML, also where it has text', async () => {
    const api = await feedApi(await urdu(), 'json-feed');
    expect((await story(api, '2', 'whole'))?.body).to.equal(
      '<p>One &#60;line&#62;<br>and another.<p>A second paragraph.',
    );
    expect((await story(api, 'https://khabar.example/rail', 'whole'))?.body).to.equal(
      '<p>کراچی سے حیدرآباد تک۔</p>',
    );
    expect(await story(api, '2'), 'in a teaser').not.to.have.property('body');
  });

  it('may be of version 1.0, with notes', async () => {
    const [note, two] = await storiesOf(await record('notes.json'), 'json-feed');
    expect(note).to.deep.include({
      headline: 'The tide was higher than anybody on the quay remembers, and it came an hour …',
      authors: [{ name: 'Kim Dahl' }],
    });
    expect(note).not.to.have.property('published');
    expect(two).to.deep.include({ headline: 'Two', authors: [{ name: 'Guest' }] });
  });

  it('stands as it is where not all tell their date', async () => {
    const feed = await urdu();
    const ids = async () => (await storiesOf(feed, 'json-feed')).map(({ id }) => id);
    expect(await ids()).to.deep.equal(['2', 'https://khabar.example/rail', 'flood']);
    delete feed.items[2]!.date_published;
    expect(await ids()).to.deep.equal(['https://khabar.example/rail', '2', 'flood']);
  });

  it('with wrong types is read without them', async () => {
    for (const wrong of [null, 7, true, '', {}, [], [null], [[]], { name: {} }]) {
      const found = await changed({
        summary: wrong, image: wrong, authors: wrong, tags: wrong, date_published: wrong, language: wrong, content_html: wrong,
      }); // prettier-ignore
      expect(found?.headline, JSON.stringify(wrong)).to.equal('ریل کا نیا راستہ جون میں کھلے گا');
      expect(found).not.to.have.property('picture');
    }
  });

  it('leads to http only, and shows pictures from there only', async () => {
    const evil = 'javascript:alert(1)';
    const found = await changed({ image: evil, authors: [{ name: 'A', url: evil, avatar: evil }] });
    expect(found).not.to.have.property('picture');
    expect(found?.authors).to.deep.equal([{ name: 'A' }]);
    expect((await problemOf(changed({ url: evil }))).kind).to.equal('parse');
  });

  for (const [what, body] of [
    ['a web page', '<!doctype html>'],
    ['a list', '[]'],
    ['no items', '{"version":"https://jsonfeed.org/version/1.1"}'],
    ['items of another kind', '{"items":{}}'],
    ['items without what each must have', '{"items":[{"id":"1"},null,7]}'],
    ['half of it', '{"items":['],
    ['nothing', ''],
  ] as const)
    it(`that is ${what} is a problem`, async () => {
      expect((await problemOf(storiesOf(body, 'json-feed'))).kind).to.equal('parse');
    });

  it('of a home page that is no address has its stories all the same', async () => {
    const feed = await urdu();
    const found = await storiesOf({ ...feed, home_page_url: 'http://[' }, 'json-feed');
    expect(found).to.have.length(feed.items.length);
  });

  it('without items has no stories', async () => {
    expect(await storiesOf({ items: [] }, 'json-feed')).to.deep.equal([]);
  });
});
