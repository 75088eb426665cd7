import { expect, fixture, nextFrame, oneEvent } from '@open-wc/testing';
import '../../../src/elements/provider/define.js';
import '../../../src/elements/related-stories/define.js';
import type { ContentElement } from '../../../src/elements/content-element.js';
import type { NewsErrorEvent, NewsLoadEvent } from '../../../src/elements/events.js';
import type { Story } from '../../../src/model/index.js';
import type { Answer } from '../../tools/faulty-client.js';
import { Clock } from './clock.js';
import { warnings } from './console.js';
import { contentApi, down, never, page, refusal, type TestApi } from './content-api.js';
import { inHead, pretend } from './pretend.js';
import { all, one, reaches, seen } from './seen.js';
import { ferry, several, tram } from './stories.js';
import { waitUntil } from '../../tools/wait.js';

type Content = ContentElement<unknown>;

/** What a test has to know of an element to see whether it keeps the promises that all content elements make. */
export interface Kind {
  readonly tag: string;
  /** The API's answer to its question, and words that then show, different for different stories. */
  readonly answer: (story: Story) => Answer;
  readonly shows: (story: Story) => string;
  readonly empty: Answer;
  /** What can be given in place of the answer. */
  readonly data: (story: Story) => unknown;
  /** A form is there to write in whatever became of the reading. */
  readonly form?: true;
  /** A small thing between others: it says nothing of a failure, and shows what is left. */
  readonly quiet?: true;
  /** What stands around the page's words for nothing, where readers are invited and the fallback would be in the way. */
  readonly invites?: (words: string) => string;
}

const refused = refusal(403, 'closed', 'Readers need a key.');
const fallback = '<a href="/stories">All stories</a>';

