import { expect } from '@open-wc/testing';
import { scripts } from './host-scripts.js';
import { differences, hostPage, looks, ours, shown, type Look } from './host.js';
import { attacks, figure } from './page.js';
import { sites } from './sites.js';
import { ran, stretchIn } from './tripwires.js';

const told = (found: readonly string[]): string =>
  found.length ? `**${found.length} differ**` : 'same boxes, same words';

describe('hostile scripts', () => {
  let plain: Record<string, Look>;
  before(async () => {
    stretchIn(window);
    plain = looks(await hostPage({}));
  });

  async function same(name: string, page: Window): Promise<void> {
    await shown(page);
    const found = differences(page, plain);
    await figure('scripts', name, told(found));
    expect(found).to.deep.equal([]);
    expect(ran()).to.deep.equal([]);
  }

  for (const [name, script] of Object.entries(scripts))
    it(name, async () => same(name, await hostPage({ script })));

  for (const [kind, site] of Object.entries(sites))
    it(`with content from ${kind}`, async () => {
      const looked = looks(await hostPage({ site }));
      expect(JSON.stringify(looked)).to.contain(site.headlines[0]?.slice(0, 20));
      const { seed, whole } = await attacks();
      // A part takes every fourth script, of each source others: the seed says where it begins.
      const dealt = Object.entries(scripts).filter(
        (_, at) => whole || (at + seed + Object.keys(sites).indexOf(kind)) % 4 === 0,
      );
      const found: string[] = [];
      for (const [name, script] of dealt)
        found.push(...differences(await hostPage({ script, site }), looked).map((one) => `${name}: ${one}`));
      await figure('scripts', `${dealt.length} of them, content from \`${kind}\``, told(found));
      expect(found).to.deep.equal([]);
      expect(ran()).to.deep.equal([]);
    }).timeout(600_000);

  it('jQuery moves each element away, out, and back', async () => {
    const script = await (await fetch('/node_modules/jquery/dist/jquery.min.js')).text();
    const page = (await hostPage({ script })) as Window & {
      $: (
        what: unknown,
      ) => Record<'appendTo' | 'detach' | 'wrap' | 'prependTo', (...given: unknown[]) => void>;
    };
    for (const element of ours(page)) {
      const place = element.parentElement!;
      page.$(element).appendTo(page.document.body);
      page.$(element).detach();
      page.$(element).wrap('<section></section>');
      page.$(element).prependTo(place);
    }
    await same('jQuery 4 that moves each element away, out, and back', page);
  });

  it('a single-page app takes the page away and shows it again', async () => {
    const page = await hostPage({});
    const { body } = page.document;
    const markup = body.innerHTML;
    page.history.pushState({}, '', `${page.location.pathname}?other`);
    body.innerHTML = '<p>Another page</p>';
    page.history.replaceState({}, '', page.location.pathname);
    body.innerHTML = markup;
    await same('a single-page app that takes the page away and writes it anew', page);
  });

  it("an element of the host's own by our name stays the host's, and all others live", async () => {
    const page = await hostPage({
      script: 'customElements.define("news-byline", class extends HTMLElement {});',
    });
    await shown(page);
    const found = differences(page, plain);
    await figure(
      'scripts',
      "a host's own element of our name",
      found.length === 1 ? 'theirs stays; ours: same boxes, same words' : told(found),
    );
    expect(found).to.deep.equal(['news-byline is not there']);
  });
});
