import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/pull-quote/define.js';
import type { QuoteVariant } from '../src/elements/pull-quote/pull-quote.js';
import { fails, failsLater, isBusy, knows, served } from './api.js';
import { controlled, oneOf, sources } from './controls.js';
import { eastQuay, fisheries, longWords, mushaira } from './fixtures.js';
import { atNoon, inForcedColours, offlineAtNoon, settles, settlesAgain } from './playing.js';

const fallback = html`<blockquote>A wall is a promise to build a higher one.</blockquote>`;

const set = (variant: QuoteVariant): StoryObj => ({
  render: () => html`<news-pull-quote variant=${variant} .data=${fisheries}></news-pull-quote>`,
});

export default { title: 'Elements/Pull quote', component: 'news-pull-quote' } satisfies Meta;

/** Empty the quote and name a `story` (1001 or 1011) to have it asked for. */
export const Playground: StoryObj = {
  args: {
    quote: 'A wall is a promise to build a higher one.',
    by: 'Piet Lansmeer',
    'by-role': 'Tidal engineer',
  },
  argTypes: {
    variant: oneOf<QuoteVariant>('pull', 'block', 'portrait', 'centred'),
    loading: oneOf('eager', 'lazy'),
    source: sources,
  },
  render: (args) => served('quote-playground', knows(), controlled('news-pull-quote', args)),
};

/** The page gives the quote as an object; a whole story does as well. */
export const GivenData: StoryObj = {
  render: () => html`<news-pull-quote .data=${fisheries.quotes?.[0]}></news-pull-quote>`,
  play: settles('ready'),
};

/** Without any API: all in attributes. */
export const ByHand: StoryObj = {
  render: () =>
    html`<news-pull-quote
      quote="The sea has the longest memory in this town."
      by="Maud Kerrow"
      by-role="Ferry manager"
      via="told the Courier"
      cite="The Salt Ledger"
    ></news-pull-quote>`,
  play: settles('ready'),
};

/** Without any API: words with markup of the page's own. */
export const InSlots: StoryObj = {
  render: () =>
    html`<news-pull-quote by="Maud Kerrow">
      <p slot="words">The sea has the <em>longest</em> memory in this town.</p>
    </news-pull-quote>`,
  play: settles('ready'),
};

/** Nothing is asked for: no story is named. */
export const Idle: StoryObj = {
  render: () => html`<news-pull-quote>${fallback}</news-pull-quote>`,
  play: settles('idle'),
};

export const Loading: StoryObj = {
  render: () => served('quote-loading', isBusy(), html`<news-pull-quote story="1001"></news-pull-quote>`),
  play: settles('loading'),
};

/** What the page put inside shows until the quote is there. */
export const LoadingWithFallback: StoryObj = {
  render: () =>
    served(
      'quote-loading-fallback',
      isBusy(),
      html`<news-pull-quote story="1001">${fallback}</news-pull-quote>`,
    ),
  play: settles('loading'),
};

export const Ready: StoryObj = {
  render: () => served('quote-ready', knows(), html`<news-pull-quote story="1001"></news-pull-quote>`),
  play: settles('ready'),
};

/** The second quote of the story. */
export const Second: StoryObj = {
  render: () =>
    served('quote-second', knows(), html`<news-pull-quote story="1001" pick="2"></news-pull-quote>`),
  play: settles('ready'),
};

/** Nobody is quoted in the story: what the page put inside stays. */
export const Empty: StoryObj = {
  render: () =>
    served('quote-empty', knows(), html`<news-pull-quote story="1007">${fallback}</news-pull-quote>`),
  play: settles('empty'),
};

export const EmptyWithSlot: StoryObj = {
  render: () =>
    served(
      'quote-empty-slot',
      knows(),
      html`<news-pull-quote story="1007"><p slot="empty">Nobody wished to be quoted.</p></news-pull-quote>`,
    ),
  play: settles('empty'),
};

export const Failed: StoryObj = {
  render: () => served('quote-failed', fails(), html`<news-pull-quote story="1001"></news-pull-quote>`),
  play: settles('error'),
};

export const FailedWithFallback: StoryObj = {
  render: () =>
    served(
      'quote-failed-fallback',
      fails(),
      html`<news-pull-quote story="1001">${fallback}</news-pull-quote>`,
    ),
  play: settles('error'),
};

/** The quote came once; bringing it up to date failed. */
export const Stale: StoryObj = {
  tags: ['!autodocs'],
  beforeEach: atNoon,
  render: () => served('quote-stale', failsLater(), html`<news-pull-quote story="1001"></news-pull-quote>`),
  play: settlesAgain('stale'),
};

export const Offline: StoryObj = {
  tags: ['!autodocs'],
  beforeEach: offlineAtNoon,
  render: () => served('quote-offline', failsLater(), html`<news-pull-quote story="1001"></news-pull-quote>`),
  play: settlesAgain('offline'),
};

export const Pull: StoryObj = set('pull');
export const Block: StoryObj = set('block');
export const Portrait: StoryObj = set('portrait');
export const Centred: StoryObj = set('centred');

/** The words stand in the article too: screen readers pass over them here. */
export const Decorative: StoryObj = {
  render: () => html`<news-pull-quote decorative .data=${eastQuay}></news-pull-quote>`,
};

/** A portrait is wanted, and there is none. */
export const NoPicture: StoryObj = {
  render: () => html`<news-pull-quote variant="portrait" .data=${eastQuay}></news-pull-quote>`,
};

export const LongWords: StoryObj = {
  render: () =>
    html`<div style="inline-size: 16rem"><news-pull-quote .data=${longWords}></news-pull-quote></div>`,
};

export const Narrow: StoryObj = {
  render: () =>
    html`<div style="inline-size: 16rem">
      <news-pull-quote variant="portrait" .data=${fisheries}></news-pull-quote>
    </div>`,
};

export const Urdu: StoryObj = {
  globals: { direction: 'rtl' },
  render: () => html`<div lang="ur"><news-pull-quote .data=${mushaira}></news-pull-quote></div>`,
};

/** An Urdu quote on an English page. */
export const UrduOnEnglishPage: StoryObj = {
  render: () => html`<news-pull-quote variant="block" .data=${mushaira}></news-pull-quote>`,
};

export const Dark: StoryObj = {
  globals: { scheme: 'dark' },
  render: () => html`<news-pull-quote variant="portrait" .data=${fisheries}></news-pull-quote>`,
};

export const ForcedColours: StoryObj = inForcedColours(Dark);

/** Words of the page's own, as JSON in the element. */
export const OwnWords: StoryObj = {
  render: () =>
    served(
      'quote-own-words',
      fails(),
      html`<news-pull-quote story="1001">
        <script type="application/json" data-news-messages>
          { "failed": "The quote has not come.", "retry": "Once more" }
        </script>
      </news-pull-quote>`,
    ),
  play: settles('error'),
};
