import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { excerpt } from '../../src/kit/excerpt.js';

describe('excerpt', () => {
  for (const [what, text, length, cut] of [
    ['leaves a short text whole', 'The tide turned.', 16, 'The tide turned.'],
    ['leaves everything whole when no length is named', 'The tide turned.', undefined, 'The tide turned.'],
    ['cuts after a whole word', 'The tide turned at three.', 12, 'The tide …'],
    ['keeps a word that just fits', 'The tide turned at three.', 15, 'The tide turned …'],
    ['leaves no comma before the ellipsis', 'The tide, they said, turned.', 12, 'The tide …'],
    ['cuts Urdu at a word too', 'سمندر کی لہریں تیز تھیں', 10, 'سمندر کی …'],
    ['cuts where it must in a script without spaces', '海の潮が変わりました', 4, '海の潮が変 …'],
  ] as const)
    it(what, () => assert.equal(excerpt(text, length), cut));
});
