import { expect } from '@open-wc/testing';
import DOMPurify from 'dompurify';
import { attacks, figure } from './page.js';
import { remains } from './remains.js';
import { portions } from './shown.js';
import { provoke, settled, stretchIn } from './tripwires.js';

/** Ways in which pages put strings of others into themselves. */
const ways: Readonly<Record<string, ((body: HTMLElement, text: string) => void) | undefined>> = {
  'control: raw `innerHTML`': (body, text) => (body.innerHTML = text),
  'peer: DOMPurify': (body, text) =>
    body.replaceChildren(DOMPurify.sanitize(text, { RETURN_DOM_FRAGMENT: true })),
  ...('setHTML' in Element.prototype && {
    "peer: the browser's own `setHTML`": (body, text) =>
      (body as HTMLElement & { setHTML(text: string): void }).setHTML(text),
  }),
};

describe('the same strings by other ways', () => {
  for (const [name, put] of Object.entries(ways))
    it(name, async () => {
      const { strings } = await attacks();
      const caught = new Set<string>();
      let left = 0;
      for (const some of portions(strings, 50)) {
        const frames = some.map((text) => {
          const frame = document.createElement('iframe');
          document.body.append(frame);
          const inside = frame.contentDocument!;
          const base = inside.createElement('base');
          base.href = 'http://127.0.0.1:1/';
          inside.head.append(base);
          const say = (): void => void caught.add(text);
          stretchIn(frame.contentWindow!, say);
          // Where attacks look for it.
          Object.assign(frame.contentWindow!, { parent: frame.contentWindow });
          // As what an element of ours makes of a body.
          inside.body.dataset.newsBody = '';
          put!(inside.body, text);
          if (remains(inside).length) left++;
          provoke(inside);
          return frame;
        });
        for (const { contentDocument } of frames) if (contentDocument) await settled(contentDocument);
        for (const frame of frames) frame.remove();
      }
      await figure('attacks', name, `${caught.size} ran, ${left} left, of ${strings.length}`);
      // The net catches what runs.
      if (name.startsWith('control')) expect(caught.size).to.be.greaterThan(strings.length / 10);
      else expect(caught.size).to.equal(0);
    }).timeout(3_600_000);
});
