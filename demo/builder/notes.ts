import { loadSource, kindOf } from '../../src/sources/registry.js';
import type { Source } from '../../src/sources/source.js';
import type { Choice, Chosen } from './choice.js';

/** What an element is nothing without, of what a kind of API may lack. */
const needs: Readonly<Record<string, readonly (keyof Source)[]>> = {
  'news-comment-count': ['comments'],
  'news-comment-form': ['postComment'],
  'news-comments': ['comments', 'postComment', 'reportComment'],
};

const lacking: Readonly<Partial<Record<keyof Source, string>>> = {
  comments: 'has no comments to read: readers see the fallback',
  postComment: 'takes no comments: readers cannot write one',
  reportComment: 'takes no reports of comments: name a page for them by report-url',
};

const aboutPage = ['news-article', 'news-byline', 'news-comment-count', 'news-comment-form', 'news-comments'];

/** Whether it would speak about the story of the page that it stands in. */
const speaksAboutPage = ({ tag, attributes: { story, by, from = 'related' } }: Chosen): boolean =>
  !story && !by && (aboutPage.includes(tag) || (tag === 'news-related-stories' && from === 'related'));

/** The kind of API, as far as its address or the choice tells. */
export const sourceOf = ({ source, api }: Choice): Promise<Source> =>
  loadSource(source === 'auto' ? kindOf(api, null).source : source, api);

/** What a publisher should know before they paste. */
export async function notesOn(choice: Choice): Promise<string[]> {
  const { elements, refused, way, words } = choice;
  const source = await sourceOf(choice);
  const able = elements.flatMap(({ tag, attributes }) => {
    const missing = (needs[tag] ?? []).filter(
      (need) => !source[need] && !(need === 'reportComment' && attributes['report-url']),
    );
    // Without comments there is nothing to report.
    const told = missing.includes('comments') ? (['comments'] as const) : missing;
    return told.map((need) => `<${tag}>: an API of kind ${source.name} ${lacking[need]}.`);
  });
  const framed = way === 'frame' || way === 'static' || way === 'no-script';
  const nameless = elements
    .filter((one) => framed && speaksAboutPage(one))
    .map(({ tag }) => `<${tag}> speaks about the story of its page, which is not known here: set story.`);
  const awaited = elements
    .filter((one) => !framed && speaksAboutPage(one))
    .map(
      ({ tag }) =>
        `<${tag}> will speak about the story of the page that you paste it into. Here it has none: set story to see one.`,
    );
  const shares =
    way === 'frame' && elements.some(({ tag, attributes }) => tag === 'news-share' && !attributes.url)
      ? ['<news-share> would share the address of the frame: set url.']
      : [];
  const unpublished =
    way === 'npm'
      ? ['This version is not on npm yet: install the file that npm pack makes of the project.']
      : [];
  const bare =
    words || framed || !elements.length
      ? []
      : ['Nothing shows without JavaScript, or while the API is away: name a fallback.'];
  return [...refused, ...able, ...nameless, ...awaited, ...shares, ...unpublished, ...bare];
}
