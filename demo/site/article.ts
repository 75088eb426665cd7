import { html, raw } from 'hono/html';
import { marked } from 'marked';
import { formatDate } from '../../src/kit/dates.js';
import type { Comment } from '../../src/model/index.js';
import type { ContentStory } from '../api/content.js';
import { discussion } from './discussion.js';
import { authorPath, type Edition, type Origins, storyPath, tagPath } from './edition.js';
import { type Html, page } from './page.js';
import { teaser, teaserList } from './teaser.js';
import { type Words, wordsIn } from './words.js';

/** The story's text, and in it the pulled quote: before the longest paragraph, so that there is text to stand beside it. */
function bodyWith(quote: Html | string, markdown: string): Html {
  const blocks = marked.lexer(markdown);
  const lengths = blocks.map(({ type, raw: { length } }, index) =>
    type === 'paragraph' && index > 0 ? length : 0,
  );
  const place = lengths.indexOf(Math.max(...lengths));
  return html`${raw(marked.parser(blocks.slice(0, place)))} ${quote} ${raw(marked.parser(blocks.slice(place)))}`;
}

function pulledQuote({ id, quotes }: ContentStory): Html | string {
  const quote = quotes?.[0];
  if (!quote) return '';
  return html`<news-pull-quote story="${id}" decorative>
    <figure class="pulled" aria-hidden="true">
      <blockquote><p>${quote.text}</p></blockquote>
      <figcaption><b>${quote.by}</b>${[quote.role, quote.via].map((one) => one && ` · ${one}`)}</figcaption>
    </figure>
  </news-pull-quote>`;
}

/** Other stories beside the text: the newest of each other section, and the longest; in the page's language if there are any. */
function besides({ sections, stories }: Edition, story: ContentStory) {
  const others = stories.filter(
    (other) => other !== story && other.section !== story.section && other.label !== 'sponsored',
  );
  const newest = sections.flatMap(({ slug }) => {
    const here = others.filter(({ section }) => section === slug);
    return here.find(({ lang }) => lang === story.lang) ?? here[0] ?? [];
  });
  const longest = others
    .filter((other) => !newest.includes(other))
    .sort((one, other) => other.body.length - one.body.length)
    .slice(0, 3);
  return { newest, longest };
}

function rail(edition: Edition, story: ContentStory, words: Words): Html {
  const { newest, longest } = besides(edition, story);
  return html`<aside class="rail">
    <section aria-labelledby="elsewhere">
      <h2 id="elsewhere">${words.elsewhere}</h2>
      ${newest.map(
        (other, index) =>
          html`<news-article-card
            story="${other.id}"
            data-section="${other.section}"
            layout="${index === 0 ? 'stacked' : 'compact'}"
            show="${index === 0 ? 'picture kicker excerpt' : 'picture kicker'}"
            >${teaser(other, words)}</news-article-card
          >`,
      )}
    </section>
    <section aria-labelledby="at-length">
      <h2 id="at-length">${words.atLength}</h2>
      ${longest.map(
        (other) =>
          html`<news-article-card
            story="${other.id}"
            data-section="${other.section}"
            layout="numbered"
            show="byline"
            >${teaser(other, words)}</news-article-card
          >`,
      )}
    </section>
  </aside>`;
}

