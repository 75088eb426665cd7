import { expect } from '@open-wc/testing';
import { remember } from '../../src/content/draft-keys.js';
import { Draft } from '../../src/content/draft.js';
import { change } from '../../src/content/outbox-store.js';
import { mark } from '../../src/content/outbox-watch.js';
import { forget, kept } from '../../src/kept.js';

const fields = { name: 'Ola', email: 'ola@news.example', website: '', text: 'Words' };

describe('what a reader left in this browser', () => {
  it('is listed by one call, and cleared by one', async () => {
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
  });
});
