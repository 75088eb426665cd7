import { expect } from '@open-wc/testing';
import { hostPage } from './host.js';
import { figure } from './page.js';

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
});
