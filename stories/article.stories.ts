import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/article/define.js';
import '../src/elements/pull-quote/define.js';
import type { Story } from '../src/model/index.js';
import { fails, failsLater, isBusy, knows, served } from './api.js';
import { controlled, oneOf, sources } from './controls.js';
import {
  closure,
  eastQuay,
  eels,
  election,
  fisheries,
  longWords,
  mushairaWhole,
  tremor,
  pictureUrl,
} from './fixtures.js';
import { atNoon, inForcedColours, offlineAtNoon, settles, settlesAgain } from './playing.js';

const whole = (): ReturnType<typeof knows> => knows([closure, mushairaWhole]);
const fallback = html`<p><a href="https://courier.example/world">More from the world</a></p>`;
const article = (name: string, request = whole(), inside: unknown = '') =>
  served(`article-${name}`, request, html`<news-article story="1001">${inside}</news-article>`);
const given = (story: Story): StoryObj => ({
  render: () => html`<news-article .data=${story}></news-article>`,
  play: settles('ready'),
});

export default { title: 'Elements/Article', component: 'news-article' } satisfies Meta;

export const Playground: StoryObj = {
  args: { story: '1001', dateline: 'Port Alder' },
  argTypes: { loading: oneOf('eager', 'lazy'), source: sources },
  render: (args) => served('article-playground', whole(), controlled('news-article', args)),
};

/** Asked of the API by its id. */
export const Ready: StoryObj = { render: () => article('ready'), play: settles('ready') };

/** The page gives the story as an object. */
export const GivenData: StoryObj = given(closure);

/** The page's own HTML, which reads the same without any script. */
export const InSlots: StoryObj = {
  render: () =>
    html`<news-article>
      <p slot="kicker">City</p>
      <h1 slot="heading">Tram 6 will run all night from January</h1>
      <p slot="standfirst">A car every thirty minutes, from the container port to the hospital.</p>
      <p slot="byline">By <a rel="author" href="https://courier.example/by/tobias-adeyinka">Tobias Adeyinka</a></p>
      <div slot="body">
        <p>The first car leaves the container port at half past midnight.</p>
        <p>The last one meets the first of the morning at the hospital, and turns round.</p>
      </div>
    </news-article>`,
  play: settles('ready'),
};

/** Headline and standfirst stand in the page; the rest is asked for. */
export const HeadlineInPage: StoryObj = {
  render: () =>
    article(
      'headline',
      whole(),
      html`<h1 slot="heading">Four nations close the Grey Sound</h1>
        <p slot="standfirst">A pact, signed at four in the morning.</p>`,
    ),
  play: settles('ready'),
};

/** What a publisher puts between paragraphs. */
export const BetweenParagraphs: StoryObj = {
  render: () =>
    article(
      'inserts',
      whole(),
      html`<aside slot="after-2"><hr /><a href="https://courier.example/letters">Get the harbour letter</a><hr /></aside>`,
    ),
  play: settles('ready'),
};

export const Paywall: StoryObj = {
  render: () =>
    html`<news-article .data=${{ ...eels, body: '<p>She was looking for her shoe.</p>' }}>
      <p slot="paywall"><a href="https://courier.example/subscribe">Subscribe to read on</a></p>
    </news-article>`,
  play: settles('ready'),
};

/** Films and posts of other sites load at once: all, or those of the hosts that are named. */
export const EmbedsAllowed: StoryObj = {
  render: () => html`<news-article
      allow-embeds
      .data=${{ ...closure, body: closure.body?.replace('https://films.courier.example/embed/fish-hall', pictureUrl('grey-sound-spring-closure')) }}
    ></news-article>`,
  play: settles('ready'),
};

export const Idle: StoryObj = {
  render: () => html`<news-article .data=${undefined}>${fallback}</news-article>`,
};
export const Loading: StoryObj = { render: () => article('loading', isBusy()), play: settles('loading') };
export const LoadingWithFallback: StoryObj = {
  render: () => article('loading-fallback', isBusy(), fallback),
  play: settles('loading'),
};
export const LoadingWithHeadline: StoryObj = {
  render: () => article('loading-headline', isBusy(), html`<h1 slot="heading">${closure.headline}</h1>`),
  play: settles('loading'),
};
export const Empty: StoryObj = {
  render: () => article('empty', knows([]), fallback),
  play: settles('empty'),
};
export const EmptyWithSlot: StoryObj = {
  render: () => article('empty-slot', knows([]), html`<p slot="empty">This story is no longer here.</p>`),
  play: settles('empty'),
};
export const Failed: StoryObj = { render: () => article('failed', fails()), play: settles('error') };
export const FailedWithFallback: StoryObj = {
  render: () => article('failed-fallback', fails(), fallback),
  play: settles('error'),
};
export const Stale: StoryObj = {
  tags: ['!autodocs'],
  beforeEach: atNoon,
  render: () => article('stale', failsLater()),
  play: settlesAgain('stale'),
};
export const Offline: StoryObj = {
  tags: ['!autodocs'],
  beforeEach: offlineAtNoon,
  render: () => article('offline', failsLater()),
  play: settlesAgain('offline'),
};

export const Live: StoryObj = given({ ...election, body: '<p>Two mules are still on the way.</p>' });
export const Opinion: StoryObj = given({
  ...eastQuay,
  body: '<p>A wall is a promise to build a higher one.</p>',
});
export const NoPicture: StoryObj = given({ ...tremor, body: '<p>The cats have gone back to sleep.</p>' });

/** More than a year old: readers are told. */
export const Old: StoryObj = given({
  ...fisheries,
  published: '2019-11-21T06:10:00+01:00',
  body: closure.body ?? '',
});

/** A picture that does not come leaves no hole. */
export const BrokenPicture: StoryObj = given({
  ...closure,
  picture: { src: 'data:image/png;base64,bG9zdA==', caption: 'Never seen.' },
});

export const Narrow: StoryObj = {
  render: () => html`<div style="inline-size: 18rem"><news-article .data=${closure}></news-article></div>`,
  play: settles('ready'),
};
export const LongWords: StoryObj = {
  render: () =>
    html`<div style="inline-size: 18rem">
      <news-article .data=${{ ...longWords, body: `<p>${longWords.standfirst ?? ''}</p>` }}></news-article>
    </div>`,
  play: settles('ready'),
};
export const Urdu: StoryObj = {
  globals: { direction: 'rtl' },
  render: () => html`<div lang="ur"><news-article .data=${mushairaWhole}></news-article></div>`,
  play: settles('ready'),
};
export const UrduOnEnglishPage: StoryObj = given(mushairaWhole);
export const Dark: StoryObj = { ...given(closure), globals: { scheme: 'dark' } };

export const ForcedColours: StoryObj = inForcedColours(Dark);

/** Words of the page's own, as JSON in the element. */
export const OwnWords: StoryObj = {
  render: () =>
    article(
      'own-words',
      whole(),
      html`<script type="application/json" data-news-messages>
        { "correction": "We were wrong", "updated": "Changed {time}", "load": "Show what {host} has" }
      </script>`,
    ),
  play: settles('ready'),
};
