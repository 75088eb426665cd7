import { html } from 'hono/html';
import type { ContentStory } from '../api/content.js';
import { storyPath } from './edition.js';
import type { Html } from './page.js';
import { type Words, wordsIn } from './words.js';

/** The line over a headline: what kind of piece it is, and what it is about. */
export const kickerOf = ({ live, label, kicker, subscribersOnly }: ContentStory, words: Words): string =>
  [
    live ? words.live : '',
    label && label !== 'news' ? words.labels[label] : '',
    kicker,
    subscribersOnly ? words.subscribers : '',
  ]
    .filter(Boolean)
    .join(' · ');

/** A story as the page's own plain links show it; elements have it as their fallback. */
export const teaser = (story: ContentStory, words: Words): Html => {
  const { lang, dir } = wordsIn(story.lang);
  const kicker = kickerOf(story, words);
  return html`${kicker ? html`<p class="kicker" lang="${lang}" dir="auto">${kicker}</p>` : ''}
    <p class="teaser-headline" lang="${lang}" dir="${dir}"><a href="${storyPath(story)}">${story.headline}</a></p>`;
};

export const teaserList = (stories: readonly ContentStory[], words: Words): Html =>
  html`<ul class="teasers">
    ${stories.map((story) => html`<li>${teaser(story, words)}</li>`)}
  </ul>`;
