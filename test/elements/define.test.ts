import { expect, fixture, waitUntil } from '@open-wc/testing';
import '../../src/elements/article-card/define.js';
import { NewsArticleCard } from '../../src/elements/article-card/article-card.js';
import { define } from '../../src/elements/define.js';
import { said, warnings } from './support/console.js';
import { one } from './support/seen.js';
import { ferry } from './support/stories.js';

describe('define()', () => {
  it("gives an element a tag of the publisher's own", async () => {
    define('test-own-card', class extends NewsArticleCard {});
    const card = await fixture<NewsArticleCard>('<test-own-card></test-own-card>');
    card.data = ferry;
    await card.updateComplete;
    expect(one(card, 'h3')).to.have.trimmed.text(ferry.headline);
  });

  it('two tags by two subclasses, beside the standard one', async () => {
    define('test-first-card', class extends NewsArticleCard {});
    define('test-second-card', class extends NewsArticleCard {});
    const holder = await fixture(
      '<div><test-first-card></test-first-card><test-second-card></test-second-card><news-article-card></news-article-card></div>',
    );
    for (const card of holder.children) {
      expect(card).to.be.instanceOf(NewsArticleCard);
      (card as NewsArticleCard).data = ferry;
      await (card as NewsArticleCard).updateComplete;
      expect(one(card, 'h3')).to.have.trimmed.text(ferry.headline);
    }
    expect(await said()).to.be.empty;
  });

  it('the same class twice is nothing to speak of', async () => {
    define('news-article-card', NewsArticleCard);
    expect(await said()).to.be.empty;
  });

  it('a tag that another copy of the same version has taken is nothing to speak of, either', async () => {
    const theirs = class extends NewsArticleCard {};
    define('test-copied-card', theirs);
    define('test-copied-card', class extends NewsArticleCard {});
    expect(customElements.get('test-copied-card')).to.equal(theirs);
    expect(await said()).to.be.empty;
  });

  it('a tag that another script has taken stays theirs, and one warning names it', async () => {
    class Theirs extends HTMLElement {}
    customElements.define('test-taken-card', Theirs);
    define('test-taken-card', NewsArticleCard);
    define('test-taken-card', class extends NewsArticleCard {});
    await waitUntil(() => warnings.length, 'a warning');
    expect(customElements.get('test-taken-card')).to.equal(Theirs);
    expect(await said()).to.have.length(1);
    expect(warnings[0]).to.match(/^NEWS-DEFINE: <test-taken-card> is already defined by another script/);
  });

  it('a tag that another version has taken stays theirs, and the warning names both', async () => {
    customElements.define(
      'test-older-card',
      class extends HTMLElement {
        static version = '0.0.7';
      },
    );
    define('test-older-card', NewsArticleCard);
    await waitUntil(() => warnings.length, 'a warning');
    expect(warnings[0])
      .to.contain('<test-older-card>')
      .and.to.contain('Standfirst 0.0.7')
      .and.to.contain('Standfirst source');
  });

  it("in a registry of the publisher's own", () => {
    const defined = new Map<string, CustomElementConstructor>();
    const registry = {
      get: (tag: string) => defined.get(tag),
      define: (tag: string, element: CustomElementConstructor) => void defined.set(tag, element),
    } as CustomElementRegistry;
    define('news-article-card', NewsArticleCard, registry);
    expect(defined.get('news-article-card')).to.equal(NewsArticleCard);
  });
});
