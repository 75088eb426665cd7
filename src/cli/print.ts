import type { Mark, Report } from './finding.js';

// The marks are words, so that they read without colour, by ear and in a log.
const colours: Readonly<Record<Mark, number>> = { ok: 32, warning: 33, failure: 31 };

/** The narrowest screen that people read it on, and what mail carries. */
const columns = 80;

/** Words set under each other from that column on; an address that is too long for a line stays whole. */
function set(words: string, column: number): string {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length && column + longer.length <= columns) lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  return lines.join(`\n${' '.repeat(column)}`);
}

/** A report for people: a line for each finding, under it what to do, and as the last line the sum. */
export function printed({ target, origin, findings }: Report, colourful: boolean): string {
  const mark = (name: Mark): string => {
    const word = name.padEnd(7);
    return colourful ? `\u001b[${colours[name]}m${word}\u001b[39m` : word;
  };
  const lines = findings.flatMap(({ mark: name, about, text, remedy }) => [
    `${mark(name)}  ${about.padEnd(9)}  ${set(text, 20)}`,
    ...(remedy ? [`${' '.repeat(20)}→ ${set(remedy, 22)}`] : []),
  ]);
  const count = (name: Mark): string => {
    const number = findings.filter((one) => one.mark === name).length;
    return number ? `${number} ${name}${number > 1 ? 's' : ''}` : '';
  };
  const sum = [count('failure'), count('warning')].filter(Boolean).join(', ');
  const heading = origin ? `${target}, for readers of ${origin}` : target;
  return `${heading}\n\n${lines.join('\n')}\n\n${sum || 'All is well.'}\n`;
}
