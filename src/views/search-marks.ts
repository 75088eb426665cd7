import { html, type TemplateResult } from 'lit';

/** Scripts that put no space between words, and say much with one sign. */
export const dense = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u;

/** A text without case and accents, and where in the text each of its units stands. */
function plain(text: string): { units: string; places: number[] } {
  let units = '';
  const places: number[] = [];
  let place = 0;
  for (const sign of text) {
    const base = sign.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
    units += base;
    places.push(...Array.from({ length: base.length }, () => place));
    place += sign.length;
  }
  return { units, places };
}

/** A text with marks where it holds the beginning of a word that was looked for, whatever its case and accents. */
export function marked(text: string, sought: string): (string | TemplateResult)[] {
  const words = (plain(sought).units.match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => word.length > 1 || dense.test(word))
    .sort((a, b) => b.length - a.length);
  if (!words.length) return [text];
  const { units, places } = plain(text);
  const starts = words.map((word) => (dense.test(word) ? word : `(?<![\\p{L}\\p{N}])${word}`)).join('|');
  const pieces: (string | TemplateResult)[] = [];
  let done = 0;
  for (const { 0: match, index } of units.matchAll(new RegExp(starts, 'gu'))) {
    const start = places[index] ?? 0;
    const last = places[index + match.length - 1] ?? 0;
    // To the next sign that stands for itself: an accent belongs to what it stands on.
    const end = places.find((place) => place > last) ?? text.length;
    pieces.push(text.slice(done, start), html`<mark part="mark">${text.slice(start, end)}</mark>`);
    done = end;
  }
  return [...pieces, text.slice(done)];
}
