import { expect } from '@open-wc/testing';
import { differences, hostPage, looks, ours, type Look } from './host.js';
import { figure } from './page.js';
import { sheets } from './sheets.js';

/** What only a page writes that is after our elements: what may be done to a host is otherwise the page's to say. */
const hunt = `${Object.values(sheets).map(({ style }) => style).filter((style) => !style?.includes('zoom')).join('\n')}
  [story], [action], [links], [url], [holder], :is(body, div) > :not(div) {
    display: none !important; position: fixed !important; inset: 90% auto auto 90% !important; width: 9px !important;
    max-height: 9px !important; overflow: hidden !important; transform: rotate(9deg) scale(0.1) !important; zoom: 3 !important;
    opacity: 0.01 !important; visibility: hidden !important; filter: blur(9px) !important; columns: 5 !important;
    clip-path: inset(50%) !important; content-visibility: hidden !important; writing-mode: vertical-rl !important;
    font: italic small-caps 900 50px cursive !important; font-feature-settings: "swsh" !important; hyphens: auto !important;
    quotes: "x" "y" !important; text-align-last: right !important; text-emphasis: "x" !important; tab-size: 90 !important;
    -webkit-text-stroke: 9px red !important; pointer-events: none !important; user-select: none !important;
    list-style: square inside !important; border-collapse: collapse !important; hanging-punctuation: none !important;
  }`; // prettier-ignore

/** What we do not withstand in each engine, and say so. */
const open = 'zoom';

describe('hostile style sheets', () => {
  let plain: Record<string, Look>;
  before(async () => (plain = looks(await hostPage({}))));

  it('there is something to bend', () => {
    expect(Object.keys(plain)).to.have.length(12);
    for (const [tag, { width, height, text }] of Object.entries(plain)) {
      expect(Math.min(width, height), tag).to.be.greaterThan(10);
      expect(text, tag).not.to.equal('');
    }
  });

  for (const [name, host] of Object.entries(sheets))
    it(name, async function () {
      const found = differences(await hostPage(host), plain);
      await figure('styles', name, found.length ? `**${found.length} differ**` : 'same boxes, same words');
      if (found.length && name === open) this.skip();
      expect(found).to.deep.equal([]);
    });

  it('all of these at once, and a page that hunts our elements: with `isolate`', async () => {
    const page = await hostPage({ style: hunt, isolate: true });
    const found = differences(page, plain);
    const name = 'with `isolate`: all at once, and a hunt for our elements';
    await figure('styles', name, found.length ? `**${found.length} differ**` : 'same boxes, same words');
    expect(found).to.deep.equal([]);
    for (const element of ours(page)) {
      const style = page.getComputedStyle(element);
      const { position, transform, opacity, visibility, filter, pointerEvents, fontVariantCaps } = style;
      expect([
        position,
        transform,
        opacity,
        visibility,
        filter,
        pointerEvents,
        fontVariantCaps,
      ]).to.deep.equal(['static', 'none', '1', 'visible', 'none', 'auto', 'normal']);
    }
  });

  it('control: the same without `isolate`', async () => {
    const found = differences(await hostPage({ style: hunt }), plain);
    await figure('styles', 'control: the same without `isolate`', `${found.length} differ`);
    expect(found.length).to.be.greaterThan(11);
  });
});
