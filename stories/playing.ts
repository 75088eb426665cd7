import type { StoryContext, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import type { ContentElement } from '../src/elements/content-element.js';

// What the stories do before and after they are shown.

type Play = (context: StoryContext) => Promise<void>;
type Data = ContentElement<unknown>;

const tags = [
  'article-card',
  'pull-quote',
  'byline',
  'related-stories',
  'comment-form',
  'comments',
  'comment-count',
  'search',
  'article',
];

const find = (canvas: HTMLElement): Data =>
  canvas.querySelector(tags.map((tag) => `news-${tag}`).join()) as Data;

const becomes = (element: Data, state: Data['contentState']): Promise<void> =>
  waitFor(() => expect(element.contentState).toBe(state));

/** Waits until the story's first element is in that state. */
export const settles =
  (state: Data['contentState']): Play =>
  ({ canvasElement }) =>
    becomes(find(canvasElement), state);

/** Asks again, when the API that answered first has begun to fail. */
export const settlesAgain =
  (state: 'stale' | 'offline'): Play =>
  async ({ canvasElement }) => {
    const element = find(canvasElement);
    await becomes(element, 'ready');
    element.reload();
    await becomes(element, state);
  };

/** Stops the clock, for a sentence that tells the time. */
export const atNoon = (): (() => void) => {
  const { now } = Date;
  Date.now = () => Date.parse('2026-11-22T12:00:00Z');
  return () => (Date.now = now);
};

/** Takes the browser's connection away. */
export const offline = (): (() => void) => {
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
  return () => Reflect.deleteProperty(navigator, 'onLine');
};

export const offlineAtNoon = (): (() => void) => {
  const undo = [atNoon(), offline()];
  return () => undo.forEach((one) => one());
};

/** A story for the colours of the reader's system. A page cannot turn them on: the tests do, and developer tools. */
export const inForcedColours = (story: StoryObj): StoryObj => ({
  ...story,
  parameters: {
    docs: {
      description: {
        story:
          'In the colours of the reader’s system. Emulate `forced-colors: active` in the developer tools (Rendering) to see it.',
      },
    },
  },
});
