import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent } from 'storybook/test';
import '../src/elements/article-card/define.js';
import type { CardLayout } from '../src/elements/article-card/article-card.js';
import { fails, failsLater, isBusy, knows, served } from './api.js';
import { controlled, oneOf, ratios, sources } from './controls.js';
import { eastQuay, eels, election, fisheries, longWords, mushaira, pictureUrl, tremor } from './fixtures.js';
import { atNoon, inForcedColours, offlineAtNoon, settles, settlesAgain } from './playing.js';

const fallback = html`<a href="https://courier.example/grey-sound-spring-closure">Four nations close the Grey Sound</a>`;

const laidOut = (layout: CardLayout): StoryObj => ({
  render: () => html`<news-article-card layout=${layout} .data=${fisheries}></news-article-card>`,
});

export default { title: 'Elements/Article card', component: 'news-article-card' } satisfies Meta;

/** Empty the headline and name a `story` (1001, 1007 or tram-six-all-night) to have it asked for. */
export const Playground: StoryObj = {
  args: {
    headline: tremor.headline,
    href: tremor.url,
    kicker: 'Science',
    standfirst: tremor.standfirst,
    image: pictureUrl('ice-has-a-memory'),
    by: 'Tobias Adeyinka',
    published: '2026-11-02T09:25:00+01:00',
  },
  argTypes: {
    layout: oneOf<CardLayout>('stacked', 'row', 'overlay', 'compact', 'headline-only', 'numbered'),
    loading: oneOf('eager', 'lazy'),
    source: sources,
    show: { control: 'text' },
    ratio: ratios,
  },
  render: (args) => served('card-playground', knows(), controlled('news-article-card', args)),
};

/** The page gives the story as an object. */
export const GivenData: StoryObj = {
  render: () => html`<news-article-card .data=${fisheries}></news-article-card>`,
  play: settles('ready'),
};

/** Without any API: all in attributes. */
export const ByHand: StoryObj = {
  render: () =>
    html`<news-article-card
      headline="Tram 6 will run all night from January"
      href="https://courier.example/tram-six-all-night"
      kicker="Transport"
      standfirst="A car every thirty minutes, from the container port to the hospital."
      image=${pictureUrl('tram-six-all-night')}
      by="Tobias Adeyinka"
      published="2026-11-20T12:00:00+01:00"
    ></news-article-card>`,
  play: settles('ready'),
};

/** Without any API: markup of the page's own in each place. */
export const InSlots: StoryObj = {
  render: () =>
    html`<news-article-card>
      <img slot="media" src=${pictureUrl('tram-six-all-night')} alt="" />
      <span slot="overline">Transport</span>
      <h3 slot="heading"><a href="https://courier.example/tram-six-all-night">Tram 6 will run <em>all night</em></a></h3>
      <p slot="summary">A car every <strong>thirty</strong> minutes.</p>
      <span slot="meta">From January</span>
    </news-article-card>`,
  play: settles('ready'),
};

/** Nothing is asked for: no story is named. The page's own link shows. */
export const Idle: StoryObj = {
  render: () => html`<news-article-card>${fallback}</news-article-card>`,
  play: settles('idle'),
};

export const Loading: StoryObj = {
  render: () => served('card-loading', isBusy(), html`<news-article-card story="1001"></news-article-card>`),
  play: settles('loading'),
};

/** What the page put inside shows until the story is there. */
export const LoadingWithFallback: StoryObj = {
  render: () =>
    served(
      'card-loading-fallback',
      isBusy(),
      html`<news-article-card story="1001">${fallback}</news-article-card>`,
    ),
  play: settles('loading'),
};

export const Ready: StoryObj = {
  render: () => served('card-ready', knows(), html`<news-article-card story="1001"></news-article-card>`),
  play: settles('ready'),
};

/** A reader follows the link; the page may go there in its own way. */
export const Followed: StoryObj = {
  tags: ['!autodocs'],
  render: () => html`<news-article-card .data=${fisheries}></news-article-card>`,
  play: ({ canvasElement }) => {
    const link = canvasElement.querySelector('news-article-card')?.shadowRoot?.querySelector('[part=link]');
    return userEvent.click(link as HTMLElement);
  },
};

/** The API does not know the story: what the page put inside stays. */
export const Empty: StoryObj = {
  render: () =>
    served('card-empty', knows([]), html`<news-article-card story="1001">${fallback}</news-article-card>`),
  play: settles('empty'),
};

export const EmptyWithSlot: StoryObj = {
  render: () =>
    served(
      'card-empty-slot',
      knows([]),
      html`<news-article-card story="1001"><p slot="empty">This story has been withdrawn.</p></news-article-card>`,
    ),
  play: settles('empty'),
};

