import { type Content, type ContentAuthor, type ContentStory, slugOf } from '../api/content.js';

/** Where the newspaper's pages and its content API answer. */
export interface Origins {
  readonly site: string;
  readonly api: string;
}

/** What a reader finds in the newspaper today: the content folder, as its pages ask for it. */
export interface Edition {
  readonly sections: Content['sections'];
  /** The newest first. */
  readonly stories: readonly ContentStory[];
  /** The story that also stands at "/". */
  readonly lead: ContentStory;
  /** When something last changed. */
  readonly date: string;
  authorsOf(story: ContentStory): readonly ContentAuthor[];
  author(slug: string): ContentAuthor | undefined;
  /** The name of a tag. */
  tag(slug: string): string | undefined;
}

export const storyPath = ({ section, slug }: ContentStory): string => `/${section}/${slug}`;
export const authorPath = ({ slug }: ContentAuthor): string => `/authors/${slug}`;
export const tagPath = (name: string): string => `/tags/${encodeURIComponent(slugOf(name))}`;

export function createEdition({ sections, authors, stories }: Content, leadId: string): Edition {
  const lead = stories.find(({ id }) => id === leadId);
  if (!lead) throw new Error(`LEAD names the story ${leadId}, which is not there.`);
  const lastChange = (story: ContentStory) => story.updated ?? story.published;
  const byTime = (time: (story: ContentStory) => string) => (one: ContentStory, other: ContentStory) =>
    Date.parse(time(other)) - Date.parse(time(one));
  const author = (slug: string) => authors.find((one) => one.slug === slug);
  const tags = new Map(stories.flatMap((story) => story.tags.map((name) => [slugOf(name), name] as const)));
  return {
    sections,
    stories: [...stories].sort(byTime(({ published }) => published)),
    lead,
    date: lastChange([...stories].sort(byTime(lastChange))[0]!),
    authorsOf: (story) => story.authors.flatMap((slug) => author(slug) ?? []),
    author,
    tag: (slug) => tags.get(slug),
  };
}
