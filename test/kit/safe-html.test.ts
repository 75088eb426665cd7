import { expect } from '@open-wc/testing';
import { allowed, anywhere } from '../../src/kit/safe-html/allow-list.js';
import { built, safeHtml } from '../../src/kit/safe-html/browser.js';
import { safeHtml as safeHtmlOfServer, written } from '../../src/server/safe-html.js';
import { attacks } from './safe-html.attacks.js';
import { corpus } from './safe-html.corpus.js';

const place = { base: 'https://news.example/2026/story' };

/** As it is in the page. */
const html = (text: string): string => {
  const holder = document.createElement('div');
  holder.append(built(safeHtml(text, place)));
  return holder.innerHTML;
};

describe('safe HTML', () => {
  it('keeps what a text is made of', () => {
    const text =
      '<p lang="en">One <em>two</em> <a rel="noopener" href="https://news.example/x">three</a></p><ul><li>four</li></ul>';
    expect(html(text)).to.equal(text);
  });

  for (const [what, given, kept] of [
    ['scripts and styles go with their words', '<p>a<script>b</script><style>c</style></p>', '<p>a</p>'],
    ['of what is unknown the words stay', '<x-y>a <font>b</font></x-y>', 'a b'],
    ['landmarks and forms become boxes', '<main><form>a</form></main>', '<div><div>a</div></div>'],
    ['styles, names and handlers go', '<p style="a" name="b" onclick="c" data-d>e</p>', '<p>e</p>'],
    [
      'ids get a prefix, and links to them',
      '<a href="#a">b</a><p id="a">c</p>',
      '<a rel="noopener" href="#news-a">b</a><p id="news-a">c</p>',
    ],
    [
      'addresses start from that of the story',
      '<a href="x">a</a>',
      '<a rel="noopener" href="https://news.example/2026/x">a</a>',
    ],
    ['a link that would run a script is none', '<a href="javascript:a">b</a>', '<a rel="noopener">b</a>'],
    [
      'what the law wants said of a link is said',
      '<a href="//b.example" rel="sponsored opener" target="_blank">a</a>',
      '<a rel="noopener sponsored" href="https://b.example/">a</a>',
    ],
    [
      'classes that a page may use for itself go',
      '<p class="modal has-drop-cap is-overlay">a</p>',
      '<p class="has-drop-cap">a</p>',
    ],
    ['a picture that is not of the web goes', '<img src="data:image/gif;base64,x">', ''],
    ['what hides words hides them', '<p hidden onclick="x">a</p>', '<p hidden="">a</p>'],
  ] as const)
    // prettier-ignore
    it(what, () => expect(html(given)).to.equal(kept));

  it('pictures are lazy, and keep their shape', () => {
    const holder = document.createElement('div');
    holder.append(
      built(safeHtml('<img src="/a.png" srcset="/b.png 2x, javascript:c 3x" width="3" height="2">', place)),
    );
    const image = holder.querySelector('img')!;
    expect(image).to.include({
      loading: 'lazy',
      width: 3,
      height: 2,
      alt: '',
      srcset: 'https://news.example/b.png 2x',
    });
    expect(image.src).to.equal('https://news.example/a.png');
    expect(image.referrerPolicy).to.equal('strict-origin-when-cross-origin');
  });

  it('a frame is a link until it is asked for', () => {
    const kept = html(
      '<iframe src="https://www.youtube.com/embed/x" title="A film" width="16" height="9"></iframe>',
    );
    expect(kept).to.contain('<a href="https://www.youtube.com/embed/x" rel="noopener">A film</a>');
    expect(kept).not.to.contain('<iframe');
  });

  describe('in a browser and on a server alike', () => {
    const all = [...Object.entries(corpus), ...attacks.map((text) => [text, text] as const)];
    it(`${all.length} texts`, () => {
      for (const [what, text] of all)
        expect(JSON.stringify(safeHtml(text, place)), what).to.equal(
          JSON.stringify(safeHtmlOfServer(text, place)),
        );
    });

    it('what a server writes is what a browser builds', () => {
      for (const [what, text] of Object.entries(corpus)) {
        if (what === 'wrong nesting') continue;
        const holder = document.createElement('div');
        holder.innerHTML = written(safeHtmlOfServer(text, place));
        expect(holder.innerHTML, what).to.equal(html(text));
      }
    });
  });

  describe('holds against what hostile content tries', () => {
    let runs = 0;
    const page = window as unknown as { ran?: () => void };
    beforeEach(() => {
      runs = 0;
      page.ran = () => {
        runs++;
      };
    });
    afterEach(() => delete page.ran);

    /** Puts each text into a frame of its own, fires all that can be fired in it, and counts what ran. */
    async function tried(fill: (body: HTMLElement, text: string) => void): Promise<number> {
      for (let at = 0; at < attacks.length; at += 60) {
        const frames = attacks.slice(at, at + 60).map((text) => {
          const frame = document.createElement('iframe');
          document.body.append(frame);
          const inside = frame.contentDocument!;
          // Else the address of the test's own page is what a relative one starts from.
          inside.head.append(
            Object.assign(inside.createElement('base'), { href: 'https://nowhere.invalid/' }),
          );
          inside.addEventListener('submit', (event) => event.preventDefault());
          // A frame may not go to another page.
          inside.addEventListener('click', (event) => {
            const link = (event.target as Element).closest<HTMLAnchorElement>('a, area');
            if (link && link.protocol !== 'javascript:') event.preventDefault();
          });
          fill(inside.body, text);
          for (const element of inside.body.querySelectorAll<HTMLElement>('*')) {
            for (const name of element.getAttributeNames())
              if (name.startsWith('on')) element.dispatchEvent(new Event(name.slice(2)));
            element.click?.();
          }
          return frame;
        });
        await new Promise((resolve) => setTimeout(resolve, 150));
        for (const frame of frames) frame.remove();
      }
      return runs;
    }

    it('raw, they do run', async () => {
      expect(await tried((body, text) => (body.innerHTML = text))).to.be.greaterThan(100);
    }).timeout(120_000);

    it('built in a browser, none does', async () => {
      expect(await tried((body, text) => body.append(built(safeHtml(text, place))))).to.equal(0);
    }).timeout(120_000);

    it('written by a server, none does', async () => {
      expect(await tried((body, text) => (body.innerHTML = written(safeHtmlOfServer(text, place))))).to.equal(
        0,
      );
    }).timeout(120_000);

    it('nothing is left that the list does not name', () => {
      const ours = /^data-news-embed(-|$)/;
      for (const text of [...attacks, ...Object.values(corpus)])
        for (const make of [() => html(text), () => written(safeHtmlOfServer(text, place))]) {
          const left = new DOMParser().parseFromString(make(), 'text/html').body;
          for (const element of left.querySelectorAll('*')) {
            const rule = allowed.get(element.localName);
            expect(element.namespaceURI, text).to.equal('http://www.w3.org/1999/xhtml');
            expect(!!rule && element.localName !== 'iframe', `${element.localName} of ${text}`).to.equal(
              true,
            );
            for (const { name, value } of element.attributes) {
              const may =
                name in anywhere || name in { ...rule?.attributes, ...rule?.always } || ours.test(name);
              expect(may, `${name} of ${text}`).to.equal(true);
              expect(value, text).not.to.match(/^\s*(javascript|data|vbscript|blob):/i);
            }
          }
        }
    });
  });
});
