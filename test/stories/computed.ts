/** What the tokens of a theme come to on each part of each element, as the browser computes it: written down, read in a diff. */
import type { Page } from 'playwright-core';

/** For each look, for each element, one line a part: `headline Newsreader 22px/500/24.2px rgb(20, 20, 20) uppercase`. */
export type Computed = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** The first of each element on the page, and in it the first of each part. */
export const computedIn = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(() => {
    const seen: Record<string, string[]> = {};
    for (const element of document.querySelectorAll('*')) {
      const { localName, shadowRoot } = element;
      if (!localName.startsWith('news-') || !shadowRoot || seen[localName]) continue;
      const parts = new Map<string, Element>();
      for (const piece of shadowRoot.querySelectorAll('[part]'))
        for (const part of piece.part) if (!parts.has(part)) parts.set(part, piece);
      seen[localName] = [...parts].map(([part, piece]) => {
        const style = getComputedStyle(piece);
        const unusual = (value: string, usual: string): string[] => (value === usual ? [] : [value]);
        return [
          part,
          style.fontFamily.split(',', 1)[0],
          `${style.fontSize}/${style.fontWeight}/${style.lineHeight}`,
          style.color,
          ...unusual(style.backgroundColor, 'rgba(0, 0, 0, 0)'),
          ...unusual(style.letterSpacing, 'normal'),
          ...unusual(style.textTransform, 'none'),
          ...unusual(style.borderBlockStart, `0px none ${style.color}`),
          ...unusual(style.gap, 'normal').map((gap) => `gap ${gap}`),
          ...unusual(style.aspectRatio, 'auto').map((ratio) => `ratio ${ratio}`),
          ...unusual(style.borderRadius, '0px').map((radius) => `radius ${radius}`),
        ].join(' ');
      });
    }
    return seen;
  });

/** What is not as it was written down. */
export function changed(was: Computed, is: Computed): string[] {
  const lines = (all: Computed): string[] =>
    Object.entries(all).flatMap(([look, elements]) =>
      Object.entries(elements).flatMap(([tag, parts]) => parts.map((part) => `${look}: ${tag} ${part}`)),
    );
  const [before, after] = [new Set(lines(was)), new Set(lines(is))];
  return [
    ...[...before].filter((line) => !after.has(line)).map((line) => `- ${line}`),
    ...[...after].filter((line) => !before.has(line)).map((line) => `+ ${line}`),
  ];
}
