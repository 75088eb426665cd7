import { expect, fixture, oneEvent } from '@open-wc/testing';
import '../../src/elements/share/define.js';
import type { NewsShareDoneEvent } from '../../src/elements/events.js';
import type { NewsShare } from '../../src/elements/share/share.js';
import { loadWords } from '../../src/kit/words/load.js';
import { said } from './support/console.js';
import { inHead, pretend } from './support/pretend.js';
import { all, hasFocus, one, seen } from './support/seen.js';
import { waitUntil } from '../tools/wait.js';

const url = 'https://truth.example/2026/ferry?a=1&b=2';
const text = 'Ferry & tram: “who pays?”';
const everything = 'sheet copy email print facebook x bluesky threads whatsapp telegram linkedin reddit';

const sharing = (attributes = ''): Promise<NewsShare> =>
  fixture<NewsShare>(`<news-share url="${url}" headline="${text}" ${attributes}></news-share>`);

const button = (element: Element, name: string): HTMLElement => {
  const found = all(element, 'button').find((one) => seen(one.querySelector('[part=name]')!) === name);
  if (!found) throw new Error(`no button ${name}: ${seen(element)}`);
  return found;
};

/** All that was told of sharing done. */
function done(element: Element): { method: string; url: string }[] {
  const told: { method: string; url: string }[] = [];
  element.addEventListener('news-share-done', (event) => {
    const { method, url: address } = event as NewsShareDoneEvent;
    told.push({ method, url: address });
  });
  return told;
}

function clipboard(writeText?: (text: string) => Promise<void>): void {
  pretend(navigator, 'clipboard', writeText && { writeText });
}

