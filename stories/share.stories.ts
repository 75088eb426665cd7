import type { Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/elements/share/define.js';
import { controlled, oneOf } from './controls.js';
import { inForcedColours } from './playing.js';

const url = 'https://courier.example/2026/sea-wall';
const headline = 'Sea wall to rise by a metre';
const everything = 'copy email print facebook x bluesky threads whatsapp telegram linkedin reddit';

/** Gives this browser a part that it may lack, or takes it away. */
const having = (name: 'share' | 'clipboard', value: unknown) => (): (() => void) => {
  Object.defineProperty(navigator, name, { value, configurable: true });
  return () => Reflect.deleteProperty(navigator, name);
};

/** Presses the button that copies. */
const copies = async ({ canvasElement }: StoryContext, shows: string): Promise<void> => {
  const root = canvasElement.querySelector('news-share')?.shadowRoot;
  root?.querySelector('button')?.click();
  await waitFor(() => expect(root?.textContent).toContain(shows));
};

export default { title: 'Elements/Share', component: 'news-share' } satisfies Meta;

export const Playground: StoryObj = {
  args: { url, headline, ways: `sheet ${everything}` },
  argTypes: { variant: oneOf('named', 'icons') },
  render: (args) => controlled('news-share', args),
};

/** Without any setting: the page's own address and title. */
export const Plain: StoryObj = { render: () => html`<news-share></news-share>` };

export const Icons: StoryObj = {
  render: () => html`<news-share variant="icons" url=${url} ways=${everything}></news-share>`,
};

/** Where the system has a sheet of its own, it may stand alone. */
export const SystemsSheet: StoryObj = {
  beforeEach: having('share', () => Promise.resolve()),
  render: () => html`<news-share ways="sheet" url=${url} headline=${headline}></news-share>`,
};

export const Copied: StoryObj = {
  beforeEach: having('clipboard', { writeText: () => Promise.resolve() }),
  render: () => html`<news-share ways="copy print" url=${url}></news-share>`,
  play: (context) => copies(context, 'The link is copied.'),
};

/** The clipboard is closed: the reader copies the link from a field. */
export const ClosedClipboard: StoryObj = {
  beforeEach: having('clipboard', undefined),
  render: () => html`<news-share ways="copy print" url=${url}></news-share>`,
  play: (context) => copies(context, 'Copy this link:'),
};

/** The words over the row as a heading of the page. */
export const WithHeading: StoryObj = {
  render: () => html`<news-share url=${url}><h2 slot="heading">Send this <em>story</em></h2></news-share>`,
};

export const Narrow: StoryObj = {
  render: () =>
    html`<div style="inline-size: 16rem"><news-share url=${url} ways=${everything}></news-share></div>`,
};

export const LongWords: StoryObj = {
  render: () =>
    html`<div style="inline-size: 16rem">
      <news-share url=${url} label="Weiterempfehlungsmöglichkeiten"></news-share>
    </div>`,
};

export const Urdu: StoryObj = {
  globals: { direction: 'rtl' },
  render: () =>
    html`<div lang="ur">
      <news-share
        url=${url}
        .words=${{ share: 'شیئر کریں', copy: 'لنک کاپی کریں', email: 'ای میل', print: 'پرنٹ کریں' }}
      ></news-share>
    </div>`,
};

export const Dark: StoryObj = {
  globals: { scheme: 'dark' },
  render: () => html`<news-share variant="icons" url=${url} ways=${everything}></news-share>`,
};

export const ForcedColours: StoryObj = inForcedColours(Dark);

/** Words of the page's own, as JSON in the element. */
export const OwnWords: StoryObj = {
  render: () =>
    html`<news-share url=${url}>
      <script type="application/json" data-news-messages>
        { "label": "Pass it on", "copy": "Take the link" }
      </script>
    </news-share>`,
};
