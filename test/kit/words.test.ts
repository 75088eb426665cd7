import { expect } from '@open-wc/testing';
import * as english from '../../src/kit/words/en.js';
import { speak, type Messages } from '../../src/kit/words/say.js';

const table = {
  stories: { one: '{n} story', other: '{n} stories' },
  by: 'By {name}',
  retry: 'Try again',
} as const;

describe('the words of an element', () => {
  it('follow the number', () => {
    const say = speak('en', table);
    expect([0, 1, 2].map((n) => say('stories', { n }))).to.deep.equal(['0 stories', '1 story', '2 stories']);
  });

  it('follow the plural rules of their language, in the publisher’s own words too', () => {
    const own = {
      stories: { zero: 'z {n}', one: 'o {n}', two: 't {n}', few: 'f {n}', many: 'm {n}', other: 'x {n}' },
    };
    const say = speak('ar', table, own);
    // Browsers differ in the digits of Arabic.
    const forms = [0, 1, 2, 5, 11, 100].map((n) =>
      say('stories', { n }).replace(n.toLocaleString('ar'), '#'),
    );
    expect(forms).to.deep.equal(['z #', 'o #', 't #', 'f #', 'm #', 'x #']);
    const polish = speak('pl', table, {
      stories: { one: '{n} tekst', few: '{n} teksty', other: '{n} tekstów' },
    });
    expect([1, 3, 5].map((n) => polish('stories', { n }))).to.deep.equal([
      '1 tekst',
      '3 teksty',
      '5 tekstów',
    ]);
  });

  it('are the publisher’s where there are some, and may be silent', () => {
    const say = speak('en', table, { retry: 'Once more', by: '' });
    expect([say('retry'), say('by'), say('stories', { n: 1 })]).to.deep.equal(['Once more', '', '1 story']);
  });

  it('keep a hole that nobody fills, and never fill one twice', () => {
    const say = speak('en', table);
    expect(say('by')).to.equal('By {name}');
    expect(say('by', { name: '{name} $1 $&' })).to.equal('By {name} $1 $&');
  });

  it('are not taken from what every object has', () => {
    const say = speak('en', { toString: 'own' });
    expect(say('toString')).to.equal('own');
  });

  it('never throw, whatever a publisher’s JSON holds', () => {
    for (const wrong of [
      'null',
      '5',
      'true',
      '[]',
      '["a"]',
      '{}',
      '{"one": 5, "other": 5}',
      '{"other": null}',
    ]) {
      const own = JSON.parse(`{"stories": ${wrong}, "retry": ${wrong}}`) as Messages;
      const say = speak('en', table, own);
      expect(say('stories', { n: 1 }), wrong).to.be.a('string');
      expect(say('retry'), wrong).to.be.a('string');
    }
  });

  it('go by a name of their own, for a page says each once for all its elements', () => {
    const texts = new Map<string, string>();
    for (const words of Object.values(english))
      for (const [name, message] of Object.entries(words)) {
        const text = JSON.stringify(message);
        expect(texts.get(name) ?? text, name).to.equal(text);
        texts.set(name, text);
      }
  });

  it('have a plural for every number, in English', () => {
    for (const words of Object.values(english))
      for (const [key, message] of Object.entries(words))
        for (const n of [0, 1, 2, 7]) {
          const text = speak('en', { [key]: message })(key, { n });
          expect(text, key)
            .to.match(/^[^]+$/)
            .and.not.to.contain('{n}');
        }
  });
});
