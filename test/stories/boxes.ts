/** The boxes of a story's main pieces, and how they are written: small enough to be kept, and read in a diff. */
import type { Page } from 'playwright-core';

/** One line a piece: `headline 592x26 22px/500`. */
export type Boxes = Readonly<Record<string, readonly string[]>>;

/** The first of each part that is seen, and the element itself. */
export const boxesIn = (page: Page, tag: string): Promise<string[]> =>
  page.evaluate(async (name) => {
    await document.fonts.ready;
    const element = document.querySelector(name)!;
    const pieces = new Map<string, Element>([['element', element]]);
    for (const piece of element.shadowRoot?.querySelectorAll('[part]') ?? [])
      for (const part of piece.part) if (!pieces.has(part)) pieces.set(part, piece);
    return [...pieces].flatMap(([part, piece]) => {
      const { width, height } = piece.getBoundingClientRect();
      const { fontSize, fontWeight } = getComputedStyle(piece);
      const size = `${Math.round(width)}x${Math.round(height)}`;
      return width && height ? `${part} ${size} ${parseFloat(fontSize)}px/${fontWeight}` : [];
    });
  }, tag);

/** What is not as it was written down. A line of text may be drawn a pixel or two wider by another version of the browser. */
export function moved(was: readonly string[] = [], is: readonly string[]): string[] {
  const numbers = (line: string): number[] => (line.match(/[\d.]+/g) ?? []).map(Number);
  const same = (one: string, other: string): boolean =>
    one.replace(/[\d.]+/g, '') === other.replace(/[\d.]+/g, '') &&
    numbers(one).every((value, index) => Math.abs(value - numbers(other)[index]!) <= (index < 2 ? 2 : 0.01));
  const lines = Math.max(was.length, is.length);
  return Array.from({ length: lines }, (_, index): [string, string] => [was[index] ?? '', is[index] ?? ''])
    .filter(([one, other]) => !same(one, other))
    .map(([one, other]) => `${one || 'nothing'} is now ${other || 'nothing'}`);
}
