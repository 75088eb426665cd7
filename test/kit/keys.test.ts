import { expect } from '@open-wc/testing';
import { randomKey } from '../../src/kit/keys.js';

describe('a random key', () => {
  it('is made on http:// pages too, where randomUUID is missing', () => {
    Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
    try {
      const keys = new Set(Array.from({ length: 100 }, randomKey));
      expect(keys.size).to.equal(100);
      for (const key of keys) expect(key).to.match(/^[\da-f]{32}$/);
    } finally {
      delete (crypto as { randomUUID?: unknown }).randomUUID;
    }
    expect(crypto.randomUUID).to.be.a('function');
  });
});