/** The page of a story. It also stands at "/" for the one that leads. */
export function articlePage(
  edition: Edition,
  origins: Origins,
  story: ContentStory,
  comments: readonly Comment[] | undefined,
  /** How the comment was stored that the reader has just posted without JavaScript. */
  stored: string | undefined,
): Html {
  const words = wordsIn(story.lang);
  const { lang } = words;
  const { section, label, picture, updated, corrections = [] } = story;
  const authors = edition.authorsOf(story);
  const sectionName = words.sections[section] ?? section;
  const names = new Intl.ListFormat(lang)
    .formatToParts(authors.map(({ name }) => name))
    .map(({ type, value }) => {
      const author = type === 'element' && authors.find(({ name }) => name === value);
      return author ? html`<a rel="author" href="${authorPath(author)}">${value}</a>` : value;
    });
  const byline = (prompt: string) => html`<p class="byline"><span>${prompt}</span> ${names}</p>`;
  const sameSection = edition.stories.filter((other) => other !== story && other.section === section);

  const notice = stored === 'approved' ? words.posted : stored === 'held' ? words.held : undefined;

  const mail = `mailto:?${String(
    new URLSearchParams({ subject: story.headline, body: origins.site + storyPath(story) }),
  ).replaceAll('+', '%20')}`;

  const main = html`${notice ? html`<p class="notice" role="status">${notice}</p>` : ''}
    <div class="spread">
      <news-article story="${story.id}" json-ld>
        <p slot="kicker" class="kicker">
          ${story.live ? html`<span class="live">${words.live}</span>` : ''}
          <a href="/${section}">${sectionName}</a>
          ${label && label !== 'news' ? html`<span>${words.labels[label]}</span>` : ''}
          ${story.kicker ? html`<span>${story.kicker}</span>` : ''}
          ${story.subscribersOnly ? html`<span>${words.subscribers}</span>` : ''}
        </p>
        <h1 slot="heading">${story.headline}</h1>
        <p slot="standfirst" class="standfirst">${story.standfirst}</p>
        ${authors.length > 0 ? html`<p slot="byline" class="byline"><span>${words.by}</span> ${names}</p>` : ''}
        <p slot="dates" class="dates">
          <time datetime="${story.published}">${formatDate(story.published, lang, 'datetime')}</time>
          ${
            updated
              ? html`<span
                  >${words.updated}
                  <time datetime="${updated}">${formatDate(updated, lang, 'datetime')}</time></span
                >`
              : ''
          }
          <news-comment-count story="${story.id}" href="#comments"
            ><a href="#comments"
              >${words.discussion(comments?.filter(({ status }) => status === 'approved').length ?? 0)}</a
            ></news-comment-count
          >
        </p>
        ${
          picture
            ? html`<figure slot="media" class="lead-picture">
                <img
                  src="${origins.api}/pictures/${picture.file}"
                  width="${picture.width}"
                  height="${picture.height}"
                  alt="${picture.alt}"
                  fetchpriority="high"
                />
                <figcaption>${picture.caption} <span class="credit">${picture.credit}</span></figcaption>
              </figure>`
            : ''
        }
        <div slot="body" class="body">${bodyWith(pulledQuote(story), story.body)}</div>
        ${
          corrections.length > 0
            ? html`<div slot="corrections" class="end">
                ${corrections.map(
                  ({ date, note }) =>
                    html`<p class="correction">
                      <b>${words.correction}, <time datetime="${date}">${formatDate(date, lang)}</time>.</b>
                      ${note}
                    </p>`,
                )}
              </div>`
            : ''
        }
        <p slot="tags" class="end tags">
          <span>${words.tags}</span>
          ${story.tags.map((tag) => html`<a href="${tagPath(tag)}" lang="en">${tag}</a>`)}
        </p>
      </news-article>
      <footer class="end">
        ${authors.length > 0 ? html`<news-byline variant="box">${byline(words.writtenBy)}</news-byline>` : ''}
        <news-share label="${words.share}" headline="${story.headline}"
          ><p><a href="${mail}">${words.share}</a></p></news-share
        >
      </footer>
      ${rail(edition, story, words)}
    </div>
    ${discussion(story, comments, origins, words)}
    <news-related-stories
      class="related"
      limit="4"
      load-more
      layout="grid"
      show="picture kicker excerpt date"
      excerpt-length="110"
    >
      <h2>${words.related}</h2>
      ${teaserList(sameSection.slice(0, 4), words)}
    </news-related-stories>`;

  return page(edition, origins, {
    title: `${story.headline} | ${words.nameplate}`,
    description: story.standfirst,
    path: storyPath(story),
    words,
    section,
    kind: 'story',
    main,
  });
}
