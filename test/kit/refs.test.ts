import { expect } from '@open-wc/testing';
import { storyRef } from '../../src/kit/refs.js';

describe('a reference to a story', () => {
  for (const [given, kind, value] of [
    ['12', 'id', '12'],
    [' 0012 ', 'id', '0012'],
    ['harbour-bridge-opens', 'slug', 'harbour-bridge-opens'],
    ['12-angry-men', 'slug', '12-angry-men'],
    ['الفيضانات', 'slug', 'الفيضانات'],
    ['١٢', 'slug', '١٢'],
    ['-12', 'slug', '-12'],
    ['/2021/06/summit', 'url', '/2021/06/summit'],
    ['https://news.example/?p=12', 'url', 'https://news.example/?p=12'],
  ] as const)
    it(`${given} is ${kind}`, () => {
      expect(storyRef(given)).to.deep.equal({ kind, value });
    });
});
