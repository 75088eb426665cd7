import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../src/elements/related-stories/define.js';
import type { ListLayout } from '../src/elements/related-stories/related-stories.js';
import { fails, failsLater, isBusy, knows, served } from './api.js';
import { controlled, oneOf, ratios, sources } from './controls.js';
import {
  eastQuay,
  eels,
  election,
  fisheries,
  longWords,
  mushaira,
  stories,
  tram,
  tremor,
} from './fixtures.js';
import { atNoon, inForcedColours, offlineAtNoon, settles, settlesAgain } from './playing.js';

const fallback = html`<ul>
  <li><a href="https://courier.example/tram-six-all-night">Tram 6 will run all night</a></li>
  <li><a href="https://courier.example/eels-in-the-aldwater">Eels are back in the Aldwater</a></li>
</ul>`;

const four = [fisheries, eastQuay, tram, eels];

const laidOut = (layout: ListLayout): StoryObj => ({
  render: () => html`<news-related-stories layout=${layout} .data=${four}></news-related-stories>`,
});

export default { title: 'Elements/Related stories', component: 'news-related-stories' } satisfies Meta;

/** The API knows `section:world`, `section:city`, `author:tobias-adeyinka`, `tag:ports` and `ids:1001,1007`. */
export const Playground: StoryObj = {
  args: { from: 'related', story: '1001', limit: 4, loading: 'eager' },
  argTypes: {
    layout: oneOf<ListLayout>('list', 'grid', 'scroller', 'numbered'),
    loading: oneOf('eager', 'lazy'),
    source: sources,
    'link-target': oneOf('_blank', '_self'),
    ratio: ratios,
  },
  render: (args) => served('related-playground', knows(), controlled('news-related-stories', args)),
};

/** The page gives the stories as objects. */
export const GivenData: StoryObj = {
  render: () => html`<news-related-stories .data=${[tram, eels]}></news-related-stories>`,
  play: settles('ready'),
};

export const Loading: StoryObj = {
  render: () =>
    served('related-loading', isBusy(), html`<news-related-stories story="1001"></news-related-stories>`),
  play: settles('loading'),
};

/** What the page put inside shows until the stories are there. */
export const LoadingWithFallback: StoryObj = {
  render: () =>
    served(
      'related-loading-fallback',
      isBusy(),
      html`<news-related-stories story="1001">${fallback}</news-related-stories>`,
    ),
  play: settles('loading'),
};

export const Ready: StoryObj = {
  render: () =>
    served('related-ready', knows(), html`<news-related-stories story="1001"></news-related-stories>`),
  play: settles('ready'),
};

/** The API has nothing: what the page put inside stays. */
export const Empty: StoryObj = {
  render: () =>
    served(
      'related-empty',
      knows([]),
      html`<news-related-stories story="1001">${fallback}</news-related-stories>`,
    ),
  play: settles('empty'),
};

export const EmptyWithSlot: StoryObj = {
  render: () =>
    served(
      'related-empty-slot',
      knows([]),
      html`<news-related-stories from="tag:lighthouses">
        <p slot="empty">Nothing has been written about lighthouses yet.</p>
      </news-related-stories>`,
    ),
  play: settles('empty'),
};

export const Failed: StoryObj = {
  render: () =>
    served('related-failed', fails(), html`<news-related-stories story="1001"></news-related-stories>`),
  play: settles('error'),
};

export const FailedWithFallback: StoryObj = {
  render: () =>
    served(
      'related-failed-fallback',
      fails(),
      html`<news-related-stories story="1001">${fallback}</news-related-stories>`,
    ),
  play: settles('error'),
};

/** The stories came once; bringing them up to date failed. */
export const Stale: StoryObj = {
  tags: ['!autodocs'],
  beforeEach: atNoon,
  render: () =>
    served(
      'related-stale',
      failsLater(),
      html`<news-related-stories limit="2" story="1001"></news-related-stories>`,
    ),
  play: settlesAgain('stale'),
};

export const Offline: StoryObj = {
  tags: ['!autodocs'],
  beforeEach: offlineAtNoon,
  render: () =>
    served(
      'related-offline',
      failsLater(),
      html`<news-related-stories limit="2" story="1001"></news-related-stories>`,
    ),
  play: settlesAgain('offline'),
};

