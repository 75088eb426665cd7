import type { Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { NewsCommentForm } from '../src/elements/comment-form/comment-form.js';
import '../src/elements/comment-form/define.js';
import type { NewsCommentSubmitEvent } from '../src/elements/events.js';
import { defineSource, Problem, type Story } from '../src/index.js';
import { comments, fails, isBusy, knows, refuses, served, stores } from './api.js';
import { controlled, oneOf, sources } from './controls.js';
import { fisheries } from './fixtures.js';
import { inForcedColours, offline, settles } from './playing.js';

const fallback = html`<p><a href="https://courier.example/letters">Write a letter to the editors</a></p>`;

const form = html`<news-comment-form story="1001"></news-comment-form>`;

const comment = {
  text: 'My uncle fished those banks. He would have signed.',
  name: 'Runa Iversholt',
  email: 'runa@example.org',
};

/** Waits until a piece of the form is there. */
const piece = <E extends Element>(canvas: HTMLElement, selector: string): Promise<E> =>
  waitFor(() => {
    const found = canvas.querySelector('news-comment-form')?.shadowRoot?.querySelector<E>(selector);
    if (!found) throw new Error(`there is no ${selector}`);
    return found;
  });

const write = async (canvas: HTMLElement, fields: Record<string, string>): Promise<void> => {
  for (const [name, value] of Object.entries(fields))
    await userEvent.type(await piece(canvas, `[name="${name}"]`), value);
};

const send = async (canvas: HTMLElement): Promise<void> => userEvent.click(await piece(canvas, 'button'));

/** Writes a comment, sends it, and waits for what the form says. */
const says =
  (sentence: string) =>
  async ({ canvasElement }: StoryContext): Promise<void> => {
    await write(canvasElement, comment);
    await send(canvasElement);
    await waitFor(async () => expect(await piece(canvasElement, '.notice')).toHaveTextContent(sentence));
  };

defineSource({
  name: 'own-page-only',
  stories: (refs) => Promise.resolve(refs.map(() => fisheries)),
  list: () => Promise.resolve({ items: [] }),
  postComment: () => Promise.reject(new Problem('http', 'Not by script', 401, 'elsewhere')),
  handover: () => Promise.resolve({ action: 'https://courier.example/comments', fields: {} }),
});

/** A form whose comments only the site's own page takes. */
const elsewhere = (name: string): TemplateResult =>
  html`<news-comment-form
    api="https://${name}.courier.example"
    source="own-page-only"
    story="1001"
  ></news-comment-form>`;

/** Whatever form the page is left with, it stays. */
function staying(instead: () => void = () => undefined): () => void {
  const { submit } = HTMLFormElement.prototype;
  HTMLFormElement.prototype.submit = instead;
  return () => (HTMLFormElement.prototype.submit = submit);
}

/** As Firefox does where a policy keeps a form. */
const barred = (): never => {
  throw new Error('form-action');
};

export default {
  title: 'Elements/Comment form',
  component: 'news-comment-form',
  // What an earlier visitor wrote here is not part of a story.
  beforeEach: () => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('news-')) localStorage.removeItem(key);
    indexedDB.deleteDatabase('standfirst');
  },
} satisfies Meta;

export const Playground: StoryObj = {
  args: { story: '1001', 'privacy-url': 'https://courier.example/privacy' },
  argTypes: {
    loading: oneOf('eager', 'lazy'),
    source: sources,
  },
  render: (args) =>
    served('form-playground', comments(stores('held')), controlled('news-comment-form', args)),
};

/** The page gives the story as an object. */
export const GivenData: StoryObj = {
  render: () => html`<news-comment-form .data=${fisheries}></news-comment-form>`,
  play: settles('ready'),
};

/** It can be written in before it is known whether comments are open. */
export const Loading: StoryObj = {
  render: () => served('form-loading', isBusy(), form),
  play: settles('loading'),
};

export const Ready: StoryObj = {
  render: () => served('form-ready', knows(), form),
  play: settles('ready'),
};

