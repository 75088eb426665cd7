import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/article-card/define.js';
import '../src/elements/byline/define.js';
import '../src/elements/comment-form/define.js';
import '../src/elements/pull-quote/define.js';
import '../src/elements/related-stories/define.js';
import type { RequestFunction } from '../src/content/content-api.js';
import type { NewsProvider } from '../src/elements/provider/provider.js';
import { comments, knows, served, stores } from './api.js';
import { controlled, oneOf, sources } from './controls.js';
import { mushaira, tram } from './fixtures.js';
import { settles } from './playing.js';

const card = html`<news-article-card layout="row" story="1001"></news-article-card>`;

const signedIn: RequestFunction = (url, { headers, ...init }) =>
  knows([{ ...tram, kicker: 'Preview', headline: 'Tram 6 will run all night from February' }])(url, {
    ...init,
    headers: { ...headers, Authorization: 'Bearer of good news' },
  });

export default { title: 'Elements/Provider', component: 'news-provider' } satisfies Meta;

/** Whatever address is named here, the same few stories answer. */
export const Playground: StoryObj = {
  args: { api: 'https://provider.courier.example' },
  argTypes: { source: sources, credentials: oneOf('omit', 'same-origin', 'include') },
  render: (args) => {
    const provider = controlled('news-provider', args) as NewsProvider;
    provider.request = knows();
    const served = document.createElement('news-article-card');
    served.setAttribute('story', '1001');
    provider.append(served);
    return provider;
  },
  play: settles('ready'),
};

/** One address for all that a page has to show. */
export const WholePage: StoryObj = {
  render: () =>
    served(
      'provider-page',
      comments(stores('held')),
      html`<news-byline story="1001"></news-byline>
        <news-pull-quote story="1001"></news-pull-quote>
        <news-byline variant="box" story="1001"></news-byline>
        <news-related-stories story="1001"></news-related-stories>
        <news-comment-form story="1001"></news-comment-form>`,
    ),
  play: settles('ready'),
};

/** A partner's stories inside a page of our own: the nearest provider serves. */
export const Nested: StoryObj = {
  render: () =>
    served(
      'provider-outer',
      knows(),
      html`${card}<div>${served('provider-inner', knows([{ ...mushaira, id: '1001' }]), card)}</div>`,
    ),
  play: settles('ready'),
};

/** Requests go out by a function of the page's own: here with a sign-in, for a story that is not public yet. */
export const OwnRequest: StoryObj = {
  render: () =>
    served(
      'provider-request',
      signedIn,
      html`<news-article-card layout="row" story="1007"></news-article-card>`,
    ),
  play: settles('ready'),
};

/** The API is named when the elements are there already. */
export const Late: StoryObj = {
  tags: ['!autodocs'],
  render: () => html`<news-provider .request=${knows()}>${card}</news-provider>`,
  play: async (context) => {
    const provider = context.canvasElement.querySelector('news-provider') as NewsProvider;
    provider.api = 'https://provider-late.courier.example';
    await settles('ready')(context);
  },
};

/** No API is named anywhere: after a second the elements say so, unless the page put something inside them. */
export const NoApi: StoryObj = {
  render: () =>
    html`<news-provider
      >${card}<news-article-card story="1001"
        ><a href="https://courier.example/">The page’s own link</a></news-article-card
      ></news-provider
    >`,
  play: settles('error'),
};
