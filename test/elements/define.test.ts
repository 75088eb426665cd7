import { expect, fixture } from '@open-wc/testing';
import '../../src/elements/article-card/define.js';
import type { NewsElement } from '../../src/elements/base.js';
import {
  NewsArticle,
  NewsArticleCard,
  NewsByline,
  NewsCommentCount,
  NewsCommentForm,
  NewsComments,
  NewsCopyright,
  NewsFollow,
  NewsProvider,
  NewsPullQuote,
  NewsRelatedStories,
  NewsSearch,
  NewsShare,
} from '../../src/index.js';
import type { Answer } from '../tools/faulty-client.js';
import { Clock } from './support/clock.js';
import { said, warnings } from './support/console.js';
import { comments, remark } from './support/comments.js';
import { contentApi, page, stories } from './support/content-api.js';
import { inHead } from './support/pretend.js';
import { one, reaches, seen } from './support/seen.js';
import { captain, ferry, several } from './support/stories.js';
import { waitUntil } from '../tools/wait.js';

const isCard = async (element: Element): Promise<void> => {
  expect(element).to.be.instanceOf(NewsArticleCard);
  (element as NewsArticleCard).data = ferry;
  await (element as NewsArticleCard).updateComplete;
  expect(one(element, 'h3')).to.have.trimmed.text(ferry.headline);
};

/** Every element that reads, with what it is answered, and some words of it. */
const reading: [element: typeof NewsElement & CustomElementConstructor, answer: Answer, words: string][] = [
  [NewsArticle, stories({ ...ferry, body: '<p>At nine.</p>' }), 'At nine.'],
  [NewsArticleCard, stories(ferry), ferry.headline],
  [NewsByline, stories(ferry), 'Amina Rahman'],
  [NewsCommentCount, stories(ferry), '12 comments'],
  [NewsCommentForm, stories({ ...ferry, comments: 'closed' }), 'Comments are closed.'],
  [NewsComments, comments([remark(1)]), 'Words of number 1.'],
  [NewsPullQuote, stories(ferry), captain.text],
  [NewsRelatedStories, page(several(4)), 'Story number 4'],
];

/** The others. */
const speaking: [
  element: typeof NewsElement & CustomElementConstructor,
  attributes: string,
  words: string,
][] = [
  [NewsCopyright, 'holder="The Courier"', 'The Courier'],
  [NewsFollow, 'links="/feed.xml"', 'RSS'],
  [NewsSearch, '', 'Search'],
  [NewsShare, '', 'Copy'],
];

/** Defines all under tags that begin so, and looks at them in a place that knows these. */
async function allWork(
  prefix: string,
  place: (content: string) => Promise<ParentNode>,
  registry?: CustomElementRegistry,
): Promise<void> {
  NewsProvider.define(`${prefix}-provider`, registry);
  for (const [element, answer, words] of reading) {
    const tag = `${prefix}-${element.name.toLowerCase()}`;
    const api = await contentApi(answer);
    element.define(tag, registry);
    const root = await place(
      `<${prefix}-provider api="${api.address}"><${tag} story="71" loading="eager"></${tag}></${prefix}-provider>`,
    );
    await reaches(root.querySelector(tag)!, 'ready');
    await waitUntil(
      () => seen(root.querySelector(`${prefix}-provider`)!).includes(words),
      `${tag}: ${words}`,
    );
  }
  for (const [element, attributes, words] of speaking) {
    const tag = `${prefix}-${element.name.toLowerCase()}`;
    element.define(tag, registry);
    const root = await place(`<${tag} ${attributes}></${tag}>`);
    await waitUntil(() => seen(root.querySelector(tag)!).includes(words), `${tag}: ${words}`, {
      timeout: 20_000,
    });
  }
  expect(await said()).to.be.empty;
}

