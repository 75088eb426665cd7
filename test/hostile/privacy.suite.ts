import { expect } from '@open-wc/testing';
import { change } from '../../src/content/outbox-store.js';
import { Draft } from '../../src/content/draft.js';
import { remember } from '../../src/content/draft-keys.js';
import { mark } from '../../src/content/outbox-watch.js';
import { forget, kept } from '../../src/kept.js';
import { hostPage } from './host.js';
import { figure } from './page.js';

const fields = { name: 'Ola', email: 'ola@news.example', website: '', text: 'Words' };

describe('what the elements do behind a reader’s back', () => {
  it('with one of each on a page nothing is asked of any origin but the API’s and the CDN’s, no cookie set, nothing stored', async () => {
    localStorage.clear();
    const page = await hostPage({});
    const known = [
      page.location.origin,
      ...[...page.document.scripts]
        .flatMap(({ src, dataset }) => [src, dataset.api ?? ''])
        .filter(Boolean)
        .map((url) => new URL(url).origin),
    ];
    const asked = (page as Window & typeof globalThis).performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).origin);
    expect(asked).not.to.be.empty;
    expect(asked.filter((origin) => !known.includes(origin))).to.deep.equal([]);
    expect(page.document.cookie).to.equal('');
    expect(Object.keys(page.localStorage)).to.deep.equal([]);
    expect(Object.keys(page.sessionStorage)).to.deep.equal([]);
    await figure('privacy', 'one of each element: other origins asked, cookies, keys stored', '0, 0, 0');
  });

  it('what a reader left is listed by one call, and cleared by one', async () => {
    await forget();
    localStorage.setItem('theirs', 'stays');
    new Draft('https://api.example 71').keep(fields);
    remember(fields);
    mark.set('rest https://api.example', true);
    await change((box) =>
      box.set('k', {
        key: 'k',
        way: 'w',
        place: 'p',
        comment: { story: '71', ...fields },
        made: 1,
        tries: 0,
        unsure: false,
        after: 0,
        due: 0,
      }),
    );
    const found = await kept();
    expect(found.map(({ where, key }) => `${where} ${key.split(' ')[0]}`).sort()).to.deep.equal([
      'indexedDB k',
      'localStorage news-draft',
      'localStorage news-outbox',
      'localStorage news-reader',
    ]);
    expect(found.filter(({ value }) => value.includes('ola@'))).to.have.length(3);
    await forget();
    expect(await kept()).to.deep.equal([]);
    expect(localStorage.getItem('theirs')).to.equal('stays');
    await figure(
      'privacy',
      'a draft, a waiting comment, its mark, a reader’s details: listed, then cleared',
      '4, 4',
    );
  });
});
