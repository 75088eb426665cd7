import { html, nothing, type TemplateResult } from 'lit';
import type { Story } from '../model/index.js';
import type { storyWords } from '../kit/words/en.js';
import type { Say } from '../kit/words/say.js';

/** Small things in a row, with dots between them that are not read out; undefined when there are none. */
export function dotted(things: unknown[]): unknown {
  const there = things.filter((thing) => thing !== nothing);
  // Each place for a list costs time, and most of them hold one thing.
  return there[1]
    ? there.map((thing, index) =>
        index ? html`<span part="dot" aria-hidden="true">${' · '}</span>${thing}` : thing,
      )
    : there[0];
}

/** A word that the page may style. */
export const mark = (name: string, words: string): TemplateResult =>
  html`<span class=${name} part=${name}>${words}</span>`;

/** The line above a headline: what kind of story it is. */
export function kickerLine(
  story: Story,
  say: Say<keyof typeof storyWords>,
  kicker: string | undefined,
): unknown {
  const kinds = dotted([
    story.live ? mark('live', say('live')) : nothing,
    story.label && story.label !== 'news' ? mark('label', say(story.label)) : nothing,
    kicker ? html`<span lang=${story.lang ?? nothing} dir="auto">${kicker}</span>` : nothing,
    story.subscribersOnly ? mark('subscribers', say('subscribersOnly')) : nothing,
  ]);
  return kinds ? html`<p class="kicker" part="kicker">${kinds}</p>` : nothing;
}
