import { expect } from '@open-wc/testing';
import { DraftKeys, posted, postedElsewhere, remember } from '../../src/content/draft-keys.js';
import { Draft as Paper, read, readerPlace, type CommentFields } from '../../src/content/draft.js';
import { randomKey } from '../../src/kit/keys.js';

/** A draft with its keys. */
class Draft extends DraftKeys {
  readonly #paper: Paper;

  constructor(place: string, paper = new Paper(place)) {
    super(paper);
    this.#paper = paper;
  }

  get place(): string {
    return this.#paper.place;
  }

  get fields(): CommentFields | undefined {
    return this.#paper.kept?.fields;
  }

  keep(fields: CommentFields): void {
    this.#paper.keep(fields);
  }
}

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

  it('is gone when the reader has emptied the form', () => {
    const place = somewhere();
    const draft = new Draft(place);
    draft.keep(fields('Well'));
    draft.keep(fields(' \n '));
    expect(new Draft(place).fields).to.equal(undefined);
    expect(Object.keys(localStorage).some((key) => key.includes(place))).to.equal(false);
  });

  it('is gone when the API has it, unless it has gone on since', () => {
    const place = somewhere();
    const draft = new Draft(place);
    draft.keep(fields('Well'));
    draft.send(fields('Well'));
    const key = draft.key(fields('Well'));
    draft.keep(fields('Well, and'));
    posted(draft.place, key);
    expect(new Draft(place).fields).to.deep.equal(fields('Well, and'));
    draft.keep(fields('Well'));
    posted(draft.place, key);
    expect(new Draft(place).fields).to.equal(undefined);
    expect(draft.unsureOf(fields('Well'))).to.equal(false);
    expect(Object.keys(localStorage).some((name) => name.includes(place))).to.equal(false);
  });

  it('has one key for the same words, in each tab, at each try and across reloads', () => {
    const place = somewhere();
    const draft = new Draft(place);
    draft.keep(fields('Well'));
    const tab = new Draft(place);
    const key = draft.key(fields('Well put'));
    expect(key).to.match(/^[\da-f]{32}-[\da-f]{1,16}$/);
    draft.send(fields('Well put'));
    expect(draft.key(fields('Well put'))).to.equal(key);
    expect(tab.key(fields('Well put'))).to.equal(key);
    expect(new Draft(place).key(fields('Well put'))).to.equal(key);
    posted(draft.place, key);
    expect(tab.key(fields('Well put')), 'a tab that has not heard yet').to.equal(key);
    expect(new Draft(place).key(fields('Well put')), 'the next comment').not.to.equal(key);
  });

  it('has another key for changed words, whichever field they stand in, and the same when they are changed back', () => {
    const draft = new Draft(somewhere());
    const key = draft.key(fields('Well put'));
    draft.send(fields('Well put'));
    const others = [
      fields('Well put!'),
      { ...fields('Well put'), name: 'Bo' },
      { ...fields('Well put'), email: 'bo@example.org' },
      { ...fields('Well put'), website: 'https://bo.example' },
      { ...fields(''), website: 'Well put' },
    ];
    expect(new Set([key, ...others.map((other) => draft.key(other))]).size).to.equal(6);
    draft.keep(fields('Well put!'));
    expect(draft.unsureOf(fields('Well put!'))).to.equal(false);
    draft.keep(fields('Well put'));
    expect(draft.unsureOf(fields('Well put'))).to.equal(true);
    expect(draft.key(fields('Well put'))).to.equal(key);
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
    draft.refused(draft.key(fields('Other')));
    expect(new Draft(place).unsureOf(fields('Well'))).to.equal(true);
    draft.refused(draft.key(fields('Well')));
    expect(new Draft(place).unsureOf(fields('Well'))).to.equal(false);
    expect(new Draft(place).fields).to.deep.equal(fields('Well'));
  });

  it('is known to have been taken along to another page, until its words change or are sent', () => {
    const place = somewhere();
    const draft = new Draft(place);
    draft.keep(fields('Well'));
    expect(draft.awayWith(fields('Well'))).to.equal(false);
    draft.goWith(fields('Well'));
    expect(new Draft(place).fields).to.deep.equal(fields('Well'));
    expect(new Draft(place).awayWith(fields('Well'))).to.equal(true);
    expect(new Draft(place).unsureOf(fields('Well')), 'no blind second try counts as the first').to.equal(
      false,
    );
    expect(draft.awayWith(fields('Well!'))).to.equal(false);
    draft.keep(fields('Well!'));
    draft.keep(fields('Well'));
    expect(draft.awayWith(fields('Well')), 'changed back').to.equal(true);
    draft.send(fields('Well'));
    expect(draft.awayWith(fields('Well'))).to.equal(false);
  });

  it('is taken up from what waits under a key', () => {
    const place = somewhere();
    const draft = new Draft(place);
    const key = draft.key(fields('Well'));
    const other = new Draft(place);
    other.takeUp(key, fields('Well'));
    expect(other.key(fields('Well'))).to.equal(key);
    expect(new Draft(place).unsureOf(fields('Well'))).to.equal(true);
  });

  it('tells other tabs that it was posted, and nothing else', () => {
    expect(postedElsewhere('{"posted":"k"}')).to.equal('k');
    for (const other of [null, '', '{}', '{"id":"x","fields":{}}'])
      expect(postedElsewhere(other)).to.equal(undefined);
  });

  it('begins anew where something else stands in its place', () => {
    for (const strange of ['{"fields":', 'null', '7', '"x"', '[]', '{}']) {
      const place = somewhere();
      localStorage.setItem(`news-draft ${place}`, strange);
      const draft = new Draft(place);
      expect(draft.fields, strange).to.equal(undefined);
      expect(draft.unsureOf(fields('Well')), strange).to.equal(false);
      draft.refused('k');
      draft.keep(fields('Well'));
      draft.send(fields('Well'));
      expect(new Draft(place).fields, strange).to.deep.equal(fields('Well'));
      draft.keep(fields(''));
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
        const key = draft.key(fields('Well'));
        draft.send(fields('Well'));
        expect(draft.unsureOf(fields('Well'))).to.equal(true);
        expect(draft.key(fields('Well'))).to.equal(key);
        draft.refused(key);
        expect(draft.fields).to.deep.equal(fields('Well'));
        draft.keep(fields(''));
        expect(draft.fields).to.equal(undefined);
        remember(fields('Well'));
        expect(read(readerPlace)).to.equal(undefined);
      } finally {
        Object.defineProperty(Storage.prototype, 'setItem', own);
        Object.defineProperty(window, 'localStorage', wall);
      }
    });
});

describe('a reader’s details', () => {
  afterEach(() => remember(undefined));

  it('are remembered without the comment, and forgotten', () => {
    remember({ ...fields('Well'), website: 'https://ada.example' });
    expect(read(readerPlace)).to.deep.equal({
      name: 'Ada',
      email: 'ada@example.org',
      website: 'https://ada.example',
    });
    remember(undefined);
    expect(read(readerPlace)).to.equal(undefined);
  });

  it('are none where something else stands in their place', () => {
    localStorage.setItem('news-reader', '{');
    expect(read(readerPlace)).to.equal(undefined);
  });
});
