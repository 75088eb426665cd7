import { html, nothing, type TemplateResult } from 'lit';
import type { Story } from '../model/index.js';
import type { storyWords } from '../kit/words/en.js';
import type { Say } from '../kit/words/say.js';

/** Small things in a row, with dots between them that are not read out. */
export const dotted = (things: unknown[]): unknown[] =>
  things
    .filter((thing) => thing !== nothing)
    .map((thing, index) => (index ? html`<span aria-hidden="true">${' · '}</span>${thing}` : thing));

/** A line of small things; nothing when there are none. */
export function line(name: string, things: unknown[]): unknown {
  const there = dotted(things);
  return there.length ? html`<p class=${name} part=${name}>${there}</p>` : nothing;
}

/** A word that the page may style. */
export const mark = (name: string, words: string): TemplateResult =>
  html`<span class=${name} part=${name}>${words}</span>`;

/** The line above a headline: what kind of story it is. */
export const kickerLine = (story: Story, say: Say<keyof typeof storyWords>, kicker = story.kicker): unknown =>
  line('kicker', [
    story.live ? mark('live', say('live')) : nothing,
    story.label && story.label !== 'news' ? mark('label', say(story.label)) : nothing,
    kicker ? html`<span lang=${story.lang ?? nothing} dir="auto">${kicker}</span>` : nothing,
    story.subscribersOnly ? mark('subscribers', say('subscribersOnly')) : nothing,
  ]);
