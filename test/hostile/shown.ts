import { faulty, type Answer } from '../tools/faulty-client.js';
import { reaches } from '../elements/support/seen.js';
import { remains } from './remains.js';
import { provoke, ran, settled } from './tripwires.js';

/** What came of attacks, in words; two empty lists are what is hoped for. */
export interface Outcome {
  readonly executed: string[];
  readonly left: string[];
}

/** An API of a kind that answers by rules, as often as it is asked. */
export async function apiOf(answers: readonly (readonly [when: string, answer: Answer])[]): Promise<string> {
  const key = faulty.key();
  await faulty.script(
    key,
    answers.map(([when, answer]) => ({ ...answer, when })),
  );
  return `${faulty.origin}/s/${key}`;
}

/** By which of its rules such an API was asked. */
export async function rulesAsked(api: string): Promise<ReadonlySet<string | undefined>> {
  const [key] = api.slice(`${faulty.origin}/s/`.length).split('/');
  return new Set((await faulty.log(key!)).map(({ when }) => when));
}

/**
 * Shows elements until their content is there, tries all that they offer, and takes them away.
 * @param act what a reader does with them first
 */
export async function tried(
  holder: HTMLElement,
  isReady: (element: Element) => boolean,
  act?: (holder: HTMLElement) => Promise<unknown>,
): Promise<Outcome> {
  document.body.append(holder);
  await Promise.all([...holder.querySelectorAll('*')].filter(isReady).map((one) => reaches(one, 'ready')));
  await act?.(holder);
  const left = remains(holder);
  provoke(holder);
  await settled(document);
  left.push(...remains(holder));
  holder.remove();
  return { executed: ran(), left };
}

/** Elements in a page's markup, with the API for all of them. */
export function placed(markup: string, attributes: Readonly<Record<string, string>>): HTMLElement {
  const holder = document.createElement('news-provider');
  for (const [name, value] of Object.entries(attributes)) holder.setAttribute(name, value);
  holder.innerHTML = markup;
  return holder;
}

/** A search in which something is looked for already. */
export const searchFor = (words: string): string =>
  `<news-search><input type="search" value="${escaped(words)}"></news-search>`;

export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** What a row of the report says once nothing has come of any string, in so many places each or in all. */
export const nothingOf = (strings: number, places: number): string =>
  `0 ran, 0 left, of ${strings} in ${places.toLocaleString('en')} places`;

/** In how many of its texts a value of JSON says something. */
export function placesIn(value: unknown, text: string): number {
  if (typeof value === 'string') return Number(value.includes(text));
  if (typeof value !== 'object' || !value) return 0;
  return Object.values(value).reduce((sum: number, one) => sum + placesIn(one, text), 0);
}

/** Parts of a list, so many at a time. */
export const portions = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