describe('define()', () => {
  it("gives an element a tag of the publisher's own, beside the standard one", async () => {
    NewsArticleCard.define('test-own-card');
    NewsArticleCard.define('test-other-card');
    class Third extends NewsArticleCard {}
    Third.define('test-third-card');
    const holder = await fixture(
      `<div><test-own-card></test-own-card><test-other-card></test-other-card>
        <test-third-card></test-third-card><news-article-card></news-article-card></div>`,
    );
    for (const card of holder.children) await isCard(card);
    expect(holder.children[2]).to.be.instanceOf(Third);
    expect(await said()).to.be.empty;
  });

  it('a class that another script has given a tag gets a second one', async () => {
    class Known extends NewsArticleCard {}
    customElements.define('test-known-card', Known);
    Known.define('test-second-card');
    await isCard(await fixture('<test-second-card></test-second-card>'));
  });

  it('the same class under the same tag twice is nothing to speak of', async () => {
    NewsArticleCard.define('news-article-card');
    NewsArticleCard.define('test-own-card');
    expect(await said()).to.be.empty;
  });

  it('a tag that another copy of the same version has taken is nothing to speak of, either', async () => {
    const theirs = class extends NewsArticleCard {};
    theirs.define('test-copied-card');
    (class extends NewsArticleCard {}).define('test-copied-card');
    expect(customElements.get('test-copied-card')).to.equal(theirs);
    expect(await said()).to.be.empty;
  });

  it('a tag that another script has taken stays theirs, and one warning names it', async () => {
    class Theirs extends HTMLElement {}
    customElements.define('test-taken-card', Theirs);
    NewsArticleCard.define('test-taken-card');
    NewsByline.define('test-taken-card');
    await waitUntil(() => warnings.length, 'a warning');
    expect(customElements.get('test-taken-card')).to.equal(Theirs);
    expect(await said()).to.have.length(1);
    expect(warnings[0]).to.match(/^NEWS-DEFINE: <test-taken-card> is already defined by another script/);
  });

  it('a tag that is none is named, and nothing is thrown', async () => {
    NewsArticleCard.define('card');
    await waitUntil(() => warnings.length, 'a warning');
    expect(await said()).to.have.length(1);
    expect(warnings[0]).to.match(/^NEWS-DEFINE: "card" cannot be the tag of an element/);
  });

  it('every element works under a tag of its own, in a provider that has one, too', () =>
    allWork('own', (content) => fixture(`<div>${content}</div>`)));

  it('a provider of an own tag that is not there yet is waited for, before the page is looked at', async () => {
    const clock = new Clock();
    const [api, ofPage] = [await contentApi(stories(ferry)), await contentApi(stories(ferry))];
    inHead(`<link rel="https://api.w.org/" href="${ofPage.address}/wp-json/">`);
    const holder = await fixture(
      `<late-provider api="${api.address}"><news-article-card story="71"></news-article-card></late-provider>`,
    );
    await import('../../src/content/client.js');
    clock.pass(500);
    const card = holder.querySelector('news-article-card')!;
    expect(card).to.match(':state(idle)');
    NewsProvider.define('late-provider');
    await reaches(card, 'ready');
    expect(await ofPage.asked()).to.be.empty;
  });

  describe('in a registry of its own', () => {
    let registry: CustomElementRegistry;
    before(function () {
      try {
        registry = new CustomElementRegistry();
      } catch {
        // Firefox has none yet.
        this.skip();
      }
    });

    /** A shadow root with that registry, and something in it. */
    async function scoped(content: string): Promise<ShadowRoot> {
      const host = await fixture('<div></div>');
      const root = host.attachShadow({ mode: 'open', customElementRegistry: registry });
      root.innerHTML = content;
      return root;
    }

    it('every element works by a tag that the page does not know, in a provider that has one, too', async () => {
      await allWork('scoped', scoped, registry);
      expect(customElements.get('scoped-newsbyline')).to.equal(undefined);
    });

    it('our own tags can be defined there, and stand for another class than on the page', async () => {
      class Scoped extends NewsArticleCard {}
      Scoped.define('news-article-card', registry);
      const root = await scoped('<news-article-card></news-article-card>');
      expect(root.firstElementChild).to.be.instanceOf(Scoped);
      await isCard(root.firstElementChild!);
      expect(await fixture('<news-article-card></news-article-card>')).not.to.be.instanceOf(Scoped);
      expect(await said()).to.be.empty;
    });

    it('a class has two tags there, too', async () => {
      NewsArticleCard.define('scoped-first', registry);
      NewsArticleCard.define('scoped-second', registry);
      const root = await scoped('<scoped-first></scoped-first><scoped-second></scoped-second>');
      for (const card of root.children) await isCard(card);
    });

    it('is served by a provider of the page outside', async () => {
      const api = await contentApi(page([ferry]));
      await import('../../src/elements/provider/define.js');
      const provider = await fixture(`<news-provider api="${api.address}"></news-provider>`);
      NewsArticleCard.define('scoped-inner', registry);
      const root = await scoped('<scoped-inner story="71"></scoped-inner>');
      provider.append(root.host);
      await reaches(root.firstElementChild!, 'ready');
    });
  });
});
