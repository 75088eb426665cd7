/// <reference types="vite/client" />
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { UPDATE_GLOBALS } from 'storybook/internal/core-events';
import { addons } from 'storybook/preview-api';
import { expect, userEvent, within } from 'storybook/test';
import manifestText from '../custom-elements.json?raw';
import { frontPage } from './lab/front-page.js';
import { keepOwnCss, ownCss } from './lab/own-css.js';
import { ThemeLab } from './lab/theme-lab.js';

// Here, not in its own file: a bundler drops files that only do something, as package.json allows.
customElements.define('theme-lab', ThemeLab);

export default { title: 'Looks', tags: ['!autodocs'], globals: { width: 'full' } } satisfies Meta;

/** The toolbar chooses the theme. */
export const FrontPage: StoryObj = { render: frontPage };

/** Turn tokens, see a page change, and take the result with you as CSS or JSON. */
export const ThemeLabPage: StoryObj = {
  name: 'Theme lab',
  globals: { brand: 'none', direction: 'ltr', scheme: 'light' },
  render: () => html`<theme-lab></theme-lab>`,
};

/** What the lab does is tried apart: a designer who opens it finds it at rest. */
export const ThemeLabTried: StoryObj = {
  ...ThemeLabPage,
  name: 'Theme lab, tried',
  tags: ['!dev'],
  play: async ({ canvasElement }) => {
    const lab = canvasElement.querySelector('theme-lab') as ThemeLab;
    await lab.updateComplete;
    const form = within(lab.querySelector('form') as HTMLFormElement);
    const tracking = form.getByLabelText<HTMLInputElement>('size headline, em');
    await userEvent.clear(tracking);
    await userEvent.type(tracking, '3');
    await expect(lab.css).toContain('--news-size-headline: 3em');
    const made = lab.json;
    await userEvent.type(tracking, '{backspace}-3');
    await expect(lab.css).toContain('--news-size-headline: 3em');
    await userEvent.selectOptions(form.getByLabelText('Begin with'), 'wire');
    await expect(lab.css).not.toContain('3em;');
    const wire = lab.css;
    const worn = lab.json;
    lab.load('{ "news"');
    await expect(lab.said).toContain('Nothing was changed');
    lab.load(
      JSON.stringify({
        news: {
          radius: { $type: 'number', $value: 1 },
          'color-accent': { $type: 'color', $value: '#123456' },
          measure: { $type: 'dimension', $value: { value: 700, unit: 'px' } },
          'size-titel': null,
        },
      }),
    );
    await expect(lab.said).toBe(
      'Loaded, but for what does not fit: measure (a number of ch is needed), size-titel (no token of ours).',
    );
    await expect(lab.css).toContain('--news-radius: 1em;');
    await expect(lab.css).toContain('#123456');
    lab.load(made);
    await expect(lab.css).toContain('--news-size-headline: 3em');
    await expect(lab.said).toBe('Loaded.');
    await userEvent.selectOptions(form.getByLabelText('Begin with'), 'broadsheet');
    await expect(lab.css).toContain('--news-size-headline: 1.375em');
    // A file brings the theme with it that it began as, parts and all.
    lab.load(worn);
    await expect(lab.css).toBe(wire);
    await lab.updateComplete;
    await expect(form.getByLabelText('Begin with')).toHaveValue('wire');
  },
};

interface Entry {
  name: string;
  description?: string;
}

interface Declaration {
  tagName?: string;
  cssParts?: Entry[];
  cssProperties?: Entry[];
}

const { modules } = JSON.parse(manifestText) as { modules: { declarations?: Declaration[] }[] };

const told = (entries: Entry[], spelled: (name: string) => string): TemplateResult =>
  html`<dl>
    ${entries.map(
      ({ name, description }) =>
        html`<div>
          <dt><code>${spelled(name)}</code></dt>
          <dd>${description}</dd>
        </div>`,
    )}
  </dl>`;

const map = (): TemplateResult[] =>
  modules
    .flatMap(({ declarations = [] }) => declarations)
    .flatMap(({ tagName, cssParts = [], cssProperties = [] }) =>
      tagName ? [{ tagName, cssParts, cssProperties }] : [],
    )
    .sort((a, b) => (a.tagName < b.tagName ? -1 : 1))
    .map(
      ({ tagName, cssParts, cssProperties }) =>
        html`<section>
          <h2><code>${tagName}</code></h2>
          <h3>Tokens</h3>
          ${told(cssProperties, (name) => name)}
          <h3>Parts</h3>
          ${told(cssParts, (name) => `::part(${name})`)}
        </section>`,
    );

/** What of each element can be styled: its tokens and parts, as the manifest has them. */
export const TokensAndParts: StoryObj = {
  render: () => html`<div class="token-map"><h1>Tokens and parts</h1>${map()}</div>`,
};

/** Paste your style sheet, or its address, and all stories wear it while "My CSS" is on in the toolbar. */
export const MyCss: StoryObj = {
  name: 'My CSS',
  render: () => {
    const keep = (event: Event): void => {
      event.preventDefault();
      const area = (event.target as HTMLFormElement).elements.namedItem('css') as HTMLTextAreaElement;
      keepOwnCss(area.value);
      // As the toolbar would: it comes to be worn here, and in all other stories.
      addons.getChannel().emit(UPDATE_GLOBALS, { globals: { css: 'on' } });
    };
    return html`<form class="own-css" @submit=${keep}>
        <label
          >CSS, or the address of a style sheet
          <textarea name="css" rows="10" spellcheck="false" .value=${ownCss()}></textarea>
        </label>
        <button>Wear it</button>
        <p role="status"></p>
        <p>It stays while this tab is open. "My CSS" in the toolbar takes it off and on again in every story.</p>
      </form>
      ${frontPage()}`;
  },
};
