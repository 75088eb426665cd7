import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent } from 'storybook/test';
import '../src/elements/follow/define.js';
import { controlled, oneOf } from './controls.js';
import { inForcedColours } from './playing.js';

const everywhere = `https://www.facebook.com/courier https://www.instagram.com/courier https://x.com/courier
  https://www.youtube.com/@courier https://www.tiktok.com/@courier https://www.threads.com/@courier
  https://bsky.app/profile/courier.example https://mastodon.social/@courier https://www.linkedin.com/company/courier
  https://www.reddit.com/r/courier https://whatsapp.com/channel/courier https://t.me/courier
  https://apps.apple.com/app/courier /feed.xml /newsletters mailto:news@courier.example https://courier.example/radio`;
const some = 'https://mastodon.social/@courier https://www.youtube.com/@courier /newsletters /feed.xml';

export default { title: 'Elements/Follow', component: 'news-follow' } satisfies Meta;

export const Playground: StoryObj = {
  args: { links: some, name: 'The Courier' },
  argTypes: { variant: oneOf('named', 'icons') },
  render: (args) => controlled('news-follow', args),
};

/** All that is known by its address; anything else goes by the name of its host. */
export const Everywhere: StoryObj = {
  render: () => html`<news-follow links=${everywhere}></news-follow>`,
};

export const Icons: StoryObj = {
  render: () => html`<news-follow variant="icons" name="The Courier" links=${everywhere}></news-follow>`,
};

/** A reader goes to one of them; here the page stays. */
export const Followed: StoryObj = {
  tags: ['!autodocs'],
  render: () =>
    html`<news-follow links=${some} @click=${(event: Event) => event.preventDefault()}></news-follow>`,
  play: ({ canvasElement }) => {
    const link = canvasElement.querySelector('news-follow')?.shadowRoot?.querySelector('[part=link]');
    return userEvent.click(link as HTMLElement);
  },
};

/** The page gives the links as objects, with names and networks of their own. */
export const GivenData: StoryObj = {
  render: () =>
    html`<news-follow
      .data=${[
        { url: 'https://courier.town/@newsroom', network: 'mastodon' },
        { url: 'https://x.com/couriersport', name: 'Sports desk' },
      ]}
    ></news-follow>`,
};

/** Links in the element: shown as they are where no script runs. */
export const LinksInside: StoryObj = {
  render: () =>
    html`<news-follow>
      <ul>
        <li><a href="https://courier.town/@newsroom" data-network="mastodon">Our Mastodon</a></li>
        <li><a href="/feed.xml">All stories as a feed</a></li>
      </ul>
    </news-follow>`,
};

/** Nowhere to follow: what stands in the element stays. */
export const Empty: StoryObj = {
  render: () => html`<news-follow><p>The Courier is on paper only.</p></news-follow>`,
};

/** The words over the row as a heading of the page. */
export const WithHeading: StoryObj = {
  render: () =>
    html`<news-follow links=${some}><h2 slot="heading">Follow <em>The Courier</em></h2></news-follow>`,
};

export const Narrow: StoryObj = {
  render: () =>
    html`<div style="inline-size: 16rem"><news-follow name="The Courier" links=${everywhere}></news-follow></div>`,
};

export const LongWords: StoryObj = {
  render: () =>
    html`<div style="inline-size: 16rem">
      <news-follow name="Hauptstadtzeitungsverlagsgesellschaft" links=${some}></news-follow>
    </div>`,
};

export const Urdu: StoryObj = {
  globals: { direction: 'rtl' },
  render: () =>
    html`<div lang="ur">
      <news-follow
        name="کوریئر"
        label="ہم سے جڑیں"
        links=${some}
        .words=${{ on: '{network} پر {name}', newsletterOf: '{name} کا خبرنامہ', rssOf: '{name} کی فیڈ' }}
      ></news-follow>
    </div>`,
};

export const Dark: StoryObj = {
  globals: { scheme: 'dark' },
  render: () => html`<news-follow variant="icons" links=${everywhere}></news-follow>`,
};

export const ForcedColours: StoryObj = inForcedColours(Dark);

/** Words of the page's own, as JSON in the element. */
export const OwnWords: StoryObj = {
  render: () =>
    html`<news-follow name="The Courier" links=${some}>
      <script type="application/json" data-news-messages>
        { "label": "Stay in touch", "on": "{network}: {name}" }
      </script>
    </news-follow>`,
};
