import type { Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../src/elements/search/define.js';
import type { SearchMode } from '../src/elements/search/search.js';
import { fails, failsLater, isBusy, knows, served } from './api.js';
import { controlled, oneOf } from './controls.js';
import { longWords, mushaira } from './fixtures.js';
import { atNoon, inForcedColours, offline, settles } from './playing.js';

type Play = (context: StoryContext) => Promise<void>;

/** Waits until a piece of the search is there. */
const piece = <E extends Element>(canvas: HTMLElement, selector: string): Promise<E> =>
  waitFor(() => {
    const found = canvas.querySelector('news-search')?.shadowRoot?.querySelector<E>(selector);
    if (!found) throw new Error(`there is no ${selector}`);
    return found;
  });

/** Types, as a reader does. */
const typing =
  (words: string): Play =>
  async ({ canvasElement }) =>
    userEvent.type(await piece(canvasElement, 'input'), words);

/** Presses the button that unfolds the search or opens its dialog. */
const opening: Play = async ({ canvasElement }) =>
  userEvent.click(await piece(canvasElement, '[part=opener]'));

const then =
  (...steps: Play[]): Play =>
  async (context) => {
    for (const step of steps) await step(context);
  };

const search = html`<news-search></news-search>`;

export default { title: 'Elements/Search', component: 'news-search' } satisfies Meta;

/** The API knows eight stories: look for `the`, `tram` or `eel`. */
export const Playground: StoryObj = {
  argTypes: { mode: oneOf<SearchMode>('inline', 'expand', 'dialog'), loading: oneOf('eager', 'lazy') },
  render: (args) => served('search-playground', knows(), controlled('news-search', args)),
};

/** Nothing is looked for yet. */
export const Idle: StoryObj = { render: () => served('search-idle', knows(), search) };

export const Loading: StoryObj = {
  tags: ['!autodocs'],
  render: () => served('search-loading', isBusy(), search),
  play: then(typing('tram'), settles('loading')),
};

export const Ready: StoryObj = {
  tags: ['!autodocs'],
  render: () => served('search-ready', knows(), search),
  play: then(typing('the'), settles('ready')),
};

/** Nothing was found. */
export const Empty: StoryObj = {
  tags: ['!autodocs'],
  render: () => served('search-empty', knows(), search),
  play: then(typing('volcano'), settles('empty')),
};

export const EmptyWithSlot: StoryObj = {
  tags: ['!autodocs'],
  render: () =>
    served(
      'search-empty-slot',
      knows(),
      html`<news-search>
        <p slot="empty">Older stories are in the <a href="https://courier.example/archive">archive</a>.</p>
      </news-search>`,
    ),
  play: then(typing('volcano'), settles('empty')),
};

export const Failed: StoryObj = {
  tags: ['!autodocs'],
  render: () => served('search-failed', fails(), search),
  play: then(typing('tram'), settles('error')),
};

export const Offline: StoryObj = {
  tags: ['!autodocs'],
  beforeEach: offline,
  render: () => served('search-offline', fails(), search),
  play: then(typing('tram'), settles('error')),
};

/** What was found is not up to date. */
export const Stale: StoryObj = {
  tags: ['!autodocs'],
  beforeEach: atNoon,
  render: () => served('search-stale', failsLater(), search),
  play: then(typing('tram'), settles('ready'), async ({ canvasElement }) => {
    canvasElement.querySelector('news-search')?.reload();
    await piece(canvasElement, '[part=age]');
  }),
};

/** A button for the next page leads to the first story that came. */
export const More: StoryObj = {
  tags: ['!autodocs'],
  render: () => served('search-more', knows(), html`<news-search limit="2"></news-search>`),
  play: then(typing('the'), settles('ready'), async ({ canvasElement }) => {
    await userEvent.click(await piece(canvasElement, '.further button'));
    const root = canvasElement.querySelector('news-search')?.shadowRoot;
    await waitFor(() => expect(root?.querySelectorAll('[part=result]').length).toBeGreaterThan(2));
    await expect(root?.activeElement).toBe(root?.querySelectorAll('[part=link]')[2]);
  }),
};

/** A reader follows what was found; the page may go there in its own way. */
export const Followed: StoryObj = {
  tags: ['!autodocs'],
  render: () => served('search-followed', knows(), search),
  play: then(typing('the'), settles('ready'), async ({ canvasElement }) =>
    userEvent.click(await piece(canvasElement, '[part=link]')),
  ),
};

/** The site has a page of results: Enter and a link lead there. */
export const WithAction: StoryObj = {
  tags: ['!autodocs'],
  render: () =>
    served(
      'search-action',
      knows(),
      html`<news-search action="https://courier.example/find" name="s" label="Find a story"></news-search>`,
    ),
  play: then(typing('the'), settles('ready')),
};

export const Expand: StoryObj = {
  render: () => served('search-expand', knows(), html`<news-search mode="expand"></news-search>`),
};

export const Expanded: StoryObj = {
  tags: ['!autodocs'],
  render: () =>
    served(
      'search-expanded',
      knows(),
      html`<news-search mode="expand"></news-search>
        <p>What stands under the button stays where it is.</p>`,
    ),
  play: then(opening, typing('the'), settles('ready')),
};

export const Dialog: StoryObj = {
  render: () => served('search-dialog', knows(), html`<news-search mode="dialog"></news-search>`),
};

export const DialogOpen: StoryObj = {
  tags: ['!autodocs'],
  render: () => served('search-dialog-open', knows(), html`<news-search mode="dialog"></news-search>`),
  play: then(opening, typing('the'), settles('ready')),
};

export const LongWords: StoryObj = {
  tags: ['!autodocs'],
  render: () =>
    served(
      'search-long',
      knows([longWords]),
      html`<div style="inline-size: 16rem">
        <news-search label="Binnenschifffahrtsverkehrsordnungswidrigkeiten finden"></news-search>
      </div>`,
    ),
  play: then(typing('binnenschifffahrt'), settles('ready')),
};

export const Narrow: StoryObj = {
  tags: ['!autodocs'],
  render: () =>
    served('search-narrow', knows(), html`<div style="inline-size: 16rem"><news-search></news-search></div>`),
  play: then(typing('the'), settles('ready')),
};

/** On an Urdu page; the page brings the words. */
export const Urdu: StoryObj = {
  tags: ['!autodocs'],
  globals: { direction: 'rtl' },
  render: () =>
    served(
      'search-urdu',
      knows([mushaira]),
      html`<div lang="ur">
        <news-search>
          <script type="application/json" data-news-messages>
            {
              "label": "آپ کیا ڈھونڈ رہے ہیں؟",
              "search": "تلاش",
              "found": { "one": "«{words}» کے لیے {n} خبر", "other": "«{words}» کے لیے {n} خبریں" }
            }
          </script>
        </news-search>
      </div>`,
    ),
  play: then(typing('اردو'), settles('ready')),
};

export const Dark: StoryObj = {
  tags: ['!autodocs'],
  globals: { scheme: 'dark' },
  render: () => served('search-dark', knows(), html`<news-search mode="expand"></news-search>`),
  play: then(opening, typing('the'), settles('ready')),
};

export const ForcedColours: StoryObj = inForcedColours(Dark);

/** Words of the page's own, as JSON in the element. */
export const OwnWords: StoryObj = {
  render: () =>
    html`<news-search>
      <script type="application/json" data-news-messages>
        { "label": "What did you miss?", "search": "Look" }
      </script>
    </news-search>`,
};