describe('<news-share>', () => {
  it('is a labelled list of buttons, in the order that the publisher gives', async () => {
    pretend(navigator, 'share', () => Promise.resolve());
    const element = await sharing(`ways="${everything}"`);
    expect(seen(element)).to.equal(
      'Share Share with … Copy link E-mail Print Facebook X Bluesky Threads WhatsApp Telegram LinkedIn Reddit',
    );
    expect(one(element, 'ul')).to.have.attribute('aria-labelledby', 'label');
    for (const one of all(element, 'button')) expect(one.getBoundingClientRect().height).to.be.at.least(24);
    await waitUntil(() => all(element, 'path[d]').length === 12, 'twelve icons');
    await expect(element).to.be.accessible();
  });

  it('takes the place of what stands in it', async () => {
    const element = await fixture('<news-share><a href="mailto:?body=x">Send it</a></news-share>');
    expect(seen(element)).not.to.contain('Send it');
    expect(element.querySelector('a')).to.have.property('assignedSlot', null);
  });

  it('icons alone: the names are there for screen readers', async () => {
    const element = await sharing('variant="icons" ways="copy x"');
    for (const name of all(element, '[part=name]')) {
      expect(name.textContent).not.to.equal('');
      expect(name.getBoundingClientRect().width).to.be.at.most(1);
    }
    for (const one of all(element, 'button')) expect(one.getBoundingClientRect().width).to.be.at.least(24);
    await expect(element).to.be.accessible();
  });

  it('a way that nobody knows is left out, and named', async () => {
    const element = await sharing('ways="copy copy myspace constructor"');
    expect(all(element, 'button')).to.have.length(1);
    expect((await said()).filter((words) => words.startsWith('NEWS-SHARE'))).to.have.length(2);
  });

  describe("the system's sheet", () => {
    it('has no button where there is none', async () => {
      pretend(navigator, 'share', undefined);
      const element = await sharing('ways="sheet copy"');
      expect(seen(element)).to.equal('Share Copy link');
    });

    it('is given the story, and what came of it is told', async () => {
      const given: unknown[] = [];
      pretend(navigator, 'share', (data: unknown) => {
        given.push(data);
        return Promise.resolve();
      });
      const element = await sharing('ways="sheet"');
      const shared = oneEvent<NewsShareDoneEvent>(document.body, 'news-share-done');
      button(element, 'Share with …').click();
      expect(await shared).to.include({ method: 'sheet', url });
      expect(given).to.deep.equal([{ title: text, url }]);
    });

    it('cancelled is no error, and nothing is told', async () => {
      let refuse: (reason: Error) => void = () => {};
      const asked = new Promise<void>((_keep, reject) => (refuse = reject));
      pretend(navigator, 'share', () => asked);
      const element = await sharing('ways="sheet"');
      const told = done(element);
      button(element, 'Share with …').click();
      refuse(new DOMException('Cancelled', 'AbortError'));
      await asked.catch(() => {});
      await element.updateComplete;
      expect(told).to.be.empty;
      expect(all(element, 'input')).to.be.empty;
    });

    it('refused: the link can be copied by hand', async () => {
      pretend(navigator, 'share', () => Promise.reject(new DOMException('No', 'NotAllowedError')));
      const element = await sharing('ways="sheet"');
      const told = done(element);
      button(element, 'Share with …').click();
      await waitUntil(() => all(element, 'input').length, 'a field');
      expect(one<HTMLInputElement>(element, 'input').value).to.equal(url);
      expect(told).to.be.empty;
    });
  });

  describe('the link', () => {
    it('is copied, and a live region that was there before says so, each time', async () => {
      const copied: string[] = [];
      clipboard((words) => Promise.resolve(void copied.push(words)));
      const element = await sharing();
      const status = one(element, '[role=status]');
      const heard: string[] = [];
      new MutationObserver(() => heard.push(status.textContent)).observe(status, {
        childList: true,
        characterData: true,
        subtree: true,
      });
      const told = done(element);
      for (const times of [1, 2]) {
        button(element, 'Copy link').click();
        await waitUntil(() => told.length === times, 'told');
        await waitUntil(() => status.textContent === 'The link is copied.', 'words');
      }
      expect(copied).to.deep.equal([url, url]);
      expect(told).to.deep.equal([
        { method: 'copy', url },
        { method: 'copy', url },
      ]);
      expect(heard).to.deep.equal(['The link is copied.', '', 'The link is copied.']);
      await expect(element).to.be.accessible();
    });

    for (const [what, closed] of [
      ['missing, as on http: pages', undefined],
      ['denied', () => Promise.reject(new DOMException('No', 'NotAllowedError'))],
    ] as const)
      it(`stands in a field to copy it from where the clipboard is ${what}`, async () => {
        clipboard(closed);
        const element = await sharing();
        const told = done(element);
        button(element, 'Copy link').click();
        await waitUntil(() => all(element, 'input').length, 'a field');
        await element.updateComplete;
        const input = one<HTMLInputElement>(element, 'input');
        expect(input).to.have.property('readOnly', true);
        expect(input.value).to.equal(url);
        expect(hasFocus(input)).to.equal(true);
        expect([input.selectionStart, input.selectionEnd]).to.deep.equal([0, url.length]);
        expect(seen(one(element, 'label'))).to.equal('Copy this link:');
        expect(told).to.be.empty;
        await expect(element).to.be.accessible();

        input.dispatchEvent(new ClipboardEvent('copy'));
        expect(told).to.deep.equal([{ method: 'copy', url }]);
      });
  });

  describe('networks and mail', () => {
    const u = encodeURIComponent(url);
    const t = encodeURIComponent(text);
    const opened = {
      Facebook: `https://www.facebook.com/sharer/sharer.php?u=${u}`,
      X: `https://x.com/intent/post?url=${u}&text=${t}`,
      Bluesky: `https://bsky.app/intent/compose?text=${t}%20${u}`,
      Threads: `https://www.threads.com/intent/post?url=${u}&text=${t}`,
      WhatsApp: `https://wa.me/?text=${t}%20${u}`,
      Telegram: `https://t.me/share/url?url=${u}&text=${t}`,
      LinkedIn: `https://www.linkedin.com/sharing/share-offsite/?url=${u}`,
      Reddit: `https://www.reddit.com/submit?url=${u}&title=${t}`,
      'E-mail': `mailto:?subject=${t}&body=${u}`,
    };
    for (const [name, address] of Object.entries(opened))
      it(`${name}: opens its page, and hands over nothing but the story`, async () => {
        const windows: unknown[][] = [];
        pretend(window, 'open', (...given: unknown[]) => void windows.push(given));
        const element = await sharing(`ways="${everything}"`);
        const told = done(element);
        button(element, name).click();
        const target = name === 'E-mail' ? '_self' : '_blank';
        expect(windows).to.deep.equal([[address, target, 'noopener']]);
        const method = name === 'E-mail' ? 'email' : name.toLowerCase();
        expect(told).to.deep.equal([{ method, url }]);
      });

    it('a title that was cut in the middle of a character', async () => {
      const windows: unknown[] = [];
      pretend(window, 'open', (address: string) => void windows.push(address));
      const element = await sharing('ways="reddit"');
      element.headline = 'Ferry \ud83d';
      await element.updateComplete;
      button(element, 'Reddit').click();
      expect(windows).to.deep.equal([`https://www.reddit.com/submit?url=${u}&title=Ferry%20`]);
    });
  });

  it('asks nothing of anybody before a button is pressed', async () => {
    const before = performance.getEntriesByType('resource').map(({ name }) => name);
    const element = await sharing(`ways="${everything}"`);
    await waitUntil(() => all(element, 'path[d]').length, 'icons');
    const after = performance.getEntriesByType('resource').map(({ name }) => name);
    const strange = after.filter(
      (name) => !before.includes(name) && new URL(name).origin !== location.origin,
    );
    expect(strange).to.be.empty;
  });

  it('prints', async () => {
    let printed = 0;
    pretend(window, 'print', () => printed++);
    const element = await sharing();
    const told = done(element);
    button(element, 'Print').click();
    expect(printed).to.equal(1);
    expect(told).to.deep.equal([{ method: 'print', url }]);
  });

  describe('what is shared', () => {
    async function shared(attributes: string): Promise<unknown> {
      const given: unknown[] = [];
      pretend(navigator, 'share', (data: unknown) => {
        given.push(data);
        return Promise.resolve();
      });
      const element = await fixture<NewsShare>(`<news-share ways="sheet" ${attributes}></news-share>`);
      button(element, 'Share with …').click();
      return given[0];
    }

    it('is the page, by its canonical address and title, as they are when it is shared', async () => {
      inHead('<link rel="canonical" href="https://truth.example/canonical">');
      pretend(document, 'title', 'Another title');
      expect(await shared('')).to.deep.equal({
        title: 'Another title',
        url: 'https://truth.example/canonical',
      });
    });

    it('an address relative to the page', async () => {
      expect(await shared('url="/2026/ferry" headline="Ferry"')).to.deep.equal({
        title: 'Ferry',
        url: `${location.origin}/2026/ferry`,
      });
    });

    it('never what would run a script', async () => {
      inHead('<link rel="canonical" href="https://truth.example/canonical">');
      expect(await shared('url="javascript:alert(1)"')).to.include({
        url: 'https://truth.example/canonical',
      });
    });
  });

  it('words over the row: those of the page, and a heading where it is one', async () => {
    const element = await sharing('label="Pass it on" heading-level="2" ways="copy"');
    expect(one(element, 'h2')).to.have.text('Pass it on');
    element.innerHTML = '<h3 slot="heading">Tell others</h3>';
    await element.updateComplete;
    expect(seen(element)).to.equal('Tell others Copy link');
    await expect(element).to.be.accessible();
  });

  it('on an Urdu page, in a narrow column', async () => {
    await loadWords('ur');
    const holder = await fixture(
      `<div dir="rtl" lang="ur" style="inline-size: 160px"><news-share ways="${everything}"></news-share></div>`,
    );
    expect(holder.scrollWidth).to.be.at.most(160);
    await expect(holder.firstElementChild).to.be.accessible();
  });
});
