/** What the tokens of a theme come to on each part of each element, as the browser computes it: written down, read in a diff. */
import type { Page } from 'playwright-core';

/** For each look, for each element, one line a part: `headline Newsreader 22px/500/24.2px rgb(20, 20, 20) uppercase`. */
export type Computed = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** The first of each element on the page, and in it the first of each part. */
export async function computedIn(page: Page): Promise<Record<string, string[]>> {
  const seen = await page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap(({ localName, shadowRoot }) =>
      !localName.startsWith('news-') || !shadowRoot
        ? []
        : [...shadowRoot.querySelectorAll('[part]')].map((piece) => {
            const style = getComputedStyle(piece);
            return {
              tag: localName,
              parts: [...piece.part],
              font: `${style.fontFamily.split(',', 1)[0]} ${style.fontSize}/${style.fontWeight}/${style.lineHeight}`,
              color: style.color,
              ground: style.backgroundColor,
              tracking: style.letterSpacing,
              capitals: style.textTransform,
              rule: style.borderBlockStart,
              gap: style.gap,
              ratio: style.aspectRatio,
              radius: style.borderRadius,
            };
          }),
    ),
  );
  const found: Record<string, Record<string, string>> = {};
  for (const { tag, parts, font, color, ground, tracking, capitals, rule, gap, ratio, radius } of seen) {
    const unusual = [
      ground === 'rgba(0, 0, 0, 0)' ? '' : `on ${ground}`,
      tracking === 'normal' ? '' : `tracking ${tracking}`,
      capitals === 'none' ? '' : capitals,
      rule.startsWith('0px none') ? '' : `rule ${rule}`,
      gap === 'normal' ? '' : `gap ${gap}`,
      ratio === 'auto' ? '' : `ratio ${ratio}`,
      radius === '0px' ? '' : `radius ${radius}`,
    ].filter(Boolean);
    for (const part of parts) (found[tag] ??= {})[part] ??= [part, font, color, ...unusual].join(' ');
  }
  return Object.fromEntries(Object.entries(found).map(([tag, parts]) => [tag, Object.values(parts)]));
}

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
