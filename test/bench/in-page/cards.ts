// Cards that show the same: picture, kicker, headline with its link, standfirst, date.
import type { Story } from '../../../src/model/index.js';
import { stories } from '../content.js';
import { floor, sheet } from './floor.js';
import type { Contestant } from './measure.js';
import { dateOf, PlainList } from './plain-list.js';

export { floor };

const pieces = 'picture kicker excerpt date';

/** No list of ours shows more. */
const LONGEST = 100;

/** One element of ours that shows them all, or as many as it takes. */
export const list: Contestant = (count) => {
  const all = stories(count);
  const parts = Array.from({ length: Math.ceil(count / LONGEST) }, (_, part) =>
    all.slice(part * LONGEST, (part + 1) * LONGEST),
  );
  return (place) => {
    const made = parts.map((data) =>
      Object.assign(document.createElement('news-related-stories'), {
        data,
        limit: LONGEST,
        layout: 'grid',
        show: pieces,
      }),
    );
    place.append(...made);
  };
};

/** An element of ours for each. */
export const elements: Contestant = (count) => {
  const data = stories(count);
  return (place) => {
    const made = data.map((story) =>
      Object.assign(document.createElement('news-article-card'), { data: story, show: pieces }),
    );
    place.append(...made);
  };
};

export const plainLit: Contestant = (count, given) => {
  if (!customElements.get('plain-list'))
    customElements.define('plain-list', PlainList.with(sheet(given.css)));
  const data = stories(count);
  return (place) => {
    place.append(Object.assign(document.createElement('plain-list'), { stories: data }));
  };
};

const escaped = (text: string | undefined): string =>
  (text ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const written =
  (write: (story: Story) => string): Contestant =>
  (count) => {
    const text = stories(count).map(write).join('');
    return (place) => {
      place.innerHTML = text;
    };
  };

/** A frame for what the page writes: its content stands in the page, not in the card. */
export const webAwesome = written(
  (story) =>
    `<wa-card with-media with-footer><img slot="media" src="${story.picture?.src ?? ''}" width="600" height="400" alt="" loading="lazy"><p>${escaped(story.kicker)}</p><h3><a href="${escaped(story.url)}">${escaped(story.headline)}</a></h3><p>${escaped(story.standfirst)}</p><time slot="footer" datetime="${story.published ?? ''}">${dateOf(story)}</time></wa-card>`,
);

export const spectrum = written(
  (story) =>
    `<sp-card heading="${escaped(story.headline)}" subheading="${escaped(story.kicker)}" href="${escaped(story.url)}"><img slot="cover-photo" src="${story.picture?.src ?? ''}" width="600" height="400" alt="" loading="lazy"><div slot="description">${escaped(story.standfirst)}</div><time slot="footer" datetime="${story.published ?? ''}">${dateOf(story)}</time></sp-card>`,
);
