import { expect, fixture, nextFrame, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/search/define.js';
import '../../src/elements/search/searching.js';
import type { NewsNavigateEvent, NewsSearchQueryEvent } from '../../src/elements/events.js';
import { NewsSearch } from '../../src/elements/search/search.js';
import type { Answer } from '../tools/faulty-client.js';
import { Clock } from './support/clock.js';
import { contentApi, down, never, page, query, refusal, type TestApi } from './support/content-api.js';
import { pretend } from './support/pretend.js';
import { all, hasFocus, one, reaches, seen } from './support/seen.js';
import { ferry, several, tram, urdu } from './support/stories.js';
import { waitUntil } from '../tools/wait.js';

/** Typing rests for so long, in milliseconds, before the API is asked; and before a screen reader is told. */
const rest = 200;
const silence = 1_000;

describe('<news-search>', () => {
  let clock: Clock;
  beforeEach(() => (clock = new Clock(rest)));

  const placed = async (attributes = '', content = ''): Promise<NewsSearch> =>
    fixture<NewsSearch>(`<news-search ${attributes}>${content}</news-search>`);
  const asking = async (api: TestApi, attributes = '', content = ''): Promise<NewsSearch> =>
    placed(`api="${api.address}" ${attributes}`, content);

  const field = (search: Element): HTMLInputElement => one<HTMLInputElement>(search, 'input');
  const links = (search: Element): HTMLElement[] => all(search, '[part~=link]');
  const headlines = (search: Element): string[] => links(search).map((link) => seen(link));
  const status = (search: Element): HTMLElement => one(search, '[role=status]');
  const results = (search: Element): HTMLElement => one(search, '[part~=results]');

  function type(search: Element, words: string, init: InputEventInit = {}): void {
    field(search).value = words;
    field(search).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, ...init }));
  }

  /** Types, and lets the typing rest. */
  async function lookFor(search: NewsSearch, words: string): Promise<void> {
    type(search, words);
    await rested(search);
  }

  async function rested(search: NewsSearch, ms = rest): Promise<void> {
    clock.pass(ms);
    // The search waits for the code that shows what is found: it is loaded, and comes to both in turn.
    await import('../../src/elements/search/searching.js');
    await nextFrame();
    await search.updateComplete;
  }

  /** A search that has been answered. */
  async function found(answer: Answer, words = 'ferry', attributes = ''): Promise<NewsSearch> {
    const search = await asking(await contentApi(answer), attributes);
    await lookFor(search, words);
    await waitUntil(() => !/idle|loading/.test(search.contentState), 'an answer');
    await search.updateComplete;
    return search;
  }

  const press = async (search: NewsSearch, ...keys: string[]): Promise<void> => {
    for (const key of keys) {
      await sendKeys({ press: key });
      await search.updateComplete;
    }
  };

  describe('the form', () => {
    it('is a search with a field that has a label, and a button', async () => {
      const search = await placed();
      expect(seen(search)).to.equal('Hi, what are you looking for? Search');
      expect(one(search, 'search')).to.contain(one(search, 'form'));
      const input = field(search);
      expect([input.type, input.name, input.autocomplete, input.dir]).to.deep.equal([
        'search',
        'q',
        'off',
        'auto',
      ]);
      expect(seen(input.labels![0]!)).to.equal('Hi, what are you looking for?');
      expect(search).to.match(':state(idle)');
      await expect(search).to.be.accessible();
    });

    it("takes a label of the page's own", async () => {
      expect(seen(await placed('label="Find a story"'))).to.equal('Find a story Search');
    });

    it('is sent to its action by Enter, as the browser sends a form', async () => {
      const search = await placed('action="/find?old=1" name="s"');
      const form = one<HTMLFormElement>(search, 'form');
      expect([form.method, form.action, field(search).name]).to.deep.equal([
        'get',
        new URL('/find?old=1', location.href).href,
        's',
      ]);
      let sent: boolean | undefined;
      form.addEventListener('submit', (event) => {
        sent = !event.defaultPrevented;
        event.preventDefault();
      });
      field(search).focus();
      await press(search, 'Enter');
      expect(sent).to.equal(true);
    });

    it('without an action, Enter searches at once', async () => {
      const api = await contentApi(page([ferry]));
      const search = await asking(api);
      field(search).focus();
      field(search).value = 'ferry';
      await press(search, 'Enter');
      await reaches(search, 'ready');
      expect(headlines(search)).to.deep.equal([ferry.headline]);
    });

    it('an action that runs a script is none', async () => {
      const search = await placed('action="javascript:alert(1)"');
      expect(one(search, 'form')).not.to.have.attribute('action');
    });

    it('without an API it is a plain form: nothing is asked, nothing fails', async () => {
      const search = await placed('action="/find"');
      await lookFor(search, 'ferry');
      clock.pass(8_000);
      await search.updateComplete;
      expect(search).to.match(':state(idle)');
      expect(seen(results(search))).to.equal('');
    });

    it('on the page that it leads to, it looks for the words in the address', async () => {
      const before = location.href;
      history.replaceState(null, '', `${location.pathname}${location.search}&s=night+ferry`);
      const api = await contentApi(page([ferry], 'c1'));
      const search = await asking(api, `action="${location.pathname}" name="s"`);
      history.replaceState(null, '', before);
      await reaches(search, 'ready');
      expect(field(search).value).to.equal('night ferry');
      const [asked] = await api.asked();
      expect(query(asked!)).to.include({ q: 'night ferry' });
    });

    for (const mode of ['inline', 'expand', 'dialog'])
      it(`${mode}: takes over what was typed before the script came, with focus and caret`, async () => {
        const api = await contentApi(page([ferry]));
        const tag = `late-search-${mode}`;
        const holder = await fixture(
          `<div><${tag} mode="${mode}" api="${api.address}"><form><input name="s"></form></${tag}></div>`,
        );
        const search = holder.firstElementChild as NewsSearch;
        const theirs = search.querySelector('input')!;
        theirs.focus();
        theirs.value = 'night ferry';
        theirs.setSelectionRange(2, 5);
        NewsSearch.define(tag);
        await search.updateComplete;
        expect(field(search).value).to.equal('night ferry');
        expect(hasFocus(field(search))).to.equal(true);
        expect([field(search).selectionStart, field(search).selectionEnd]).to.deep.equal([2, 5]);
        expect(theirs.checkVisibility()).to.equal(false);
        await reaches(search, 'ready');
        expect(seen(search)).to.contain(ferry.headline);
      });
  });

  describe('results while typing', () => {
    it('asks when typing rests, once, and shows what came', async () => {
      const api = await contentApi(page([ferry, tram]));
      const search = await asking(api);
      for (const words of ['fe', 'fer', 'ferry']) {
        type(search, words);
        await rested(search, rest - 1);
      }
      await search.updateComplete;
      expect(search).to.match(':state(idle)');
      clock.pass(1);
      await reaches(search, 'ready');
      expect(headlines(search)).to.deep.equal([ferry.headline, tram.headline]);
      expect((await api.asked()).map(query)).to.deep.equal([{ q: 'ferry', limit: '6' }]);
      await expect(search).to.be.accessible();
    });

    for (const [words, asks] of [
      ['f', false],
      [' f ', false],
      ['\u064b\u200b', false],
      ['fe', true],
      ['港', true],
      ['カ', true],
      ['한', true],
      ['ہے', true],
    ] as const)
      it(`${JSON.stringify(words)}: ${asks ? 'enough' : 'too little'} to look for`, async () => {
        const api = await contentApi(page([ferry]));
        const search = await asking(api);
        await lookFor(search, words);
        if (asks) await reaches(search, 'ready');
        expect(await api.asked()).to.have.length(asks ? 1 : 0);
        expect(search.contentState).to.equal(asks ? 'ready' : 'idle');
      });

    it('searches that differ in blanks alone are one', async () => {
      const api = await contentApi(page([ferry]));
      const search = await asking(api);
      await lookFor(search, 'night ferry');
      await reaches(search, 'ready');
      await lookFor(search, '  night   ferry ');
      await reaches(search, 'ready');
      expect((await api.asked()).map(query)).to.deep.equal([{ q: 'night ferry', limit: '6' }]);
    });

    it('drops an answer that is late', async () => {
      const api = await contentApi(never);
      const search = await asking(api);
      await lookFor(search, 'tram');
      await api.asked({ arrived: 1 });
      await api.answers(page([ferry]));
      await lookFor(search, 'ferry');
      await reaches(search, 'ready');
      const [first] = await api.asked({ aborted: 1 });
      expect(first?.aborted).to.equal(true);
      expect(headlines(search)).to.deep.equal([ferry.headline]);
    });

    it('loading: says so', async () => {
      const search = await asking(await contentApi(never));
      await lookFor(search, 'ferry');
      await reaches(search, 'loading');
      expect(results(search)).to.have.attribute('aria-busy', 'true');
      await waitUntil(() => seen(results(search)), 'words');
      expect(seen(results(search))).to.equal('Searching …');
      expect(one(search, '[part~=root]')).not.to.have.attribute('aria-busy');
      await expect(search).to.be.accessible();
    });

    it('keeps the results before on show until the next come', async () => {
      const api = await contentApi(page([ferry]), never);
      const search = await asking(api);
      await lookFor(search, 'ferry');
      await reaches(search, 'ready');
      const [link] = links(search);
      await lookFor(search, 'ferry n');
      await reaches(search, 'loading');
      expect(links(search)[0] === link).to.equal(true);
      expect(results(search)).to.have.attribute('aria-busy', 'true');
      expect(one(search, '[part~=count]')).to.contain.text('ferry\u2069');
      await expect(search).to.be.accessible();
      await api.asked({ arrived: 2 });
      await api.answers(page([tram]));
      await lookFor(search, 'tram');
      await reaches(search, 'ready');
      expect(headlines(search)).to.deep.equal([tram.headline]);
      expect(results(search)).not.to.have.attribute('aria-busy');
    });

    it('shows nothing any more when the field is empty', async () => {
      const search = await found(page([ferry]));
      await lookFor(search, '');
      expect(search).to.match(':state(idle)');
      expect(seen(results(search))).to.equal('');
    });

    it('leaves an input method in peace', async () => {
      const api = await contentApi(page([ferry]));
      const search = await asking(api);
      type(search, '미', { isComposing: true });
      await rested(search);
      expect(search).to.match(':state(idle)');
      field(search).dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '미' }));
      clock.pass(rest);
      await reaches(search, 'ready');
      expect((await api.asked()).map(query)).to.deep.equal([{ q: '미', limit: '6' }]);
    });

    it('tells the page that a search was answered, and nothing of what was looked for', async () => {
      const api = await contentApi(page(several(2)));
      const search = await asking(api);
      const heard: NewsSearchQueryEvent[] = [];
      const hear = (event: NewsSearchQueryEvent): void => void heard.push(event);
      search.addEventListener('news-search-query', hear);
      await lookFor(search, 'story number');
      await reaches(search, 'ready');
      await waitUntil(() => heard.length, 'the event');
      expect(heard[0]).to.include({ length: 12, count: 2, bubbles: true, composed: true });
      expect(Object.values(heard[0]!).filter((value) => typeof value === 'string')).to.be.empty;
      // Brought up to date, it is the same search.
      await api.answers(page(several(3)));
      search.reload();
      await oneEvent(search, 'news-load');
      expect(heard).to.have.length(1);
    });

    it('keeps nothing of what was looked for', async () => {
      localStorage.clear();
      sessionStorage.clear();
      await found(page([ferry]));
      expect([localStorage.length, sessionStorage.length]).to.deep.equal([0, 0]);
    });
  });

  describe('a result', () => {
    it('is a link, with a line of text, section and date', async () => {
      const search = await found(page([ferry]));
      const [link] = links(search) as HTMLAnchorElement[];
      expect(link!.href).to.equal(ferry.url);
      expect(seen(one(search, '[part~=result]'))).to.equal(
        `${ferry.headline} ${ferry.standfirst} Coast · March 12, 2026`,
      );
      const { height } = one(search, '[part~=excerpt]').getBoundingClientRect();
      expect(height).to.be.lessThan(40);
    });

    for (const [words, text, marks] of [
      ['ferry', 'The night ferry returns', ['ferry']],
      ['FERRY night', 'The night ferry returns', ['night', 'ferry']],
      ['fer', 'The ferries and a transfer', ['fer']],
      ['cafe', 'A café, a Cafe\u0301', ['café', 'Cafe\u0301']],
      ['Ångström', 'Angstrom units', ['Angstrom']],
      ['İstanbul', 'istanbul İSTANBUL', ['istanbul', 'İSTANBUL']],
      ['a ferry', 'A ferry at a quay', ['ferry']],
      ['港', '香港の港', ['港', '港']],
      ['ریل', 'ریل کا نیا راستہ', ['ریل']],
      ['<b>', 'Bread & <b>butter</b>', []],
      ['(.*)', 'All of it (.*)', []],
    ] as const)
      it(`${words}: marked in “${text}”`, async () => {
        const search = await found(page([{ ...tram, headline: text }]), words);
        expect(all(search, 'mark').map(({ textContent }) => textContent)).to.deep.equal(marks);
        expect(headlines(search)).to.deep.equal([text]);
      });

    it('stands in the language and direction of its story', async () => {
      const search = await found(page([urdu, ferry]), 'rail');
      const [first, second] = all(search, 'li p:first-child');
      expect(first).to.have.attribute('lang', 'ur');
      expect([first, second].map((element) => getComputedStyle(element!).direction)).to.deep.equal([
        'rtl',
        'ltr',
      ]);
      await expect(search).to.be.accessible();
    });

    it('never runs a script', async () => {
      const search = await found(page([{ ...tram, url: 'javascript:alert(1)' }]));
      expect(links(search)).to.have.length(0);
    });

    it('tells the page which story a reader follows, and from which place', async () => {
      const search = await found(page(several(3)));
      const heard = oneEvent<NewsNavigateEvent>(document, 'news-navigate');
      search.addEventListener('news-navigate', (event) => event.preventDefault());
      links(search)[1]!.click();
      expect(await heard).to.include({ story: '2', url: 'https://news.example/story/2', position: 1 });
    });
  });

  describe('what became of it', () => {
    for (const [what, answer, sentence] of [
      ['two', page(several(2)), '2 stories for “\u2068ferry\u2069”'],
      ['one', page(several(1)), '1 story for “\u2068ferry\u2069”'],
      ['a first page', page(several(6), 'c1'), 'The first 6 stories for “\u2068ferry\u2069”'],
      [
        'a page of many',
        { body: { items: several(6), next: 'c1', total: 40 } },
        '40 stories for “\u2068ferry\u2069”',
      ],
      ['none', page([]), 'Nothing was found for “\u2068ferry\u2069”. Try fewer words, or others.'],
    ] as [string, Answer, string][])
      it(`${what}: is told on show at once, and said when typing has rested`, async () => {
        const search = await found(answer);
        expect(seen(results(search))).to.contain(sentence);
        expect(status(search)).to.have.text('');
        clock.pass(silence);
        await search.updateComplete;
        expect(status(search)).to.have.text(sentence);
        type(search, 'ferryb');
        await search.updateComplete;
        expect(status(search)).to.have.text('');
        await expect(search).to.be.accessible();
      });

    it('is not said while somebody types on', async () => {
      const search = await found(page([ferry]));
      clock.pass(silence - 1);
      type(search, 'ferry n');
      clock.pass(1);
      await search.updateComplete;
      expect(status(search)).to.have.text('');
    });

    it("nothing found: in the page's own words", async () => {
      const search = await asking(await contentApi(page([])), '', '<p slot="empty">Ask the archive.</p>');
      await lookFor(search, 'ferry');
      await reaches(search, 'empty');
      expect(seen(results(search))).to.equal('Ask the archive.');
      await expect(search).to.be.accessible();
    });

    it('failed: says so, and "Try again" tries again with the focus in the field', async () => {
      const api = await contentApi(...down, page([ferry]));
      const search = await asking(api);
      await lookFor(search, 'ferry');
      await reaches(search, 'error');
      await search.updateComplete;
      expect(seen(results(search))).to.equal('The search could not be answered. Try again');
      expect(search).to.match(':state(error)');
      await expect(search).to.be.accessible();
      one(search, '[part~=error] button').focus();
      await press(search, 'Enter');
      await reaches(search, 'ready');
      expect(hasFocus(field(search))).to.equal(true);
      expect(headlines(search)).to.deep.equal([ferry.headline]);
    });

    it('failed: Enter tries again, too', async () => {
      const api = await contentApi(refusal(403, 'closed', 'No.'), page([ferry]));
      const search = await asking(api);
      await lookFor(search, 'ferry');
      await reaches(search, 'error');
      field(search).focus();
      await press(search, 'Enter');
      await reaches(search, 'ready');
    });

    it('failed for good: offers no button', async () => {
      const search = await found(refusal(403, 'closed', 'No.'));
      expect(seen(results(search))).to.equal('The search could not be answered.');
    });

    it('offline: says that', async () => {
      pretend(navigator, 'onLine', false);
      const search = await found(refusal(400, 'x', 'No.'));
      expect(seen(results(search))).to.equal('You are offline: the search needs a connection.');
    });

    it('failed: what a reader typed stays, and the next search is answered', async () => {
      const api = await contentApi(refusal(403, 'closed', 'No.'), page([tram]));
      const search = await asking(api);
      await lookFor(search, 'ferry');
      await reaches(search, 'error');
      expect(field(search).value).to.equal('ferry');
      await lookFor(search, 'tram');
      await reaches(search, 'ready');
      expect(seen(results(search))).not.to.contain('answered');
    });

    it('stale: keeps what was found, and tells its age', async () => {
      const api = await contentApi(page([ferry]), refusal(403, 'closed', 'No.'));
      const search = await asking(api);
      await lookFor(search, 'ferry');
      await reaches(search, 'ready');
      search.reload();
      await reaches(search, 'stale');
      expect(seen(results(search)))
        .to.contain('Not up to date')
        .and.to.contain(ferry.headline);
      await expect(search).to.be.accessible();
    });
  });

  describe('by keyboard', () => {
    it('arrows lead from the field through the links and back', async () => {
      const search = await found(page(several(3)));
      field(search).focus();
      const at = (): number => links(search).findIndex((link) => hasFocus(link));
      const way: number[] = [];
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Home', 'End', 'ArrowUp']) {
        await press(search, key);
        way.push(at());
      }
      expect(way).to.deep.equal([0, 1, 2, 2, 0, 2, 1]);
      await press(search, 'ArrowUp', 'ArrowUp');
      expect(hasFocus(field(search))).to.equal(true);
    });

    it("Home and End stay the caret's in the field", async () => {
      const search = await found(page(several(3)));
      field(search).focus();
      await press(search, 'Home');
      expect(hasFocus(field(search))).to.equal(true);
    });

    it('Tab goes its natural way', async () => {
      const search = await found(page(several(2)));
      field(search).focus();
      await press(search, 'Tab');
      expect(hasFocus(one(search, 'form button'))).to.equal(true);
      links(search)[0]!.focus();
      expect(links(search).every(({ tabIndex }) => tabIndex === 0)).to.equal(true);
    });

    it('Escape closes the results, and leads back to the field and its words', async () => {
      const search = await found(page(several(2)));
      field(search).focus();
      await press(search, 'ArrowDown', 'Escape');
      expect(hasFocus(field(search))).to.equal(true);
      expect(field(search).value).to.equal('ferry');
      expect(seen(results(search))).to.equal('');
      await expect(search).to.be.accessible();
      await press(search, 'ArrowDown');
      expect(hasFocus(links(search)[0])).to.equal(true);
      await press(search, 'Escape');
      await lookFor(search, 'ferry ');
      expect(headlines(search)).to.have.length(2);
      expect(results(search)).not.to.have.attribute('hidden');
    });

    it("an input method's keys are its own", async () => {
      const search = await found(page(several(2)));
      field(search).focus();
      for (const key of ['ArrowDown', 'Escape'])
        field(search).dispatchEvent(
          new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, composed: true }),
        );
      await search.updateComplete;
      expect(hasFocus(field(search))).to.equal(true);
      expect(results(search)).not.to.have.attribute('hidden');
    });
  });

  describe('more results', () => {
    const button = (search: Element): HTMLButtonElement =>
      one<HTMLButtonElement>(search, '[part~=results] button');

    it('adds the next page, says how many came, and leads to the first', async () => {
      const api = await contentApi(page(several(3), 'c1'), page(several(2, 3)));
      const search = await asking(api, 'limit="3"');
      await lookFor(search, 'story');
      await reaches(search, 'ready');
      button(search).focus();
      await press(search, 'Enter');
      await waitUntil(() => links(search).length === 4, 'more stories');
      expect((await api.asked()).map(query)).to.deep.equal([
        { q: 'story', limit: '3' },
        { q: 'story', limit: '3', cursor: 'c1' },
      ]);
      await waitUntil(() => hasFocus(links(search)[3]), 'the focus');
      expect(status(search)).to.have.text('1 more story');
      expect(all(search, '[part~=results] button')).to.be.empty;
      await expect(search).to.be.accessible();
    });

    it('that fails says so, and can be tried again', async () => {
      const api = await contentApi(
        page(several(3), 'c1'),
        refusal(403, 'closed', 'No.'),
        page(several(1, 4)),
      );
      const search = await asking(api);
      await lookFor(search, 'story');
      await reaches(search, 'ready');
      button(search).focus();
      button(search).click();
      await waitUntil(() => status(search).textContent, 'words');
      await search.updateComplete;
      expect(seen(results(search))).to.match(/More results The search could not be answered\.$/);
      expect(hasFocus(button(search))).to.equal(true);
      await expect(search).to.be.accessible();
      button(search).click();
      await waitUntil(() => links(search).length === 4, 'more stories');
      expect(seen(results(search))).not.to.contain('answered');
    });

    it('belong to the words that they were asked for', async () => {
      const api = await contentApi(page(several(3), 'c1'), { ...page(several(3, 4)), delay: 200 });
      const search = await asking(api);
      await lookFor(search, 'story');
      await reaches(search, 'ready');
      button(search).click();
      await api.asked({ arrived: 2 });
      // After the page that is late.
      await api.answers({ ...page(several(2, 21)), delay: 400 });
      await lookFor(search, 'number');
      await reaches(search, 'ready');
      expect(headlines(search)).to.deep.equal(['Story number 21', 'Story number 22']);
    });

    it("are on the site's own page, where it has one", async () => {
      const search = await found(page(several(6), 'c1'), 'night ferry', 'action="/find?old=1" name="s"');
      const link = one<HTMLAnchorElement>(search, '[part~=all]');
      expect(link.href).to.equal(new URL('/find?s=night+ferry', location.href).href);
      expect(seen(link)).to.equal('All results');
      expect(all(search, '[part~=results] button')).to.be.empty;
      await expect(search).to.be.accessible();
    });
  });

  describe('expand', () => {
    const opener = (search: Element): HTMLElement => one(search, '[part~=opener]');
    const details = (search: Element): HTMLDetailsElement => one<HTMLDetailsElement>(search, 'details');

    async function unfolded(search: NewsSearch): Promise<NewsSearch> {
      opener(search).focus();
      await press(search, 'Enter');
      await waitUntil(() => hasFocus(field(search)), 'the focus in the field');
      return search;
    }

    it('is a button that unfolds the search over the page', async () => {
      const holder = await fixture('<div><news-search mode="expand"></news-search><p>After it.</p></div>');
      const search = holder.firstElementChild as NewsSearch;
      const after = holder.lastElementChild!;
      expect(seen(search)).to.equal('Search');
      await expect(search).to.be.accessible();
      const { top } = after.getBoundingClientRect();
      await unfolded(search);
      expect(seen(search)).to.equal('Search Hi, what are you looking for? Search');
      expect(after.getBoundingClientRect().top).to.equal(top);
      await expect(search).to.be.accessible();
    });

    it('stays in view, at whatever edge the button is', async () => {
      for (const place of ['start', 'center', 'end'])
        for (const dir of ['ltr', 'rtl']) {
          const holder = await fixture(
            `<div dir="${dir}" style="display: flex; justify-content: ${place}"><news-search mode="expand"></news-search></div>`,
          );
          const search = await unfolded(holder.firstElementChild as NewsSearch);
          const { left, right } = one(search, '[part~=panel]').getBoundingClientRect();
          expect(left, `${place} ${dir}`).to.be.at.least(0);
          expect(right, `${place} ${dir}`).to.be.at.most(document.documentElement.clientWidth);
        }
    });

    it('Escape closes it, leads back to the button, and keeps the words', async () => {
      const search = await unfolded(await asking(await contentApi(page(several(2))), 'mode="expand"'));
      await lookFor(search, 'ferry');
      await reaches(search, 'ready');
      await expect(search).to.be.accessible();
      await press(search, 'ArrowDown', 'Escape');
      expect(details(search).open).to.equal(false);
      expect(hasFocus(opener(search))).to.equal(true);
      await unfolded(search);
      expect(field(search).value).to.equal('ferry');
      expect(seen(results(search))).to.contain('Story number 2');
    });

    // WebKit leaves links and buttons out of the Tab order unless its user has asked for them.
    it('a keyboard reaches its button', async function () {
      if (navigator.userAgent.includes('AppleWebKit') && !navigator.userAgent.includes('Chrome')) this.skip();
      const holder = await fixture(
        '<div><a href="#x">Before</a><news-search mode="expand"></news-search></div>',
      );
      (holder.firstElementChild as HTMLElement).focus();
      await sendKeys({ press: 'Tab' });
      expect(hasFocus(opener(holder.lastElementChild!))).to.equal(true);
    });

    it('closes when the focus goes elsewhere', async () => {
      const holder = await fixture(
        '<div><news-search mode="expand"></news-search><a href="#x">After</a></div>',
      );
      const search = await unfolded(holder.firstElementChild as NewsSearch);
      one(search, 'form button').focus();
      expect(details(search).open).to.equal(true);
      (holder.lastElementChild as HTMLElement).focus();
      expect(details(search).open).to.equal(false);
    });

    it('closes when the page goes to a story in its own way', async () => {
      const search = await unfolded(await asking(await contentApi(page(several(2))), 'mode="expand"'));
      await lookFor(search, 'ferry');
      await reaches(search, 'ready');
      search.addEventListener('news-navigate', (event) => event.preventDefault());
      links(search)[0]!.click();
      expect(details(search).open).to.equal(false);
    });
  });

  describe('dialog', () => {
    const opener = (search: Element): HTMLElement => one(search, '[part~=opener]');
    const dialog = (search: Element): HTMLDialogElement => one<HTMLDialogElement>(search, 'dialog');

    async function opened(search: NewsSearch): Promise<NewsSearch> {
      opener(search).focus();
      await press(search, 'Enter');
      expect(hasFocus(field(search))).to.equal(true);
      return search;
    }

    it('is a button that opens a modal dialog, named as its field', async () => {
      const search = await placed('mode="dialog"');
      expect(seen(search)).to.equal('Search');
      await expect(search).to.be.accessible();
      await opened(search);
      expect(dialog(search).matches(':modal')).to.equal(true);
      expect(seen(one(search, `#${dialog(search).getAttribute('aria-labelledby')}`))).to.equal(
        'Hi, what are you looking for?',
      );
      await expect(search).to.be.accessible();
    });

    for (const close of ['Escape', 'the button'])
      it(`${close} closes it, leads back, and keeps the words`, async () => {
        const search = await opened(await asking(await contentApi(page(several(2))), 'mode="dialog"'));
        await lookFor(search, 'ferry');
        await reaches(search, 'ready');
        await expect(search).to.be.accessible();
        if (close === 'Escape') await press(search, 'Escape');
        else one(search, '[part~=close]').click();
        expect(dialog(search).open).to.equal(false);
        expect(hasFocus(opener(search))).to.equal(true);
        await opened(search);
        expect(field(search).value).to.equal('ferry');
        expect(seen(results(search))).to.contain('Story number 2');
      });

    it('says what was found inside, where a screen reader is', async () => {
      const search = await placed('mode="dialog"');
      expect(dialog(search)).to.contain(status(search));
    });

    it('another mode keeps the words', async () => {
      const search = await found(page([ferry]));
      search.mode = 'dialog';
      await search.updateComplete;
      expect(field(search).value).to.equal('ferry');
      await opened(search);
      expect(headlines(search)).to.deep.equal([ferry.headline]);
    });
  });

  it('a limit that is no number of stories is six', async () => {
    for (const limit of ['abc', '-5', '0', '1e99'])
      expect((await placed(`limit="${limit}"`)).limit, limit).to.equal(limit === '1e99' ? 99 : 6);
  });

  it('drops its request when it is taken out', async () => {
    const api = await contentApi(never);
    const search = await asking(api);
    await lookFor(search, 'ferry');
    await api.asked({ arrived: 1 });
    search.remove();
    const [request] = await api.asked({ aborted: 1 });
    expect(request?.aborted).to.equal(true);
  });
});
