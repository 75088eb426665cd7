import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { emptyOutbox } from '../content/outbox-support.js';
import { sent, type, valid } from '../elements/support/comment-form.js';
import { recordsOf } from '../contract/recorded.js';
import type { Answer } from '../tools/faulty-client.js';
import { waitUntil } from '../tools/wait.js';
import { attacks, figure } from './page.js';
import { commentOf, rest, storyOf } from './rest-answers.js';
import { nothingOf, placed, tried } from './shown.js';
import { settingsOf, sites, type AskedSite } from './sites.js';
import { said } from './spoil.js';
import { everywhere, spoiltAnswer } from './spoilt-sites.js';
import { stretchIn } from './tripwires.js';

const place = 'https://news.example/a';

/** A site that takes comments, and what it may answer to one; each string is in one of these answers. */
type Kind = readonly [site: AskedSite, answers: () => Promise<readonly Answer[]>];

const taking: AskedSite = {
  ...rest,
  rules: () =>
    Promise.resolve([
      ['/comments', { body: { items: [commentOf('1', 'words', place)], total: 1 } }],
      ['/stories', { body: { items: [{ ...storyOf('1', 'words', place), comments: 'open' }] } }],
    ]),
};

const refused = (status: number): Answer => ({
  status,
  headers: { 'Content-Type': 'application/problem+json' },
  body: { type: `${place}/spam`, title: 'words', detail: 'words', status },
});

const kinds: Readonly<Record<string, Kind>> = {
  rest: [
    taking,
    () =>
      Promise.resolve([
        { status: 201, body: commentOf('9', 'words', place) },
        ...[400, 403, 409, 422].map(refused),
      ]),
  ],
  wordpress: [
    sites.wordpress!,
    async () => {
      const record = await recordsOf('wordpress-6.8');
      return Promise.all(['093', '095', '097', '099', '100', '106', '115'].map(record));
    },
  ],
};

/** Fills in the form and sends it, as a reader does. */
async function written(holder: HTMLElement): Promise<void> {
  const form = holder.querySelector('news-comment-form')!;
  await waitUntil(() => form.shadowRoot?.querySelector('form'), 'the form');
  type(form, valid);
  await sent(form);
}

describe('an API that says hostile things of a comment', () => {
  before(() => stretchIn(window));
  beforeEach(emptyOutbox);

  for (const [name, [site, answers]] of Object.entries(kinds))
    it(name, async () => {
      const all = everywhere((await attacks()).strings);
      const before = said.places;
      const [rules, possible] = await Promise.all([site.rules(), answers()]);
      for (const [at, words] of all.entries()) {
        const api = await settingsOf(site, [
          ['POST ', spoiltAnswer(possible[at % possible.length]!, words)],
          ...rules,
        ]);
        const holder = placed(
          `<news-comments story="${site.open}" loading="eager"></news-comments>
           <news-comment-form story="${site.open}"></news-comment-form>`,
          api,
        );
        const { executed, left } = await tried(
          holder,
          (element) => element.matches('news-comments'),
          written,
        );
        expect(left, words.own).to.deep.equal([]);
        expect(executed, words.own).to.deep.equal([]);
        await emptyOutbox();
      }
      await figure(
        'attacks',
        `what \`${name}\` answers to a comment`,
        nothingOf(all.length / 2, said.places - before),
      );
    }).timeout(3_600_000);
});
