import type { Answer } from '../tools/faulty-client.js';
import { scriptedApi } from '../content/support.js';

/** A record, parsed. */
export type Json = Record<string, unknown>;
interface Recorded {
  id: string;
  status: number;
  headers: Record<string, string>;
  body: string;
}

const place = '/test/backends/wordpress-6.8/';
const manifest = (await (await fetch(`${place}manifest.json`)).json()) as Recorded[];

const bodies = new Map<string, Promise<string>>();

export function bodyOf(file: string): Promise<string> {
  if (!bodies.has(file))
    bodies.set(
      file,
      fetch(place + file).then((response) => response.text()),
    );
  return bodies.get(file)!;
}

/** What WordPress answered, with the headers that a script may read. */
export async function recorded(id: string): Promise<Answer> {
  const record = manifest.find((one) => one.id.startsWith(id))!;
  const kept = ['Content-Type', 'Access-Control-Expose-Headers', 'X-WP-Total', 'X-WP-TotalPages', 'Link'];
  return {
    status: record.status,
    headers: Object.fromEntries(Object.entries(record.headers).filter(([name]) => kept.includes(name))),
    body: await bodyOf(record.body),
  };
}

export const json = async <T = Json>(id: string): Promise<T> =>
  JSON.parse((await recorded(id)).body as string) as T;

/** Records of single objects, in the list that WordPress puts them in when it is asked for several. */
export const listed = async (...objects: Json[]): Promise<Answer> => ({
  ...(await recorded('019')),
  body: objects,
});

/** A site that gives these records in turn. */
export async function site(
  answers: (string | Answer | Promise<Answer>)[],
  path = '/wp-json',
  origin?: string,
  source = 'auto',
) {
  const all: Answer[] = [];
  for (const answer of answers) all.push(await (typeof answer === 'string' ? recorded(answer) : answer));
  return scriptedApi(all, path, source, origin);
}

/** A question without the parameters that each has. */
export const short = (question: string): string =>
  question.replace(/[?&](_fields|_embed)=[^&]*/g, '').replace('/wp/v2/', '');
