import type { Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../src/elements/comments/define.js';
import type { Comment } from '../src/model/index.js';
import { discusses, fails, isBusy, knows, refuses, served, stores } from './api.js';
import { controlled, oneOf, sources } from './controls.js';
import { longWords, remarks, stories } from './fixtures.js';
import { atNoon, inForcedColours, offlineAtNoon, settles } from './playing.js';
import type { NewsComments } from '../src/elements/comments/comments.js';
import type { RequestFunction } from '../src/content/content-api.js';

const fallback = html`<p><a href="https://courier.example/letters">Write a letter to the editors</a></p>`;

const comments = html`<news-comments story="1001" loading="eager"></news-comments>`;

/** Waits until a piece of the discussion is there. */
const piece = <E extends Element>(canvas: HTMLElement, selector: string): Promise<E> =>
  waitFor(
    () => {
      const found = canvas.querySelector('news-comments')?.shadowRoot?.querySelector<E>(selector);
      if (!found) throw new Error(`there is no ${selector}`);
      return found;
    },
    { timeout: 5_000 },
  );

const press = async (canvas: HTMLElement, selector: string): Promise<void> =>
  userEvent.click(await piece(canvas, selector));

/** Writes a comment in the form and sends it. */
const say = async (canvas: HTMLElement): Promise<void> => {
  await press(canvas, '[name=open]');
  const comment = { text: 'Well said.', name: 'Runa', email: 'runa@example.org' };
  for (const [name, value] of Object.entries(comment))
    await userEvent.type(await piece(canvas, `[part~=input][name=${name}]`), value);
  await press(canvas, 'form button');
};

/** Answers first with these comments, and then with those. */
const grows = (first: readonly Comment[], then: RequestFunction): RequestFunction => {
  let answer = discusses(first);
  return (url, init) => {
    const current = answer;
    if (url.includes('/comments?')) answer = then;
    return current(url, init);
  };
};

const again = async ({ canvasElement }: StoryContext): Promise<NewsComments> => {
  const element = canvasElement.querySelector('news-comments') as NewsComments;
  await waitFor(() => expect(element.contentState).toBe('ready'));
  element.reload();
  return element;
};

export default {
  title: 'Elements/Comments',
  component: 'news-comments',
  // What an earlier visitor wrote here is not part of a story.
  beforeEach: () => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('news-')) localStorage.removeItem(key);
  },
} satisfies Meta;

export const Playground: StoryObj = {
  args: { story: '1001', loading: 'eager', limit: 3 },
  argTypes: {
    order: oneOf('newest', 'oldest'),
    loading: oneOf('eager', 'lazy'),
    source: sources,
  },
  render: (args) =>
    served('comments-playground', discusses(remarks, stores('approved')), controlled('news-comments', args)),
};

/** The page gives the comments as objects. */
export const GivenData: StoryObj = {
  render: () => html`<news-comments .data=${remarks}></news-comments>`,
  play: settles('ready'),
};

export const Loading: StoryObj = {
  render: () => served('comments-loading', isBusy(), comments),
  play: settles('loading'),
};

export const Ready: StoryObj = {
  render: () => served('comments-ready', discusses(remarks), comments),
  play: settles('ready'),
};

/** Nobody has said anything yet: readers are invited. */
export const Empty: StoryObj = {
  render: () => served('comments-empty', discusses([]), comments),
  play: settles('empty'),
};

export const EmptyWithSlot: StoryObj = {
  render: () =>
    served(
      'comments-empty-slot',
      discusses([]),
      html`<news-comments story="1001" loading="eager"><p slot="empty">Be the first.</p></news-comments>`,
    ),
  play: settles('empty'),
};

export const Failed: StoryObj = {
  render: () => served('comments-failed', fails(), comments),
  play: settles('error'),
};

export const FailedWithFallback: StoryObj = {
  render: () =>
    served(
      'comments-failed-fallback',
      fails(),
      html`<news-comments story="1001" loading="eager">${fallback}</news-comments>`,
    ),
  play: settles('error'),
};

/** The discussion came once; bringing it up to date failed. */
export const Stale: StoryObj = {
  tags: ['!autodocs'],
  beforeEach: atNoon,
  render: () => served('comments-stale', grows(remarks, fails()), comments),
  play: async (context) => {
    const element = await again(context);
    await waitFor(() => expect(element.contentState).toBe('stale'));
  },
};

export const Offline: StoryObj = {
  tags: ['!autodocs'],
  beforeEach: offlineAtNoon,
  render: () => served('comments-offline', grows(remarks, fails()), comments),
  play: async (context) => {
    const element = await again(context);
    await waitFor(() => expect(element.contentState).toBe('offline'));
  },
};

/** The form on the story, from the start. */
export const Open: StoryObj = {
  render: () =>
    served(
      'comments-open',
      discusses(remarks),
      html`<news-comments story="1001" loading="eager" open privacy-url="https://courier.example/privacy"></news-comments>`,
    ),
  play: async ({ canvasElement }) => {
    await expect(await piece(canvasElement, '[part=privacy]')).toBeVisible();
  },
};

