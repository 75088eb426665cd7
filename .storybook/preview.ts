import '@fontsource/noto-nastaliq-urdu/400.css';
import '@fontsource/noto-nastaliq-urdu/700.css';
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { configure } from 'storybook/test';
import manifest from './manifest.js';
import './preview.css';

setCustomElementsManifest(manifest);

// A second, the default, is short where many browsers share a machine.
configure({ asyncUtilTimeout: 10_000 });

/** Links lead nowhere here: a story would be left, and its addresses are invented. */
const stay = (event: Event): void => event.preventDefault();

export default {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    layout: 'fullscreen',
    docs: { source: { excludeDecorators: true } },
    controls: { expanded: true },
    options: { storySort: { method: 'alphabetical', order: ['Elements', ['Provider']] } },
  },
  globalTypes: {
    scheme: {
      description: 'Colour scheme of the page',
      toolbar: { title: 'Scheme', icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true },
    },
    direction: {
      description: 'Direction of the page',
      toolbar: { title: 'Direction', icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true },
    },
  },
  initialGlobals: { scheme: 'light', direction: 'ltr' },
  // Attributes alone are set by controls; the rest of the manifest is there to be read.
  argTypesEnhancers: [
    ({ argTypes }) =>
      Object.fromEntries(
        Object.entries(argTypes).map(([name, argType]) => [
          name,
          argType.table?.category === 'attributes' ? argType : { ...argType, control: false },
        ]),
      ),
  ],
  decorators: [
    (story, { globals }) =>
      html`<div
        class="page ${globals.scheme}"
        dir=${globals.direction}
        lang="en"
        @news-navigate=${stay}
      >
        <main>${story()}</main>
      </div>`,
  ],
} satisfies Preview;