export const List: StoryObj = laidOut('list');
export const Grid: StoryObj = laidOut('grid');
export const Scroller: StoryObj = laidOut('scroller');
export const Numbered: StoryObj = laidOut('numbered');

/** One story is no list. */
export const One: StoryObj = {
  render: () => html`<news-related-stories .data=${[tram]}></news-related-stories>`,
};

/** The button stays, and the focus goes to the first story that came. */
export const More: StoryObj = {
  tags: ['!autodocs'],
  render: () =>
    served(
      'related-more',
      knows(),
      html`<news-related-stories from="latest" limit="2" load-more></news-related-stories>`,
    ),
  play: async ({ canvasElement }) => {
    const root = canvasElement.querySelector('news-related-stories')?.shadowRoot as ShadowRoot;
    await userEvent.click(
      await waitFor(() => root.querySelector('button') ?? Promise.reject(new Error('no button'))),
    );
    await waitFor(() => expect(root.querySelector('[role=status]')).toHaveTextContent('2 more stories'));
    await expect(root.activeElement).toBe(root.querySelectorAll('[part=link]')[2]);
  },
};

/** A reader follows a link; the page may go there in its own way. */
export const Followed: StoryObj = {
  tags: ['!autodocs'],
  render: () => html`<news-related-stories .data=${four}></news-related-stories>`,
  play: ({ canvasElement }) => {
    const root = canvasElement.querySelector('news-related-stories')?.shadowRoot;
    return userEvent.click(root?.querySelectorAll('[part=link]')[2] as HTMLElement);
  },
};

/** What a publisher puts between the stories, with room kept for it. */
export const Inserts: StoryObj = {
  render: () =>
    html`<news-related-stories style="--news-insert-size: 4em" .data=${four}>
      <p slot="after-2">Our letter comes every Saturday. <a href="https://courier.example/letter">Have it sent</a></p>
    </news-related-stories>`,
};

/** A heading of the page's own. */
export const OwnHeading: StoryObj = {
  render: () =>
    html`<news-related-stories .data=${[tram, eels]}>
      <h2 slot="heading">More from <em>the harbour</em></h2>
    </news-related-stories>`,
};

/** Neither heading nor excerpts. */
export const HeadlinesOnly: StoryObj = {
  render: () => html`<news-related-stories label="" show="date" .data=${four}></news-related-stories>`,
};

export const AllPieces: StoryObj = {
  render: () =>
    html`<news-related-stories
      show="picture kicker excerpt byline date reading-time comments"
      .data=${four}
    ></news-related-stories>`,
};

/** A story without a picture among others. */
export const NoPicture: StoryObj = {
  render: () => html`<news-related-stories .data=${[fisheries, tremor]}></news-related-stories>`,
};

export const LongWords: StoryObj = {
  render: () =>
    html`<div style="inline-size: 16rem">
      <news-related-stories layout="grid" .data=${[longWords, tram]}></news-related-stories>
    </div>`,
};

export const Narrow: StoryObj = {
  render: () =>
    html`<div style="inline-size: 16rem"><news-related-stories .data=${[fisheries, tram]}></news-related-stories></div>`,
};

/** Urdu stories first, on an Urdu page. */
export const Urdu: StoryObj = {
  globals: { direction: 'rtl' },
  render: () =>
    html`<div lang="ur">
      <news-related-stories label="مزید خبریں" .data=${[mushaira, tram]}></news-related-stories>
      <news-related-stories layout="numbered" label="" .data=${[mushaira, tram]}></news-related-stories>
    </div>`,
};

export const Dark: StoryObj = {
  globals: { scheme: 'dark' },
  render: () =>
    html`<news-related-stories layout="grid" .data=${[election, ...four]}></news-related-stories>`,
};

export const ForcedColours: StoryObj = inForcedColours(Dark);

/** Words of the page's own, as JSON in the element. */
export const OwnWords: StoryObj = {
  render: () =>
    html`<news-related-stories load-more limit="2" .data=${stories}>
      <script type="application/json" data-news-messages>
        { "related": "Read on", "more": "There is more", "subscribersOnly": "Members" }
      </script>
    </news-related-stories>`,
};
