// Loaded where `json-ld` is set.
import { compact } from '../../kit/compact.js';
import { fillScript } from '../../kit/trusted.js';
import type { Author, Story, StoryLabel } from '../../model/index.js';

/** Kinds of schema.org's NewsArticle. A live story is no LiveBlogPosting: that would have to list its updates. */
const kinds: Partial<Record<StoryLabel, string>> = {
  opinion: 'OpinionNewsArticle',
  analysis: 'AnalysisNewsArticle',
  review: 'ReviewNewsArticle',
  explainer: 'BackgroundNewsArticle',
  sponsored: 'AdvertiserContentArticle',
};

const person = ({ name, url, role }: Author): object =>
  compact({ '@type': 'Person', name, url, jobTitle: role });

/** What search engines read about a story, as schema.org names it. */
export function articleJsonLd(story: Story): object {
  const { label, section, picture, authors = [], tags = [], corrections = [], subscribersOnly } = story;
  return compact<Record<string, unknown>>({
    '@context': 'https://schema.org',
    '@type': (label && kinds[label]) ?? 'NewsArticle',
    mainEntityOfPage: story.url,
    url: story.url,
    headline: story.headline,
    description: story.standfirst,
    inLanguage: story.lang,
    datePublished: story.published,
    dateModified: story.updated ?? story.published,
    author: authors.length ? authors.map(person) : undefined,
    image: picture && [
      compact({
        '@type': 'ImageObject',
        url: picture.src,
        width: picture.width,
        height: picture.height,
        caption: picture.caption,
        creditText: picture.credit,
      }),
    ],
    articleSection: section?.name,
    keywords: tags.length ? tags.map(({ name }) => name) : undefined,
    correction: corrections.length
      ? corrections.map(({ date, note }) => ({
          '@type': 'CorrectionComment',
          datePublished: date,
          text: note,
        }))
      : undefined,
    isAccessibleForFree: !subscribersOnly,
    hasPart: subscribersOnly
      ? { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '[data-news-body]' }
      : undefined,
  });
}

/** The same as text that may stand in a script element of a page. */
export const jsonLdText = (story: Story): string =>
  JSON.stringify(articleJsonLd(story)).replace(/</g, '\\u003c');

const isArticle = (script: Element): boolean =>
  /"@type"\s*:\s*\[?\s*"\w*(Article|Posting)"/.test(script.textContent);

/** Writes it into the article, once a page: not where the page, or another article on it, tells its own. */
export function writeJsonLd(article: Element, story: Story): void {
  const selector = 'script[type="application/ld+json"]';
  const own = article.querySelector<HTMLScriptElement>(`:scope > ${selector}[data-news-json-ld]`);
  if (!own && [...document.querySelectorAll(selector)].some(isArticle)) return;
  const script = document.createElement('script');
  script.type = 'application/ld+json';
  script.setAttribute('data-news-json-ld', '');
  try {
    fillScript(script, jsonLdText(story));
  } catch {
    // The page refuses our policy, as a warning says.
    return;
  }
  if (own) own.replaceWith(script);
  else article.append(script);
}