/** The API does not know the story: what the page put inside shows. */
export const Empty: StoryObj = {
  render: () =>
    served('form-empty', knows([]), html`<news-comment-form story="1001">${fallback}</news-comment-form>`),
  play: settles('empty'),
};

export const EmptyWithSlot: StoryObj = {
  render: () =>
    served(
      'form-empty-slot',
      knows([]),
      html`<news-comment-form story="1001"><p slot="empty">This story takes no comments.</p></news-comment-form>`,
    ),
  play: settles('empty'),
};

/** The API cannot be read: the form stays, for it keeps what is written. */
export const Failed: StoryObj = {
  render: () => served('form-failed', fails(), form),
  play: settles('error'),
};

/** The API's address is none: nothing could ever be sent. */
export const FailedWithFallback: StoryObj = {
  render: () =>
    html`<news-comment-form api="ftp://courier.example" story="1001">${fallback}</news-comment-form>`,
  play: settles('error'),
};

/** Sent with an address that is none, and without a name; the first mistake is one step away. */
export const WithFaults: StoryObj = {
  tags: ['!autodocs'],
  render: () =>
    served(
      'form-faults',
      knows(),
      html`<news-comment-form story="1001" max-length="20"></news-comment-form>`,
    ),
  play: async ({ canvasElement }) => {
    await write(canvasElement, { text: comment.text, email: 'runa', website: 'salt' });
    await send(canvasElement);
    await expect((await piece(canvasElement, '.summary')).querySelectorAll('li')).toHaveLength(4);
  },
};

/** Half a comment was written before the page was left. */
export const DraftKept: StoryObj = {
  tags: ['!autodocs'],
  render: () => served('form-draft', knows(), form),
  play: async ({ canvasElement }) => {
    await write(canvasElement, { text: 'My uncle fished', name: comment.name });
    const left = canvasElement.querySelector('news-comment-form') as Element;
    left.replaceWith(left.cloneNode());
    await waitFor(async () =>
      expect(await piece(canvasElement, '.notice')).toHaveTextContent('We have kept the comment'),
    );
    await expect(await piece(canvasElement, 'textarea')).toHaveValue('My uncle fished');
  },
};

/** The page's own check takes its time. */
export const Sending: StoryObj = {
  tags: ['!autodocs'],
  render: () =>
    served(
      'form-sending',
      knows(),
      html`<news-comment-form
        story="1001"
        @news-comment-submit=${(event: NewsCommentSubmitEvent) => event.waitFor(new Promise(() => undefined))}
      ></news-comment-form>`,
    ),
  play: async ({ canvasElement }) => {
    await write(canvasElement, comment);
    await send(canvasElement);
    await waitFor(async () => expect(await piece(canvasElement, 'button')).toHaveTextContent('Sending'));
  },
};

export const Posted: StoryObj = {
  tags: ['!autodocs'],
  render: () => served('form-posted', comments(stores('approved')), form),
  play: says('Your comment is posted'),
};

/** It waits for a moderator. */
export const Held: StoryObj = {
  tags: ['!autodocs'],
  render: () => served('form-held', comments(stores('held')), form),
  play: says('waits for approval'),
};

/** It was sent before the page was left, and has not arrived: it waits in the form, and is sent by itself. */
export const Waiting: StoryObj = {
  tags: ['!autodocs'],
  render: () => served('form-waiting', comments(fails()), form),
  play: async (context) => {
    const { canvasElement } = context;
    await says('could not be sent yet')(context);
    const left = canvasElement.querySelector('news-comment-form') as Element;
    left.replaceWith(left.cloneNode());
    await waitFor(async () =>
      expect(await piece(canvasElement, '.notice')).toHaveTextContent('has not been sent yet'),
    );
    await expect(await piece(canvasElement, 'textarea')).toHaveValue(comment.text);
  },
};

/** A check against robots of the page's own stands over the button. */
export const Challenge: StoryObj = {
  render: () =>
    served(
      'form-challenge',
      comments(stores('held')),
      html`<news-comment-form story="1001">
        <p slot="challenge"><label>What is two and three? <input name="sum" size="3" autocomplete="off" /></label></p>
      </news-comment-form>`,
    ),
  play: settles('ready'),
};

