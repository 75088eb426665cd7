/** Contrast as WCAG 2.2 counts it, from 1 to 21. Colours are `#rrggbb`. */
export function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** A colour laid on another so that it covers a share of it, as `color-mix()` in srgb does. */
export const mixed = (color: string, share: number, ground: string): string => {
  const under = channels(ground);
  return `#${channels(color)
    .map((value, index) => Math.round((value * share + (under[index] ?? 0) * (1 - share)) * 255))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;
};

/** Red, green and blue, 0 to 1. */
export const channels = (hex: string): number[] =>
  [1, 3, 5].map((start) => parseInt(hex.slice(start, start + 2), 16) / 255);

function luminance(hex: string): number {
  const [red, green, blue] = channels(hex).map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** What must be told apart from the ground, and how well: text 4.5, what is pressed or has the focus 3. */
export const pairs: readonly { readonly token: string; readonly share?: number; readonly least: number }[] = [
  { token: 'color-text', least: 4.5 },
  { token: 'color-muted', least: 4.5 },
  { token: 'color-accent', least: 4.5 },
  { token: 'color-live', least: 4.5 },
  { token: 'color-error', least: 4.5 },
  { token: 'color-focus', least: 3 },
  // The edge of a field.
  { token: 'color-text', share: 0.6, least: 3 },
];

/** The contrast of each pair in a theme, whose colours are `#rrggbb` by the names of the tokens. */
export const contrasts = (
  color: (token: string) => string,
): { name: string; ratio: number; least: number }[] =>
  pairs.map(({ token, share = 1, least }) => ({
    name: share === 1 ? token : `${token}, ${share * 100} %`,
    ratio: contrast(mixed(color(token), share, color('color-ground')), color('color-ground')),
    least,
  }));
