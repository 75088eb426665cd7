import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/byline/define.js';
import { fails, failsLater, isBusy, knows, served } from './api.js';
import { controlled, oneOf, sources } from './controls.js';
import { fisheries, humaira, longWords, marit, mushaira, pictureUrl, piet, tobias } from './fixtures.js';
import { atNoon, inForcedColours, offlineAtNoon, settles, settlesAgain } from './playing.js';

const fallback = html`By <a href="https://courier.example/by/marit-halloran">Marit Halloran</a>`;

export default { title: 'Elements/Byline', component: 'news-byline' } satisfies Meta;

/** Empty the name and choose a `story` (1001 or 1019) to have its authors asked for. */
export const Playground: StoryObj = {
  args: {
    by: 'Marit Halloran',
    'by-role': 'Diplomatic editor',
    href: 'https://courier.example/by/marit-halloran',
    portrait: pictureUrl('portrait-marit-halloran'),
    variant: 'box',
  },
  argTypes: {
    variant: oneOf('line', 'box'),
    loading: oneOf('eager', 'lazy'),
    source: sources,
  },
  render: (args) => served('byline-playground', knows(), controlled('news-byline', args)),
};

/** The page gives the authors as objects; a whole story does as well. */
export const GivenData: StoryObj = {
  render: () => html`<news-byline .data=${[marit, tobias, piet]}></news-byline>`,
  play: settles('ready'),
};

/** Without any API: all in attributes. */
export const ByHand: StoryObj = {
  render: () =>
    html`<news-byline by="Maud Kerrow" href="https://courier.example/by/maud-kerrow"></news-byline>`,
  play: settles('ready'),
};

/** Without any API: links of the page's own. */
export const InSlots: StoryObj = {
  render: () =>
    html`<news-byline>
      <span slot="authors"><a href="https://courier.example/by/maud-kerrow">Maud Kerrow</a> in Great Thole</span>
    </news-byline>`,
  play: settles('ready'),
};

/** Without an API for a while: what the page put inside shows. */
export const Idle: StoryObj = {
  render: () => html`<news-byline story="1001">${fallback}</news-byline>`,
  play: settles('idle'),
};

export const Loading: StoryObj = {
  render: () => served('byline-loading', isBusy(), html`<news-byline story="1001"></news-byline>`),
  play: settles('loading'),
};

/** What the page put inside shows until the names are there. */
export const LoadingWithFallback: StoryObj = {
  render: () =>
    served('byline-loading-fallback', isBusy(), html`<news-byline story="1001">${fallback}</news-byline>`),
  play: settles('loading'),
};

export const Ready: StoryObj = {
  render: () => served('byline-ready', knows(), html`<news-byline story="1001"></news-byline>`),
  play: settles('ready'),
};

/** The API does not know the story: what the page put inside stays. */
export const Empty: StoryObj = {
  render: () => served('byline-empty', knows([]), html`<news-byline story="1001">${fallback}</news-byline>`),
  play: settles('empty'),
};

export const EmptyWithSlot: StoryObj = {
  render: () =>
    served(
      'byline-empty-slot',
      knows([]),
      html`<news-byline story="1001"><span slot="empty">From our newsroom</span></news-byline>`,
    ),
  play: settles('empty'),
};

export const Failed: StoryObj = {
  render: () => served('byline-failed', fails(), html`<news-byline story="1001"></news-byline>`),
  play: settles('error'),
};

export const FailedWithFallback: StoryObj = {
  render: () =>
    served('byline-failed-fallback', fails(), html`<news-byline story="1001">${fallback}</news-byline>`),
  play: settles('error'),
};

/** The names came once; bringing them up to date failed. */
export const Stale: StoryObj = {
  tags: ['!autodocs'],
  beforeEach: atNoon,
  render: () => served('byline-stale', failsLater(), html`<news-byline story="1001"></news-byline>`),
  play: settlesAgain('stale'),
};

export const Offline: StoryObj = {
  tags: ['!autodocs'],
  beforeEach: offlineAtNoon,
  render: () => served('byline-offline', failsLater(), html`<news-byline story="1001"></news-byline>`),
  play: settlesAgain('offline'),
};

export const Line: StoryObj = {
  render: () => html`<news-byline variant="line" .data=${fisheries}></news-byline>`,
};

export const Box: StoryObj = {
  render: () => html`<news-byline variant="box" .data=${fisheries}></news-byline>`,
};

/** Initials stand in for a portrait. */
export const NoPicture: StoryObj = {
  render: () => html`<news-byline variant="box" .data=${[piet]}></news-byline>`,
};

export const LongWords: StoryObj = {
  render: () =>
    html`<div style="inline-size: 16rem">
      <news-byline .data=${longWords}></news-byline>
      <news-byline variant="box" .data=${longWords}></news-byline>
    </div>`,
};

export const Narrow: StoryObj = {
  render: () =>
    html`<div style="inline-size: 16rem"><news-byline variant="box" .data=${fisheries}></news-byline></div>`,
};

/** An Urdu story on an Urdu page; the page brings the words. */
export const Urdu: StoryObj = {
  globals: { direction: 'rtl' },
  render: () =>
    html`<div lang="ur">
      <news-byline label="تحریر:" .data=${mushaira}></news-byline>
      <news-byline variant="box" label="تحریر" .data=${mushaira}></news-byline>
    </div>`,
};

/** An Urdu name among English ones. */
export const UrduOnEnglishPage: StoryObj = {
  render: () => html`<news-byline .data=${[marit, humaira, tobias]}></news-byline>`,
};

export const Dark: StoryObj = {
  globals: { scheme: 'dark' },
  render: () => html`<news-byline variant="box" .data=${[marit, piet]}></news-byline>`,
};

export const ForcedColours: StoryObj = inForcedColours(Dark);

/** Words of the page's own, as JSON in the element. */
export const OwnWords: StoryObj = {
  render: () =>
    html`<news-byline .data=${fisheries}>
      <script type="application/json" data-news-messages>
        { "by": "Reported by" }
      </script>
    </news-byline>`,
};
