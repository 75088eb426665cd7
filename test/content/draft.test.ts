import { expect } from '@open-wc/testing';
import { Draft, reader, type CommentFields } from '../../src/content/draft.js';
import { randomKey } from '../../src/kit/keys.js';

const fields = (text: string): CommentFields => ({
  name: 'Ada',
  email: 'ada@example.org',
  website: '',
  text,
});

/** A place of its own in the browser's storage. */
const somewhere = (): string => `test ${randomKey()}`;

describe('a comment on its way', () => {
  it('is there again after a reload, from its first letter', () => {
    const place = somewhere();
    const draft = new Draft(place);
    expect(draft.fields).to.equal(undefined);
    draft.keep(fields('W'));
    expect(new Draft(place).fields).to.deep.equal(fields('W'));
    draft.keep(fields('We'));
    expect(new Draft(place).fields).to.deep.equal(fields('We'));
    expect(new Draft(somewhere()).fields, 'another form').to.equal(undefined);
  });

  it('is gone when the reader has emptied the form, or the API has taken it', () => {
    const place = somewhere();
    const draft = new Draft(place);
    draft.keep(fields('Well'));
    draft.keep(fields(' \n '));
    expect(new Draft(place).fields).to.equal(undefined);
    draft.send(fields('Well'));
    draft.drop();
    expect(new Draft(place).fields).to.equal(undefined);
    expect(draft.unsureOf(fields('Well'))).to.equal(false);
    expect(Object.keys(localStorage).some((key) => key.includes(place))).to.equal(false);
  });

  it('keeps one key for the same words, however often they are sent and across reloads', () => {
    const place = somewhere();
    const draft = new Draft(place);
    const key = draft.send(fields('Well put'));
    expect(key).to.match(/^[\da-f]{32}$/);
    expect(draft.send(fields('Well put'))).to.equal(key);
    draft.keep(fields('Well put'));
    expect(draft.send(fields('Well put'))).to.equal(key);
    expect(new Draft(place).send(fields('Well put'))).to.equal(key);
    draft.refused();
    expect(draft.send(fields('Well put'))).to.equal(key);
  });

  it('has a new key for changed words, whichever field they stand in', () => {
    const draft = new Draft(somewhere());
    const keys = [draft.send(fields('Well put'))];
    keys.push(draft.send(fields('Well put!')));
    keys.push(draft.send({ ...fields('Well put!'), name: 'Bo' }));
    expect(new Set(keys).size).to.equal(3);
    expect(new Draft(somewhere()).send(fields('Well put'))).not.to.equal(keys[0]);
  });

  it('has the same key again for words that were changed and changed back', () => {
    const place = somewhere();
    const draft = new Draft(place);
    const key = draft.send(fields('Well put'));
    draft.keep(fields('Well put, and'));
    expect(draft.unsureOf(fields('Well put, and'))).to.equal(false);
    draft.keep(fields('Well put'));
    expect(draft.unsureOf(fields('Well put'))).to.equal(true);
    expect(new Draft(place).send(fields('Well put'))).to.equal(key);
  });

  it('may have been stored while no answer has come, and only then', () => {
    const place = somewhere();
    const draft = new Draft(place);
    expect(draft.unsureOf(fields('Well'))).to.equal(false);
    draft.keep(fields('Well'));
    expect(draft.unsureOf(fields('Well'))).to.equal(false);
    draft.send(fields('Well'));
    expect(new Draft(place).unsureOf(fields('Well'))).to.equal(true);
    expect(draft.unsureOf(fields('Other'))).to.equal(false);
    draft.refused();
    expect(new Draft(place).unsureOf(fields('Well'))).to.equal(false);
  });

  it('begins anew where something else stands in its place', () => {
    for (const strange of ['{"fields":', 'null', '7', '"x"', '[]', '{}']) {
      const place = somewhere();
      localStorage.setItem(`news-draft ${place}`, strange);
      const draft = new Draft(place);
      expect(draft.fields, strange).to.equal(undefined);
      expect(draft.unsureOf(fields('Well')), strange).to.equal(false);
      draft.refused();
      draft.keep(fields('Well'));
      expect(draft.send(fields('Well')), strange).to.match(/^[\da-f]{32}$/);
      expect(new Draft(place).fields, strange).to.deep.equal(fields('Well'));
      draft.drop();
    }
  });

  for (const how of ['denied', 'full'] as const)
    it(`is sent under one key for the visit where storage is ${how}`, () => {
      const own = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem')!;
      const wall = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
      const fail = (): never => {
        throw new DOMException('No.', 'QuotaExceededError');
      };
      if (how === 'full') Object.defineProperty(Storage.prototype, 'setItem', { ...own, value: fail });
      else Object.defineProperty(window, 'localStorage', { configurable: true, get: fail });
      try {
        const draft = new Draft(somewhere());
        draft.keep(fields('Well'));
        expect(draft.fields).to.deep.equal(fields('Well'));
        const key = draft.send(fields('Well'));
        expect(draft.send(fields('Well'))).to.equal(key);
        draft.refused();
        draft.drop();
        expect(draft.fields).to.equal(undefined);
        reader.remember(fields('Well'));
        expect(reader.recall()).to.equal(undefined);
      } finally {
        Object.defineProperty(Storage.prototype, 'setItem', own);
        Object.defineProperty(window, 'localStorage', wall);
      }
    });
});

describe('a reader’s details', () => {
  afterEach(() => reader.remember(undefined));

  it('are remembered without the comment, and forgotten', () => {
    reader.remember({ ...fields('Well'), website: 'https://ada.example' });
    expect(reader.recall()).to.deep.equal({
      name: 'Ada',
      email: 'ada@example.org',
      website: 'https://ada.example',
    });
    reader.remember(undefined);
    expect(reader.recall()).to.equal(undefined);
  });

  it('are none where something else stands in their place', () => {
    localStorage.setItem('news-reader', '{');
    expect(reader.recall()).to.equal(undefined);
  });
});
