import type { Comment, Story } from '../../src/model/index.js';

// The same stories and comments for everybody, at every run.

const headlines = [
  'Four nations close the Sound to ships without a pilot',
  'The night ferry stays in harbour',
  'What the council promised in March, and what it has paid for since',
  'A choir of forty, and one rehearsal room',
  'Herring is back, and nobody knows why',
];
const standfirsts = [
  'After nineteen hours in a fish hall the ministers signed at twenty past four, and none of them spoke of the fines.',
  'The company has no second captain. The islanders have heard that before, and this time they have hired a lawyer.',
  'Of eleven schools two have new windows. The list of the others is longer than it was.',
  'They sing on Thursdays. On all other days the hall belongs to table tennis.',
];
const sections = ['World', 'Coast', 'Council', 'Culture'];
const people = ['Ada Nilsen', 'Jonas Berg', 'Mirjam Falk', 'Tove Lund', 'Erik Strand'];

const pick = <T>(from: readonly T[], index: number): T => from[index % from.length] as T;
const day = (index: number): string => `2026-03-${String((index % 28) + 1).padStart(2, '0')}T09:30:00+01:00`;

export const stories = (count: number): Story[] =>
  Array.from({ length: count }, (_, index) => ({
    id: String(1000 + index),
    url: `https://courier.example/story/${1000 + index}`,
    headline: `${pick(headlines, index)} (${index + 1})`,
    kicker: pick(sections, index),
    standfirst: pick(standfirsts, index),
    authors: [{ name: pick(people, index) }],
    published: day(index),
    picture: { src: '/picture.svg', width: 600, height: 400 },
    commentCount: index,
  }));

/** Threads of ten: a comment and nine answers, some of them to answers. */
export const comments = (count: number): Comment[] =>
  Array.from({ length: count }, (_, index) => {
    const place = index % 10;
    const thread = index - place;
    return {
      id: String(1 + index),
      story: '1000',
      ...(place && { parent: String(1 + thread + (place % 3 === 2 ? place - 1 : 0)) }),
      author: pick(people, index),
      text: `${pick(standfirsts, index)}\n\n${pick(headlines, index + 1)}.`,
      posted: day(index),
      status: 'approved',
    };
  });
