import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import '../src/elements/comment-count/define.js';
import { fails, failsLater, isBusy, knows, served } from './api.js';
import { controlled, oneOf, sources } from './controls.js';
import { eels, fisheries, longWords, mushaira, tram } from './fixtures.js';
import { atNoon, inForcedColours, offlineAtNoon, settles, settlesAgain } from './playing.js';

const fallback = html`<a href="https://courier.example/grey-sound-spring-closure#comments">Discuss</a>`;

const count = html`<news-comment-count story="1001"></news-comment-count>`;

export default { title: 'Elements/Comment count', component: 'news-comment-count' } satisfies Meta;

export const Playground: StoryObj = {
  args: { story: '1001' },
  argTypes: { loading: oneOf('eager', 'lazy'), source: sources },
  render: (args) => served('count-playground', knows(), controlled('news-comment-count', args)),
};

/** The page gives the story as an object. */
export const GivenData: StoryObj = {
  render: () => html`<news-comment-count .data=${fisheries}></news-comment-count>`,
  play: settles('ready'),
};

export const Loading: StoryObj = {
  render: () => served('count-loading', isBusy(), count),
  play: settles('loading'),
};

export const Ready: StoryObj = {
  render: () => served('count-ready', knows(), count),
  play: settles('ready'),
};

/** The link leads to the story's page, and the page may go there in its own way. */
export const Followed: StoryObj = {
  tags: ['!autodocs'],
  render: () => served('count-followed', knows(), count),
  play: async (context) => {
    await settles('ready')(context);
    const element = context.canvasElement.querySelector('news-comment-count');
    await userEvent.click(element?.shadowRoot?.querySelector('[part=link]') as HTMLElement);
  },
};

/** Nobody has said anything yet: an invitation. */
export const Zero: StoryObj = {
  render: () => html`<news-comment-count .data=${{ ...tram, commentCount: 0 }}></news-comment-count>`,
};

/** Closed before anybody said anything: nothing. */
export const Closed: StoryObj = {
  render: () =>
    html`<news-comment-count .data=${{ ...tram, commentCount: 0, comments: 'closed' }}></news-comment-count>`,
  play: settles('empty'),
};

/** The API does not know the story: what the page put inside shows. */
export const Empty: StoryObj = {
  render: () =>
    served('count-empty', knows([]), html`<news-comment-count story="1001">${fallback}</news-comment-count>`),
  play: settles('empty'),
};

export const EmptyWithSlot: StoryObj = {
  render: () =>
    served(
      'count-empty-slot',
      knows([]),
      html`<news-comment-count story="1001"><span slot="empty">No comments here</span></news-comment-count>`,
    ),
  play: settles('empty'),
};

/** No number is known: a link without one, where the address is. */
export const Failed: StoryObj = {
  render: () =>
    served('count-failed', fails(), html`<news-comment-count story=${fisheries.url}></news-comment-count>`),
  play: settles('error'),
};

export const FailedWithFallback: StoryObj = {
  render: () =>
    served(
      'count-failed-fallback',
      fails(),
      html`<news-comment-count story="1001">${fallback}</news-comment-count>`,
    ),
  play: settles('error'),
};

/** The number came once; bringing it up to date failed. It stays, and makes no fuss. */
export const Stale: StoryObj = {
  tags: ['!autodocs'],
  beforeEach: atNoon,
  render: () => served('count-stale', failsLater(), count),
  play: settlesAgain('stale'),
};

export const Offline: StoryObj = {
  tags: ['!autodocs'],
  beforeEach: offlineAtNoon,
  render: () => served('count-offline', failsLater(), count),
  play: settlesAgain('offline'),
};

/** Many on one page ask once. */
export const Many: StoryObj = {
  render: () =>
    served(
      'count-many',
      knows(),
      html`<ul>
        ${[fisheries, tram, eels].map(
          ({ id, headline }) =>
            html`<li>${headline} · <news-comment-count story=${id}></news-comment-count></li>`,
        )}
      </ul>`,
    ),
  play: async (context) => {
    await settles('ready')(context);
    await expect(context.canvasElement.querySelectorAll('news-comment-count')).toHaveLength(3);
  },
};

export const LongWords: StoryObj = {
  render: () =>
    html`<news-comment-count .data=${{ ...longWords, commentCount: 1_234_567 }}></news-comment-count>`,
};

export const Narrow: StoryObj = {
  render: () =>
    html`<div style="inline-size: 5rem"><news-comment-count .data=${fisheries}></news-comment-count></div>`,
};

export const Urdu: StoryObj = {
  globals: { direction: 'rtl' },
  render: () =>
    html`<div lang="ur">
      <news-comment-count
        .data=${{ ...mushaira, commentCount: 1234 }}
        .words=${{ comments: '{n} تبصرے', about: 'بر' }}
      ></news-comment-count>
    </div>`,
};

export const Dark: StoryObj = {
  globals: { scheme: 'dark' },
  render: () => html`<news-comment-count .data=${fisheries}></news-comment-count>`,
};

export const ForcedColours: StoryObj = inForcedColours(Dark);

/** Words of the page's own, as JSON in the element. */
export const OwnWords: StoryObj = {
  render: () =>
    html`<news-comment-count .data=${fisheries}>
      <script type="application/json" data-news-messages>
        { "comments": { "one": "{n} letter", "other": "{n} letters" } }
      </script>
    </news-comment-count>`,
};