export const Unreachable: StoryObj = {
  tags: ['!autodocs'],
  render: () => served('form-unreachable', comments(fails()), form),
  play: says('could not be sent yet'),
};

export const Offline: StoryObj = {
  tags: ['!autodocs'],
  beforeEach: offline,
  render: () => served('form-offline', comments(fails()), form),
  play: says('You are offline'),
};

export const TooFast: StoryObj = {
  tags: ['!autodocs'],
  render: () => served('form-too-fast', comments(refuses(429, 'too-fast')), form),
  play: says('too quickly'),
};

export const Spam: StoryObj = {
  tags: ['!autodocs'],
  render: () => served('form-spam', comments(refuses(422, 'spam')), form),
  play: says('taken for spam'),
};

/** A reason of the API's own. */
export const Refused: StoryObj = {
  tags: ['!autodocs'],
  render: () => served('form-refused', comments(refuses(422, 'Only in Latin, please.')), form),
  play: says('Only in Latin'),
};

export const Closed: StoryObj = {
  render: () => served('form-closed', knows(), html`<news-comment-form story="1007"></news-comment-form>`),
  play: settles('ready'),
};

/** The API's address is none: a form that could never be sent is not shown. */
export const Misnamed: StoryObj = {
  tags: ['!autodocs'],
  render: () => html`<news-comment-form api="ftp://courier.example" story="1001"></news-comment-form>`,
  play: settles('error'),
};

export const SignIn: StoryObj = {
  render: () => served('form-sign-in', knows(), html`<news-comment-form story="1002"></news-comment-form>`),
  play: settles('ready'),
};

const members: Story = { ...fisheries, comments: 'sign-in', signInUrl: 'https://courier.example/sign-in' };

export const SignInLink: StoryObj = {
  render: () => html`<news-comment-form .data=${members}></news-comment-form>`,
};

/** What was written before it was known that only members comment stays. */
export const SignInKnownLater: StoryObj = {
  tags: ['!autodocs'],
  render: () => html`<news-comment-form .data=${fisheries}></news-comment-form>`,
  play: async ({ canvasElement }) => {
    await write(canvasElement, comment);
    const written = canvasElement.querySelector('news-comment-form') as NewsCommentForm;
    written.data = members;
    await expect(await piece(canvasElement, '[part~=sign-in]')).toHaveTextContent('Sign in to comment.');
    await expect(await piece(canvasElement, 'textarea')).toHaveValue(comment.text);
  },
};

/** The API takes no comments by script, and does not say where they are taken: there is nowhere to go. */
export const Elsewhere: StoryObj = {
  tags: ['!autodocs'],
  render: () => served('form-elsewhere', comments(refuses(403, 'elsewhere')), form),
  play: says('the site takes it only on its own page'),
};

/** The API takes no comments by script: the reader goes to the site's own page with theirs. */
export const Leaving: StoryObj = {
  tags: ['!autodocs'],
  beforeEach: () => staying(),
  render: () => elsewhere('form-leaving'),
  play: says('You are taken there with yours'),
};

/** The reader is back from the site's own page. */
export const Away: StoryObj = {
  tags: ['!autodocs'],
  beforeEach: () => staying(),
  render: () => elsewhere('form-away'),
  play: async (context) => {
    const { canvasElement } = context;
    await says('You are taken there with yours')(context);
    const left = canvasElement.querySelector('news-comment-form') as Element;
    left.replaceWith(left.cloneNode());
    await waitFor(async () =>
      expect(await piece(canvasElement, '.notice')).toHaveTextContent('until you say that it has arrived'),
    );
    await expect(await piece(canvasElement, 'textarea')).toHaveValue(comment.text);
  },
};

/** The policy of this page lets no form go to the site's own page. */
export const Barred: StoryObj = {
  tags: ['!autodocs'],
  beforeEach: () => staying(barred),
  render: () => elsewhere('form-barred'),
  play: says('This page cannot take your comment'),
};

