import type { Comment, Story } from '../../../src/model/index.js';
import { faulty, type Answer, type Arrival } from '../../tools/faulty-client.js';

/** Stories as Standfirst's own API sends them. */
export const stories = (...items: readonly Story[]): Answer => ({ body: { items } });

/** A page of a longer list. */
export const page = (items: readonly Story[], next?: string): Answer => ({ body: { items, next } });

/** A refusal with the API's own code for it. */
export const refusal = (status: number, code: string, detail: string): Answer => ({
  status,
  headers: { 'Content-Type': 'application/problem+json' },
  body: { type: `https://api.example/problems/${code}`, title: code, detail, status },
});

/** A comment that was taken. */
export const taken = (status: Comment['status'], url?: string): Answer => ({
  status: 201,
  body: { id: '9001', story: '71', author: 'Ola', text: 'Yes.', posted: '2026-03-13T08:00:00Z', status, url },
});

/** The API is down: the first try of a reading, and both of its retries, at once. */
export const down: Answer[] = Array.from({ length: 3 }, () => ({
  status: 503,
  headers: { 'Retry-After': '0', 'Access-Control-Expose-Headers': 'Retry-After' },
}));

/** What an address of a picture answers. */
export const aPicture: Answer = {
  headers: { 'Content-Type': 'image/svg+xml' },
  body: '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="30" height="20"/></svg>',
};
export const noPicture: Answer = { status: 404 };

/** So late that only a test that forgot to drop it would see it. */
export const never: Answer = { delay: 60_000 };

/** A content API of a test's own. */
export interface TestApi {
  readonly address: string;
  /** What is answered from now on, in turn. */
  answers(...answers: readonly Answer[]): Promise<void>;
  /** What was asked; with numbers, as soon as so much has been. */
  asked(until?: { arrived?: number; aborted?: number }): Promise<Arrival[]>;
}

export async function contentApi(...answers: readonly Answer[]): Promise<TestApi> {
  const key = faulty.key();
  await faulty.script(key, [...answers]);
  return {
    address: `${faulty.origin}/s/${key}`,
    answers: (...next) => faulty.script(key, [...next]),
    asked: (until) => faulty.log(key, until),
  };
}

/** The query of a request. */
export const query = ({ path }: Arrival): Record<string, string> =>
  Object.fromEntries(new URL(path, faulty.origin).searchParams);
