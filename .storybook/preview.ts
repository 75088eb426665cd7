/// <reference types="vite/client" />
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { configure } from 'storybook/test';
import manifest from './manifest.js';
import { showOwnCss } from '../stories/lab/own-css.js';
import { sheetOf, themes } from '../stories/lab/themes.js';
import './fonts.css';
import './preview.css';

setCustomElementsManifest(manifest);

const sheet = document.createElement('style');
sheet.textContent = themes.map((theme) => sheetOf(theme)).join('');
document.head.append(sheet);

/** English, and every language that has a file of words. */
const languages = Object.keys(import.meta.glob('../src/kit/words/*.ts'))
  .map((path) => path.replace(/.*\/|\.ts$/g, ''))
  .filter((name) => !['load', 'say'].includes(name));

const tool = (title: string, icon: string, description: string, items: unknown[]): object => ({
  description,
  toolbar: { title, icon, items, dynamicTitle: true },
});

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
    options: {
      storySort: {
        method: 'alphabetical',
        order: [
          'Guide',
          ['Start', 'Theming', 'Content APIs', 'Accessibility', 'Without JavaScript', 'Moving here'],
          'Looks',
          'Elements',
          ['Provider'],
        ],
      },
    },
  },
  globalTypes: {
    brand: tool('Brand', 'paintbrush', 'A theme, or none: the page alone', [
      { value: 'none', title: 'no theme' },
      ...themes.map(({ name }) => name),
    ]),
    scheme: tool('Scheme', 'contrast', 'Colour scheme of the page', ['light', 'dark']),
    direction: tool('Direction', 'transfer', 'Direction of the page; its words are those of the language', [
      'ltr',
      'rtl',
    ]),
    width: tool('Width', 'grow', 'Width of the place in which the elements stand', [
      { value: '16rem', title: 'narrow: 16rem' },
      { value: '24rem', title: 'a column: 24rem' },
      { value: '40rem', title: 'a page: 40rem' },
      { value: 'full', title: 'all there is' },
    ]),
    language: tool('Language', 'globe', 'Language of the page', languages),
    css: tool('My CSS', 'edit', 'What you put in at Looks / My CSS', [
      { value: 'off', title: 'My CSS: off' },
      { value: 'on', title: 'My CSS: on' },
    ]),
  },
  initialGlobals: {
    brand: 'none',
    scheme: 'light',
    direction: 'ltr',
    width: '40rem',
    language: 'en',
    css: 'off',
  },
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
    (story, { globals: { brand, scheme, direction, width, language, css } }) => {
      showOwnCss(css === 'on');
      return html`<div
        class="page ${scheme} news-${brand} news-${scheme}"
        dir=${direction}
        lang=${language}
        @news-navigate=${stay}
      >
        <main style="max-inline-size: ${width === 'full' ? 'none' : width}">${story()}</main>
      </div>`;
    },
  ],
} satisfies Preview;
