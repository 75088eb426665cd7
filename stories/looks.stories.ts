import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { UPDATE_GLOBALS } from 'storybook/internal/core-events';
import { addons } from 'storybook/preview-api';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { frontPage } from './lab/front-page.js';
import { keepOwnCss, ownCss } from './lab/own-css.js';
import { PartsMap } from './lab/parts-map.js';
import { ThemeLab } from './lab/theme-lab.js';

// Here, not in their own files: a bundler drops files that only do something, as package.json allows.
customElements.define('theme-lab', ThemeLab);
customElements.define('parts-map', PartsMap);

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
    const contrast = (): string => form.getByText(/^\s*Contrast:/).textContent.trim();
    lab.load('{ "news": { "color-live": { "$type": "color", "$value": "#ffff00" } } }');
    await lab.updateComplete;
    await expect(contrast()).toBe('Contrast: too low for color live (light)');
    lab.load(made);
    await expect(lab.css).toContain('--news-size-headline: 3em');
    await expect(lab.said).toBe('Loaded.');
    await lab.updateComplete;
    await expect(contrast()).toBe('Contrast: enough everywhere');
    await userEvent.selectOptions(form.getByLabelText('Begin with'), 'broadsheet');
    await expect(lab.css).toContain('--news-size-headline: 1.375em');
    // A file brings the theme with it that it began as, parts and all.
    lab.load(worn);
    await expect(lab.css).toBe(wire);
    await lab.updateComplete;
    await expect(form.getByLabelText('Begin with')).toHaveValue('wire');
  },
};

/** What of each element can be styled, and where it is. */
export const TokensAndParts: StoryObj = {
  render: () => html`<parts-map class="token-map"></parts-map>`,
  play: async ({ canvasElement }) => {
    const card = canvasElement.querySelector('news-article-card') as HTMLElement;
    const headline = (): Element => card.shadowRoot?.querySelector('[part~=headline]') as Element;
    await waitFor(() => expect(headline()).toBeTruthy());
    const section = within(card.closest('section') as HTMLElement);
    const button = section.getByRole('button', { name: '::part(headline)' });
    await userEvent.hover(button);
    await waitFor(() => expect(getComputedStyle(headline()).outlineStyle).toBe('solid'));
    await expect(button).toHaveAttribute('aria-pressed', 'true');
  },
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
