import { expect } from '@open-wc/testing';
import { attacks, figure } from './page.js';
import { portions } from './shown.js';
import { provoke, settled, stretchIn } from './tripwires.js';

describe('the same strings by raw innerHTML', () => {
  it('do run: the net would catch them', async () => {
    const { strings } = await attacks();
    const caught = new Set<string>();
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
        inside.body.innerHTML = text;
        provoke(inside);
        return frame;
      });
      for (const { contentDocument } of frames) if (contentDocument) await settled(contentDocument);
      for (const frame of frames) frame.remove();
    }
    expect(caught.size).to.be.greaterThan(strings.length / 10);
    await figure('attacks', 'control: raw `innerHTML`', `${caught.size} of ${strings.length}`);
  }).timeout(3_600_000);
});