/** A heading of the page's own, and a link to what becomes of the details. */
export const OwnHeading: StoryObj = {
  render: () =>
    html`<news-comment-form privacy-url="https://courier.example/privacy" .data=${fisheries}>
      <h2 slot="heading">Were you <em>there</em>?</h2>
    </news-comment-form>`,
};

export const LongWords: StoryObj = {
  render: () =>
    html`<div style="inline-size: 16rem">
      <news-comment-form label="Binnenschifffahrtsverkehrsordnungswidrigkeiten" .data=${fisheries}>
        <script type="application/json" data-news-messages>
          {
            "note": "Kommentarveröffentlichungsvoraussetzungen",
            "email": "Kontaktaufnahmeermöglichungsadresse",
            "send": "Kommentarveröffentlichungsantrag absenden"
          }
        </script>
      </news-comment-form>
    </div>`,
};

export const Narrow: StoryObj = {
  render: () =>
    html`<div style="inline-size: 16rem"><news-comment-form .data=${fisheries}></news-comment-form></div>`,
};

/** On an Urdu page; the page brings the words. */
export const Urdu: StoryObj = {
  globals: { direction: 'rtl' },
  render: () =>
    html`<div lang="ur">
      <news-comment-form .data=${fisheries}>
        <script type="application/json" data-news-messages>
          {
            "heading": "تبصرہ کیجیے",
            "note": "آپ کا ای میل پتہ شائع نہیں کیا جائے گا۔ ضروری خانوں پر * کا نشان ہے",
            "name": "نام",
            "email": "ای میل",
            "website": "ویب سائٹ",
            "optional": "اختیاری",
            "text": "تبصرہ",
            "remember": "اگلے تبصرے کے لیے میرا نام، ای میل اور ویب سائٹ اس براؤزر میں یاد رکھیں۔",
            "send": "تبصرہ بھیجیے"
          }
        </script>
      </news-comment-form>
    </div>`,
};

/** Back from the site's own page, in Urdu. */
export const UrduAway: StoryObj = {
  globals: { direction: 'rtl' },
  tags: ['!autodocs'],
  beforeEach: () => staying(),
  render: () =>
    html`<div lang="ur">
      <news-comment-form api="https://form-urdu-away.courier.example" source="own-page-only" story="1001">
        <script type="application/json" data-news-messages>
          {
            "leaving": "یہ سائٹ تبصرے صرف اپنے صفحے پر لیتی ہے۔ آپ کو اپنے تبصرے کے ساتھ وہاں لے جایا جا رہا ہے …",
            "away": "آپ یہ تبصرہ سائٹ کے اپنے صفحے پر لے گئے تھے۔ جب تک آپ نہ بتائیں کہ وہ پہنچ گیا، یہ یہاں محفوظ ہے۔",
            "hasArrived": "پہنچ گیا",
            "again": "دوبارہ کوشش کیجیے"
          }
        </script>
      </news-comment-form>
    </div>`,
  play: async (context) => {
    const { canvasElement } = context;
    await says('وہاں لے جایا جا رہا ہے')(context);
    const left = canvasElement.querySelector('news-comment-form') as Element;
    left.replaceWith(left.cloneNode(true));
    await waitFor(async () => expect(await piece(canvasElement, '.notice')).toHaveTextContent('پہنچ گیا'));
  },
};

export const Dark: StoryObj = {
  globals: { scheme: 'dark' },
  tags: ['!autodocs'],
  render: () => served('form-dark', knows(), form),
  play: async ({ canvasElement }) => {
    await write(canvasElement, { name: comment.name, email: 'runa' });
    await send(canvasElement);
    await piece(canvasElement, '.summary');
  },
};

export const ForcedColours: StoryObj = inForcedColours(Dark);

/** Words of the page's own, as JSON in the element. */
export const OwnWords: StoryObj = {
  render: () =>
    html`<news-comment-form .data=${fisheries}>
      <script type="application/json" data-news-messages>
        { "heading": "Tell us what you think", "text": "Your view", "send": "Have it printed" }
      </script>
    </news-comment-form>`,
};
