/** The tools that every picture is drawn with. Lengths are in the picture's own units: 1200 by 800 for a story. */
export type Point = readonly [x: number, y: number];
export type Dice = () => number;

/** Random numbers from 0 to 1, always the same for the same seed (mulberry32). */
export function dice(seed: string): Dice {
  let state = [...seed].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 16777619), 2166136261);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const between = (roll: Dice, low: number, high: number) => low + roll() * (high - low);
export const pick = <T>(roll: Dice, from: readonly T[]): T => from[Math.floor(roll() * from.length)]!;
export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
/** One long string of many parts. */
export const each = (count: number, draw: (index: number) => string): string => times(count, draw).join('');
export const mix = (from: Point, to: Point, share: number): Point => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
];

const n = (value: number) => String(Math.round(value * 10) / 10);
const at = ([x, y]: Point) => `${n(x)} ${n(y)}`;

/** Path data of straight lines through the points. */
export const straight = (points: readonly Point[], closed = true): string =>
  `M${points.map(at).join('L')}${closed ? 'Z' : ''}`;

/** Path data of a smooth line through the points (Catmull-Rom). */
export function curve(points: readonly Point[], closed = false): string {
  const count = points.length;
  const point = (index: number): Point =>
    closed ? points[(index + count) % count]! : points[Math.min(Math.max(index, 0), count - 1)]!;
  let path = `M${at(point(0))}`;
  for (let index = 0; index < (closed ? count : count - 1); index++) {
    const [before, from, to, after] = [point(index - 1), point(index), point(index + 1), point(index + 2)];
    const first: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const second: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    path += `C${at(first)} ${at(second)} ${at(to)}`;
  }
  return closed ? `${path}Z` : path;
}

/** Path data of a body that follows a spine and is as wide, at each of its points, as `widths` says. */
export function limb(spine: readonly Point[], widths: readonly number[]): string {
  const side = (sign: number) =>
    spine.map((here, index): Point => {
      const before = spine[Math.max(index - 1, 0)]!;
      const after = spine[Math.min(index + 1, spine.length - 1)]!;
      const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1;
      const half = (sign * (widths[index] ?? 0)) / 2;
      return [
        here[0] - ((after[1] - before[1]) / length) * half,
        here[1] + ((after[0] - before[0]) / length) * half,
      ];
    });
  return curve([...side(1), ...side(-1).reverse()], true);
}

/** A line broken into ever smaller bends, as coasts are. */
export function rough(points: readonly Point[], roll: Dice, bend = 0.22, depth = 3): Point[] {
  if (depth === 0) return [...points];
  const finer = points.flatMap((from, index): Point[] => {
    const to = points[index + 1];
    if (!to) return [from];
    const push = (roll() - 0.5) * 2 * bend;
    const [x, y] = mix(from, to, 0.5);
    return [from, [x - (to[1] - from[1]) * push, y + (to[0] - from[0]) * push]];
  });
  return rough(finer, roll, bend, depth - 1);
}

export const fill = (path: string, colour: string, more = '') =>
  `<path d="${path}" fill="${colour}" ${more}/>`;
export const stroke = (path: string, colour: string, width: number, more = '') =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${n(width)}" ${more}/>`;
export const rect = (x: number, y: number, width: number, height: number, colour: string, more = '') =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${colour}" ${more}/>`;
export const circle = (x: number, y: number, radius: number, colour: string, more = '') =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" fill="${colour}" ${more}/>`;
export const ring = (x: number, y: number, radius: number, colour: string, width: number, more = '') =>
  circle(x, y, radius, 'none', `stroke="${colour}" stroke-width="${n(width)}" ${more}`);
export const group = (inner: string, more: string) => `<g ${more}>${inner}</g>`;
export const clip = (id: string, shape: string) => `<clipPath id="${id}">${shape}</clipPath>`;
export const clipped = (id: string, inner: string) => group(inner, `clip-path="url(#${id})"`);

/** Parallel lines over a box, turned by `angle` about its middle. */
export function hatch(
  [x, y, width, height]: readonly [number, number, number, number],
  angle: number,
  gap: number,
  colour: string,
  weight: number,
): string {
  const reach = Math.hypot(width, height) / 2;
  const path = each(
    Math.ceil((2 * reach) / gap),
    (index) => `M${n(-reach)} ${n(index * gap - reach)}H${n(reach)}`,
  );
  return stroke(
    path,
    colour,
    weight,
    `transform="translate(${n(x + width / 2)} ${n(y + height / 2)}) rotate(${angle})"`,
  );
}

/** A wavy line from left to right, `height` from crest to trough. */
export const wave = (x: number, y: number, width: number, height: number, length: number, phase = 0) =>
  `M${n(x)} ${n(y)}q${n(length / 4)} ${n(phase % 2 ? height : -height)} ${n(length / 2)} 0` +
  each(Math.ceil(width / (length / 2)) - 1, () => `t${n(length / 2)} 0`);

/** Edges as a knife leaves them in linoleum, and an ink that does not cover quite everything. */
const cut = `<filter id="cut" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".035" numOctaves="2" seed="4" result="wobble"/><feDisplacementMap in="SourceGraphic" in2="wobble" scale="7" xChannelSelector="R" yChannelSelector="G" result="shape"/><feTurbulence type="fractalNoise" baseFrequency=".55" numOctaves="2" seed="9"/><feColorMatrix values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 9 0 0 0 -6.1" result="specks"/><feComposite in="shape" in2="specks" operator="out"/></filter>`;
const pencil = `<filter id="pencil" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".013" numOctaves="1" seed="2" result="wobble"/><feDisplacementMap in="SourceGraphic" in2="wobble" scale="9" xChannelSelector="R" yChannelSelector="G"/></filter>`;
const grain = `<filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".75" numOctaves="2" seed="7"/><feColorMatrix values=".9 0 0 0 .05 .9 0 0 0 .05 .9 0 0 0 .05 0 0 0 0 1"/></filter>`;
const filters = { cut, pencil };

/** What is drawn with the unsteady hand of `cut` or `pencil`. */
export const by = (hand: keyof typeof filters, inner: string) => group(inner, `filter="url(#${hand})"`);

/** The whole file. A fine grain lies over everything, as paper has it. */
export function sheet(width: number, height: number, paper: string, inner: string): string {
  const used = Object.entries(filters).filter(([name]) => inner.includes(`url(#${name})`));
  const defs = used.map(([, filter]) => filter).join('') + grain;
  const texture = `<rect width="${width}" height="${height}" filter="url(#grain)" opacity=".3" style="mix-blend-mode:soft-light"/>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
    `<defs>${defs}</defs><rect width="${width}" height="${height}" fill="${paper}"/>${inner}${texture}</svg>\n`
  ).replace(/ \/>/g, '/>');
}

/** A picture for a story, three to two. */
export const story = (paper: string, inner: string) => sheet(1200, 800, paper, inner);