/** A reply under what it answers. */
export const Reply: StoryObj = {
  tags: ['!autodocs'],
  render: () => served('comments-reply', discusses(remarks), comments),
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[name=reply][value="2"]');
    await expect(await piece(canvasElement, '[part=reply-to]')).toHaveTextContent('Reply to Philippa Oake');
  },
};

/** A comment waits for a moderator: its writer sees it in its place. */
export const Held: StoryObj = {
  tags: ['!autodocs'],
  render: () => served('comments-held', discusses(remarks, stores('held')), comments),
  play: async ({ canvasElement }) => {
    await say(canvasElement);
    await expect(await piece(canvasElement, '.held')).toBeVisible();
  },
};

/** The API does not take a comment: it stays in the form. */
export const Refused: StoryObj = {
  tags: ['!autodocs'],
  render: () => served('comments-refused', discusses(remarks, refuses(422, 'spam')), comments),
  play: async ({ canvasElement }) => {
    await say(canvasElement);
    await waitFor(async () => expect(await piece(canvasElement, 'form .notice')).toHaveTextContent(/./));
    await expect(await piece(canvasElement, 'textarea')).toHaveValue('Well said.');
  },
};

/** Nothing was written: the form says what is missing. */
export const WithFaults: StoryObj = {
  tags: ['!autodocs'],
  render: () => served('comments-faults', discusses(remarks), comments),
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[name=open]');
    await press(canvasElement, 'form button');
    await expect(await piece(canvasElement, '[part=summary]')).toBeVisible();
  },
};

const asks = (comments: 'closed' | 'sign-in'): RequestFunction => {
  const known = stories.map((story) => ({
    ...story,
    comments,
    signInUrl: 'https://courier.example/sign-in',
  }));
  return (url, init) => (url.includes('/stories') ? knows(known) : discusses(remarks))(url, init);
};

/** Only members comment. */
export const SignIn: StoryObj = {
  tags: ['!autodocs'],
  render: () => served('comments-sign-in', asks('sign-in'), comments),
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[name=open]');
    await expect(await piece(canvasElement, '[part=sign-in]')).toHaveTextContent('Sign in');
  },
};

/** Comments are closed, as the page's other elements already know. */
export const Closed: StoryObj = {
  tags: ['!autodocs'],
  render: () => served('comments-closed', asks('closed'), comments),
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[name=open]');
    await expect(await piece(canvasElement, '.closed')).toHaveTextContent('Comments are closed.');
  },
};

/** New comments wait until the reader wants them. */
export const NewComments: StoryObj = {
  tags: ['!autodocs'],
  render: () => served('comments-new', grows(remarks.slice(0, 7), discusses(remarks)), comments),
  play: async (context) => {
    await again(context);
    await expect(await piece(context.canvasElement, '[name=new]')).toHaveTextContent('2 new comments');
  },
};

export const Report: StoryObj = {
  tags: ['!autodocs'],
  render: () => served('comments-report', discusses(remarks), comments),
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[name=report][value="9"]');
    await expect(await piece(canvasElement, '.report')).toHaveTextContent('Tell the moderators');
  },
};

/** The button stays in its place, and the focus goes to the first comment that came. */
export const More: StoryObj = {
  tags: ['!autodocs'],
  render: () =>
    served(
      'comments-more',
      discusses(remarks),
      html`<news-comments story="1001" loading="eager" limit="2"></news-comments>`,
    ),
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[name=more]');
    await waitFor(async () =>
      expect(await piece(canvasElement, '[role=status]')).toHaveTextContent('7 more comments'),
    );
  },
};

/** Answers are not indented: each names what it answers. */
export const Flat: StoryObj = {
  render: () => html`<news-comments max-depth="0" .data=${remarks}></news-comments>`,
};

export const LongWords: StoryObj = {
  render: () =>
    html`<div style="inline-size: 16rem">
      <news-comments
        .data=${remarks.slice(0, 4).map((one) => ({ ...one, author: longWords.headline, text: longWords.headline }))}
      ></news-comments>
    </div>`,
};

export const Narrow: StoryObj = {
  render: () => html`<div style="inline-size: 16rem"><news-comments .data=${remarks}></news-comments></div>`,
};

export const Urdu: StoryObj = {
  globals: { direction: 'rtl' },
  render: () => html`<div lang="ur"><news-comments label="تبصرے" .data=${remarks}></news-comments></div>`,
};

export const Dark: StoryObj = {
  globals: { scheme: 'dark' },
  render: () => html`<news-comments .data=${remarks}></news-comments>`,
};

export const ForcedColours: StoryObj = inForcedColours(Dark);

/** Words of the page's own, as JSON in the element. */
export const OwnWords: StoryObj = {
  render: () =>
    html`<news-comments .data=${remarks}>
      <script type="application/json" data-news-messages>
        { "open": "Have your say", "comments": { "one": "{n} letter", "other": "{n} letters" } }
      </script>
    </news-comments>`,
};
