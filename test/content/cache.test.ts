import { LitElement } from 'lit';
import { Cache } from '../../src/content/cache.js';
import { ContentController, type ContentHost } from '../../src/content/controller.js';
import { storyQuestion, type Question } from '../../src/content/questions.js';
import type { Story } from '../../src/model/index.js';
import { expect, impatiently, later, scriptedApi, stories } from './support.js';

/** The least element that shows a story. */
class TestStory extends LitElement implements ContentHost<Story | undefined> {
  api = '';
  readonly refreshEvery = 0;
  readonly content = new ContentController<Story | undefined>(this);
  /** How it stood, each time when that changed. */
  readonly states: string[] = [];
  #settled!: () => void;
  readonly whenSettled = new Promise<void>((done) => (this.#settled = done));

  question(): Question<Story | undefined> {
    return storyQuestion('1');
  }
  isEmpty(value: Story | undefined): boolean {
    return !value;
  }
  settled(): void {
    this.#settled();
  }
  override render(): void {
    const { state, value } = this.content;
    const now = value ? `${state}: ${value.headline}` : state;
    if (this.states.at(-1) !== now) this.states.push(now);
  }
}
customElements.define('test-story', TestStory);

async function shown(api: string): Promise<string[]> {
  const element = Object.assign(new TestStory(), { api });
  document.body.append(element);
  await element.whenSettled;
  await element.updateComplete;
  element.remove();
  return element.states;
}

const minute = 60_000;

describe('an answer that is kept', () => {
  impatiently();
  const [story] = stories(1);
  const answer = (headline: string) => ({ body: { items: [{ ...story, headline }] } });

  it('is shown for a minute without asking, then shown while it is asked for again', async () => {
    const { api, log } = await scriptedApi([answer('Old'), answer('New')]);
    expect(await shown(api)).to.deep.equal(['loading', 'ready: Old']);
    expect((await shown(api)).at(-1)).to.equal('ready: Old');
    expect((await later(minute - 5_000, () => shown(api))).at(-1)).to.equal('ready: Old');
    expect(await log()).to.have.length(1);

    const states = await later(minute + 1, () => shown(api));
    expect(states.slice(-2)).to.deep.equal(['ready: Old', 'ready: New']);
    expect(await log()).to.have.length(2);
  });

  it('stays on show when asking again fails, and is said to be old', async () => {
    const { api } = await scriptedApi([answer('Old'), { status: 404, body: {} }]);
    await shown(api);
    expect((await later(minute + 1, () => shown(api))).slice(-2)).to.deep.equal(['ready: Old', 'stale: Old']);
  });

  it('is no answer when it failed', async () => {
    const { api } = await scriptedApi([{ status: 404, body: {} }, answer('Here')]);
    expect((await shown(api)).at(-1)).to.equal('error');
    expect((await shown(api)).at(-1)).to.equal('ready: Here');
  });

  it('is not asked for again where the API does not know the story', async () => {
    const { api, log } = await scriptedApi([{ body: { items: [] } }]);
    expect((await shown(api)).at(-1)).to.equal('empty');
    expect((await shown(api)).at(-1)).to.equal('empty');
    expect(await log()).to.have.length(1);
  });

  it('goes when there are too many, the least lately used first', () => {
    const cache = new Cache(3);
    for (const key of ['a', 'b', 'c']) cache.set(key, key);
    cache.get('a');
    cache.set('d', 'd');
    expect(['a', 'b', 'c', 'd'].map((key) => cache.get<string>(key)?.value)).to.deep.equal([
      'a',
      undefined,
      'c',
      'd',
    ]);
    cache.set('c', 'new');
    cache.set('e', 'e');
    expect(['a', 'c', 'd', 'e'].map((key) => cache.get<string>(key)?.value)).to.deep.equal([
      undefined, 'new', 'd', 'e',
    ]); // prettier-ignore
  });
});