/** The promises of every element whose content comes from a content API. */
export function keepsThePromises(kind: Kind): void {
  const { tag } = kind;
  const answer = kind.answer(ferry);
  const shows = kind.shows(ferry);
  const data = kind.data(ferry);
  /** The same story, changed since; and another one. */
  const newer = kind.answer({ ...tram, id: ferry.id });
  const other = kind.answer(tram);
  const showsOther = kind.shows(tram);

  const place = (attributes = '', content = ''): Promise<Content> =>
    fixture<Content>(`<${tag} loading="eager" ${attributes}>${content}</${tag}>`);
  const asking = (api: TestApi, attributes = '', content = ''): Promise<Content> =>
    place(`api="${api.address}" story="71" ${attributes}`, content);

  describe('states', () => {
    it('loading: keeps the place and says that it is busy', async () => {
      const element = await asking(await contentApi(never));
      await reaches(element, 'loading');
      expect(element).to.match(':state(loading)');
      expect(one(element, '[part~=root]')).to.have.attribute('aria-busy', 'true');
      expect(element.getBoundingClientRect().height).to.be.greaterThan(10);
      await expect(element).to.be.accessible();
    });

    it('loading: leaves the fallback on show', async () => {
      const element = await asking(await contentApi(never), '', fallback);
      await reaches(element, 'loading');
      expect(seen(element)).to.equal('All stories');
      await expect(element).to.be.accessible();
    });

    it('ready: shows the content, and the fallback no longer', async () => {
      const element = await asking(await contentApi(answer), '', fallback);
      await reaches(element, 'ready');
      expect(element).to.match(':state(ready)');
      expect(one(element, '[part~=root]')).not.to.have.attribute('aria-busy');
      expect(seen(element)).to.contain(shows).and.not.to.contain('All stories');
      expect(element.querySelector('a')).to.have.property('assignedSlot', null);
      await expect(element).to.be.accessible();
    });

    it('empty: shows what the page has for that', async () => {
      const api = await contentApi(kind.empty);
      const element = await asking(api, '', `${fallback}<p slot="empty">Nothing here yet.</p>`);
      await reaches(element, 'empty');
      expect(element).to.match(':state(empty)');
      expect(seen(element)).to.equal(kind.invites?.('Nothing here yet.') ?? 'Nothing here yet.');
      await expect(element).to.be.accessible();
    });

    it('empty: shows the fallback else', async () => {
      const element = await asking(await contentApi(kind.empty), '', fallback);
      await reaches(element, 'empty');
      expect(seen(element)).to.equal(kind.invites?.('') ?? 'All stories');
    });

    if (!kind.form) {
      it('error: the fallback stays', async () => {
        const element = await asking(await contentApi(refused), '', `${fallback}<p slot="error">Sorry.</p>`);
        await reaches(element, 'error');
        expect(element).to.match(':state(error)');
        expect(seen(element)).to.equal('All stories');
        await expect(element).to.be.accessible();
      });

      it('error: without a fallback it says so in the words of the page', async () => {
        const element = await asking(await contentApi(refused), '', '<p slot="error">Sorry.</p>');
        await reaches(element, 'error');
        expect(seen(element)).to.equal('Sorry.');
      });

      if (!kind.quiet) {
        it('error: what cannot be mended by trying again offers no button', async () => {
          const element = await asking(await contentApi(refused));
          await reaches(element, 'error');
          expect(seen(element)).to.equal('This could not be loaded.');
          expect(all(element, 'button')).to.be.empty;
        });

        it('error: "Try again" tries again, and keeps the focus in the element', async () => {
          const api = await contentApi(...down, answer);
          const element = await asking(api);
          await reaches(element, 'error');
          expect(seen(element)).to.equal('This could not be loaded. Try again');
          await expect(element).to.be.accessible();
          one(element, 'button').focus();
          one(element, 'button').click();
          await reaches(element, 'ready');
          expect(seen(element)).to.contain(shows);
          expect(await api.asked()).to.have.length(4);
          expect(element.matches(':focus-within')).to.equal(true);
        });
      }
    }

    for (const [state, online, words] of [
      ['stale', true, 'Not up to date: this is how it was at'],
      ['offline', false, 'You are offline: this is how it was at'],
    ] as const) {
      it(`${state}: keeps the content${kind.form || kind.quiet ? '' : ' and tells its age'}`, async () => {
        const api = await contentApi(answer);
        const element = await asking(api, '', fallback);
        await reaches(element, 'ready');
        pretend(navigator, 'onLine', online);
        await api.answers(...down);
        element.reload();
        await reaches(element, state);
        expect(element).to.match(`:state(${state})`);
        expect(seen(element)).to.contain(shows).and.not.to.contain('All stories');
        if (!kind.form && !kind.quiet) {
          const year = String(new Date().getFullYear());
          expect(seen(element)).to.contain(words).and.to.contain(year);
        }
        await expect(element).to.be.accessible();

        await api.answers(newer);
        element.reload();
        await reaches(element, 'ready');
        expect(seen(element)).to.contain(showsOther).and.not.to.contain(words);
      });
    }
  });

  describe('where its content comes from', () => {
    it('given as data: shows it, and asks nothing', async () => {
      const api = await contentApi();
      const element = document.createElement(tag) as Content;
      Object.assign(element, { api: api.address, story: '71', loading: 'eager', data });
      const holder = await fixture('<div></div>');
      holder.append(element);
      await reaches(element, 'ready');
      expect(seen(element)).to.contain(shows);
      await askedNoMoreThan(0, api);
    });

    it('data given later takes the place of an answer, and gives it back', async () => {
      const api = await contentApi(newer);
      const element = await asking(api);
      await reaches(element, 'ready');
      expect(seen(element)).to.contain(showsOther);
      element.data = data;
      await element.updateComplete;
      expect(seen(element)).to.contain(shows);
      element.data = undefined;
      await reaches(element, 'ready');
      expect(seen(element)).to.contain(showsOther);
    });

    it('of the provider around it', async () => {
      const api = await contentApi(answer);
      const provider = await fixture(
        `<news-provider api="${api.address}"><${tag} story="71" loading="eager"></${tag}></news-provider>`,
      );
      const element = provider.querySelector(tag) as Content;
      await reaches(element, 'ready');
      expect(seen(element)).to.contain(shows);
    });

    it('of the API that the page names', async () => {
      const api = await contentApi(answer);
      inHead(`<meta name="news-api" content="${api.address}">`);
      const element = await place('story="71"');
      await reaches(element, 'ready');
      expect(seen(element)).to.contain(shows);
    });

    it('its own API goes before the provider and the page', async () => {
      const [own, others] = [await contentApi(answer), await contentApi()];
      inHead(`<meta name="news-api" content="${others.address}">`);
      const provider = await fixture(
        `<news-provider api="${others.address}"><${tag} api="${own.address}" story="71" loading="eager"></${tag}></news-provider>`,
      );
      await reaches(provider.querySelector(tag) as Content, 'ready');
      expect(await own.asked()).to.have.length(1);
      expect(await others.asked()).to.be.empty;
    });

    it('nowhere: says so after a second, and the fallback stays', async () => {
      const clock = new Clock();
      const element = await place('story="71"', fallback);
      clock.pass(999);
      expect(element).to.match(':state(idle)');
      const failed = oneEvent<NewsErrorEvent>(element, 'news-error');
      clock.pass(1);
      expect(await failed).to.include({ kind: 'config', code: 'NEWS-CONFIG', status: 0, retryable: false });
      expect(seen(element)).to.equal('All stories');
      expect(element).to.match(':state(error)');
      await expect(element).to.be.accessible();
    });
  });

  describe('in a page that changes', () => {
    it('shows the story that it is told, and never the one before it', async () => {
      const api = await contentApi(never);
      const element = await asking(api);
      await api.asked({ arrived: 1 });
      await api.answers(other);
      element.story = '72';
      await reaches(element, 'ready');
      expect(seen(element)).to.contain(showsOther);
      const [first] = await api.asked({ aborted: 1 });
      expect(first?.aborted).to.equal(true);
      expect(element).to.match(':state(ready)');
    });

    it('shows nothing of the story before while the next one loads', async () => {
      const api = await contentApi(answer);
      const element = await asking(api);
      await reaches(element, 'ready');
      await api.answers(never);
      element.setAttribute('story', '72');
      await reaches(element, 'loading');
      if (!kind.form) expect(seen(element)).not.to.contain(shows);
    });

    it('is not overtaken by an answer that another element still waits for', async () => {
      const api = await contentApi({ ...answer, delay: 400 });
      const [element, stays] = [await asking(api), await asking(api)];
      await api.asked({ arrived: 1 });
      await api.answers(other);
      element.story = '72';
      // The first answer may be there already.
      await element.updateComplete;
      await Promise.all([reaches(element, 'ready'), reaches(stays, 'ready')]);
      expect([seen(element).includes(showsOther), seen(stays).includes(shows)]).to.deep.equal([true, true]);
      expect(await api.asked()).to.have.length(2);
    });

    it('drops its request when it is taken out', async () => {
      const api = await contentApi(never);
      const element = await asking(api);
      await api.asked({ arrived: 1 });
      element.remove();
      const [request] = await api.asked({ aborted: 1 });
      expect(request?.aborted).to.equal(true);
    });

    it('goes on when it is moved while it loads', async () => {
      const api = await contentApi(never);
      const element = await asking(api);
      await api.asked({ arrived: 1 });
      await api.answers(answer);
      const place = await fixture('<section></section>');
      place.append(element);
      await reaches(element, 'ready');
      expect(seen(element)).to.contain(shows);
    });

    it('keeps its content when it is moved, and asks nothing', async () => {
      const api = await contentApi(answer);
      const element = await asking(api);
      await reaches(element, 'ready');
      const place = await fixture('<section></section>');
      place.append(element);
      await element.updateComplete;
      expect(element).to.match(':state(ready)');
      expect(seen(element)).to.contain(shows);
      expect(await api.asked()).to.have.length(1);
    });

    it('lazy: asks when it comes near the view', async () => {
      const api = await contentApi();
      const holder = await fixture(
        `<div><div style="block-size: 6000px"></div>
        <${tag} api="${api.address}" story="71" loading="lazy"></${tag}></div>`,
      );
      const element = holder.querySelector(tag) as Content;
      await askedNoMoreThan(0, api);
      expect(element).to.match(':state(idle)');
      await api.answers(answer);
      element.scrollIntoView();
      await reaches(element, 'ready');
      expect(seen(element)).to.contain(shows);
    });

    it('asks nothing while the page is hidden, and when it is looked at', async () => {
      pretend(document, 'hidden', true);
      const api = await contentApi();
      const element = await asking(api, '', fallback);
      expect(await askedAtLast(api)).to.equal(0);
      expect(element).to.match(':state(idle)');
      if (!kind.form) expect(seen(element)).to.contain('All stories');
      await api.answers(answer);
      pretend(document, 'hidden', false);
      document.dispatchEvent(new Event('visibilitychange'));
      await reaches(element, 'ready');
      expect(seen(element)).to.contain(shows);
      expect(await api.asked()).to.have.length(1);
    });

    it('where the reader saves data: asks near the view only, and not again by itself', async () => {
      pretend(navigator as { connection?: unknown }, 'connection', { saveData: true });
      const clock = new Clock();
      const api = await contentApi();
      const holder = await fixture(
        `<div><div style="block-size: 6000px"></div>
        <${tag} api="${api.address}" story="71" loading="eager" refresh-every="30"></${tag}></div>`,
      );
      const element = holder.querySelector(tag) as Content;
      expect(await askedAtLast(api)).to.equal(0);
      await api.answers(answer);
      element.scrollIntoView();
      await reaches(element, 'ready');
      await clock.holds(30_000);
      clock.pass(30_000);
      expect(await askedAtLast(api)).to.equal(1);
    });

    it('asks again every so many seconds, and rests while the page is hidden', async () => {
      const clock = new Clock();
      const api = await contentApi(answer);
      const element = await asking(api, 'refresh-every="30"');
      await reaches(element, 'ready');
      await clock.holds(30_000);

      pretend(document, 'visibilityState', 'hidden');
      clock.pass(30_000);
      pretend(document, 'visibilityState', 'visible');
      await api.answers(newer);
      const loaded = oneEvent(element, 'news-load');
      clock.pass(30_000);
      await loaded;
      expect(seen(element)).to.contain(showsOther);
      expect(await api.asked()).to.have.length(2);

      element.remove();
      clock.pass(30_000);
      await askedNoMoreThan(2, api);
    });

    it('reload() asks again, and leaves the content on show meanwhile', async () => {
      const api = await contentApi(answer);
      const element = await asking(api);
      await reaches(element, 'ready');
      await api.answers(newer);
      element.reload();
      await element.updateComplete;
      expect(seen(element)).to.contain(shows);
      await oneEvent(element, 'news-load');
      expect(seen(element)).to.contain(showsOther);
      expect(await api.asked()).to.have.length(2);
    });
  });

  describe('events', () => {
    it('news-load: on the element, heard by capture', async () => {
      const heard: Event[] = [];
      const bubbled: Event[] = [];
      const hear = (event: Event): void => void heard.push(event);
      const bubble = (event: Event): void => void bubbled.push(event);
      document.addEventListener('news-load', hear, { capture: true });
      document.addEventListener('news-load', bubble);
      const element = await asking(await contentApi(answer));
      const event = await oneEvent<NewsLoadEvent>(element, 'news-load');
      document.removeEventListener('news-load', hear, { capture: true });
      document.removeEventListener('news-load', bubble);
      expect(event.count).to.be.greaterThan(0);
      expect(event).to.include({ bubbles: false, composed: true });
      expect(heard).to.deep.equal([event]);
      expect(bubbled).to.be.empty;
      expect(seen(element)).to.contain(shows);
    });

    it('news-error: says what failed, to the page and to its publisher', async () => {
      const heard: Event[] = [];
      const hear = (event: Event): void => void heard.push(event);
      document.addEventListener('news-error', hear, { capture: true });
      const api = await contentApi(refused);
      const element = await asking(api);
      const event = await oneEvent<NewsErrorEvent>(element, 'news-error');
      document.removeEventListener('news-error', hear, { capture: true });
      expect(heard).to.deep.equal([event]);
      expect(event).to.include({
        bubbles: false,
        kind: 'http',
        status: 403,
        retryable: false,
        code: 'NEWS-HTTP',
      });
      await waitUntil(() => warnings.length, 'a warning');
      expect(warnings.join()).to.contain(`<${tag}>`).and.to.contain(api.address);
    });

    it('news-error: an API that is down may be asked again', async () => {
      const api = await contentApi(...down);
      const element = await asking(api);
      const event = await oneEvent<NewsErrorEvent>(element, 'news-error');
      expect(event).to.include({ kind: 'http', status: 503, retryable: true });
      await api.answers(answer);
      element.reload();
      await reaches(element, 'ready');
    });

    it('news-impression: once, when half of it is in view', async () => {
      const holder = await fixture('<div><div style="block-size: 6000px"></div></div>');
      const element = document.createElement(tag) as Content;
      let count = 0;
      element.addEventListener('news-impression', () => count++);
      element.data = data;
      element.style.blockSize = '200px';
      const after = document.createElement('div');
      after.style.blockSize = '3000px';
      holder.append(element, after);
      await reaches(element, 'ready');
      const { top } = element.getBoundingClientRect();
      scrollTo(0, top - innerHeight + 40);
      await observed(element);
      expect(count).to.equal(0);
      const impression = oneEvent(element, 'news-impression');
      scrollTo(0, top - innerHeight + 160);
      expect(await impression).to.include({ bubbles: false });
      scrollTo(0, 0);
      await observed(element);
      // Taken out and put in again, it is still the same impression.
      after.before(element);
      scrollTo(0, top - innerHeight + 160);
      await observed(element);
      expect(count).to.equal(1);
      scrollTo(0, 0);
    });
  });

  describe('in its host page', () => {
    it('hidden hides it, whatever its state', async () => {
      const element = await fixture<Content>(`<${tag} hidden>${fallback}</${tag}>`);
      element.data = data;
      await element.updateComplete;
      expect(element.checkVisibility()).to.equal(false);
      element.hidden = false;
      expect(element.checkVisibility()).to.equal(true);
    });

    it("its display and margin are the page's", async () => {
      const holder = await fixture(
        `<div><style>.mine { display: inline-grid; margin: 7px }</style><${tag} class="mine"></${tag}></div>`,
      );
      const element = holder.querySelector(tag) as Content;
      element.data = data;
      await element.updateComplete;
      const { display, marginTop } = getComputedStyle(element);
      expect([display, marginTop]).to.deep.equal(['inline-grid', '7px']);
      element.hidden = true;
      expect(getComputedStyle(element).display).to.equal('none');
    });
  });
}

/** Another element's answer has come: what was to be asked before it, has been asked. */
async function askedNoMoreThan(count: number, api: TestApi): Promise<void> {
  await api.answers(page(several(1)));
  const probe = 'from="tag:probe" loading="eager"';
  await reaches(
    await fixture(`<news-related-stories api="${api.address}" ${probe}></news-related-stories>`),
    'ready',
  );
  expect(await api.asked()).to.have.length(count + 1);
}

/** How often was asked, when all that asks had its time: elements that are asked to wait cannot tell. */
async function askedAtLast(api: TestApi): Promise<number> {
  await import('../../../src/content/client.js');
  await import('../../../src/sources/rest.js');
  for (let frames = 0; frames < 3; frames++) await nextFrame();
  return (await api.asked()).length;
}

/** Resolves when the browser has told observers of the element where it is. */
const observed = (element: Element): Promise<void> =>
  new Promise((resolve) => {
    const observer = new IntersectionObserver(() => {
      observer.disconnect();
      // Observers hear in the order in which they began: the element's own came before.
      requestAnimationFrame(() => resolve());
    });
    observer.observe(element);
  });
