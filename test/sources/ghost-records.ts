import type { Story } from '../../src/model/index.js';
import { sharedClient } from '../../src/content/client.js';
import { scriptedApi, type ScriptedApi } from '../content/support.js';
import type { Answer } from '../tools/faulty-client.js';

/** A record, parsed. */
export type Json = Record<string, unknown>;
interface Recorded {
  id: string;
  status: number;
  headers: Record<string, string>;
  body: string;
}

const place = '/test/backends/ghost-6.65/';
const manifest = (await (await fetch(`${place}manifest.json`)).json()) as Recorded[];

/** What Ghost answered. */
export async function recorded(id: string): Promise<Answer> {
  const record = manifest.find((one) => one.id.startsWith(id))!;
  const type = record.headers['Content-Type'];
  return {
    status: record.status,
    headers: type ? { 'Content-Type': type } : {},
    body: await (await fetch(place + record.body)).text(),
  };
}

export const json = async <T = Json>(id: string): Promise<T> =>
  JSON.parse((await recorded(id)).body as string) as T;

/** The posts of a record. */
export const postsOf = async (id: string): Promise<Json[]> => (await json<{ posts: Json[] }>(id)).posts;

/** The comments of a record. */
export const commentsOf = async (id: string): Promise<Json[]> =>
  (await json<{ comments: Json[] }>(id)).comments;

/** A list of posts, or of comments, in the form of Ghost's. */
export const listed = (
  what: 'posts' | 'comments',
  of: readonly unknown[],
  pagination: Json = {},
): Answer => ({
  headers: { 'Content-Type': 'application/json; charset=utf-8' },
  body: { [what]: of, meta: { pagination: { page: 1, pages: 1, total: of.length, ...pagination } } },
});

/** A refusal in the form of Ghost's. */
export const refused = (status: number, type: string, context: string): Answer => ({
  status,
  body: { errors: [{ message: 'Not so', context, type, code: null }] },
});

export const apiKey = '9d9f736451d2eed387ced22cc9';

/** A site that gives these records in turn. */
export async function site(
  answers: readonly (string | Answer | Promise<Answer>)[],
  { path = '/ghost/api/content', source = 'auto', key = apiKey, origin = '' } = {},
): Promise<ScriptedApi> {
  const all: Answer[] = [];
  for (const answer of answers) all.push(await (typeof answer === 'string' ? recorded(answer) : answer));
  const scripted = await scriptedApi(all, '', source, origin || undefined);
  const api = scripted.api + path;
  return {
    ...scripted,
    api,
    client: sharedClient({ api, source, apiKey: key }),
    asked: async () => (await scripted.asked()).map(short),
  };
}

/** A question without the parameters that each has. */
const short = (question: string): string =>
  question
    .replace(/([?&])(key|fields|include)=[^&]*/g, '$1')
    .replace(/&{2,}/g, '&')
    .replace('?&', '?')
    .replace(/[?&]+$/, '')
    .replace(/\/ghost\/api\/content\/posts\/|\/members\/api\//, '');

export const idsOf = (stories: readonly (Story | undefined)[]): (string | undefined)[] =>
  stories.map((story) => story?.id);
