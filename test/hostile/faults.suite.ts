import { expect, fixture } from '@open-wc/testing';
import '../../src/define.js';
import '../../src/elements/search/searching.js';
import type { ContentElement } from '../../src/elements/content-element.js';
import type { NewsErrorEvent } from '../../src/elements/events.js';
import { emptyOutbox } from '../content/outbox-support.js';
import { Clock } from '../elements/support/clock.js';
import { at, button, posts, sent, type, typed, valid, notice } from '../elements/support/comment-form.js';
import { comments, remark } from '../elements/support/comments.js';
import { contentApi, page, stories, taken } from '../elements/support/content-api.js';
import { all, one, reaches, seen } from '../elements/support/seen.js';
import { afterThisTest } from '../elements/support/pretend.js';
import { ferry, several } from '../elements/support/stories.js';
import type { Answer } from '../tools/faulty-client.js';
import { waitUntil } from '../tools/wait.js';
import { attacks, figure } from './page.js';

type Content = ContentElement<unknown>;

interface Kind {
  readonly answer: Answer;
  /** Words that show when the answer is there. */
  readonly shows: string;
  /** Those that show when it does not come, and whether a page's own words show in their place. */
  readonly words?: RegExp;
  readonly own?: true;
  /** It has nothing to press: it says nothing of a failure. */
  readonly quiet?: true;
}

const kinds: Readonly<Record<string, Kind>> = {
  article: { answer: stories({ ...ferry, body: '<p>Sails again.</p>' }), shows: 'Sails again.' },
  'article-card': { answer: stories(ferry), shows: ferry.headline },
  byline: { answer: stories(ferry), shows: ferry.authors![0]!.name },
  'pull-quote': { answer: stories(ferry), shows: ferry.quotes![0]!.text },
  // A small thing between others: it leads to the comments all the same.
  'comment-count': {
    answer: stories(ferry),
    shows: '12 comments',
    words: /^(Comments)?$/,
    own: true,
    quiet: true,
  },
  'related-stories': { answer: page(several(3, 80)), shows: several(1, 80)[0]!.headline },
  comments: { answer: comments([remark(1)], { total: 1 }), shows: remark(1).text },
  search: { answer: page([ferry]), shows: ferry.headline, words: /could not be answered/, own: true },
  // Whatever became of the reading: it can be written in.
  'comment-form': {
    answer: stories(ferry),
    shows: 'Post comment',
    words: /Post comment/,
    own: true,
    quiet: true,
  },
};

/** What the API does, what kind of error that is, if it is one, and how often it is asked. */
interface Fault {
  readonly name: string;
  readonly answer: Answer;
  readonly kind?: string;
  /** Of what is followed in a circle browsers make as many as they like. */
  readonly asked?: number;
}

const later = (seconds: string): Record<string, string> => ({
  'Retry-After': seconds,
  'Access-Control-Expose-Headers': 'Retry-After',
});

const faults: readonly Fault[] = [
  { name: '400', answer: { status: 400 }, kind: 'http', asked: 1 },
  { name: '401', answer: { status: 401 }, kind: 'http', asked: 1 },
  { name: '403', answer: { status: 403 }, kind: 'http', asked: 1 },
  { name: '429, no `Retry-After`', answer: { status: 429 }, kind: 'http', asked: 3 },
  {
    name: '429, `Retry-After` of an hour',
    answer: { status: 429, headers: later('3600') },
    kind: 'http',
    asked: 1,
  },
  { name: '500', answer: { status: 500 }, kind: 'http', asked: 3 },
  {
    name: '503 as a web page',
    answer: { status: 503, body: '<h1>Down</h1>', headers: { 'Content-Type': 'text/html' } },
    kind: 'http',
    asked: 3,
  },
  { name: 'never answers', answer: { fault: 'hang' }, kind: 'timeout', asked: 3 },
  { name: 'cuts the connection', answer: { close: true }, kind: 'network', asked: 3 },
  { name: 'breaks off within the answer', answer: { fault: 'cut-body' }, kind: 'network', asked: 3 },
  { name: 'leads in a circle', answer: { fault: 'redirect-loop' }, kind: 'network' },
  { name: 'CORS refused', answer: { cors: false }, kind: 'cors', asked: 2 },
  { name: 'a web page for JSON', answer: { fault: 'html-as-json' }, kind: 'parse', asked: 1 },
  { name: 'an empty answer', answer: { body: '' }, kind: 'parse', asked: 1 },
  { name: 'other types', answer: { fault: 'wrong-types' }, kind: 'parse', asked: 1 },
  { name: '21 MB', answer: { fault: 'huge' }, kind: 'parse', asked: 1 },
  { name: '10 MB', answer: { fault: 'big' }, asked: 1 },
  { name: 'a hundred drops, one by one', answer: { fault: 'drip' }, asked: 1 },
];

/** Typing rests for so long, in milliseconds, before the API is asked. */
const rest = 200;

const fallback = '<a href="/stories">All stories</a>';

const { seed, whole } = await attacks();
const columns = [...Object.keys(kinds), 'sent'];

/** All faults, or by the seed every third one: other ones to each element. */
const dealt = (column: string): readonly Fault[] =>
  faults.filter((_, row) => whole || (row + columns.indexOf(column) + seed) % 3 === 0);

