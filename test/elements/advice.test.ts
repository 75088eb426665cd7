import { expect, fixture, nextFrame } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { faulty, type Answer } from '../tools/faulty-client.js';
import { Clock } from './support/clock.js';
import { said, warnings } from './support/console.js';
import { contentApi, refusal, stories } from './support/content-api.js';
import { inHead, pretend } from './support/pretend.js';
import { one, reaches, seen } from './support/seen.js';
import { ferry } from './support/stories.js';
import { waitUntil } from '../tools/wait.js';

describe('advice for the publisher', () => {
  it('names tags that are none, once, when the page is at rest', async () => {
    const clock = new Clock();
    await fixture(`<div>
      <news-artcle-card></news-artcle-card><news-artcle-card></news-artcle-card>
      <news-weather></news-weather><news-byline></news-byline><other-card></other-card>
    </div>`);
    await import('../../src/elements/article-card/define.js');
    await import('../../src/elements/provider/define.js');
    const { NewsProvider } = await import('../../src/elements/provider/provider.js');
    clock.pass(2_999);
    expect(await said()).to.be.empty;
    clock.pass(1);
    await waitUntil(() => warnings.length, 'a warning');
    expect(await said()).to.deep.equal([
      'NEWS-TAG: There is no <news-artcle-card>; did you mean <news-article-card>?',
      'NEWS-TAG: There is no <news-weather>. There are: news-provider, news-article, news-article-card, ' +
        'news-byline, news-comment-count, news-comment-form, news-comments, news-copyright, news-follow, ' +
        'news-pull-quote, news-related-stories, news-search, news-share.',
      'NEWS-TAG: <news-byline> is on the page but its script is not: load standfirst/define/byline.',
    ]);
    NewsProvider.define('test-much-later');
    clock.pass(60_000);
    expect(await said()).to.have.length(3);
  });

  describe('attributes', () => {
    before(() => import('../../src/define.js'));

    it('that are misspelt are named with the nearest right one, once', async () => {
      await fixture(`<div>
        <news-article-card stroy="71" headinglevel="2" exerpt-lines="2"></news-article-card>
        <news-article-card stroy="72"></news-article-card>
        <news-related-stories form="latest"></news-related-stories>
      </div>`);
      await waitUntil(() => warnings.length === 4, 'four warnings');
      expect(await said()).to.have.members([
        'NEWS-ATTRIBUTE: <news-article-card> has no attribute "stroy"; did you mean "story"?',
        'NEWS-ATTRIBUTE: <news-article-card> has no attribute "headinglevel"; did you mean "heading-level"?',
        'NEWS-ATTRIBUTE: <news-article-card> has no attribute "exerpt-lines"; did you mean "excerpt-lines"?',
        'NEWS-ATTRIBUTE: <news-related-stories> has no attribute "form"; did you mean "from"?',
      ]);
    });

    it('that are like nothing are named with those that there are', async () => {
      await fixture('<news-provider temperature="12"></news-provider>');
      await waitUntil(() => warnings.length, 'a warning');
      expect(await said()).to.deep.equal([
        'NEWS-ATTRIBUTE: <news-provider> has no attribute "temperature". It has: debug, isolate, api, source, api-key, credentials.',
      ]);
    });

    it('that were renamed go on to work, and are named once', async () => {
      // Today's names are taken for old and new ones: nothing has been renamed yet.
      const renamed = { label: 'kicker' };
      const holder = await fixture(`<div>
        <news-article-card headline="Ferry" label="Harbour"></news-article-card>
        <news-article-card headline="Tram" label="City" kicker="Transport"></news-article-card>
        <news-byline by="Ada Moss" label="Words by"></news-byline>
      </div>`);
      const { adviseAttributes } = await import('../../src/elements/advice.js');
      for (const element of holder.children) {
        const { observedAttributes: known } = element.constructor as typeof LitElement;
        const strange = element.getAttributeNames().filter((name) => !known.includes(name));
        adviseAttributes(element, strange, known, renamed);
      }
      const [ferry, tram, byline] = [...holder.children] as LitElement[];
      await ferry!.updateComplete;
      expect(seen(ferry!)).to.contain('Harbour');
      expect(seen(tram!)).to.contain('Transport').and.not.to.contain('City');
      expect(seen(byline!)).to.contain('Words by');

      ferry!.setAttribute('label', 'Port');
      await waitUntil(() => seen(ferry!).includes('Port'), 'what the page changed');
      ferry!.removeAttribute('label');
      await waitUntil(() => !ferry!.hasAttribute('kicker'), 'what the page took away');

      expect((await said()).filter((line) => line.startsWith('NEWS-RENAMED'))).to.deep.equal([
        'NEWS-RENAMED: <news-article-card label> is now called "kicker"; the old name works until the next major version.',
      ]);
    });

    const harmless = {
      'of any element': `id="a" class="b" style="color: red" slot="" part="p" lang="en" dir="ltr" title="t" hidden
        tabindex="0" role="region" accesskey="k" autocapitalize="off" autocorrect="off" autofocus
        contenteditable="false" draggable="true" enterkeyhint="go" inputmode="text" inert itemid="i" itemprop="p"
        itemscope itemtype="t" exportparts="a" nonce="n" popover spellcheck="false" translate="no" is="x"
        writingsuggestions="false" onclick="" oncopy=""`,
      'of data and ARIA': 'data-test="1" data-reactid="1" aria-label="Card" aria-hidden="true"',
      'of Vue': '@click="x" :story="y" #default v-if="z" v-cloak v-on:click="a" data-v-7ba5bd90',
      'of Angular':
        '(click)="x" [data]="y" [(z)]="z" *ngif="a" ng-version="1" _ngcontent-abc-c1 _nghost-abc-c1',
      'of others':
        'x-data="{}" x-on:click="y" hx-get="/z" wire:click="a" defer-hydration q:id="1" .data="x" ?hidden="y"',
    };
    for (const [what, attributes] of Object.entries(harmless)) {
      it(`${what} are nothing to speak of`, async () => {
        await fixture(`<news-article-card headline="Ferry" ${attributes}></news-article-card>`);
        expect(await said()).to.deep.equal([]);
      });
    }

    it('that every element has are known', async () => {
      for (const tag of ['article-card', 'pull-quote', 'byline', 'related-stories', 'comment-form'])
        await fixture(
          `<news-${tag} source="auto" api-key="k" loading="lazy" refresh-every="0" debug></news-${tag}>`,
        );
      expect(await said()).to.deep.equal([]);
    });
  });

  describe('when nothing shows', () => {
    before(() => import('../../src/define.js'));
    async function failing(api: string, attributes = ''): Promise<string> {
      // No jitter between two tries.
      pretend(Math, 'random', () => 0);
      const holder = await fixture('<div></div>');
      holder.innerHTML =
        `<news-article-card api="${api}" story="71" ${attributes}></news-article-card>`.repeat(2);
      for (const card of holder.children) await reaches(card, 'error');
      await waitUntil(() => warnings.length, 'a warning');
      const [only, ...more] = await said();
      expect(more).to.be.empty;
      return only!;
    }

    it('an address where nobody answers', async () => {
      const nobody = 'https://127.0.0.1:1/api';
      expect(await failing(nobody)).to.equal(
        `NEWS-NETWORK: <news-article-card> asked ${nobody}: ${nobody}/stories?ids=71 could not be reached. ` +
          'Check the address, and that the server runs and answers over the same scheme (https) as the page.',
      );
    });

    it('an address that is none', async () => {
      expect(await failing('ftp://news.example')).to.equal(
        'NEWS-CONFIG: <news-article-card> asked ftp://news.example: api="ftp://news.example" is not an http(s) address. ' +
          'Correct it on the element, or on the <news-provider> around it.',
      );
    });

    it('a kind of API that there is not', async () => {
      expect(await failing('https://news.example', 'source="wordpres"')).to.match(
        /^NEWS-CONFIG: <news-article-card> asked https:\/\/news.example: source="wordpres" is not known; use one of: auto, .*wordpress.*Correct it/,
      );
    });

    const cases: [what: string, answers: Answer[], warning: (api: string) => string][] = [
      [
        'an API that does not let the page read it',
        // Asked twice, and each time once more, to tell a refusal from a server that is away.
        Array.from({ length: 4 }, () => ({ cors: false })),
        (api) =>
          `NEWS-CORS: <news-article-card> asked ${api}: ${faulty.origin} does not allow ${location.origin} to read its ` +
          'answers. Whoever runs the API must let this page read it: send "Access-Control-Allow-Origin: *" (or this ' +
          "page's origin) with every answer. Where it does already, the address is not the API's (for WordPress it ends in " +
          '"/wp-json"): a server\'s page for what it does not find comes without that header.',
      ],
      [
        'a web page in place of JSON',
        [{ headers: { 'Content-Type': 'text/html' }, body: '<!doctype html><title>Sign in</title>' }],
        (api) =>
          `NEWS-PARSE: <news-article-card> asked ${api}: ${api}/stories?ids=71 answered a web page instead of JSON. ` +
          'Check that the address is the API\'s base (for WordPress it ends in "/wp-json") and that "source" names its kind.',
      ],
      [
        'an address that the API does not know',
        [{ status: 404, body: 'Not here' }],
        (api) =>
          `NEWS-HTTP: <news-article-card> asked ${api}: ${api}/stories?ids=71 answered 404. ` +
          'Check the base address of the API, and that it has what is asked for: the path after it was not found there.',
      ],
      [
        'an API for members only',
        [refusal(401, 'sign-in', 'Sign in first.')],
        (api) =>
          `NEWS-HTTP: <news-article-card> asked ${api}: Sign in first. ` +
          'The API refuses readers without a sign-in or key: open it for reading, or set api-key.',
      ],
    ];
    for (const [what, answers, warning] of cases) {
      it(what, async () => {
        const api = await contentApi(...answers);
        expect(await failing(api.address)).to.equal(warning(api.address));
      });
    }
  });

  describe('the debug box', () => {
    before(() => import('../../src/define.js'));

    const box = async (element: Element, line: RegExp): Promise<string> => {
      const text = (): string => element.shadowRoot?.querySelector('[part=debug]')?.textContent ?? '';
      await waitUntil(() => line.test(text()), `a box with ${line}`).catch((error: unknown) => {
        throw new Error(`${String(error)}: ${text()}`);
      });
      return text();
    };

    it('tells what was asked of whom, and what came', async () => {
      const api = await contentApi(stories(ferry));
      const card = await fixture(
        `<news-article-card api="${api.address}" story="71" debug></news-article-card>`,
      );
      await reaches(card, 'ready');
      const lines = (await box(card, /state: ready/)).split('\n');
      expect(lines).to.deep.equal([
        'element: news-article-card',
        'state: ready',
        `api: ${api.address}`,
        'source: rest (nothing else was told)',
        'question: teaser 71',
        'items: 1',
        'age: 0 s',
      ]);
      expect(seen(card)).to.contain(ferry.headline);
      await expect(card).to.be.accessible();
    });

    it('tells what failed', async () => {
      const api = await contentApi({ status: 404 });
      const card = await fixture(
        `<news-article-card api="${api.address}" source="rest" story="71" debug><p>Fallback</p></news-article-card>`,
      );
      const text = await box(card, /problem: NEWS-HTTP 404: .* answered 404/);
      expect(text).to.contain('state: error').and.to.contain('source: rest (as named)');
      expect(seen(card)).to.match(/^Fallback/);
    });

    it('tells that nothing is asked for what was given', async () => {
      const card = await fixture('<news-article-card headline="Ferry" debug></news-article-card>');
      expect(await box(card, /given by the page/)).to.contain('api: none named');
    });

    it('tells of an address that is none', async () => {
      const card = await fixture(
        '<news-article-card api="ftp://news.example" story="1" debug></news-article-card>',
      );
      await box(card, /problem: NEWS-CONFIG: api="ftp:.*is not an http/);
    });

    it('is on every element where the page asks for it, and on none else', async () => {
      inHead('<meta name="news-debug">');
      const api = await contentApi();
      const holder = await fixture(`<div>
        <news-article-card headline="Ferry"></news-article-card>
        <news-related-stories api="${api.address}"></news-related-stories>
      </div>`);
      for (const element of holder.children) await box(element, /element: news-/);
      document.querySelector('meta[name=news-debug]')!.remove();
      const card = await fixture<HTMLElement>('<news-article-card headline="Ferry"></news-article-card>');
      await import('../../src/elements/debug-box.js');
      await nextFrame();
      expect(card.shadowRoot!.querySelector('[part=debug]')).to.equal(null);
      expect(one(card, 'h3')).to.have.trimmed.text('Ferry');
    });
  });
});
