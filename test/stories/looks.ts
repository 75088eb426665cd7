/** How a page of stories can look: as the toolbar of the Storybook sets it. */
export interface Look {
  readonly brand: string;
  readonly scheme: string;
  readonly direction: string;
}

const values = {
  brand: ['none', 'broadsheet', 'magazine', 'tabloid', 'wire'],
  scheme: ['light', 'dark'],
  direction: ['ltr', 'rtl'],
};

export const allLooks: readonly Look[] = values.brand.flatMap((brand) =>
  values.scheme.flatMap((scheme) => values.direction.map((direction) => ({ brand, scheme, direction }))),
);

/**
 * Ten looks in which each value meets each value of the other two: every brand with both schemes and both directions, and
 * every scheme with both directions.
 */
const tenLooks: readonly Look[] = values.brand.flatMap((brand, index) =>
  values.scheme.map((scheme, other) => ({
    brand,
    scheme,
    direction: values.direction[(index + other) % 2]!,
  })),
);

/** Numbers that look like chance and are the same each time (a linear congruential generator). */
function chance(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/**
 * Each story with one look: the ten in turn, so that all stories of an element together are seen in all pairs where there
 * are ten of them. Which story meets which look is drawn by the seed.
 */
export function pairwise(ids: readonly string[], seed = 6): [string, Look][] {
  const next = chance(seed);
  const drawn = ids.map((id) => ({ id, order: next() })).sort((a, b) => a.order - b.order);
  return drawn.map(({ id }, index) => [id, tenLooks[index % tenLooks.length]!]);
}
