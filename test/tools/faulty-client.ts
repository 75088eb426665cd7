/** The pages' side of the faulty server. */

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  /** A string as it is, anything else as JSON. */
  body?: unknown;
  /** Milliseconds before the answer. */
  delay?: number;
  /** Cut the connection in place of an answer. */
  close?: boolean;
  /** `false` leaves the CORS headers out. */
  cors?: boolean;
  /** One of the faults by its name, in place of the answer, or of sending it as a server should. */
  fault?: string;
  /** A regular expression: given, as often as it is asked for, to each `METHOD path?query` (decoded) that it fits. */
  when?: string;
}

export interface Arrival {
  method: string;
  /** With its query. */
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
  /** The expression of the answer that it got. */
  when?: string | undefined;
  /** The client went away before the whole answer was sent. */
  aborted: boolean;
}

const origin = (await (await fetch('/__faulty')).json()) as string;

async function control(path: string, init?: RequestInit): Promise<unknown> {
  const response = await fetch(origin + path, init);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

export const faulty = {
  origin,

  /** A key that no other test and no other engine uses. */
  key: (): string => Math.random().toString(36).slice(2),

  async script(key: string, answers: Answer[]): Promise<void> {
    await control(`/script?key=${key}`, { method: 'PUT', body: JSON.stringify(answers) });
  },

  /** What arrived under the key, preflights too. With numbers: as soon as so many have arrived, or were aborted. */
  async log(key: string, { arrived = 0, aborted = 0 } = {}): Promise<Arrival[]> {
    return (await control(`/log?key=${key}&arrived=${arrived}&aborted=${aborted}`)) as Arrival[];
  },

  async reset(key: string): Promise<void> {
    await control(`/reset?key=${key}`);
  },
};
