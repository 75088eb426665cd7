/** What a row of samples comes to. */
export interface Spread {
  readonly median: number;
  /** A quarter of the samples is below, a quarter above. */
  readonly low: number;
  readonly high: number;
}

function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [below = NaN, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place % 1);
}

export function spread(samples: readonly number[]): Spread {
  const sorted = [...samples].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) };
}

/** How many times one takes what the other takes, round by round: what slowed a round down slowed both. */
export const ratio = (one: readonly number[], other: readonly number[]): Spread =>
  spread(one.map((value, round) => value / (other[round] ?? NaN)));

/** How a time grows with a number: the exponent k of n^k by least squares, and how well that fits (1 is a line). */
export function growth(points: readonly (readonly [n: number, time: number])[]): {
  exponent: number;
  fit: number;
} {
  const logs = points.map(([n, time]) => [Math.log(n), Math.log(time)] as const);
  const mean = (of: 0 | 1): number => logs.reduce((sum, point) => sum + point[of], 0) / logs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const sum = (term: (x: number, y: number) => number): number =>
    logs.reduce((total, [x, y]) => total + term(x - meanX, y - meanY), 0);
  const [xx, xy, yy] = [sum((x) => x * x), sum((x, y) => x * y), sum((_x, y) => y * y)];
  return { exponent: xy / xx, fit: xy ** 2 / (xx * yy) };
}

/** Tells whether another round follows: until there are enough or their time is over, and three in any case. */
export function rounds(most: number, seconds: number): () => boolean {
  const end = performance.now() + seconds * 1000;
  let round = 0;
  return () => ++round <= 3 || (round <= most && performance.now() < end);
}
