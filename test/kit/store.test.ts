import { expect } from '@open-wc/testing';
import { store } from '../../src/kit/store.js';

/** Web storage as the browser has it when a reader forbids it, or has filled it. */
function without(storage: () => unknown, work: () => void): void {
  const own = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
  Object.defineProperty(window, 'localStorage', { configurable: true, get: storage });
  try {
    work();
  } finally {
    Object.defineProperty(window, 'localStorage', own);
  }
}

const full = (): never => {
  throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
};

describe('what is kept in the browser', () => {
  it('is read back, and taken away', () => {
    store.set('news-test', 'kept');
    expect(store.get('news-test')).to.equal('kept');
    store.set('news-test', null);
    expect(store.get('news-test')).to.equal(null);
    expect(localStorage.getItem('news-test')).to.equal(null);
  });

  for (const [how, storage] of [
    ['is denied', full],
    ['is missing', () => null],
    ['is full', () => ({ getItem: full, setItem: full, removeItem: full })],
  ] as const)
    it(`is nothing where storage ${how}, and nothing is thrown`, () => {
      without(storage, () => {
        expect(() => store.set('news-test', 'kept')).not.to.throw();
        expect(() => store.set('news-test', null)).not.to.throw();
        expect(store.get('news-test')).to.equal(null);
      });
    });
});
