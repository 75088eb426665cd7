import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/copyright/define.js';
import { controlled } from './controls.js';
import { inForcedColours } from './playing.js';

const policies = html`<a slot="links" href="/ethics">Ethics</a> <a slot="links" href="/corrections">Corrections</a>
  <a slot="links" href="/ownership">Ownership</a> <a slot="links" href="/privacy">Privacy</a>
  <a slot="links" href="/contact">Contact</a>`;

export default { title: 'Elements/Copyright', component: 'news-copyright' } satisfies Meta;

export const Playground: StoryObj = {
  args: { holder: 'The Courier', since: '2021', until: '' },
  render: (args) => controlled('news-copyright', args),
};

export const Year: StoryObj = {
  render: () => html`<news-copyright holder="The Courier" since="2021"></news-copyright>`,
};

export const Range: StoryObj = {
  render: () => html`<news-copyright holder="The Courier" since="1887" until="2021"></news-copyright>`,
};

/** The last year is that in which the page is read. */
export const UntilNow: StoryObj = {
  tags: ['!autodocs'],
  render: () => html`<news-copyright holder="The Courier" since="1887" until="now"></news-copyright>`,
};

export const WithLinks: StoryObj = {
  render: () => html`<news-copyright holder="The Courier" since="2021">${policies}</news-copyright>`,
};

/** Without a holder, what stands in the element stays. */
export const Empty: StoryObj = {
  render: () => html`<news-copyright><p>All rights reserved.</p></news-copyright>`,
};

export const Narrow: StoryObj = {
  render: () =>
    html`<div style="inline-size: 16rem">
      <news-copyright holder="The Courier" since="2021">${policies}</news-copyright>
    </div>`,
};

export const LongWords: StoryObj = {
  render: () =>
    html`<div style="inline-size: 12rem">
      <news-copyright holder="Hauptstadtzeitungsverlagsgesellschaft" since="2021"></news-copyright>
    </div>`,
};

export const Urdu: StoryObj = {
  globals: { direction: 'rtl' },
  render: () =>
    html`<div lang="ur">
      <news-copyright
        holder="روزنامہ کوریئر"
        since="2021"
        .words=${{ line: 'جملہ حقوق © {years} {holder}' }}
      ></news-copyright>
    </div>`,
};

export const Dark: StoryObj = {
  globals: { scheme: 'dark' },
  render: () => html`<news-copyright holder="The Courier" since="2021">${policies}</news-copyright>`,
};

export const ForcedColours: StoryObj = inForcedColours(Dark);

/** Words of the page's own, as JSON in the element. */
export const OwnWords: StoryObj = {
  render: () =>
    html`<news-copyright holder="The Courier" since="2021">
      <script type="application/json" data-news-messages>
        { "line": "{holder} © {years}" }
      </script>
    </news-copyright>`,
};