export const Failed: StoryObj = {
  render: () => served('card-failed', fails(), html`<news-article-card story="1001"></news-article-card>`),
  play: settles('error'),
};

/** No button: asking again would not help. */
export const FailedForGood: StoryObj = {
  render: () =>
    served('card-failed-for-good', fails(404), html`<news-article-card story="1001"></news-article-card>`),
  play: settles('error'),
};

export const FailedWithFallback: StoryObj = {
  render: () =>
    served(
      'card-failed-fallback',
      fails(),
      html`<news-article-card story="1001">${fallback}</news-article-card>`,
    ),
  play: settles('error'),
};

export const FailedWithSlot: StoryObj = {
  render: () =>
    served(
      'card-failed-slot',
      fails(),
      html`<news-article-card story="1001"><p slot="error">The story is on page 3 of the printed paper.</p></news-article-card>`,
    ),
  play: settles('error'),
};

/** The story came once; bringing it up to date failed. */
export const Stale: StoryObj = {
  tags: ['!autodocs'],
  beforeEach: atNoon,
  render: () =>
    served('card-stale', failsLater(), html`<news-article-card story="1001"></news-article-card>`),
  play: settlesAgain('stale'),
};

export const Offline: StoryObj = {
  tags: ['!autodocs'],
  beforeEach: offlineAtNoon,
  render: () =>
    served('card-offline', failsLater(), html`<news-article-card story="1001"></news-article-card>`),
  play: settlesAgain('offline'),
};

export const Stacked: StoryObj = laidOut('stacked');
export const Row: StoryObj = laidOut('row');
export const Overlay: StoryObj = laidOut('overlay');
export const Compact: StoryObj = laidOut('compact');
export const HeadlineOnly: StoryObj = laidOut('headline-only');

/** Cards that follow one another count on. */
export const Numbered: StoryObj = {
  render: () =>
    html`${[fisheries, eastQuay, tremor].map(
      (story) => html`<news-article-card layout="numbered" .data=${story}></news-article-card>`,
    )}`,
};

/** Live, opinion, and for subscribers only. */
export const Labels: StoryObj = {
  render: () =>
    html`${[election, eastQuay, eels].map(
      (story) => html`<news-article-card layout="compact" .data=${story}></news-article-card>`,
    )}`,
};

export const AllPieces: StoryObj = {
  render: () =>
    html`<news-article-card
      show="picture kicker excerpt byline date reading-time comments"
      .data=${fisheries}
    ></news-article-card>`,
};

export const Ratio: StoryObj = {
  render: () => html`<news-article-card ratio="16/9" .data=${fisheries}></news-article-card>`,
};

export const NoPicture: StoryObj = {
  render: () => html`<news-article-card layout="row" .data=${tremor}></news-article-card>`,
};

export const LongWords: StoryObj = {
  render: () =>
    html`<div style="inline-size: 16rem"><news-article-card .data=${longWords}></news-article-card></div>`,
};

/** A row becomes a stack where there is no room beside one another. */
export const Narrow: StoryObj = {
  render: () =>
    html`<div style="inline-size: 16rem"><news-article-card layout="row" .data=${fisheries}></news-article-card></div>`,
};

/** An Urdu story on an Urdu page; the page brings the words. */
export const Urdu: StoryObj = {
  globals: { direction: 'rtl' },
  render: () =>
    html`<div lang="ur">
      <news-article-card layout="row" show="picture kicker excerpt byline date reading-time" .data=${mushaira}>
        <script type="application/json" data-news-messages>
          { "by": "تحریر:", "readingTime": "{n} منٹ کا مطالعہ" }
        </script>
      </news-article-card>
    </div>`,
};

/** An Urdu story among English ones. */
export const UrduOnEnglishPage: StoryObj = {
  render: () => html`<news-article-card layout="row" .data=${mushaira}></news-article-card>`,
};

export const Dark: StoryObj = {
  globals: { scheme: 'dark' },
  render: () =>
    html`<news-article-card layout="row" .data=${election}></news-article-card>
      <news-article-card layout="overlay" .data=${fisheries}></news-article-card>`,
};

export const ForcedColours: StoryObj = inForcedColours(Dark);

/** Words of the page's own, as JSON in the element. */
export const OwnWords: StoryObj = {
  render: () =>
    html`<news-article-card .data=${eastQuay}>
      <script type="application/json" data-news-messages>
        { "opinion": "Guest column", "by": "Words by" }
      </script>
    </news-article-card>`,
};

/** Tells what was asked for, of whom, and what came. */
export const Debug: StoryObj = {
  tags: ['!autodocs'],
  beforeEach: atNoon,
  render: () =>
    served('card-debug', knows(), html`<news-article-card debug story="1001"></news-article-card>`),
  play: settles('ready'),
};