describe('a content API that fails', () => {
  for (const [name, { answer, shows, words = /could not be loaded/, own, quiet }] of Object.entries(kinds))
    for (const fault of dealt(name))
      it(`news-${name}: ${fault.name}`, async () => {
        const clock = new Clock(rest);
        const api = await contentApi({ ...answer, ...fault.answer, when: '' });
        const place = (content: string): string =>
          `<news-${name} api="${api.address}" story="71" loading="eager">${content}</news-${name}>`;
        const heard: NewsErrorEvent[] = [];
        const hear = (event: Event): void => void heard.push(event as NewsErrorEvent);
        addEventListener('news-error', hear, { capture: true });
        afterThisTest(() => removeEventListener('news-error', hear, { capture: true }));
        const holder = await fixture(`<div>${place('')}${place(fallback)}</div>`);
        const [bare, kept] = [...holder.children] as [Content, Content];
        if (name === 'search')
          for (const element of [bare, kept]) {
            const field = one<HTMLInputElement>(element, 'input');
            field.value = 'ferry';
            field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
            clock.pass(rest);
          }

        const state = fault.kind ? 'error' : 'ready';
        const settled = (): boolean =>
          [bare, kept].every(({ contentState }) => contentState === state) &&
          (!fault.kind || heard.length === 2);
        await waitUntil(
          () => {
            // What is not asked again takes its own time.
            if (fault.asked !== 1) clock.pass(fault.kind === 'timeout' ? 500 : 50);
            return settled();
          },
          '',
          // By the clock of this test.
          { interval: 10, timeout: 200_000 },
        ).catch(() => {});
        const asked = (await api.asked()).filter(
          // Whether CORS is what is wrong is asked without CORS.
          ({ method, headers }) => method === 'GET' && headers['sec-fetch-mode'] === 'cors',
        ).length;
        await figure(
          'faults',
          fault.name,
          [
            bare.contentState,
            ...new Set(heard.map(({ kind }) => kind)),
            ...(fault.asked ? [`${asked} asked`] : []),
          ].join(', '),
          name,
        );
        expect([bare.contentState, kept.contentState]).to.deep.equal([state, state]);
        expect(heard.map(({ kind }) => kind)).to.deep.equal(fault.kind ? [fault.kind, fault.kind] : []);
        if (fault.asked) expect(asked).to.equal(fault.asked);
        await bare.updateComplete;
        await kept.updateComplete;
        if (fault.kind) {
          expect(seen(bare)).to.match(words);
          if (!own) expect(seen(kept)).to.contain('All stories');
        }

        // The API is there again.
        await api.answers({ ...answer, when: '' });
        const [again] = all(bare, '[part~=error] button');
        expect(!!again).to.equal(!quiet && !!heard[0]?.retryable);
        if (again) again.click();
        else bare.reload();
        kept.reload();
        await Promise.all([reaches(bare, 'ready'), reaches(kept, 'ready')]);
        expect([seen(bare), seen(kept)].map((text) => text.includes(shows))).to.deep.equal([true, true]);
      });

  describe('by a script that asks once and shows what comes', () => {
    for (const fault of faults)
      it(fault.name, async () => {
        const { answer } = kinds['article-card']!;
        const api = await contentApi({ ...answer, ...fault.answer, when: '' });
        const place = await fixture<HTMLElement>('<div></div>');
        const leave = new AbortController();
        const asked = fetch(`${api.address}/stories?ids=71`, { signal: leave.signal })
          .then(async (response) => {
            if (!response.ok) return;
            const { items } = (await response.json()) as { items: { headline: string }[] };
            place.textContent = items[0]!.headline;
          })
          .catch(() => {});
        if (fault.kind === 'timeout') {
          await api.asked({ arrived: 1 });
          leave.abort();
        }
        await asked;
        const shown = seen(place) !== '';
        // It reads on and on.
        expect(shown).to.equal(!fault.kind || fault.name === '21 MB');
        await figure('faults', fault.name, shown ? 'ready' : 'nothing on show', 'control: `fetch`');
      });
  });

  describe('while a comment is sent', () => {
    beforeEach(emptyOutbox);

    for (const fault of dealt('sent'))
      it(fault.name, async () => {
        const clock = new Clock();
        const api = await contentApi({ ...taken('approved'), ...fault.answer, when: '' });
        const form = await at(api);
        type(form, valid);
        const told = new Promise<string>((tell) => {
          form.addEventListener('news-comment-failed', ({ reason }) => tell(reason));
          form.addEventListener('news-comment-posted', () => tell('posted'));
        });
        button(form).click();
        if (fault.kind === 'timeout')
          await waitUntil(
            () => {
              clock.pass(500);
              return notice(form).textContent.trim();
            },
            '',
            { interval: 10, timeout: 200_000 },
          ).catch(() => {});
        const outcome = await told;
        await form.updateComplete;
        await figure('faults', fault.name, outcome, 'comment-form, sent');
        expect(outcome === 'posted').to.equal(!fault.kind);
        expect(notice(form).textContent.trim()).not.to.equal('');
        if (!fault.kind) return;
        expect(typed(form)).to.include({ text: valid.text, name: valid.name });

        // The API is there again.
        await api.answers({ ...taken('approved'), when: '' });
        expect(await sent(form)).to.have.property('type', 'news-comment-posted');
        const keys = posts(await api.asked()).map(({ headers }) => headers['idempotency-key']);
        expect(new Set(keys).size).to.equal(1);
      });
  });
});
