/// <reference types="vite/client" />
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type CSSResult, type TemplateResult } from 'lit';
import { expect, userEvent, within } from 'storybook/test';
import manifestText from '../custom-elements.json?raw';
import { frontPage } from './lab/front-page.js';
import { keepOwnCss, ownCss, showOwnCss } from './lab/own-css.js';
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
  play: async ({ canvasElement }) => {
    const lab = canvasElement.querySelector('theme-lab') as ThemeLab;
    await lab.updateComplete;
    const form = within(lab.querySelector('form') as HTMLFormElement);
    const tracking = form.getByLabelText<HTMLInputElement>('size headline, em');
    await userEvent.clear(tracking);
    await userEvent.type(tracking, '3');
    await expect(lab.css).toContain('--news-size-headline: 3em');
    const made = lab.json;
    await userEvent.selectOptions(form.getByLabelText('Begin with'), 'wire');
    await expect(lab.css).not.toContain('3em;');
    lab.load('{ "news"');
    await expect(lab.said).toContain('Nothing was changed');
    lab.load(made);
    await expect(lab.css).toContain('--news-size-headline: 3em');
    await expect(lab.said).toBe('Loaded.');
    await userEvent.selectOptions(form.getByLabelText('Begin with'), 'broadsheet');
    await expect(lab.css).toContain('--news-size-headline: 1.375em');
  },
};

interface Declaration {
  tagName?: string;
  cssParts?: { name: string; description?: string }[];
}

const { modules } = JSON.parse(manifestText) as { modules: { declarations?: Declaration[] }[] };

/** The custom properties that an element's style sheets read, in order. */
function tokensRead(tag: string): string[] {
  const { elementStyles = [] } = customElements.get(tag) as unknown as { elementStyles?: CSSResult[] };
  const text = elementStyles.map(({ cssText }) => cssText).join('');
  return [...new Set([...text.matchAll(/var\((--news-[a-z-]+)/g)].map(([, name]) => name ?? ''))].sort();
}

const map = (): TemplateResult[] =>
  modules
    .flatMap(({ declarations = [] }) => declarations)
    .flatMap(({ tagName, cssParts = [] }) => (tagName ? [{ tagName, cssParts }] : []))
    .sort((a, b) => (a.tagName < b.tagName ? -1 : 1))
    .map(
      ({ tagName, cssParts }) =>
        html`<section>
          <h2><code>${tagName}</code></h2>
          <h3>Tokens</h3>
          <p>${tokensRead(tagName).map((token) => html`<code>${token}</code> `)}</p>
          <h3>Parts</h3>
          <dl>
            ${cssParts.map(
              ({ name, description }) =>
                html`<div>
                  <dt><code>::part(${name})</code></dt>
                  <dd>${description}</dd>
                </div>`,
            )}
          </dl>
        </section>`,
    );

/** What of each element can be styled: the tokens are read from its style sheets, the parts from the manifest. */
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
      showOwnCss(true);
    };
    return html`<form class="own-css" @submit=${keep}>
        <label
          >CSS, or the address of a style sheet
          <textarea name="css" rows="10" spellcheck="false" .value=${ownCss()}></textarea>
        </label>
        <button>Wear it</button>
        <p>It stays while this tab is open. "My CSS" in the toolbar takes it off and on again in every story.</p>
      </form>
      ${frontPage()}`;
  },
};
