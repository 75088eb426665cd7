import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { StoryLabel } from '../../src/model/index.js';
import { createValidator, fieldErrors, pointer } from './contract.js';

export interface ContentSection {
  readonly slug: string;
  readonly name: string;
}

export interface ContentAuthor {
  readonly slug: string;
  readonly name: string;
  readonly role?: string;
  readonly bio?: string;
  readonly portrait?: string;
  readonly staff: boolean;
  readonly lang?: string;
}

export interface ContentPicture {
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
}

export interface ContentQuote {
  readonly text: string;
  readonly by?: string;
  readonly role?: string;
  readonly via?: string;
  readonly portrait?: string;
}

export interface ContentStory {
  readonly id: string;
  readonly slug: string;
  readonly section: string;
  readonly headline: string;
  readonly kicker?: string;
  readonly standfirst: string;
  readonly label?: StoryLabel;
  readonly authors: readonly string[];
  readonly published: string;
  readonly updated?: string;
  readonly tags: readonly string[];
  readonly lang?: string;
  readonly live?: boolean;
  readonly subscribersOnly?: boolean;
  readonly comments: 'open' | 'closed' | 'moderated';
  readonly picture?: ContentPicture;
  readonly quotes?: readonly ContentQuote[];
  readonly corrections?: readonly { readonly date: string; readonly note: string }[];
  /** Markdown. */
  readonly body: string;
}

export interface ContentComment {
  readonly id: string;
  readonly story: string;
  readonly parent?: string;
  readonly author: string;
  readonly email: string;
  readonly website?: string;
  readonly text: string;
  readonly posted: string;
  readonly status: 'approved' | 'held' | 'removed';
  readonly lang?: string;
}

/** All that a content folder holds. */
export interface Content {
  readonly sections: readonly ContentSection[];
  readonly authors: readonly ContentAuthor[];
  readonly stories: readonly ContentStory[];
  readonly comments: readonly ContentComment[];
}

/** The slug of a tag's name, in any script: "Fact check" is `fact-check`. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');

const text = { type: 'string', pattern: '\\S', 'x-reason': 'must not be empty' };
const file = {
  type: 'string',
  pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$',
  'x-reason': 'must be a plain file name',
};
const slug = {
  type: 'string',
  pattern: '^(?![0-9]+$)[a-z0-9]+(-[a-z0-9]+)*$',
  'x-reason': 'must be a slug: a-z, digits and hyphens, not digits alone',
};
const id = { type: 'string', pattern: '^[1-9][0-9]{0,14}$', 'x-reason': 'must be digits in quotes' };
const time = {
  type: 'string',
  format: 'date-time',
  'x-reason': 'must be an ISO 8601 date and time with its zone',
};
const lang = {
  type: 'string',
  pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$',
  'x-reason': 'must be a language tag',
};
const flag = { type: 'boolean' };

const object = (properties: Record<string, object>, ...optional: string[]) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});
const list = (items: object) => ({ type: 'array', items });

const schemas = {
  sections: list(object({ slug, name: text })),
  authors: list(
    object(
      { slug, name: text, role: text, bio: text, portrait: file, staff: flag, lang },
      'role',
      'bio',
      'portrait',
      'lang',
    ),
  ),
  story: object(
    {
      id,
      slug,
      section: slug,
      headline: text,
      kicker: text,
      standfirst: text,
      label: {
        type: 'string',
        enum: ['news', 'opinion', 'analysis', 'review', 'explainer', 'interview', 'fact-check', 'sponsored'],
      },
      authors: list(slug),
      published: time,
      updated: time,
      tags: list(text),
      lang,
      live: flag,
      subscribersOnly: flag,
      comments: { type: 'string', enum: ['open', 'closed', 'moderated'] },
      picture: object(
        {
          file,
          width: { type: 'integer', minimum: 1 },
          height: { type: 'integer', minimum: 1 },
          alt: { type: 'string' },
          caption: text,
          credit: text,
        },
        'caption',
        'credit',
      ),
      quotes: list(
        object({ text, by: text, role: text, via: text, portrait: file }, 'by', 'role', 'via', 'portrait'),
      ),
      corrections: list(object({ date: time, note: text })),
      body: text,
    },
    ...['kicker', 'label', 'updated', 'lang', 'live', 'subscribersOnly', 'picture', 'quotes', 'corrections'],
  ),
  comments: list(
    object(
      {
        id,
        story: id,
        parent: id,
        author: text,
        email: { type: 'string', format: 'email', 'x-reason': 'must be an e-mail address' },
        website: { type: 'string', format: 'web-address', 'x-reason': 'must be an http or https address' },
        text,
        posted: time,
        status: { type: 'string', enum: ['approved', 'held', 'removed'] },
        lang,
      },
      ...['parent', 'website', 'lang'],
    ),
  ),
};

const validator = createValidator(schemas);

/** Says which file and which field of the content is off. */
class ContentError extends Error {
  constructor(path: string, field: string, reason: string) {
    super(`${path}: "${field}" ${reason}.`);
  }
}

