import { html } from 'hono/html';
import type { ContentAuthor, ContentStory } from '../api/content.js';
import { authorPath, type Edition, type Origins, tagPath } from './edition.js';
import { type Html, page } from './page.js';
import { teaser, teaserList } from './teaser.js';
import { wordsIn } from './words.js';

interface Front {
  readonly title: string;
  readonly description: string;
  readonly path: string;
  readonly section?: string;
  /** What the list of stories is made from, as `news-related-stories` takes it. */
  readonly from: string;
  readonly stories: readonly ContentStory[];
  /** What stands under the title. */
  readonly about?: Html;
}

const words = wordsIn('en');

/** A page of stories: one big, the others in a grid under it. */
function front(edition: Edition, origins: Origins, { title, from, stories, about, ...rest }: Front): Html {
  const [first, ...others] = stories;
  const main = html`<header class="front-head">
      <h1>${title}</h1>
      ${about}
    </header>
    ${
      first
        ? html`<news-article-card
            class="splash"
            story="${first.id}"
            layout="row"
            loading="eager"
            heading-level="2"
            show="picture kicker excerpt byline date"
            >${teaser(first, words)}</news-article-card
          >`
        : ''
    }
    ${
      first && others.length > 0
        ? html`<news-related-stories
            from="${from}"
            story="${first.id}"
            limit="4"
            load-more
            layout="grid"
            loading="eager"
            heading-level="1"
            label=""
            excerpt-lines="2"
            >${teaserList(others.slice(0, 4), words)}</news-related-stories
          >`
        : ''
    }`;
  return page(edition, origins, {
    ...rest,
    title: `${title} | ${words.nameplate}`,
    words,
    kind: 'front',
    main,
  });
}

export function sectionFront(edition: Edition, origins: Origins, slug: string, name: string): Html {
  return front(edition, origins, {
    title: name,
    description: `${name}: the newest stories of ${words.nameplate}.`,
    path: `/${slug}`,
    section: slug,
    from: `section:${slug}`,
    stories: edition.stories.filter(({ section }) => section === slug),
  });
}

export function authorFront(edition: Edition, origins: Origins, author: ContentAuthor): Html {
  const { slug, name, role, bio, portrait, lang = 'en' } = author;
  return front(edition, origins, {
    title: name,
    description: `Stories by ${name} in ${words.nameplate}.`,
    path: authorPath(author),
    from: `author:${slug}`,
    stories: edition.stories.filter(({ authors }) => authors.includes(slug)),
    about: html`<div class="about-author" lang="${lang}">
      ${portrait ? html`<img src="${origins.api}/pictures/${portrait}" alt="" width="96" height="96" />` : ''}
      <div>
        ${role ? html`<p class="role" dir="auto">${role}</p>` : ''} ${bio ? html`<p dir="auto">${bio}</p>` : ''}
      </div>
    </div>`,
  });
}

export function tagFront(edition: Edition, origins: Origins, slug: string, name: string): Html {
  return front(edition, origins, {
    title: name,
    description: `Everything about ${name} in ${words.nameplate}.`,
    path: tagPath(name),
    from: `tag:${slug}`,
    stories: edition.stories.filter(({ tags }) => tags.includes(name)),
  });
}

/** What a reader was looking for, where no script runs or they want more than the search shows under its field. */
export async function searchPage(edition: Edition, origins: Origins, sought: string): Promise<Html> {
  const found = sought ? await findStories(edition, origins.api, sought) : [];
  return page(edition, origins, {
    title: `${words.search} | ${words.nameplate}`,
    description: `Look for a story in ${words.nameplate}.`,
    path: '/search',
    words,
    kind: 'plain',
    main: html`<div class="plain-text">
      <h1>${sought ? html`Looking for “<bdi>${sought}</bdi>”` : words.looking}</h1>
      ${
        found === undefined
          ? html`<p>The search does not answer at the moment. Try again in a minute.</p>`
          : found.length > 0
            ? teaserList(found, words)
            : sought
              ? html`<p>There is no story about that. These words may be spelt otherwise in the paper.</p>`
              : ''
      }
    </div>`,
  });
}

/** The stories that the content API finds, the best first; undefined when it does not answer. */
async function findStories(
  { stories }: Edition,
  api: string,
  sought: string,
): Promise<readonly ContentStory[] | undefined> {
  const query = new URLSearchParams({ q: sought.slice(0, 200), limit: '50' });
  try {
    const answer = await fetch(`${api}/v1/stories?${query}`, { signal: AbortSignal.timeout(3000) });
    if (!answer.ok) return undefined;
    const { items } = (await answer.json()) as { items: readonly { id: string }[] };
    return items.flatMap(({ id }) => stories.find((story) => story.id === id) ?? []);
  } catch {
    return undefined;
  }
}

export function privacyPage(edition: Edition, origins: Origins): Html {
  return page(edition, origins, {
    title: `${words.privacy} | ${words.nameplate}`,
    description: 'What becomes of the details of readers who comment.',
    path: '/privacy',
    words,
    kind: 'plain',
    main: html`<div class="plain-text">
      <h1>What we do with your details</h1>
      <p>
        When you leave a comment we publish your name, your words and, if you give one, the address of your
        website. We keep your e-mail address so that an editor can write to you about what you said. It is never
        shown, sold or lent.
      </p>
      <p>
        While you write, your comment is kept in your own browser, so that nothing is lost if the connection is.
        It leaves the browser when you post it, and is forgotten there as soon as it has arrived. Your name,
        e-mail address and website are remembered for the next time only if you tick the box that says so, and
        again only in your browser.
      </p>
      <p>
        We set no cookies, and no other company is told what you read. To have a comment taken down, or to learn
        what we hold about you, write to
        <a href="mailto:desk@harbour-courier.example">desk@harbour-courier.example</a>.
      </p>
    </div>`,
  });
}

export function missingPage(edition: Edition, origins: Origins, path: string): Html {
  return page(edition, origins, {
    title: `Not found | ${words.nameplate}`,
    description: 'There is nothing at this address.',
    path,
    words,
    kind: 'plain',
    main: html`<div class="plain-text">
        <h1>Nothing is moored here</h1>
        <p>The page that you followed has sailed, or never was. These have just come in.</p>
      </div>
      <news-related-stories from="latest" limit="4" layout="grid" show="picture kicker date" loading="eager"
        >${teaserList(edition.stories.slice(0, 4), words)}</news-related-stories
      >`,
  });
}