function checked<Value>(path: string, name: keyof typeof schemas, value: unknown): Value {
  const validate = validator.getSchema(pointer(name))!;
  if (validate(value)) return value as Value;
  const [error] = fieldErrors(validate.errors);
  throw new ContentError(path, error!.field, error!.reason);
}

function parsed(path: string, yaml: string): unknown {
  try {
    return parse(yaml);
  } catch (error) {
    throw new Error(`${path} is not YAML: ${(error as Error).message.split('\n')[0]}`);
  }
}

function readStory(path: string, source: string): ContentStory {
  const [, frontMatter, body] = /^---\r?\n(.*?)\r?\n---\r?\n(.*)$/s.exec(source) ?? [];
  if (frontMatter === undefined || body === undefined) {
    throw new Error(`${path} must begin with YAML between two lines of "---".`);
  }
  const fields = parsed(path, frontMatter);
  return checked(
    path,
    'story',
    fields && typeof fields === 'object' ? { ...fields, body: body.trim() } : fields,
  );
}

/** Reads a content folder, and names file and field where something in it is off. */
export function readContent(folder: string): Content {
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const readList = <Item>(name: 'sections' | 'authors' | 'comments') =>
    checked<readonly Item[]>(`${name}.yaml`, name, parsed(`${name}.yaml`, read(`${name}.yaml`)));

  const sections = readList<ContentSection>('sections');
  const authors = readList<ContentAuthor>('authors');
  const comments = readList<ContentComment>('comments');
  const files = readdirSync(join(folder, 'stories'))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => `stories/${name}`);
  const stories = files.map((path) => readStory(path, read(path)));

  const expectUnique = (paths: (index: number) => string, field: string, values: readonly string[]) =>
    values.forEach((value, index) => {
      const first = values.indexOf(value);
      if (first !== index)
        throw new ContentError(paths(index), field, `is "${value}", as in ${paths(first)}`);
    });
  const expectOneOf = (path: string, field: string, known: readonly string[], value: string) => {
    if (!known.includes(value)) throw new ContentError(path, field, `names "${value}", which is not there`);
  };
  const expectPicture = (path: string, field: string, name: string | undefined) => {
    if (name !== undefined && !existsSync(join(folder, 'pictures', name))) {
      throw new ContentError(path, field, `names "${name}", which is not in pictures/`);
    }
  };

  expectUnique(
    (index) => `sections.yaml, entry ${index + 1}`,
    'slug',
    sections.map(({ slug }) => slug),
  );
  expectUnique(
    (index) => `authors.yaml, entry ${index + 1}`,
    'slug',
    authors.map(({ slug }) => slug),
  );
  expectUnique(
    (index) => `comments.yaml, entry ${index + 1}`,
    'id',
    comments.map(({ id }) => id),
  );
  expectUnique(
    (index) => files[index]!,
    'id',
    stories.map(({ id }) => id),
  );
  expectUnique(
    (index) => files[index]!,
    'slug',
    stories.map(({ slug }) => slug),
  );

  authors.forEach(({ portrait }, index) => expectPicture('authors.yaml', `${index}.portrait`, portrait));
  const tagNames = new Map<string, string>();
  stories.forEach((story, index) => {
    const path = files[index]!;
    expectOneOf(
      path,
      'section',
      sections.map(({ slug }) => slug),
      story.section,
    );
    for (const author of story.authors)
      expectOneOf(
        path,
        'authors',
        authors.map(({ slug }) => slug),
        author,
      );
    expectPicture(path, 'picture.file', story.picture?.file);
    story.quotes?.forEach(({ portrait }, at) => expectPicture(path, `quotes.${at}.portrait`, portrait));
    expectUnique(() => path, 'tags', story.tags);
    for (const name of story.tags) {
      const known = tagNames.get(slugOf(name)) ?? name;
      if (known !== name)
        throw new ContentError(path, 'tags', `holds "${name}", elsewhere written "${known}"`);
      tagNames.set(slugOf(name), name);
    }
  });
  comments.forEach(({ story, parent }, index) => {
    expectOneOf(
      'comments.yaml',
      `${index}.story`,
      stories.map(({ id }) => id),
      story,
    );
    // A parent stands before its answers, so that the list can be stored from top to bottom.
    const before = comments.slice(0, index).filter((other) => other.story === story);
    if (parent !== undefined)
      expectOneOf(
        'comments.yaml',
        `${index}.parent`,
        before.map(({ id }) => id),
        parent,
      );
  });
  return { sections, authors, stories, comments };
}
